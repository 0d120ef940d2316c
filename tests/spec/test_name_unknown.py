"""name-unknown"""

RETURNS = """
    return | file
    -------+-------
    A      | a.csv
    B      | b.xlsx
    """

TROUBLES = """
    return | kind             | cell | row | column | stated  | suggestion
    -------+------------------+------+-----+--------+---------+-----------
    A      | name-unknown     | A3   | 3   |        | Margebi | Margibi
    A      | name-unknown     |      | 1   | Casse  | Casse   |
    A      | value-unreadable | C4   | 4   | Cases  | 1.234   |
    """


def test_each_unknown_name(run_check, outcomes):
    """Every name that is not known is told once, with its place; a return without any passes."""
    findings = run_check("name-unknown", troubles=TROUBLES, returns=RETURNS)
    assert outcomes(findings) == {"failed": 2, "passed": 1}
    assert len({f.key for f in findings}) == 3


def test_what_a_finding_holds(run_check):
    """`detail` holds the text as written, the suggestion, the file, the cell, the row and the heading."""
    by_key = {f.key: f for f in run_check("name-unknown", troubles=TROUBLES, returns=RETURNS)}
    assert by_key["name-unknown///#A:A3"].detail.split("\t") == ["Margebi", "Margibi", "a.csv", "A3", "3", ""]
    assert by_key["name-unknown///#A:1.Casse"].detail.split("\t") == ["Casse", "", "a.csv", "", "1", "Casse"]


def test_an_accepted_name(run_check):
    """An exemption for the whole campaign accepts it like any other finding."""
    accepted = "exemptions: [{check: name-unknown, why: A remark., by: Ministry, until: 2026-12-31}]"
    findings = run_check("name-unknown", troubles=TROUBLES, returns=RETURNS, campaign=accepted)
    assert {f.exempted for f in findings if f.outcome.value == "failed"} == {"A remark."}
