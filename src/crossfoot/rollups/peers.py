"""Each area's indicator against the target and its peers, so that a small place is not blamed for chance."""

from collections.abc import Collection, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any, NamedTuple

from crossfoot.engine import Engine
from crossfoot.rollups.funnel import Limits, binomial_limits, poisson_limits
from crossfoot.rollups.quotients import to_six
from crossfoot.tables import LARGEST, PEERS

Row = tuple[Any, ...]
SIBLINGS = """
    SELECT r.indicator, a.parent, r.period, r.area, r.numerator, r.denominator, r.value,
           i.factor, i.target, i.direction, i.part_of_whole
    FROM ratios r
    JOIN indicators i ON i.indicator = r.indicator
    JOIN periods p ON p.period = r.period
    JOIN areas a ON a.area = r.area AND a.parent <> ''
     AND a.starts <= coalesce(p.ends, DATE '9999-12-31') AND coalesce(p.ends, DATE '9999-12-31') <= a.ends
    ORDER BY r.indicator, a.parent, r.period, r.area
"""


class _Peer(NamedTuple):
    indicator: str
    parent: str
    period: str
    area: str
    numerator: Decimal
    denominator: Decimal
    value: Decimal | None
    factor: int
    target: Decimal | None
    direction: str
    part_of_whole: bool


def compare_peers(engine: Engine, periods: Collection[str] | None = None) -> None:
    """Fill `peers`: rank, target and funnel limits of each area among those with the same parent.

    Args:
        engine: holds `ratios`, `indicators`, `areas` and `periods`.
        periods: codes of the periods to compare in; all of them when None.
    """
    rows: list[Row] = []
    asked = None if periods is None else set(periods)
    peers = (_Peer(*row) for row in engine.rows(SIBLINGS))
    for (_, _, period), group in groupby(peers, key=lambda p: (p.indicator, p.parent, p.period)):
        if asked is None or period in asked:
            rows.extend(_compared(list(group)))
    engine.put(PEERS, rows)


def _compared(peers: list[_Peer]) -> Iterable[Row]:
    above = sum((Fraction(p.numerator) for p in peers), Fraction(0))
    below = sum((Fraction(p.denominator) for p in peers), Fraction(0))
    centre = Fraction(above) / Fraction(below) if below else None
    shares = [Fraction(p.numerator) / Fraction(p.denominator) if p.denominator else None for p in peers]
    order = sorted((s for s in shares if s is not None), reverse=peers[0].direction == "up")
    for peer, share in zip(peers, shares, strict=True):
        limits = None if share is None or centre is None else _limits_of(peer, centre)
        yield (
            peer.indicator, peer.area, peer.parent, peer.period, peer.value, _kept(centre, peer.factor),
            *_ends(limits, peer), None if share is None else order.index(share) + 1,
            _standing(peer, share, limits), _below_target(peer, share),
        )  # fmt: skip


def _kept(centre: Fraction | None, factor: int) -> Decimal | None:
    value = None if centre is None else to_six(factor * centre)
    return None if value is None or abs(value) >= LARGEST else value


def _limits_of(peer: _Peer, centre: Fraction) -> Limits | None:
    """The counts that chance explains; None where nothing is counted: weights, or a negative number."""
    counted = peer.numerator == peer.numerator.to_integral_value()
    if not counted or peer.numerator < 0 or peer.denominator <= 0 or centre < 0:
        return None
    whole = peer.denominator == peer.denominator.to_integral_value()
    # More counted than there are, as in a coverage of 103 %, is no proportion: then it is a rate.
    if peer.part_of_whole and whole and centre <= 1 and peer.numerator <= peer.denominator:
        return binomial_limits(int(peer.denominator), centre)
    return poisson_limits(centre * Fraction(peer.denominator))


def _ends(limits: Limits | None, peer: _Peer) -> tuple[Decimal | None, ...]:
    if limits is None:
        return None, None, None, None
    each = peer.factor / Fraction(peer.denominator)
    counts = (limits.lo_95, limits.hi_95, limits.lo_998, limits.hi_998)
    ends = [
        to_six(count * each, rounding)
        for count, rounding in zip(counts, (ROUND_FLOOR, ROUND_CEILING) * 2, strict=True)
    ]
    return tuple(end if abs(end) < LARGEST else None for end in ends)


def _standing(peer: _Peer, share: Fraction | None, limits: Limits | None) -> str:
    """Where a place stands; without limits nobody can be told from chance."""
    if share is None:
        return ""
    if limits is None:
        return "within"
    if peer.direction == "up":
        better, behind = peer.numerator > limits.hi_95, peer.numerator < limits.lo_95
        far = peer.numerator < limits.lo_998
    else:
        better, behind = peer.numerator < limits.lo_95, peer.numerator > limits.hi_95
        far = peer.numerator > limits.hi_998
    if better:
        return "ahead"
    if behind:
        return "far-behind" if far else "behind"
    return "within"


def _below_target(peer: _Peer, share: Fraction | None) -> bool:
    if share is None or peer.target is None:
        return False
    reached = share * peer.factor
    return reached < Fraction(peer.target) if peer.direction == "up" else reached > Fraction(peer.target)
