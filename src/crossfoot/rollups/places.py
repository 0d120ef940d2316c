"""Figures → one value for each place and period: first over time, within each area."""

from crossfoot.engine import Engine
from crossfoot.rollups.quotients import divide
from crossfoot.rollups.speaking import FAR, find_speakers

SUBJECTS = """
    CREATE OR REPLACE TABLE rollup_subjects AS
    SELECT CAST(row_number() OVER (ORDER BY n.data_element, n.disaggregation) AS INTEGER) AS subject,
           n.data_element, n.disaggregation, e.over_areas, e.over_time, e.kind
    FROM (SELECT DISTINCT data_element, disaggregation FROM rollup_numbers) n
    JOIN elements e ON e.data_element = n.data_element
"""
# A period says more than those inside it: where an area states both, the shorter are left aside.
INSIDE = """
    CREATE OR REPLACE TABLE rollup_inside AS
    SELECT DISTINCT n.area, n.data_element, n.disaggregation, n.period, v.longer
    FROM rollup_numbers n
    JOIN within w ON w.period = n.period AND w.longer <> n.period
    JOIN rollup_numbers m ON m.area = n.area AND m.data_element = n.data_element
     AND m.disaggregation = n.disaggregation AND m.period = w.longer
    JOIN within v ON v.period = w.longer
"""
# Each number in each longer period that it counts in, with the last day, whose tree is used. What
# was counted in an area that is closed by then still happened; what it held is with its successor.
SPREAD = """
    CREATE OR REPLACE TABLE rollup_spread AS
    SELECT w.longer, coalesce(l.ends, DATE '9999-12-31') AS day, s.subject,
           coalesce(h.home, n.area) AS area, n.area AS origin, n.period, p.starts, p.ends,
           n.value, n.lo, n.hi, n.lo_closed, n.hi_closed, s.over_areas, s.over_time
    FROM rollup_numbers n
    JOIN rollup_subjects s ON s.data_element = n.data_element AND s.disaggregation = n.disaggregation
    JOIN within w ON w.period = n.period
    JOIN periods p ON p.period = n.period
    JOIN periods l ON l.period = w.longer
    LEFT JOIN rollup_homes h ON h.area = n.area AND h.longer = w.longer
    LEFT JOIN rollup_inside i ON i.area = n.area AND i.data_element = n.data_element
     AND i.disaggregation = n.disaggregation AND i.period = n.period AND i.longer = w.longer
    WHERE i.area IS NULL AND (s.over_time <> 'none' OR w.longer = n.period)
      AND (h.area IS NULL OR (s.over_areas = 'sum' AND (s.over_time = 'sum' OR h.home <> h.area))
           OR s.over_areas = 'count')
"""
# Areas above others that state something themselves: usually few, so the tree is climbed for them only.
UPPER = """
    CREATE OR REPLACE TABLE rollup_upper AS
    SELECT DISTINCT n.area FROM rollup_numbers n JOIN areas a ON a.parent = n.area
"""
NEAR = """
    CREATE OR REPLACE TABLE rollup_near AS
    SELECT DISTINCT k.period, k.other FROM (
        SELECT period, period AS other FROM rollup_numbers
        UNION ALL
        SELECT w.period, w.longer FROM within w JOIN rollup_numbers m ON m.period = w.longer
        UNION ALL
        SELECT w.longer, w.period FROM within w JOIN rollup_numbers m ON m.period = w.longer
    ) k
"""
# Whose statements are judged: not where the campaign says that a blank area counts as zero, since
# then the sum of those that are there is the total.
STATED = """
    CREATE OR REPLACE TABLE rollup_stated AS
    SELECT DISTINCT s.longer, s.day, s.area, s.subject, e.may_be_negative AS negative, false AS incomplete
    FROM rollup_spread s
    JOIN rollup_upper u ON u.area = s.area
    JOIN rollup_subjects b ON b.subject = s.subject
    JOIN elements e ON e.data_element = b.data_element AND e.missing NOT IN ('partial_zero', 'non_zero', 'always_zero')
    WHERE s.over_areas = 'sum'
"""
# Where a part of an area reports, the total that the area states is not added to it. What is summed
# over time is judged for each stretch of time: a day on which only the whole reported still counts.
# What is never added up over areas covers nothing.
COVERED = """
    CREATE OR REPLACE TABLE rollup_covered AS
    SELECT DISTINCT s.longer, x.ancestor AS area, s.subject,
           CASE WHEN s.over_time = 'sum' THEN k.other ELSE '' END AS period
    FROM rollup_spread s
    JOIN rollup_climb x ON x.area = s.area AND x.starts <= s.day AND s.day <= x.ends
    JOIN rollup_upper u ON u.area = x.ancestor
    LEFT JOIN rollup_near k ON k.period = s.period AND s.over_time = 'sum'
    LEFT JOIN rollup_stated t ON t.longer = s.longer AND t.area = x.ancestor AND t.subject = s.subject
    WHERE x.distance > 0 AND t.area IS NULL AND s.over_areas <> 'none'
"""
# Where it was judged, it is left aside if its parts are complete or contradict it.
OVERRULED = """
    INSERT INTO rollup_covered
    SELECT longer, area, subject, period FROM rollup_total_overruled
    UNION
    SELECT longer, area, subject, span FROM rollup_total_verdicts WHERE verdict = 'unstated'
"""
KEPT = """
    CREATE OR REPLACE TABLE rollup_kept AS
    SELECT s.*, CASE WHEN c.area IS NULL THEN 1 ELSE 0 END AS place, coalesce(l.reach, {far}) AS reach
    FROM rollup_spread s
    LEFT JOIN (SELECT DISTINCT longer, area, subject FROM rollup_covered) c
      ON c.longer = s.longer AND c.area = s.area AND c.subject = s.subject
    LEFT JOIN rollup_covered d
      ON d.longer = s.longer AND d.area = s.area AND d.subject = s.subject AND d.period = s.period
    LEFT JOIN rollup_total_limited l ON l.longer = s.longer AND l.area = s.area AND l.subject = s.subject
     AND l.period = CASE WHEN s.over_time = 'sum' THEN s.period ELSE '' END
    WHERE d.area IS NULL AND (c.area IS NULL OR s.over_time = 'sum')
"""
# A closed area counts on one day together with its successor before anything is taken over time.
FOLD = """
    CREATE OR REPLACE TABLE rollup_folded AS
    SELECT longer, day, subject, area, period, starts, ends,
           CASE WHEN count(value) = count(*) THEN sum(value) END AS value,
           CASE WHEN count(lo) = count(*) THEN sum(lo) END AS lo,
           CASE WHEN count(hi) = count(*) THEN sum(hi) END AS hi,
           bool_and(lo_closed) AS lo_closed, bool_and(hi_closed) AS hi_closed,
           over_areas, over_time, min(place) AS place, reach
    FROM rollup_kept
    GROUP BY longer, day, subject, area, period, starts, ends, over_areas, over_time, reach
"""
OVER_TIME = """
    CREATE OR REPLACE TABLE rollup_places AS
    SELECT longer, day, area, subject,
           CASE over_time WHEN 'count' THEN CAST(count(*) AS DECIMAL(38, 6))
                WHEN 'min' THEN CASE WHEN count(value) = count(*) THEN min(value) END
                WHEN 'max' THEN CASE WHEN count(value) = count(*) THEN max(value) END
                ELSE CASE WHEN count(value) = count(*) THEN sum(value) END END AS value,
           CASE over_time WHEN 'count' THEN CAST(count(*) AS DECIMAL(38, 6))
                WHEN 'min' THEN CASE WHEN count(lo) = count(*) THEN min(lo) END
                WHEN 'max' THEN max(lo)
                ELSE CASE WHEN count(lo) = count(*) THEN sum(lo) END END AS lo,
           CASE over_time WHEN 'count' THEN CAST(count(*) AS DECIMAL(38, 6))
                WHEN 'min' THEN min(hi)
                WHEN 'max' THEN CASE WHEN count(hi) = count(*) THEN max(hi) END
                ELSE CASE WHEN count(hi) = count(*) THEN sum(hi) END END AS hi,
           over_time = 'count' OR bool_and(lo_closed) AS lo_closed,
           over_time = 'count' OR bool_and(hi_closed) AS hi_closed,
           CASE WHEN over_time = 'average' THEN count(*) ELSE 1 END AS divisor,
           min(place) AS place, reach
    FROM {kept}
    WHERE over_time NOT IN ('last', 'first')
    GROUP BY longer, day, area, subject, over_time, reach
"""
ENDMOST = """
    INSERT INTO rollup_places
    SELECT longer, day, area, subject, value, lo, hi, lo_closed, hi_closed, 1, place, reach
    FROM (
        SELECT s.*, row_number() OVER (PARTITION BY longer, area, subject ORDER BY {order}, period) AS choice
        FROM {kept} s WHERE over_time = '{over_time}'
    ) k WHERE choice = 1
"""
ORDERS = {"last": "ends DESC, starts DESC", "first": "starts, ends"}
# An area may count further up for one stretch of time than for another. It is one place all the same.
ONE_PLACE = """
    CREATE OR REPLACE TABLE rollup_places AS
    SELECT longer, day, area, subject, value, lo, hi, lo_closed, hi_closed, divisor,
           CASE WHEN reach = max(reach) OVER (PARTITION BY longer, area, subject) THEN place ELSE 0 END AS place, reach
    FROM rollup_places
"""
# The hierarchy, and the closed areas below what they count in on the last day of each period.
CLIMB = """
    CREATE OR REPLACE TABLE rollup_climb AS
    SELECT ancestor, area, distance, starts, ends FROM ancestors
    UNION ALL
    SELECT x.ancestor, h.area, x.distance + 1, l.ends, l.ends
    FROM rollup_homes h
    JOIN periods l ON l.period = h.longer
    JOIN ancestors x ON x.area = h.parent AND x.starts <= l.ends AND l.ends <= x.ends
    WHERE h.parent <> ''
    GROUP BY x.ancestor, h.area, x.distance, l.ends
"""


def find_places(engine: Engine) -> None:
    """Fill `rollup_places`: a value for each period, place and subject, by the aggregation over time.

    `place` is 1 for the lowest areas that reported and for those that speak for their parts, 0 for
    an area whose own number is used only for stretches of time in which its parts have no total.
    `reach` is how many steps up a value counts: up to the area that speaks for it. Where that is
    not the same for all of a period, an area has several rows, and `place` in one of them only.
    """
    for statement in (SUBJECTS, INSIDE, SPREAD, UPPER, NEAR, CLIMB, STATED):
        engine.run(statement)
    find_speakers(engine, "rollup_total", "rollup_stated", "rollup_spread")
    for statement in (COVERED, OVERRULED, KEPT.format(far=FAR)):
        engine.run(statement)
    [(closed,)] = engine.rows("SELECT count(*) FROM rollup_homes")
    kept = "rollup_kept"
    if closed:
        engine.run(FOLD)
        kept = "rollup_folded"
    engine.run(OVER_TIME.format(kept=kept))
    for over_time, order in ORDERS.items():
        engine.run(ENDMOST.format(kept=kept, over_time=over_time, order=order))
    [(limited,)] = engine.rows("SELECT count(*) FROM rollup_total_limited")
    if limited:
        engine.run(ONE_PLACE)
    divide(engine, "rollup_places")
