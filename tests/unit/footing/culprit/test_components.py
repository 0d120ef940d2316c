"""Only what fails is looked at, with what is around it."""

from decimal import Decimal

import pytest

from crossfoot.footing.culprit import Cell, Constraint, Context, components, exact


def test_nothing_fails(relations):
    assert list(components([exact("a", 1), exact("b", 2), exact("t", 3)], relations("a b = t"))) == []


def test_two_failures_far_apart_are_two_components(relations):
    cells = [exact(name, 1) for name in "abtcdu"]
    found = list(components(cells, relations("a b = t", "c d = u")))
    assert [component.violated for component in found] == [("a b = t",), ("c d = u",)]


def test_a_relation_that_holds_is_taken_along_where_it_shares_a_cell(relations):
    cells = [exact("a", 1), exact("b", 1), exact("t", 3), exact("x", 3), exact("y", 3)]
    [component] = components(cells, relations("a b = t", "t = x", "x = y"))
    assert [row.id for row in component.constraints] == ["a b = t", "t = x"]
    assert component.violated == ("a b = t",)


def test_what_rounding_leaves_open_is_no_failure():
    rounded = [
        Cell(name, Decimal(value), Decimal(value) - half, Decimal(value) + half)
        for name, value, half in (
            ("a", 12, Decimal("0.5")),
            ("b", 45, Decimal("0.5")),
            ("t", 58, Decimal("0.5")),
        )
    ]
    row = Constraint("sum", (("a", 1), ("b", 1), ("t", -1)))
    assert list(components(rounded, [row])) == []


def test_an_unbounded_cell_leaves_everything_open(relations):
    cells = [exact("a", 5), Cell("b", Decimal(2), Decimal(2), None), exact("t", 9)]
    assert list(components(cells, relations("a b = t"))) == []
    cells = [exact("a", 5), Cell("b", Decimal(2), Decimal(2), None), exact("t", 6)]
    assert len(list(components(cells, relations("a b = t")))) == 1


def test_a_tolerance_is_no_failure():
    cells = [exact("a", 5), exact("b", 6), exact("t", 13)]
    terms = (("a", 1), ("b", 1), ("t", -1))
    assert list(components(cells, [Constraint("sum", terms, Decimal(2))])) == []
    assert len(list(components(cells, [Constraint("sum", terms, Decimal("1.9"))]))) == 1


def test_failures_of_one_table_that_are_off_by_as_much_either_way_belong_together(relations):
    place = [Context(table="T", row=row, column=column) for row in (1, 2) for column in (1, 2, 3)]
    values = (1, 7, 6, 2, 3, 7)  # 5 and 7 changed places
    cells = [
        Cell(name, Decimal(value), Decimal(value), Decimal(value), context=context)
        for name, value, context in zip("abtcdu", values, place, strict=True)
    ]
    [component] = components(cells, relations("a b = t", "c d = u"))
    assert component.violated == ("a b = t", "c d = u")


def test_a_relation_with_a_cell_that_is_not_given_is_refused(relations):
    with pytest.raises(KeyError):
        list(components([exact("a", 1)], relations("a = b")))
