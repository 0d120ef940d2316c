"""What is now, by how much it changed, and from what: "112, up 12 % from 100", 112例，较上周（100例）增加12例."""

import re
from collections.abc import Iterator

from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.breakdowns import COUNTED, by_sentence
from crossfoot.proof.relations.changes import change_in, like
from crossfoot.proof.relations.claim import Claim, difference_of, ratio_claim
from crossfoot.proof.relations.words import AVERAGE
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

UP = r"up|en hausse|en augmentation|an? (?:increase|rise)|soit une (?:hausse|augmentation)"
DOWN = r"down|en baisse|en recul|en diminution|an? (?:decrease|decline|fall|drop)|soit une (?:baisse|diminution)"
WAY = re.compile(
    rf"(?:[\s*]+[\w'’-]+){{0,4}}[\s*]*[,(（][\s*]*(?:(?P<up>{UP})|(?P<down>{DOWN}))[\s*]+(?:(?:by|of|de)[\s*]+|d['’])?"
)
BEFORE = re.compile(
    r"(?:[\s*]+[\w'’-]+){0,2}[\s*]+(?:from|compared (?:to|with)|over|par rapport (?:à|aux)|contre|sur)"
    r"(?:[\s*]+(?:the|les|aux))?[\s*]+"
)
HAN_FROM = re.compile(r"[^,，。;；:：\d]{0,6}[,，]?(?:较|比|與|与)(?:(?![增升减減降])[^,，。;；:：\d]){0,10}[(（]?")
HAN_WAY = re.compile(
    r"[^,，。;；\d]{0,4}?[)）]?(?:相比)?[,，]?(?:分别)?"
    r"(?:(?P<up>增加|上升|增长|增長|多|高)|(?P<down>减少|減少|下降|降低|少|低))(?:了|出)?"
)
NEAR = 80  # code points around a change in which a word makes it a yearly or an average one
CLOSED = re.compile(r"[\w'’-]{0,20}(?:\s+[\w'’-]{1,20}){0,4}\s*(?:$|[).,;:!?，。；）])")


def find_comparisons(source: Source) -> Iterator[Claim]:
    """Yield changes of which the words name the figure now, its size and the figure before, side by side."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            for number in range(len(sentence) - 2):
                claim = western(source, *sentence[number : number + 3]) or han(
                    source, *sentence[number : number + 3]
                )
                if claim is not None:
                    yield claim


def western(source: Source, now: Figure, size: Figure, before: Figure) -> Claim | None:
    """Read "112 cases, up 12 % from 100" and "112 cas, en hausse de 12 % par rapport à 100"."""
    way = WAY.fullmatch(source.low[now.end : size.start])
    if way is None or BEFORE.fullmatch(source.low[size.end : before.start]) is None:
        return None
    return compared(source, (before, now), size, way)


def han(source: Source, now: Figure, before: Figure, size: Figure) -> Claim | None:
    """Read 112例，较上周（100例）增加12例."""
    way = HAN_WAY.fullmatch(source.low[before.end : size.start])
    if way is None or HAN_FROM.fullmatch(source.low[now.end : before.start]) is None:
        return None
    return compared(source, (before, now), size, way)


def compared(source: Source, ends: tuple[Figure, Figure], size: Figure, way: re.Match[str]) -> Claim | None:
    """Return what a change of a size says about its two ends; None where it may be about something else."""
    before, now = ends
    if not like(before, now) or now.kind not in {*COUNTED, Kind.PERCENT}:
        return None
    start, end = max(now.sentence[0], now.start - NEAR), min(now.sentence[1], before.end + NEAR)
    if AVERAGE.search(source.low, start, max(end, size.end)):
        return None
    if not before.value or CLOSED.match(source.low, max(end.end for end in (before, size))) is None:
        return None
    return sized(ends, size, way["up"] or way["down"], falling=way["down"] is not None)


def sized(ends: tuple[Figure, Figure], size: Figure, cue: str, *, falling: bool) -> Claim | None:
    """Confront a change in per cent, in points or in the figures' own unit with its two ends."""
    before, now = ends
    low, high = (now, before) if falling else (before, now)
    points = difference_of(high, low, size, Evidence.DECLARED, cue)
    if now.kind is Kind.PERCENT:
        relative = in_per_cent(ends, size, cue, falling=falling)
        loose = size.kind is Kind.PERCENT and relative.outcome is Outcome.PASSED
        return relative if loose else points if size.kind in (Kind.PERCENT, Kind.POINTS) else None
    if size.kind is Kind.PERCENT:
        return in_per_cent(ends, size, cue, falling=falling)
    return points if like(size, before) and all(figure.exact for figure in (*ends, size)) else None


def in_per_cent(ends: tuple[Figure, Figure], size: Figure, cue: str, *, falling: bool) -> Claim:
    """Claim that a percentage is the change between two ends."""
    before, now = ends
    computed = change_in(before, now, falling)
    return ratio_claim(RelationKind.CHANGE, size, (now, before), computed, Evidence.DECLARED, cue)
