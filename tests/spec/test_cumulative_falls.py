"""cumulative-falls"""

TO_DATE = "data_elements: {cases: {name: Cases to date, kind: cumulative}}"


def test_a_figure_to_date_that_falls(run_check):
    """A figure to date may stay or grow; it fails where it is less than the last one reported."""
    findings = run_check("cumulative-falls", """
        period   | value
        ---------+------
        2026-W10 |     5
        2026-W11 |     5
        2026-W12 |     8
        2026-W13 |     6
        2026-W14 |     7
        """, campaign=TO_DATE)
    assert [(f.period, f.outcome.value) for f in findings] == [
        ("2026-W11", "passed"), ("2026-W12", "passed"), ("2026-W13", "failed"), ("2026-W14", "passed"),
    ]  # fmt: skip
    assert (findings[2].stated, findings[2].computed, findings[2].detail) == (6, 8, "2026-W12")
    assert {role for role, _ in run_check.proofs[findings[2].key]} == {"stated", "other"}


def test_periods_without_a_figure(run_check):
    """Blank and absent periods are passed over: the last figure that was reported counts."""
    [finding] = run_check("cumulative-falls", """
        period   | value
        ---------+------
        2026-W10 |     5
        2026-W11 |
        2026-W14 |     4
        """, campaign=TO_DATE)
    assert (finding.outcome.value, finding.detail) == ("failed", "2026-W10")


def test_each_series_by_itself(run_check):
    """Areas and disaggregations are series of their own, and so are weeks and months."""
    findings = run_check("cumulative-falls", """
        area | period   | disaggregation | value
        -----+----------+----------------+------
        Bomi | 2026-W10 |                |     9
        Bong | 2026-W11 |                |     4
        Bomi | 2026-W11 | sex=f          |     5
        Bomi | 2026-03  |                |     3
        """, campaign=TO_DATE)
    assert findings == []


def test_flows_and_stocks_may_fall(run_check):
    """Only what is counted to date is held to this."""
    assert run_check("cumulative-falls", """
        period   | value
        ---------+------
        2026-W10 |     5
        2026-W11 |     4
        """) == []


def test_estimates(run_check):
    """“About 100” after 104 is no fall; “about 100” after 106 is."""
    findings = run_check("cumulative-falls", """
        area | period   | value
        -----+----------+----------
        Bomi | 2026-W10 | 104
        Bomi | 2026-W11 | about 100
        Bong | 2026-W10 | 106
        Bong | 2026-W11 | about 100
        """, campaign=TO_DATE)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]


def test_a_correction_takes_the_place_of_the_figure(run_check):
    """A later return for the earlier period supersedes: the fall is gone."""
    figures = """
        return | period   | value
        -------+----------+------
        A      | 2026-W10 |    50
        B      | 2026-W11 |     6
        C      | 2026-W10 |     5
        """
    received = """
        return | received
        -------+-----------
        A      | 2026-03-10
        B      | 2026-03-17
        C      | 2026-03-18
        """
    [finding] = run_check("cumulative-falls", figures, campaign=TO_DATE, returns=received)
    assert finding.outcome.value == "passed"
