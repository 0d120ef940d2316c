"""A stated total against the areas directly below it."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import SUM_OUTCOME, TREE_OF_PERIOD, repetition, said, sum_columns, summed_ends
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="areas-do-not-sum",
    severity=Severity.ERROR,
    what="Compares the figure stated for an area with the sum of the figures of the areas directly below it, "
    "as the hierarchy was on the last day of the period.",
    why="A total that its parts do not make was retyped, or was summed over other places or another day.",
    remedy="Ask the area which areas its total counts, and as of which day.",
)

# area_parts: one row for each area and statement, over the areas below that have a cell for it, filled or blank.
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE areas_above AS
    SELECT a.parent, a.area, p.period
    FROM areas a JOIN periods p ON {TREE_OF_PERIOD} WHERE a.parent <> ''
    """,
    f"""
    CREATE OR REPLACE TABLE area_parts AS
    SELECT a.parent AS area, f.data_element, f.disaggregation, f.period, f.occurrence,
           sum(CASE WHEN {said("f")} THEN 1 ELSE 0 END) AS reported,
           sum(CASE WHEN f.status = 'null' THEN 1 ELSE 0 END) AS nulls,
           {summed_ends("f")}
    FROM current_figures f
    JOIN areas_above a ON a.area = f.area AND a.period = f.period
    JOIN elements e ON e.data_element = f.data_element AND e.over_areas = 'sum'
    GROUP BY a.parent, f.data_element, f.disaggregation, f.period, f.occurrence
    """,
    """
    CREATE OR REPLACE TABLE areas_below AS
    SELECT parent AS area, period, count(*) AS parts FROM areas_above GROUP BY parent, period
    """,
)
_TOTAL = (
    "f.area = k.area AND f.data_element = k.data_element AND f.disaggregation = k.disaggregation"
    " AND f.period = k.period AND f.occurrence = k.occurrence"
)

QUERY = f"""
    SELECT {SUM_OUTCOME} AS outcome, s.area, s.data_element, s.disaggregation, s.period, s.extra,
           s.stated, s.computed, s.reported AS parts_reported, s.parts AS parts_expected, '' AS holds_if, '' AS detail
    FROM (
        SELECT k.area, k.data_element, k.disaggregation, k.period, {repetition("k")} AS extra, b.parts,
               {sum_columns("f", "k", "e.missing")}
        FROM area_parts k
        JOIN current_figures f ON {_TOTAL}
        JOIN areas_below b ON b.area = k.area AND b.period = k.period
        JOIN elements e ON e.data_element = k.data_element
        JOIN rule_now r ON r.data_element = k.data_element
        WHERE {said("f")} OR k.reported > 0
    ) s
    WHERE NOT (s.mode = 'non_zero' AND s.reported > 0 AND s.stated = 0 AND s.computed = 0)
"""

PROOF = f"""
    SELECT f.area, f.data_element, f.disaggregation, f.period, {repetition("f")} AS extra,
           'stated' AS role, f.figure_id
    FROM area_parts k JOIN current_figures f ON {_TOTAL}
    UNION ALL
    SELECT a.parent, f.data_element, f.disaggregation, f.period, {repetition("f")}, 'part', f.figure_id
    FROM current_figures f
    JOIN areas_above a ON a.area = f.area AND a.period = f.period
    WHERE f.status <> 'missing'
"""
