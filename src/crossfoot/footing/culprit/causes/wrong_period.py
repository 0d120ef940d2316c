"""The figure of another period of the same series."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="wrong-period",
    what="The cell is not a total and states what its series stated in an earlier period.",
    share=0.01,
)


def fits(cell: int, needed: int, system: System) -> float:
    """Return the chance that the figure of just this earlier period was taken, each being as likely."""
    stated, earlier = system.stated[cell], system.earlier(cell)
    if not stated or not earlier or needed in earlier or any(system.parts(cell)):
        return 0.0
    return earlier.count(stated) / len(earlier)
