"""XLSX and ODS: the values as kept, never a formula worked out anew; unpacked in a process with limits."""

from crossfoot.confinement import EndedError, Ending, Limits, confined
from crossfoot.errors import UnreadableReturnError
from crossfoot.returns.packed import read_packed
from crossfoot.terms.sheet import MOST_CELLS, Sheet

LIMITS = Limits(memory=1_500_000_000, seconds=60)
ENDINGS = {
    Ending.TIME: f"takes longer than {LIMITS.seconds} seconds to read",
    Ending.MEMORY: "needs more memory than a table does",
    Ending.CRASHED: "is a damaged workbook, or needs more memory than a table does",
    Ending.DEFECT: "made the reader stumble, which is a defect of Crossfoot: please report it with the file",
}


def read_workbook(blob: bytes) -> list[Sheet]:
    """Return the sheets of a workbook, each from its cell A1; a hidden one without its cells.

    Raises:
        UnreadableReturnError: it is no workbook, is damaged, has a password, or exceeds a limit.
    """
    try:
        return confined(read_packed, blob, MOST_CELLS, limits=LIMITS)
    except EndedError as error:
        raise UnreadableReturnError(ENDINGS[error.ending]) from error
