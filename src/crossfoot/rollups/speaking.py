"""Which areas speak for their parts: a total over some of the parts never replaces the one that was stated.

Where an area states a number and areas below it do too, the sum of the parts is its value if the
parts are complete (every lowest area below lies in one that has a number) or contradict the
statement (the least that they make is above it). Otherwise the statement stands, for the area and
for those above it: the area speaks, and its parts count only in the areas between. It is decided
from the bottom up, so that an area that speaks is itself a part of the next.
"""

from crossfoot.engine import Engine

FAR = 9999  # steps up that a number counts for where nobody above speaks for it

# The numbers in and below each of these areas; of a last or first value, only the one that is taken.
HEARD = """
    CREATE OR REPLACE TABLE {name}_heard AS
    SELECT k.whole, k.depth, k.negative, k.incomplete, k.distance, k.longer, k.day, k.subject, k.area,
           k.period, k.starts, k.ends, k.over_time, k.lo, k.hi, k.lo_closed, k.hi_closed
    FROM (
        SELECT g.*, row_number() OVER (
            PARTITION BY g.whole, g.longer, g.subject, g.area,
                         CASE WHEN g.over_time IN ('last', 'first') THEN '' ELSE g.period END
            ORDER BY CASE WHEN g.over_time = 'first' THEN g.starts END, CASE WHEN g.over_time = 'first' THEN g.ends END,
                     g.ends DESC, g.starts DESC, g.period) AS choice
        FROM (
            SELECT t.area AS whole, a.depth, t.negative, t.incomplete, min(x.distance) AS distance,
                   s.longer, s.day, s.subject, s.area, s.period, s.starts, s.ends, s.over_time,
                   CASE WHEN count(s.lo) = count(*) THEN sum(s.lo) END AS lo,
                   CASE WHEN count(s.hi) = count(*) THEN sum(s.hi) END AS hi,
                   bool_and(s.lo_closed) AS lo_closed, bool_and(s.hi_closed) AS hi_closed
            FROM {stated} t
            JOIN areas a ON a.area = t.area AND a.starts <= t.day AND t.day <= a.ends
            JOIN rollup_climb x ON x.ancestor = t.area AND x.starts <= t.day AND t.day <= x.ends
            JOIN {rows} s ON s.area = x.area AND s.longer = t.longer AND s.subject = t.subject
            GROUP BY t.area, a.depth, t.negative, t.incomplete,
                     s.longer, s.day, s.subject, s.area, s.period, s.starts, s.ends, s.over_time
        ) g
    ) k
    WHERE k.choice = 1
"""
# What is summed over time is judged for each stretch of time: the longest period round a number that
# the area or one of its parts states.
SPANS = """
    CREATE OR REPLACE TABLE {name}_spans AS
    SELECT k.whole, k.longer, k.subject, k.period, k.span, k.days
    FROM (
        SELECT h.whole, h.longer, h.subject, h.period, r.period AS span, r.days,
               row_number() OVER (PARTITION BY h.whole, h.longer, h.subject, h.period
                                  ORDER BY r.days DESC, r.period) AS choice
        FROM (SELECT DISTINCT whole, longer, subject, period FROM {name}_heard WHERE over_time = 'sum') h
        JOIN within w ON w.period = h.period
        JOIN (
            SELECT DISTINCT whole, longer, subject, period, coalesce(CAST(ends - starts AS INTEGER) + 1, 0) AS days
            FROM {name}_heard WHERE over_time = 'sum'
        ) r ON r.whole = h.whole AND r.longer = h.longer AND r.subject = h.subject AND r.period = w.longer
    ) k
    WHERE k.choice = 1
"""
LEAVES = """
    CREATE OR REPLACE TABLE {name}_leaves AS
    SELECT t.whole, t.day, x.area AS leaf
    FROM (SELECT DISTINCT whole, day FROM {name}_heard) t
    JOIN ancestors x ON x.ancestor = t.whole AND x.distance > 0 AND x.starts <= t.day AND t.day <= x.ends
    LEFT JOIN areas c ON c.parent = x.area AND c.starts <= t.day AND t.day <= c.ends
    WHERE c.area IS NULL
    GROUP BY t.whole, t.day, x.area
"""
EMPTY = (
    """
    CREATE OR REPLACE TABLE {name}_limited
    (longer VARCHAR, area VARCHAR, subject INTEGER, period VARCHAR, reach INTEGER)
    """,
    "CREATE OR REPLACE TABLE {name}_overruled (longer VARCHAR, area VARCHAR, subject INTEGER, period VARCHAR)",
    """
    CREATE OR REPLACE TABLE {name}_verdicts
    (longer VARCHAR, area VARCHAR, subject INTEGER, span VARCHAR, verdict VARCHAR)
    """,
)
# The numbers that still count upwards below the areas of one depth. A part says nothing about a
# later day than its own: `fresh` tells whether it reaches the day of the area's own last value.
LIVE = """
    CREATE OR REPLACE TABLE {name}_live AS
    SELECT h.*, coalesce(p.span, '') AS span, p.days,
           CASE WHEN h.over_time = 'last' THEN coalesce(h.ends >= o.ends, true)
                WHEN h.over_time = 'first' THEN coalesce(h.starts <= o.starts, true)
                ELSE true END AS fresh
    FROM {name}_heard h
    LEFT JOIN {name}_spans p ON p.whole = h.whole AND p.longer = h.longer AND p.subject = h.subject
     AND p.period = h.period AND h.over_time = 'sum'
    LEFT JOIN {name}_heard o ON o.whole = h.whole AND o.longer = h.longer AND o.subject = h.subject AND o.distance = 0
     AND h.over_time IN ('last', 'first')
    LEFT JOIN {name}_limited l ON l.longer = h.longer AND l.area = h.area AND l.subject = h.subject
     AND l.period = CASE WHEN h.over_time = 'sum' THEN h.period ELSE '' END
    LEFT JOIN {name}_overruled v ON v.longer = h.longer AND v.area = h.area AND v.subject = h.subject
     AND v.period = CASE WHEN h.over_time = 'sum' THEN h.period ELSE '' END
    WHERE h.depth = {depth} AND l.area IS NULL AND v.area IS NULL
"""
HEARD_LEAVES = """
    CREATE OR REPLACE TABLE {name}_heard_leaves AS
    SELECT k.whole, k.longer, k.subject, k.span, count(*) AS leaves
    FROM (
        SELECT p.whole, p.longer, p.subject, p.span, l.leaf
        FROM {name}_live p
        JOIN ancestors x ON x.ancestor = p.area AND x.starts <= p.day AND p.day <= x.ends
        JOIN {name}_leaves l ON l.whole = p.whole AND l.day = p.day AND l.leaf = x.area
        WHERE p.distance > 0 AND p.fresh
        GROUP BY p.whole, p.longer, p.subject, p.span, l.leaf
        HAVING max(CASE WHEN p.over_time <> 'sum' OR p.period = p.span THEN 1 ELSE 0 END) = 1
            OR sum(CAST(p.ends - p.starts AS INTEGER) + 1) >= max(p.days)
    ) k
    GROUP BY k.whole, k.longer, k.subject, k.span
"""
# An unbounded upper end is never contradicted; below an unbounded lower end lies zero, since nothing
# is contradicted where a number may be negative. Several values of an area that are not summed over
# time are not compared.
JUDGED = """
    INSERT INTO {name}_verdicts
    SELECT k.longer, k.whole, k.subject, k.span,
           CASE WHEN k.own = 0 THEN 'unstated'
                WHEN k.parts = 0 THEN 'alone'
                WHEN coalesce(h.leaves, 0) = n.leaves AND NOT k.incomplete THEN 'complete'
                WHEN k.comparable AND NOT k.negative AND k.highs = k.own
                     AND (k.parts_lo > k.hi OR (k.parts_lo = k.hi AND NOT (k.lo_closed AND k.hi_closed)))
                THEN 'contradicted'
                ELSE 'speaks' END
    FROM (
        SELECT p.whole, p.longer, p.day, p.subject, p.span,
               bool_or(p.negative) AS negative, bool_or(p.incomplete) AS incomplete,
               sum(CASE WHEN p.distance = 0 THEN 1 ELSE 0 END) AS own,
               sum(CASE WHEN p.distance > 0 THEN 1 ELSE 0 END) AS parts,
               count(CASE WHEN p.distance = 0 THEN p.hi END) AS highs,
               sum(CASE WHEN p.distance = 0 THEN p.hi END) AS hi,
               sum(CASE WHEN p.distance > 0 AND p.fresh THEN p.lo END) AS parts_lo,
               bool_and(p.distance > 0 OR p.hi_closed) AS hi_closed,
               bool_and(p.distance = 0 OR NOT p.fresh OR p.lo IS NULL OR p.lo_closed) AS lo_closed,
               max(p.over_time) IN ('sum', 'last', 'first') OR count(*) = count(DISTINCT p.area) AS comparable
        FROM {name}_live p
        GROUP BY p.whole, p.longer, p.day, p.subject, p.span
    ) k
    LEFT JOIN (SELECT whole, day, count(*) AS leaves FROM {name}_leaves GROUP BY whole, day) n
      ON n.whole = k.whole AND n.day = k.day
    LEFT JOIN {name}_heard_leaves h
      ON h.whole = k.whole AND h.longer = k.longer AND h.subject = k.subject AND h.span = k.span
"""
APPLIED = (
    """
    INSERT INTO {name}_overruled
    SELECT DISTINCT p.longer, p.area, p.subject, CASE WHEN p.over_time = 'sum' THEN p.period ELSE '' END
    FROM {name}_live p
    JOIN {name}_verdicts v ON v.area = p.whole AND v.longer = p.longer AND v.subject = p.subject AND v.span = p.span
    WHERE p.distance = 0 AND v.verdict IN ('complete', 'contradicted')
    """,
    """
    INSERT INTO {name}_limited
    SELECT DISTINCT p.longer, p.area, p.subject, CASE WHEN p.over_time = 'sum' THEN p.period ELSE '' END, p.distance - 1
    FROM {name}_live p
    JOIN {name}_verdicts v ON v.area = p.whole AND v.longer = p.longer AND v.subject = p.subject AND v.span = p.span
    WHERE p.distance > 0 AND v.verdict = 'speaks'
    """,
)


def find_speakers(engine: Engine, name: str, stated: str, rows: str) -> None:
    """Judge each statement of an area above others, from the bottom up.

    Args:
        engine: holds the tables below, `areas`, `ancestors`, `within` and `rollup_climb`.
        name: what the tables that come out are called: `{name}_verdicts` (longer, area, subject, span,
            verdict: speaks, complete, contradicted, alone or unstated), `{name}_overruled` (statements
            that are not used) and `{name}_limited` (numbers for which an area above speaks; `reach` is
            how many steps up they count). The period is '' where numbers are not summed over time.
        stated: table of the areas to judge: longer, day, area, subject, whether it may be negative, and
            whether its parts are known beforehand to be incomplete.
        rows: table of all numbers: longer, day, area, subject, period, starts, ends, lo, hi, lo_closed,
            hi_closed, over_time.
    """
    for statement in EMPTY:
        engine.run(statement.format(name=name))
    [(some,)] = engine.rows(f"SELECT count(*) FROM {stated}")  # noqa: S608
    if not some:
        return
    for statement in (HEARD, SPANS, LEAVES):
        engine.run(statement.format(name=name, stated=stated, rows=rows))
    for (depth,) in engine.rows(f"SELECT DISTINCT depth FROM {name}_heard ORDER BY depth DESC"):  # noqa: S608
        for statement in (LIVE, HEARD_LEAVES, JUDGED, *APPLIED):
            engine.run(statement.format(name=name, depth=depth))
