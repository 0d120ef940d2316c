"""One named part of a larger group, which it may not exceed: "200 cases, of which 150 were confirmed"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import COUNTED, LONGEST_GAP, by_sentence
from crossfoot.proof.relations.claim import Claim, part_of
from crossfoot.proof.relations.listed import head_of
from crossfoot.proof.relations.percentages import PEOPLE
from crossfoot.proof.relations.words import CASES, DEATHS, class_of
from crossfoot.proof.source import Source

OF_THEM = re.compile(
    r"\b(?:of wh(?:ich|om)|among (?:them|whom|which)|dont|parmi lesquel(?:le)?s)\b|其中|當中"
)
INCLUDED = re.compile(r"\b(?:including|y compris)\b|包括|含")
BEHIND_CUE = re.compile(r"\s*(?:[\w'’-]+\s+){0,2}|[\u3400-\u9fff]{0,6}")
STOP = re.compile(r"[.;:!?。；：\n]")
REACH = 40  # code points behind a figure in which a label names what it counts


def find_members(source: Source) -> Iterator[Claim]:
    """Yield that what words call a part of the figure before it is no more than that figure."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            counts = [figure for figure in sentence if figure.kind in COUNTED]
            for whole, part in pairwise(counts):
                cue = cue_between(source, whole, part)
                if cue is not None:
                    yield part_of(whole, [part], Evidence.DECLARED, cue)


def cue_between(source: Source, whole: Figure, part: Figure) -> str | None:
    """Return the words that make a figure a part of the one before it; None where it may count other things."""
    gap = source.low[whole.end : part.start]
    if whole.unit != part.unit or whole.kind is not part.kind or len(gap) > LONGEST_GAP or STOP.search(gap):
        return None
    for cues, strong in ((OF_THEM, True), (INCLUDED, False)):
        found = list(cues.finditer(gap))
        if found and BEHIND_CUE.fullmatch(gap[found[-1].end() :]):
            return found[-1][0] if of_one_kind(source, whole, part, strong=strong) else None
    return None


def of_one_kind(source: Source, whole: Figure, part: Figure, *, strong: bool) -> bool:
    """Tell whether two figures count the same: by their nouns, or a label of people and cases on the part."""
    one, other = head_of(whole), head_of(part)
    if one and one == other:
        return True
    persons = PEOPLE.search(whole.counted.lower()) or CASES.search(whole.counted.lower())
    labelled = class_of(source.low[part.end : part.end + REACH].split(",")[0])
    deaths = DEATHS.search(part.counted.lower())
    return strong and persons is not None and (not other or labelled is not None or deaths is not None)
