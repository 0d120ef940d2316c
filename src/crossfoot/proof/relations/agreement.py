"""Shares of a table held against the bases that they may be of; the base they agree on is theirs."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crossfoot.footing import interval_of
from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.claim import Claim, share_claim
from crossfoot.prose import Kind
from crossfoot.terms.figure import Qualifier
from crossfoot.terms.finding import Outcome

EPSILON = 0.001  # bases that agree by accident, expected in a table
FLAT_CHANCE = 5.0  # shares are not spread evenly: how much likelier the likeliest is
ENOUGH = 4  # shares that hold of one base before it may accuse another of its lines
UNMISTAKABLE = 6.0  # powers of ten with which one share fewer is enough
MOST_SLIPS = 2
SAMPLE = 12  # shares of a column that must not speak against a base before the others are tried


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage in a table beside the count whose share it may be."""

    line: int
    count: Figure
    percent: Figure


@dataclass(frozen=True, slots=True)
class Judged:
    """The shares of a column against one base a line."""

    holding: tuple[Claim, ...]
    failing: tuple[Claim, ...]

    @property
    def surprise(self) -> float:
        """Return the power of ten against an accident; the same percentage twice counts once."""
        percents = {claim.stated.value: claim.stated for claim in self.holding}
        return -sum(math.log10(chance_of(percent)) for percent in percents.values())


def chance_of(percent: Figure) -> float:
    """Return how likely a percentage of so many decimals is that of any two numbers by accident."""
    return min(1.0, FLAT_CHANCE * 10.0 ** -(2 + max(0, percent.decimals or 0)))


def agreed(options: Iterable[tuple[Sequence[Share], Mapping[int, Figure]]], cue: str) -> Iterator[Claim]:
    """Yield the shares of the base on which most agree beyond chance, with the few that do not.

    Args:
        options: the percentages of one column with the counts they may be of, and a base for each line.
        cue: how the cells are written.
    """
    count, tried = 0, []
    for shares, bases in options:
        count += 1
        if promising(shares, bases, cue):
            tried.append(judged(shares, bases, cue))
    if not tried:
        return
    best = max(tried, key=lambda found: (len(found.holding), -len(found.failing)))
    few = len(best.failing) <= max(1, len(best.holding) // ENOUGH)
    if best.surprise < math.log10(count / EPSILON) or not few:
        return
    yield from best.holding
    sure = len(best.holding) >= ENOUGH or (len(best.holding) == ENOUGH - 1 and best.surprise >= UNMISTAKABLE)
    if not sure or len(best.failing) > MOST_SLIPS:
        return
    explained = {claim.stated.id for other in tried for claim in other.holding}
    yield from (claim for claim in best.failing if claim.stated.id not in explained)


def promising(shares: Sequence[Share], bases: Mapping[int, Figure], cue: str) -> bool:
    """Tell whether the first shares that can be judged do not speak against the bases; the rest is not tried."""
    first = judged([share for share in shares if share.line in bases][:SAMPLE], bases, cue)
    return len(first.holding) >= max(1, len(first.failing))


def judged(shares: Sequence[Share], bases: Mapping[int, Figure], cue: str) -> Judged:
    """Judge the shares of a column against their bases; 0 and 100 per cent show nothing."""
    claims = [
        share_claim(share.percent, share.count, bases[share.line], Evidence.REPEATED, cue)
        for share in shares
        if share.line in bases and share.count.value > 0 and bases[share.line].value not in (0, share.count.value)
    ]
    return Judged(
        tuple(claim for claim in claims if claim.outcome is Outcome.PASSED),
        tuple(claim for claim in claims if claim.outcome is Outcome.FAILED),
    )


def as_percent(figure: Figure) -> Figure:
    """Return a bare number of a column of percentages as the percentage it is, rounded to its last digit."""
    if figure.kind is Kind.PERCENT:
        return figure
    decimals = max(0, figure.decimals or 0)
    bounds = interval_of(figure.value, Qualifier.EXACT, decimals)
    return replace(
        figure, kind=Kind.PERCENT, unit="%", decimals=decimals, lower=bounds.lower, upper=bounds.upper
    )
