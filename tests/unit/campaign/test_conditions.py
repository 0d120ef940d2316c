"""Conditions on figures: what they say, and what is none."""

from decimal import Decimal
from fractions import Fraction

import pytest

from crossfoot.campaign.conditions import Condition, read_condition


@pytest.mark.parametrize(("text", "told"), [
    ("coverage < 10", ("coverage", "<", "10")),
    (" coverage>=10.5 % ", ("coverage", ">=", "10.5")),
    ("stock = -3", ("stock", "=", "-3")),
])  # fmt: skip
def test_a_condition_is_read(text, told) -> None:
    assert read_condition(text) == Condition(told[0], told[1], Decimal(told[2]))


@pytest.mark.parametrize(
    "text", ["", "coverage", "10 > coverage", "coverage < ten", "a < 1 and b < 2", "f(x) < 1", "a.b < 1", "a == 1", "a <\u0661"]
)
def test_what_is_no_condition_is_refused(text) -> None:
    with pytest.raises(ValueError, match="is not a condition"):
        read_condition(text)


@pytest.mark.parametrize(("sign", "below", "at", "above"), [
    ("<", True, False, False), ("<=", True, True, False), ("=", False, True, False),
    (">=", False, True, True), (">", False, False, True),
])  # fmt: skip
def test_it_holds_exactly(sign, below, at, above) -> None:
    condition = Condition("a", sign, Decimal(10))
    tiny = Fraction(1, 10**30)
    assert [condition.holds(10 + d) for d in (-tiny, Fraction(0), tiny)] == [below, at, above]
