"""A return that came after its due day."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import ARRIVALS
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="return-late",
    severity=Severity.WARNING,
    what="Compares the day on which the first figures of a return were received with the day by which they were due.",
    why="A briefing that goes out in time goes out without the late ones.",
    remedy="Ask what held it up; the day on which the area says that it sent it can be entered on receipt.",
    detail=("due", "received"),
)
PREPARE = (ARRIVALS,)
# Stated and computed are days after the due day: as it was, and as it should be.
QUERY = """
    SELECT CASE WHEN cast(a.received_at AS DATE) > a.due THEN 'failed' ELSE 'passed' END AS outcome,
           a.area, a.obligation AS data_element, '' AS disaggregation, a.period, '' AS extra,
           CASE WHEN cast(a.received_at AS DATE) > a.due
                THEN date_diff('day', a.due, cast(a.received_at AS DATE)) ELSE 0 END AS stated,
           0 AS computed, NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if,
           cast(a.due AS VARCHAR) || chr(9) || cast(cast(a.received_at AS DATE) AS VARCHAR) AS detail
    FROM arrivals a
    JOIN rule_now r ON r.data_element = a.obligation
    WHERE a.received_at IS NOT NULL
"""
PROOF = ""
