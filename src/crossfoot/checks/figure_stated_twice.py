"""The same thing stated twice in one return."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import said
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="figure-stated-twice",
    severity=Severity.WARNING,
    what="Compares what one return states about the same area, data element, disaggregation and period in two cells.",
    why="Where the two differ, nobody can tell which one is meant; the first is used until somebody does.",
    remedy="Ask the area which of the two stands, and to leave the other out.",
)

_BOTH = "f.area = a.area AND f.data_element = a.data_element AND f.disaggregation = a.disaggregation"

QUERY = f"""
    SELECT CASE WHEN NOT ({said("a")} AND {said("f")}) THEN 'missing'
                WHEN a.value = f.value AND coalesce(a.lo = f.lo, a.lo IS NULL AND f.lo IS NULL)
                 AND coalesce(a.hi = f.hi, a.hi IS NULL AND f.hi IS NULL) THEN 'passed'
                WHEN a.value IS NULL AND f.value IS NULL THEN 'passed'
                ELSE 'failed' END AS outcome,
           a.area, a.data_element, a.disaggregation, a.period, cast(a.occurrence AS VARCHAR) AS extra,
           a.value AS stated, f.value AS computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, '' AS detail
    FROM current_figures a
    JOIN current_figures f ON {_BOTH} AND f.period = a.period AND f.occurrence = 1
    JOIN rule_now r ON r.data_element = a.data_element
    WHERE a.occurrence > 1 AND ({said("a")} OR {said("f")})
"""

PROOF = f"""
    SELECT a.area, a.data_element, a.disaggregation, a.period, cast(a.occurrence AS VARCHAR) AS extra,
           'stated' AS role, a.figure_id
    FROM current_figures a WHERE a.occurrence > 1
    UNION ALL
    SELECT a.area, a.data_element, a.disaggregation, a.period, cast(a.occurrence AS VARCHAR), 'other', f.figure_id
    FROM current_figures a
    JOIN current_figures f ON {_BOTH} AND f.period = a.period AND f.occurrence = 1
    WHERE a.occurrence > 1
"""
