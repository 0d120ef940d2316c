"""cumulative-does-not-sum"""

COMPLETE = """
    data_elements:
      cases: {name: New, feeds: total, complete_since: 2026-01-05, disaggregations: {sex: [f, m]}}
      total: {name: To date, kind: cumulative}
    """


def test_all_weeks_make_the_figure_to_date(run_check):
    """What was new in every week makes the last figure to date; the earlier ones are not looked at."""
    [finding] = run_check("cumulative-does-not-sum", """
        period   | cases | total
        ---------+-------+------
        2026-W10 |     3 |    17
        2026-W11 |     4 |     7
        2026-W12 |     4 |    12
        """, campaign=COMPLETE)
    assert (finding.outcome.value, finding.stated, finding.computed) == ("failed", 12, 11)
    assert len(run_check.proofs[finding.key]) == 4


def test_a_week_without_a_figure(run_check):
    """The campaign says that no figure means none new; a week after the figure to date does not count."""
    [finding] = run_check("cumulative-does-not-sum", """
        period   | cases | total
        ---------+-------+------
        2026-W10 |     3 |     .
        2026-W12 |     4 |     7
        2026-W13 |     2 |     .
        """, campaign=COMPLETE)
    assert (finding.outcome.value, finding.computed) == ("passed", 7)


def test_only_men_and_women_are_stated(run_check):
    """Where the whole of a week is not stated, its parts stand for it."""
    [finding] = run_check("cumulative-does-not-sum", """
        period   | cases | cases[sex=f] | cases[sex=m] | total
        ---------+-------+--------------+--------------+------
        2026-W10 |     3 |            1 |            2 |     .
        2026-W11 |     . |            4 |            1 |     8
        """, campaign=COMPLETE)
    assert (finding.outcome.value, finding.computed) == ("passed", 8)


def test_a_week_is_not_known(run_check):
    """“n/a” is not none: then it cannot be told."""
    [finding] = run_check("cumulative-does-not-sum", """
        period   | cases | total
        ---------+-------+------
        2026-W10 |   n/a |     .
        2026-W11 |     4 |    12
        """, campaign=COMPLETE)
    assert finding.outcome.value == "missing"


def test_estimates(run_check):
    """Over five and four may be twelve; they cannot be eight."""
    findings = run_check("cumulative-does-not-sum", """
        area | period   | cases  | total
        -----+----------+--------+------
        Bomi | 2026-W10 | over 5 |     .
        Bomi | 2026-W11 |      4 |    12
        Bong | 2026-W10 | over 5 |     .
        Bong | 2026-W11 |      4 |     8
        """, campaign=COMPLETE)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]


def test_days_beside_weeks(run_check):
    """Days and weeks may tell the same cases twice, and a month may reach beyond: neither is added up."""
    findings = run_check("cumulative-does-not-sum", """
        area | period     | cases | total
        -----+------------+-------+------
        Bomi | 2026-03-02 |     3 |     .
        Bomi | 2026-W10   |     3 |     3
        Bong | 2026-03    |     9 |     .
        Bong | 2026-W10   |     . |     3
        """, campaign=COMPLETE)
    assert [f.outcome.value for f in findings] == ["missing", "missing"]


def test_a_flow_that_is_not_complete(run_check):
    """Without `complete_since` nothing is added up: weeks may be missing that nobody knows of."""
    incomplete = "data_elements: {cases: {name: New, feeds: total}, total: {name: To date, kind: cumulative}}"
    findings = run_check("cumulative-does-not-sum", """
        period   | cases | total
        ---------+-------+------
        2026-W10 |     3 |    17
        """, campaign=incomplete)
    assert findings == []
