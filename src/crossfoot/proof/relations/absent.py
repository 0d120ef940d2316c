"""Parts whose whole is nowhere: "of which 12 confirmed" where no total stands before."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from crossfoot.documents import BlockKind
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.claim import Claim, untold
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

OF_IT = re.compile(
    r"(\bof wh(?:ich|om)\b|\bdont\b|\bparmi lesquel(?:le)?s\b|其中)"
    r"\s*(?:about|at least|only|some|environ|au moins|plus de|près de|seulement|有|男|女|确诊|疑似|死亡)?\s*$"
)
REACH = 40  # code points before a figure in which the cue may stand


def find_absent(source: Source) -> Iterator[Claim]:
    """Yield the parts that words call parts of something that has no figure here."""
    unsure = sorted(other.start for other in source.others if other.kind in (Kind.VAGUE, Kind.AMBIGUOUS))
    for number, figures in enumerate(source.running):
        if not figures or figures[0].kind is not Kind.COUNT:
            continue
        first, block = figures[0], source.blocks[number]
        cue = OF_IT.search(source.low[max(block.start, first.start - REACH) : first.start])
        if cue is None or preceded(source, number):
            continue
        nearest = bisect_left(unsure, block.start)
        if nearest == len(unsure) or unsure[nearest] >= first.start:
            yield of_nothing(first, cue[1])


def preceded(source: Source, number: int) -> bool:
    """Tell whether the block before a block has figures, or is a table, of which it may speak."""
    return number > 0 and (
        bool(source.running[number - 1]) or source.blocks[number - 1].kind is BlockKind.TABLE
    )


def of_nothing(part: Figure, cue: str) -> Claim:
    """Claim that a figure is part of a whole that is not given."""
    claim = Claim(RelationKind.PART_OF, part, (), Outcome.MISSING, Evidence.DECLARED, cue)
    return untold(claim, "whole")
