"""The totals that two complete sets of parts make, where no total is stated that either could be compared with."""

from crossfoot.checks import areas_do_not_sum, parts_do_not_sum
from crossfoot.checks._check import Check
from crossfoot.checks._sql import differs, ends, said
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="margins-disagree",
    severity=Severity.ERROR,
    what="Where a total is not stated, compares what its parts make in one direction with what they make in "
    "another: the areas directly below, the data elements that it `equals`, and each disaggregation. Only sets "
    "of parts that are complete are compared.",
    why="The same people, counted by place and by age, are as many: if not, one of the two tables misses some.",
    remedy="Ask those who made the two tables which places, days and groups each of them counts.",
    detail=("one", "other"),  # the two ways: areas, or a sum such as cases or doses[sex]
)

_COMPLETE = "k.reported = n.parts AND k.occurrence = 1"

# margins: one row for each complete set of parts of a total that is not stated; the first is compared with the rest.
PREPARE = (
    *areas_do_not_sum.PREPARE,
    *parts_do_not_sum.PREPARE,
    f"""
    CREATE OR REPLACE TABLE margins AS
    WITH ways AS (
        SELECT k.area, k.data_element, k.disaggregation, k.period, 'areas' AS way, 0 AS place,
               k.value, k.lo, k.hi, k.lo_closed, k.hi_closed, k.reported
        FROM area_parts k JOIN areas_below n ON n.area = k.area AND n.period = k.period
        WHERE {_COMPLETE}
        UNION ALL
        SELECT k.area, k.whole_element, k.whole_disaggregation, k.period, k.relation, 1,
               k.value, k.lo, k.hi, k.lo_closed, k.hi_closed, k.reported
        FROM sum_parts k
        JOIN sum_sizes n ON n.relation = k.relation
         AND (n.whole_disaggregation = k.whole_disaggregation
              OR (k.relation = k.whole_element AND n.whole_disaggregation = ''))
        WHERE {_COMPLETE}
    )
    SELECT w.*, row_number() OVER (
        PARTITION BY w.area, w.data_element, w.disaggregation, w.period ORDER BY w.place, w.way
    ) AS turn
    FROM ways w
    LEFT JOIN current_figures f ON f.area = w.area AND f.data_element = w.data_element
     AND f.disaggregation = w.disaggregation AND f.period = w.period AND {said("f")}
    WHERE f.figure_id IS NULL
    """,
)
_PAIRS = """
    margins a JOIN margins b ON b.area = a.area AND b.data_element = a.data_element
     AND b.disaggregation = a.disaggregation AND b.period = a.period AND a.turn = 1 AND b.turn > 1
"""

QUERY = f"""
    SELECT CASE WHEN {differs("s.one_", "s.other_", "s.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period, s.other AS extra, s.stated, s.computed,
           s.reported AS parts_reported, s.reported AS parts_expected, '' AS holds_if,
           s.one || chr(9) || s.other AS detail
    FROM (
        SELECT a.area, a.data_element, a.disaggregation, a.period, a.way AS one, b.way AS other,
               a.value AS stated, b.value AS computed, b.reported, {ends("a", "one")}, {ends("b", "other")}, r.tolerance
        FROM {_PAIRS} JOIN rule_now r ON r.data_element = a.data_element
    ) s
"""

PROOF = f"""
    SELECT a.area, a.data_element, a.disaggregation, a.period, b.way AS extra, 'other' AS role, f.figure_id
    FROM {_PAIRS}
    JOIN areas_above u ON u.parent = a.area AND u.period = a.period AND a.way = 'areas'
    JOIN current_figures f ON f.area = u.area AND f.data_element = a.data_element
     AND f.disaggregation = a.disaggregation AND f.period = a.period AND f.occurrence = 1
    UNION ALL
    SELECT a.area, a.data_element, a.disaggregation, a.period, b.way, 'other', i.figure_id
    FROM {_PAIRS}
    JOIN sum_items i ON i.relation = a.way AND i.area = a.area AND i.whole_element = a.data_element
     AND i.whole_disaggregation = a.disaggregation AND i.period = a.period AND i.occurrence = 1
    UNION ALL
    SELECT a.area, a.data_element, a.disaggregation, a.period, b.way, 'part', i.figure_id
    FROM {_PAIRS}
    JOIN sum_items i ON i.relation = b.way AND i.area = b.area AND i.whole_element = b.data_element
     AND i.whole_disaggregation = b.disaggregation AND i.period = b.period AND i.occurrence = 1
"""
