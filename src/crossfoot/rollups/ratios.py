"""Indicators: factor × the sum above the line over the sum below it, never a mean of ratios."""

from decimal import Decimal
from fractions import Fraction

from crossfoot.engine import Engine
from crossfoot.rollups.over_areas import sum_over_areas
from crossfoot.rollups.quotients import to_six
from crossfoot.tables import LARGEST, RATIOS

# Above the line: what was rolled up. Its number of places goes along.
NUMERATORS = """
    CREATE OR REPLACE TABLE rollup_numerators AS
    SELECT i.indicator, r.area, r.period AS longer, coalesce(p.ends, DATE '9999-12-31') AS day,
           r.value, r.reported, r.expected
    FROM indicators i
    JOIN rollups r ON r.data_element = i.numerator AND r.disaggregation = ''
    JOIN periods p ON p.period = r.period
    WHERE r.value IS NOT NULL
"""
# Below the line, a stock holds until it is told anew: the last figure known at the period's end.
LATEST = """
    CREATE OR REPLACE TABLE rollup_latest AS
    SELECT k.longer, k.day, k.area, k.subject, k.period,
           k.value, k.lo, k.hi, k.lo_closed, k.hi_closed, 1 AS divisor, 1 AS place
    FROM (
        SELECT q.longer, q.day, n.area, s.subject, n.period, n.value, n.lo, n.hi, n.lo_closed, n.hi_closed,
               row_number() OVER (PARTITION BY q.longer, n.area, s.subject
                                  ORDER BY p.ends DESC, p.starts DESC, n.period) AS choice
        FROM (
            SELECT DISTINCT m.longer, m.day, i.denominator
            FROM rollup_numerators m JOIN indicators i ON i.indicator = m.indicator
        ) q
        JOIN rollup_subjects s ON s.data_element = q.denominator AND s.disaggregation = '' AND s.kind = 'stock'
        JOIN rollup_numbers n ON n.data_element = s.data_element AND n.disaggregation = ''
        JOIN periods p ON p.period = n.period AND p.ends <= q.day
        LEFT JOIN areas a ON a.area = n.area AND a.starts <= q.day AND q.day <= a.ends
        LEFT JOIN (SELECT DISTINCT area FROM areas) z ON z.area = n.area
        WHERE a.area IS NOT NULL OR z.area IS NULL
    ) k
    WHERE k.choice = 1
"""
LATEST_PLACES = """
    CREATE OR REPLACE TABLE rollup_latest_places AS
    SELECT s.* FROM rollup_latest s
    LEFT JOIN (
        SELECT DISTINCT b.longer, b.subject, x.ancestor AS area
        FROM rollup_latest b
        JOIN ancestors x ON x.area = b.area AND x.distance > 0 AND x.starts <= b.day AND b.day <= x.ends
    ) c ON c.longer = s.longer AND c.subject = s.subject AND c.area = s.area
    WHERE c.area IS NULL
"""
# An area's own statement comes before the sum of those of its parts that made one.
DENOMINATORS = """
    CREATE OR REPLACE TABLE rollup_denominators AS
    SELECT i.indicator, t.longer, t.area, coalesce(o.value, t.value) AS value
    FROM indicators i
    JOIN rollup_subjects s ON s.data_element = i.denominator AND s.disaggregation = '' AND s.kind = 'stock'
    JOIN rollup_latest_totals t ON t.subject = s.subject
    LEFT JOIN rollup_latest o ON o.longer = t.longer AND o.area = t.area AND o.subject = t.subject
    UNION ALL
    SELECT i.indicator, r.period, r.area, r.value
    FROM indicators i
    JOIN rollups r ON r.data_element = i.denominator AND r.disaggregation = ''
    LEFT JOIN rollup_subjects s ON s.data_element = i.denominator AND s.disaggregation = '' AND s.kind = 'stock'
    WHERE s.subject IS NULL
"""
# The lowest areas that have both, so that the two sums are over the same places.
PAIRS = """
    CREATE OR REPLACE TABLE rollup_pairs AS
    SELECT n.indicator, n.longer, n.day, n.area, n.value AS numerator, d.value AS denominator, n.reported
    FROM rollup_numerators n
    JOIN rollup_denominators d ON d.indicator = n.indicator AND d.longer = n.longer AND d.area = n.area
    WHERE d.value IS NOT NULL
"""
LOWEST_PAIRS = """
    CREATE OR REPLACE TABLE rollup_lowest_pairs AS
    SELECT p.* FROM rollup_pairs p
    LEFT JOIN (
        SELECT DISTINCT b.indicator, b.longer, x.ancestor AS area
        FROM rollup_pairs b
        JOIN rollup_climb x ON x.area = b.area AND x.distance > 0 AND x.starts <= b.day AND b.day <= x.ends
    ) c ON c.indicator = p.indicator AND c.longer = p.longer AND c.area = p.area
    WHERE c.area IS NULL
"""
SUMMED = """
    SELECT k.indicator, k.area, k.longer, sum(k.numerator), sum(k.denominator),
           CAST(sum(k.reported) AS INTEGER), CAST(max(n.expected) AS INTEGER), max(i.factor)
    FROM (
        SELECT indicator, longer, area, numerator, denominator, reported FROM rollup_lowest_pairs
        UNION ALL
        SELECT p.indicator, p.longer, x.ancestor, p.numerator, p.denominator, p.reported
        FROM rollup_lowest_pairs p
        JOIN rollup_climb x ON x.area = p.area AND x.distance > 0 AND x.starts <= p.day AND p.day <= x.ends
    ) k
    JOIN indicators i ON i.indicator = k.indicator
    JOIN rollup_numerators n ON n.indicator = k.indicator AND n.longer = k.longer AND n.area = k.area
    GROUP BY k.indicator, k.area, k.longer
    ORDER BY k.indicator, k.area, k.longer
"""


def find_ratios(engine: Engine) -> None:
    """Fill `ratios`: indicators over the lowest places that have both numerator and denominator."""
    engine.run(NUMERATORS)
    engine.run(LATEST)
    engine.run(LATEST_PLACES)
    sum_over_areas(engine, "rollup_latest_places", "rollup_latest_totals")
    for statement in (DENOMINATORS, PAIRS, LOWEST_PAIRS):
        engine.run(statement)
    rows = []
    for indicator, area, longer, above, below, reported, expected, factor in engine.rows(SUMMED):
        value = ratio(above, below, factor)
        rows.append((indicator, area, longer, above, below, value, reported, max(reported, expected)))
    engine.put(RATIOS, rows)


def ratio(numerator: Decimal, denominator: Decimal, factor: int) -> Decimal | None:
    """Return factor × numerator / denominator, rounded once to six decimals; None if there is no such number."""
    if denominator == 0:
        return None
    value = to_six(factor * Fraction(numerator) / Fraction(denominator))
    return value if abs(value) < LARGEST else None
