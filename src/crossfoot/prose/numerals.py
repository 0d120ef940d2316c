"""Numbers as they are said: digits with a scale, number words, halves of millions, powers of ten."""

import re
from dataclasses import replace
from decimal import Decimal

from crossfoot.prose.digits import Digits, Habit, is_whole, read_digits
from crossfoot.prose.number_words import VULGAR, Numeral, read_words, with_fraction
from crossfoot.prose.tokens import Passage

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER = re.compile(
    r"\s?[×x·⋅*]\s?10\s?(?:\^\s?\{?\s?([-−–+]?\s?\d{1,2})\}?|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2})|([-−–]\s?\d{1,2}(?!\d))"
    r"|([2-9]|1\d)(?![\d.,]|\s?(?:mm|cm|m|km|in|pixels|px|×|x)\b(?![/⊙☉])))"  # 5 × 104, its superscript lost
)
_ALONE = re.compile(r"\^\{?([-−–+]?\d{1,2})\}?(?!\d)")  # 10^6
_EXPONENT = re.compile(r"(\d+(?:[.,]\d+)?)e([+-]?\d{1,2})(?![\w.])")
HUNDRED = 2
_TWO = 2
_TIMES = frozenset("×x·⋅*")
LEAST_POWER = 3
_DEMI = frozenset({"demi", "demie"})  # has no article: 3 millions et demi
SCALE_LETTERS = {"k": 3, "m": 6, "b": 9, "g": 9, "t": 12}


def read_numeral(passage: Passage, index: int, habit: Habit) -> Numeral | None:
    """Read the number that begins at token `index`, scale included; None if none begins there."""
    kind = passage.kind(index)
    if kind == "d":
        return _from_digits(passage, index, habit)
    if kind == "f":
        over, under = VULGAR[passage.words[index]]
        return _scaled(passage, Numeral(Decimal(over) / under, index, index + 1, decimals=None, part=True))
    if kind == "w":
        return _from_words(passage, index)
    return None


def _from_digits(passage: Passage, index: int, habit: Habit) -> Numeral | None:
    digits = read_digits(passage.words[index], habit)
    if digits is None:
        return None
    start = passage.starts[index]
    before = passage.text[start - 1] if start else ""
    if (
        before
        and before in ".,"
        and (start < _TWO or not passage.text[start - 2].isalnum())
        and passage.words[index].isdigit()
    ):
        if passage.word(index - 1) == before and (before == "." or passage.language.decimal_words):
            return _leading_point(passage, index)
    power = _power(passage, index, digits)
    if power is not None:
        return power
    numeral = Numeral(
        digits.value,
        index,
        index + 1,
        decimals=digits.decimals or None,
        grouped=digits.grouped,
        other=digits.other,
    )
    if not digits.decimals:
        mixed = _mixed(passage, numeral)
        if mixed is not None:
            numeral = mixed
    scaled = _scaled(passage, numeral)
    i = scaled.after
    if not scaled.scaled and half_after(passage, i) > i:
        return with_fraction(passage, scaled)  # 5 and a half
    return scaled


def _leading_point(passage: Passage, index: int) -> Numeral | None:
    word = passage.words[index]
    return _scaled(passage, Numeral(Decimal(f"0.{word}"), index - 1, index + 1, decimals=len(word)))


def _power(passage: Passage, index: int, digits: Digits) -> Numeral | None:
    """Read 3 × 10⁵, 3x10^5, 1e5."""
    low, start, end = passage.low, passage.starts[index], passage.ends[index]
    follows = low[end : end + 1]
    match = _EXPONENT.match(low, start) if follows == "e" else None
    if match is not None:
        exponent, stop = int(match.group(2)), match.end()
    elif follows == "^" and passage.words[index] == "10":
        match = _ALONE.match(low, end)
        if match is None:
            return None
        exponent, stop = int(match.group(1).replace("−", "-").replace("–", "-")), match.end()
        return Numeral(Decimal(1).scaleb(exponent), index, passage.at(stop), decimals=-exponent, scaled=True)
    elif passage.word(index + 1) in _TIMES:
        match = _POWER.match(low, end)
        if match is None:
            return None
        exponent, stop = _exponent(match), match.end()
    else:
        return None
    return Numeral(
        digits.value.scaleb(exponent),
        index,
        passage.at(stop),
        decimals=digits.decimals - exponent,
        scaled=True,
    )


def read_bracket_power(passage: Passage, index: int) -> tuple[int, int]:
    """Return the power of ten in ") × 10−9" at `index` and the index after it; (0, index) where there is none."""
    if passage.word(index) != ")" or passage.word(index + 1) not in _TIMES:
        return 0, index
    match = _POWER.match(passage.low, passage.ends[index])
    if match is None:
        return 0, index
    return _exponent(match), passage.at(match.end())


def _exponent(match: re.Match[str]) -> int:
    """Return the exponent that a match of a power of ten holds."""
    written = next(filter(None, match.groups())).translate(_SUPERSCRIPTS)
    return int(re.sub(r"\s", "", written).replace("−", "-").replace("–", "-"))


def _mixed(passage: Passage, whole: Numeral) -> Numeral | None:
    """Read the fraction after a whole number: 1½, 2 1/2."""
    i = whole.after
    if passage.kind(i) == "f" and passage.gap(i) <= 1:
        over, under = VULGAR[passage.words[i]]
        return replace(whole, value=whole.value + Decimal(over) / under, after=i + 1)
    if (
        passage.kind(i) == "d"
        and 0 < passage.gap(i) <= _TWO
        and passage.word(i + 1) == "/"
        and passage.gap(i + 1) == 0
    ):
        over_word, under_word = passage.words[i], passage.word(i + 2)
        if over_word.isdigit() and under_word.isdigit() and passage.gap(i + 2) == 0:
            if 0 < int(over_word) < int(under_word) <= 64 and passage.word(i + 3) != "/":  # noqa: PLR2004 - 1/64 inch
                return replace(whole, value=whole.value + Decimal(over_word) / int(under_word), after=i + 3)
    return None


def _scaled(passage: Passage, numeral: Numeral) -> Numeral:
    """Return the numeral with the scale words that follow it: 4.57 million, two dozen."""
    i = numeral.after
    word = passage.word(i)
    language = passage.language
    step = 1
    if (
        word == "-"
        and passage.gap(i) == 0
        and passage.gap(i + 1) == 0
        and passage.word(i + 1) in language.scales
    ):
        word, step = passage.word(i + 1), 2
    elif word in ("of", "de") and numeral.part:
        return _part_of_scale(passage, numeral)
    power = language.scales.get(word)
    if power is None and word in language.hundred:
        power = HUNDRED
    if power is None:
        return _dozens(passage, numeral)
    if word in ("mm",) and not numeral.scaled and passage.word(i - 2) not in ("$", "€", "£"):
        return numeral
    scaled = _times_power(numeral, power, i + step)
    lower = _lower_scale(passage, scaled, power)
    if lower is not None:
        return lower
    if passage.word(scaled.after) in language.joiners and (
        passage.word(scaled.after + 1) in language.articles or passage.word(scaled.after + 1) in _DEMI
    ):
        return with_fraction(passage, scaled)
    return _scaled(passage, scaled)


def half_after(passage: Passage, index: int) -> int:
    """Return the index after "and a half" or "et demi" at `index`; `index` where it does not stand there."""
    if passage.word(index) not in passage.language.joiners:
        return index
    if passage.word(index + 1) in _DEMI:
        return index + 2
    half = passage.word(index + 1) in passage.language.articles and passage.word(index + 2) in passage.language.halves
    return index + 3 if half else index


def _times_power(numeral: Numeral, power: int, after: int) -> Numeral:
    places = (numeral.decimals or 0) - power
    return replace(
        numeral,
        value=numeral.value.scaleb(power),
        after=after,
        decimals=places,
        scaled=True,
        power=numeral.power + power,
        part=False,
        other=None,
    )


def _lower_scale(passage: Passage, high: Numeral, power: int) -> Numeral | None:
    """Return the sum of a scaled number and a lower one that follows: 12 lakh 50 thousand."""
    j = high.after + (passage.word(high.after) in passage.language.joiners)
    if passage.kind(j) != "d" or not passage.words[j].replace(",", "").isdigit() or not is_whole(high.value):
        return None
    if not is_whole(high.value.scaleb(-power)):
        return None
    number = Decimal(passage.words[j].replace(",", ""))
    scale = passage.word(j + 1)
    low_power = passage.language.scales.get(scale, HUNDRED if scale in passage.language.hundred else 0)
    if low_power and low_power < power and number.scaleb(low_power) < Decimal(1).scaleb(power):
        rest = _scaled(passage, Numeral(number, j, j + 1))
        places = 0 if rest.decimals is None else rest.decimals
        return replace(high, value=high.value + rest.value, after=rest.after, decimals=places or None)
    if (
        j == high.after
        and not low_power
        and passage.kind(j + 1) in ("w", "")
        and number < Decimal(1).scaleb(power)
    ):
        if power <= LEAST_POWER and passage.gap(j) == 1 and passage.gap(high.after - 1) == 1:
            return replace(high, value=high.value + number, after=j + 1, decimals=None)
    return None


def _dozens(passage: Passage, numeral: Numeral) -> Numeral:
    i = numeral.after
    size = passage.language.dozens.get(passage.word(i))
    if size is None or (passage.word(i) == "score" and not numeral.words) or passage.gap(i) != 1:
        return numeral
    return replace(numeral, value=numeral.value * size, after=i + 1, part=False)


def _part_of_scale(passage: Passage, numeral: Numeral) -> Numeral:
    """Return a quarter of a million as a number."""
    j = numeral.after + 1
    j += passage.word(j) in passage.language.articles
    power = passage.language.scales.get(passage.word(j))
    if power is None:
        return numeral
    value = numeral.value.scaleb(power)
    return replace(
        numeral, value=value, after=j + 1, decimals=1 - power, part=False, scaled=True, power=power
    )


def _from_words(passage: Passage, index: int) -> Numeral | None:
    numeral = read_words(passage, index)
    return None if numeral is None else _scaled(passage, numeral)
