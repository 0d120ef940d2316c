"""All figures of a return in another power of ten: thousands where single ones are asked."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="whole-return-in-another-unit",
    what="All figures of a line times or divided by the same power of ten make everything hold.",
    share=0.01,
)

FEWEST = 2
POWERS = (3, 1, 2, 4, 6)


def changes(system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield each line that fails, in each power of ten that makes it hold; each is as likely."""
    for _, cells in sorted(system.lines.items()):
        told = [(cell, stated) for cell in cells if (stated := system.stated[cell])]
        if len(told) < FEWEST or not any(row in system.wanted for cell in cells for row, _ in system.rows_of[cell]):
            continue
        for power in POWERS:
            size = 10**power
            smaller = {cell: stated // size for cell, stated in told if stated % size == 0}
            greater = {cell: stated * size for cell, stated in told}
            for changed in (smaller, greater):
                if len(changed) == len(told) and system.mends(changed):
                    yield changed, 1 / (2 * len(POWERS))
