"""A total in which one of its parts, or a subtotal of them, is counted twice."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="part-counted-twice",
    what="The cell is a total, and what it has too much is one of its parts, or a total of some of them.",
    share=0.02,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the total less each of its parts, and less each total whose own parts are all among them."""
    stated = system.stated[cell]
    if stated is None:
        return
    for parts in system.parts(cell):
        names = {part for part, _ in parts}
        within = [(other, system.stated[other]) for other in _subtotals(names, cell, system)]
        again = [*parts, *((other, value) for other, value in within if value)]
        for _, value in again:
            yield stated - value, 1 / len(again)


def _subtotals(names: set[int], cell: int, system: System) -> set[int]:
    """Return the other totals of which all parts that are not zero are among some cells."""
    return {
        other
        for other in system.totals
        if other != cell and other not in names and any(_within(parts, names) for parts in system.parts(other))
    }


def _within(parts: list[tuple[int, int]], names: set[int]) -> bool:
    return bool(parts) and all(part in names for part, _ in parts)
