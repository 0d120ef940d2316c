"""How many places should have reported: what "14 of 15" has for its second number."""

from crossfoot.engine import Engine

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
# Below a place that reported, nobody else is expected; above one that is expected, neither.
UNDER_PLACES = """
    CREATE OR REPLACE TABLE rollup_under AS
    SELECT DISTINCT c.longer, c.day, c.area, c.subject
    FROM rollup_candidates c
    JOIN rollup_climb x ON x.area = c.area AND x.starts <= c.day AND c.day <= x.ends AND x.distance > 0
    JOIN (SELECT DISTINCT area FROM areas WHERE area IN (SELECT parent FROM areas)) v ON v.area = x.ancestor
    JOIN rollup_candidates u ON u.longer = c.longer AND u.subject = c.subject AND u.area = x.ancestor AND u.place = 1
    WHERE c.place = 0
"""
LOWEST = """
    CREATE OR REPLACE TABLE rollup_lowest AS
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
COUNTED = """
    CREATE OR REPLACE TABLE rollup_expected AS
    SELECT k.longer, k.area, k.subject, CAST(sum(k.n) AS INTEGER) AS expected
    FROM (
        SELECT longer, area, subject, 1 AS n FROM rollup_lowest
        UNION ALL
        SELECT p.longer, x.ancestor, p.subject, p.n
        FROM (
            SELECT c.longer, c.day, x.ancestor AS area, c.subject, count(*) AS n
            FROM rollup_lowest c
            JOIN rollup_climb x ON x.area = c.area AND x.distance = 1 AND x.starts <= c.day AND c.day <= x.ends
            GROUP BY c.longer, c.day, x.ancestor, c.subject
        ) p
        JOIN ancestors x ON x.area = p.area AND x.starts <= p.day AND p.day <= x.ends
    ) k
    GROUP BY k.longer, k.area, k.subject
"""


def count_expected(engine: Engine) -> None:
    """Fill `rollup_expected`: how many places should have reported, for each area, period and subject."""
    for statement in (KNOWN, OBLIGED, ASKED_FOR, CANDIDATES, UNDER_PLACES, LOWEST, COUNTED):
        engine.run(statement)
