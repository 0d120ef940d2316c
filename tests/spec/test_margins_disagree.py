"""margins-disagree"""

BY_AGE = "data_elements: {cases: {name: Cases, disaggregations: {age: [young, old]}}}"


def test_by_place_and_by_age(run_check):
    """No total is stated, but the counties make one and the ages another: they must be the same."""
    [finding] = run_check("margins-disagree", """
        area | disaggregation | value
        -----+----------------+------
        Bomi |                |    10
        Bong |                |    20
        Land | age=young      |    12
        Land | age=old        |    19
        """, campaign=BY_AGE)
    assert (finding.outcome.value, finding.area) == ("failed", "Land")
    assert (finding.stated, finding.computed, finding.imbalance) == (30, 31, -1)
    assert finding.detail == "areas\tcases[age]"
    assert len(run_check.proofs[finding.key]) == 4


def test_a_stated_total(run_check):
    """Where the total is stated, each set of parts is compared with it instead."""
    findings = run_check("margins-disagree", """
        area | disaggregation | value
        -----+----------------+------
        Bomi |                |    10
        Bong |                |    20
        Land | age=young      |    12
        Land | age=old        |    19
        Land |                |    31
        """, campaign=BY_AGE)
    assert findings == []


def test_a_county_did_not_report(run_check):
    """An incomplete set makes no total, so there is nothing to compare."""
    findings = run_check("margins-disagree", """
        area | disaggregation | value
        -----+----------------+------
        Bomi |                |    10
        Bong |                |
        Land | age=young      |    12
        Land | age=old        |    19
        """, campaign=BY_AGE)
    assert findings == []


def test_estimates(run_check):
    """Over 10 and 20 may be 31."""
    [finding] = run_check("margins-disagree", """
        area | disaggregation | value
        -----+----------------+--------
        Bomi |                | over 10
        Bong |                | 20
        Land | age=young      | 12
        Land | age=old        | 19
        """, campaign=BY_AGE)
    assert finding.outcome.value == "passed"


def test_by_age_and_by_kind(run_check):
    """Two sums of the same area are compared as well, each kind with its ages."""
    [finding] = run_check("margins-disagree", """
        area | cases[age=young] | cases[age=old] | likely | sure
        -----+------------------+----------------+--------+-----
        Land |               12 |             19 |      1 |   30
        """, campaign="""
        data_elements:
          cases: {name: Cases, equals: [likely, sure], disaggregations: {age: [young, old]}}
          likely: {name: Likely}
          sure: {name: Sure}
        """)
    assert (finding.outcome.value, finding.stated, finding.computed) == ("passed", 31, 31)
