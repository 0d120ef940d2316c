"""Funnel limits: how far chance alone takes a place of a given size from the value of all its peers.

Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
(2005): limits at 95 % and 99.8 % round the peers' own overall value, from the exact binomial
distribution for proportions and the exact Poisson distribution for rates.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb, floor, isqrt
from statistics import NormalDist

TAILS = (Fraction(1, 40), Fraction(1, 1000))  # on each side: 95 % and 99.8 % between the limits
SMALL = 60  # up to this size probabilities are whole numbers over one denominator, with no rounding at all
LARGE = 10**9  # from this variance on the limits are the normal distribution's, one count wider
SMALLEST_TERM = 1e-18  # of the largest: what lies further out is bounded, and counted with the error
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
        return _limits(weights, 0, Fraction(0))
    if n * p * (1 - p) > LARGE:
        return _normal(n * p, n * p * (1 - p), n)
    odds = float(p / (1 - p))
    mode = min(n, floor((n + 1) * p))
    weights, first = _around(mode, 0, n, lambda k: (n - k) / (k + 1) * odds)
    return _limits(weights, first, _error(weights))


@lru_cache(maxsize=50_000)
def poisson_limits(mean: Fraction) -> Limits:
    """Return the limits of a count whose mean is `mean` ≥ 0.

    Outside each limit lies at most 2.5 % (0.1 %) of the probability.
    """
    if mean == 0:
        return _only(0)
    if mean > LARGE:
        return _normal(mean, mean, None)
    expected = float(mean)
    weights, first = _around(floor(mean), 0, None, lambda k: expected / (k + 1))
    return _limits(weights, first, _error(weights))


def _only(count: int) -> Limits:
    return Limits(count, count, count, count)


def _around(mode: int, least: int, most: int | None, ratio: Callable[[int], float]) -> tuple[list[float], int]:
    """The probabilities over that of the mode, outward until they do not matter; and the first count.

    `ratio(k)` is the probability of k + 1 over that of k. Nothing overflows, and no logarithm is
    needed, as the sum of all makes them probabilities.
    """
    below: list[float] = []
    term, at = 1.0, mode
    while at > least and term > SMALLEST_TERM:
        at -= 1
        term /= ratio(at)
        below.append(term)
    above = [1.0]
    term, at = 1.0, mode
    while (most is None or at < most) and term > SMALLEST_TERM:
        term *= ratio(at)
        at += 1
        above.append(term)
    return [*reversed(below), *above], mode - len(below)


def _error(weights: list[float]) -> Fraction:
    """A bound on the relative error of a tail's probability: sixteen roundings for each term, and what was cut off."""
    return Fraction(16 * len(weights) * ROUNDING) + Fraction(1, 10**9)


def _limits(weights: list[int] | list[float], first: int, error: Fraction) -> Limits:
    """The limits for weights of successive counts; what the error leaves open is decided for the wider limit."""
    total = Fraction(sum(weights))
    ends: list[int] = []
    for tail in TAILS:
        allowed = total * tail * (1 - error)
        ends += [first + _inside(weights, allowed), first + len(weights) - 1 - _inside(weights[::-1], allowed)]
    return Limits(*ends)


def _inside(weights: list[int] | list[float], allowed: Fraction) -> int:
    """How many of the first weights together stay within what is allowed outside."""
    limit = floor(allowed) if isinstance(weights[0], int) else float(allowed)
    outside: int | float = 0
    for count, weight in enumerate(weights):
        outside += weight
        if outside > limit:
            return count
    return len(weights) - 1


def _normal(mean: Fraction, variance: Fraction, most: int | None) -> Limits:
    ends: list[int] = []
    for tail in TAILS:
        far = floor(NormalDist().inv_cdf(1 - float(tail)) * (isqrt(floor(variance)) + 1)) + 2
        low, high = floor(mean) - far, floor(mean) + far
        ends += [max(0, low), high if most is None else min(most, high)]
    return Limits(*ends)
