"""Two figures, each in the place of the other."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="cells-exchanged",
    what="Two cells with their values exchanged make more hold than fails.",
    share=0.02,
)


def changes(system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield the exchanges that leave nothing failing among the relations of the two cells; neighbours are likelier."""
    by_value: dict[int, list[int]] = {}
    for cell, stated in enumerate(system.stated):
        if stated and system.may_change(cell):
            by_value.setdefault(stated, []).append(cell)
    for cell in sorted({cell for row in system.wanted for cell, _ in system.terms[row]}):
        stated = system.stated[cell]
        if not stated or not system.may_change(cell):
            continue
        for needed in sorted(system.needed(cell)):
            for other in by_value.get(needed, []):
                exchanged = {cell: needed, other: stated}
                if needed != stated and system.mends(exchanged):
                    beside = other in system.neighbours(cell)
                    yield exchanged, 1 / 8 if beside else 1 / (4 * len(system.cells))
