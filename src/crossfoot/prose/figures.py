"""One figure read at its number: sign, currency, scale, percent, unit, qualifier."""

import re
from decimal import Decimal

from crossfoot.prose.ages import read_age
from crossfoot.prose.compounds import take_small_money, take_smaller
from crossfoot.prose.digits import Habit, is_whole
from crossfoot.prose.draft import Draft
from crossfoot.prose.languages.subjects import BRINGS
from crossfoot.prose.measures import CURRENCIES, MONEY_MARKS, NAMES, TIMES, WHOLE_TIMES
from crossfoot.prose.money import is_spent, money_after, money_before, money_per
from crossfoot.prose.nouns import counts_next, foretold, looks_plural, read_noun
from crossfoot.prose.number_words import Numeral
from crossfoot.prose.numerals import read_bracket_power, read_numeral
from crossfoot.prose.pronouns import counts, read_ordinal
from crossfoot.prose.qualifiers import qualifier_after, qualifier_before
from crossfoot.prose.ranges import joined, second_operand, take_uncertainty
from crossfoot.prose.reading import Kind
from crossfoot.prose.scores import read_score
from crossfoot.prose.shares import read_share
from crossfoot.prose.tokens import Passage
from crossfoot.prose.units import read_unit
from crossfoot.prose.vague import read_vague
from crossfoot.prose.wordings import first_words, percent_after, points_after
from crossfoot.terms.figure import Qualifier

_OPENS = frozenset("([{=<>~:;,≥≤≈±")
_SIGNS = frozenset("-−–﹣")
_SCALE_LETTER = {
    "k": 3,
    "m": 6,
    "b": 9,
    "M": 6,
    "K": 3,
    "B": 9,
    "T": 12,
    "G": 9,
    "MM": 6,
    "Mn": 6,
    "Bn": 9,
    "mil": 6,
}
_LENGTH_WORDS = frozenset(
    "tall wide long high deep thick away above below apart distance width height length depth "
    "altitude radius x "
    "diameter hurdles sprint freestyle butterfly race relay elevation hauteur largeur longueur "
    "profondeur from of".split()
)
_SAID_OF_PEOPLE = ("ed", "é", "és", "ée", "ées", "i", "is", "us")  # 12 hospitalisés, 1 guéri
_BROUGHT = 10  # tokens from "bringing" to "up to"
_LATEST = frozenset("derniers dernières premiers premières prochains prochaines consecutive".split())
_FOLD = re.compile(r"[- ]?fold\b")


def read_figure(passage: Passage, index: int, habit: Habit) -> Draft | None:
    """Read the figure whose number begins at token `index`; None where the word is no number after all."""
    if passage.kinds[index] == "w" and (said := _in_one_word(passage, index)) is not None:
        return said
    numeral = read_numeral(passage, index, habit)
    if numeral is None:
        return None
    share = read_share(passage, numeral, habit)
    if share is None and not counts(passage, numeral):
        return None
    other = read_ordinal(passage, numeral) or read_score(passage, numeral)
    if other is not None:
        return other
    if share is not None:
        if share.kind is Kind.FRACTION:
            _signed(passage, share)
            _behind(passage, share)
        return _qualified(passage, share)
    draft = _single(passage, numeral)
    second = second_operand(passage, draft, numeral, habit)
    if second is not None:
        end = _single(passage, second.numeral)
        if _alike(passage, draft, end):
            draft = _to_power(passage, joined(draft, second, end))
    read_age(passage, draft)
    _add_noun(passage, draft)
    return _qualified(passage, draft)


def _in_one_word(passage: Passage, index: int) -> Draft | None:
    """Read "threefold" and amounts without a value: dozens, tens of thousands."""
    times = passage.language.multiples.get(passage.words[index])
    if times is None:
        return read_vague(passage, index)
    return _qualified(passage, Draft(Kind.RATIO, index, index + 1, Decimal(times), words=True))


def _to_power(passage: Passage, draft: Draft) -> Draft:
    """Return (2.3 ± 0.2) × 10−9 m2 s−1 with its power and unit."""
    power, after = read_bracket_power(passage, draft.after)
    if not power or passage.word(draft.first - 1) != "(" or draft.value is None or draft.unit:
        return draft
    draft.value, draft.after, draft.first = draft.value.scaleb(power), after, draft.first - 1
    draft.upper = None if draft.upper is None else draft.upper.scaleb(power)
    draft.spread = None if draft.spread is None else draft.spread.scaleb(power)
    draft.decimals = (draft.decimals or 0) - power
    _unit_behind(passage, draft)
    return draft


def _alike(passage: Passage, draft: Draft, other: Draft) -> bool:
    """Tell whether two numbers can be the ends of one range: "1.2% to 4,015 points" are not."""
    if draft.kind is Kind.COUNT or (draft.kind, draft.unit) == (other.kind, other.unit):
        return True
    if draft.kind is other.kind is Kind.MONEY:
        return other.unit.partition("/")[0] == draft.unit
    if other.kind is not Kind.COUNT:
        return False
    return draft.kind is Kind.MONEY or passage.word(draft.after) not in passage.language.range_words


def _single(passage: Passage, numeral: Numeral, *, sided: bool = True) -> Draft:
    """Return the number with its sign, currency and what stands directly behind it."""
    draft = Draft(Kind.COUNT, numeral.first, numeral.after, numeral.value, decimals=numeral.decimals)
    draft.other, draft.words, draft.power = numeral.other, numeral.words, numeral.power
    if numeral.part:
        draft.kind = Kind.FRACTION
    if sided:
        _restated_in_brackets(passage, draft)
    money_before(passage, draft)
    _signed(passage, draft)
    if passage.raw(draft.first - 1) == "pH":
        draft.kind, draft.unit = Kind.MEASURE, "pH"
        return draft
    if draft.kind is not Kind.MONEY or not numeral.scaled:
        _scale_letter(passage, draft, numeral)
    if numeral.part:
        _of_one(passage, draft)
    elif draft.decimals:
        take_uncertainty(passage, draft)
    _behind(passage, draft)
    return draft


def _of_one(passage: Passage, draft: Draft) -> None:
    """Step over "a" in half a percent, over "of a" in a quarter of a mile, where a unit follows."""
    i = draft.after + (passage.word(draft.after) in passage.language.of)
    if passage.word(i) in passage.language.articles and passage.language.code == "en":
        single = percent_after(passage, i + 1) > i + 1 or points_after(passage, i + 1) > i + 1
        if single or passage.word(i + 1) in NAMES:
            draft.after = i + 1


def _restated_in_brackets(passage: Passage, draft: Draft) -> None:
    """Take in the digits of "thirty-five (35)"."""
    i = draft.after
    if not draft.words or passage.word(i) != "(" or passage.kind(i + 1) != "d" or passage.word(i + 2) != ")":
        return
    if passage.words[i + 1].lstrip("0") == str(draft.value):
        draft.after = i + 3


def _signed(passage: Passage, draft: Draft) -> None:
    """Take in a minus sign; a dash after a number or a word is none."""
    i = draft.first - 1
    if i < 0 or draft.value is None:
        return
    word = passage.words[i]
    if word in passage.language.minus and passage.word(i - 1) in ("or", "-") and "plus" in passage.words[i - 4 : i]:
        return  # plus or minus three: a qualifier
    if word in passage.language.minus:
        before = passage.word(i - 1)
        if (passage.kind(i - 1) != "d" and passage.language.code == "en") or before in ("à", "de", "", "="):
            draft.value, draft.first = -draft.value, i
    elif _marks_item(passage, i) or (word in _SIGNS and _parts_label(passage, draft, i)):
        return
    elif word in _SIGNS and passage.gap(draft.first) <= (i == 0 or passage.word(i - 1) in _OPENS):
        before = passage.text[passage.starts[i] - 1] if passage.starts[i] else " "
        if before in " \n([{=<>~:;,/\u00a0≥≤" and not (
            before == " " and passage.kind(i - 1) == "d" and word != "−"
        ):
            draft.value, draft.first = -draft.value, i
    elif word == "+" and passage.gap(draft.first) == 0 and passage.gap(i) > 0:
        draft.first = i


def _parts_label(passage: Passage, draft: Draft, index: int) -> bool:
    """Tell the dash of "Total number of deaths -4", which parts a label from its figure, from a minus."""
    label = passage.word(index - 1) == ")" or looks_plural(passage.word(index - 1), passage.language)
    return label and passage.gap(index) > 0 and passage.word(draft.after) in ("", ";", ",")


def _marks_item(passage: Passage, i: int) -> bool:
    """Tell the dash of a list, at the head of a line with a space behind it, from a minus sign."""
    head = i == 0 or passage.text[passage.starts[i] - 1] == "\n"
    return head and passage.word(i) in ("-", "–") and passage.gap(i + 1) > 0


def _scale_letter(passage: Passage, draft: Draft, numeral: Numeral) -> None:
    """Take in k, m, bn as a scale: with a currency or a counted noun; else m is a metre."""
    i = draft.after
    if passage.kind(i) != "w" or passage.gap(i) > 1 or draft.value is None or numeral.part:
        return
    raw = passage.raw(i)
    power = _SCALE_LETTER.get(raw)
    if power is None:
        return
    money = draft.kind is Kind.MONEY
    if passage.gap(i) == 1 and not money and not (raw in ("k", "M", "MM") and counts_next(passage, i + 1)):
        return
    if not money and raw in ("m", "b", "B", "T", "G", "K", "M", "k") and not _is_scale(passage, i, raw):
        return
    places = (draft.decimals or 0) - power
    draft.value, draft.after, draft.decimals = draft.value.scaleb(power), i + 1, places
    draft.other, draft.power = None, power


def _is_scale(passage: Passage, index: int, raw: str) -> bool:
    after = passage.word(index + 1)
    if raw == "K" and after in passage.language.befallen:
        return True
    if raw == "K" and not passage.language.noun_first:
        return counts_next(passage, index + 1) or len(passage) <= 3  # noqa: PLR2004 - else kelvin
    if raw in ("k", "M", "K"):
        return after not in ("/", "-") and after not in _LENGTH_WORDS
    if passage.kind(index + 1) == "w" and after not in _LENGTH_WORDS and after not in passage.language.stops:
        return counts_next(passage, index + 1) or _currency_word(after)
    return False


def _currency_word(word: str) -> bool:
    return word in ("dollars", "euros", "pounds", "usd", "eur", "yen", "yuan", "rupees")


def _behind(passage: Passage, draft: Draft) -> None:
    """Take in percent, points, per mille, a unit, a currency."""
    i = draft.after
    word = passage.word(i)
    if word == "" or (draft.kind is Kind.MONEY and word != "per"):
        if draft.kind is Kind.MONEY and word in ("dollars", "dollar", "us", "usd", "euros"):
            draft.after = i + 1
    elif not (_parts_of_hundred(passage, draft) or money_after(passage, draft) or _millions_of(passage, draft)):
        _unit_behind(passage, draft)
    if draft.kind is Kind.MONEY:
        take_small_money(passage, draft)
        money_per(passage, draft)


def _millions_of(passage: Passage, draft: Draft) -> bool:
    """Take in the currency of "5,2 millions de USD"."""
    i = draft.after
    if not draft.power or passage.words[i] not in ("de", "d"):
        return False
    i += 1 + (passage.word(i + 1) == "'")
    unit = read_unit(passage, i)
    code = MONEY_MARKS.get(passage.word(i)) if passage.raw(i).isupper() and len(passage.word(i)) > 2 else None  # noqa: PLR2004
    if code is None and (unit is None or not unit.money):
        return False
    draft.kind, draft.unit = Kind.MONEY, code or (unit.code if unit else "")
    draft.after = i + 1 if code or unit is None else unit.after
    return True


def _parts_of_hundred(passage: Passage, draft: Draft) -> bool:
    """Take in percent, points, per mille and -fold; tell whether one of them was there."""
    i = draft.after
    word = passage.words[i]
    if word not in first_words(passage.language):
        return False
    if (after := points_after(passage, i)) > i:
        draft.kind, draft.unit, draft.after = Kind.POINTS, "basis point" if word == "basis" else "pp", after
    elif (after := percent_after(passage, i)) > i:
        draft.kind, draft.unit, draft.after = Kind.PERCENT, "%", after
    elif word == "‰":
        draft.kind, draft.unit, draft.after = Kind.RATE, "‰", i + 1
    elif _FOLD.match(passage.low, passage.starts[i]):
        draft.kind, draft.after = Kind.RATIO, i + 1 + (word == "-")
    elif word in ("x", "×") and passage.gap(i) == 0 and passage.kind(i + 1) != "d" and (
        passage.gap(i + 1) or passage.kind(i + 1) == "s"
    ):
        draft.kind, draft.after = Kind.RATIO, i + 1  # 2.1x, a 40× objective
    else:
        return False
    return True


def _unit_behind(passage: Passage, draft: Draft) -> None:
    i = draft.after
    unit = read_unit(passage, i) or (read_unit(passage, i + 1) if passage.word(i) in _LATEST else None)
    if unit is None or (passage.word(i) in _LATEST and unit.code not in WHOLE_TIMES):
        return
    last = passage.words[unit.after - 1]
    if draft.words and len(unit.code) == len(last) == 1 and passage.words[i] != "°":
        return  # "two K bands"
    draft.after = unit.after
    weight, _, per = unit.code.partition("/")
    if weight == "lb" and passage.word(i).startswith("pound") and (
        is_spent(passage, draft) or (per in TIMES and passage.word(i + 1) != "of")
    ):
        draft.kind, draft.unit = Kind.MONEY, f"GBP/{per}" if per else "GBP"
    elif unit.money or weight in CURRENCIES:
        draft.kind, draft.unit = Kind.MONEY, unit.code
    elif draft.kind is not Kind.MONEY:
        draft.kind, draft.unit = Kind.MEASURE, unit.code
        take_smaller(passage, draft)


def _add_noun(passage: Passage, draft: Draft) -> None:
    """Set what is counted, where a noun follows."""
    weighed = draft.kind is Kind.MEASURE and draft.unit not in WHOLE_TIMES
    if draft.kind not in (Kind.COUNT, Kind.FRACTION, Kind.PERCENT, Kind.RATIO) and not weighed:
        return
    one = draft.value == 1 and draft.upper is None
    i = draft.after
    if draft.kind in (Kind.PERCENT, Kind.FRACTION, Kind.MEASURE) and passage.word(i) not in passage.language.of:
        return
    qualifier, behind = qualifier_after(passage, i)
    if behind > i and qualifier is not Qualifier.EXACT:
        i = behind
    first, after = read_noun(passage, i, one=one)
    if after == first and passage.kind(i) == "w" and draft.kind is Kind.COUNT:
        word = passage.words[i]
        past = passage.language.noun_first and word.endswith(_SAID_OF_PEOPLE) and word in passage.language.verbs
        if past or word in passage.language.befallen:
            first, after = i, i + 1
    if after > first and not foretold(passage, after) and _countable(passage, draft, after):
        draft.counted = passage.span(first, after)
        draft.noun_after = after
        if passage.words[after - 1] in ("set", "sets") and draft.kind is Kind.COUNT:
            draft.kind, draft.unit = Kind.MEASURE, "set"


def _countable(passage: Passage, draft: Draft, after: int) -> bool:
    """Tell "1.4 solar masses" from "a magnitude 7.1 earthquake": a fraction of one thing is not counted."""
    if draft.value is None or is_whole(draft.value) or draft.kind is not Kind.COUNT or not draft.decimals:
        return True
    if passage.word(draft.after) == "-":
        return True  # a 6.1-magnitude quake
    return looks_plural(passage.words[after - 1], passage.language) or draft.power > 0


def _qualified(passage: Passage, draft: Draft) -> Draft:
    """Return the draft with the qualifier that stands before or behind it."""
    qualifier, first = qualifier_before(passage, draft.first)
    behind, after = qualifier_after(passage, draft.after)
    if after > draft.after and (behind is not Qualifier.ODD or draft.value is not None):
        draft.after, qualifier = after, behind
        if draft.kind is Kind.COUNT and (unit := read_unit(passage, after)) and not unit.money:
            draft.kind, draft.unit, draft.after, draft.counted = Kind.MEASURE, unit.code, unit.after, ""
    elif draft.noun_after:
        behind, after = qualifier_after(passage, draft.noun_after)
        if after > draft.noun_after and behind in (Qualifier.AT_LEAST, Qualifier.AT_MOST):
            qualifier = behind
    if qualifier is Qualifier.AT_MOST and passage.word(first) == "up":
        brought = not BRINGS.isdisjoint(passage.words[max(first - _BROUGHT, 0) : first])
        qualifier = Qualifier.EXACT if brought else qualifier  # "bringing the total up to 6,754"
    if draft.upper is None and draft.spread is None:
        draft.qualifier = qualifier
    else:
        draft.qualifier = Qualifier.RANGE
    if (
        first < draft.first
        and passage.kinds[first] == "s"
        and passage.gap(draft.first) <= 1
        and qualifier is not Qualifier.EXACT
    ):
        draft.first = first
    return draft
