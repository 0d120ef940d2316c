"""figure-stated-twice"""


def test_the_same_and_another_value(run_check):
    """A repetition passes with the same value and fails with another; with a blank it cannot be told."""
    findings = run_check("figure-stated-twice", """
        area  | value
        ------+------
        Bomi  |   7
        Bomi  |   7
        Bong  |   7
        Bong  |   8
        Lofa  |   7
        Lofa  |
        Nimba |
        Nimba |
        """)
    assert [(f.area, f.outcome.value) for f in findings] == [
        ("Bomi", "passed"), ("Bong", "failed"), ("Lofa", "missing"),
    ]  # fmt: skip
    assert (findings[1].stated, findings[1].computed) == (8, 7)
    assert {role for role, _ in run_check.proofs[findings[1].key]} == {"stated", "other"}


def test_in_two_returns(run_check):
    """What a later return states again supersedes, and is no repetition."""
    assert run_check("figure-stated-twice", """
        return | value
        -------+------
        A      |   7
        B      |   8
        """) == []


def test_the_words_beside_the_number_count(run_check):
    """“Over 7” after 7 is another statement."""
    [finding] = run_check("figure-stated-twice", """
        value
        ------
        7
        over 7
        """)
    assert finding.outcome.value == "failed"
