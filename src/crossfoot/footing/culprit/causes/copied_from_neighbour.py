"""The figure of the cell beside, typed or filled in once more."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="copied-from-neighbour",
    what="The stated value is that of the cell to the left, to the right, above or below in the table as received.",
    share=0.01,
)


def fits(cell: int, needed: int, system: System) -> float:
    """Return the chance that just this neighbour was copied, each being as likely."""
    stated, beside = system.stated[cell], system.neighbours(cell)
    if not stated or needed == stated or not beside:
        return 0.0
    return sum(system.stated[other] == stated for other in beside) / len(beside)
