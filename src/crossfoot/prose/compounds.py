"""Amounts said in two parts: 6 feet 2 inches, deux heures et demie, 3 dollars and 50 cents."""

from decimal import Decimal

from crossfoot.prose.digits import Habit, is_whole
from crossfoot.prose.draft import Draft
from crossfoot.prose.number_words import Numeral
from crossfoot.prose.numerals import half_after, read_numeral
from crossfoot.prose.tokens import Passage
from crossfoot.prose.units import Unit, read_unit

_SMALLER: dict[str, dict[str, int]] = {
    "ft": {"in": 12},
    "h": {"min": 60},
    "min": {"s": 60},
    "lb": {"oz": 16},
    "st": {"lb": 14},
    "year": {"month": 12},
    "week": {"day": 7},
    "day": {"h": 24},
    "°": {"arcmin": 60},
}
_CHANGE = {"GBP": "penny"} | dict.fromkeys(("USD", "EUR", "CAD", "AUD", "NZD", "SGD", "HKD", "ZAR"), "cent")
_OF_A_WHOLE = 100  # cents
_PLAIN = Habit(1, 0, ".")


def take_smaller(passage: Passage, draft: Draft) -> None:
    """Take in the smaller unit of 6 feet 2 inches, 3 hours 20 minutes, and the half of two hours and a half."""
    smaller = _SMALLER.get(draft.unit)
    if draft.value is None or not is_whole(draft.value):
        return
    after = half_after(passage, draft.after)
    if after > draft.after:
        draft.value, draft.after, draft.decimals = draft.value + Decimal("0.5"), after, 1
        return
    i = draft.after
    i += passage.word(i) in passage.language.joiners or (draft.unit in ("ft", "lb") and passage.word(i) == ",")
    second = None if smaller is None else _amount(passage, i)
    if smaller is None or second is None:
        return
    numeral, unit = second
    if unit.code not in smaller or numeral.value >= smaller[unit.code]:
        return
    draft.value = draft.value * smaller[unit.code] + numeral.value
    draft.unit, draft.after, draft.decimals = unit.code, unit.after, numeral.decimals
    take_smaller(passage, draft)


def take_small_money(passage: Passage, draft: Draft) -> None:
    """Take in the cents of 3 dollars (and) 50 cents; the amount stays in dollars."""
    change = _CHANGE.get(draft.unit)
    if change is None or draft.value is None or not is_whole(draft.value):
        return
    second = _amount(passage, draft.after + (passage.word(draft.after) in passage.language.joiners))
    if second is None:
        return
    numeral, unit = second
    if unit.code == change and is_whole(numeral.value) and numeral.value < _OF_A_WHOLE:
        draft.value, draft.after, draft.decimals = draft.value + numeral.value / _OF_A_WHOLE, unit.after, 2


def _amount(passage: Passage, index: int) -> tuple[Numeral, Unit] | None:
    """Return the number at `index` and its unit; None where they do not stand there."""
    if passage.kind(index) not in ("d", "w"):
        return None
    numeral = read_numeral(passage, index, _PLAIN)
    if numeral is None or numeral.scaled or numeral.part:
        return None
    unit = read_unit(passage, numeral.after)
    return None if unit is None else (numeral, unit)
