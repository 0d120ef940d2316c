"""areas-do-not-sum"""

from datetime import date

from crossfoot.terms.finding import Outcome, Severity


def test_a_total_that_its_areas_make(run_check):
    """A total passes when the areas directly below it make exactly what it states."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   410
        Bomi |   310
        Bong |   100
        """)
    assert finding.outcome is Outcome.PASSED
    assert (finding.parts_reported, finding.parts_expected) == (2, 2)


def test_a_total_that_its_areas_do_not_make(run_check):
    """Another total fails, by what it states minus what they make. The total and each part prove it."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   401
        Bomi |   310
        Bong |   100
        """)
    assert finding.outcome is Outcome.FAILED
    assert finding.severity is Severity.ERROR
    assert (finding.stated, finding.computed, finding.imbalance) == (401, 410, -9)
    assert {role for role, _ in run_check.proofs[finding.key]} == {"stated", "part"}
    assert len(run_check.proofs[finding.key]) == 3


def test_a_part_is_not_reported(run_check):
    """While a part is missing the total can be neither confirmed nor refuted; what is left over is shown."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   410
        Bomi |   310
        Bong |
        """)
    assert finding.outcome is Outcome.MISSING
    assert (finding.parts_reported, finding.parts_expected) == (1, 2)
    assert finding.imbalance == 100


def test_the_parts_so_far_exceed_the_total(run_check):
    """Parts that already make more than the total are wrong, whatever is still to come."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   300
        Bomi |   310
        Bong |
        """)
    assert finding.outcome is Outcome.FAILED


def test_a_negative_part_may_still_come(run_check):
    """Where values may be negative, what is still to come may bring the sum down again."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   300
        Bomi |   310
        Bong |
        """, campaign="data_elements: {cases: {name: Cases, may_be_negative: true}}")
    assert finding.outcome is Outcome.MISSING


def test_the_total_is_not_reported(run_check):
    """Areas without a total above them are no fault; their sum is told."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |
        Bomi |   310
        Bong |   100
        """)
    assert finding.outcome is Outcome.MISSING
    assert finding.computed == 410


def test_a_blank_that_counts_as_zero(run_check):
    """With `missing: partial_zero` a blank area counts as zero where some area is filled."""
    figures = """
        area | value
        -----+------
        Land |   310
        Bomi |   310
        Bong |
        """
    zero = "data_elements: {cases: {name: Cases, missing: partial_zero}}"
    [finding] = run_check("areas-do-not-sum", figures, campaign=zero)
    assert finding.outcome is Outcome.PASSED
    assert (finding.parts_reported, finding.parts_expected) == (1, 2)
    [finding] = run_check("areas-do-not-sum", figures.replace("Land |   310", "Land |   410"), campaign=zero)
    assert finding.outcome is Outcome.FAILED


def test_a_figure_that_is_not_known(run_check):
    """“Not known” is not zero, whatever a blank counts as."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   310
        Bomi |   310
        Bong |   n/a
        """, campaign="data_elements: {cases: {name: Cases, missing: partial_zero}}")
    assert finding.outcome is Outcome.MISSING


def test_every_blank_counts_as_zero(run_check):
    """With `missing: always_zero` a total over nothing but blanks must be zero."""
    figures = """
        area | value
        -----+------
        Land |     7
        Bomi |
        Bong |
        """
    always = "data_elements: {cases: {name: Cases, missing: always_zero}}"
    [finding] = run_check("areas-do-not-sum", figures, campaign=always)
    assert (finding.outcome, finding.computed) == (Outcome.FAILED, 0)


def test_rounded_figures(run_check):
    """Measures are taken as rounded to their last place: 12 + 45 may well be 58."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |    58
        Bomi |    12
        Bong |    45
        """, campaign="data_elements: {cases: {name: Seized, unit: kg}}")
    assert finding.outcome is Outcome.PASSED


def test_figures_with_a_qualifier(run_check):
    """“Over 500” holds for any sum above 500, and not for 410."""
    figures = """
        area | value
        -----+---------
        Land | over 500
        Bomi | 310
        Bong | 200
        """
    [finding] = run_check("areas-do-not-sum", figures)
    assert finding.outcome is Outcome.PASSED
    [finding] = run_check("areas-do-not-sum", figures.replace("200", "100"))
    assert finding.outcome is Outcome.FAILED
    [finding] = run_check("areas-do-not-sum", figures.replace("200", "190"))
    assert finding.outcome is Outcome.FAILED, "exactly 500 is not over 500"


def test_a_withheld_part(run_check):
    """A withheld figure (“<5”) is between zero and its limit: a sum that it can make right stands."""
    figures = """
        area | value
        -----+------
        Land |   313
        Bomi |   310
        Bong |    <5
        """
    [finding] = run_check("areas-do-not-sum", figures)
    assert finding.outcome is Outcome.PASSED
    [finding] = run_check("areas-do-not-sum", figures.replace("313", "315"))
    assert finding.outcome is Outcome.FAILED


def test_a_tolerance(run_check):
    """A tolerance of the campaign lets an imbalance pass up to it, and no further."""
    rule = "checks: {areas-do-not-sum: {tolerance: 9}}"
    figures = """
        area | value
        -----+------
        Land |   401
        Bomi |   310
        Bong |   100
        """
    [finding] = run_check("areas-do-not-sum", figures, campaign=rule)
    assert finding.outcome is Outcome.PASSED
    [finding] = run_check("areas-do-not-sum", figures.replace("401", "400"), campaign=rule)
    assert finding.outcome is Outcome.FAILED


def test_an_exemption(run_check):
    """An accepted finding stays failed and says why it is accepted, until its last day."""
    accepted = """
        exemptions:
          - {check: areas-do-not-sum, area: Land, why: Refugees are in no county., by: Ministry, until: 2026-06-30}
          - {check: areas-do-not-sum, why: Another reason., by: Ministry, until: 2026-06-30}
        """
    figures = """
        area | value
        -----+------
        Land |   420
        Bomi |   310
        Bong |   100
        """
    [finding] = run_check("areas-do-not-sum", figures, campaign=accepted, today=date(2026, 6, 30))
    assert (finding.outcome, bool(finding.exempted)) == (Outcome.FAILED, True)
    [finding] = run_check("areas-do-not-sum", figures, campaign=accepted, today=date(2026, 7, 1))
    assert finding.exempted == ""


def test_a_line_stated_twice(run_check):
    """Where a return has the line twice, each is held against its own parts."""
    first, second = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   410
        Bomi |   310
        Bong |   100
        Land |   420
        Bomi |   310
        Bong |   100
        """)
    assert (first.outcome, second.outcome) == (Outcome.PASSED, Outcome.FAILED)
    assert second.key == first.key + "#2"


def test_the_hierarchy_of_the_day(run_check):
    """The areas below are those of the last day of the period: an area that opened later is no part yet."""
    [finding] = run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |   310
        Bomi |   310
        """, """
        area | parent | from
        -----+--------+-----------
        Land |        |
        Bomi | Land   |
        Bong | Land   | 2026-07-01
        """)
    assert finding.outcome is Outcome.PASSED
    assert finding.parts_expected == 1


def test_rates_are_never_summed(run_check):
    """Rates and percentages of areas do not add up to anything, and are left alone."""
    assert run_check("areas-do-not-sum", """
        area | value
        -----+------
        Land |    60
        Bomi |    50
        Bong |    70
        """, campaign="data_elements: {cases: {name: Fatality, unit: percent, kind: rate}}") == []
