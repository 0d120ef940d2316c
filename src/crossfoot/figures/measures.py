"""Values in the unit that their data element is kept in."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from crossfoot.campaign.units import Units
from crossfoot.figures.values import SMALLEST_PLACES, Value
from crossfoot.footing import Interval
from crossfoot.tables import LARGEST
from crossfoot.terms.figure import Status

_STEP = Decimal(1).scaleb(-SMALLEST_PLACES)


def converted(value: Value, written: str, unit: str, units: Units) -> Value | None:
    """Return a value in a data element's unit; None if it is written in a unit of another kind.

    Args:
        value: as read, in the unit that is written.
        written: the unit as the cell, its column or its heading names it.
        unit: code of the data element's unit; "" for a plain count.
        units: of the campaign.
    """
    if value.value is None or value.status is not Status.REPORTED:
        return value
    code = units.find(written)
    factors = units.factor(code, unit) if code is not None and unit else None
    if factors is None:
        return None
    best, least, greatest = factors
    low, high = value.interval.lower, value.interval.upper
    number = round(value.value * best, SMALLEST_PLACES)
    if abs(number) >= LARGEST:
        return None
    # Ends are rounded outwards: a table keeps six decimals, and must not shut out a true value.
    interval = Interval(
        None if low is None else min(low * least, low * greatest).quantize(_STEP, ROUND_FLOOR),
        None if high is None else max(high * least, high * greatest).quantize(_STEP, ROUND_CEILING),
        value.interval.lower_closed,
        value.interval.upper_closed,
    )
    return Value(value.status, number, interval, value.qualifier, code or "")
