"""How many places should have reported: what "14 of 15" has for its second number."""

from crossfoot.engine import Engine
from crossfoot.rollups.speaking import FAR

KNOWN = """
    CREATE OR REPLACE TABLE rollup_known AS
    SELECT DISTINCT n.area, s.subject
    FROM rollup_numbers n
    JOIN rollup_subjects s ON s.data_element = n.data_element AND s.disaggregation = n.disaggregation
"""
OBLIGED = """
    CREATE OR REPLACE TABLE rollup_obliged AS
    SELECT DISTINCT w.longer, x.area, s.subject
    FROM expected x
    JOIN within w ON w.period = x.period
    JOIN asked k ON k.obligation = x.obligation
    JOIN rollup_subjects s ON s.data_element = k.data_element
"""
ASKED_FOR = """
    CREATE OR REPLACE TABLE rollup_asked_for AS SELECT DISTINCT longer, day, subject FROM rollup_places
"""
# Who should report a data element for a period: the areas that an obligation names, and those
# below them that ever reported it; without an obligation, all that ever did. Who did report, too.
CANDIDATES = """
    CREATE OR REPLACE TABLE rollup_candidates AS
    SELECT k.longer, k.day, k.area, k.subject, max(k.place) AS place
    FROM (
        SELECT longer, day, area, subject, place FROM rollup_places WHERE place = 1
        UNION ALL
        SELECT q.longer, q.day, o.area, q.subject, 0
        FROM rollup_asked_for q
        JOIN rollup_obliged o ON o.longer = q.longer AND o.subject = q.subject
        JOIN areas a ON a.area = o.area AND a.starts <= q.day AND q.day <= a.ends
        UNION ALL
        SELECT q.longer, q.day, n.area, q.subject, 0
        FROM rollup_asked_for q
        JOIN rollup_known n ON n.subject = q.subject
        JOIN ancestors x ON x.area = n.area AND x.starts <= q.day AND q.day <= x.ends
        JOIN rollup_obliged o ON o.longer = q.longer AND o.subject = q.subject AND o.area = x.ancestor
        UNION ALL
        SELECT q.longer, q.day, n.area, q.subject, 0
        FROM rollup_asked_for q
        JOIN rollup_known n ON n.subject = q.subject
        JOIN areas a ON a.area = n.area AND a.starts <= q.day AND q.day <= a.ends
        LEFT JOIN (SELECT DISTINCT longer, subject FROM rollup_obliged) o
          ON o.longer = q.longer AND o.subject = q.subject
        WHERE o.longer IS NULL
    ) k
    GROUP BY k.longer, k.day, k.area, k.subject
"""
# Areas that speak for their parts in all of a period: the only place there is, for themselves and those above.
SPEAKING = """
    CREATE OR REPLACE TABLE rollup_speaking AS
    SELECT longer, area, subject FROM rollup_total_verdicts
    GROUP BY longer, area, subject
    HAVING max(CASE WHEN verdict = 'speaks' THEN 1 ELSE 0 END) = 1
       AND max(CASE WHEN verdict IN ('speaks', 'alone') THEN 0 ELSE 1 END) = 0
"""
# Below a place that reported, nobody else is expected, but its parts are where it speaks for some of
# them; above one that is expected, neither.
UNDER_PLACES = """
    CREATE OR REPLACE TABLE rollup_under AS
    SELECT DISTINCT c.longer, c.day, c.area, c.subject
    FROM rollup_candidates c
    JOIN rollup_climb x ON x.area = c.area AND x.starts <= c.day AND c.day <= x.ends AND x.distance > 0
    JOIN (SELECT DISTINCT area FROM areas WHERE area IN (SELECT parent FROM areas)) v ON v.area = x.ancestor
    JOIN rollup_candidates u ON u.longer = c.longer AND u.subject = c.subject AND u.area = x.ancestor AND u.place = 1
    LEFT JOIN rollup_speaking k ON k.longer = u.longer AND k.area = u.area AND k.subject = u.subject
    WHERE c.place = 0 AND k.area IS NULL
"""
LOWEST = """
    CREATE OR REPLACE TABLE rollup_lowest_areas AS
    WITH left_over AS (
        SELECT c.* FROM rollup_candidates c
        LEFT JOIN rollup_under u ON u.longer = c.longer AND u.area = c.area AND u.subject = c.subject
        WHERE u.area IS NULL
    ),
    above AS (
        SELECT DISTINCT c.longer, u.area, c.subject
        FROM left_over c
        JOIN rollup_climb x ON x.area = c.area AND x.starts <= c.day AND c.day <= x.ends AND x.distance > 0
        JOIN left_over u ON u.longer = c.longer AND u.subject = c.subject AND u.area = x.ancestor
    )
    SELECT c.longer, c.day, c.area, c.subject
    FROM left_over c
    LEFT JOIN above a ON a.longer = c.longer AND a.area = c.area AND a.subject = c.subject
    WHERE a.area IS NULL OR c.place = 1
"""
WITH_REACH = """
    CREATE OR REPLACE TABLE {target} AS
    SELECT c.longer, c.day, c.area, c.subject, coalesce(k.reach, {far}) AS reach
    FROM rollup_lowest_areas c
    LEFT JOIN (
        SELECT b.longer, b.area, b.subject, min(x.distance) - 1 AS reach
        FROM {speaking} t
        JOIN rollup_lowest_areas b ON b.longer = t.longer AND b.subject = t.subject
        JOIN rollup_climb x ON x.area = b.area AND x.ancestor = t.area AND x.starts <= b.day AND b.day <= x.ends
        WHERE x.distance > 0
        GROUP BY b.longer, b.area, b.subject
    ) k ON k.longer = c.longer AND k.area = c.area AND k.subject = c.subject
    LEFT JOIN rollup_speaking u ON u.longer = c.longer AND u.area = c.area AND u.subject = c.subject
    LEFT JOIN {speaking} v ON v.longer = c.longer AND v.area = c.area AND v.subject = c.subject
    WHERE u.area IS NULL OR v.area IS NOT NULL
"""
COUNTED = """
    CREATE OR REPLACE TABLE {target} AS
    SELECT k.longer, k.area, k.subject, CAST(sum(k.n) AS INTEGER) AS expected
    FROM (
        SELECT longer, area, subject, 1 AS n FROM {lowest}
        UNION ALL
        SELECT p.longer, x.ancestor, p.subject, p.n
        FROM (
            SELECT c.longer, c.day, x.ancestor AS area, c.subject, c.reach, count(*) AS n
            FROM {lowest} c
            JOIN rollup_climb x ON x.area = c.area AND x.distance = 1 AND x.starts <= c.day AND c.day <= x.ends
            WHERE c.reach > 0
            GROUP BY c.longer, c.day, x.ancestor, c.subject, c.reach
        ) p
        JOIN ancestors x ON x.area = p.area AND x.starts <= p.day AND p.day <= x.ends
        WHERE x.distance < p.reach
    ) k
    GROUP BY k.longer, k.area, k.subject
"""


def count_expected(engine: Engine) -> None:
    """Fill `rollup_expected`: how many places should have reported, for each area, period and subject."""
    for statement in (KNOWN, OBLIGED, ASKED_FOR, CANDIDATES, SPEAKING, UNDER_PLACES, LOWEST):
        engine.run(statement)
    count_lowest(engine, "rollup_speaking", "rollup_lowest", "rollup_expected")


def count_lowest(engine: Engine, speaking: str, lowest: str, target: str) -> None:
    """Fill `target` (longer, area, subject, expected) where only the areas in `speaking` speak for their parts.

    `lowest` has a row for each place that should have reported; `reach` is how many steps up it counts.
    """
    engine.run(WITH_REACH.format(target=lowest, speaking=speaking, far=FAR))
    engine.run(COUNTED.format(target=target, lowest=lowest))
