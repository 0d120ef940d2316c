"""return-duplicated"""


def test_the_same_bytes_again(run_check):
    """A file received again under another name is told once for each copy, as information."""
    findings = run_check("return-duplicated", "value\n5", returns="""
        return | file  | copy_of
        -------+-------+--------
        A      | a.csv |
        A      | b.csv | a.csv
        A      | c.csv | a.csv
        """)
    assert [f.outcome.value for f in findings] == ["passed", "failed", "failed"]
    assert findings[1].detail == "b.csv\ta.csv"
    assert findings[1].severity.value == "information"
    assert len({f.key for f in findings}) == 3
