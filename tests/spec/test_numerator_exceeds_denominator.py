"""numerator-exceeds-denominator"""

from crossfoot.terms.finding import Outcome

COVERAGE = """
data_elements: {cases: {name: Targeted}, reached: {name: Reached}}
indicators: {coverage: {name: Coverage, numerator: reached, denominator: cases}}
"""


def test_a_coverage_above_the_whole(run_check):
    """It passes up to 100 %, fails above, and cannot be told while one of the two is blank."""
    findings = run_check("numerator-exceeds-denominator", """
        area | cases | reached
        -----+-------+--------
        Bomi |   100 |     100
        Bong |   100 |     104
        Lofa |   100 |
        """, campaign=COVERAGE)
    assert [f.outcome.value for f in findings] == ["passed", "failed", "missing"]
    assert (findings[1].data_element, findings[1].imbalance) == ("coverage", 4)
    assert {role for role, _ in run_check.proofs[findings[1].key]} == {"part", "other"}


def test_an_indicator_that_is_no_part_of_a_whole(run_check):
    """Doses per child may well be above one: `part_of_whole: false` leaves it alone."""
    doses = COVERAGE.replace("denominator: cases", "denominator: cases, part_of_whole: false")
    assert run_check("numerator-exceeds-denominator", """
        area | cases | reached
        -----+-------+--------
        Bong |   100 |     204
        """, campaign=doses) == []


def test_an_estimated_denominator(run_check):
    """Of “about 100” people 105 can have been reached; 106 cannot."""
    findings = run_check("numerator-exceeds-denominator", """
        area | cases     | reached
        -----+-----------+--------
        Bomi | about 100 |     105
        Bong | about 100 |     106
        """, campaign=COVERAGE)
    assert [f.outcome for f in findings] == [Outcome.PASSED, Outcome.FAILED]
