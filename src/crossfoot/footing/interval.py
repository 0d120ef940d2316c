"""A figure as an interval: what the words "about", "over" and "7.8 %" leave open.

The rules are those of XBRL Calculations 1.1 (Recommendation 2023-02-22) for rounded values, with
the qualifiers of prose beside them.
"""

from dataclasses import dataclass
from decimal import Decimal

from crossfoot.terms.figure import Qualifier

ABOUT_SHARE = Decimal("0.05")  # "about" is read as within 5 %, unless the written place is coarser


@dataclass(frozen=True, slots=True)
class Interval:
    """All values that a statement allows, in its unit; an end that is None is unbounded."""

    lower: Decimal | None
    upper: Decimal | None
    lower_closed: bool = True  # whether the end itself is allowed
    upper_closed: bool = True

    def __add__(self, other: "Interval") -> "Interval":
        """Add ends to ends; an end stays closed only if both are."""
        return Interval(
            None if self.lower is None or other.lower is None else self.lower + other.lower,
            None if self.upper is None or other.upper is None else self.upper + other.upper,
            self.lower_closed and other.lower_closed,
            self.upper_closed and other.upper_closed,
        )

    def __neg__(self) -> "Interval":
        """Mirror at zero: the ends change places."""
        return Interval(
            None if self.upper is None else -self.upper,
            None if self.lower is None else -self.lower,
            self.upper_closed,
            self.lower_closed,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def widened(self, tolerance: Decimal) -> "Interval":
        """Return the interval wider by `tolerance` on both sides, its ends then closed."""
        if not tolerance:
            return self
        return Interval(
            None if self.lower is None else self.lower - tolerance,
            None if self.upper is None else self.upper + tolerance,
        )

    def below(self, other: "Interval") -> bool:
        """Tell whether every value here is less than every value there."""
        if self.upper is None or other.lower is None:
            return False
        if self.upper == other.lower:
            return not (self.upper_closed and other.lower_closed)
        return self.upper < other.lower

    def meets(self, other: "Interval") -> bool:
        """Tell whether some value is in both: the two statements can both be true."""
        return not (self.below(other) or other.below(self))

    def __contains__(self, value: Decimal) -> bool:
        return self.meets(Interval(value, value))


def exactly(value: Decimal) -> Interval:
    """Return the interval of one value."""
    return Interval(value, value)


def interval_of(
    value: Decimal,
    qualifier: Qualifier = Qualifier.EXACT,
    decimals: int | None = None,
    upper: Decimal | None = None,
) -> Interval:
    """Return what a stated value allows.

    Args:
        value: the number as stated, in its unit; of a range, its lower end.
        qualifier: what the reporter claims.
        decimals: the last place that was rounded to (1 for 7.8, -4 for 457万); None for an exact count.
        upper: the upper end of a range.
    """
    unit = Decimal(0) if decimals is None else Decimal(1).scaleb(-decimals)
    half = unit / 2
    match qualifier:
        case Qualifier.OVER:
            return Interval(value, None, lower_closed=False)
        case Qualifier.AT_LEAST:
            return Interval(value, None)
        case Qualifier.UNDER:
            return Interval(None, value, upper_closed=False)
        case Qualifier.AT_MOST:
            return Interval(None, value)
        case Qualifier.ODD:
            return Interval(value, value + (unit or 1), upper_closed=False)
        case Qualifier.SLIGHTLY_OVER:
            return Interval(value, value + (unit or 1), lower_closed=False, upper_closed=False)
        case Qualifier.SLIGHTLY_UNDER:
            return Interval(value - (unit or 1), value, lower_closed=False, upper_closed=False)
        case Qualifier.ABOUT:
            spread = max(half, abs(value) * ABOUT_SHARE)
            return Interval(value - spread, value + spread)
        case Qualifier.NEARLY:
            spread = max(unit, abs(value) * ABOUT_SHARE)
            return Interval(value - spread, value, upper_closed=False)
        case Qualifier.RANGE:
            return Interval(value, value if upper is None else upper)
        case Qualifier.EXACT | Qualifier.ONLY:
            return Interval(value - half, value + half)
