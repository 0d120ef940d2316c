"""The reading of a whole table cell or form answer: one number and what was said about it."""

import re

from crossfoot.footing import exactly
from crossfoot.prose.characters import levelled
from crossfoot.prose.detection import tell_language
from crossfoot.prose.digits import habit_of, read_digits
from crossfoot.prose.languages import LANGUAGES
from crossfoot.prose.reader import read
from crossfoot.prose.reading import Kind, Quantity, Reading
from crossfoot.prose.tokens import Passage
from crossfoot.terms.figure import Qualifier

_NIL = frozenset("nil none zero zéro néant aucun aucune nul nulle 无 無 零 没有 沒有".split())
_BARE = re.compile(r"([-+−–]?)\s?(\d[\d.,' \u00a0\u2060]*)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")  # one such sign tells of Chinese, however many digits stand around it
_MOST_WORDS = 8  # a longer text is a remark, not an answer
_NOT_ALONE = frozenset({Kind.YEAR, Kind.AMBIGUOUS})


def read_quantity(text: str, *, decimal_mark: str | None = None) -> Quantity | None:
    """Return the one number that a cell or answer gives, or None when it gives none, or several.

    Args:
        text: the cell as received: "over 4,200", "7.8%", "11.5 jin", "约3万".
        decimal_mark: "." or "," where the sender's habit is known; told from the number itself when None.
    """
    plain = levelled(text).strip()
    if plain.lower().rstrip(".") in _NIL:
        zero = read_digits("0", habit_of("", "."))
        return None if zero is None else Quantity(zero.value, exactly(zero.value), Qualifier.EXACT, "", None)
    bare = _read_bare(plain, decimal_mark)
    if bare is not None:
        return bare
    if len(_LETTERS.findall(plain)) > _MOST_WORDS or not plain:
        return None
    first = tell_language(plain.lower(), 0, len(plain)) or "en"
    spoken = (first, "en", "fr", "zh") if _HAN.search(plain) else (first, "en", "fr")
    for language in dict.fromkeys(spoken):
        found = _only_figure(read(plain, language=language, decimal_mark=decimal_mark))
        if found is not None:
            return _quantity(found)
    return None


def _read_bare(plain: str, decimal_mark: str | None) -> Quantity | None:
    """Read a cell that holds nothing but a number; there 2014 is a count, not a year."""
    match = _BARE.fullmatch(plain)
    if match is None:
        return None
    native = decimal_mark or "."
    passage = Passage(match[2], match[2], 0, len(match[2]), LANGUAGES["en"])
    if len(passage) != 1:
        return None
    digits = read_digits(passage.words[0], habit_of("", native, decimal_mark))
    if digits is None:
        return None
    sign = -1 if match[1] and match[1] != "+" else 1
    value = digits.value * sign
    other = None if digits.other is None else digits.other * sign
    return Quantity(value, exactly(value), Qualifier.EXACT, "", digits.decimals or None, other_value=other)


def _only_figure(readings: list[Reading]) -> Reading | None:
    """Return the only figure among the readings; a date beside it is no matter, a second figure is."""
    figures = [reading for reading in readings if reading.is_figure and reading.restates is None]
    if len(figures) != 1 or any(
        reading.kind in _NOT_ALONE or reading.kind is Kind.VAGUE for reading in readings
    ):
        return None
    return figures[0]


def _quantity(reading: Reading) -> Quantity | None:
    if reading.value is None:
        return None
    return Quantity(
        reading.value,
        reading.interval,
        reading.qualifier,
        reading.unit,
        reading.decimals,
        reading.counted,
        reading.kind,
        reading.other_value,
    )
