"""Dates, times and years: numbers that say when, and so are not figures."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.prose.languages.language import Language
from crossfoot.prose.measures import NAMES_BY_LANGUAGE, SYMBOLS
from crossfoot.prose.money import money_beside
from crossfoot.prose.nouns import counts_next, looks_plural
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_ISO = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)(?:t\d\d:\d\d(?::\d\d)?)?")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-]|\.\d)")
_CLOCK = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:hrs|hours|gmt|utc|h)\b)?"
)
_HALF_DAY = re.compile(
    r"\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|[ap]\.m\b|o'clock\b)"
    r"|\d{1,2}\.\d{2}\s?(?:gmt|utc)\b"
)
_HOURS = re.compile(r"\d{1,2}\s?h\s?[0-5]\d(?!\d)(?:\s?min)?")
_MILITARY = re.compile(r"[012]\d[0-5]\d\s?(?:hrs|hours|gmt|utc|h)\b")
_SEASON = re.compile(r"(1[5-9]\d\d|20\d\d)\s?[-–/]\s?(\d\d|1[5-9]\d\d|20\d\d)(?![\d]|[.,]\d)")
_DECADE = re.compile(r"\d{3}0'?s\b")
FIRST_YEAR, LAST_YEAR = 1500, 2100
FIRST_LIKELY, LAST_LIKELY = 1900, 2060
_YEAR_DIGITS = 4
_CAPITAL_MONTHS = frozenset({"may", "march", "mar", "sun", "sat", "dec", "mars", "mai", "avr", "oct", "sec"})
_STRONG = frozenset(
    "in since year fiscal fy until early late mid en depuis année années début fin an before".split()
)
_JOINS = frozenset("and to et à au - – or ou".split())
_JOINS_AMOUNTS = frozenset("and or to - –".split())
_DATE_MARKS = frozenset("-/.")
_TIME_MARKS = frozenset(":.apohgu")  # what a time may go on with, after a space or none
_OF = frozenset({"du", "le", "of", "the"})
_STREETS = frozenset(
    "boulevard bd avenue av rue place pont stade hôpital quartier lycée marché carrefour aéroport camp "
    "street road square bridge stadium hospital".split()
)  # Boulevard du 30 Juin is an address
_OPENERS = frozenset("([,;")


@dataclass(frozen=True, slots=True)
class Other:
    """Something with a number that is no figure: tokens `first` up to before `after`."""

    kind: Kind
    first: int
    after: int


@lru_cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = "|".join(sorted(map(re.escape, language.months), key=len, reverse=True))
    suffix = "|".join(sorted(language.ordinal_suffixes, key=len, reverse=True))
    day_first = re.compile(
        rf"(?:\d{{1,2}}(?:{suffix})?\s?(?:[-–/&,]|to|and|au|et|à)\s?(?:du\s)?)?\d{{1,2}}(?:{suffix})?(?:\s+of)?"
        rf"(?:\s{{1,2}}|-)(?:{months})\b(?:\.(?=,?\s?\d))?(?:,?[\s-]+(?:of\s)?(?:1[5-9]|20)\d\d(?!\d)|[-']\d\d(?!\d))?"
    )
    after_month = re.compile(
        rf"\d{{1,2}}(?:{suffix})?(?!\d|[.,]\d|%)(?:\s?(?:[-–]|to|and|&)\s?\d{{1,2}}(?:{suffix})?(?!\d|[.,]\d|\s?%))?"
        r"(?:,?\s+(?:1[5-9]|20)\d\d(?!\d|,\d))?|(?:1[5-9]|20)\d\d(?!\d|,\d)"
    )
    return day_first, after_month


def read_when(passage: Passage, index: int) -> Other | None:
    """Read a date, a time or a stretch of years that begins at the digits at `index`."""
    low, start = passage.low, passage.starts[index]
    word = passage.words[index]
    follows = low[passage.ends[index] : passage.ends[index] + 1]
    if follows in _DATE_MARKS or "." in word:
        found = _numeric_date(passage, index)
        if found is not None:
            return found
    if not passage.language.months.keys().isdisjoint(passage.words[index + 1 : index + 6]):
        found = _named_month(passage, index)
        if found is not None:
            return found
    month = _after_month(passage, index)
    if month is not None:
        return month
    if len(word) <= _YEAR_DIGITS + 1 and (
        follows in _TIME_MARKS or passage.word(index + 1)[:1] in _TIME_MARKS
    ):
        for pattern in (_CLOCK, _HALF_DAY, _HOURS, _MILITARY):
            match = pattern.match(low, start)
            if match is not None and match.end() <= passage.end:
                return Other(Kind.TIME, index, passage.at(match.end()))
    if len(word) == _YEAR_DIGITS and word.isdigit():
        return _year(passage, index)
    return None


def _numeric_date(passage: Passage, index: int) -> Other | None:
    low, start = passage.low, passage.starts[index]
    match = _ISO.match(low, start)
    if match is None:
        match = _NUMERIC.match(low, start)
        if match is not None and min(int(match.group(1)), int(match.group(3))) > 12:  # noqa: PLR2004 - no month
            match = None
    return None if match is None else Other(Kind.DATE, index, passage.at(match.end()))


def _named_month(passage: Passage, index: int) -> Other | None:
    """Read 27 November 2014 and 27–29 November."""
    match = _patterns(passage.language)[0].match(passage.low, passage.starts[index])
    if match is None or match.end() > passage.end:
        return None
    after = passage.at(match.end())
    month = next((i for i in range(index, after) if passage.words[i] in passage.language.months), None)
    if month is not None and passage.words[month] in _CAPITAL_MONTHS and passage.language.code == "en":
        if not passage.capital(month):
            return None
    street = passage.word(index - 1) in _OF and passage.word(index - 2) in _STREETS
    return Other(Kind.NAME if street else Kind.DATE, index, after)


def _after_month(passage: Passage, index: int) -> Other | None:
    """Read August 29, 2014 and August 2014; the month stands before the digits."""
    before = index - 1
    while before > index - 3 and passage.word(before) in (".", ",", "'"):
        before -= 1
    word = passage.word(before)
    if word == "of" and passage.language.code == "en":
        before, word = before - 1, passage.word(before - 1)
    if word not in passage.language.months or passage.gap(index) > 2:  # noqa: PLR2004
        return None
    if word in _CAPITAL_MONTHS and not passage.capital(before) and passage.language.code == "en":
        return None
    match = _patterns(passage.language)[1].match(passage.low, passage.starts[index])
    if match is None:
        return None
    after = passage.at(match.end())
    if passage.word(before + 1) == "," and len(passage.words[index]) != _YEAR_DIGITS:
        return None
    if len(passage.words[index]) != _YEAR_DIGITS and counts_next(passage, after, reach=2):
        return None
    return Other(Kind.DATE, before, after)


def _year(passage: Passage, index: int) -> Other | None:
    low, start = passage.low, passage.starts[index]
    match = _DECADE.match(low, start)
    if match is not None:
        return Other(Kind.YEAR, index, passage.at(match.end()))
    match = _SEASON.match(low, start)
    if match is not None and _is_season(match) and not counts_next(passage, passage.at(match.end()), reach=2):
        return Other(Kind.PERIOD, index, passage.at(match.end()))
    value = int(passage.words[index])
    if FIRST_YEAR <= value <= LAST_YEAR and _is_year(passage, index, value):
        after = index + 1
        if passage.gap(after) == 0 and passage.kind(after) == "w" and len(passage.words[after]) == 1:
            after += 1  # (Smith 2010b)
        return Other(Kind.YEAR, index, after)
    return None


def _is_season(match: re.Match[str]) -> bool:
    first, second = match.groups()
    if len(second) == _YEAR_DIGITS:
        return int(first) < int(second)
    return int(second) == (int(first) + 1) % 100 or (
        int(first[2:]) < int(second) and "/" not in match.group()
    )


def _is_year(passage: Passage, index: int, value: int) -> bool:
    """Tell a year from a count of four digits by the words at its sides."""
    language = passage.language
    likely = FIRST_LIKELY <= value <= LAST_LIKELY
    before, after = passage.word(index - 1), passage.word(index + 1)
    if after in ("%", "‰", "°", "±", "×") or before in ("x", "×", "$", "€", "£", "±", "=", ">", "<", "≥", "≤", "~"):
        return False
    if after == "/" and passage.gap(index + 1) == 0 and passage.kind(index + 2) == "d":
        return False  # 2014/056
    if passage.kind(index + 1) == "w" and passage.gap(index + 1) == 0 and len(after) > 1:
        return likely and passage.capital(index + 1) and after not in SYMBOLS
    if _unit_follows(passage, index + 1) or money_beside(passage, index):
        return False
    if after in _JOINS_AMOUNTS and _amount_next(passage, index + 2):
        return False  # 1715 and 1640 cm
    plural = passage.kind(index + 1) == "w" and counts_next(passage, index + 1, reach=2)
    if before in _JOINS and _four_digits(passage.word(index - 2)):
        return True
    if before in _STRONG or before in language.months:
        return likely or not plural
    if before in language.year_before:
        return not plural
    if plural:
        return likely and before in language.determiners and not looks_plural(after, language)
    if before in _OPENERS or before == "" or before in language.determiners:
        return likely
    return likely and not _qualified(passage, index)


def _amount_next(passage: Passage, index: int) -> bool:
    """Tell whether a number with a unit stands at `index`."""
    return (
        passage.kind(index) == "d"
        and not _four_digits_likely(passage.word(index))
        and (passage.word(index + 1) in ("%", "°") or _unit_follows(passage, index + 1))
    )


def _four_digits_likely(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdigit() and FIRST_LIKELY <= int(word) <= LAST_LIKELY


def _unit_follows(passage: Passage, index: int) -> bool:
    word = passage.word(index)
    if passage.kind(index) != "w" or passage.gap(index) > 1:
        return False
    return word in NAMES_BY_LANGUAGE[passage.language.code] or (
        passage.raw(index) in SYMBOLS
        and len(word) > 1
        and (word not in passage.language.stops and word not in passage.language.at)
    )


def _four_digits(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _qualified(passage: Passage, index: int) -> bool:
    """Tell whether the words before the number speak of an amount: over 2000, a total of 2042."""
    before = passage.word(index - 1)
    language = passage.language
    if before in language.before or before in language.minus or before == ":":
        return True
    return before == "than" or f"{passage.word(index - 2)} {before}" in language.before
