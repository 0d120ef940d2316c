"""What a Chinese figure counts where its name stands before it: 新增确诊病例8例, 接种率为82.3%, 分别."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.prose.draft import Draft
from crossfoot.prose.han_places import in_bracket, is_place, opening, without_place
from crossfoot.prose.languages import zh
from crossfoot.prose.reading import FIGURES, Kind

_BOUND = re.compile(r"[，。；：、（）()！？,;:!?\n|]")
_LEAD = re.compile(
    rf"^(?:{'|'.join(sorted(map(re.escape, zh.LEADS), key=len, reverse=True))})+"
)
_TAIL = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, zh.COPULAS), key=len, reverse=True))})+$"
)
_COMPARED = re.compile(r"较|較|比(?!例|重)|同比|环比|環比")
_HAN = re.compile("[\u4e00-\u9fff]")
_TOLD = re.compile("共报告|共報告|共发现|共發現|共检测|共檢測")
_SHARES = ("率", "比例", "占比", "比重", "年龄", "年齡")
_REACH = 80  # characters before the first figure
_LONGEST = 24  # characters of a name that are looked at
_LISTED = re.compile(
    r"(?P<names>(?:[^，。；、\s（）]{1,10}、)*[^，。；、\s（）]{1,10}?(?:和|及|与|與|以及)[^，。；、\s（）]{1,10}?"
    r"|(?:[^，。；、\s（）]{1,10}、)+[^，。；、\s（）]{1,10}?)"
    r"(?P<kind>[两兩二三四五六七八九十\d]{1,2}[个個]?[省市县縣区區州地])?"
    r"(?:报告|報告|新增|通报|共)?(?:分别|分別|依次)\Z"
)
_EACH = re.compile("分别|分別|依次")
_JOINTS = re.compile(r"、|和|及|与|與|以及")


def name_han(text: str, drafts: list[Draft], start: int) -> None:
    """Set what each figure counts from the words before it; `start` is where the passage begins."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    floors = {id(draft): end for end, draft in zip(_ends(drafts, start), drafts, strict=False)}
    said: dict[bool, str] = {False: "", True: ""}  # what the figure before counts, outside and inside a bracket
    for draft in figures:
        inside = in_bracket(text, draft.start)
        if not draft.counted or draft.counted in zh.OPEN:
            found = _before(text, draft, floors[id(draft)], said[inside])
            draft.counted = found or draft.counted
        if draft.counted.startswith(("累计", "累計")) and draft.period in zh.MOMENTS:
            draft.period = ""  # what has come together so far is of no one day
        if draft.kind is Kind.COUNT and draft.counted not in zh.CLASSIFIERS:
            said[inside] = draft.counted
            said[True] = draft.counted
    for left, right in pairwise(figures):
        if right.restates is left and not right.counted:
            right.counted = left.counted
    _respectively(text, figures)


def _ends(drafts: list[Draft], start: int) -> Iterator[int]:
    """Yield where the words before each draft begin: behind the one before, or with 第一 or 35岁."""
    yield start
    for draft in drafts:
        yield draft.start if draft.kind is Kind.ORDINAL or draft.unit == "year" else draft.end


def _before(text: str, draft: Draft, floor: int, said: str) -> str:
    """Return the name before a figure, or that of the list it stands in."""
    stretch = text[max(floor, draft.start - _LONGEST) : draft.start]
    piece = _BOUND.split(stretch)[-1]
    name = _stripped(_COMPARED.split(piece)[0])
    if draft.kind is Kind.PERCENT:
        return name if name.endswith(_SHARES) or piece.rstrip().endswith(("占", "佔")) else ""
    if draft.kind in (Kind.POINTS, Kind.FRACTION):
        return ""
    if draft.kind is Kind.MEASURE and draft.unit in ("year", "day", "month", "week", "h", "min"):
        return name if name.endswith(_SHARES) else ""
    if not _HAN.search(name) or is_place(name):
        return _of_list(text, draft, said) if draft.kind is Kind.COUNT and _HAN.search(piece + said) else ""
    return name


def _of_list(text: str, draft: Draft, said: str) -> str:
    """Return what a bracket or list before the figure is about: 境外输入病例（上海4例，北京1例）."""
    if in_bracket(text, draft.start):
        opened = opening(text, draft.start)
        before = _BOUND.split(text[max(opened - _LONGEST, 0) : opened])[-1]
        name = _stripped(before)
        if name and not re.search(r"\d", name) and not is_place(name):
            return name
    return said


def _stripped(words: str) -> str:
    """Return the words without what only leads to them or ties them to the number."""
    name = _TAIL.sub("", words.strip(" *“”\"'"))
    before = None
    while name != before:
        before = name
        name = without_place(_LEAD.sub("", name))
    return _TOLD.split(name)[-1] or name


def _respectively(text: str, figures: list[Draft]) -> None:
    """Give places or names out in order: 甲、乙、丙三县分别报告12例、8例和5例."""
    if not figures:
        return
    for each in _EACH.finditer(text, max(figures[0].start - _REACH, 0), figures[-1].start):
        match = _LISTED.search(text, max(each.start() - _REACH, 0), each.end())
        if match is None:
            continue
        names = [name for name in _JOINTS.split(match["names"]) if name]
        run = _run_after(text, figures, match.end())
        if len(names) != len(run) or len(run) < 2:  # noqa: PLR2004
            continue
        places = match["kind"] is not None or all(is_place(name) for name in names)
        tail = _stripped(_BOUND.split(text[match.end() : run[0].start])[-1])
        for draft, name in zip(run, names, strict=True):
            if places:
                draft.area = name
                draft.counted = tail or draft.counted
            else:
                draft.counted = _stripped(name)


def _run_after(text: str, figures: list[Draft], at: int) -> list[Draft]:
    """Return the figures joined by 、 and 和 from the first one behind `at`."""
    run: list[Draft] = []
    for draft in figures:
        if draft.start < at:
            continue
        if run:
            between = text[run[-1].end : draft.start]
            joined = re.fullmatch(rf"\s?(?:{'|'.join(map(re.escape, zh.CLASSIFIERS))})?\s?(?:、|和|及|，)\s?", between)
            if joined is None:
                break
        elif _BOUND.search(text, at, draft.start):
            break
        run.append(draft)
    return run
