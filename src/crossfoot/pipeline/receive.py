"""Take returns in: every byte kept, every file told about."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.engine.files import ASIDE, clear_left_over, write_whole
from crossfoot.engine.journal import Receipt, Withdrawal, append_entries, now
from crossfoot.errors import NotFoundError, StorageError
from crossfoot.pipeline.folder import Folder

BATCH = 100  # files between two entries in the journal: what a kill can make us take in again
IGNORED = frozenset({".ds_store", "thumbs.db", ".gitkeep", "desktop.ini"})
MARKS_OF_OFFICE = ("~$", ".~lock.")  # beside a workbook while somebody has it open


@dataclass(frozen=True, slots=True)
class Received:
    """What happened to one file."""

    name: str
    return_id: str
    outcome: str  # new | copy (the same bytes under another name) | known (nothing to do)


def receive(folder: Folder, paths: Sequence[Path] | None = None, *, received_at: str | None = None) -> list[Received]:
    """Take files in, from these paths or all of the inbox; return what happened to each, in order.

    A return that was taken back stays so while its file lies in the inbox; named by its path it counts again.

    Raises:
        NotFoundError: a path that was given is not there.
        StorageError: the campaign's folder cannot be written.
    """
    clear_left_over(folder.returns)
    clear_left_over(folder.journal)
    known: set[tuple[str, str]] = set()
    for entry in folder.entries():
        if isinstance(entry, Receipt):
            known.add((entry.return_id, entry.name))
        elif isinstance(entry, Withdrawal) and paths is not None:
            known = {(return_id, name) for return_id, name in known if return_id != entry.return_id}
    ids = {return_id for return_id, _ in known}
    out: list[Received] = []
    batch: list[Receipt] = []
    for path in _files([folder.inbox] if paths is None else paths):
        blob = _bytes(path)
        return_id = hashlib.sha256(blob).hexdigest()
        name = _name(path)
        if (return_id, name) in known:
            out.append(Received(name, return_id, "known"))
            continue
        out.append(Received(name, return_id, "copy" if return_id in ids else "new"))
        if return_id not in ids:
            write_whole(folder.returns / f"{return_id}{_suffix(path)}", blob)
        known.add((return_id, name))
        ids.add(return_id)
        batch.append(Receipt(return_id, name, len(blob), received_at, now()))
        if len(batch) == BATCH:
            append_entries(folder.journal, batch)
            batch = []
    append_entries(folder.journal, batch)
    return out


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (p for p in inside if not _ignored(p.name))
        elif path.is_file():
            yield path
        elif path.name != "inbox":
            raise NotFoundError(f"{path}: there is no such file. Check the path.")


def _ignored(name: str) -> bool:
    """Whether a file in a folder is no return: a program's own, or one not whole yet."""
    return name.casefold() in IGNORED or name.startswith(MARKS_OF_OFFICE) or name.endswith(ASIDE)


def _name(path: Path) -> str:
    """The name of a file as text, even where its bytes are none."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as exc:
        raise StorageError(f"{path}: cannot be read: {exc.strerror}. Check its rights.") from None


def _suffix(path: Path) -> str:
    """The ending of a name, if it is a plain one; it only helps people who open the file."""
    suffix = path.suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() and len(suffix) <= 6 else ""  # noqa: PLR2004
