"""A total made before a part of it arrived."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="late-part",
    what="The cell is a total, and what it lacks is a part that was received after it.",
    share=0.02,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the total with each late part added, and with all of them."""
    stated = system.stated[cell]
    if stated is None:
        return
    for parts in system.parts(cell):
        late = [value for part, value in parts if system.cells[part].context.late]
        for value in {*late, sum(late)} - {0}:
            yield stated + value, 1 / (len(late) + 1)
