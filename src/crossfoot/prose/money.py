"""Money at a number: US$ 3, 5 €, 300 USD million, pounds that are spent."""

import re

from crossfoot.prose.draft import Draft
from crossfoot.prose.measures import MONEY_MARKS, NAMES
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage
from crossfoot.prose.units import is_past, read_per

_PAID = frozenset("spent spend pay paid cost costs worth price priced fined raised earned sterling £".split())
_DOUBTFUL = frozenset("p re rm fc ff tk real try nis cent".split())  # marks that are words too
_PAID_BY = frozenset(  # "a" before these is "per": $5 a ticket
    "share head person piece pop time unit seat ticket vehicle car household family pack bottle dozen game ride trip "
    "copy word page passenger visit room child pupil student worker customer user shift litre liter gallon pint".split()
)
_MOST_PENCE = 1000
_WRITTEN_SMALL = frozenset({"rs", "usd", "us$", "eur", "rmb", "gbp"})
_MILLIONS = re.compile(r"m([a-z]{3})|([a-z]{3})(m|mn|bn)")  # MEUR, SEKm


def money_before(passage: Passage, draft: Draft) -> None:
    """Take in the currency before the number: US$, £, Rs, EUR."""
    i = draft.first - 1
    if (
        i < 0
        or passage.gap(draft.first) > 1
        or (passage.words[i] not in MONEY_MARKS and passage.words[i] not in "-−.")
    ):
        return
    if (
        passage.words[i] in ("-", "−")
        and passage.gap(draft.first) == 0
        and passage.word(i - 1) in MONEY_MARKS
    ):
        if draft.value is not None and passage.kind(i - 1) == "s":
            draft.value = -draft.value
            i -= 1
    if passage.word(i) == "." and passage.word(i - 1) == "rs":
        i -= 1
    mark = passage.word(i)
    code = MONEY_MARKS.get(mark)
    if code is None or mark in _DOUBTFUL:
        return
    if passage.kind(i) == "w" and not _is_mark(passage, i, code):
        return
    if passage.kind(i) == "s" and passage.kind(i - 1) == "w" and passage.gap(i) <= 1:
        longer = MONEY_MARKS.get(passage.word(i - 1) + mark)
        if longer is not None and (passage.gap(i) == 0 or passage.word(i - 1) not in ("a", "s", "r")):
            code, i = longer, i - 1
    draft.kind, draft.unit, draft.first = Kind.MONEY, code, i


def _is_mark(passage: Passage, index: int, code: str) -> bool:
    """Tell "BOB 300" and "Ksh 300" from "Bob 3": a code of three letters is written in capitals."""
    raw, mark = passage.raw(index), passage.words[index]
    return mark in _WRITTEN_SMALL or raw.isupper() or (raw[0].isupper() and mark != code.lower())


def money_after(passage: Passage, draft: Draft) -> bool:
    """Take in a currency sign or code behind the number: 5 €, 300 USD; a scale may follow it."""
    i = draft.after
    mark = passage.word(i)
    code = MONEY_MARKS.get(mark)
    if code is None and _in_millions(passage, draft, i):
        return True
    if mark == "p" and _pence(passage, draft, i):
        return True
    if code is None or passage.gap(i) > 1 or mark in NAMES or draft.value is None:
        return False
    if passage.kind(i) == "w" and not (
        (passage.raw(i).isupper() and len(mark) > 2) or mark in _WRITTEN_SMALL - {"rs"}  # noqa: PLR2004 - USD, CHF
    ):
        return False
    if passage.kind(i) == "s" and passage.kind(i + 1) == "d" and passage.gap(i + 1) == 0:
        return False  # the sign of the next amount
    power = passage.language.scales.get(passage.word(i + 1), 0) if passage.kind(i) == "w" else 0
    draft.kind, draft.unit, draft.after = Kind.MONEY, code, i + 1 + (power > 0)
    if power:
        draft.value, draft.decimals, draft.power = (
            draft.value.scaleb(power),
            (draft.decimals or 0) - power,
            power,
        )
    return True


def money_beside(passage: Passage, index: int) -> bool:
    """Tell whether the number at `index` has a currency beside it: 2000 €, 1950 FCFA, KES 2000."""
    code = MONEY_MARKS.get(passage.word(index - 1))
    if code is not None and passage.word(index - 1) not in _DOUBTFUL and _is_mark(passage, index - 1, code):
        return passage.gap(index) <= 1
    return _follows(passage, index + 1)


def _follows(passage: Passage, index: int) -> bool:
    if passage.gap(index) > 1 or MONEY_MARKS.get(passage.word(index)) is None:
        return False
    if passage.kind(index) == "s":
        return passage.kind(index + 1) != "d" or passage.gap(index + 1) > 0  # else the sign of the next amount
    return passage.raw(index).isupper() and len(passage.word(index)) > 2 and passage.kind(index + 1) != "d"  # noqa: PLR2004


def _pence(passage: Passage, draft: Draft, index: int) -> bool:
    """Take in the p of 50p."""
    if passage.gap(index) or passage.raw(index) != "p" or passage.language.code != "en" or draft.value is None:
        return False
    if draft.value >= _MOST_PENCE or passage.word(index + 1) in ("-", "/", "="):
        return False
    draft.kind, draft.unit, draft.after = Kind.MONEY, "penny", index + 1
    return True


def _in_millions(passage: Passage, draft: Draft, index: int) -> bool:
    """Take in 120 MEUR and 300 SEKm; tell whether it was there."""
    mark = passage.word(index)
    if draft.value is None or passage.kind(index) != "w" or not 3 < len(mark) < 6 or passage.gap(index) > 1:  # noqa: PLR2004
        return False
    match = _MILLIONS.fullmatch(mark)
    code = MONEY_MARKS.get(match[1] or match[2]) if match else None
    if match is None or code is None or not passage.raw(index)[:3].isupper():
        return False
    power = 9 if match[3] == "bn" else 6
    draft.kind, draft.unit, draft.after = Kind.MONEY, code, index + 1
    draft.value, draft.decimals, draft.power = draft.value.scaleb(power), (draft.decimals or 0) - power, power
    return True


def money_per(passage: Passage, draft: Draft) -> None:
    """Take in what the money is paid for: $71 a barrel, 62 cents per share, $4bn-a-year."""
    i = draft.after
    hyphen = passage.word(i) == "-" and passage.gap(i) == 0
    i += hyphen
    word = passage.word(i)
    article = word in ("a", "an") and passage.language.code == "en"
    if not (word in passage.language.per or word == "/" or article) or word == "pour":
        return
    at = i + 1 + (passage.word(i + 1) == "-")
    at += passage.word(at + 1) in ("share", "shares", "unit")  # per diluted share
    unit = read_per(passage, at)
    if unit is None or is_past(passage, unit.after):
        return
    if article and unit.code not in _PAID_BY and not _named(passage, i + 1):
        return
    draft.unit, draft.after = f"{draft.unit}/{unit.code}", unit.after


def _named(passage: Passage, index: int) -> bool:
    return passage.words[index + (passage.words[index] == "-")] in NAMES


def is_spent(passage: Passage, draft: Draft) -> bool:
    """Tell whether "pounds" are money here: the number has a scale, or the words around speak of paying."""
    around = passage.words[max(draft.first - 6, 0) : draft.after + 4]
    return draft.power > 3 or not _PAID.isdisjoint(around)  # noqa: PLR2004 - above thousands
