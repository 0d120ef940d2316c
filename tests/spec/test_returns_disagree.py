"""returns-disagree"""

TWO = """
        return | value
        -------+------
        A      | {}
        B      | {}
"""


def test_two_files_of_one_day(run_check):
    """Two files received on the same day that state different values are told; the later one counts."""
    [finding] = run_check("returns-disagree", TWO.format(7, 8))
    assert (finding.outcome.value, finding.stated, finding.computed) == ("failed", 8, 7)
    assert finding.detail == "B.csv\tA.csv"
    assert {role for role, _ in run_check.proofs[finding.key]} == {"stated", "other"}


def test_the_same_in_both(run_check):
    """The same value passes, and so does a statement that the other one allows."""
    assert [f.outcome.value for f in run_check("returns-disagree", TWO.format(7, 7))] == ["passed"]
    assert [f.outcome.value for f in run_check("returns-disagree", TWO.format("over 5", 7))] == ["passed"]


def test_a_blank_says_nothing(run_check):
    """A blank beside a number contradicts nothing."""
    assert run_check("returns-disagree", TWO.format("", 7)) == []


def test_a_correction(run_check):
    """What came on a later day, or again under the same name, corrects; it does not contradict."""
    later = """
        return | file  | received
        -------+-------+-----------
        A      | a.csv | 2026-03-10
        B      | b.csv | 2026-03-11
        """
    again = """
        return | file
        -------+------
        A      | a.csv
        B      | a.csv
        """
    for returns in (later, again):
        assert run_check("returns-disagree", TWO.format(7, 8), returns=returns) == []
