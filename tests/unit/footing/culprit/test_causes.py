"""Each cause is found where it was at work, and named."""

from dataclasses import replace
from decimal import Decimal

import pytest

from crossfoot.footing.culprit import Cell, Component, Confidence, Context, Suggestion, components, exact, suggest
from crossfoot.footing.culprit.causes import catalogue

TABLE = {  # three areas by three data elements, with both margins
    "a1": 1204,
    "a2": 377,
    "a3": 58,
    "a": 1639,
    "b1": 5310,
    "b2": 842,
    "b3": 0,
    "b": 6152,
    "c1": 296,
    "c2": 613,
    "c3": 1470,
    "c": 2379,
    "t1": 6810,
    "t2": 1832,
    "t3": 1528,
    "t": 10170,
}
ROWS = ("a1 a2 a3 = a", "b1 b2 b3 = b", "c1 c2 c3 = c", "a b c = t")
MARGINS = (*ROWS, "a1 b1 c1 = t1", "a2 b2 c2 = t2", "a3 b3 c3 = t3")
BEFORE = {name: value + 7 * at + 3 for at, (name, value) in enumerate(TABLE.items())}


def first(component: Component) -> Suggestion:
    return suggest(component)[0]


def placed(name: str, value: Decimal | int | None) -> Cell:
    row = "abct".index(name[0])
    column = int(name[1]) if len(name) > 1 else 4
    context = Context(
        before=Decimal(BEFORE[name]),
        to_date_before=Decimal(9 * BEFORE[name]),
        table="T",
        row=row,
        column=column,
        line=name[0],
    )
    return replace(exact(name, None if value is None else Decimal(value)), context=context)


@pytest.mark.parametrize(
    ("stated", "cause", "truth"),
    [
        ({"a2": 737}, "adjacent-digits-swapped", {"a2": 377}),
        ({"a2": 577}, "digit-wrong", {"a2": 377}),
        ({"b2": 8442}, "digit-doubled", {"b2": 842}),
        ({"b2": 8542}, "digit-added", {"b2": 842}),
        ({"c3": 140}, "digit-dropped", {"c3": 1470}),
        ({"c2": 613000}, "unit-slip", {"c2": 613}),
        ({"c1": -296}, "sign-turned", {"c1": 296}),
        ({"c1": None}, "blank-instead-of-figure", {"c1": 296}),
        ({"c2": 296}, "copied-from-neighbour", {"c2": 613}),
        ({"c2": 1226}, "other-unit", {"c2": 613}),
        ({"a": 1639 - 377}, "part-left-out", {"a": 1639}),
        ({"a": 1639 + 1204}, "part-counted-twice", {"a": 1639}),
        ({"c": BEFORE["c"]}, "total-not-renewed", {"c": 2379}),
        ({"c": 2379 + 9 * BEFORE["c"]}, "total-is-to-date", {"c": 2379}),
        ({"c1": 296 + 9 * BEFORE["c1"]}, "to-date-under-new", {"c1": 296}),
        ({"c3": BEFORE["c3"]}, "wrong-period", {"c3": 1470}),
        ({"a1": 5310, "b1": 1204}, "cells-exchanged", {"a1": 1204, "b1": 5310}),
        ({"b2": 0, "b3": 842}, "typed-under-neighbour", {"b2": 842, "b3": 0}),
        ({"c1": 0, "c2": 296, "c3": 613}, "row-shifted", {"c1": 296, "c2": 613, "c3": 1470}),
        ({"a2": 0, "b2": 377, "c2": 842}, "column-shifted", {"a2": 377, "b2": 842, "c2": 613}),
        (
            {name: BEFORE[name] for name in ("c1", "c2", "c3", "c")},
            "return-sent-again",
            {name: TABLE[name] for name in ("c1", "c2", "c3", "c")},
        ),
        (
            {name: TABLE[name] * 1000 for name in ("c1", "c2", "c3", "c")},
            "whole-return-in-another-unit",
            {name: TABLE[name] for name in ("c1", "c2", "c3", "c")},
        ),
        ({"a2": 9131}, "other-value", {"a2": 377}),
    ],
)
def test_in_a_table_with_both_margins(stated, cause, truth, relations):
    cells = [placed(name, stated.get(name, value)) for name, value in TABLE.items()]
    [component] = components(cells, relations(*MARGINS))
    found = first(component)
    assert found.cause == cause
    assert {change.cell: change.suggested for change in found.changes} == truth
    assert found.breaks == ()
    assert set(found.repairs) == set(component.violated)
    assert found.confidence is Confidence.LIKELY


def test_a_total_made_before_a_part_arrived(one_component):
    late = replace(exact("c", 613), context=Context(late=True))
    found = first(one_component({"a": 296, "b": 1470, "c": late, "t": 1766}, "a b c = t"))
    assert (found.cause, found.changes[0].suggested) == ("late-part", 2379)


def test_a_decimal_mark_read_as_a_mark_of_thousands(one_component):
    values = {
        name: replace(exact(name, None), value=Decimal(text), lo=Decimal(text), hi=Decimal(text))
        for name, text in (
            ("a", "12.5"),
            ("b", "1734"),
            ("c", "20.25"),
            ("t", "50.09"),
        )
    }
    found = first(one_component(values, "a b c = t"))
    assert (found.cause, found.changes[0].suggested) == ("decimal-mark-as-thousands", Decimal("17.34"))


def test_several_cells_that_hang_together(one_component):
    names = [f"x{at}" for at in range(1, 12)]
    values = dict(zip(names, (1452, 116, 1568, 116, 323, 76, 12, 0, 19979, 1842, 137), strict=True))
    found = first(one_component(values, "x1 x2 = x3", "x5 x6 x7 = x8", "x3 x8 = x9", "x9 = x10 x11"))
    assert found.cause == "several-cells"
    assert {change.cell: change.suggested for change in found.changes} == {"x8": 411, "x9": 1979}


def test_rounding_accuses_nobody(one_component):
    component = one_component({"a": 12300, "b": 4500, "c": 8800, "t": 25700}, "a b c = t")
    assert all(found.confidence is not Confidence.LIKELY for found in suggest(component))
    assert all("rounding-would-explain-it" in found.against for found in suggest(component))


def test_every_cause_says_what_it_tests_and_the_shares_make_one():
    causes = [module.CAUSE for module in catalogue().values()]
    assert abs(sum(cause.share for cause in causes) - 1) < 1e-9
    assert all(cause.what.endswith(".") for cause in causes)
    assert [cause.code.replace("-", "_") for cause in causes] == [
        module.__name__.rpartition(".")[2] for module in catalogue().values()
    ]
