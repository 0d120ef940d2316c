"""text-left-aside"""

RETURNS = """
    return | file
    -------+-------
    A      | a.csv
    B      | b.xlsx
    """

TROUBLES = """
    return | kind            | cell | row | stated
    -------+-----------------+------+-----+-------
    A      | text-left-aside | A1   | 1   | Draft!
    """


def test_a_note_above_a_table(run_check):
    """Text from which no figure was read is told as information."""
    aside, passed = run_check("text-left-aside", troubles=TROUBLES, returns=RETURNS)
    assert (passed.outcome.value, aside.outcome.value, aside.severity.value) == ("passed", "failed", "information")
    assert aside.detail.startswith("Draft!\t")
