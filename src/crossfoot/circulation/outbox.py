"""A folder of ready messages, for where there is no mail: one .eml an area, and a list of them."""

import csv
import hashlib
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from crossfoot.circulation.sending import Delivery, Outcome
from crossfoot.engine.files import write_whole
from crossfoot.errors import StorageError

LIST = "list.csv"
PLAIN = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass
class FolderPost:
    """Writes each message as a file; the list is written when all are there."""

    folder: Path
    label: str  # of the issue: 3, 3a
    written: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the journal calls it."""
        return "folder"

    def deliver(self, message: bytes, to: str, area: str) -> Delivery:
        """Write one message: the whole of it or nothing."""
        name = f"{self.label}-{_plain(area)}.eml"
        try:
            write_whole(self.folder / name, message)
        except StorageError as exc:
            return Delivery(Outcome.FAILED, str(exc), stop=True)
        self.written.append((area, to, name))
        return Delivery(Outcome.SENT, name)

    def close(self) -> None:
        """Write the list of what was written, beside what it lists already.

        Raises:
            StorageError: the folder cannot be written.
        """
        path = self.folder / LIST
        listed = {row[2]: row for row in _listed(path)}
        listed |= {row[2]: row for row in self.written}
        if not self.written:
            return
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows([("area", "address", "file"), *sorted(listed.values())])
        write_whole(path, out.getvalue().encode())


def _listed(path: Path) -> list[tuple[str, str, str]]:
    if not path.is_file():
        return []
    rows = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""))
    return [(row[0], row[1], row[2]) for row in rows if len(row) == 3 and row[2].endswith(".eml")]  # noqa: PLR2004


def _plain(code: str) -> str:
    """A code as part of a file's name: two codes never make the same."""
    plain = PLAIN.sub("-", code)
    return plain if plain == code else f"{plain}-{hashlib.sha256(code.encode()).hexdigest()[:8]}"
