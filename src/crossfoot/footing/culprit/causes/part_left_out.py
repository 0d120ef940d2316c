"""A total made without one of its parts."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="part-left-out",
    what="The cell is a total, and what it lacks is one of its parts.",
    share=0.02,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the total with each part added once more; each part that is not zero is as likely to be left out."""
    stated = system.stated[cell]
    if stated is None:
        return
    for parts in system.parts(cell):
        for part, value in parts:
            if not system.cells[part].context.late:
                yield stated + value, 1 / len(parts)
