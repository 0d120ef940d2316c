"""Yesterday's return sent again under today's date."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="return-sent-again",
    what="Of at least three figures of a line that are not zero four in five are those of the period before.",
    share=0.01,
)

FEWEST = 3


def fits(cell: int, needed: int, system: System) -> float:
    """Return 1 for a figure repeated in a line that is nearly all repeated."""
    line = system.cells[cell].context.line
    if line is None or not system.stated[cell] or system.stated[cell] != system.before(cell) or needed < 0:
        return 0.0
    told = [other for other in system.lines[line] if system.stated[other] and system.before(other) is not None]
    same = sum(system.stated[other] == system.before(other) for other in told)
    return 1.0 if len(told) >= FEWEST and 5 * same >= 4 * len(told) else 0.0
