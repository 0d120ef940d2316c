"""Totals of unlike things by a named convention: each times its factor, with the convention's range."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from crossfoot.engine import Engine
from crossfoot.rollups.quotients import to_six
from crossfoot.tables import CHANGES, LARGEST, ROLLUPS

Row = tuple[Any, ...]
TERMS = """
    SELECT q.equivalent, r.area, r.disaggregation, r.period, r.value, r.lo, r.hi, r.lo_closed, r.hi_closed,
           q.factor, q.least, q.greatest
    FROM rollups r JOIN equivalents q ON q.data_element = r.data_element
    JOIN elements e ON e.data_element = r.data_element AND e.over_areas = 'sum'
    ORDER BY q.equivalent, r.area, r.disaggregation, r.period, r.data_element
"""
# A place that reports one of the data elements has reported; it is expected if it is for any of them.
COUNTS = """
    SELECT k.equivalent, x.ancestor, k.disaggregation, k.longer, CAST(count(DISTINCT k.area) AS INTEGER)
    FROM (
        SELECT DISTINCT q.equivalent, p.longer, p.day, p.area, s.disaggregation, p.reach
        FROM {places} p
        JOIN rollup_subjects s ON s.subject = p.subject AND s.over_areas = 'sum'
        JOIN equivalents q ON q.data_element = s.data_element
        {where}
    ) k
    JOIN (
        SELECT ancestor, area, distance, starts, ends FROM rollup_climb
        UNION ALL
        SELECT area, area, 0, DATE '0001-01-01', DATE '9999-12-31' FROM rollup_loose
    ) x ON x.area = k.area AND x.starts <= k.day AND k.day <= x.ends AND x.distance <= k.reach
    GROUP BY k.equivalent, x.ancestor, k.disaggregation, k.longer
"""
LOOSE = """
    CREATE OR REPLACE TABLE rollup_loose AS
    SELECT DISTINCT n.area FROM rollup_numbers n LEFT JOIN areas a ON a.area = n.area WHERE a.area IS NULL
"""
CHANGED = """
    SELECT q.equivalent, c.area, c.disaggregation, c.period, c.against, c.now, c.before, c.places, q.factor
    FROM changes c JOIN equivalents q ON q.data_element = c.data_element
    JOIN elements e ON e.data_element = c.data_element AND e.over_areas = 'sum'
    ORDER BY q.equivalent, c.area, c.disaggregation, c.period, c.against, c.data_element
"""


class _Term(NamedTuple):
    value: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_closed: bool
    hi_closed: bool
    factor: Decimal
    least: Decimal
    greatest: Decimal


def add_equivalents(engine: Engine) -> None:
    """Add each equivalent to `rollups`, as a data element of its own."""
    engine.run(LOOSE)
    grouped: dict[Row, list[_Term]] = {}
    for row in engine.rows(TERMS):
        grouped.setdefault(row[:4], []).append(_Term(*row[4:]))
    if not grouped:
        return
    reported = _counts(engine, "rollup_places", "WHERE p.place = 1")
    expected = _counts(engine, "rollup_lowest", "")
    rows = []
    for key, terms in grouped.items():
        total = _total(terms)
        if total is not None:
            equivalent, area, disaggregation, period = key
            count = reported.get(key, 0)
            rows.append((area, equivalent, disaggregation, period, *total, count, max(count, expected.get(key, 0))))
    engine.add(ROLLUPS, rows)


def add_equivalent_changes(engine: Engine) -> None:
    """Add each equivalent to `changes`: of each data element, the places that reported it in both periods."""
    grouped: dict[Row, list[tuple[Fraction, Fraction, int]]] = {}
    for *key, now, before, places, factor in engine.rows(CHANGED):
        times = Fraction(factor)
        grouped.setdefault(tuple(key), []).append((Fraction(now) * times, Fraction(before) * times, places))
    rows = []
    for (equivalent, area, disaggregation, period, against), parts in grouped.items():
        now, before = (to_six(Fraction(sum(part[side] for part in parts))) for side in (0, 1))
        if max(abs(now), abs(before)) < LARGEST:
            places = max(part[2] for part in parts)
            rows.append((area, equivalent, disaggregation, period, against, now, before, places))
    engine.add(CHANGES, rows)


def _counts(engine: Engine, places: str, where: str) -> dict[Row, int]:
    return {row[:4]: row[4] for row in engine.rows(COUNTS.format(places=places, where=where))}


def _total(terms: Sequence[_Term]) -> Row | None:
    """The sum of value × factor with its ends, lo rounded down and hi up; None if it is too large to keep."""
    values = [None if t.value is None else Fraction(t.value) * Fraction(t.factor) for t in terms]
    lows = [None if t.lo is None else min(Fraction(t.lo) * Fraction(f) for f in (t.least, t.greatest)) for t in terms]
    highs = [None if t.hi is None else max(Fraction(t.hi) * Fraction(f) for f in (t.least, t.greatest)) for t in terms]
    value = _sum(values)
    low, high = _sum(lows, ROUND_FLOOR), _sum(highs, ROUND_CEILING)
    if any(end is not None and abs(end) >= LARGEST for end in (value, low, high)):
        return None
    return value, low, high, all(t.lo_closed for t in terms), all(t.hi_closed for t in terms)


def _sum(parts: list[Fraction | None], rounding: str = "ROUND_HALF_EVEN") -> Decimal | None:
    known = [part for part in parts if part is not None]
    return to_six(Fraction(sum(known)), rounding) if len(known) == len(parts) else None
