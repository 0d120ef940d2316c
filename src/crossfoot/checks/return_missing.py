"""A return that was due and did not come."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import ARRIVALS
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="return-missing",
    severity=Severity.WARNING,
    what="Looks for every return that an obligation asks of an area for a period, and that should be there by its due "
    "day: has any figure of it been reported?",
    why="A total over the places that reported is not the total.",
    remedy="Remind the area; if it had nothing to report, a return that says so counts as one.",
    detail=("due",),
)
PREPARE = (ARRIVALS,)
QUERY = """
    SELECT CASE WHEN a.received_at IS NOT NULL THEN 'passed' WHEN a.due < d.as_of THEN 'failed'
                ELSE 'missing' END AS outcome,
           a.area, a.obligation AS data_element, '' AS disaggregation, a.period, '' AS extra,
           NULL AS stated, NULL AS computed, NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if,
           cast(a.due AS VARCHAR) AS detail
    FROM arrivals a CROSS JOIN asked_on d
    JOIN rule_now r ON r.data_element = a.obligation
"""
PROOF = ""
