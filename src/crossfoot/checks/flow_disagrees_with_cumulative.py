"""What is new in a period against the change of what there is to date."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import differs, ends, said
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="flow-disagrees-with-cumulative",
    severity=Severity.WARNING,
    what="Compares what an area says is new in a period with the change of its figure to date (`feeds` in the "
    "campaign). Only where the figure to date was stated for the period directly before as well.",
    why="Of the two one is wrong, or cases were taken in or out of the figure to date without being told as new.",
    remedy="Ask the area for the new cases of the period, and for what was corrected in the figure to date.",
    detail=("other",),  # code of the cumulative
)

PREPARE = (
    f"""
    CREATE OR REPLACE TABLE fed AS
    SELECT f.area, f.data_element, f.disaggregation, f.period, l.cumulative AS other,
           f.figure_id AS flow_id, n.figure_id AS now_id, b.figure_id AS before_id,
           coalesce({said("f")} AND {said("n")} AND {said("b")}, false) AS all_said,
           f.value AS stated, n.value - b.value AS computed, {ends("f", "flow")},
           n.lo - b.hi AS change_lo, n.hi - b.lo AS change_hi,
           n.lo_closed AND b.hi_closed AS change_lo_closed, n.hi_closed AND b.lo_closed AS change_hi_closed,
           r.tolerance
    FROM links l
    JOIN current_figures f ON f.data_element = l.flow AND f.occurrence = 1
    JOIN rule_now r ON r.data_element = l.flow
    JOIN periods p ON p.period = f.period
    LEFT JOIN current_figures n ON n.data_element = l.cumulative AND n.area = f.area AND n.occurrence = 1
     AND n.disaggregation = f.disaggregation AND n.period = f.period
    LEFT JOIN current_figures b ON b.data_element = l.cumulative AND b.area = f.area AND b.occurrence = 1
     AND b.disaggregation = f.disaggregation AND b.period = p.previous
    WHERE {said("f")} OR coalesce({said("n")}, false)
    """,
)

QUERY = f"""
    SELECT CASE WHEN NOT s.all_said THEN 'missing'
                WHEN {differs("s.flow_", "s.change_", "s.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period, '' AS extra, s.stated, s.computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, s.other AS detail
    FROM fed s
"""

_PROOF = "SELECT area, data_element, disaggregation, period, '' AS extra, '{0}' AS role, {1} AS figure_id FROM fed"
PROOF = " UNION ALL ".join(
    f"{_PROOF.format(role, column)} WHERE {column} IS NOT NULL"
    for role, column in (("stated", "flow_id"), ("part", "now_id"), ("part", "before_id"))
)
