"""A stated whole against its parts in the same area: `equals`, and every disaggregation."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import SUM_OUTCOME, repetition, said, sum_columns, summed_ends
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="parts-do-not-sum",
    severity=Severity.ERROR,
    what="Compares the figure stated for a whole with the sum of its parts in the same area and period: the data "
    "elements that it `equals`, or its disaggregations by sex, age and so on.",
    why="A row or column that does not add up has at least one wrong figure in it.",
    remedy="Ask the area for the line again, with all its parts.",
    detail=("relation",),  # which sum: cases, or doses[sex]
)

# sum_items: the figures that stand in each sum, as a part or as its whole. What a data element `equals`
# holds in each of its disaggregations as well, where every part is broken down like that.
PREPARE = (
    """
    CREATE OR REPLACE TABLE sum_items AS
    SELECT s.relation, s.whole_element, f.area, f.period, f.occurrence, 'part' AS role, f.figure_id,
           CASE WHEN s.part_element = s.whole_element THEN s.whole_disaggregation ELSE f.disaggregation END
               AS whole_disaggregation
    FROM sums s
    JOIN current_figures f ON f.data_element = s.part_element
     AND (s.part_element <> s.whole_element OR f.disaggregation = s.part_disaggregation)
    """,
    f"""
    CREATE OR REPLACE TABLE sum_parts AS
    SELECT i.relation, i.whole_element, i.whole_disaggregation, i.area, i.period, i.occurrence,
           count(*) AS cells,
           sum(CASE WHEN {said("f")} THEN 1 ELSE 0 END) AS reported,
           sum(CASE WHEN f.status = 'null' THEN 1 ELSE 0 END) AS nulls,
           {summed_ends("f")}
    FROM sum_items i JOIN current_figures f ON f.figure_id = i.figure_id
    GROUP BY i.relation, i.whole_element, i.whole_disaggregation, i.area, i.period, i.occurrence
    """,
    """
    CREATE OR REPLACE TABLE sum_sizes AS
    SELECT relation, whole_disaggregation, missing, count(*) AS parts
    FROM sums GROUP BY relation, whole_disaggregation, missing
    """,
)
_WHOLE = (
    "f.area = k.area AND f.data_element = k.whole_element AND f.disaggregation = k.whole_disaggregation"
    " AND f.period = k.period AND f.occurrence = k.occurrence"
)
_EXTRA = (
    "CASE WHEN k.relation = k.whole_element THEN '' ELSE k.relation END"
    f" || CASE WHEN k.occurrence > 1 THEN '.' ELSE '' END || {repetition('k')}"
)

QUERY = f"""
    SELECT {SUM_OUTCOME} AS outcome, s.area, s.data_element, s.disaggregation, s.period, s.extra,
           s.stated, s.computed, s.reported AS parts_reported, s.parts AS parts_expected,
           '' AS holds_if, s.relation AS detail
    FROM (
        SELECT k.area, k.whole_element AS data_element, k.whole_disaggregation AS disaggregation, k.period,
               {_EXTRA} AS extra, k.relation, n.parts, {sum_columns("f", "k", "n.missing")}
        FROM sum_parts k
        JOIN current_figures f ON {_WHOLE}
        JOIN sum_sizes n ON n.relation = k.relation
         AND (n.whole_disaggregation = k.whole_disaggregation
              OR (k.relation = k.whole_element AND n.whole_disaggregation = '' AND k.cells = n.parts))
        JOIN elements e ON e.data_element = k.whole_element
        JOIN rule_now r ON r.data_element = k.whole_element
        WHERE {said("f")} OR k.reported > 0
    ) s
    WHERE NOT (s.mode = 'non_zero' AND s.reported > 0 AND s.stated = 0 AND s.computed = 0)
"""

PROOF = f"""
    SELECT k.area, k.whole_element AS data_element, k.whole_disaggregation AS disaggregation, k.period,
           {_EXTRA} AS extra, 'stated' AS role, f.figure_id
    FROM sum_parts k JOIN current_figures f ON {_WHOLE}
    UNION ALL
    SELECT k.area, k.whole_element, k.whole_disaggregation, k.period, {_EXTRA}, k.role, k.figure_id
    FROM sum_items k JOIN current_figures f ON f.figure_id = k.figure_id
    WHERE f.status <> 'missing'
"""
