"""What the figures of one passage say about each other: parts and bases, lists, the same said twice."""

from itertools import pairwise

from crossfoot.prose.ages import also_aged
from crossfoot.prose.draft import Draft
from crossfoot.prose.languages.places import GROUPS
from crossfoot.prose.measures import WHOLE_TIMES
from crossfoot.prose.reading import FIGURES, Kind
from crossfoot.prose.subjects import complete, name
from crossfoot.prose.tokens import Passage

_LIST_MARKS = frozenset({",", "and", "or", "et", "ou", "&", "/", "to", "versus", "vs", "×", "x"})
_RESTATES = (["or"], ["ou"])
_EQUALS = frozenset("= ≈ ≥ ≤ > < ~".split())
_SHARED = frozenset({Kind.MEASURE, Kind.PERCENT, Kind.COUNT})
_INCLUDING = frozenset("including include includes dont comprising incl compris".split())
_OF_THESE = frozenset("whom which these those them lesquels lesquelles parmi".split())
_OF = frozenset("of sur des out de parmi".split())
_OUT_OF = frozenset({"of", "sur"})
_OF_NOUN = frozenset({"de", "des"})
_STOPS = frozenset({"!", "?"})
_OF_REACH = 7
_JOINING = frozenset("and et celle celui de du la le les des of in at à au".split())
_VERSUS = frozenset({"vs", "versus", "contre", "against"})
_FAR = 30  # tokens; figures further apart say nothing about each other
_COUNT_REACH = 4
_MILLION = 6  # its power of ten
_COMPARED = frozenset("from to with against than versus vs and or à contre de".split())
_UNSCALED = 1000  # "from 4.1 to 3.3 billion": the first is in billions too


def link(passage: Passage, drafts: list[Draft]) -> None:
    """Set `part_of` and `restates`, and give the units of a list to all its numbers."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    for right, left in pairwise(reversed(figures)):
        _share_unit(passage, left, right)
    for draft in figures:
        name(passage, draft)
    over: Draft | None = None
    money: Draft | None = None
    for left, right in pairwise(figures):
        aged = over is not None and left.kind is Kind.MEASURE and left.unit in WHOLE_TIMES
        _part_and_base(passage, over if aged and over else left, right)
        _base_of_both(left, right)
        _of_them(passage, left, right)
        _restated(passage, left, right, over)
        over = left
        _siblings(passage, left, right)
        _in_millions(passage, left, right)
        also_aged(passage, left, right)
        money = left if left.kind is Kind.MONEY and left.power >= _MILLION else money
        _in_money(passage, money, right)
    complete(passage, figures)
    for draft in figures:
        if draft.kind is Kind.PERCENT and draft.restates is not None:
            draft.counted = draft.counted or draft.restates.counted


def _between(passage: Passage, left: Draft, right: Draft) -> list[str]:
    return passage.words[left.after : right.first]


def _share_unit(passage: Passage, left: Draft, right: Draft) -> None:
    """Give "10, 20 and 30 km" one unit, "12, 3 and 0 cases" one noun."""
    if not left.bare or right.first - left.after > 2:  # noqa: PLR2004
        return
    if right.kind not in _SHARED and not (right.kind is Kind.MONEY and passage.kinds[right.first] in "dw"):
        return
    between = _between(passage, left, right)
    if not between or any(word not in _LIST_MARKS for word in between):
        return
    if between == [","] and passage.word(left.first - 1) in _EQUALS:
        return  # z = 0.3, 5 km
    if between[0] == "," and between[1:] in _RESTATES and passage.word(left.first - 1) not in _LIST_MARKS:
        return  # "962, or 7.8%," is one fact said twice; "5, 6, or 7%" a list
    if right.kind is Kind.COUNT:
        left.counted = right.counted
    else:
        left.kind, left.unit = right.kind, right.unit
    if (
        between == ["to"]
        and right.power > left.power == 0
        and left.value is not None
        and left.value < _UNSCALED
    ):
        left.value, left.power = left.value.scaleb(right.power), right.power
        left.decimals = (left.decimals or 0) - right.power


def _part_and_base(passage: Passage, left: Draft, right: Draft) -> None:
    between = _between(passage, left, right)
    if left.restates is not None and between[:1] == [","]:
        between = between[1:]  # 962, or 7.8%, of 12,345
    if not between or len(between) > _FAR:
        return
    said = frozenset(between)
    if between == ["/"] and left.kind is Kind.COUNT:
        left.part_of = right if _fits(left, right) else None
        right.counted = right.counted or (left.counted if left.part_of else "")
    elif between[0] in _OF and len(between) <= _OF_REACH:
        if left.kind is Kind.PERCENT or (
            left.kind is Kind.COUNT
            and len(between) <= _COUNT_REACH
            and (between[0] not in _OF_NOUN or (len(between) == 1 and not left.counted))
        ):
            left.part_of = right
    elif between[-1] in _OUT_OF and len(between) <= _OF_REACH and left.counted and right.kind is left.kind:
        left.part_of = right if right.counted in ("", left.counted) else left.part_of  # 48 wells seen of 60
        right.counted = right.counted or (left.counted if left.part_of is right else "")
    elif (
        right.kind is Kind.COUNT
        and _STOPS.isdisjoint(said)
        and (not _INCLUDING.isdisjoint(said) or not (_OF_THESE.isdisjoint(said) or _OF.isdisjoint(said)))
    ):
        right.part_of = left
    if left.part_of is right and left.kind is Kind.COUNT and not left.counted:
        left.counted = right.counted
    if (
        right.part_of is None
        and right.kind is left.kind is Kind.COUNT
        and "," in said
        and _opens_with_base(passage, left)
    ):
        right.part_of = left
    if right.part_of is left:
        _inherit(passage, left, right)


def _base_of_both(share: Draft, base: Draft) -> None:
    """Give the base of "962, or 7.8%, of 12,345 households" to the count too."""
    count = share.restates
    if share.part_of is base and share.kind is Kind.PERCENT and count is not None and count.part_of is None:
        count.part_of, count.counted = base, count.counted or base.counted


def _of_them(passage: Passage, left: Draft, right: Draft) -> None:
    """Give "two of them" the noun of the figure before."""
    said = passage.word(right.after) in _OF and passage.word(right.after + 1) in _OF_THESE
    if said and right.kind is left.kind is Kind.COUNT and not right.counted:
        right.counted = left.counted


def _fits(part: Draft, base: Draft) -> bool:
    """Tell whether a part can be that great; "22/17" are cases and deaths."""
    return part.value is None or base.value is None or part.value <= base.value


def _opens_with_base(passage: Passage, base: Draft) -> bool:
    """Tell whether a clause begins "of 312 contacts," or "sur les 36 districts,"."""
    i = base.first - 1
    i -= passage.word(i) in passage.language.determiners
    if passage.word(i) not in ("of", "sur", "among", "parmi"):
        return False
    i -= passage.word(i - 1) == "out"
    return i <= 0 or passage.word(i - 1) in (".", ";", ":", "•", "-", "!")


def _inherit(passage: Passage, base: Draft, part: Draft) -> None:
    """Give a part that names nothing of its own the noun, or the currency, of its base."""
    following = passage.word(part.after)
    if base.kind is Kind.MONEY and part.bare and part.power:
        part.kind, part.unit = Kind.MONEY, base.unit
    elif part.bare and (
        following == "(" or following in passage.language.stops or following in passage.language.verbs
    ):
        part.counted = base.counted


def _siblings(passage: Passage, left: Draft, right: Draft) -> None:
    """Give "6,500 kits in Bama, 3,200 in Dikwa" one noun."""
    if right.kind is not Kind.COUNT or not right.bare or not left.counted or left.kind is not Kind.COUNT:
        return
    between = _between(passage, left, right)
    if len(between) > _FAR:
        return
    if left.counted.lower().split()[-1] in GROUPS:
        return  # "three areas: 1,177 in Muna" counts no areas
    language, behind = passage.language, passage.word(right.after)
    of_them = behind in language.of and passage.word(right.after + 1) in _OF_THESE
    placed = (
        behind in language.at
        and behind not in language.of
        and (passage.capital(right.after + 1) or passage.word(right.after + 1) in language.determiners)
    )
    told = left.part_of is not None and between[-1:] in (["and"], ["et"])
    if told and passage.word(right.after) in passage.language.verbs:
        right.counted = left.counted
    elif _named_apart(passage, left, right) or not _VERSUS.isdisjoint(between):
        right.counted = left.counted
    elif (placed or of_them) and between[-1:] and between[-1] in (",", "and", "et", ";", "(", ":"):
        right.counted = left.counted


def _named_apart(passage: Passage, left: Draft, right: Draft) -> bool:
    """Tell whether a list goes on with a name and its number: "Lofa 215 deaths, Bong 187 and Nimba 41"."""
    first = max(left.after, left.noun_after)
    between = range(first, right.first)
    if not 1 < len(between) < _OF_REACH or passage.words[first] not in _LIST_MARKS | {";", ")", "("}:
        return False
    named = passage.capital(right.first - 1) or passage.words[right.first - 1] in ("(", ":")
    return named and all(
        passage.kinds[i] != "w" or passage.capital(i) or passage.words[i] in _JOINING for i in between
    )


def _in_millions(passage: Passage, left: Draft, right: Draft) -> None:
    """Read "from 3.1 million barrels to 2.9m" as millions: after a compared number of millions, m is no metre."""
    if left.power < _MILLION or right.unit != "m" or right.value is None or right.upper is not None:
        return
    if passage.gap(right.after - 1) or passage.raw(right.after - 1) != "m":
        return
    if right.first - left.after < _COUNT_REACH * 2 and passage.word(right.first - 1) in _COMPARED:
        right.value, right.decimals = right.value.scaleb(_MILLION), (right.decimals or 0) - _MILLION
        right.kind, right.unit, right.counted, right.power = left.kind, left.unit, left.counted, _MILLION


def _in_money(passage: Passage, money: Draft | None, draft: Draft) -> None:
    """Give "€1.9 billion, down from 2.6 billion" one currency."""
    if money is None or not draft.bare or draft.power < _MILLION:
        return
    if draft.first - money.after < _FAR and passage.word(draft.first - 1) in _COMPARED:
        draft.kind, draft.unit = Kind.MONEY, money.unit


def _restated(passage: Passage, left: Draft, right: Draft, over: Draft | None) -> None:
    """Read 772 (97%) and "962, or 7.8%," as one fact said twice."""
    between = [word for word in _between(passage, left, right) if word != "("]
    if len(between) > _FAR // 2 or "." in between:
        return
    opened = passage.word(right.first - 1) == "(" and passage.word(right.after) in (")", ",", ";")
    said = between[-1:] in (["or"], ["soit"])
    if not (opened or said) or (left.kind is Kind.PERCENT) == (right.kind is Kind.PERCENT):
        return
    if left.kind not in (Kind.COUNT, Kind.PERCENT) or right.kind not in (Kind.COUNT, Kind.PERCENT):
        return
    right.restates = left
    if over is not None and over.part_of is left and passage.words[over.after : left.first] == ["/"]:
        right.restates, right.part_of = over, left  # 145/152 (95.4%)
        return
    if right.part_of is None:
        right.part_of = left.part_of
    elif left.part_of is None:
        left.part_of = right.part_of
