"""Approve, publish and make again: a published issue never changes, and can be made anew to the same bytes."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from crossfoot import __version__
from crossfoot.briefing import Format, Previous, index_page, read_previous
from crossfoot.briefing.formats import FILES
from crossfoot.engine.files import write_whole
from crossfoot.engine.journal import Approval, Publishing, append_entries, now
from crossfoot.errors import AlreadyThereError, NotFoundError, StorageError, TemplateError
from crossfoot.pipeline.brief import HOUSE, MOST_TOLD, TEMPLATE, Made, make_issue
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.issues import (
    FACTS,
    FINDINGS,
    PUBLISHED,
    Drafted,
    Published,
    as_json,
    digest_of,
    home_of,
    is_published,
    numbers,
    previous_bytes,
    read_draft,
    read_published,
)  # fmt: skip
from crossfoot.pipeline.ledger import Moment, parse_moment
from crossfoot.terms.issue import IssueNumber, Publication, parse_number

MADE_FROM = "made-from"  # what the issue depends on beside returns and journal, as it was
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Remade:
    """A published issue made again."""

    same: tuple[str, ...]  # names of files with the same bytes
    different: tuple[str, ...]
    version: str  # of Crossfoot, that made the published one


def asked_number(text: str) -> IssueNumber:
    """Return the number that a command was given.

    Raises:
        NotFoundError: it is none.
    """
    try:
        return parse_number(text)
    except ValueError as exc:
        raise NotFoundError(f"{exc}. Write it as 3, or 3a for an erratum.") from None


def approve(folder: Folder, number: IssueNumber, *, by: str) -> Approval:
    """Note in the journal that an office found a draft right, as it is now; return the entry.

    Raises:
        NotFoundError: there is no such draft.
        AlreadyThereError: it is published.
    """
    if is_published(folder, number):
        raise AlreadyThereError(f"Issue {number.label} is published, and no longer a draft.")
    read_draft(folder, number)
    entry = Approval(number.label, digest_of(folder, number), by, now())
    append_entries(folder.journal, [entry])
    return entry


def publish(folder: Folder, number: IssueNumber) -> Path:
    """Write an approved draft for good: the same figures, without the notice of a draft; return its page.

    A kill leaves a draft that is published by the next call, or the published issue.

    Raises:
        NotFoundError: there is no such draft, or nobody approved it as it is now.
        AlreadyThereError: it is published, or the campaign was changed since the draft.
        TemplateError: its template holds numbers that were typed by hand.
        StorageError: the folder cannot be written.
    """
    if is_published(folder, number):
        raise AlreadyThereError(f"Issue {number.label} is published. Correct it: --erratum {number.number}")
    drafted, digest = read_draft(folder, number), digest_of(folder, number)
    approval = _approval(folder, number, digest)
    if drafted.campaign_hash != folder.campaign_hash or drafted.version != __version__:
        raise AlreadyThereError(
            f"campaign.yaml, the areas or Crossfoot itself were changed since the draft of issue {number.label}. "
            f"Write and approve it again: crossfoot brief {folder.path}"
        )
    before = previous_bytes(folder, number)
    publication = Publication(parse_moment(approval.recorded_at).date(), approval.by)
    made = _made(folder, drafted, None if before is None else read_previous(*before), publication)
    if _said(made.rendered.files) != digest:
        raise StorageError(
            f"Issue {number.label} made again says something else than its approved draft: the journal or the ledger "
            f"was changed. Write and approve it again: crossfoot brief {folder.path}"
        )
    if made.rendered.typed:
        told = ", ".join(f"line {one.line}: “{one.text}”" for one in made.rendered.typed[:MOST_TOLD])
        raise TemplateError(
            f"briefing.md: holds numbers typed by hand, which have no source ({told}). "
            "Look them up, or mark them as the author's own: own(…)"
        )
    home = home_of(folder, number)
    for name, blob in {**dict(_description(folder, before)), **made.rendered.files}.items():
        write_whole(home / name, blob)
    files = {name: hashlib.sha256(blob).hexdigest() for name, blob in made.rendered.files.items()}
    published = Published(drafted, approval.by, publication.on.isoformat(), files)
    write_whole(home / PUBLISHED, as_json(asdict(published)))
    append_entries(folder.journal, [Publishing(number.label, digest, now())])
    write_index(folder)
    return home / FILES[Format.HTML]


def make_again(folder: Folder, number: IssueNumber) -> Remade:
    """Make a published issue again from returns, journal and the description as it was; compare the bytes.

    Raises:
        NotFoundError: it is not published.
        StorageError: its record is damaged.
    """
    published = read_published(folder, number)
    kept = home_of(folder, number) / MADE_FROM
    as_it_was = replace(folder, described=kept)
    before = None
    if (kept / FACTS).is_file() and (kept / FINDINGS).is_file():
        before = read_previous((kept / FACTS).read_bytes(), (kept / FINDINGS).read_bytes())
    publication = Publication(datetime.fromisoformat(published.published_on).date(), published.approved_by)
    made = _made(as_it_was, published.drafted, before, publication)
    hashes = {name: hashlib.sha256(blob).hexdigest() for name, blob in made.rendered.files.items()}
    same = tuple(sorted(name for name, known in published.files.items() if hashes.get(name) == known))
    different = tuple(sorted(set(published.files) - set(same)))
    return Remade(same, different, published.drafted.version)


def write_index(folder: Folder) -> None:
    """Write the list of published issues, each with its corrections."""
    listed = [(n, read_published(folder, n)) for n in numbers(folder) if is_published(folder, n)]
    rows = [(n, p.drafted.period, p.published_on, tuple(sorted(p.files))) for n, p in listed]
    write_whole(folder.issues / INDEX, index_page(folder.campaign, rows))


def _approval(folder: Folder, number: IssueNumber, digest: str) -> Approval:
    given = [e for e in folder.entries() if isinstance(e, Approval) and e.number == number.label]
    for entry in reversed(given):
        if entry.digest == digest:
            return entry
    changed = "was changed since it was approved" if given else "was not approved"
    raise NotFoundError(
        f"Issue {number.label} {changed}. Have it approved: crossfoot approve {folder.path} {number.label} --by OFFICE"
    )


def _made(folder: Folder, drafted: Drafted, before: Previous | None, publication: Publication) -> Made:
    at = Moment(datetime.fromisoformat(drafted.as_of).astimezone(UTC), parse_moment(drafted.known_at))
    formats = [Format(name) for name in drafted.formats]
    return make_issue(
        folder, at, parse_number(drafted.number), drafted.period, formats, before,
        areas=drafted.areas, published=publication, template=drafted.template,
    )  # fmt: skip


def _said(files: dict[str, bytes]) -> str:
    return hashlib.sha256(files[FACTS] + b"\0" + files[FINDINGS]).hexdigest()


def _description(folder: Folder, before: tuple[bytes, bytes] | None) -> Iterator[tuple[str, bytes]]:
    """The files that the issue depends on, by the names under which they are kept beside it."""
    drawn = (folder.campaign.map.file,) if folder.campaign.map else ()
    for name in ("campaign.yaml", folder.campaign.areas, *drawn, TEMPLATE, HOUSE):
        path = folder.description / name
        if path.is_file():
            yield f"{MADE_FROM}/{name}", path.read_bytes()
    if before is not None:
        yield f"{MADE_FROM}/{FACTS}", before[0]
        yield f"{MADE_FROM}/{FINDINGS}", before[1]
