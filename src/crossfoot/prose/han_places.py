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
_KINDS = r"(?:特别行政区|特別行政區|自治区|自治州|自治县|生产建设兵团|地区|地區|省|市|县|縣|区|區|州|新区)?"
_ALL = r"\d{1,2}[个個]?省[份区市]*[（(][^）)]{1,12}[）)](?:和新疆生产建设兵团)?"
_MOMENT = re.compile("|".join(sorted(map(re.escape, zh.MOMENTS), key=len, reverse=True)))
_COMPARED = ("较", "較", "比", "与", "與", "同", "和")
_FOR_ALL = re.compile(r"(?:[等共]|各|[两兩三四五六七八九十\d]{1,2}[个個]?[省市县縣区區州].{0,20})?")
_AND = frozenset("、 和 及 与 與".split())
_LISTED = re.compile("[、和及与與]")
_SENTENCE = re.compile(r"[。！？\n]")
_SPAN = re.compile(r"\s?(?:至|到|—|–|-)\s?$")
_BETWEEN = re.compile(r"\s?(?:至|到|—|–|-)\s?")
_SUFFIX = re.compile(r"[省市县縣区區州盟旗乡鄉镇鎮](?![域长長委政场場民])")
_NOT_IN_NAMES = frozenset(
    "造致涉覆盖向到於于住在为為自由及至据報报含占较較新个各本我该該我在被将向往"
    "的了在和与是有共从至以及等中个個名位各每该全城，。、；："
)
_LONGEST_NAME = 5
_CLAUSE = re.compile(r"[。；;！？\n]")
_SINCE = re.compile(r"(?:截至|截止到?|自|从|從|到)\s?\Z")
_WITHIN = re.compile(r"\s?(?:内|內|中|间|間|来|來|以来|以來)")
_BRACKET = 400  # code points that a bracket may be long
_REACH = 60  # code points before a figure in which its place is looked for


def place_han(text: str, drafts: list[Draft], areas: Sequence[str]) -> None:
    """Set area and period of the figures of a Chinese passage."""
    if not drafts:
        return
    begin = drafts[0].start
    names = _names_in(text, max(begin - _REACH, 0), drafts[-1].start, tuple(areas))
    ends = [end for end, _ in names]
    periods = _periods(text, drafts, max(begin - _REACH, 0))
    places = [start for start, _, _ in periods]
    for n, draft in enumerate(drafts):
        if draft.kind not in FIGURES:
            continue
        at = bisect_right(ends, draft.start) - 1
        near = at >= 0 and draft.start - ends[at] < _REACH
        here = near and not _CLAUSE.search(text, ends[at], draft.start)
        draft.area = _joined(text, names, at, draft.start) if here else ""
        when = bisect_right(places, draft.start) - 1
        if when >= 0 and not draft.period and not _SENTENCE.search(text, periods[when][0], draft.start):
            draft.period = periods[when][2]
        _length(text, draft, drafts[n + 1] if n + 1 < len(drafts) else None)
    _shared(text, [draft for draft in drafts if draft.kind in FIGURES])


def _joined(text: str, names: list[tuple[int, str]], at: int, before: int) -> str:
    """Return the name at `at`, with those of its list where one number is for all: 甲县、乙县和丙县各1例."""
    end, name = names[at]
    found = [name]
    if not _FOR_ALL.fullmatch(text, end, before):
        return name
    while at and names[at - 1][0] <= end - len(name):
        between = text[names[at - 1][0] : end - len(name)]
        if between not in _AND:
            break
        at -= 1
        end, name = names[at]
        found.insert(0, name)
    return "; ".join(found)


def _shared(text: str, figures: list[Draft]) -> None:
    """Keep the place of a clause that a semicolon ends for the next one of its bracket."""
    for left, right in pairwise(figures):
        between = text[left.end : right.start]
        opened = in_bracket(text, right.start)
        if left.area and not right.area and opened and "；" in between and "。" not in between:
            right.area = left.area


def in_bracket(text: str, at: int) -> bool:
    """Tell whether a bracket is open at an offset."""
    return opening(text, at) > max(text.rfind(mark, max(at - _BRACKET, 0), at) for mark in ")）")


def opening(text: str, at: int) -> int:
    """Return where the last bracket before an offset opens, -1 where none is near."""
    return max(text.rfind(mark, max(at - _BRACKET, 0), at) for mark in "(（")


def _periods(text: str, drafts: list[Draft], begin: int) -> list[tuple[int, int, str]]:
    """Return the periods said in a passage, each with its start and end, in order."""
    found: list[tuple[int, int, str]] = []
    dated = [draft for draft in drafts if draft.kind in _DATED or draft.kind is Kind.TIME]
    for draft in dated:
        first, end = draft.start, draft.end
        if found and (text[found[-1][1] : first].strip() == "" or _BETWEEN.fullmatch(text, found[-1][1], first)):
            first = found.pop()[0]
        elif draft.kind is Kind.TIME:
            continue
        since = _SINCE.search(text, max(first - 4, begin), first)
        first = since.start() if since else first
        found.append((first, end, text[first:end]))
    for match in _MOMENT.finditer(text, begin, drafts[-1].start):
        if text[match.start() - 1 : match.start()] not in _COMPARED or match.start() == 0:
            _add_moment(text, found, match)
    return sorted(found)


def _add_moment(text: str, found: list[tuple[int, int, str]], match: re.Match[str]) -> None:
    """Add 今年, or put it before the date that it begins: 今年1至5月, 今年截至11月4日."""
    for n, (first, end, _) in enumerate(found):
        if first <= match.start() < end:
            return
        if first == match.end():
            found[n] = (match.start(), end, text[match.start() : end])
            return
    found.append((*match.span(), match.group()))


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
        if first < match.start() and text[first : match.end()] not in zh.NO_PLACES:
            found.setdefault(match.end(), text[first : match.end()])
    return sorted(found.items())


@lru_cache
def _pattern(areas: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted({*zh.PLACES, *areas}, key=len, reverse=True)
    return re.compile(rf"{_ALL}|(?:{'|'.join(map(re.escape, names))}){_KINDS}")


def without_place(words: str) -> str:
    """Return the words without the name of a place that they begin with."""
    match = _pattern(()).match(words)
    return words if match is None or match.end() + 1 >= len(words) else words[match.end() :]


def is_place(name: str) -> bool:
    """Tell whether the words are the name of a place and no more: 台湾地区, 丰台区."""
    if _LISTED.search(name):
        return all(is_place(part) for part in _LISTED.split(name) if part)
    if _pattern(()).fullmatch(name):
        return True
    return 1 < len(name) <= _LONGEST_NAME + 1 and _SUFFIX.fullmatch(name, len(name) - 1) is not None


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
