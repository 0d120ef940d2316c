"""A figure typed one place beside its own, which is left blank."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="typed-under-neighbour",
    what="A cell is blank or zero, and the figure it needs stands in the cell beside it, which needs to be zero.",
    share=0.02,
)


def changes(system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield each move of a figure to an empty cell beside it that leaves nothing failing; each side is as likely."""
    for cell in sorted({cell for row in system.wanted for cell, _ in system.terms[row]}):
        stated, beside = system.stated[cell], system.neighbours(cell)
        for other in beside:
            if stated and not system.stated[other]:
                moved = {cell: 0, other: stated}
                if system.mends(moved):
                    yield moved, 1 / len(beside)
