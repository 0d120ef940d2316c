"""A decimal mark read as a mark of thousands, or the other way round."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="decimal-mark-as-thousands",
    what="The needed value is the stated one with its last one to three digits behind the decimal mark, or a stated "
    "value with three decimals without the mark.",
    share=0.01,
)

PLACES = (1, 2, 3)
THOUSAND = 1000


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value over 10, 100 or 1,000 where decimals come of it, and one with three decimals times 1,000."""
    stated, whole = system.stated[cell], system.whole
    if not stated or whole == 1:
        return
    if stated % whole == 0:
        for places in PLACES:
            if stated % 10**places == 0 and stated // 10**places % whole:
                yield stated // 10**places, 1 / len(PLACES)
    elif whole >= THOUSAND and stated % (whole // 100):
        yield stated * THOUSAND, 1 / 2
