"""The folders of issues: which number comes next, what lies in each, and which may no longer change."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from crossfoot.briefing import AREA_INDEX, FOLDER, Issue, Previous, Rendered, read_previous
from crossfoot.engine.files import write_whole
from crossfoot.engine.journal import Issuing, append_entries, now
from crossfoot.errors import AlreadyThereError, NotFoundError, StorageError
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import Moment
from crossfoot.terms.issue import LETTERS, IssueNumber, parse_number

PUBLISHED = "published.json"  # lies in the folder of an issue that may no longer be replaced
FACTS, FINDINGS = "facts.json", "findings.json"
DRAFTED = "draft.json"  # what a draft was made from, so that it can be published as it is


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft was made from."""

    number: str
    period: str
    as_of: str  # ISO 8601, UTC
    known_at: str  # ISO 8601, UTC: nothing that was recorded later counts
    campaign_hash: str
    version: str
    formats: tuple[str, ...]
    areas: str = ""  # the level whose areas have a page each; empty where none has
    template: str = ""  # the shipped one that was asked for; "" where campaign.yaml or briefing.md says


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of a published issue."""

    drafted: Drafted
    approved_by: str
    published_on: str  # ISO 8601 day
    files: dict[str, str]  # SHA-256 by name


def home_of(folder: Folder, number: IssueNumber) -> Path:
    """Return the folder of an issue."""
    return folder.issues / number.folder


def is_published(folder: Folder, number: IssueNumber) -> bool:
    """Tell whether an issue may no longer be replaced."""
    return (home_of(folder, number) / PUBLISHED).exists()


def numbers(folder: Folder) -> list[IssueNumber]:
    """Return the numbers of all issues that there are, in order; errata behind theirs."""
    out = []
    for path in folder.issues.glob("[0-9]*"):
        try:
            number = parse_number(path.name)
        except ValueError:
            continue
        if path.is_dir() and path.name == number.folder:
            out.append(number)
    return sorted(out)


def choose_number(folder: Folder, asked: int | None) -> IssueNumber:
    """Return the number to write: the one asked for, the draft that is there, or the next.

    Raises:
        NotFoundError: it comes before the campaign's first.
        AlreadyThereError: the issue is published.
    """
    first = folder.campaign.first_issue
    there = [n.number for n in numbers(folder) if not n.erratum]
    if asked is not None:
        if asked < first:
            raise NotFoundError(f"Issue {asked} comes before the first one. Use {first} or a later number.")
        if is_published(folder, IssueNumber(asked)):
            following = max([asked, *there]) + 1
            raise AlreadyThereError(
                f"Issue {asked} is published. Use --number {following}, or correct it with --erratum {asked}."
            )
        return IssueNumber(asked)
    if not there:
        return IssueNumber(first)
    last = IssueNumber(there[-1])
    return IssueNumber(last.number + 1) if is_published(folder, last) else last


def choose_erratum(folder: Folder, corrected: int) -> IssueNumber:
    """Return the number of the erratum to write to a published issue: the draft that is there, or the next letter.

    Raises:
        NotFoundError: the issue is not published: a draft is corrected by writing it again.
    """
    if not is_published(folder, IssueNumber(corrected)):
        raise NotFoundError(
            f"Issue {corrected} is not published, so that there is nothing to correct. "
            f"Write its draft again: crossfoot brief {folder.path} --number {corrected}"
        )
    for letter in LETTERS:
        number = IssueNumber(corrected, letter)
        if not is_published(folder, number):
            return number
    raise AlreadyThereError(f"Issue {corrected} has {len(LETTERS)} errata. Say what is left in the next issue.")


def read_draft(folder: Folder, number: IssueNumber) -> Drafted:
    """Return what a draft was made from.

    Raises:
        NotFoundError: there is no such draft.
    """
    path = home_of(folder, number) / DRAFTED
    try:
        told: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return Drafted(**{**told, "formats": tuple(told["formats"])})
    except (OSError, ValueError, TypeError, KeyError):
        raise NotFoundError(
            f"There is no draft of issue {number.label}. Write it: crossfoot brief {folder.path}"
        ) from None


def read_published(folder: Folder, number: IssueNumber) -> Published:
    """Return what is known of a published issue.

    Raises:
        NotFoundError: it is not published.
        StorageError: its record is damaged.
    """
    path = home_of(folder, number) / PUBLISHED
    if not path.exists():
        raise NotFoundError(f"Issue {number.label} is not published.")
    try:
        told: dict[str, Any] = json.loads(path.read_text("utf-8"))
        drafted = told.pop("drafted")
        return Published(Drafted(**{**drafted, "formats": tuple(drafted["formats"])}), **told)
    except (OSError, ValueError, TypeError, KeyError):
        raise StorageError(f"{path}: is not the record of an issue. Restore it from a copy.") from None


def digest_of(folder: Folder, number: IssueNumber) -> str:
    """Return the SHA-256 of what an issue says: its figures and findings, whatever its looks.

    Raises:
        NotFoundError: there is no such issue.
    """
    home = home_of(folder, number)
    try:
        return hashlib.sha256((home / FACTS).read_bytes() + b"\0" + (home / FINDINGS).read_bytes()).hexdigest()
    except OSError:
        raise NotFoundError(f"There is no issue {number.label}. Write it: crossfoot brief {folder.path}") from None


def previous_bytes(folder: Folder, number: IssueNumber) -> tuple[bytes, bytes] | None:
    """Return facts and findings of the issue that this one follows or corrects; None for the first."""
    for before in reversed([n for n in numbers(folder) if n < number]):
        home = home_of(folder, before)
        if (home / FACTS).is_file() and (home / FINDINGS).is_file():
            return (home / FACTS).read_bytes(), (home / FINDINGS).read_bytes()
    return None


def previous_of(folder: Folder, number: IssueNumber) -> Previous | None:
    """Return the issue that this one follows or corrects; None for the first."""
    found = previous_bytes(folder, number)
    return None if found is None else read_previous(*found)


def write_draft(
    folder: Folder, issue: Issue, rendered: Rendered, at: Moment, formats: tuple[str, ...], template: str = "",
    areas: str = "",
) -> Path:
    """Write all files of a draft, the page last, and note it in the journal; return the page."""
    home = home_of(folder, issue.number)
    drafted = Drafted(
        issue.number.label, issue.period.code, issue.as_of.astimezone(UTC).isoformat(),
        at.known_at.astimezone(UTC).isoformat(), issue.campaign_hash, issue.version, formats, areas, template,
    )  # fmt: skip
    files = {**rendered.files, DRAFTED: as_json(asdict(drafted))}
    for name, blob in sorted(files.items(), key=lambda item: item[0].endswith(".html")):
        write_whole(home / name, blob)
    _clear_pages(home, files)
    entry = Issuing(
        issue.number.number, drafted.as_of, drafted.period, issue.campaign_hash, issue.version, now(),
        erratum=issue.number.erratum,
    )  # fmt: skip
    append_entries(folder.journal, [entry])
    return home / "briefing.html"


def _clear_pages(home: Path, files: Collection[str]) -> None:
    """Remove the areas' pages of an earlier draft that this one has no longer."""
    for path in (home / AREA_INDEX, *(home / FOLDER).glob("*.html")):
        if path.relative_to(home).as_posix() not in files:
            path.unlink(missing_ok=True)


def as_json(value: object) -> bytes:
    """Return a value as the bytes of a JSON file, the same each time."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
