"""Differences and changes: "189,338, up from 165,000", "from 120 to 150, an increase of 25 %"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from crossfoot.footing import Interval
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.breakdowns import COUNTED, by_sentence
from crossfoot.proof.relations.claim import FEWEST, Claim, difference_of, ratio_claim, verdict
from crossfoot.proof.relations.words import AVERAGE, FALL, RISE
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

UP_FROM = re.compile(
    r"(?:[\s*]+[\w'’-]+){0,5}[\s*]*[,(（][\s*]*(?P<way>up|down|increased|decreased|en hausse|en baisse)[\s*]+"
    r"(?:from|contre|par rapport à)[\s*]+(?:about |only |just |some )?[\s*]*"
)
FROM = re.compile(r"\b(?:from|de)[\s*]+$|从[\s*]*$|由[\s*]*$")
TO = re.compile(
    r"[\s*]*(?:[\w'’-]+[\s*]+){0,4}(?:to|à)[\s*]*|到|至"
    r"|[例人名个户件次元吨亩]?(?:增加|上升|增长|增|升|下降|减少|降低|降|减)?了?(?:到|至|为)"
)
TO_BEFORE, FROM_AFTER = re.compile(r"\bto[\s*]+$"), re.compile(r"(?:[\s*]+[\w'’-]+){0,3}[\s*]+from[\s*]+")
CHANGING = frozenset({*COUNTED, Kind.PERCENT})
NEAR = 80  # code points between the two ends and the words on their change
CHANGE_OF = re.compile(
    r"(?:increase|rise|growth|gain|decrease|decline|drop|fall|reduction|hausse|augmentation|baisse|diminution|recul)"
    r"[\s*]+(?:of|de|d['’])[\s*]*$|(?:by|de)[\s*]+$|(?:up|down)[\s*]+$|(?:增长|增加|下降|减少|上升|降低)了?[\s*]*$"
)
ADDED = re.compile(
    r"(?:[\s*]+[\w'’-]+){0,5}[\s*]*[,，][\s*]*(?:with|plus|avec)[\s*]+"
    r"(?:(?:more than|over|at least|plus de|another|nearly)[\s*]+)?"
)
NEW = re.compile(
    r"\b(?:new|more|identified|added|additional|further|nouveaux|nouvelles|identifiés?|supplémentaires)\b|新增"
)


def find_changes(source: Source) -> Iterator[Claim]:
    """Yield changes whose two ends stand side by side, and what is said about their size and direction."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            if len(sentence) >= FEWEST:
                yield from up_from(source, sentence)
                yield from from_to(source, sentence)


def like(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be two values of one thing."""
    return one.unit == other.unit and one.kind is other.kind


def up_from(source: Source, figures: Sequence[Figure]) -> Iterator[Claim]:
    """Read "189,338 (up from 165,000 before, with over 20,000 identified since)"."""
    for number, (now, before) in enumerate(pairwise(figures)):
        cue = UP_FROM.fullmatch(source.low[now.end : before.start])
        part = figures[number - 1] if number > 0 else None
        base = part is not None and part.kind is now.kind and part.part_of == (now.start, now.end)
        if (
            cue is None
            or base  # "seven of the 17 banks failed, down from nine": of the seven
            or not like(now, before)
            or {now.kind, before.kind} & {Kind.RATE, Kind.RATIO, Kind.FRACTION}
        ):
            continue
        rising = cue["way"] in ("up", "increased", "en hausse")
        yield direction(now, before, cue["way"], rising=rising)
        if number + 2 < len(figures) and rising and now.kind in COUNTED:
            added = figures[number + 2]
            words = source.low[added.end : added.end + 30]
            if (
                like(now, added)
                and ADDED.fullmatch(source.low[before.end : added.start])
                and NEW.search(words)
            ):
                yield difference_of(now, before, added, Evidence.DECLARED, cue["way"])


def direction(now: Figure, before: Figure, way: str, *, rising: bool) -> Claim:
    """Claim that a figure is above (or below) what it was before."""
    low, high = (before, now) if rising else (now, before)
    failed = not low.interval.below(high.interval) and high.interval.below(low.interval)
    same = low.value == high.value and low.exact and high.exact
    imbalance = now.value - before.value
    return Claim(
        RelationKind.CHANGE, now, (before,), verdict(failed=failed or same), Evidence.DECLARED, way,
        before.lower if rising else None, None if rising else before.upper, imbalance,
    )  # fmt: skip


def from_to(source: Source, figures: Sequence[Figure]) -> Iterator[Claim]:
    """Read "rose by 25 % from 120 to 150" and "from 120 to 150, an increase of 30"."""
    pairs = ends_of(source, figures)
    if len(pairs) != 1:
        return
    before, now = pairs[0]
    sentence = source.low[before.sentence[0] : before.sentence[1]]
    rest = [figure for figure in figures if figure is not before and figure is not now]
    if len(rest) != 1 or AVERAGE.search(sentence) or abs(rest[0].start - now.end) > NEAR:
        return
    size = rest[0]
    cue = CHANGE_OF.search(source.low[max(size.sentence[0], size.start - 24) : size.start])
    if cue is None or not before.value:
        return
    falling = FALL.search(sentence) is not None and RISE.search(sentence) is None
    if size.kind is Kind.PERCENT and before.kind is Kind.PERCENT:
        return  # "from 10 % to 12 %, an increase of 2 %" may mean points
    if size.kind is Kind.PERCENT:
        yield ratio_claim(
            RelationKind.CHANGE,
            size,
            (now, before),
            change_in(before, now, falling),
            Evidence.DECLARED,
            cue[0].strip(),
        )
    elif like(size, before) or (before.kind is Kind.PERCENT and size.kind is Kind.POINTS):
        low, high = (now, before) if falling else (before, now)
        claim = difference_of(high, low, size, Evidence.DECLARED, cue[0].strip())
        if claim.outcome is Outcome.PASSED or (size.exact and before.exact and now.exact):
            yield claim


def ends_of(source: Source, figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the (before, now) that "from … to …" or "to … from …" names."""
    pairs = [
        (one, other)
        for one, other in pairwise(figures)
        if like(one, other)
        and one.kind in CHANGING
        and FROM.search(source.low[max(one.sentence[0], one.start - 8) : one.start])
        and TO.fullmatch(source.low[one.end : other.start])
    ]
    pairs += [
        (other, one)
        for one, other in pairwise(figures)
        if like(one, other)
        and one.kind in CHANGING
        and TO_BEFORE.search(source.low[max(one.sentence[0], one.start - 8) : one.start])
        and FROM_AFTER.fullmatch(source.low[one.end : other.start])
    ]
    return pairs


def change_in(before: Figure, now: Figure, falling: bool) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and greatest change in per cent of what was before; a fall counts upwards."""
    old, new = before.interval, now.interval
    sign = -1 if falling else 1
    ends = [sign * (Fraction(b) - Fraction(a)) * 100 / Fraction(a) for a in known(old) for b in known(new)]
    open_ended = None in (old.lower, old.upper, new.lower, new.upper)
    return (None, None) if open_ended or not ends else (min(ends), max(ends))


def known(interval: Interval) -> list[Decimal]:
    """Return the ends of an interval that are above zero."""
    return [end for end in (interval.lower, interval.upper) if end is not None and end > 0]
