"""The journal: what was received, withdrawn or issued, and when; only ever added to.

Each batch of entries is a file of its own, one JSON object a line, so that two writers never
meet, a kill never tears one, and version control can merge them.
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crossfoot.engine.files import write_whole
from crossfoot.errors import StorageError


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
    """A return was taken back; its bytes stay."""

    return_id: str
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
    kind: str = "issuing"


Entry = Receipt | Withdrawal | Issuing
KINDS: dict[str, type[Receipt] | type[Withdrawal] | type[Issuing]] = {
    "receipt": Receipt,
    "withdrawal": Withdrawal,
    "issuing": Issuing,
}


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
    out: list[Entry] = []
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
                out.append(entry)
            except (ValueError, TypeError, KeyError):
                raise StorageError(f"{path}:{number}: is not an entry. Restore the file from a copy.") from None
    return out
