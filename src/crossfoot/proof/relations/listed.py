"""Totals over a list: "462 cities, including:" and an item for each region; examples from a larger group."""

import re
from collections.abc import Iterator, Sequence

from crossfoot.documents import BlockKind
from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import COUNTED, by_sentence
from crossfoot.proof.relations.claim import FEWEST, Claim, part_of, sum_of, untold
from crossfoot.proof.relations.concepts import idea_of
from crossfoot.proof.relations.restated import EMPTY
from crossfoot.proof.relations.words import EXAMPLE, PARTLY, TOTAL
from crossfoot.proof.source import Source
from crossfoot.terms.finding import Outcome

LABEL = re.compile(r"[\s\-*+•‣▪◦–—·●]*[^:：\n]{1,60}[:：][\s*]*")
ONLY_NUMBER = re.compile(r"[\s.,;*_)）。；]*$")
COLON = re.compile(r"[:：][\s*_]*$")


def find_lists(source: Source) -> Iterator[Claim]:
    """Yield what a list with a figure in each item says about the figures of the paragraph above it."""
    number = 0
    while number < len(source.blocks):
        if source.blocks[number].kind is not BlockKind.ITEM:
            number += 1
            continue
        after = end_of_list(source, number)
        items = list(range(number, after))
        claims = list(under(source, number - 1, items)) if number else []
        yield from claims
        if not claims:
            yield from headed(source, items)
        number = after


def end_of_list(source: Source, first: int) -> int:
    """Return the number of the block after a list: items with the same mark and no wider a gap between them."""
    after = first + 1
    widest = None
    while after < len(source.blocks) and source.blocks[after].kind is BlockKind.ITEM:
        gap = source.text.count("\n", source.blocks[after - 1].end, source.blocks[after].start)
        if mark_of(source, after) != mark_of(source, first) or (widest is not None and gap > widest):
            break
        widest = gap if widest is None else widest
        after += 1
    return after


def mark_of(source: Source, number: int) -> str:
    """Return the mark of an item; all numbers are one mark."""
    block = source.blocks[number]
    mark = source.text[block.start : block.end].lstrip()[:1]
    return "1" if mark.isalnum() else mark


def under(source: Source, above: int, items: list[int]) -> Iterator[Claim]:
    """Yield what a list says about the paragraph that ends with a colon above it."""
    block = source.blocks[above]
    intro = source.low[block.start : block.end]
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM) or not COLON.search(intro):
        return
    figures = [figure for figure in source.running[above] if figure.kind in COUNTED]
    if not figures:
        return
    tail = source.low[figures[-1].end : block.end]
    if EXAMPLE.search(tail):
        last = list(by_sentence(figures))[-1]
        yield from examples(source, last, items, EXAMPLE.search(tail))
        return
    total, parts = figures[-1], leading(source, items)
    if parts is None:
        yield from by_noun(source, figures, items)
        return
    if len(parts) < FEWEST or total.unit != parts[0].unit or total.value == len(parts):
        return
    cue = PARTLY.search(tail) or TOTAL.search(source.low[max(block.start, total.start - 40) : block.end])
    claim = sum_of(total, parts, Evidence.DECLARED, cue[0] if cue else ":")
    if claim.outcome is Outcome.PASSED:
        yield claim
    elif cue is not None and PARTLY.fullmatch(cue[0]):
        yield part_of(total, parts, Evidence.DECLARED, cue[0])
    elif cue is not None and total.exact and re.search(r"[.。!?]", tail.rstrip(" :：*_")) is None:
        yield claim


def by_noun(source: Source, totals: Sequence[Figure], items: list[int]) -> Iterator[Claim]:
    """Yield that items "78 cases and 2 deaths in Bong" make the "228 cases and 6 deaths:" above them, noun by noun.

    The first noun must open each item; another may be missing where there was none of it. Items that fall short may
    not be all; items that exceed their total are accused only where each is about a place of its own.
    """
    counts = [[figure for figure in source.running[item] if figure.kind in COUNTED] for item in items]
    words = [source.low[source.blocks[item].start : source.blocks[item].end] for item in items]
    first = head_of(totals[0])
    opened = all(found and first and head_of(found[0]) == first for found in counts)
    if not opened or len(items) < FEWEST or any(TOTAL.search(text) for text in words):
        return
    areas = {figure.area for found in counts for figure in found if figure.area}
    placed = len(areas) >= len(items)
    for total in totals:
        parts = [one for found in counts if (one := first_of(found, head_of(total), total.unit)) is not None]
        if len(parts) < FEWEST or not total.exact:
            continue
        claim = sum_of(total, parts, Evidence.DECLARED, ":")
        within = part_of(total, parts, Evidence.DECLARED, ":").outcome is Outcome.PASSED
        if claim.outcome is Outcome.PASSED or (placed and not within):
            yield claim
        elif within:
            yield untold(claim, "remainder")


def first_of(figures: Sequence[Figure], noun: str, unit: str) -> Figure | None:
    """Return the first figure of an item that counts a noun."""
    return next((figure for figure in figures if noun and head_of(figure) == noun and figure.unit == unit), None)


def leading(source: Source, items: list[int]) -> list[Figure] | None:
    """Return the figure of each item, all of the form "Label: 84"; None where one is of another form."""
    parts: list[Figure] = []
    for number in items:
        block = source.blocks[number]
        figures = source.running[number]
        if len(figures) != 1 or figures[0].kind not in COUNTED:
            return None
        figure = figures[0]
        before, behind = source.low[block.start : figure.start], source.low[figure.end : block.end]
        if (
            not LABEL.fullmatch(before)
            or not ONLY_NUMBER.match(behind)
            or (parts and figure.unit != parts[0].unit)
        ):
            return None
        parts.append(figure)
    return parts


def examples(
    source: Source, totals: Sequence[Figure], items: list[int], cue: re.Match[str] | None
) -> Iterator[Claim]:
    """Yield that what is named from a group is no more than the group has, noun by noun."""
    for total in totals:
        noun = head_of(total)
        parts = [
            figure
            for number in items
            for figure in source.running[number]
            if noun and figure.kind in COUNTED and head_of(figure) == noun and figure.unit == total.unit
        ]
        if len(parts) >= FEWEST and len(parts) <= len(items) and cue is not None:
            yield part_of(total, parts, Evidence.DECLARED, cue[0])


def head_of(figure: Figure) -> str:
    """Return the last word of what is counted that tells something, without its ending: not "reported"."""
    words = [word for word in figure.counted.lower().split() if idea_of(word) not in EMPTY]
    return words[-1].rstrip("s") if words else ""


def headed(source: Source, items: list[int]) -> Iterator[Claim]:
    """Yield that an item about several places is no less than the items about one place each after it."""
    first, *rest = items
    counts = [figure for figure in source.running[first] if figure.kind in COUNTED]
    words = source.low[source.blocks[first].start : source.blocks[first].end]
    several = re.search(r"\b(?:several|various|some|plusieurs|certaines?)\b|各", words)
    if (
        len(counts) != 1
        or several is None
        or LABEL.match(words[: counts[0].start - source.blocks[first].start])
    ):
        return
    parts = []
    for number in rest:
        block = source.blocks[number]
        figures = [figure for figure in source.running[number] if figure.kind in COUNTED]
        if not figures or not LABEL.fullmatch(source.low[block.start : figures[0].start]):
            break
        parts.append(figures[0])
    claim = part_of(counts[0], parts, Evidence.DECLARED, several[0]) if len(parts) >= FEWEST else None
    if claim is not None and claim.outcome is Outcome.PASSED:
        yield claim
