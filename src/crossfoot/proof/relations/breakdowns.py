"""Breakdowns in a sentence: "360 cases, of which 228 confirmed, 133 probable and 2 suspected"."""

import re
from collections.abc import Iterator, Sequence

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.claim import FEWEST, Claim, part_of, sum_of, untold
from crossfoot.proof.relations.words import CLASSES, GROUPS, PARTLY, TOTAL, UNKNOWN, WHOLLY, class_of
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

COUNTED = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
JOINT = re.compile(r"[,;/&+、，；]|\b(?:and|et|ou|or|plus|und)\b|和|及|以及")
STOP = re.compile(r"[.;:。；：!?\n]")
LONGEST_GAP = 90  # code points between a total and its first part
LONGEST_STEP = 70  # between two parts
PLACED = re.compile(
    r"(?: [\w'’-]+){0,2} (?:in|at|from|à|au|aux|en|dans) (?:the |la |le |les |l['’])?[A-ZÀ-Ý]"
)
HUNG = re.compile(r"[:：(（]\s*\**\s*$")
BRACKET_FIRST = re.compile(r"^\s*[例人名]?[(（][^)）]*[)）]")
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
CLAUSE_END = re.compile(r"[.:!?。\n]")
CLOSING = re.compile(r"[.,;:()\n。，；：（）]|\b(?:and|et)\b")


def find_breakdowns(source: Source) -> Iterator[Claim]:
    """Yield the breakdowns that closed labels or words declare, sentence by sentence."""
    for figures in source.running:
        if len(figures) <= FEWEST:
            continue
        for sentence in by_sentence(figures):
            counts = [figure for figure in sentence if figure.kind in COUNTED]
            yield from of_sentence(source, counts)
            outside = outside_brackets(source, counts)
            if FEWEST < len(outside) < len(counts):
                yield from of_sentence(source, outside)


def outside_brackets(source: Source, counts: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a sentence that stand in no bracket."""
    found, depth, done = [], 0, counts[0].sentence[0] if counts else 0
    for figure in counts:
        words = source.low[done : figure.start]
        depth = max(0, depth + sum(mark in "(（" for mark in words) - sum(mark in ")）" for mark in words))
        done = figure.start
        if not depth:
            found.append(figure)
    return found


def by_sentence(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures of each sentence of a block."""
    group: list[Figure] = []
    for figure in figures:
        if group and figure.sentence != group[-1].sentence:
            yield group
            group = []
        group.append(figure)
    if group:
        yield group


def of_sentence(source: Source, counts: list[Figure]) -> Iterator[Claim]:
    """Yield the breakdowns of one sentence; a figure is part of one breakdown only."""
    after = 0
    for number in range(len(counts) - 1):
        if number < after:
            continue
        parts, labels = labelled_run(source, counts, number)
        places = [] if len(parts) >= FEWEST or not number else placed_run(source, counts, number)
        if len(parts) < FEWEST and len(places) < FEWEST:
            continue
        after = number + max(len(parts), len(places))
        if places:
            claim = over_places(source, counts[:number], places)
        else:
            whole = len({*labels}) == len(CLASSES[labels[0][0]])
            claim = against_total(source, counts[:number], parts, whole=whole) if number else None
            claim = claim or before_total(source, parts, counts[after:])
        if claim is not None:
            yield claim


def labelled_run(
    source: Source, counts: list[Figure], first: int
) -> tuple[list[Figure], list[tuple[str, str]]]:
    """Return the longest run of parts from `first` whose labels are different ones of one closed set."""
    best: tuple[list[Figure], list[tuple[str, str]]] = ([], [])
    for label_of in (label_after, label_before):
        parts: list[Figure] = []
        labels: list[tuple[str, str]] = []
        for number in range(first, len(counts)):
            figure = counts[number]
            label = label_of(source, counts, number)
            if label is None or label in labels or (labels and label[0] != labels[0][0]):
                break
            if parts and not joined(source, parts[-1], figure):
                break
            if parts and figure.unit != parts[0].unit:
                break
            parts.append(figure)
            labels.append(label)
        if len(parts) > len(best[0]):
            best = parts, labels
    return best


def label_after(source: Source, counts: list[Figure], number: int) -> tuple[str, str] | None:
    """Return the closed label that follows a figure, up to the next mark or figure."""
    figure = counts[number]
    limit = counts[number + 1].start if number + 1 < len(counts) else figure.end + 40
    words = source.low[figure.end : min(limit, figure.end + 40, max(figure.sentence[1], figure.end))]
    words = BRACKET_FIRST.sub("", words) if "(" in words or "（" in words else words
    return class_of(CLOSING.split(words, maxsplit=1)[0]) or (
        class_of(figure.counted.lower()) if figure.counted else None
    )


def label_before(source: Source, counts: list[Figure], number: int) -> tuple[str, str] | None:
    """Return the closed label that stands before a figure, back to the last mark or figure."""
    figure = counts[number]
    limit = counts[number - 1].end if number else figure.sentence[0]
    words = source.low[max(limit, figure.start - 40) : figure.start].rstrip(" :=：*（(")
    return class_of(CLOSING.split(words)[-1])


def joined(source: Source, left: Figure, right: Figure) -> bool:
    """Tell whether two parts stand in one list: a joint between them, and no end of a clause."""
    between = source.low[left.end : right.start]
    between = BRACKETS.sub("", between) if "(" in between or "（" in between else between
    return (
        len(between) <= LONGEST_STEP
        and not CLAUSE_END.search(between)
        and JOINT.search(between) is not None
        and sum(mark in "(（" for mark in between) == sum(mark in ")）" for mark in between)
    )


def against_total(source: Source, before: list[Figure], parts: list[Figure], *, whole: bool) -> Claim | None:
    """Confront a run of parts with a total named before it."""
    gap = source.low[before[-1].end : parts[0].start]
    if len(gap) > LONGEST_GAP or STOP.search(gap.rstrip(" :：*")):
        return None
    cue = PARTLY.search(gap) or WHOLLY.search(gap) or re.search(r"[:：(（]\s*\**(?:\w+\s*){0,2}$", gap)
    if cue is None:
        return None
    words = cue[0].strip()
    candidates = [figure for figure in reversed(before) if figure.unit == parts[0].unit]
    for total in candidates:
        claim = sum_of(total, parts, Evidence.DECLARED, words)
        if claim.outcome is Outcome.PASSED and (total.exact or total is candidates[0]):
            return claim
    if not candidates or candidates[0] is not before[-1]:
        return None
    total = before[-1]
    if GROUPS.search(source.low[total.end : total.end + 30].split(",")[0]) or not total.exact:
        return None
    after = source.low[parts[-1].end : parts[-1].sentence[1]]
    if not whole or UNKNOWN.search(gap) or UNKNOWN.search(after):
        return part_of(total, parts, Evidence.DECLARED, words)
    claim = sum_of(total, parts, Evidence.DECLARED, words)
    sure = len(parts) > FEWEST or WHOLLY.search(gap) or alone_in_bracket(gap, after)
    short = claim.upper is not None and total.lower is not None and claim.upper < total.lower
    return untold(claim, "remainder") if short and not sure else claim


def alone_in_bracket(gap: str, after: str) -> bool:
    """Tell whether a bracket that opens after the total holds the parts and nothing else that counts."""
    inside = re.split(r"[)）]", after, maxsplit=1)[0]
    return (
        HUNG.search(gap) is not None
        and ":" not in gap
        and "：" not in gap
        and inside != after
        and not re.search(r"\d", inside)
    )


def placed_run(source: Source, counts: list[Figure], first: int) -> list[Figure]:
    """Return the counts from `first` that are each given for a place of its own: "5 in Nimba, 3 in Bong"."""
    parts: list[Figure] = []
    for figure in counts[first:]:
        if not PLACED.match(source.text, figure.end) or (parts and not joined(source, parts[-1], figure)):
            break
        parts.append(figure)
    return parts


def over_places(source: Source, before: list[Figure], parts: list[Figure]) -> Claim | None:
    """Confront counts by place with the total that a colon or a bracket hangs them on."""
    gap = source.low[before[-1].end : parts[0].start]
    if len(gap) > LONGEST_GAP or not HUNG.search(gap):
        return None
    for total in reversed(before):
        claim = sum_of(total, parts, Evidence.DECLARED, ":")
        if claim.outcome is Outcome.PASSED and total.exact:
            return claim
    total = before[-1]
    words = source.low[max(total.sentence[0], total.start - 30) : parts[0].start]
    cue = TOTAL.search(words)
    sure = cue is not None and total.exact and not GROUPS.search(source.low[total.end : total.end + 30])
    return sum_of(total, parts, Evidence.DECLARED, cue[0]) if sure and cue else None


def before_total(source: Source, parts: list[Figure], after: list[Figure]) -> Claim | None:
    """Confront a run of parts with a total named right after it: "for a total of 360", 共360."""
    if not after or after[0].unit != parts[0].unit:
        return None
    gap = source.low[parts[-1].end : after[0].start]
    cue = TOTAL.search(gap)
    if cue is None or len(gap) > LONGEST_GAP or re.search(r"[.!?。\n]", gap):
        return None
    return sum_of(after[0], parts, Evidence.DECLARED, cue[0])
