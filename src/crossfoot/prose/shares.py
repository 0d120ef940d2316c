"""Shares said in words or with a stroke: one in five, 2 out of 3, 3/4, 3 per 1,000, 3:1."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from crossfoot.prose.calendar import FIRST_YEAR, LAST_YEAR
from crossfoot.prose.digits import Habit, is_whole
from crossfoot.prose.draft import Draft
from crossfoot.prose.languages.language import Language
from crossfoot.prose.measures import TIMES
from crossfoot.prose.nouns import read_noun
from crossfoot.prose.number_words import Numeral
from crossfoot.prose.numerals import read_numeral
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage, by_first_word
from crossfoot.prose.units import read_unit

MOST_SAID = 10  # "9 out of 10" is a share; "30 out of 33 districts" are two counts
MOST_UNDER = 20
_CUE = 6  # words in which a ratio is spoken of before it
_BASES = frozenset(Decimal(10) ** n for n in range(2, 7))
_LEAST_BASE = 100_000
_RATED = frozenset({"per", "par", "pour", "/"})
_RATE_REACH = 6  # tokens from the number to "per"
_EVENTS = frozenset(
    "cas décès morts naissances admissions consultations hospitalisations lits médecins passages".split()
)


def read_share(passage: Passage, numeral: Numeral, habit: Habit) -> Draft | None:
    """Read the share that begins with this number; None if it is a number of its own."""
    if numeral.part:
        return None
    i = numeral.after
    word = passage.word(i)
    if word == "/" and passage.kind(i + 1) == "d":
        return _stroke(passage, numeral)
    if word == ":" and passage.gap(i) == passage.gap(i + 1) == 0 and passage.kind(i + 1) == "d":
        return _ratio(passage, numeral, habit)
    if word == "to" and not {"ratio", "odds"}.isdisjoint(passage.words[max(numeral.first - _CUE, 0) : numeral.first]):
        return _ratio(passage, numeral, habit)
    if word == "-" and passage.word(i + 1) == "in" and passage.word(i + 2) == "-":
        base = read_numeral(passage, i + 3, habit)  # a one-in-four chance
        fits = base is not None and not base.part and base.value > numeral.value
        return _fraction(passage, numeral, numeral.value / base.value, base.after) if base and fits else None
    if word in passage.language.per or word in ("/", "par"):
        return _rate(passage, numeral, habit)
    if passage.kind(i) == "w" and not _RATED.isdisjoint(passage.words[i + 1 : i + _RATE_REACH]):
        rate = _rate_of(passage, numeral, habit)
        if rate is not None:
            return rate
    if not (word in _out_of_phrases(passage.language) or passage.language.noun_first):
        return None
    return _out_of(passage, numeral, habit)


def _stroke(passage: Passage, numeral: Numeral) -> Draft | None:
    """Read 3/4; with greater numbers a stroke joins a part and its base, two counts."""
    i = numeral.after
    over, under = passage.words[i - 1], passage.words[i + 1]
    if (
        not (over.isdigit() and under.isdigit())
        or passage.gap(i)
        or passage.gap(i + 1)
        or passage.word(i + 2) == "/"
    ):
        return None
    if over == "1" and passage.word(i + 2) == "of" and int(under) > 1:
        return _fraction(passage, numeral, Decimal(1) / int(under), i + 2)
    if (not 0 < int(under) <= MOST_UNDER and under not in ("100", "1000")) or int(over) > MOST_UNDER * 5:
        return None
    if int(over) >= int(under):
        return None  # cases and deaths, 22/17, or all of them, 4/4
    if numeral.after - numeral.first > 1 or (
        passage.word(i + 2) == "(" and "%" in passage.words[i + 3 : i + 6]
    ):
        return None
    return _fraction(passage, numeral, Decimal(int(over)) / int(under), i + 2)


def _ratio(passage: Passage, numeral: Numeral, habit: Habit) -> Draft | None:
    second = read_numeral(passage, numeral.after + 1, habit)
    if second is None or not second.value or passage.word(second.after) == ":":
        return None
    return Draft(Kind.RATIO, numeral.first, second.after, numeral.value / second.value)


def _rate(passage: Passage, numeral: Numeral, habit: Habit) -> Draft | None:
    """Read 3 per 1,000 and 12 pour 100 000."""
    i = numeral.after + 1
    if passage.kind(i) == "w" and passage.word(i) in passage.language.articles:
        return None
    base = read_numeral(passage, i, habit)
    if base is None or base.value not in _BASES:
        return None
    unit = read_unit(passage, base.after)
    if unit is not None and unit.code not in TIMES:
        return None  # 5.2 litres per 100 km
    draft = Draft(Kind.RATE, numeral.first, base.after, numeral.value, decimals=numeral.decimals)
    draft.unit = f"/{base.value:f}" if base.value != 100 else "%"  # noqa: PLR2004
    first, after = read_noun(passage, base.after)
    draft.counted = passage.span(first, after)
    return draft


def _rate_of(passage: Passage, numeral: Numeral, habit: Habit) -> Draft | None:
    """Read 12.3 cases per 10,000 and 70,5 cas/100 000: what is counted stands between."""
    first, after = read_noun(passage, numeral.after)
    word = passage.word(after)
    if after == first or not (word in passage.language.per or word in ("/", "par")):
        return None
    if word == "pour" and _EVENTS.isdisjoint(passage.words[first:after]):
        return None  # 2 500 doses pour 100 000 enfants
    draft = _rate(passage, replace(numeral, after=after), habit)
    if draft is not None and draft.value is not None and draft.value < _LEAST_BASE:
        draft.counted = passage.span(first, after)
        return draft
    return None


@lru_cache
def _out_of_phrases(language: Language) -> dict[str, list[tuple[str, ...]]]:
    return by_first_word(language.out_of)


def _out_of(passage: Passage, numeral: Numeral, habit: Habit) -> Draft | None:
    """Read one in five, 2 out of 3, deux sur trois."""
    i = passage.phrase(numeral.after, _out_of_phrases(passage.language))
    if (
        i == numeral.after
        and passage.language.noun_first
        and passage.word(i + 1) == "sur"
        and passage.kind(i) == "w"
    ):
        i += 2  # trois districts sur quatre
    if i == numeral.after or passage.kind(i) not in ("w", "d"):
        return None
    said = passage.word(numeral.after)
    if said == "of" and i == numeral.after + 1:
        return None
    base = read_numeral(passage, i, habit)
    if base is None or base.part or not numeral.value < base.value:
        return None
    if not (is_whole(numeral.value) and is_whole(base.value)):
        return None
    one_in = base.scaled or base.value <= 10_000 or base.value in _BASES  # noqa: PLR2004
    small = base.value <= MOST_SAID or (numeral.value == 1 and one_in)
    if said == "in" and base.after - base.first == 1 and FIRST_YEAR <= base.value <= LAST_YEAR:
        return None
    if said == "in" and i == numeral.after + 1 and (numeral.words != base.words or not small):
        return None
    if (
        not small
        or numeral.value > MOST_SAID
        or (said == "in" and base.after - base.first == 1 and _when(passage, base))
    ):
        return None
    return _fraction(passage, numeral, numeral.value / base.value, base.after)


def _when(passage: Passage, base: Numeral) -> bool:
    """Tell "one in five days" from "one in five children"."""
    return passage.word(base.after) in passage.language.lengths or "-" in passage.word(base.after)


def _fraction(passage: Passage, numeral: Numeral, value: Decimal, after: int) -> Draft:
    draft = Draft(Kind.FRACTION, numeral.first, after, value, words=numeral.words)
    first, end = read_noun(passage, after)
    draft.counted = passage.span(first, end)
    return draft
