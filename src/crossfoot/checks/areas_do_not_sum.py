"""A stated total against the areas directly below it."""

from crossfoot.checks._check import Check
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="areas-do-not-sum",
    severity=Severity.ERROR,
    what="Compares the figure stated for an area with the sum of the figures of the areas directly below it, "
    "as the hierarchy was on the last day of the period.",
    why="A total that its parts do not make was retyped, or was summed over other places or another day.",
    remedy="Ask the area which areas its total counts, and as of which day.",
)

# The parts of each total: the areas below that have a cell for it, filled or blank.
PREPARE = (
    """
    CREATE OR REPLACE TABLE area_parts AS
    SELECT a.parent AS area, f.data_element, f.disaggregation, f.period, f.occurrence,
           count(*) AS cells,
           sum(CASE WHEN f.status IN ('reported', 'nil', 'withheld') THEN 1 ELSE 0 END) AS reported,
           sum(CASE WHEN f.status = 'null' THEN 1 ELSE 0 END) AS nulls,
           sum(f.value) AS value,
           CASE WHEN count(f.lo) = sum(CASE WHEN f.status IN ('reported', 'nil', 'withheld') THEN 1 ELSE 0 END)
                THEN sum(f.lo) END AS lo,
           CASE WHEN count(f.hi) = sum(CASE WHEN f.status IN ('reported', 'nil', 'withheld') THEN 1 ELSE 0 END)
                THEN sum(f.hi) END AS hi,
           bool_and(f.lo_closed) AS lo_closed, bool_and(f.hi_closed) AS hi_closed
    FROM current_figures f
    JOIN periods p ON p.period = f.period
    JOIN areas a ON a.area = f.area AND a.parent <> ''
     AND a.starts <= coalesce(p.ends, DATE '9999-12-31') AND coalesce(p.ends, DATE '9999-12-31') <= a.ends
    GROUP BY a.parent, f.data_element, f.disaggregation, f.period, f.occurrence
    """,
    """
    CREATE OR REPLACE TABLE areas_below AS
    SELECT a.parent AS area, p.period, count(*) AS areas
    FROM areas a JOIN periods p
      ON a.starts <= coalesce(p.ends, DATE '9999-12-31') AND coalesce(p.ends, DATE '9999-12-31') <= a.ends
    WHERE a.parent <> '' GROUP BY a.parent, p.period
    """,
)

# `mode` says what a blank part counts as (VTL's modes, see docs/missing.md). By default a sum over
# an incomplete set fails only if the parts so far exceed the total.
QUERY = """
    SELECT CASE
             WHEN NOT s.has_total OR s.reported = 0 THEN 'missing'
             WHEN s.mode IN ('non_null', 'partial_null', 'always_null') AND s.reported < s.areas THEN 'missing'
             WHEN s.nulls > 0 AND s.mode <> 'default' THEN 'missing'
             WHEN s.mode = 'default' AND s.reported < s.areas THEN
               CASE WHEN NOT s.negative AND coalesce(s.part_lo > s.total_hi, false) THEN 'failed' ELSE 'missing' END
             WHEN coalesce(s.part_lo > s.total_hi, false) OR coalesce(s.total_lo > s.part_hi, false)
               OR coalesce(s.part_lo = s.total_hi AND NOT (s.part_lo_closed AND s.total_hi_closed), false)
               OR coalesce(s.total_lo = s.part_hi AND NOT (s.total_lo_closed AND s.part_hi_closed), false)
             THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period,
           CASE WHEN s.occurrence > 1 THEN cast(s.occurrence AS VARCHAR) ELSE '' END AS extra,
           s.stated, s.computed, s.reported AS parts_reported, s.areas AS parts_expected,
           '' AS holds_if, '' AS detail
    FROM (
        SELECT k.area, k.data_element, k.disaggregation, k.period, k.occurrence,
               f.status IN ('reported', 'nil', 'withheld') AS has_total,
               f.value AS stated, f.lo AS total_lo, f.hi AS total_hi,
               f.lo_closed AS total_lo_closed, f.hi_closed AS total_hi_closed,
               CASE WHEN k.reported > 0 THEN k.value END AS computed,
               k.lo - r.tolerance AS part_lo, k.hi + r.tolerance AS part_hi,
               k.lo_closed OR r.tolerance > 0 AS part_lo_closed, k.hi_closed OR r.tolerance > 0 AS part_hi_closed,
               k.reported, k.nulls, b.areas, e.missing AS mode, e.may_be_negative AS negative
        FROM area_parts k
        JOIN current_figures f ON f.area = k.area AND f.data_element = k.data_element
         AND f.disaggregation = k.disaggregation AND f.period = k.period AND f.occurrence = k.occurrence
        JOIN areas_below b ON b.area = k.area AND b.period = k.period
        JOIN elements e ON e.data_element = k.data_element AND e.over_areas = 'sum'
        JOIN rule_now r ON r.data_element = k.data_element
        WHERE f.status IN ('reported', 'nil', 'withheld') OR k.reported > 0
    ) s
"""

PROOF = """
    SELECT f.area, f.data_element, f.disaggregation, f.period,
           CASE WHEN f.occurrence > 1 THEN cast(f.occurrence AS VARCHAR) ELSE '' END AS extra,
           'stated' AS role, f.figure_id
    FROM area_parts k JOIN current_figures f ON f.area = k.area AND f.data_element = k.data_element
     AND f.disaggregation = k.disaggregation AND f.period = k.period AND f.occurrence = k.occurrence
    JOIN elements e ON e.data_element = f.data_element AND e.over_areas = 'sum'
    UNION ALL
    SELECT a.parent, f.data_element, f.disaggregation, f.period,
           CASE WHEN f.occurrence > 1 THEN cast(f.occurrence AS VARCHAR) ELSE '' END, 'part', f.figure_id
    FROM current_figures f
    JOIN periods p ON p.period = f.period
    JOIN areas a ON a.area = f.area AND a.parent <> ''
     AND a.starts <= coalesce(p.ends, DATE '9999-12-31') AND coalesce(p.ends, DATE '9999-12-31') <= a.ends
    JOIN current_figures t ON t.area = a.parent AND t.data_element = f.data_element
     AND t.disaggregation = f.disaggregation AND t.period = f.period AND t.occurrence = f.occurrence
    JOIN elements e ON e.data_element = f.data_element AND e.over_areas = 'sum'
    WHERE f.status <> 'missing'
"""
