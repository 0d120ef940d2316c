"""return-unreadable"""

RETURNS = """
    return | file
    -------+-------
    A      | a.csv
    B      | b.xlsx
    """

TROUBLES = """
    return | kind            | row | stated
    -------+-----------------+-----+-----------------------
    B      | file-unreadable | 0   | the workbook is locked
    """


def test_a_file_that_cannot_be_opened(run_check):
    """A return of which nothing could be read fails with the reason; those that were read pass."""
    read, locked = run_check("return-unreadable", troubles=TROUBLES, returns=RETURNS)
    assert (read.outcome.value, locked.outcome.value) == ("passed", "failed")
    assert locked.detail.split("\t")[0] == "the workbook is locked"


def test_a_table_without_a_layout(run_check, outcomes):
    """A file that fits no layout of the campaign is as unreadable as a damaged one."""
    unknown = TROUBLES.replace("file-unreadable", "layout-unknown ")
    assert outcomes(run_check("return-unreadable", troubles=unknown, returns=RETURNS)) == {"failed": 1, "passed": 1}
