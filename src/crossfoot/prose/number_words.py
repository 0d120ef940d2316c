"""Numbers said in words: two hundred and five, quatre-vingt-dix, half a million, two thirds."""

from dataclasses import dataclass, replace
from decimal import Decimal

from crossfoot.prose.digits import is_whole
from crossfoot.prose.tokens import Passage

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_HUNDRED = 100
_TEN = 10
_SIX = 6
_TWO = 2
_THREE = 3
_TIMES_PAST = frozenset("ago earlier before later after prior".split())
_NAMED_QUARTERS = frozenset("last past next first previous consecutive straight".split())
_FOUR, _TWENTY = 4, 20  # quatre-vingts
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a passage: tokens `first` up to before `after`."""

    value: Decimal
    first: int
    after: int
    decimals: int | None = None  # the last place rounded to; None for an exact whole number
    words: bool = False
    part: bool = False  # a fraction said in words or signs: half, two thirds, ¾
    scaled: bool = False  # carries a scale: million, 万
    grouped: bool = False
    power: int = 0  # of ten, that the scale stands for
    other: Decimal | None = None  # the value under the other reading of its mark


def read_words(passage: Passage, index: int) -> Numeral | None:
    """Read the number whose first word is the token at `index`; None if no number begins there."""
    language = passage.language
    word = passage.words[index]
    if word in language.halves:
        return _half(passage, index, index + 1)
    if word in language.articles:
        numeral = _after_article(passage, index)
        if numeral is not None or word not in language.units:
            return numeral
    if word in language.parts:
        return _bare_part(passage, index)
    numeral = _whole(passage, index)
    return None if numeral is None else with_fraction(passage, numeral)


def _after_article(passage: Passage, index: int) -> Numeral | None:
    """Read "a hundred and fifty", "a dozen", "a third", "a half"; a hyphen counts as a space."""
    language = passage.language
    i = index + 1
    if passage.word(i) == "-" and passage.gap(i) == 0:
        i += 1
    word = passage.word(i)
    if word in language.halves:
        return _half(passage, index, i + 1)
    if word == "quarter" and passage.word(i + 1) in _TIMES_PAST:
        return None  # a quarter earlier
    if word in language.parts and (word not in language.ordinals or _no_noun(passage, i + 1)):
        return Numeral(Decimal(1) / language.parts[word], index, i + 1, part=True, words=True)
    if word in language.hundred or word in language.scales:
        numeral = _whole(passage, i, given=1)
        if numeral is None or (
            word in language.vague and _of_follows(passage, i + 1) and word not in ("million", "milliard")
        ):
            return None
        return replace(with_fraction(passage, numeral), first=index)
    if word in language.dozens and (word != "score" or passage.word(index) != "a") and word != "gross":
        return Numeral(Decimal(language.dozens[word]), index, i + 1, words=True)
    return None


def _no_noun(passage: Passage, index: int) -> bool:
    """Tell "a fifth died" and "a fifth of them" from "a fifth man"."""
    word = passage.word(index)
    return passage.kind(index) != "w" or word in passage.language.stops or word in passage.language.verbs


def _of_follows(passage: Passage, index: int) -> bool:
    return passage.word(index) in passage.language.of


def _half(passage: Passage, first: int, i: int) -> Numeral:
    """Read what follows "half": a million, a dozen, or nothing, which leaves the fraction."""
    language = passage.language
    j = i + (passage.word(i) == "-" and passage.gap(i) == 0)
    j += passage.word(j) in language.articles
    word = passage.word(j)
    if word in language.scales and word not in ("mm",):
        power = language.scales[word]
        return Numeral(
            _HALF.scaleb(power), first, j + 1, decimals=1 - power, words=True, scaled=True, power=power
        )
    if word in language.dozens:
        return Numeral(_HALF * language.dozens[word], first, j + 1, words=True)
    return Numeral(_HALF, first, i, part=True, words=True)


def _bare_part(passage: Passage, index: int) -> Numeral | None:
    """Read "quarter of a million" or "quarter million" without its article."""
    language = passage.language
    word = passage.word(index + 1)
    if passage.words[index] not in language.ordinals and word in language.scales:
        power = language.scales[word]
        value = Decimal(1) / language.parts[passage.words[index]]
        return Numeral(
            value.scaleb(power), index, index + 2, decimals=1 - power, words=True, scaled=True, power=power
        )
    return None


def with_fraction(passage: Passage, whole: Numeral) -> Numeral:
    """Return the number with "thirds", "and a half", "point five" behind it."""
    language = passage.language
    i = whole.after
    word = passage.word(i)
    if word in language.decimal_words:
        return _point(passage, whole)
    j = i + 1 if word == "-" and passage.gap(i) <= 1 else i
    parts = language.parts.get(passage.word(j))
    if parts is not None and _is_part(passage, whole, j):
        return replace(whole, value=whole.value / parts, after=j + 1, part=True, decimals=None)
    if passage.word(j) in language.halves and whole.value == 1:
        return replace(_half(passage, whole.first, j + 1), first=whole.first)
    if word in language.joiners:
        return _and_part(passage, whole, i + 1)
    if j > i and passage.word(j) in language.joiners and passage.word(j + 1) == "-":
        return _and_part(passage, whole, j + 2)  # six-and-a-half
    return whole


def _is_part(passage: Passage, whole: Numeral, index: int) -> bool:
    """Tell "two thirds" and "one fifth of" from "the one third" and "twenty fifth"."""
    word = passage.words[index]
    if word == "quarters" and (whole.value > _THREE or passage.word(whole.first - 1) in _NAMED_QUARTERS):
        return False  # of the year
    if word not in passage.language.ordinals or word.endswith("s"):
        return is_whole(whole.value)
    return whole.value == 1


def _and_part(passage: Passage, whole: Numeral, i: int) -> Numeral:
    """Return "two and a half", "three and two thirds", "a million and a half"; `i` is behind "and"."""
    language = passage.language
    count = 1
    if passage.word(i) in language.articles or passage.word(i) == "one":
        i += 1
    elif passage.word(i) in language.units and passage.word(i + 1) in language.parts:
        count = language.units[passage.word(i)]
        i += 1
    elif passage.word(i) not in language.halves:
        return whole
    if passage.word(i) == "-" and passage.gap(i) == 0:
        i += 1
    word = passage.word(i)
    under = 2 if word in language.halves else language.parts.get(word)
    if under is None or (word in language.ordinals and not _no_noun(passage, i + 1) and count == 1):
        return whole
    if passage.word(i + 1) in language.scales and whole.scaled:
        return whole  # one billion and a half million: two numbers
    share = Decimal(count) / under
    if whole.scaled and whole.power:
        places = (whole.decimals if whole.decimals is not None else -whole.power) + (1 if under == _TWO else 2)
        return replace(whole, value=whole.value + share.scaleb(whole.power), after=i + 1, decimals=places)
    return replace(whole, value=whole.value + share, after=i + 1, decimals=None)


def _point(passage: Passage, whole: Numeral) -> Numeral:
    """Read the digits after "point", each a word of its own."""
    language = passage.language
    i = whole.after + 1
    figures = ""
    while passage.word(i) in language.units and language.units[passage.word(i)] < _TEN:
        figures += str(language.units[passage.word(i)])
        i += 1
    if not figures:
        return whole
    return replace(whole, value=whole.value + Decimal(f"0.{figures}"), after=i, decimals=len(figures))


def _whole(passage: Passage, index: int, given: int | None = None) -> Numeral | None:
    """Add up number words from `index`; `given` stands for an article before them."""
    language = passage.language
    sum_ = _Sum(language.wide_tens, given)
    i = after = index
    while True:
        word = passage.word(i)
        if i > index and word == "-" and passage.gap(i) <= 1:
            i += 1
            hyphens = passage.word(i + 1) == "-" and passage.word(i) in language.joiners
            i += 2 * (hyphens and sum_.may_join(language.code))  # vingt-et-un
        elif i > index and word in language.joiners and sum_.may_join(language.code):
            if _parts_follow(passage, i + 1):
                break
            i += 1
        word = passage.word(i)
        if word in language.units:
            taken = sum_.unit(language.units[word])
        elif word in language.tens:
            taken = sum_.ten(language.tens[word])
        elif word in language.hundred:
            taken = sum_.hundred(bare=language.noun_first)
        elif word in language.scales and word not in ("mm", "m"):
            taken = sum_.scale(language.scales[word], bare=word == "mille")
        else:
            taken = False
        if not taken:
            break
        i = after = i + 1
    if after == index:
        return None
    return Numeral(
        sum_.value,
        index,
        after,
        decimals=sum_.decimals,
        words=True,
        scaled=sum_.scaled,
        power=-(sum_.decimals or 0) if sum_.scaled else 0,
    )


def _parts_follow(passage: Passage, index: int) -> bool:
    """Tell whether "three quarters" or "one half" stand at `index`: parts of what is before them."""
    language, word = passage.language, passage.word(index + 1)
    if language.code != "en" or passage.word(index) not in language.units:
        return False
    return word in language.halves or (word in language.parts and word.endswith("s"))


class _Sum:
    """The running sum of number words; each method tells whether the word fits what stands before it."""

    def __init__(self, wide_tens: frozenset[int], given: int | None) -> None:
        self.total = Decimal(0)
        self.current: int | None = given
        self.wide_tens = wide_tens
        self.last_power = 99
        self.decimals: int | None = None
        self.scaled = False
        self.started = False

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or 0)

    def may_join(self, language: str) -> bool:
        """Tell whether "and" may go on: after a hundred or a scale; in French also vingt et un."""
        if language == "fr":
            return self.current is not None and self.current % _TEN == 0 and self.current > _TEN
        return self.scaled or (self.current or 0) >= _HUNDRED

    def unit(self, n: int) -> bool:
        current = self.current
        if current is not None:
            rest = current % _HUNDRED
            wide = rest in self.wide_tens
            teen = rest == _TEN and self.wide_tens and _SIX < n < _TEN  # dix-sept
            tens = rest >= _TWENTY and rest % _TEN == 0 and (n < _TEN or wide) and n
            if rest and not (tens or teen):
                return False
            if not rest and current < _HUNDRED:
                return False
            if n == 0:
                return False
        elif self.scaled and n == 0:
            return False
        self.current = (current or 0) + n
        self.decimals = None
        return True

    def ten(self, n: int) -> bool:
        current = self.current
        if current is not None:
            if n == _TWENTY and current % _HUNDRED == _FOUR and self.wide_tens:
                self.current = current + 80 - _FOUR
                return True
            if current % _HUNDRED or current < _HUNDRED:
                return False
        self.current = (current or 0) + n
        self.decimals = None
        return True

    def hundred(self, *, bare: bool) -> bool:
        if self.current is None:
            if not bare or self.started:
                return False
            self.current = 1
        if not 0 < self.current < _HUNDRED:
            return False
        self.current *= _HUNDRED
        self.decimals = -2
        return True

    def scale(self, power: int, *, bare: bool) -> bool:
        if self.current is None:
            if self.total and power > self.last_power:
                self.total = self.total.scaleb(power)
            elif bare and not self.total:
                self.total = Decimal(1).scaleb(power)
            else:
                return False
        elif power < self.last_power:
            self.total += Decimal(self.current).scaleb(power)
        else:
            return False
        self.current, self.last_power, self.decimals, self.scaled = None, power, -power, True
        return True
