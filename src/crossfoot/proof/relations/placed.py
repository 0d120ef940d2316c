"""Counts by place in a bracket behind their total: 病例5例（四川3例，山东2例）, "25 districts (Nord 12, Sud 13)"."""

import re
from collections.abc import Iterator, Sequence

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import COUNTED, by_sentence
from crossfoot.proof.relations.claim import FEWEST, Claim, sum_of, untold
from crossfoot.proof.relations.members import CLASSIFIER
from crossfoot.proof.relations.restated import plain_words
from crossfoot.proof.relations.words import PARTLY, TOTAL, WHOLLY, class_of
from crossfoot.proof.source import Source
from crossfoot.terms.finding import Outcome

BRACKET = re.compile(r"[(（]([^()（）\n]{3,400})[)）]")
ALL_OF_THEM = re.compile(r"均|全部|皆")
JOINT = re.compile(r"\s*(?:[,，、;；]|\band\b|\bet\b|和|及|以及)\s*(?:and |et )?")
LABEL = re.compile(r"[^\W\d]")
REACH = 30  # code points between a total and the bracket of its parts
MOST = 100  # figures of a sentence that are looked at
BEFORE = 40  # code points before a total in which it is called one


def find_placed(source: Source) -> Iterator[Claim]:
    """Yield the totals of brackets that hold a count for each of several places and nothing else."""
    for figures in source.running:
        if len(figures) <= FEWEST:
            continue
        for sentence in by_sentence(figures):
            yield from of_sentence(source, sentence[:MOST])


def of_sentence(source: Source, figures: Sequence[Figure]) -> Iterator[Claim]:
    """Yield the totals of the brackets of one sentence."""
    counts = [figure for figure in figures if figure.kind in COUNTED]
    if len(counts) <= FEWEST:
        return
    for bracket in BRACKET.finditer(source.low, *figures[0].sentence):
        inside = [figure for figure in figures if bracket.start() < figure.start < bracket.end()]
        before = [figure for figure in counts if figure.end <= bracket.start()]
        if len(inside) >= FEWEST and before and all_placed(inside, bracket):
            claim = against(source, before, inside, bracket)
            if claim is not None:
                yield claim


def all_placed(parts: Sequence[Figure], bracket: re.Match[str]) -> bool:
    """Tell whether each figure of a bracket counts one thing at a place of its own, and nothing else stands in it."""
    areas = [part.area for part in parts]
    pieces = [piece for piece in JOINT.split(bracket[1]) if piece and LABEL.search(piece)]
    return (
        all(areas)
        and len(set(areas)) == len(parts) == len(pieces)
        and len({(part.unit, part.kind) for part in parts}) == 1
        and parts[0].kind in COUNTED
        and not any(class_of(piece) for piece in pieces)
    )


def against(
    source: Source, before: Sequence[Figure], parts: Sequence[Figure], bracket: re.Match[str]
) -> Claim | None:
    """Confront the places of a bracket with the total before it: more than it cannot be, fewer may be some of them."""
    for total in reversed(before):
        claim = sum_of(total, parts, Evidence.DECLARED, "( )")
        if claim.outcome is Outcome.PASSED and total.exact and total.unit == parts[0].unit:
            return claim
    total = before[-1]
    gap = source.low[total.end : bracket.start()]
    if len(gap) > REACH or not total.exact or total.unit != parts[0].unit or PARTLY.search(gap):
        return None
    if not same_noun(source, total, parts[0]):
        return None
    words = source.low[max(total.sentence[0], total.start - BEFORE) : bracket.start()]
    whole = ALL_OF_THEM.search(gap) or WHOLLY.search(gap) or TOTAL.search(words)
    claim = sum_of(total, parts, Evidence.DECLARED, whole[0] if whole else "( )")
    short = claim.upper is not None and total.lower is not None and claim.upper < total.lower
    return untold(claim, "remainder") if short and whole is None else claim


def same_noun(source: Source, total: Figure, part: Figure) -> bool:
    """Tell whether a part names nothing but what its total counts: an idea in common, or the same measure word."""
    if not part.counted or not total.counted or plain_words(part.counted) & plain_words(total.counted):
        return True
    classifier = CLASSIFIER.match(source.low, total.end)
    return classifier is not None and source.low.startswith(classifier[0], part.end)
