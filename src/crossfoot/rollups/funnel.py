"""Funnel limits: how far chance alone takes a place of a given size from the value of all its peers.

Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
(2005): limits at 95 % and 99.8 % round the peers' own overall value, from the exact binomial
distribution for proportions and the exact Poisson distribution for rates.
"""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import comb, floor, isqrt
from operator import mul
from statistics import NormalDist

TAILS = (Fraction(1, 40), Fraction(1, 1000))  # on each side: 95 % and 99.8 % between the limits
SMALL = 60  # up to this size probabilities are whole numbers over one denominator, with no rounding at all
LARGE = 10**9  # from this variance on the limits are the normal distribution's, one count wider
CUT_OFF = 1e-9  # of a tail: more than what lies beyond the reach
ROUNDING = 2.0**-53


@dataclass(frozen=True, slots=True)
class Limits:
    """Least and greatest counts that chance explains, at 95 % and at 99.8 %; both ends included."""

    lo_95: int
    hi_95: int
    lo_998: int
    hi_998: int


@lru_cache(maxsize=50_000)
def binomial_limits(n: int, p: Fraction) -> Limits:
    """Return the limits of a count out of `n` when each is counted with probability `p`, 0 ≤ p ≤ 1.

    Outside each limit lies at most 2.5 % (0.1 %) of the probability.
    """
    if n == 0 or p in (0, 1):
        return _only(n * int(p))
    if n <= SMALL:
        yes, no = p.numerator, p.denominator - p.numerator
        weights = [comb(n, k) * yes**k * no ** (n - k) for k in range(n + 1)]
        return _limits(weights, 0, 0)
    variance = n * p * (1 - p)
    if variance > LARGE:
        return _normal(n * p, variance, n)
    odds = float(p / (1 - p))
    mode, reach = min(n, floor((n + 1) * p)), _reach(variance)
    up = [(n - k) / (k + 1) * odds for k in range(mode, min(n, mode + reach))]
    down = [k / (n - k + 1) / odds for k in range(mode, max(0, mode - reach), -1)]
    return _from_ratios(mode, up, down)


@lru_cache(maxsize=50_000)
def poisson_limits(mean: Fraction) -> Limits:
    """Return the limits of a count whose mean is `mean` ≥ 0.

    Outside each limit lies at most 2.5 % (0.1 %) of the probability.
    """
    if mean == 0:
        return _only(0)
    if mean > LARGE:
        return _normal(mean, mean, None)
    expected, mode, reach = float(mean), floor(mean), _reach(mean)
    up = [expected / (k + 1) for k in range(mode, mode + reach)]
    down = [k / expected for k in range(mode, max(0, mode - reach), -1)]
    return _from_ratios(mode, up, down)


def _only(count: int) -> Limits:
    return Limits(count, count, count, count)


def _reach(variance: Fraction) -> int:
    """How far from the mode to add up; further out lies less than 10⁻¹³ (Bernstein's inequality)."""
    return 8 * isqrt(floor(variance)) + 40


def _from_ratios(mode: int, up: list[float], down: list[float]) -> Limits:
    """The limits from each probability over the one before it, outward from the mode.

    Nothing overflows and no logarithm is needed: the sum of all makes them probabilities. The error
    is at most sixteen roundings for each term, and what is cut off.
    """
    above = accumulate(up, mul, initial=1.0)
    below = [*accumulate(down, mul, initial=1.0)][:0:-1]
    weights = [*below, *above]
    return _limits(weights, mode - len(below), 16 * len(weights) * ROUNDING + CUT_OFF)


def _limits(weights: list[int] | list[float], first: int, error: float) -> Limits:
    """The limits for weights of successive counts; what the error leaves open is decided for the wider limit."""
    upward, downward = list(accumulate(weights)), list(accumulate(reversed(weights)))
    last = first + len(weights) - 1
    ends: list[int] = []
    for tail in TAILS:
        if error == 0:  # whole numbers: the share is exact
            allowed = upward[-1] * tail.numerator // tail.denominator
        else:
            allowed = upward[-1] * float(tail) * (1 - error)
        ends += [first + bisect_right(upward, allowed), last - bisect_right(downward, allowed)]
    return Limits(*ends)


def _normal(mean: Fraction, variance: Fraction, most: int | None) -> Limits:
    ends: list[int] = []
    for tail in TAILS:
        far = floor(NormalDist().inv_cdf(1 - float(tail)) * (isqrt(floor(variance)) + 1)) + 2
        low, high = floor(mean) - far, floor(mean) + far
        ends += [max(0, low), high if most is None else min(most, high)]
    return Limits(*ends)
