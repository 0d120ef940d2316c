"""What is suggested, what is kept back, and what is said against it."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from crossfoot.footing.culprit import Cell, Confidence, Context, components, exact, examine, suggest

SCHOLTUS = ("x1 x2 = x3", "x2 = x4", "x5 x6 x7 = x8", "x3 x8 = x9", "x9 = x10 x11")
NAMES = [f"x{at}" for at in range(1, 12)]


def told(values, *texts, relations):
    cells = [value if isinstance(value, Cell) else exact(name, value) for name, value in values.items()]
    found = [examine(component) for component in components(cells, relations(*texts))]
    return {(c.cell, int(c.suggested)) for e in found for s in e.suggestions for c in s.changes if s.score > 0.5}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ((1452, 116, 1568, 161, 323, 76, 12, 411, 1979, 1842, 137), {("x4", 116)}),
        ((1452, 116, 1568, 161, 323, 76, 12, 411, 19979, 1842, 137), {("x4", 116), ("x9", 1979)}),
        ((1452, 116, 1568, 161, 0, 0, 0, 411, 19979, 1842, 137), {("x4", 116), ("x9", 1979)}),
    ],
)
def test_the_examples_of_scholtus(record, expected, relations):
    """Statistics Netherlands 09046 (2009), examples 4.1 to 4.3."""
    assert told(dict(zip(NAMES, record, strict=True)), *SCHOLTUS, relations=relations) == expected


def test_a_difference_that_nothing_explains_is_told_without_a_culprit(one_component):
    """A national report of 1952: 33,786 + 2,138 + 6,843 + 3,534 + 4,337 = 50,638, stated 51,627."""
    values = {"sentenced": 33786, "labour": 2138, "control": 6843, "released": 3534, "other": 4337, "all": 51627}
    component = one_component(values, "sentenced labour control released other = all")
    assert examine(component).suggestions == ()
    assert examine(component).unexplained == component.violated


def test_a_cell_that_may_not_change_is_never_accused(one_component):
    formula = replace(exact("costs", 283), weight=None)
    found = suggest(one_component({"result": 115, "costs": formula, "turnover": 353}, "costs result = turnover"))
    assert all(change.cell != "costs" for suggestion in found for change in suggestion.changes)


def test_a_trusted_cell_is_accused_less(one_component):
    plain = suggest(one_component({"r": 115, "c": 283, "t": 353}, "c r = t"))[0]
    trusted = suggest(one_component({"r": 115, "c": replace(exact("c", 283), weight=Decimal(2)), "t": 353}, "c r = t"))
    again = next((s for s in trusted if s.changes == plain.changes), None)
    assert again is None or again.score < plain.score


def test_a_count_is_not_suggested_below_zero(one_component):
    found = suggest(one_component({"a": 3, "b": 4, "t": 2}, "a b = t"), limit=20)
    assert all(change.suggested >= 0 for suggestion in found for change in suggestion.changes)


def test_a_rounded_total_is_given_a_digit_that_explains_it(one_component):
    """4.8 was typed 8.4: the needed value is only known to within the rounding of the others."""
    half = Decimal("0.05")
    cells = {
        name: Cell(name, Decimal(text), Decimal(text) - half, Decimal(text) + half, step=Decimal("0.1"))
        for name, text in (("a", "2.3"), ("b", "1.2"), ("c", "1.3"), ("t", "8.4"))
    }
    found = suggest(one_component(cells, "a b c = t"))[0]
    assert (found.cause, found.changes[0].suggested) == ("adjacent-digits-swapped", Decimal("4.8"))


def test_a_history_decides_between_two_digits(one_component):
    def cell(name: str, value: int, *earlier: int) -> Cell:
        return replace(exact(name, value), history=tuple(Decimal(number) for number in earlier))

    values = {
        "a": cell("a", 4210, 4100, 4150, 4180),
        "b": cell("b", 2310, 3100, 3210, 3260),
        "c": cell("c", 3120, 3000, 3060, 3100),
        "t": cell("t", 10640, 10200, 10420, 10540),
    }
    found = suggest(one_component(values, "a b c = t"))
    assert found[0].changes[0].cell == "b"
    assert found[0].changes[0].suggested == 3310


def test_the_answer_does_not_depend_on_the_order_of_what_is_given(relations):
    names = {f"r{r}c{c}": 37 * r + 11 * c + 5 for r in range(5) for c in range(4)}
    names |= {f"r{r}": sum(names[f"r{r}c{c}"] for c in range(4)) for r in range(5)}
    names |= {"r2c2": 19, "r4": 700}
    rows = list(relations(*(f"{' '.join(f'r{r}c{c}' for c in range(4))} = r{r}" for r in range(5))))
    cells = [exact(name, value) for name, value in names.items()]
    answers = []
    for seed in range(3):
        chance = random.Random(seed)
        chance.shuffle(cells)
        chance.shuffle(rows)
        answers.append({component.violated: examine(component) for component in components(cells, rows)})
    assert len(answers[0]) == 2
    assert answers[0] == answers[1] == answers[2]


def test_at_most_so_many_for_one_relation(one_component):
    component = one_component({"a": 11, "b": 12, "c": 13, "t": 37}, "a b c = t")
    assert len(suggest(component)) <= 3
    assert len(suggest(component, limit=1)) == 1


def test_an_ambiguous_digit_is_not_told_as_likely(one_component):
    found = suggest(one_component({"a": 311, "b": 412, "c": 513, "t": 1237}, "a b c = t"))
    assert found
    assert all(suggestion.confidence is not Confidence.LIKELY for suggestion in found)
    assert "another-cell-explains-it-too" in found[-1].against
    assert "nothing-else-confirms-it" in found[0].against


def test_more_changes_than_relations_bear_out_are_never_likely(relations):
    """In one row alone a shift can be read in several ways: the figure at its end is known to the total only."""
    cells = [
        replace(exact(name, value), context=Context(table="T", row=1, column=column))
        for column, (name, value) in enumerate((("a", 0), ("b", 1204), ("c", 377), ("d", 5310), ("t", 6949)), start=1)
    ]
    [component] = components(cells, relations("a b c d = t"))
    found = [suggestion for suggestion in suggest(component, limit=20) if suggestion.cause == "row-shifted"]
    assert found
    assert all(suggestion.confidence is not Confidence.LIKELY for suggestion in found)
