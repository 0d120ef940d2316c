"""A return that repeats the one before it."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import RETURNS
from crossfoot.checks._sql import STEPS
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="unchanged-return",
    severity=Severity.WARNING,
    what="Counts the figures of a return that are the same as in the period reported before: of at least five that "
    "are not zero, four in five. Figures to date and denominators are left aside: they may well stay.",
    why="A return that was copied from the last one looks like good news: everything in time, nothing wrong.",
    remedy="Ask the area whether anything was counted in the period.",
    detail=("file",),
)

FEWEST = 5
# 4 of 5, cross-multiplied.
PREPARE = (
    STEPS,
    """
    CREATE OR REPLACE TABLE repeated_cells AS
    SELECT s.return_id, s.period, s.area, s.figure_id,
           CASE WHEN s.value = s.before_value THEN 1 ELSE 0 END AS same
    FROM steps s
    JOIN elements e ON e.data_element = s.data_element AND e.kind IN ('flow', 'stock', 'rate')
    LEFT JOIN (SELECT DISTINCT data_element FROM terms WHERE side = 'denominator') d
      ON d.data_element = s.data_element AND e.kind = 'stock'
    WHERE s.return_id <> s.before_return AND s.value <> 0 AND d.data_element IS NULL
    """,
    f"""
    CREATE OR REPLACE TABLE repeated_returns AS
    SELECT c.return_id, c.period, CASE WHEN min(c.area) = max(c.area) THEN min(c.area) ELSE '' END AS area,
           substr(c.return_id, 1, 12) AS extra, count(*) AS cells, sum(c.same) AS same
    FROM repeated_cells c GROUP BY c.return_id, c.period HAVING count(*) >= {FEWEST}
    """,
)

QUERY = f"""
    SELECT CASE WHEN 5 * s.same >= 4 * s.cells THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, '' AS data_element, '' AS disaggregation, s.period, s.extra, NULL AS stated, NULL AS computed,
           s.same AS parts_reported, s.cells AS parts_expected, '' AS holds_if, c.name AS detail
    FROM repeated_returns s
    JOIN {RETURNS} c ON c.return_id = s.return_id
"""

PROOF = """
    SELECT s.area, '' AS data_element, '' AS disaggregation, s.period, s.extra, 'stated' AS role, c.figure_id
    FROM repeated_returns s
    JOIN repeated_cells c ON c.return_id = s.return_id AND c.period = s.period AND c.same = 1
    WHERE 5 * s.same >= 4 * s.cells
"""
