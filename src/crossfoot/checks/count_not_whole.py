"""A count of whole things that is written as a fraction."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import repetition, said
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="count-not-whole",
    severity=Severity.ERROR,
    what="Looks whether a count of people, places or things can be a whole number.",
    why="7.5 cases cannot be: a rate was written in the place of a count, or a decimal mark meant thousands.",
    remedy="Ask the area for the count.",
)

QUERY = f"""
    SELECT CASE WHEN coalesce(f.lo > floor(f.hi), false) THEN 'failed' ELSE 'passed' END AS outcome,
           f.area, f.data_element, f.disaggregation, f.period, {repetition("f")} AS extra,
           f.value AS stated, round(f.value, 0) AS computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, '' AS detail
    FROM current_figures f
    JOIN elements e ON e.data_element = f.data_element AND e.whole
    JOIN rule_now r ON r.data_element = f.data_element
    WHERE {said("f")}
"""

PROOF = f"""
    SELECT f.area, f.data_element, f.disaggregation, f.period, {repetition("f")} AS extra,
           'stated' AS role, f.figure_id
    FROM current_figures f JOIN elements e ON e.data_element = f.data_element AND e.whole
    WHERE {said("f")}
"""
