"""A figure against the others of its own series: a slip of the decimal point stands out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from math import isqrt
from typing import Any

from crossfoot.checks._check import Check
from crossfoot.checks._sql import STEPS, said
from crossfoot.engine import Engine
from crossfoot.tables import AMOUNT, Column, Table
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="value-out-of-line",
    severity=Severity.WARNING,
    what="Compares a figure of a period (or what a figure to date grew by) with those of up to eight periods before "
    "and eight after it. Out of line is what is at least three times the largest of them, or at most a third of the "
    "smallest, and whose modified z-score is above 3.5 as well; with three to five others, whose distance from "
    "their mean is above three standard deviations. Where the others lie more than tenfold apart there is no line.",
    why="A figure with one digit too many changes the total of the whole campaign, and every sum may still hold.",
    remedy="Ask the area whether the figure is as meant; if it is, accept the finding with the reason.",
    detail=("z",),  # by how many standard deviations it is out of line, to one decimal
)

WINDOW = 8  # periods on each side; more than seven, so that a weekday meets itself in daily returns
FEWEST = 3  # others without which nothing is told: a slip is seen from the fourth period on
ENOUGH = 6  # others with which the median says more than the mean
TIMES = 3  # ordinary series vary by less within two windows, see the tests
APART = 10  # others further apart than this make no line that a slip of one digit could leave
SMALL = 20  # counts below this are not judged: they vary as they like
UNIT = 10**6  # amounts are kept as whole millionths, so that everything below is exact

SERIES = Table(
    "out_of_line",
    "Figures with their standing among the others of their series.",
    tuple(
        Column(name, kind, name, required=False)
        for name, kind in (
            ("area", "VARCHAR"), ("data_element", "VARCHAR"), ("disaggregation", "VARCHAR"), ("period", "VARCHAR"),
            ("outcome", "VARCHAR"), ("stated", AMOUNT), ("computed", AMOUNT), ("z", "VARCHAR"),
            ("figure_id", "VARCHAR"), ("before_id", "VARCHAR"),
        )
    ),
)  # fmt: skip
_SERIES = f"""
    CREATE OR REPLACE TABLE lines AS
    SELECT f.area, f.data_element, f.disaggregation, p.frequency, p.starts, f.period, e.whole, f.value,
           f.figure_id, NULL AS before_id
    FROM current_figures f
    JOIN periods p ON p.period = f.period AND p.starts IS NOT NULL
    JOIN elements e ON e.data_element = f.data_element AND e.kind = 'flow'
    JOIN rule_now r ON r.data_element = f.data_element
    WHERE f.occurrence = 1 AND {said("f")} AND f.value IS NOT NULL
    UNION ALL
    SELECT s.area, s.data_element, s.disaggregation, s.frequency, p.starts, s.period, e.whole,
           s.value - s.before_value, s.figure_id, s.before_id
    FROM steps s
    JOIN periods p ON p.period = s.period
    JOIN elements e ON e.data_element = s.data_element AND e.kind = 'cumulative'
    JOIN rule_now r ON r.data_element = s.data_element
    WHERE s.direct AND s.value IS NOT NULL AND s.before_value IS NOT NULL
"""
PREPARE = (STEPS, _SERIES)
_IN_ORDER = """
    SELECT area, data_element, disaggregation, frequency, starts, period, whole, value, figure_id, before_id
    FROM lines ORDER BY area, data_element, disaggregation, frequency, starts
"""


def prepare(engine: Engine) -> None:
    """Judge every figure among its neighbours in time. Here, not in SQL, which has no median everywhere.

    Only what is out of line, or cannot be told, comes back: all the others are in line.
    """
    engine.put(SERIES, _judged(engine.rows(_IN_ORDER)))


def _judged(rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for (area, element, disaggregation, _), found in groupby(rows, key=lambda row: row[:4]):
        series = list(found)
        amounts = [int(row[7] * UNIT) for row in series]
        for at, row in enumerate(series):
            others = amounts[max(0, at - WINDOW) : at] + amounts[at + 1 : at + 1 + WINDOW]
            outcome, middle, z = standing(amounts[at], others, whole=row[6])
            if outcome == "passed":
                continue
            computed = None if middle is None else Decimal(middle) / UNIT
            yield area, element, disaggregation, row[5], outcome, row[7], computed, z, row[8], row[9]


def standing(amount: int, others: Sequence[int], *, whole: bool) -> tuple[str, int | None, str]:
    """Return the outcome, the median of the others, and the score where it is out of line.

    Nothing is out of line where there is no line: where the others themselves lie more than tenfold apart
    (one at either end not counted, as it may be a slip itself). A zero is not judged either: it says
    that there was nothing, or that nothing was reported.

    Args:
        amount: the figure, in millionths.
        others: its neighbours, in millionths.
        whole: whether it counts whole things.
    """
    if len(others) < FEWEST:
        return "missing", None, ""
    if amount <= 0:
        return "passed", None, ""
    ordered = sorted(others)
    middle = _median(ordered)
    least, largest = (ordered[1], ordered[-2]) if len(others) >= ENOUGH else (ordered[0], ordered[-1])
    no_line = least <= 0 or largest > APART * least
    small = whole and max(amount, middle) < SMALL * UNIT
    in_range = amount < TIMES * ordered[-1] and TIMES * amount > ordered[0]
    if no_line or small or in_range:
        return "passed", middle, ""
    floor = isqrt(middle * UNIT) if whole else middle // 20
    if len(others) >= ENOUGH:
        centre, spread, most = middle, modified_spread(ordered, middle), Decimal("3.5")
    else:
        centre, spread, most = sum(others) // len(others), _deviation(others), Decimal(3)
    z = Decimal(abs(amount - centre)) / max(spread, floor, 1)
    return ("failed", middle, f"{z:.1f}") if z > most else ("passed", middle, "")


def modified_spread(ordered: Sequence[int], middle: int) -> int:
    """Return the standard deviation that the median distance implies; the mean distance where that is zero.

    The modified z-score of Iglewicz and Hoaglin (1993) is the distance from the median over this:
    0.6745 is the upper quartile of the normal distribution, 1.253314 the root of half of pi.
    """
    distances = sorted(abs(value - middle) for value in ordered)
    median_distance = _median(distances)
    if median_distance:
        return median_distance * 10_000 // 6_745
    return sum(distances) * 1_253_314 // (len(distances) * 1_000_000)


def _median(ordered: Sequence[int]) -> int:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2


def _deviation(values: Sequence[int]) -> int:
    """The standard deviation of a sample."""
    count, total = len(values), sum(values)
    return isqrt((count * sum(v * v for v in values) - total * total) // (count * (count - 1)))


QUERY = """
    SELECT outcome, area, data_element, disaggregation, period, '' AS extra, stated, computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, z AS detail
    FROM out_of_line
    UNION ALL
    SELECT 'passed', l.area, l.data_element, l.disaggregation, l.period, '', l.value, NULL, NULL, NULL, '', ''
    FROM lines l LEFT JOIN out_of_line o ON o.figure_id = l.figure_id WHERE o.figure_id IS NULL
"""

PROOF = """
    SELECT area, data_element, disaggregation, period, '' AS extra, 'stated' AS role, figure_id FROM lines
    UNION ALL
    SELECT area, data_element, disaggregation, period, '', 'other', before_id FROM lines
    WHERE before_id IS NOT NULL
"""
