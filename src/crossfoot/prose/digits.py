"""Digits to decimals: marks of thousands and of decimals told apart by the number, then by the document."""

import re
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.prose.characters import JOINER, NARROW

_SPACED = re.compile(rf"[ '{NARROW}{JOINER}]")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?")
_THOUSANDS = {mark: re.compile(rf"\d{{1,3}}(?:\{mark}\d{{3}})+") for mark in ",."}
_MARKED = re.compile(r"\d(?<!\d\d)\d*+(?:[.,]\d++)+")  # a digit first, so that the search can skip to it
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
ENOUGH = 20  # pieces of evidence after which counting stops
LONG_GROUP = 3


@dataclass(frozen=True, slots=True)
class Habit:
    """Which mark a document uses for decimals: how often each was seen where it could be nothing else."""

    points: int
    commas: int
    native: str  # the mark of the document's language
    tight: bool = False  # thousands are set apart by commas, so never by plain spaces

    @property
    def decimal_mark(self) -> str:
        """Return the mark of decimals; without evidence that of the language."""
        if self.points == self.commas:
            return self.native
        return "." if self.points > self.commas else ","

    @property
    def certain(self) -> bool:
        """Tell whether the document itself shows its habit, and only one."""
        return (self.points > 0) != (self.commas > 0)


@dataclass(frozen=True, slots=True)
class Digits:
    """A number written in digits."""

    value: Decimal
    decimals: int  # digits after the mark of decimals
    grouped: bool  # whether thousands are set apart
    other: Decimal | None = None  # the value under the other reading of its only mark
    other_decimals: int = 0


def is_whole(value: Decimal) -> bool:
    """Tell whether a value has no decimals, however great it is (a remainder would be an error)."""
    return value == value.to_integral_value()


def habit_of(text: str, native: str, mark: str | None = None) -> Habit:
    """Count the evidence for either mark of decimals; a known `mark` settles it."""
    if mark is not None:
        return Habit(ENOUGH * (mark == "."), ENOUGH * (mark == ","), mark)
    seen = {".": 0, ",": 0}
    for match in _MARKED.finditer(text):
        found = _decimal_mark(match.group())
        if found and not (found == "," and native == "." and _listed(text, match.start(), match.end())):
            seen[found] += 1
            if seen[found] == ENOUGH:
                break
    tight = native == "." and _GROUPED.search(text) is not None
    return Habit(seen["."], seen[","], native, tight)


def _listed(text: str, start: int, end: int) -> bool:
    """Tell whether a comma joins the numbers of notes or of a compound: studies1,2 or [3,4] or 4,5-dihydro."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalpha() or before in "[(,;-" or after in "],;-"


def _decimal_mark(number: str) -> str:
    """Return the mark that can only be one of decimals, as in 8.25 and 1,234.5; "" where none is certain."""
    mark = max(".,", key=number.rfind)
    whole, _, fraction = number.rpartition(mark)
    if mark in whole:
        return "" if _THOUSANDS[mark].fullmatch(number) is None else "," if mark == "." else "."
    if whole.isdigit() and len(fraction) == LONG_GROUP and len(whole) <= LONG_GROUP and whole != "0":
        return ""
    return mark


def read_digits(word: str, habit: Habit) -> Digits | None:
    """Read a token of digits and marks; None when it is no number (1.2.3)."""
    if word.isdigit():
        return Digits(Decimal(word), 0, False)
    bare = _SPACED.sub("", word)
    spaced = bare != word
    bare = bare.replace("·", ".")
    points, commas = bare.count("."), bare.count(",")
    if points == commas == 0:
        return Digits(Decimal(bare), 0, spaced)
    if points and commas:
        return _both(bare)
    mark = "." if points else ","
    if spaced:
        whole, fraction = bare.split(mark)
        return Digits(Decimal(f"{whole}.{fraction}"), len(fraction), True)
    if points + commas > 1:
        return _many(bare, mark)
    return _single(bare, mark, habit)


def _both(bare: str) -> Digits | None:
    """Read a number with both marks: the last one is that of decimals."""
    mark = max(".,", key=bare.rfind)
    whole, _, fraction = bare.rpartition(mark)
    group = "," if mark == "." else "."
    if mark in whole or not (_THOUSANDS[group].fullmatch(whole) or (mark == "." and _INDIAN.fullmatch(bare))):
        return None
    return Digits(Decimal(f"{whole.replace(group, '')}.{fraction}"), len(fraction), True)


def _many(bare: str, mark: str) -> Digits | None:
    if _THOUSANDS[mark].fullmatch(bare) or (mark == "," and _INDIAN.fullmatch(bare)):
        return Digits(Decimal(bare.replace(mark, "")), 0, True)
    return None


def _single(bare: str, mark: str, habit: Habit) -> Digits:
    """Read a number with one mark: thousands only if three digits follow and the habit allows it."""
    whole, _, fraction = bare.partition(mark)
    as_decimal = Digits(Decimal(f"{whole}.{fraction}"), len(fraction), False)
    if len(fraction) != LONG_GROUP or len(whole) > LONG_GROUP or whole.startswith("0"):
        return as_decimal
    as_group = Digits(Decimal(whole + fraction), 0, True)
    chosen, other = (as_decimal, as_group) if mark == habit.decimal_mark else (as_group, as_decimal)
    if habit.certain:
        return chosen
    return Digits(chosen.value, chosen.decimals, chosen.grouped, other.value, other.decimals)
