"""What the figures of one passage say about each other: units of a list, parts and bases, the same said twice."""

from crossfoot.prose.draft import Draft
from crossfoot.prose.reading import FIGURES, Kind
from crossfoot.prose.tokens import Passage

_LIST_MARKS = frozenset({",", "and", "or", "et", "ou", "&", "/", ";", "to", "versus", "vs"})
_SHARED = frozenset({Kind.MEASURE, Kind.PERCENT, Kind.COUNT})
_INCLUDING = frozenset("including include includes dont comprising incl compris".split())
_OF_REACH = 7
_UNSCALED = 1000  # "from 4.1 to 3.3 billion": the first is in billions too


def link(passage: Passage, drafts: list[Draft]) -> None:
    """Set `part_of` and `restates`, and give the units of a list to all its numbers."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    for left, right in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        _share_unit(passage, left, right)
    for left, right in zip(figures, figures[1:], strict=False):
        _part_and_base(passage, left, right)
        _restated(passage, left, right)


def _between(passage: Passage, left: Draft, right: Draft) -> list[str]:
    return passage.words[left.after : right.first]


def _share_unit(passage: Passage, left: Draft, right: Draft) -> None:
    """Give "10, 20 and 30 km" one unit, "12, 3 and 0 cases" one noun."""
    if not left.bare or right.kind not in _SHARED or right.first - left.after > 2:  # noqa: PLR2004
        return
    between = _between(passage, left, right)
    if not between or any(word not in _LIST_MARKS for word in between):
        return
    if right.kind is Kind.COUNT:
        left.counted = right.counted
    else:
        left.kind, left.unit = right.kind, right.unit
    if between == ["to"] and right.power > left.power == 0 and left.value is not None and left.value < _UNSCALED:
        left.value, left.power = left.value.scaleb(right.power), right.power
        left.decimals = (left.decimals or 0) - right.power


def _part_and_base(passage: Passage, left: Draft, right: Draft) -> None:
    between = _between(passage, left, right)
    if not between:
        return
    language = passage.language
    if between == ["/"] and left.kind is Kind.COUNT:
        left.part_of = right
    elif between[0] in ("of", "sur", "des", "out", "de") and len(between) <= _OF_REACH:
        if left.kind is Kind.PERCENT or (left.kind is Kind.COUNT and len(between) <= 4):  # noqa: PLR2004
            left.part_of = right
    elif right.kind is Kind.COUNT and any(word in _INCLUDING for word in between):
        right.part_of = left
    elif right.kind is Kind.COUNT and between[:1] == [","] and "of" in between and {"whom", "which"} & set(between):
        right.part_of = left
    if left.part_of is right and left.kind is Kind.COUNT and not left.counted:
        left.counted = right.counted
    if passage.word(left.first - 1) in ("of", "sur") and left.first <= 1 and language and right.kind is Kind.COUNT:
        right.part_of = left


def _restated(passage: Passage, left: Draft, right: Draft) -> None:
    """Read 772 (97%) and "962, or 7.8%," as one fact said twice."""
    between = [word for word in _between(passage, left, right) if word != "("]
    opened = passage.word(right.first - 1) == "(" and passage.word(right.after) in (")", ",", ";")
    said = between[-1:] in (["or"], ["soit"])
    if not (opened or said) or (left.kind is Kind.PERCENT) == (right.kind is Kind.PERCENT):
        return
    if left.kind not in (Kind.COUNT, Kind.PERCENT) or right.kind not in (Kind.COUNT, Kind.PERCENT):
        return
    right.restates = left
    if right.part_of is None:
        right.part_of = left.part_of
    elif left.part_of is None:
        left.part_of = right.part_of
