"""One named part of a larger group, which it may not exceed: "200 cases, of which 150 were confirmed"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import COUNTED, LONGEST_GAP, by_sentence
from crossfoot.proof.relations.claim import Claim, part_of
from crossfoot.proof.relations.listed import head_of
from crossfoot.proof.relations.percentages import PEOPLE
from crossfoot.proof.relations.words import CASES, DEATHS, class_of
from crossfoot.proof.source import Source
from crossfoot.terms.finding import Outcome

OF_THEM = re.compile(
    r"\b(?:of wh(?:ich|om)|among (?:them|whom|which)|dont|parmi lesquel(?:le)?s)\b|其中|當中"
)
INCLUDED = re.compile(r"\b(?:including|y compris)\b|包括|含")
BEHIND_CUE = re.compile(r"\s*(?:[\w'’-]+\s+){0,2}|[\u3400-\u9fff]{0,6}")
STOP = re.compile(r"[.;:!?。；：\n]")
CLASSIFIER = re.compile("[例人名起宗户戶]")
MOST = 10  # figures before a part of which one may be its group
REACH = 40  # code points behind a figure in which a label names what it counts


def find_members(source: Source) -> Iterator[Claim]:
    """Yield that what words call a part of a figure before it is no more than that figure."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            counts = [figure for figure in sentence if figure.kind in COUNTED]
            for number, (nearest, part) in enumerate(pairwise(counts)):
                cue = cue_between(source, nearest, part)
                if cue is None:
                    continue
                before = counts[max(0, number - MOST) : number + 1]
                claim = of_group(source, before, part, cue[0], strong=cue[1])
                if claim is not None:
                    yield claim


def cue_between(source: Source, nearest: Figure, part: Figure) -> tuple[str, bool] | None:
    """Return the words that make a figure a part of one before it, and whether they say so of any noun."""
    gap = source.low[nearest.end : part.start]
    if len(gap) > LONGEST_GAP or STOP.search(gap):
        return None
    if gap.count(")") + gap.count("）") > gap.count("(") + gap.count("（"):
        return None  # the bracket in which the first one stands is closed
    for cues, strong in ((OF_THEM, True), (INCLUDED, False)):
        found = list(cues.finditer(gap))
        if found and BEHIND_CUE.fullmatch(gap[found[-1].end() :]):
            return found[-1][0], strong
    return None


def of_group(source: Source, before: Sequence[Figure], part: Figure, cue: str, *, strong: bool) -> Claim | None:
    """Hold a part against the nearest figure of its kind that it can be a part of; only the nearest is accused."""
    claims = [
        part_of(figure, [part], Evidence.DECLARED, cue)
        for figure in reversed(before)
        if figure.unit == part.unit and figure.kind is part.kind and of_one_kind(source, figure, part, strong=strong)
    ]
    held = [claim for claim in claims if claim.outcome is Outcome.PASSED]
    return held[0] if held else claims[0] if claims else None


def of_one_kind(source: Source, whole: Figure, part: Figure, *, strong: bool) -> bool:
    """Tell whether two figures count the same: by their nouns, or a label of people and cases on the part."""
    one, other = head_of(whole), head_of(part)
    if one and one == other:
        return True
    classifier = CLASSIFIER.match(source.low, whole.end)
    if classifier is not None and source.low.startswith(classifier[0], part.end):
        return True
    if not one and strong:
        return class_of(source.low[part.end : part.end + REACH].split(",")[0]) is not None
    persons = PEOPLE.search(whole.counted.lower()) or CASES.search(whole.counted.lower())
    labelled = class_of(source.low[part.end : part.end + REACH].split(",")[0])
    deaths = DEATHS.search(part.counted.lower())
    return strong and persons is not None and (not other or labelled is not None or deaths is not None)
