"""Quotients are rounded once, and the ends of an interval outward."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

import pytest

from crossfoot.rollups.quotients import quotient, to_six


@pytest.mark.parametrize(
    ("dividend", "divisor", "nearest", "down", "up"),
    [
        ("7", 3, "2.333333", "2.333333", "2.333334"),
        ("-7", 3, "-2.333333", "-2.333334", "-2.333333"),
        ("8", 3, "2.666667", "2.666666", "2.666667"),
        ("6", 3, "2", "2", "2"),
        ("0.000001", 2, "0", "0", "0.000001"),
        ("0.000003", 2, "0.000002", "0.000001", "0.000002"),
        ("99999999999999999999999999.999999", 3, "33333333333333333333333333.333333",
         "33333333333333333333333333.333333", "33333333333333333333333333.333333"),
    ],
)  # fmt: skip
def test_a_quotient(dividend, divisor, nearest, down, up):
    assert quotient(Decimal(dividend), divisor) == Decimal(nearest)
    assert quotient(Decimal(dividend), divisor, ROUND_FLOOR) == Decimal(down)
    assert quotient(Decimal(dividend), divisor, ROUND_CEILING) == Decimal(up)


def test_no_quotient():
    assert quotient(None, 3) is None
    assert quotient(Decimal(1), 0) is None


def test_six_places_are_kept():
    assert str(to_six(Fraction(1, 2))) == "0.500000"
