"""Returns received and expected, in time, and how full; and who has been silent for how long."""

from crossfoot.engine import Engine
from crossfoot.tables import REPORTING, SILENCE

# What stands for an expected return: figures about its area, or about areas below it that no
# obligation expects themselves (one file of a region with all its cities); about its period, or about
# days within it, as the check return-missing has it.
ARRIVED = """
    CREATE OR REPLACE TABLE rollup_arrived AS
    SELECT x.obligation, x.area, x.period, min(CAST(r.received_at AS DATE)) AS day,
           CAST(count(DISTINCT CASE WHEN f.status IN ('reported', 'nil', 'withheld', 'not_applicable')
                                    THEN f.data_element END) AS INTEGER) AS filled
    FROM expected x
    JOIN periods p ON p.period = x.period
    JOIN ancestors t ON t.ancestor = x.area AND t.starts <= p.ends AND p.ends <= t.ends
    JOIN asked k ON k.obligation = x.obligation
    JOIN within w ON w.longer = x.period
    JOIN rollup_cells f ON f.area = t.area AND f.period = w.period AND f.data_element = k.data_element
    JOIN receipts r ON r.return_id = f.return_id AND r.copy_of = ''
    LEFT JOIN (SELECT DISTINCT area, period FROM expected) o ON o.area = t.area AND o.period = x.period
    WHERE t.distance = 0 OR o.area IS NULL
    GROUP BY x.obligation, x.area, x.period
"""
CELLS = """
    CREATE OR REPLACE TABLE rollup_cells AS
    SELECT DISTINCT return_id, area, data_element, period, status FROM figures WHERE status <> 'missing'
"""
RETURNS = """
    CREATE OR REPLACE TABLE rollup_returns AS
    SELECT x.obligation, x.area, x.period, x.due, a.day, a.filled, k.asked
    FROM expected x
    JOIN (SELECT obligation, CAST(count(*) AS INTEGER) AS asked FROM asked GROUP BY obligation) k
      ON k.obligation = x.obligation
    LEFT JOIN rollup_arrived a ON a.obligation = x.obligation AND a.area = x.area AND a.period = x.period
"""
COUNTED = """
    INSERT INTO reporting
    SELECT r.obligation, t.ancestor, w.longer, CAST(count(*) AS INTEGER), CAST(count(r.day) AS INTEGER),
           CAST(sum(CASE WHEN r.day <= r.due THEN 1 ELSE 0 END) AS INTEGER),
           CAST(coalesce(sum(r.filled), 0) AS INTEGER),
           CAST(sum(CASE WHEN r.day IS NULL THEN 0 ELSE r.asked END) AS INTEGER)
    FROM rollup_returns r
    JOIN within w ON w.period = r.period
    JOIN periods l ON l.period = w.longer
    JOIN periods p ON p.period = r.period
    LEFT JOIN areas a ON a.area = r.area AND a.starts <= l.ends AND l.ends <= a.ends
    JOIN ancestors t ON t.area = r.area
     AND t.starts <= CASE WHEN a.area IS NULL THEN p.ends ELSE l.ends END
     AND CASE WHEN a.area IS NULL THEN p.ends ELSE l.ends END <= t.ends
    GROUP BY r.obligation, t.ancestor, w.longer
"""
SILENT = """
    INSERT INTO silence
    SELECT r.obligation, r.area, max(CASE WHEN r.day IS NOT NULL THEN p.ends END),
           CAST(date_diff('day', max(CASE WHEN r.day IS NOT NULL THEN p.ends END), max(u.ends)) AS INTEGER),
           CAST(sum(CASE WHEN l.last IS NULL OR p.ends > l.last THEN 1 ELSE 0 END) AS INTEGER)
    FROM rollup_returns r
    JOIN periods p ON p.period = r.period
    JOIN (
        SELECT x.obligation, max(q.ends) AS ends FROM expected x JOIN periods q ON q.period = x.period
        GROUP BY x.obligation
    ) u ON u.obligation = r.obligation
    LEFT JOIN (
        SELECT m.obligation, m.area, max(q.ends) AS last
        FROM rollup_arrived m JOIN periods q ON q.period = m.period GROUP BY m.obligation, m.area
    ) l ON l.obligation = r.obligation AND l.area = r.area
    JOIN areas a ON a.area = r.area AND a.starts <= u.ends AND u.ends <= a.ends
    GROUP BY r.obligation, r.area
"""


def count_returns(engine: Engine) -> None:
    """Fill `reporting` and `silence`; a late return is received, and is not on time."""
    engine.create(REPORTING)
    engine.create(SILENCE)
    for statement in (CELLS, ARRIVED, RETURNS, COUNTED, SILENT):
        engine.run(statement)
