"""unchanged-return"""

import pytest

NAMES = ("a", "b", "c", "d", "e", "f")
SIX = "data_elements: {" + ", ".join(f"{n}: {{name: Element {n}}}" for n in NAMES) + "}"


HEAD = " | ".join(NAMES)


def two(first, second, head=HEAD):
    return f"return | area | period | {head}\nA | Bomi | 2026-W10 | {first}\nB | Bomi | 2026-W11 | {second}"


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ("3 | 4 | 5 | 6 | 7 | 8", "failed"),
        ("3 | 4 | 5 | 6 | 7 | 9", "failed"),
        ("3 | 4 | 5 | 6 | 8 | 9", "passed"),
        ("0 | 0 | 5 | 6 | 7 | 8", None),
    ],
)
def test_a_copy_of_the_last_return(run_check, second, outcome):
    """Four in five figures that are not zero, of at least five, must differ from the period before."""
    findings = run_check("unchanged-return", two("3 | 4 | 5 | 6 | 7 | 8", second), campaign=SIX)
    assert [f.outcome.value for f in findings] == ([outcome] if outcome else [])


def test_what_is_told(run_check):
    """The finding names the return, its area and period, and how many figures are the same."""
    [finding] = run_check("unchanged-return", two("3 | 4 | 5 | 6 | 7 | 8", "3 | 4 | 5 | 6 | 7 | 9"), campaign=SIX)
    assert (finding.area, finding.period, finding.detail) == ("Bomi", "2026-W11", "B.csv")
    assert (finding.parts_reported, finding.parts_expected) == (5, 6)
    assert len(run_check.proofs[finding.key]) == 5


def test_figures_to_date_may_stay(run_check):
    """Figures to date that did not grow are no sign of a copy."""
    to_date = SIX.replace("name: Element", "kind: cumulative, name: Element")
    assert run_check("unchanged-return", two("3 | 4 | 5 | 6 | 7 | 8", "3 | 4 | 5 | 6 | 7 | 8"), campaign=to_date) == []


def test_one_file_of_many_periods(run_check):
    """Within one return nothing was copied from the last one."""
    figures = two("3 | 4 | 5 | 6 | 7 | 8", "3 | 4 | 5 | 6 | 7 | 8").replace("B | Bomi", "A | Bomi")
    assert run_check("unchanged-return", figures, campaign=SIX) == []
