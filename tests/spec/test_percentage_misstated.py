"""percentage-misstated"""

from decimal import Decimal

from crossfoot.terms.finding import Outcome

FATALITY = """
data_elements:
  cases: {name: Cases}
  probable: {name: Probable}
  deaths: {name: Deaths}
  cfr: {name: Fatality, unit: percent, kind: rate}
indicators:
  fatality: {name: Fatality, numerator: deaths, denominator: cases, stated: cfr}
"""
OF_SUMS = FATALITY.replace("denominator: cases", "denominator: [cases, probable]")


def test_a_percentage_as_far_as_it_is_written(run_check):
    """7.8 is anything from 7.75 to 7.85; the computed one is told to six decimals."""
    good, bad = run_check("percentage-misstated", """
        area | cases | deaths |  cfr
        -----+-------+--------+-----
        Bomi |   640 |     50 |  7.8
        Bong |   640 |     50 | 7.80
        """, campaign=FATALITY)
    assert (good.outcome, bad.outcome) == (Outcome.PASSED, Outcome.FAILED)
    assert bad.computed == Decimal("7.8125")
    assert bad.data_element == "fatality"


def test_a_percentage_cut_off(run_check):
    """Where it would hold had its decimals been cut off instead of rounded, the finding says so."""
    cut, wrong = run_check("percentage-misstated", """
        area | cases  | deaths | cfr
        -----+--------+--------+----
        Bomi | 189338 |  14939 | 7.8
        Bong | 189338 |  14939 | 7.7
        """, campaign=FATALITY)
    assert (cut.outcome, cut.holds_if) == (Outcome.FAILED, "truncated")
    assert (wrong.outcome, wrong.holds_if) == (Outcome.FAILED, "")
    assert cut.computed == Decimal("7.890122")


def test_the_end_of_the_interval(run_check):
    """Exactly 12.5 may be written as 12 or as 13: both roundings are in use."""
    findings = run_check("percentage-misstated", """
        area | cases | deaths | cfr
        -----+-------+--------+----
        Bomi |     8 |      1 |  12
        Bong |     8 |      1 |  13
        Lofa |     8 |      1 |  14
        """, campaign=FATALITY)
    assert [f.outcome.value for f in findings] == ["passed", "passed", "failed"]


def test_a_denominator_of_several_data_elements(run_check):
    """Numerator and denominator may be sums; all of their figures must be there."""
    both, one = run_check("percentage-misstated", """
        area | cases | probable | deaths | cfr
        -----+-------+----------+--------+----
        Bomi |     5 |        5 |      5 |  50
        Bong |     5 |          |      5 | 100
        """, campaign=OF_SUMS)
    assert (both.outcome, one.outcome) == (Outcome.PASSED, Outcome.MISSING)
    assert {role for role, _ in run_check.proofs[both.key]} == {"stated", "part", "other"}


def test_nothing_to_compute_with(run_check):
    """Without its figures, or over zero, a percentage cannot be told."""
    findings = run_check("percentage-misstated", """
        area | cases | deaths | cfr
        -----+-------+--------+----
        Bomi |       |      1 |  12
        Bong |     0 |      0 |   0
        Lofa |     . |      . |  12
        """, campaign=FATALITY)
    assert {f.outcome for f in findings} == {Outcome.MISSING}


def test_figures_that_are_intervals(run_check):
    """With “about 100” cases a range of percentages is right."""
    findings = run_check("percentage-misstated", """
        area  | cases     | deaths | cfr
        ------+-----------+--------+--------
        Bomi  | about 100 |     50 | 52
        Bong  | about 100 |     50 | 54
        Lofa  | over 100  |     50 | 3
        Nimba | over 100  |     50 | 60
        Sinoe | 100       |     50 | over 50
        """, campaign=FATALITY)
    assert [f.outcome.value for f in findings] == ["passed", "failed", "passed", "failed", "failed"]


def test_large_amounts(run_check):
    """No product is too large to be compared exactly."""
    findings = run_check("percentage-misstated", """
        area | cases                     | deaths                    | cfr
        -----+---------------------------+---------------------------+-----
        Bomi | 90000000000000000000000000 | 45000000000000000000000000 | 50.0
        Bong | 90000000000000000000000000 | 45000000000000000000000000 | 50.1
        """, campaign=FATALITY)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]


def test_a_tolerance(run_check):
    """A tolerance is in the indicator's unit: one per cent."""
    findings = run_check("percentage-misstated", """
        area | cases | deaths | cfr
        -----+-------+--------+----
        Bomi |   100 |     50 |  51
        Bong |   100 |     50 |  52
        """, campaign=FATALITY + "checks: {percentage-misstated: {data_elements: [fatality], tolerance: 1}}")
    assert [f.outcome.value for f in findings] == ["passed", "failed"]


def test_a_denominator_that_a_later_return_revised(run_check):
    """A return's percentage was of the figures that it stated itself; revised, they leave it open, not wrong."""
    [finding] = run_check("percentage-misstated", """
        return | cases | deaths | cfr
        -------+-------+--------+----
        A      |   500 |    400 |  80
        B      |   600 |        |
        """, campaign=FATALITY)
    assert finding.outcome is Outcome.MISSING
    [finding] = run_check("percentage-misstated", """
        return | cases | deaths | cfr
        -------+-------+--------+----
        A      |   600 |        |
        B      |   500 |    400 |  81
        """, campaign=FATALITY)
    assert finding.outcome is Outcome.FAILED, "its own figures stand"
