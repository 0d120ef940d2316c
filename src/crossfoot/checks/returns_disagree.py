"""Two returns of the same day that state the same thing differently."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import RETURNS, fields
from crossfoot.checks._sql import differs, said
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="returns-disagree",
    severity=Severity.WARNING,
    what="Compares what two returns with different names, received on the same day, state about the same area, data "
    "element, disaggregation and period. A return sent again under its own name is a correction and left aside.",
    why="The later one counts, and nobody may have meant it to replace the other.",
    remedy="Ask the area which of the two stands, and withdraw the other.",
    detail=("file", "other_file"),
)
_SAME = (
    "o.area = f.area AND o.data_element = f.data_element AND o.disaggregation = f.disaggregation"
    " AND o.period = f.period"
)
PREPARE = (
    # What stands, beside what it superseded on the day it came.
    f"""
    CREATE OR REPLACE TABLE same_day AS
    SELECT f.area, f.data_element, f.disaggregation, f.period, substr(o.return_id, 1, 12) AS extra,
           f.figure_id, f.value, f.lo, f.hi, f.lo_closed, f.hi_closed, r.name,
           o.figure_id AS other_id, o.value AS other_value, o.lo AS other_lo, o.hi AS other_hi,
           o.lo_closed AS other_lo_closed, o.hi_closed AS other_hi_closed, q.name AS other_name
    FROM current_figures f
    JOIN figures o ON {_SAME} AND o.return_id <> f.return_id AND o.occurrence = 1
    JOIN {RETURNS} r ON r.return_id = f.return_id
    JOIN {RETURNS} q ON q.return_id = o.return_id
    WHERE f.occurrence = 1 AND {said("f")} AND {said("o")} AND q.name <> r.name
      AND cast(q.received_at AS DATE) = cast(r.received_at AS DATE)
    """,
)
QUERY = f"""
    SELECT CASE WHEN {differs("s.", "s.other_")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period, s.extra, s.value AS stated, s.other_value AS computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, {fields("s.name", "s.other_name")} AS detail
    FROM same_day s
    JOIN rule_now r ON r.data_element = s.data_element
"""
PROOF = """
    SELECT s.area, s.data_element, s.disaggregation, s.period, s.extra, 'stated' AS role, s.figure_id FROM same_day s
    UNION ALL
    SELECT s.area, s.data_element, s.disaggregation, s.period, s.extra, 'other', s.other_id FROM same_day s
"""
