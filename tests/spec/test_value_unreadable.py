"""value-unreadable"""

RETURNS = """
    return | file
    -------+-------
    A      | a.csv
    B      | b.xlsx
    """

TROUBLES = """
    return | kind              | cell | row | column | stated | area | data_element
    -------+-------------------+------+-----+--------+--------+------+-------------
    A      | value-unreadable  | C4   | 4   | Cases  | 1.234  | Bomi | cases
    A      | period-unreadable | B5   | 5   | Week   | W99    |      |
    A      | text-left-aside   | A1   | 1   |        | Draft! |      |
    """


def test_values_and_days(run_check, outcomes):
    """A value and a day that cannot be read are findings of the same kind; other troubles are not."""
    assert outcomes(run_check("value-unreadable", troubles=TROUBLES, returns=RETURNS)) == {"failed": 2, "passed": 1}


def test_what_the_cell_was_about(run_check):
    """Where its area and data element are known, the finding is about them, and can be turned off with them."""
    findings = run_check("value-unreadable", troubles=TROUBLES, returns=RETURNS)
    assert ("Bomi", "cases") in {(f.area, f.data_element) for f in findings if f.outcome.value == "failed"}
    off = "checks: {value-unreadable: {data_elements: [cases], off: true}}"
    findings = run_check("value-unreadable", troubles=TROUBLES, returns=RETURNS, campaign=off)
    assert "cases" not in {f.data_element for f in findings}
