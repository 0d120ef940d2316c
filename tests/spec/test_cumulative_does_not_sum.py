"""cumulative-does-not-sum"""

COMPLETE = """
data_elements:
  cases: {name: New, feeds: total, complete_since: 2026-03-02}
  total: {name: To date, kind: cumulative}
"""


def test_all_that_was_new_since_the_beginning(run_check):
    """The last figure to date must be the sum of all new ones; a period without a figure is zero."""
    good, bad = run_check("cumulative-does-not-sum", """
        area | period   | cases | total
        -----+----------+-------+------
        Bomi | 2026-W10 |     3 |     .
        Bomi | 2026-W12 |     4 |     7
        Bong | 2026-W10 |     3 |     .
        Bong | 2026-W12 |     4 |     9
        """, campaign=COMPLETE)
    assert (good.outcome.value, bad.outcome.value) == ("passed", "failed")
    assert (bad.stated, bad.computed, bad.detail) == (9, 7, "cases")
    assert {role for role, _ in run_check.proofs[bad.key]} == {"stated", "part"}


def test_a_flow_that_is_not_called_complete(run_check):
    """Without `complete_since` the figure to date may have begun before the reports did."""
    campaign = COMPLETE.replace(", complete_since: 2026-03-02", "")
    assert run_check("cumulative-does-not-sum", "cases | total\n3 | 9", campaign=campaign) == []
