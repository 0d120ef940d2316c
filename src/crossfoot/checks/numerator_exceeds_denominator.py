"""The two sides of an indicator whose numerator counts some of what its denominator counts."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import above, ends, repetition, same_place, summed_terms, term_proofs
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="numerator-exceeds-denominator",
    severity=Severity.WARNING,
    what="Compares the two sides of an indicator that is a part of a whole (`part_of_whole` in the campaign).",
    why="A coverage above 100 % says that the denominator is out of date, or that people from elsewhere were counted.",
    remedy="Look where the denominator comes from and of which day it is, before the figure of the area is doubted.",
    detail=("indicator",),
)

PREPARE = (
    f"""
    CREATE OR REPLACE TABLE two_sides AS
    SELECT n.indicator, n.area, n.disaggregation, n.period, n.occurrence, {repetition("n")} AS extra,
           n.said AND d.said AS both_said, n.value AS numerator, d.value AS denominator,
           {ends("n", "upper")}, {ends("d", "lower")}
    FROM ({summed_terms("numerator")}) n
    JOIN ({summed_terms("denominator")}) d ON d.indicator = n.indicator AND {same_place("d", "n")}
    JOIN indicators i ON i.indicator = n.indicator AND i.part_of_whole
    WHERE n.said OR d.said
    """,
)

QUERY = f"""
    SELECT CASE WHEN NOT s.both_said THEN 'missing'
                WHEN {above("s.upper_", "s.lower_", "r.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.indicator AS data_element, s.disaggregation, s.period, s.extra,
           s.numerator AS stated, s.denominator AS computed,
           NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if, s.indicator AS detail
    FROM two_sides s JOIN rule_now r ON r.data_element = s.indicator
"""

PROOF = term_proofs("two_sides")
