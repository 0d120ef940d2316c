"""Indicators: factor × the sum above the line over the sum below it, never a mean of ratios."""

from decimal import Decimal
from fractions import Fraction

from crossfoot.engine import Engine
from crossfoot.rollups.expected import count_lowest
from crossfoot.rollups.over_areas import sum_over_areas
from crossfoot.rollups.quotients import to_six
from crossfoot.rollups.speaking import FAR, find_speakers
from crossfoot.tables import LARGEST, RATIOS

# How many data elements are added up on each side of the line: all of them must be there.
SIDES = """
    CREATE OR REPLACE TABLE rollup_sides AS
    SELECT indicator, side, count(*) AS terms FROM terms GROUP BY indicator, side
"""
# Above the line: what was rolled up. Its number of places goes along.
NUMERATORS = """
    CREATE OR REPLACE TABLE rollup_numerators AS
    SELECT t.indicator, r.area, r.period AS longer, coalesce(max(p.ends), DATE '9999-12-31') AS day,
           sum(r.value) AS value, min(r.reported) AS reported, max(r.expected) AS expected
    FROM terms t
    JOIN rollup_sides c ON c.indicator = t.indicator AND c.side = t.side
    JOIN rollups r ON r.data_element = t.data_element AND r.disaggregation = ''
    JOIN periods p ON p.period = r.period
    WHERE t.side = 'numerator' AND r.value IS NOT NULL
    GROUP BY t.indicator, r.area, r.period
    HAVING count(*) = max(c.terms)
"""
# Below the line, a stock holds until it is told anew: the last figure known at the period's end.
LATEST = """
    CREATE OR REPLACE TABLE rollup_latest AS
    SELECT k.longer, k.day, k.area, k.subject, k.period,
           k.value, k.lo, k.hi, k.lo_closed, k.hi_closed, 1 AS divisor, 1 AS place,
           CAST(NULL AS DATE) AS starts, CAST(NULL AS DATE) AS ends, 'last' AS over_time
    FROM (
        SELECT q.longer, q.day, n.area, s.subject, n.period, n.value, n.lo, n.hi, n.lo_closed, n.hi_closed,
               row_number() OVER (PARTITION BY q.longer, n.area, s.subject
                                  ORDER BY p.ends DESC, p.starts DESC, n.period) AS choice
        FROM (
            SELECT DISTINCT m.longer, m.day, t.data_element AS denominator
            FROM rollup_numerators m JOIN terms t ON t.indicator = m.indicator AND t.side = 'denominator'
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
LATEST_STATED = """
    CREATE OR REPLACE TABLE rollup_latest_stated AS
    SELECT DISTINCT s.longer, s.day, s.area, s.subject, e.may_be_negative AS negative, false AS incomplete
    FROM rollup_latest s
    JOIN rollup_upper u ON u.area = s.area
    JOIN rollup_subjects b ON b.subject = s.subject AND b.over_areas = 'sum'
    JOIN elements e ON e.data_element = b.data_element AND e.missing NOT IN ('partial_zero', 'non_zero', 'always_zero')
"""
LATEST_PLACES = """
    CREATE OR REPLACE TABLE rollup_latest_places AS
    SELECT s.longer, s.day, s.area, s.subject, s.period, s.value, s.lo, s.hi, s.lo_closed, s.hi_closed,
           s.divisor, s.place, coalesce(l.reach, {far}) AS reach
    FROM rollup_latest s
    LEFT JOIN rollup_latest_limited l ON l.longer = s.longer AND l.subject = s.subject AND l.area = s.area
    LEFT JOIN rollup_latest_verdicts v
      ON v.longer = s.longer AND v.subject = s.subject AND v.area = s.area AND v.verdict = 'speaks'
    LEFT JOIN (
        SELECT DISTINCT b.longer, b.subject, x.ancestor AS area
        FROM rollup_latest b
        JOIN ancestors x ON x.area = b.area AND x.distance > 0 AND x.starts <= b.day AND b.day <= x.ends
    ) c ON c.longer = s.longer AND c.subject = s.subject AND c.area = s.area
    WHERE c.area IS NULL OR v.area IS NOT NULL
"""
# An area's own statement comes before the sum of those of its parts that made one.
DENOMINATORS = """
    CREATE OR REPLACE TABLE rollup_denominators AS
    SELECT k.indicator, k.longer, k.area, sum(k.value) AS value
    FROM (
        SELECT i.indicator, t.longer, t.area, coalesce(o.value, t.value) AS value
        FROM terms i
        JOIN rollup_subjects s ON s.data_element = i.data_element AND s.disaggregation = '' AND s.kind = 'stock'
        JOIN rollup_latest_totals t ON t.subject = s.subject
        LEFT JOIN rollup_latest o ON o.longer = t.longer AND o.area = t.area AND o.subject = t.subject
        WHERE i.side = 'denominator'
        UNION ALL
        SELECT i.indicator, r.period, r.area, r.value
        FROM terms i
        JOIN rollups r ON r.data_element = i.data_element AND r.disaggregation = ''
        LEFT JOIN rollup_subjects s ON s.data_element = i.data_element AND s.disaggregation = '' AND s.kind = 'stock'
        WHERE i.side = 'denominator' AND s.subject IS NULL
    ) k
    JOIN rollup_sides c ON c.indicator = k.indicator AND c.side = 'denominator'
    WHERE k.value IS NOT NULL
    GROUP BY k.indicator, k.longer, k.area
    HAVING count(*) = max(c.terms)
"""
# The lowest areas that have both, so that the two sums are over the same places.
PAIRS = """
    CREATE OR REPLACE TABLE rollup_pairs AS
    SELECT n.indicator, n.longer, n.day, n.area, n.value AS numerator, d.value AS denominator, n.reported
    FROM rollup_numerators n
    JOIN rollup_denominators d ON d.indicator = n.indicator AND d.longer = n.longer AND d.area = n.area
    WHERE d.value IS NOT NULL
"""
# An area that states all numbers of its pair speaks for its parts unless they all have a pair: what
# is below the line is then about the same places as what is above it.
JUDGED_TERMS = """
    CREATE OR REPLACE TABLE rollup_judged_terms AS
    SELECT k.source, k.longer, k.area, k.subject, max(CASE WHEN k.verdict = 'speaks' THEN 1 ELSE 0 END) AS speaks
    FROM (
        SELECT 'rolled' AS source, longer, area, subject, verdict FROM rollup_total_verdicts
        UNION ALL
        SELECT 'latest', longer, area, subject, verdict FROM rollup_latest_verdicts
    ) k
    GROUP BY k.source, k.longer, k.area, k.subject
    HAVING max(CASE WHEN k.verdict IN ('contradicted', 'unstated') THEN 1 ELSE 0 END) = 0
"""
STATED_PAIRS = """
    CREATE OR REPLACE TABLE rollup_pair_stated AS
    SELECT p.longer, p.day, p.area, i.number AS subject, false AS negative,
           coalesce(max(j.speaks), 0) = 1 AS incomplete
    FROM rollup_pairs p
    JOIN (SELECT indicator, CAST(row_number() OVER (ORDER BY indicator) AS INTEGER) AS number FROM indicators) i
      ON i.indicator = p.indicator
    JOIN terms t ON t.indicator = p.indicator
    LEFT JOIN rollup_subjects s ON s.data_element = t.data_element AND s.disaggregation = ''
    LEFT JOIN rollup_judged_terms j ON j.longer = p.longer AND j.area = p.area AND j.subject = s.subject
     AND j.source = CASE WHEN t.side = 'denominator' AND s.kind = 'stock' THEN 'latest' ELSE 'rolled' END
    GROUP BY p.longer, p.day, p.area, i.number
    HAVING count(*) = count(j.area)
"""
PAIR_ROWS = """
    CREATE OR REPLACE TABLE rollup_pair_rows AS
    SELECT p.indicator, p.longer, p.day, p.area, i.number AS subject, '' AS period,
           CAST(NULL AS DATE) AS starts, CAST(NULL AS DATE) AS ends, 'last' AS over_time,
           CAST(NULL AS DECIMAL(38, 6)) AS lo, CAST(NULL AS DECIMAL(38, 6)) AS hi, true AS lo_closed, true AS hi_closed,
           p.numerator, p.denominator, p.reported, CASE WHEN c.area IS NULL THEN 1 ELSE 0 END AS lowest
    FROM rollup_pairs p
    JOIN (SELECT indicator, CAST(row_number() OVER (ORDER BY indicator) AS INTEGER) AS number FROM indicators) i
      ON i.indicator = p.indicator
    LEFT JOIN rollup_pair_stated t ON t.longer = p.longer AND t.area = p.area AND t.subject = i.number
    LEFT JOIN (
        SELECT DISTINCT b.indicator, b.longer, x.ancestor AS area
        FROM rollup_pairs b
        JOIN rollup_climb x ON x.area = b.area AND x.distance > 0 AND x.starts <= b.day AND b.day <= x.ends
    ) c ON c.indicator = p.indicator AND c.longer = p.longer AND c.area = p.area
    WHERE c.area IS NULL OR t.area IS NOT NULL
"""
LOWEST_PAIRS = """
    CREATE OR REPLACE TABLE rollup_lowest_pairs AS
    SELECT p.*, coalesce(l.reach, {far}) AS reach
    FROM rollup_pair_rows p
    LEFT JOIN rollup_pair_limited l ON l.longer = p.longer AND l.area = p.area AND l.subject = p.subject
    LEFT JOIN rollup_pair_verdicts v
      ON v.longer = p.longer AND v.area = p.area AND v.subject = p.subject AND v.verdict = 'speaks'
    WHERE p.lowest = 1 OR v.area IS NOT NULL
"""
# An area may speak for its parts above the line and have nothing below it: then the pairs of its
# parts count, out of all the places that it spoke for.
SILENT_PAIRS = """
    CREATE OR REPLACE TABLE rollup_silent_pairs AS
    SELECT DISTINCT t.indicator, k.longer, k.area, k.subject
    FROM rollup_speaking k
    JOIN rollup_subjects s ON s.subject = k.subject AND s.disaggregation = ''
    JOIN terms t ON t.data_element = s.data_element AND t.side = 'numerator'
    LEFT JOIN rollup_lowest_pairs p ON p.indicator = t.indicator AND p.longer = k.longer AND p.area = k.area
    WHERE p.area IS NULL
"""
STILL_SPEAKING = """
    CREATE OR REPLACE TABLE rollup_pair_speaking AS
    SELECT k.* FROM rollup_speaking k
    LEFT JOIN rollup_silent_pairs p
      ON p.longer = k.longer AND p.area = k.area AND p.subject = k.subject AND p.indicator = $1
    WHERE p.area IS NULL
"""
NO_COUNTS = """
    CREATE OR REPLACE TABLE rollup_pair_counts
    (indicator VARCHAR, longer VARCHAR, area VARCHAR, expected INTEGER)
"""
PAIR_COUNTS = """
    INSERT INTO rollup_pair_counts
    SELECT t.indicator, x.longer, x.area, max(x.expected)
    FROM terms t
    JOIN rollup_subjects s ON s.data_element = t.data_element AND s.disaggregation = ''
    JOIN rollup_pair_expected x ON x.subject = s.subject
    WHERE t.indicator = $1 AND t.side = 'numerator'
    GROUP BY t.indicator, x.longer, x.area
"""
SUMMED = """
    SELECT k.indicator, k.area, k.longer, sum(k.numerator), sum(k.denominator),
           CAST(sum(k.reported) AS INTEGER), CAST(max(coalesce(e.expected, n.expected)) AS INTEGER), max(i.factor)
    FROM (
        SELECT indicator, longer, area, numerator, denominator, reported FROM rollup_lowest_pairs
        UNION ALL
        SELECT p.indicator, p.longer, x.ancestor, p.numerator, p.denominator, p.reported
        FROM rollup_lowest_pairs p
        JOIN rollup_climb x ON x.area = p.area AND x.distance > 0 AND x.starts <= p.day AND p.day <= x.ends
        WHERE x.distance <= p.reach
    ) k
    JOIN indicators i ON i.indicator = k.indicator
    JOIN rollup_numerators n ON n.indicator = k.indicator AND n.longer = k.longer AND n.area = k.area
    LEFT JOIN rollup_pair_counts e ON e.indicator = k.indicator AND e.longer = k.longer AND e.area = k.area
    GROUP BY k.indicator, k.area, k.longer
    ORDER BY k.indicator, k.area, k.longer
"""


def find_ratios(engine: Engine) -> None:
    """Fill `ratios`: indicators over the lowest places that have both numerator and denominator.

    An area that states both speaks for its parts where they have not all got both.
    """
    for statement in (SIDES, NUMERATORS, LATEST, LATEST_STATED):
        engine.run(statement)
    find_speakers(engine, "rollup_latest", "rollup_latest_stated", "rollup_latest")
    engine.run(LATEST_PLACES.format(far=FAR))
    sum_over_areas(engine, "rollup_latest_places", "rollup_latest_totals")
    for statement in (DENOMINATORS, PAIRS, JUDGED_TERMS, STATED_PAIRS, PAIR_ROWS):
        engine.run(statement)
    find_speakers(engine, "rollup_pair", "rollup_pair_stated", "rollup_pair_rows")
    engine.run(LOWEST_PAIRS.format(far=FAR))
    _count_pairs(engine)
    rows = []
    for indicator, area, longer, above, below, reported, expected, factor in engine.rows(SUMMED):
        value = ratio(above, below, factor)
        rows.append((indicator, area, longer, above, below, value, reported, max(reported, expected)))
    engine.put(RATIOS, rows)


def _count_pairs(engine: Engine) -> None:
    """Fill `rollup_pair_counts`: the places expected, where that is not what `rollups` says of the numerator."""
    engine.run(SILENT_PAIRS)
    engine.run(NO_COUNTS)
    for (indicator,) in engine.rows("SELECT DISTINCT indicator FROM rollup_silent_pairs ORDER BY indicator"):
        engine.run(STILL_SPEAKING, [indicator])
        count_lowest(engine, "rollup_pair_speaking", "rollup_pair_lowest", "rollup_pair_expected")
        engine.run(PAIR_COUNTS, [indicator])


def ratio(numerator: Decimal, denominator: Decimal, factor: int) -> Decimal | None:
    """Return factor × numerator / denominator, rounded once to six decimals; None if there is no such number."""
    if denominator == 0:
        return None
    value = to_six(factor * Fraction(numerator) / Fraction(denominator))
    return value if abs(value) < LARGEST else None
