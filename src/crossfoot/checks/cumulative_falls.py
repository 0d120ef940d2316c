"""A figure counted to date against the one before it: it cannot become smaller."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import STEPS, above
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="cumulative-falls",
    severity=Severity.WARNING,
    what="Compares a figure counted to date with the same figure in the last period reported before.",
    why="What is counted to date can only grow: a fall is a slip of the pen, a zero that means “not reported”, or "
    "a correction that nobody explained.",
    remedy="Ask the area which of the two figures stands, and whether something was taken out of the count.",
    detail=("before_period",),  # code of the period compared with
)

PREPARE = (STEPS,)

QUERY = f"""
    SELECT CASE WHEN {above("s.before_", "s.now_", "r.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period, '' AS extra,
           s.value AS stated, s.before_value AS computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, s.before_period AS detail
    FROM steps s
    JOIN elements e ON e.data_element = s.data_element AND e.kind = 'cumulative'
    JOIN rule_now r ON r.data_element = s.data_element
"""

PROOF = """
    SELECT s.area, s.data_element, s.disaggregation, s.period, '' AS extra, 'stated' AS role, s.figure_id
    FROM steps s JOIN elements e ON e.data_element = s.data_element AND e.kind = 'cumulative'
    UNION ALL
    SELECT s.area, s.data_element, s.disaggregation, s.period, '', 'other', s.before_id
    FROM steps s JOIN elements e ON e.data_element = s.data_element AND e.kind = 'cumulative'
"""
