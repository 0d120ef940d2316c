"""A line that was not copied to its end: its last cells are blank, and its total counts them."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="line-broken-off",
    what="Several parts are blank, and what they stated a period earlier makes everything hold.",
    share=0.005,
)

FEWEST = 2  # figures left out; a single one is a blank instead of a figure


def changes(system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield, for each failing relation, its blanks filled as a period earlier, if that makes it hold."""
    for row in sorted(system.wanted):
        blanks = [cell for cell, _ in system.terms[row] if system.stated[cell] is None and system.may_change(cell)]
        filled = {cell: before for cell in blanks if (before := system.before(cell))}
        if len(filled) >= FEWEST and system.mends(filled):
            yield filled, 1.0
