"""Ranges: 10-15, between 1.2 and 1.5 million, from 3 to 5 %, 5 ± 2."""

from dataclasses import dataclass
from decimal import Decimal

from crossfoot.prose.digits import Habit
from crossfoot.prose.draft import Draft
from crossfoot.prose.measures import MONEY_MARKS
from crossfoot.prose.number_words import Numeral
from crossfoot.prose.numerals import read_numeral
from crossfoot.prose.qualifiers import qualifier_before
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage
from crossfoot.prose.units import read_unit
from crossfoot.prose.wordings import percent_after

_DASHES = frozenset("-–−~—")
_CHANGE_REACH = 10
_YEAR_DIGITS = 4
_MOST_UNSURE = 2  # digits of an uncertainty in brackets
_BY = frozenset("by another a an".split())


@dataclass(frozen=True, slots=True)
class Second:
    """The other end of a range, or the spread of ±."""

    numeral: Numeral
    spread: bool


def second_operand(passage: Passage, draft: Draft, first: Numeral, habit: Habit) -> Second | None:
    """Return the number that makes a range with the draft, if one follows."""
    i, spread = _connector(passage, draft)
    if i == 0:
        return None
    if passage.word(i) in MONEY_MARKS and passage.kind(i) == "s":
        i += 1
    if passage.kind(i) not in ("d", "w", "f"):
        if passage.kind(i + 1) != "d" or passage.word(i) not in ("-", "−"):
            return None
        i += 1
    numeral = read_numeral(passage, i, habit)
    if numeral is None or numeral.part != first.part:
        return None
    if spread:
        return Second(numeral, spread=True)
    return Second(numeral, spread=False) if _rises(passage, draft, first, numeral) else None


def _connector(passage: Passage, draft: Draft) -> tuple[int, bool]:
    """Return the index after what joins two ends (0 if nothing does), and whether it is ±."""
    i = draft.after
    word = passage.word(i)
    language = passage.language
    if word == "±":
        return i + 1, True
    if word == "+" and passage.word(i + 1) == "/" and passage.word(i + 2) in ("-", "−", "–"):
        return i + 3, True
    before = passage.word(draft.first - 1)
    if word in language.range_and and before in language.between:
        return i + 1, False
    if word in ("-", "–") and passage.word(i + 1) in language.range_words:
        return i + 2, False
    if word in _DASHES:
        if passage.gap(i) != passage.gap(i + 1) or passage.gap(i) > 1:
            return 0, False
        if passage.gap(i) == 1 and word == "-" and draft.words:
            return 0, False
        return i + 1, False
    if word in language.range_words and word not in ("till", "until", "au"):
        return (0, False) if _changes(passage, draft) or _by_and_to(passage, draft) else (i + 1, False)
    return 0, False


def _changes(passage: Passage, draft: Draft) -> bool:
    """Tell whether "from A to B" is a change, two figures, and not a range."""
    language = passage.language
    i = draft.first - 1
    while i >= 0 and draft.first - i < 4 and passage.words[i] not in language.range_from:  # noqa: PLR2004
        i -= 1
    if passage.word(i) not in language.range_from:
        return language.code == "fr" and passage.word(draft.first - 1) in language.change
    before = passage.words[max(i - _CHANGE_REACH, 0) : i]
    while "." in before:
        before = before[before.index(".") + 1 :]
    return any(word in language.change for word in before)


def _by_and_to(passage: Passage, draft: Draft) -> bool:
    """Tell "fell $3 to $40", by so much and to that level, from "raised 3 to 4 tents"."""
    if draft.kind is Kind.COUNT or passage.language.code != "en":
        return False
    first = qualifier_before(passage, draft.first)[1]
    while passage.word(first - 1) in _BY:
        first -= 1
    return first > 0 and passage.words[first - 1] in passage.language.change


def _rises(passage: Passage, draft: Draft, first: Numeral, second: Numeral) -> bool:
    """Tell whether the second number can be the upper end of a range that begins with the first."""
    low, high = draft.value, second.value
    if low is None:
        return False
    if draft.power and not second.power and passage.gap(second.after) == 0:
        if passage.raw(second.after) == passage.raw(draft.after - 1):
            high = high.scaleb(draft.power)  # €50m-€60m
    if low < 0 < high or low < high:
        return not _both_years(passage, first, second)
    if low < 0 and passage.word(draft.after) in passage.language.range_words:
        return True
    # What is measured may be told from its upper end on: 200-150 m, −22 to −28 ‰.
    return draft.kind is Kind.COUNT and _measured(passage, second.after)


def _measured(passage: Passage, index: int) -> bool:
    """Tell whether a unit or a percent sign follows the second number."""
    return (
        passage.word(index) in ("%", "‰", "°")
        or percent_after(passage, index) > index
        or read_unit(passage, index) is not None
    )


def _both_years(passage: Passage, first: Numeral, second: Numeral) -> bool:
    words = passage.words[first.first], passage.words[second.first]
    return all(
        len(word) == _YEAR_DIGITS and word.isdigit() and "1500" < word < "2100" for word in words
    ) and (passage.kind(second.after) != "w")


def joined(draft: Draft, second: Second, other: Draft) -> Draft:
    """Return one draft of both ends; scale and unit of the second hold for the first too."""
    low, high = draft.value, other.value
    if low is None or high is None:
        return draft
    if second.spread:
        return _with_spread(draft, other, abs(high))
    if other.power and not draft.power and low.scaleb(other.power) < high:
        low = low.scaleb(other.power)
        draft.decimals = (draft.decimals or 0) - other.power
    if draft.kind is Kind.COUNT:
        draft.kind, draft.unit = other.kind, other.unit
    elif not draft.unit or other.kind is Kind.MONEY is draft.kind:
        draft.unit = other.unit or draft.unit
    draft.after = other.after
    draft.value, draft.upper = min(low, high), max(low, high)
    places = [place for place in (draft.decimals, other.decimals) if place is not None]
    draft.decimals = max(places) if places else None
    return draft


def _with_spread(draft: Draft, other: Draft, spread: Decimal) -> Draft:
    if draft.kind is Kind.COUNT:
        draft.kind, draft.unit = other.kind, other.unit
    if draft.value is not None and other.power and not draft.power:
        draft.value = draft.value.scaleb(other.power)
    draft.spread, draft.after = spread, other.after
    return draft


def take_uncertainty(passage: Passage, draft: Draft) -> None:
    """Take in the last digits' uncertainty: 13.72(3) is 13.72 ± 0.03."""
    i = draft.after
    if not draft.decimals or passage.word(i) != "(" or passage.gap(i) or passage.word(i + 2) != ")":
        return
    digits = passage.words[i + 1]
    if digits.isdigit() and len(digits) <= _MOST_UNSURE and passage.gap(i + 1) == passage.gap(i + 2) == 0:
        draft.spread, draft.after = Decimal(digits).scaleb(-draft.decimals), i + 3
