"""Another figure altogether, with nothing to tell how it came about."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="other-value",
    what="Nothing explains how the stated value came about; other relations, or the history, tell that it is wrong.",
    share=0.02,
)

DECADES = 16  # natural logarithms from 1 to ten million: any size is as likely


def fits(cell: int, needed: int, system: System) -> float:
    """Return the chance of just this value where any size is as likely."""
    return 1 / (DECADES * (abs(system.stated[cell] or 0) + 1))
