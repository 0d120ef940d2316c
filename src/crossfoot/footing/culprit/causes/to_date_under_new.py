"""A figure to date typed where the new one belongs."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="to-date-under-new",
    what="The stated value less the figure to date of the period before is the needed value.",
    share=0.01,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value less the figure to date of the period before, for a cell that is not a total."""
    stated, before = system.stated[cell], system.to_date_before(cell)
    if stated is not None and before and not any(system.parts(cell)):
        yield stated - before, 1.0
