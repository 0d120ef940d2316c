"""One writer at a time where two would do a thing twice; the system lets go of a lock when a process dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crossfoot.errors import StorageError


@contextmanager
def only_one(path: Path, doing: str) -> Iterator[None]:
    """Hold a lock while the block runs.

    Raises:
        StorageError: another process holds it, or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as exc:
        raise StorageError(f"{path}: cannot be written: {exc.strerror}. Check its rights.") from None
    try:
        try:
            _take(handle)
        except OSError:
            raise StorageError(f"{path}: {doing} is under way already. Wait until it is through.") from None
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not on every system

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
