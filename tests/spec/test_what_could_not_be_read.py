"""name-unknown, value-unreadable, return-unreadable, text-left-aside"""

import pytest

TROUBLES = """
    return | kind              | cell | row | column | stated  | suggestion | area | data_element
    -------+-------------------+------+-----+--------+---------+------------+------+-------------
    A      | name-unknown      | A3   | 3   |        | Margebi | Margibi    |      |
    A      | name-unknown      |      | 1   | Casse  | Casse   |            |      |
    A      | value-unreadable  | C4   | 4   | Cases  | 1.234   |            | Bomi | cases
    A      | period-unreadable | B5   | 5   | Week   | W99     |            |      |
    A      | text-left-aside   | A1   | 1   |        | Draft!  |            |      |
    B      | layout-unknown    |      | 0   |        | b.xlsx  |            |      |
    """
RETURNS = """
    return | file
    -------+-------
    A      | a.csv
    B      | b.xlsx
    """


@pytest.mark.parametrize(
    ("code", "failed", "passed"),
    [("name-unknown", 2, 1), ("value-unreadable", 2, 1), ("return-unreadable", 1, 1), ("text-left-aside", 1, 1)],
)
def test_each_trouble_is_a_finding(run_check, outcomes, code, failed, passed):
    """Every trouble of a return is told once; a return without any passes."""
    findings = run_check(code, troubles=TROUBLES, returns=RETURNS)
    assert outcomes(findings) == {"failed": failed, "passed": passed}
    assert len({f.key for f in findings}) == failed + passed


def test_what_a_finding_holds(run_check):
    """`detail` holds the text as written, the suggestion, the file, the cell, the row and the heading."""
    by_key = {f.key: f for f in run_check("name-unknown", troubles=TROUBLES, returns=RETURNS)}
    assert by_key["name-unknown///#A:A3"].detail.split("\t") == ["Margebi", "Margibi", "a.csv", "A3", "3", ""]
    assert by_key["name-unknown///#A:1.Casse"].detail.split("\t") == ["Casse", "", "a.csv", "", "1", "Casse"]


def test_the_subject_of_an_unreadable_value(run_check):
    """Where the area and data element of an unreadable cell are known, the finding is about them."""
    findings = run_check("value-unreadable", troubles=TROUBLES, returns=RETURNS)
    assert ("Bomi", "cases") in {(f.area, f.data_element) for f in findings if f.outcome.value == "failed"}
