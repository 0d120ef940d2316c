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


def test_a_later_return_settles_it(run_check, outcomes):
    """A cell whose figure a later return states is asked about no more; a figure that came before settles nothing."""
    troubles = """
        return | kind             | cell | row | stated | area | data_element | period
        -------+------------------+------+-----+--------+------+--------------+---------
        B      | value-unreadable | C4   | 4   | 1.234  | Bomi | cases        | 2026-W10
        """
    returns = """
        return | received
        -------+-----------
        A      | 2026-03-10
        B      | 2026-03-11
        C      | 2026-03-12
        """
    figures = """
        area | return | value
        -----+--------+------
        Bomi | {}     | 1234
        """
    run = {late: outcomes(run_check("value-unreadable", figures.format(late), troubles=troubles, returns=returns))
           for late in "AC"}  # fmt: skip
    assert run == {"A": {"failed": 1, "passed": 2}, "C": {"passed": 2}}
    other = figures.format("C").replace("Bomi", "Bong")
    assert outcomes(run_check("value-unreadable", other, troubles=troubles, returns=returns))["failed"] == 1
