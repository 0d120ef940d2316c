"""denominator-revised"""

COVERAGE = """
data_elements: {target: {name: Targeted, kind: stock}, reached: {name: Reached}}
indicators:
  coverage: {name: Coverage, numerator: reached, denominator: target}
  missed: {name: Missed, numerator: reached, denominator: target}
"""


def test_from_one_period_to_the_next(run_check):
    """A denominator of the kind stock that differs from the period before reopens its indicators."""
    same, other = run_check("denominator-revised", """
        period   | target | reached
        ---------+--------+--------
        2026-W10 | 165000 |      10
        2026-W11 | 165000 |      20
        2026-W12 | 189338 |      30
        """, campaign=COVERAGE)
    assert (same.outcome.value, other.outcome.value) == ("passed", "failed")
    assert other.detail == "2026-W11\tcoverage, missed"
    assert (other.stated, other.computed, other.severity.value) == (189338, 165000, "information")


def test_in_a_later_return_for_the_same_period(run_check):
    """A correction of a denominator is told beside what stood there before; it needs no kind."""
    figures = """
        return | target
        -------+-------
        A      | 165000
        B      | 189338
        """
    flow = COVERAGE.replace(", kind: stock", "")
    [finding] = run_check("denominator-revised", figures, campaign=flow)
    assert (finding.outcome.value, finding.stated, finding.computed) == ("failed", 189338, 165000)
    assert finding.detail == "2026-W10\tcoverage, missed"
    assert len(run_check.proofs[finding.key]) == 2


def test_figures_that_are_no_denominator(run_check):
    """What stands above the line may change as it likes."""
    assert run_check("denominator-revised", """
        period   | reached
        ---------+--------
        2026-W10 |      10
        2026-W11 |      20
        """, campaign=COVERAGE) == []
