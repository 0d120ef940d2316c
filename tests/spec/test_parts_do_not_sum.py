"""parts-do-not-sum"""

import pytest

from crossfoot.terms.finding import Outcome

CASES = """
data_elements:
  cases: {name: Cases, equals: [suspected, confirmed]}
  suspected: {name: Suspected}
  confirmed: {name: Confirmed}
"""
BY_SEX = "data_elements: {cases: {name: Doses, disaggregations: {sex: [f, m]}}}"
BY_SEX_AND_AGE = "data_elements: {cases: {name: Doses, disaggregations: {sex: [f, m], age: [0-4, 5+]}}}"


def test_a_data_element_that_equals_others(run_check):
    """What a data element `equals` must make it, area by area."""
    good, bad = run_check("parts-do-not-sum", """
        area | cases | suspected | confirmed
        -----+-------+-----------+----------
        Bomi |     9 |         4 |         5
        Bong |    10 |         4 |         5
        """, campaign=CASES)
    assert (good.outcome, bad.outcome) == (Outcome.PASSED, Outcome.FAILED)
    assert (bad.stated, bad.computed, bad.imbalance) == (10, 9, 1)
    assert {role for role, _ in run_check.proofs[bad.key]} == {"stated", "part"}


def test_a_disaggregation(run_check):
    """The categories of a disaggregation must make the whole."""
    good, bad = run_check("parts-do-not-sum", """
        area | cases | cases[sex=f] | cases[sex=m]
        -----+-------+--------------+-------------
        Bomi |     9 |            4 |            5
        Bong |     9 |            4 |            6
        """, campaign=BY_SEX)
    assert (good.outcome, bad.outcome) == (Outcome.PASSED, Outcome.FAILED)
    assert bad.detail == "cases[sex]"


def test_nested_disaggregations(run_check):
    """With two of them, each sums to the whole and within each category of the other."""
    findings = run_check("parts-do-not-sum", """
        area | cases | cases[sex=f] | cases[age=0-4;sex=f] | cases[age=5+;sex=f]
        -----+-------+--------------+----------------------+--------------------
        Bomi |     9 |            4 |                    1 |                   2
        """, campaign=BY_SEX_AND_AGE)
    by = {(f.disaggregation, f.detail): f.outcome for f in findings}
    assert by[("sex=f", "cases[age]")] is Outcome.FAILED
    assert by[("", "cases[sex]")] is Outcome.MISSING


def test_parts_that_are_broken_down_themselves(run_check):
    """What a data element equals holds in a category too, where all of its parts are broken down like that."""
    findings = run_check("parts-do-not-sum", """
        area | cases[sex=f] | suspected[sex=f] | confirmed[sex=f]
        -----+--------------+------------------+-----------------
        Bomi |            9 |                4 |                6
        Bong |            9 |                4 |                .
        """, campaign=CASES)
    assert [(f.area, f.disaggregation, f.outcome.value) for f in findings] == [("Bomi", "sex=f", "failed")]


def test_a_part_is_missing(run_check):
    """With a part missing it fails only if the others exceed the whole already."""
    more, less = run_check("parts-do-not-sum", """
        area | cases | suspected | confirmed
        -----+-------+-----------+----------
        Bomi |     3 |         4 |
        Bong |     9 |         4 |
        """, campaign=CASES)
    assert (more.outcome, less.outcome) == (Outcome.FAILED, Outcome.MISSING)


@pytest.mark.parametrize(
    ("mode", "blank", "zeros"),
    [
        ("default", "missing", "passed"), ("non_null", "missing", "passed"), ("partial_null", "missing", "passed"),
        ("always_null", "missing", "passed"), ("partial_zero", "failed", "passed"), ("non_zero", "failed", None),
        ("always_zero", "failed", "passed"),
    ],
)  # fmt: skip
def test_what_a_blank_counts_as(run_check, mode, blank, zeros):
    """`missing_parts` says what a blank part counts as, in the words of VTL (docs/missing.md).

    `missing` does not: a blank county may mean none, and a blank line between filled ones still “not told”.
    """
    campaign = CASES.replace("name: Cases", f"name: Cases, missing: partial_zero, missing_parts: {mode}")
    findings = run_check("parts-do-not-sum", """
        area | cases | suspected | confirmed
        -----+-------+-----------+----------
        Bomi |     9 |         4 |
        Bong |     0 |         0 |         0
        """, campaign=campaign)
    assert {f.area: f.outcome.value for f in findings} == {"Bomi": blank} | ({"Bong": zeros} if zeros else {})


def test_qualifiers(run_check):
    """“About 9” may be the sum 9; “over 9” may not."""
    about, over = run_check("parts-do-not-sum", """
        area | cases   | suspected | confirmed
        -----+---------+-----------+----------
        Bomi | about 9 |         4 |         5
        Bong | over 9  |         4 |         5
        """, campaign=CASES)
    assert (about.outcome, over.outcome) == (Outcome.PASSED, Outcome.FAILED)


def test_keys_of_repeated_lines(run_check):
    """Each statement of a line stated twice has a key of its own."""
    findings = run_check("parts-do-not-sum", """
        area | cases | cases[sex=f] | cases[sex=m]
        -----+-------+--------------+-------------
        Bomi |     9 |            4 |            5
        Bomi |     9 |            4 |            6
        """, campaign=BY_SEX)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]
    assert len({f.key for f in findings}) == 2


def test_a_withheld_part_that_cannot_make_it_right(run_check):
    """A sum with a withheld part is told by the end that comes nearest, never by the parts that are known."""
    [wrong] = run_check("parts-do-not-sum", """
        area | cases | suspected | confirmed
        -----+-------+-----------+----------
        Bomi |     7 |         1 |        <5
        """, campaign=CASES)
    assert wrong.outcome is Outcome.FAILED
    assert (wrong.stated, wrong.computed, wrong.imbalance) == (7, 6, 1)
