"""Files written whole or not at all: aside first, synced, then renamed."""

import os
import time
from contextlib import suppress
from pathlib import Path

from crossfoot.errors import StorageError

ASIDE = ".tmp"  # ends the name of a file that is not whole yet; such files are never read
DAY = 86_400  # seconds


def write_whole(path: Path, blob: bytes) -> None:
    """Write a file so that a kill or a power cut leaves the old one or the new one, never a part.

    Raises:
        StorageError: the disk is full, or the folder cannot be written.
    """
    aside = path.with_name(f"{path.name}.{os.getpid()}{ASIDE}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            file.write(blob)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        _sync_folder(path.parent)
    except OSError as exc:
        with suppress(OSError):  # where nothing can be written, nothing can be removed
            aside.unlink(missing_ok=True)
        raise StorageError(f"{path}: cannot be written: {exc.strerror}. Free some space or check the rights.") from None


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless they are there.

    Raises:
        StorageError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise StorageError(f"{path}: cannot be made: {exc.strerror}. Free some space or check the rights.") from None


def clear_left_over(folder: Path) -> None:
    """Remove what a kill left half written more than a day ago; younger files may belong to another command."""
    for path in folder.glob(f"*{ASIDE}"):
        try:
            if path.stat().st_mtime < time.time() - DAY:
                path.unlink(missing_ok=True)
        except OSError:
            continue  # it is in nobody's way


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
