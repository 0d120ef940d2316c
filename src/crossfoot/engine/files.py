"""Files written whole or not at all: aside first, synced, then renamed."""

import os
from pathlib import Path

from crossfoot.errors import StorageError


def write_whole(path: Path, blob: bytes) -> None:
    """Write a file so that a kill or a power cut leaves the old one or the new one, never a part.

    Raises:
        StorageError: the disk is full, or the folder cannot be written.
    """
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            file.write(blob)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        _sync_folder(path.parent)
    except OSError as exc:
        aside.unlink(missing_ok=True)
        raise StorageError(f"{path}: cannot be written: {exc.strerror}. Free some space or check the rights.") from None


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; not every system lets a folder be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
