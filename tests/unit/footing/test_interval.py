"""What a statement allows, and whether a relation can hold: the tables of the method, and its laws."""

from decimal import Decimal as N

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.footing import Interval, differs, exactly, exceeds, interval_of, share_of, total_of
from crossfoot.terms.figure import Qualifier

Q = Qualifier
OPEN, CLOSED = False, True


@pytest.mark.parametrize(
    ("value", "qualifier", "decimals", "lower", "upper", "ends"),
    [
        ("1234", Q.EXACT, None, "1234", "1234", (CLOSED, CLOSED)),
        ("2700", Q.EXACT, -2, "2650", "2750", (CLOSED, CLOSED)),
        ("7.8", Q.EXACT, 1, "7.75", "7.85", (CLOSED, CLOSED)),
        ("5", Q.ONLY, None, "5", "5", (CLOSED, CLOSED)),
        ("4570000", Q.OVER, -4, "4570000", None, (OPEN, CLOSED)),
        ("500", Q.AT_LEAST, None, "500", None, (CLOSED, CLOSED)),
        ("500", Q.UNDER, None, None, "500", (CLOSED, OPEN)),
        ("500", Q.AT_MOST, None, None, "500", (CLOSED, CLOSED)),
        ("3990000", Q.ODD, -4, "3990000", "4000000", (CLOSED, OPEN)),
        ("30", Q.ODD, -1, "30", "40", (CLOSED, OPEN)),
        ("23", Q.SLIGHTLY_OVER, 0, "23", "24", (OPEN, OPEN)),
        ("15", Q.SLIGHTLY_UNDER, 0, "14", "15", (OPEN, OPEN)),
        ("300", Q.ABOUT, None, "285", "315", (CLOSED, CLOSED)),
        ("3000000", Q.ABOUT, -6, "2500000", "3500000", (CLOSED, CLOSED)),
        ("-300", Q.ABOUT, None, "-315", "-285", (CLOSED, CLOSED)),
    ],
)
def test_what_a_statement_allows(value, qualifier, decimals, lower, upper, ends):
    found = interval_of(N(value), qualifier, decimals)
    expected = (None if lower is None else N(lower), None if upper is None else N(upper), *ends)
    assert (found.lower, found.upper, found.lower_closed, found.upper_closed) == expected


def test_a_range_has_two_ends_and_nearly_stays_below():
    assert interval_of(N(10), Q.RANGE, upper=N(12)) == Interval(N(10), N(12))
    nearly = interval_of(N(500), Q.NEARLY, -2)
    assert (nearly.lower, nearly.upper, nearly.upper_closed) == (N(400), N(500), False)


@pytest.mark.parametrize(
    ("total", "parts", "wrong"),
    [
        ((58, 0), [(12, 0), (45, 0)], False),  # 12.141 + 45.441 = 57.582: the older rule calls this wrong
        ((360, None), [(228, None), (133, None), (2, None)], True),
        ((363, None), [(228, None), (133, None), (2, None)], False),
        ((100, 0), [(33, 0), (33, 0), (33, 0)], False),
        ((100, 0), [(33, 0), (33, 0), (31, 0)], True),
        ((495, None), [(220, None), (277, None)], True),
    ],
)
def test_a_sum_of_rounded_parts(total, parts, wrong):
    stated = interval_of(N(total[0]), Q.EXACT, total[1])
    computed = total_of(interval_of(N(value), Q.EXACT, decimals) for value, decimals in parts)
    assert differs(stated, computed) is wrong


def test_ends_count_only_where_they_are_closed():
    twenty = exactly(N(20))
    assert differs(Interval(N(10), N(20), upper_closed=False), twenty)
    assert not differs(Interval(N(10), N(20)), twenty)
    assert not differs(Interval(N(10), N(20), upper_closed=False), twenty, tolerance=N("0.5"))
    assert differs(interval_of(N(20), Q.OVER), twenty)
    assert exceeds(interval_of(N(20), Q.OVER), twenty)
    assert not exceeds(interval_of(N(20), Q.AT_LEAST), twenty)


def test_a_share_of_a_whole_that_may_be_zero_is_unbounded():
    assert share_of(exactly(N(14939)), exactly(N(189338))) == (share_of(exactly(N(14939)), exactly(N(189338)))[0],) * 2
    low, high = share_of(exactly(N(388)), exactly(N(2680)))
    assert low == high
    assert float(low) == pytest.approx(14.4776, abs=1e-4)
    assert share_of(exactly(N(5)), Interval(N(0), N(10))) == (50, None)
    assert share_of(exactly(N(5)), Interval(N(0), N(0))) == (None, None)
    assert share_of(Interval(N(1), None), exactly(N(10))) == (10, None)


numbers = st.decimals(-10_000, 10_000, places=2)


@st.composite
def intervals(draw):
    """An interval and a value in it."""
    value, below, above = draw(numbers), abs(draw(numbers)), abs(draw(numbers))
    lower = None if draw(st.booleans()) and draw(st.booleans()) else value - below
    upper = None if draw(st.booleans()) and draw(st.booleans()) else value + above
    return Interval(lower, upper, below == 0 or draw(st.booleans()), above == 0 or draw(st.booleans())), value


@settings(max_examples=150, deadline=None)
@given(st.lists(intervals(), max_size=6))
def test_no_true_sum_is_ever_called_wrong(parts):
    total = sum((value for _, value in parts), N(0))
    computed = total_of(interval for interval, _ in parts)
    assert total in computed
    for decimals in (None, 0, -2):
        assert not differs(interval_of(total, Q.EXACT, decimals), computed)
    for claim in (Q.AT_LEAST, Q.AT_MOST, Q.ABOUT):
        assert not differs(interval_of(total, claim, 0), computed)


@settings(max_examples=150, deadline=None)
@given(intervals(), intervals())
def test_arithmetic_keeps_every_value(one, other):
    (a, x), (b, y) = one, other
    assert x + y in a + b
    assert x - y in a - b
    assert -x in -a
    assert a + b == b + a
    assert a.meets(b) == b.meets(a)
    assert not (a.below(b) and b.below(a))
    if x == y:
        assert a.meets(b)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8), st.integers(-500, 500))
def test_a_slip_in_counts_is_always_found(parts, slip):
    computed = total_of(exactly(N(part)) for part in parts)
    assert differs(exactly(N(sum(parts) + slip)), computed) is (slip != 0)
    assert differs(exactly(N(sum(parts) + slip)), computed, tolerance=N(abs(slip))) is False
