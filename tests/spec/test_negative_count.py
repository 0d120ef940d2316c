"""negative-count"""


def test_a_count_below_zero(run_check):
    """Below zero fails, zero passes."""
    findings = run_check("negative-count", """
        area | value
        -----+------
        Bomi |    -3
        Bong |     0
        Lofa | under 5
        """)
    assert [f.outcome.value for f in findings] == ["failed", "passed", "passed"]
    assert findings[0].stated == -3


def test_values_that_may_be_negative(run_check):
    """Deliveries that are sent back are negative; the campaign allows it."""
    may = "data_elements: {cases: {name: Delivered, may_be_negative: true}}"
    assert run_check("negative-count", "area | value\nBomi | -3", campaign=may) == []
