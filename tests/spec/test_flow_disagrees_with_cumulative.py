"""flow-disagrees-with-cumulative"""

LINKED = "data_elements: {cases: {name: New, feeds: total}, total: {name: To date, kind: cumulative}}"


def test_new_cases_and_cases_to_date(run_check):
    """What is new must be what the figure to date grew by since the period directly before."""
    findings = run_check("flow-disagrees-with-cumulative", """
        period   | cases | total
        ---------+-------+------
        2026-W10 |     3 |    10
        2026-W11 |     4 |    14
        2026-W12 |     4 |    19
        """, campaign=LINKED)
    assert [f.outcome.value for f in findings] == ["missing", "passed", "failed"]
    assert (findings[2].stated, findings[2].computed, findings[2].imbalance) == (4, 5, -1)
    assert len(run_check.proofs[findings[2].key]) == 3


def test_a_gap_in_the_reports(run_check):
    """Over a gap nothing can be told: what was new in the weeks between was not reported."""
    findings = run_check("flow-disagrees-with-cumulative", """
        period   | cases | total
        ---------+-------+------
        2026-W10 |     3 |    10
        2026-W12 |     4 |    19
        """, campaign=LINKED)
    assert {f.outcome.value for f in findings} == {"missing"}


def test_estimates(run_check):
    """With “about 20” to date, five new ones may be right and nine may not."""
    findings = run_check("flow-disagrees-with-cumulative", """
        area | period   | cases | total
        -----+----------+-------+---------
        Bomi | 2026-W10 |     . | 14
        Bomi | 2026-W11 |     5 | about 20
        Bong | 2026-W10 |     . | 14
        Bong | 2026-W11 |     9 | about 20
        """, campaign=LINKED)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]
