"""The verdict of a relation between intervals: it fails only if no true values could make it right."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from crossfoot.footing.interval import Interval, exactly


def total_of(parts: Iterable[Interval]) -> Interval:
    """Return the interval of the sum of the parts; of no parts, exactly zero."""
    return sum(parts, exactly(Decimal(0)))


def differs(stated: Interval, computed: Interval, tolerance: Decimal = Decimal(0)) -> bool:
    """Tell whether a stated value and its computed counterpart cannot both be true."""
    return not stated.meets(computed.widened(tolerance))


def exceeds(part: Interval, whole: Interval, tolerance: Decimal = Decimal(0)) -> bool:
    """Tell whether a part is greater than its whole, whatever the true values are."""
    return whole.widened(tolerance).below(part)


def share_of(part: Interval, whole: Interval, factor: int = 100) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the greatest `factor` * part / whole for a whole above zero, exactly.

    An end is None where it is unbounded or where the whole may be zero.
    """
    lowest = highest = None
    if part.lower is not None and whole.upper:
        lowest = Fraction(part.lower) * factor / Fraction(whole.upper)
    if part.upper is not None and whole.lower:
        highest = Fraction(part.upper) * factor / Fraction(whole.lower)
    return lowest, highest
