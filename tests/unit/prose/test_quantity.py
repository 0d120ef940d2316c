"""Whole cells and form answers."""

from decimal import Decimal

import pytest

from crossfoot.prose import read_quantity
from crossfoot.terms.figure import Qualifier


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "unit"),
    [
        ("2014", "2014", Qualifier.EXACT, ""),
        ("-17", "-17", Qualifier.EXACT, ""),
        ("over 3,600", "3600", Qualifier.OVER, ""),
        ("6.3%", "6.3", Qualifier.EXACT, "%"),
        ("8.5 jin", "8.5", Qualifier.EXACT, "jin"),
        ("3.21 million", "3210000", Qualifier.EXACT, ""),
        ("约6万", "60000", Qualifier.ABOUT, ""),
        ("1,208两零5分", "1208.05", Qualifier.EXACT, "tael"),
        ("plus de 300 cas", "300", Qualifier.OVER, ""),
        ("two dozen", "24", Qualifier.EXACT, ""),
        ("nil", "0", Qualifier.EXACT, ""),
        ("1e5", "100000", Qualifier.EXACT, ""),
    ],
)
def test_one_number(text: str, value: str, qualifier: Qualifier, unit: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.qualifier, quantity.unit) == (Decimal(value), qualifier, unit)


@pytest.mark.parametrize("text", ["n/a", "", "  ", "--", "see note", "12 and 14", "1.2.3", "14/03/2019"])
def test_none_or_several(text: str) -> None:
    assert read_quantity(text) is None


def test_decimal_mark_known() -> None:
    by_comma = read_quantity("2.718", decimal_mark=",")
    by_point = read_quantity("2.718", decimal_mark=".")
    assert by_comma is not None
    assert by_point is not None
    assert (by_comma.value, by_point.value) == (Decimal(2718), Decimal("2.718"))
    assert by_comma.other_value is by_point.other_value is None


def test_decimal_mark_unknown() -> None:
    quantity = read_quantity("2,718")
    assert quantity is not None
    assert {quantity.value, quantity.other_value} == {Decimal(2718), Decimal("2.718")}


@pytest.mark.parametrize(
    "text",
    ["9" * 60 + " million 3 thousand", "9" * 60 + " out of 10", "9" * 60 + " ft 3 in", "9" * 60 + "亿亿点五"],
)
def test_great_numbers(text: str) -> None:
    """A number beyond all measure is read or refused, never an error."""
    quantity = read_quantity(text)
    assert quantity is None or quantity.value > 0
