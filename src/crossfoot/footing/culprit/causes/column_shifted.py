"""The figures of a column, from some place on, one place too far along it."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._shifts import shifted
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="column-shifted",
    what="The figures of a column of the table as received, moved back by one place, make everything hold.",
    share=0.01,
)


def changes(system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield the moves within each column that has a failing relation."""
    for line in system.columns:
        if any(row in system.wanted for cell in line for row, _ in system.rows_of[cell]):
            yield from shifted(line, system)
