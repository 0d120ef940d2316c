"""Yesterday's return sent again under today's date."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="return-sent-again",
    what="Of at least three figures of a line that are not zero four in five are those of the period before, and the "
    "values that the other relations demand of them make everything hold.",
    share=0.01,
)

FEWEST = 3


def changes(system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield, for each line that repeats the one before, what the relations around it demand of its figures."""
    for name, cells in sorted(system.lines.items()):
        told = [cell for cell in cells if system.stated[cell] and system.before(cell) is not None]
        same = [cell for cell in told if system.stated[cell] == system.before(cell)]
        if len(told) >= FEWEST and 5 * len(same) >= 4 * len(told):
            demanded = _demanded(name, cells, system)
            if len(demanded) > 1 and system.mends(demanded):
                yield demanded, 1.0


def _demanded(line: str, cells: list[int], system: System) -> dict[int, int]:
    """Return the values demanded of the figures of a line by relations that hold no other figure of it."""
    found = {}
    for cell in cells:
        wanted = {
            demand.lo
            for row, factor in system.rows_of[cell]
            if row in system.wanted
            and all(other == cell or system.cells[other].context.line != line for other, _ in system.terms[row])
            and (demand := system.demand(cell, row, factor, {})).lo == demand.hi
        }
        needed = wanted.pop() if len(wanted) == 1 else None
        if needed is not None and system.may_change(cell) and system.allowed(cell, needed):
            found[cell] = needed
    return found
