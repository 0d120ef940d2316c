"""A figure against another that it counts some of, and so may not exceed."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import above, ends, repetition, said, same_place
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="part-exceeds-whole",
    severity=Severity.ERROR,
    what="Compares a figure with the one that it may not exceed (`at_most` in the campaign), such as deaths with "
    "cases, in the same area, disaggregation and period.",
    why="More deaths than cases cannot be: one of the two was mistyped, or they are not of the same day.",
    remedy="Ask the area for both figures as of the same day.",
    detail=("other",),  # code of the data element that may not be exceeded
)

PREPARE = (
    f"""
    CREATE OR REPLACE TABLE bounded AS
    SELECT p.area, p.data_element, p.disaggregation, p.period,
           b.whole_element || CASE WHEN p.occurrence > 1 THEN '.' ELSE '' END || {repetition("p")} AS extra,
           b.whole_element AS other, p.figure_id AS part_id, w.figure_id AS whole_id,
           coalesce({said("p")} AND {said("w")}, false) AS both_said,
           p.value AS stated, w.value AS computed, {ends("p", "part")}, {ends("w", "whole")}, r.tolerance
    FROM bounds b
    JOIN current_figures p ON p.data_element = b.part_element
    JOIN rule_now r ON r.data_element = b.part_element
    LEFT JOIN current_figures w ON w.data_element = b.whole_element AND {same_place("w", "p")}
    WHERE {said("p")} OR coalesce({said("w")}, false)
    """,
)

QUERY = f"""
    SELECT CASE WHEN NOT s.both_said THEN 'missing'
                WHEN {above("s.part_", "s.whole_", "s.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period, s.extra, s.stated, s.computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, s.other AS detail
    FROM bounded s
"""

PROOF = """
    SELECT area, data_element, disaggregation, period, extra, 'part' AS role, part_id AS figure_id FROM bounded
    UNION ALL
    SELECT area, data_element, disaggregation, period, extra, 'other', whole_id FROM bounded
    WHERE whole_id IS NOT NULL
"""
