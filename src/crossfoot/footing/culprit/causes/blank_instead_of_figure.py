"""A blank or a zero where a figure belongs."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="blank-instead-of-figure",
    what="The cell is blank or zero, and a figure is needed.",
    share=0.02,
)


def fits(cell: int, needed: int, system: System) -> float:
    """Return 1 for a blank or zero: of any true value just this would be left."""
    return 1.0 if not system.stated[cell] and needed > 0 else 0.0
