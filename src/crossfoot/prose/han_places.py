"""Around a Chinese figure: the place named before it, the date of its sentence, the figure it is part of."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from crossfoot.prose.draft import Draft
from crossfoot.prose.languages import zh
from crossfoot.prose.reading import FIGURES, Kind

_DATED = frozenset({Kind.DATE, Kind.YEAR, Kind.PERIOD})
_LENGTHS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_SUFFIX = re.compile(r"[省市县縣区區州盟旗乡鄉镇鎮](?![域长長委政场場民])")
_NOT_IN_NAMES = frozenset("的了在和与是有共从至以及等中个個名位各每该全城，。、；：")
_LONGEST_NAME = 5
_CLAUSE = re.compile(r"[。；;！？\n]")
_SINCE = re.compile(r"(?:截至|截止到?|自|从|從|到)\s?$")
_WITHIN = re.compile(r"\s?(?:内|內|中|间|間|来|來|以来|以來)")
_REACH = 60  # code points before a figure in which its place is looked for


def place_han(text: str, drafts: list[Draft], areas: Sequence[str]) -> None:
    """Set area and period of the figures of a Chinese passage."""
    if not drafts:
        return
    names = _names_in(text, max(drafts[0].start - _REACH, 0), drafts[-1].start, tuple(areas))
    ends = [end for end, _ in names]
    dated: Draft | None = None
    last = drafts[0].start
    for n, draft in enumerate(drafts):
        if _CLAUSE.search(text, last, draft.start):
            dated = None
        last = draft.end
        if draft.kind in _DATED:
            dated = draft
        if draft.kind not in FIGURES:
            continue
        at = bisect_right(ends, draft.start) - 1
        near = at >= 0 and draft.start - ends[at] < _REACH
        draft.area = names[at][1] if near and not _CLAUSE.search(text, ends[at], draft.start) else ""
        if dated is not None:
            since = _SINCE.search(text[max(dated.start - 4, 0) : dated.start])
            draft.period = text[dated.start - len(since.group()) if since else dated.start : dated.end]
        _length(text, draft, drafts[n + 1] if n + 1 < len(drafts) else None)


def _names_in(text: str, begin: int, end: int, areas: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the places named in a stretch of text, each with its end, in order."""
    found = {match.end(): match.group() for match in _pattern(areas).finditer(text, begin, end)}
    for match in _SUFFIX.finditer(text, begin, end):
        first = match.start()
        floor = max(begin, first - _LONGEST_NAME)
        while (
            first > floor and "\u4e00" <= text[first - 1] <= "\u9fff" and text[first - 1] not in _NOT_IN_NAMES
        ):
            first -= 1
        if first < match.start():
            found.setdefault(match.end(), text[first : match.end()])
    return sorted(found.items())


@lru_cache
def _pattern(areas: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted({*zh.PLACES, *areas}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?:自治区|省|市|县|縣|区|區)?")


def link_han(text: str, drafts: list[Draft]) -> None:
    """Set what is part of what, and what says the same: "628户，其中120户（19.1%）"."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    for left, right in pairwise(figures):
        between = text[left.after : right.first]
        if len(between) > _REACH or _CLAUSE.search(between):
            continue
        if "其中" in between and right.kind is Kind.COUNT:
            right.part_of = left
        opened = between.rstrip().endswith(("（", "("))
        if opened and right.kind is Kind.PERCENT and left.kind is Kind.COUNT:
            right.restates, right.part_of = left, left.part_of


def _length(text: str, draft: Draft, other: Draft | None) -> None:
    """Give a figure right behind "五天内" its length."""
    code = _LENGTHS.get(draft.unit)
    if code is None or draft.value is None or other is None or not _WITHIN.match(text, draft.end):
        return
    if not _CLAUSE.search(text, draft.end, other.start) and other.kind in FIGURES:
        other.period = f"P{draft.value.normalize():f}{code}"
