"""Written in another power of ten: thousands, ten thousands, a zero too many."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="unit-slip",
    what="The needed value is the stated one times or divided by 10, 100, 1,000, 10,000 or 1,000,000.",
    share=0.24,
)

# The power of ten, and how often a slip is this one; a figure too great is the more frequent.
SLIPS = ((1, 0.42), (3, 0.42), (2, 0.04), (4, 0.02), (6, 0.01))
TOO_SMALL = 0.1


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value divided, where that leaves no rest, and multiplied by each power of ten."""
    stated = system.stated[cell]
    if not stated:
        return
    for power, share in SLIPS:
        # A whole number stays one: what gets decimals is another cause, a decimal mark misread.
        size = 10**power * (system.whole if stated % system.whole == 0 else 1)
        if stated % size == 0:
            yield stated // 10**power, share
        yield stated * 10**power, share * TOO_SMALL
