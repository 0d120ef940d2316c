"""count-not-whole"""


def test_a_count_with_decimals(run_check):
    """A count that cannot be a whole number fails; 7.0 and “about 7.5” pass."""
    findings = run_check("count-not-whole", """
        area  | value
        ------+----------
        Bomi  | 7
        Bong  | 7.5
        Lofa  | 7.0
        Nimba | about 7.5
        Sinoe |
        """)
    assert [(f.area, f.outcome.value) for f in findings] == [
        ("Bomi", "passed"), ("Bong", "failed"), ("Lofa", "passed"), ("Nimba", "failed"),
    ]  # fmt: skip


def test_measures(run_check):
    """A weight may have decimals."""
    measure = "data_elements: {cases: {name: Seized, unit: kg}}"
    assert run_check("count-not-whole", "area | value\nBomi | 7.5", campaign=measure) == []
