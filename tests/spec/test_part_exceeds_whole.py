"""part-exceeds-whole"""

from crossfoot.terms.finding import Outcome

DEATHS = "data_elements: {cases: {name: Cases}, deaths: {name: Deaths, at_most: cases}}"


def test_deaths_and_cases(run_check):
    """A part passes up to the whole itself, and fails above it."""
    equal, more = run_check("part-exceeds-whole", """
        area | cases | deaths
        -----+-------+-------
        Bomi |     7 |      7
        Bong |     7 |      8
        """, campaign=DEATHS)
    assert (equal.outcome, more.outcome) == (Outcome.PASSED, Outcome.FAILED)
    assert (more.stated, more.computed, more.imbalance, more.detail) == (8, 7, 1, "cases")
    assert {role for role, _ in run_check.proofs[more.key]} == {"part", "other"}


def test_one_of_the_two_is_not_reported(run_check):
    """With one of the two blank or absent nothing can be told; with both there is no finding."""
    findings = run_check("part-exceeds-whole", """
        area  | cases | deaths
        ------+-------+-------
        Bomi  |       |      7
        Bong  |     7 |
        Lofa  |     . |      7
        Nimba |       |
        """, campaign=DEATHS)
    assert [f.area for f in findings] == ["Bomi", "Bong", "Lofa"]
    assert {f.outcome for f in findings} == {Outcome.MISSING}


def test_intervals(run_check):
    """It fails only if the least that the part can be is more than the most that the whole can be."""
    findings = run_check("part-exceeds-whole", """
        area  | cases     | deaths
        ------+-----------+-----------
        Bomi  | about 100 | 105
        Bong  | about 100 | 106
        Lofa  | over 100  | 900
        Nimba | 7         | at_least 7
        Sinoe | 7         | over 7
        """, campaign=DEATHS)
    assert [f.outcome.value for f in findings] == ["passed", "failed", "passed", "passed", "failed"]


def test_a_tolerance(run_check):
    """A tolerance lets the part exceed the whole by as much."""
    rule = DEATHS + "\nchecks: {part-exceeds-whole: {data_elements: [deaths], tolerance: 1}}"
    findings = run_check("part-exceeds-whole", """
        area | cases | deaths
        -----+-------+-------
        Bomi |     7 |      8
        Bong |     7 |      9
        """, campaign=rule)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]


def test_a_check_that_is_off(run_check):
    """A check that the campaign turned off says nothing."""
    assert run_check("part-exceeds-whole", """
        area | cases | deaths
        -----+-------+-------
        Bomi |     7 |      9
        """, campaign=DEATHS + "\nchecks: {part-exceeds-whole: {off: true}}") == []


def test_disaggregations(run_check):
    """Deaths of women are held against cases of women."""
    findings = run_check("part-exceeds-whole", """
        area | cases[sex=f] | deaths[sex=f] | deaths[sex=m]
        -----+--------------+---------------+--------------
        Bomi |            3 |             4 |             1
        """, campaign=DEATHS)
    assert [(f.disaggregation, f.outcome.value) for f in findings] == [("sex=f", "failed"), ("sex=m", "missing")]


def test_a_line_stated_twice(run_check):
    """The second statement of a return is held against the second, and has a key of its own."""
    first, second = run_check("part-exceeds-whole", """
        area | cases | deaths
        -----+-------+-------
        Bomi |     7 |      7
        Bomi |     7 |      8
        """, campaign=DEATHS)
    assert (first.outcome.value, second.outcome.value) == ("passed", "failed")
    assert second.key == first.key + ".2"
