"""margins-disagree"""

BY_SEX = "data_elements: {cases: {name: Doses, disaggregations: {sex: [f, m]}}}"


def test_by_area_and_by_sex(run_check):
    """Where no total is stated, its areas and its categories must make the same."""
    figures = """
        area | cases | cases[sex=f] | cases[sex=m]
        -----+-------+--------------+-------------
        Land |       |            4 |            5
        Bomi |     6 |            . |            .
        Bong |     3 |            . |            .
        """
    [finding] = run_check("margins-disagree", figures, campaign=BY_SEX)
    assert finding.outcome.value == "passed"
    [finding] = run_check("margins-disagree", figures.replace("Bong |     3", "Bong |     4"), campaign=BY_SEX)
    assert (finding.outcome.value, finding.stated, finding.computed) == ("failed", 10, 9)


def test_a_set_that_is_not_complete(run_check):
    """A set of parts with a blank in it is compared with nothing."""
    assert run_check("margins-disagree", """
        area | cases | cases[sex=f] | cases[sex=m]
        -----+-------+--------------+-------------
        Land |       |            4 |            5
        Bomi |     6 |            . |            .
        Bong |       |            . |            .
        """, campaign=BY_SEX) == []


def test_a_total_that_is_stated(run_check):
    """With a total the two are held against it, each by its own check."""
    assert run_check("margins-disagree", """
        area | cases | cases[sex=f] | cases[sex=m]
        -----+-------+--------------+-------------
        Land |     9 |            4 |            5
        Bomi |     6 |            . |            .
        Bong |     3 |            . |            .
        """, campaign=BY_SEX) == []
