"""A value below zero where there can be none."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import repetition, said
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="negative-count",
    severity=Severity.ERROR,
    what="Looks for values below zero, unless the campaign says that they make sense (`may_be_negative`).",
    why="Fewer than none cannot be: a correction was written in the place of a count, or a dash was read as a minus.",
    remedy="Ask the area for the count; if it meant a correction, ask for the corrected figure of that period.",
)

QUERY = f"""
    SELECT CASE WHEN coalesce(f.hi < 0 - r.tolerance, false) THEN 'failed' ELSE 'passed' END AS outcome,
           f.area, f.data_element, f.disaggregation, f.period, {repetition("f")} AS extra,
           f.value AS stated, 0 AS computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, '' AS detail
    FROM current_figures f
    JOIN elements e ON e.data_element = f.data_element AND NOT e.may_be_negative
    JOIN rule_now r ON r.data_element = f.data_element
    WHERE {said("f")}
"""

PROOF = f"""
    SELECT f.area, f.data_element, f.disaggregation, f.period, {repetition("f")} AS extra,
           'stated' AS role, f.figure_id
    FROM current_figures f JOIN elements e ON e.data_element = f.data_element AND NOT e.may_be_negative
    WHERE {said("f")}
"""
