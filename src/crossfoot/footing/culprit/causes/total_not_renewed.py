"""A total left over from the period before."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="total-not-renewed",
    what="The cell is a total, states what it stated a period earlier, and its parts have moved.",
    share=0.01,
)


def fits(cell: int, needed: int, system: System) -> float:
    """Return 1 for a total that repeats the one before it: of any true value just this would be left."""
    repeats = system.stated[cell] and system.stated[cell] == system.before(cell) != needed
    return 1.0 if repeats and any(system.parts(cell)) else 0.0
