"""A total to date in the place of the total of the period."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="total-is-to-date",
    what="The cell is a total, and less the figure to date of the period before it is the needed value.",
    share=0.01,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the total less the figure to date of the period before."""
    stated, before = system.stated[cell], system.to_date_before(cell)
    if stated is not None and before and any(system.parts(cell)):
        yield stated - before, 1.0
