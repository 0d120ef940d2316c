"""Figures given for several names at once: "12, 14 and 16 respectively, for a total of 42"."""

import re
from collections.abc import Iterator, Sequence

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import COUNTED, HUNG, LONGEST_GAP, before_total, by_sentence
from crossfoot.proof.relations.claim import FEWEST, Claim, sum_of
from crossfoot.proof.relations.words import GROUPS, TOTAL
from crossfoot.proof.source import Source

CUE = re.compile(r"\brespective(?:ly|ment)\b|分别|分別|各为")
JOINT = re.compile(
    r"[例人名个户件]?(?: [\w'’-]{1,20}){0,3}(?:, ?(?:and|et)?|、|，| (?:and|et)|和|及|与) ?(?:[\w'’-]{1,20} )?"
)
REACH = 40  # code points before a total in which it is called one


def find_respective(source: Source) -> Iterator[Claim]:
    """Yield that figures given for several names, each its own, make the total beside them."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            counts = [figure for figure in sentence if figure.kind in COUNTED]
            cue = CUE.search(source.low, *sentence[0].sentence) if len(counts) > FEWEST else None
            if cue is not None:
                yield from of_sentence(source, counts, cue[0])


def of_sentence(source: Source, counts: Sequence[Figure], cue: str) -> Iterator[Claim]:
    """Yield the total of the one list of a sentence that says "respectively"."""
    lists = [run for run in runs_of(source, counts) if len(run) >= FEWEST]
    if len(lists) != 1:
        return
    [parts] = lists
    first, after = counts.index(parts[0]), counts.index(parts[-1]) + 1
    claim = before_total(source, parts, list(counts[after:]))
    if claim is None and first:
        claim = under_total(source, counts[first - 1], parts, cue)
    if claim is not None:
        yield claim


def runs_of(source: Source, counts: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures in runs that commas and "and" join."""
    runs: list[list[Figure]] = []
    for figure in counts:
        last = runs[-1][-1] if runs else None
        joined = last is not None and JOINT.fullmatch(source.low[last.end : figure.start]) is not None
        if last is not None and joined and last.unit == figure.unit and last.kind is figure.kind:
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return runs


def under_total(source: Source, total: Figure, parts: Sequence[Figure], cue: str) -> Claim | None:
    """Confront a list with the total that a colon or a bracket hangs it on."""
    gap = source.low[total.end : parts[0].start]
    called = TOTAL.search(source.low[max(total.sentence[0], total.start - REACH) : total.start])
    if called is None or not HUNG.search(gap) or len(gap) > LONGEST_GAP or total.unit != parts[0].unit:
        return None
    grouped = GROUPS.search(source.low[total.end : parts[0].start])
    return None if grouped or not total.exact else sum_of(total, parts, Evidence.DECLARED, f"{called[0]} … {cue}")
