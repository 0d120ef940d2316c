"""The journal: what was received, withdrawn, accepted, exempted, issued or sent, and when; only ever added to.

Each batch of entries is a file of its own, one JSON object a line, so that two writers never
meet, a kill never tears one, and version control can merge them.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from crossfoot.engine.files import write_whole
from crossfoot.errors import StorageError

ABOUT_TO_SEND, SENT, FAILED = "about-to-send", "sent", "failed"  # of a message


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file came in."""

    return_id: str  # SHA-256 of its bytes
    name: str  # as the sender wrote it
    size: int  # bytes
    received_at: str | None  # as declared: ISO 8601, UTC; None where nobody declared it
    recorded_at: str  # by our clock: ISO 8601, UTC
    kind: str = "receipt"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A return, an acceptance or an exemption was taken back; its bytes stay."""

    return_id: str  # of an acceptance or an exemption: the id of its entry
    why: str
    by: str
    recorded_at: str
    kind: str = "withdrawal"


@dataclass(frozen=True, slots=True)
class Issuing:
    """A briefing was written."""

    number: int
    as_of: str
    period: str
    campaign_hash: str
    version: str
    recorded_at: str
    erratum: str = ""  # a letter, where it corrects the issue of this number
    kind: str = "issuing"


@dataclass(frozen=True, slots=True)
class Approval:
    """An office found a draft right, as it was then."""

    number: str  # as printed: 3a
    digest: str  # SHA-256 of its facts and findings
    by: str  # an office, not a person
    recorded_at: str
    kind: str = "approval"


@dataclass(frozen=True, slots=True)
class Publishing:
    """An issue was published: it may no longer change."""

    number: str
    digest: str
    recorded_at: str
    kind: str = "publishing"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An office took a suggestion: one figure counts with another value; what was received stays."""

    finding_key: str  # the worst of the findings that it repairs
    suggestion_key: str
    figure_id: str  # the figure that it corrects; empty where the cell was not there at all
    area: str  # what the figure was about when it was accepted, as in the table `figures`
    data_element: str
    disaggregation: str
    period: str
    value: str  # the accepted value: an exact decimal, with the places that it is known to
    by: str  # an office, not a person
    why: str
    recorded_at: str
    kind: str = "acceptance"

    def __post_init__(self) -> None:
        """Refuse a value that is no number.

        Raises:
            ValueError: the value is not a finite decimal.
        """
        try:
            finite = Decimal(self.value).is_finite()
        except InvalidOperation:
            finite = False
        if not finite:
            raise ValueError(f"'{self.value}' is not a number")


@dataclass(frozen=True, slots=True)
class Exemption:
    """An office let a finding stand until a day, with its reason."""

    finding_key: str
    by: str  # an office, not a person
    why: str
    until: str  # ISO 8601: the last day on which it holds
    recorded_at: str
    kind: str = "exemption"

    def __post_init__(self) -> None:
        """Refuse an end that is no day.

        Raises:
            ValueError: `until` is not a day.
        """
        date.fromisoformat(self.until)


@dataclass(frozen=True, slots=True)
class Forwarding:
    """An office sends a published issue down to the areas below it, with its note."""

    number: str  # as printed: 3a
    area: str  # of the office
    office: str  # as it signs; no person
    note: str  # Markdown; empty where it says nothing
    recorded_at: str
    kind: str = "forwarding"


@dataclass(frozen=True, slots=True)
class Sending:
    """What is known of one message: it is about to be sent, it was sent, or it certainly was not."""

    number: str
    area: str  # that it is for
    sender: str  # area that it comes from
    to: str  # address of an office
    message_id: str  # the same however often it is sent
    digest: str  # SHA-256 of the message
    state: str  # about-to-send, sent or failed
    by: str  # smtp or folder
    day: str  # ISO 8601: the hierarchy of this day was circulated to
    reminder: str  # ISO 8601 day of a reminder; empty for the issue itself
    said: str  # what the server answered, or why it failed
    recorded_at: str
    kind: str = "sending"

    def __post_init__(self) -> None:
        """Refuse a state that there is not, and a day that is none.

        Raises:
            ValueError: the state or the day is none.
        """
        if self.state not in (ABOUT_TO_SEND, SENT, FAILED):
            raise ValueError(f"'{self.state}' is no state of a message")
        date.fromisoformat(self.day)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """An area has told that it has an issue."""

    number: str
    area: str
    day: str  # ISO 8601: on which it told so
    means: str  # reply, link or line
    message_id: str  # of the message that it answers; empty for a line of a list
    digest: str  # SHA-256 of the reply or list
    recorded_at: str
    kind: str = "acknowledgement"

    def __post_init__(self) -> None:
        """Refuse a day that is none.

        Raises:
            ValueError: it is none.
        """
        date.fromisoformat(self.day)


Entry = (
    Receipt | Withdrawal | Issuing | Approval | Publishing | Acceptance | Exemption | Forwarding | Sending
    | Acknowledgement
)  # fmt: skip
KINDS: dict[str, type[Entry]] = {
    "receipt": Receipt,
    "withdrawal": Withdrawal,
    "issuing": Issuing,
    "approval": Approval,
    "publishing": Publishing,
    "acceptance": Acceptance,
    "exemption": Exemption,
    "forwarding": Forwarding,
    "sending": Sending,
    "acknowledgement": Acknowledgement,
}


@dataclass(frozen=True, slots=True)
class Written:
    """An entry and where it stands, so that it can be evidence."""

    entry: Entry
    entry_id: str  # SHA-256 of its line
    file: str  # name of the file in the journal
    line: int  # counted from 1


def now() -> str:
    """Return the moment by our clock: ISO 8601 in UTC, to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def append_entries(folder: Path, entries: Sequence[Entry]) -> None:
    """Add entries to the journal: all of them or none.

    Raises:
        StorageError: the journal cannot be written.
    """
    if not entries:
        return
    lines = "".join(json.dumps(asdict(e), ensure_ascii=False, sort_keys=True) + "\n" for e in entries)
    stamp = now().replace(":", "").replace("-", "")
    # The sequence keeps the order even when the clock goes back.
    sequence = len(list(folder.glob("*.jsonl"))) + 1
    write_whole(folder / f"{sequence:06}-{stamp}-{secrets.token_hex(3)}.jsonl", lines.encode())


def read_entries(folder: Path) -> list[Entry]:
    """Return all entries in the order in which they were written.

    Raises:
        StorageError: a file of the journal is damaged; names it and its line.
    """
    return [written.entry for written in read_journal(folder)]


def read_journal(folder: Path) -> list[Written]:
    """Return all entries in the order in which they were written, each with its place.

    Raises:
        StorageError: a file of the journal is damaged; names it and its line.
    """
    out: list[Written] = []
    for path in sorted(folder.glob("*.jsonl")):
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as exc:
            raise StorageError(f"{path}: cannot be read: {exc}. Restore it from a copy.") from None
        for number, line in enumerate(lines, start=1):
            try:
                given: dict[str, Any] = json.loads(line)
                entry = KINDS[given["kind"]](**given)
                datetime.fromisoformat(entry.recorded_at)
                out.append(Written(entry, hashlib.sha256(line.encode()).hexdigest(), path.name, number))
            except (ValueError, TypeError, KeyError):
                raise StorageError(f"{path}:{number}: is not an entry. Restore the file from a copy.") from None
    return out
