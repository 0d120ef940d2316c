"""Values of places → values of all areas above: summed to the parent, then by the closed hierarchy."""

from crossfoot.engine import Engine
from crossfoot.rollups.quotients import divide
from crossfoot.rollups.speaking import FAR

TO_PARENT = """
    CREATE OR REPLACE TABLE rollup_parents AS
    SELECT s.longer, s.day, x.ancestor AS area, s.subject, s.reach,
           count(*) AS n, sum(s.place) AS place,
           count(s.value) AS values_there, sum(s.value) AS value, min(s.value) AS value_min, max(s.value) AS value_max,
           count(s.lo) AS los, sum(s.lo) AS lo, min(s.lo) AS lo_min, max(s.lo) AS lo_max,
           count(s.hi) AS his, sum(s.hi) AS hi, min(s.hi) AS hi_min, max(s.hi) AS hi_max,
           bool_and(s.lo_closed) AS lo_closed, bool_and(s.hi_closed) AS hi_closed
    FROM {source} s
    JOIN rollup_subjects e ON e.subject = s.subject AND e.over_areas <> 'none'
    JOIN rollup_climb x ON x.area = s.area AND x.distance = 1 AND x.starts <= s.day AND s.day <= x.ends
    WHERE s.reach > 0
    GROUP BY s.longer, s.day, x.ancestor, s.subject, s.reach
"""
# Areas that others lie in, or that have several rows: the rest, which is most, needs no adding up.
INNER = """
    CREATE OR REPLACE TABLE rollup_inner AS
    SELECT ancestor AS area FROM rollup_climb WHERE distance > 0
    UNION
    SELECT area FROM rollup_total_limited
"""
# The total by the data element's aggregation; a mean keeps its divisor, and is divided exactly later.
CLOSED = """
    CREATE OR REPLACE TABLE {target} AS
    SELECT t.longer, t.day, t.area, t.subject,
           CASE e.over_areas
                WHEN 'min' THEN CASE WHEN t.values_there = t.n THEN t.value_min END
                WHEN 'max' THEN CASE WHEN t.values_there = t.n THEN t.value_max END
                ELSE CASE WHEN t.values_there = t.n THEN t.value END END AS value,
           CASE e.over_areas
                WHEN 'min' THEN CASE WHEN t.los = t.n THEN t.lo_min END
                WHEN 'max' THEN t.lo_max
                ELSE CASE WHEN t.los = t.n THEN t.lo END END AS lo,
           CASE e.over_areas
                WHEN 'min' THEN t.hi_min
                WHEN 'max' THEN CASE WHEN t.his = t.n THEN t.hi_max END
                ELSE CASE WHEN t.his = t.n THEN t.hi END END AS hi,
           t.lo_closed, t.hi_closed,
           CASE WHEN e.over_areas = 'average' THEN t.n ELSE 1 END AS divisor,
           CASE WHEN t.place = 0 THEN 1 ELSE t.place END AS place, {far} AS reach
    FROM (
        SELECT u.longer, u.day, u.area, u.subject, sum(u.n) AS n, sum(u.place) AS place,
               sum(u.values_there) AS values_there, sum(u.value) AS value,
               min(u.value_min) AS value_min, max(u.value_max) AS value_max,
               sum(u.los) AS los, sum(u.lo) AS lo, min(u.lo_min) AS lo_min, max(u.lo_max) AS lo_max,
               sum(u.his) AS his, sum(u.hi) AS hi, min(u.hi_min) AS hi_min, max(u.hi_max) AS hi_max,
               bool_and(u.lo_closed) AS lo_closed, bool_and(u.hi_closed) AS hi_closed
        FROM (
            SELECT longer, day, area, subject, 1 AS n, place,
                   CASE WHEN value IS NULL THEN 0 ELSE 1 END AS values_there,
                   value, value AS value_min, value AS value_max,
                   CASE WHEN lo IS NULL THEN 0 ELSE 1 END AS los, lo, lo AS lo_min, lo AS lo_max,
                   CASE WHEN hi IS NULL THEN 0 ELSE 1 END AS his, hi, hi AS hi_min, hi AS hi_max,
                   lo_closed, hi_closed
            FROM {source} WHERE area IN (SELECT area FROM rollup_inner)
            UNION ALL
            SELECT p.longer, p.day, x.ancestor, p.subject, p.n, p.place,
                   p.values_there, p.value, p.value_min, p.value_max,
                   p.los, p.lo, p.lo_min, p.lo_max, p.his, p.hi, p.hi_min, p.hi_max, p.lo_closed, p.hi_closed
            FROM rollup_parents p
            JOIN ancestors x ON x.area = p.area AND x.starts <= p.day AND p.day <= x.ends
            WHERE x.distance < p.reach
        ) u
        GROUP BY u.longer, u.day, u.area, u.subject
    ) t
    JOIN rollup_subjects e ON e.subject = t.subject
    UNION ALL
    SELECT longer, day, area, subject, value, lo, hi, lo_closed, hi_closed, 1, place, {far}
    FROM {source} WHERE area NOT IN (SELECT area FROM rollup_inner)
"""


def sum_over_areas(engine: Engine, source: str, target: str) -> None:
    """Make the table `target`: the rows of `source`, for each area that they lie in, by aggregation.

    Both have the columns longer, day, area, subject, value, lo, hi, lo_closed, hi_closed, divisor,
    place and reach, the number of steps up that a value counts; in the target `place` is the number of
    places that a value is made of.
    """
    engine.run(INNER)
    engine.run(TO_PARENT.format(source=source))
    engine.run(CLOSED.format(source=source, target=target, far=FAR))
    divide(engine, target)
