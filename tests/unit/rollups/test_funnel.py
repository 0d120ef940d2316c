"""Funnel limits against a plain reading of their definition."""

import random
from fractions import Fraction
from itertools import accumulate
from math import comb, factorial

import pytest

from crossfoot.rollups.funnel import SMALL, Limits, binomial_limits, poisson_limits

TAILS = (Fraction(1, 40), Fraction(1, 1000))


def by_definition(probabilities: list[Fraction]) -> Limits:
    """Least and greatest counts with at most a tail's probability strictly outside."""
    ends = []
    below = [Fraction(0), *accumulate(probabilities)]
    above = [Fraction(0), *accumulate(reversed(probabilities))]
    for tail in TAILS:
        ends.append(max(k for k in range(len(probabilities)) if below[k] <= tail))
        ends.append(len(probabilities) - 1 - max(k for k in range(len(probabilities)) if above[k] <= tail))
    return Limits(*ends)


def binomial(n: int, p: Fraction) -> list[Fraction]:
    return [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


@pytest.mark.parametrize("n", [1, 2, 7, 8, SMALL, SMALL + 1, 100, 217])
@pytest.mark.parametrize("p", [Fraction(k, 10_000) for k in (10, 250, 789, 5_000, 9_700)])
def test_binomial_limits_are_exact(n, p):
    assert binomial_limits(n, p) == by_definition(binomial(n, p))


@pytest.mark.parametrize("mean", [Fraction(1, 100), Fraction(1), Fraction(7, 3), Fraction(25), Fraction(1234, 10)])
def test_poisson_limits_are_exact(mean):
    """Against sums of exact terms, made probabilities by their own sum (300 terms leave out under 1e-30)."""
    terms = [mean**k / factorial(k) for k in range(300)]
    total = sum(terms)
    assert poisson_limits(mean) == by_definition([term / total for term in terms])


@pytest.mark.parametrize(("n", "p"), [(0, Fraction(1, 2)), (9, Fraction(0)), (9, Fraction(1))])
def test_where_nothing_is_left_to_chance(n, p):
    certain = n * int(p)
    assert binomial_limits(n, p) == Limits(certain, certain, certain, certain)


def test_a_large_place_by_the_exact_sum_of_whole_numbers():
    """3,489,072 people at 6,525 cases: the tails, summed as whole numbers with forty digits to spare."""
    n, p = 3_489_072, Fraction(6_525, 3_489_072)
    limits = binomial_limits(n, p)
    yes, no = p.numerator, p.denominator - p.numerator
    mode, scale = int(n * p), 10**40
    up, down = [scale], []
    for k in range(mode, mode + 1500):
        up.append(up[-1] * (n - k) * yes // ((k + 1) * no))
    at = scale
    for k in range(mode, mode - 1500, -1):
        at = at * k * no // ((n - k + 1) * yes)
        down.append(at)
    weights = down[::-1] + up
    total, first = sum(weights), mode - 1500
    for tail, low, high in zip(TAILS, (limits.lo_95, limits.lo_998), (limits.hi_95, limits.hi_998), strict=True):
        assert sum(weights[: low - first]) <= tail * total < sum(weights[: low - first + 1])
        assert sum(weights[high - first + 1 :]) <= tail * total < sum(weights[high - first :])


def test_draws_fall_within_the_limits_as_often_as_they_promise():
    """20,000 draws of 150 at 30 %: at least 95 % and 99.8 % inside, less three standard errors."""
    chance, n, p = random.Random(1952), 150, Fraction(3, 10)
    limits = binomial_limits(n, p)
    draws = [chance.binomialvariate(n, 0.3) if hasattr(chance, "binomialvariate") else
             sum(chance.random() < 0.3 for _ in range(n)) for _ in range(20_000)]  # fmt: skip
    inside_95 = sum(limits.lo_95 <= d <= limits.hi_95 for d in draws) / 20_000
    inside_998 = sum(limits.lo_998 <= d <= limits.hi_998 for d in draws) / 20_000
    assert 0.9454 <= inside_95 < 0.98
    assert inside_998 >= 0.997


def test_the_largest_sizes_take_no_time_and_hold_at_least_as_much():
    """Beyond the largest size the limits are the normal ones, wider by a count."""
    limits = poisson_limits(Fraction(10**12))
    assert 10**12 - 1_959_964 - 5 <= limits.lo_95 <= 10**12 - 1_959_963
    assert 10**12 + 1_959_963 <= limits.hi_95 <= 10**12 + 1_959_964 + 5
    assert binomial_limits(10**12, Fraction(1, 2)).hi_95 < 10**12 // 2 + 1_000_000
