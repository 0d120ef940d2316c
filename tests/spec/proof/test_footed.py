"""A table with one column of figures and a total: its label is the only witness."""

import pytest

from crossfoot.proof import proof


def outcomes(head, label, cells, total):
    """Return what is claimed of a table of one column."""
    rows = "".join(f"| {name} | {cell} |\n" for name, cell in cells)
    text = f"| {head[0]} | {head[1]} |\n|---|---|\n{rows}| {label} | {total} |\n"
    return [str(relation.outcome) for relation in proof(text).relations]


CELLS = [("Nimba", 163), ("Bong", 197), ("Lofa", 20)]


@pytest.mark.parametrize(
    ("head", "label"),
    [(("Area", "Deaths"), "Total"), (("Zone", "Décès"), "Total"), (("地区", "死亡"), "合计")],
)
@pytest.mark.parametrize(("total", "expected"), [(380, ["passed"]), (390, ["failed"]), (308, ["failed"]), (210, [])])
def test_a_total_holds_or_is_one_slip_off(head, label, total, expected):
    """What is far off is another kind of number: 210 patients had 380 symptoms."""
    assert outcomes(head, label, CELLS, total) == expected


def test_brackets_are_below_zero_in_an_account():
    assert outcomes(("Item", "Amount"), "Total", [("Income", "5,000"), ("Costs", "(1,234)")], "3,766") == ["passed"]
    assert outcomes(("Item", "Amount"), "Total", [("Income", "5,000"), ("Costs", "(1,234)")], "3,866") == ["failed"]


@pytest.mark.parametrize("label", ["Subtotal North", "Of which Nimba"])
def test_a_table_with_totals_within_is_left_alone(label):
    assert outcomes(("Area", "Deaths"), "Total", [*CELLS, (label, 20)], 390) == []


def test_small_totals_prove_nothing():
    assert outcomes(("Area", "Deaths"), "Total", [("Nimba", 12), ("Bong", 20)], 31) == []


def test_a_last_digit_that_is_off_may_be_rounding():
    """Counts rounded to a base of three do not add up, and nothing is wrong with them."""
    assert outcomes(("Area", "Deaths"), "Total", CELLS, 383) == []
