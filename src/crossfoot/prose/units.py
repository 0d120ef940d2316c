"""Units at a number: kg, km s−1, mg/kg, litres per person per day, dollars."""

import re
from dataclasses import dataclass

from crossfoot.prose.measures import (
    ENGLISH_NAMES,
    LONE_LETTERS,
    MONEY_NAMES,
    NAMES_BY_LANGUAGE,
    SYMBOLS,
    TIMES,
)
from crossfoot.prose.tokens import Passage, split_phrase

_EXPONENT = re.compile(r"\^?\{?\s?([-−–⁻]?\s?[123²³¹⁴]|\(-?[123]\))\}?(?!\d|[.,]\d)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_SQUARE = {"square": "2", "sq": "2", "cubic": "3", "cu": "3", "carré": "2", "carrés": "2", "cube": "3",
"cubes": "3",
           "squared": "2", "cubed": "3", "carrée": "2"}  # fmt: skip
_NEVER = frozenset(
    {"are", "as", "pa", "hand", "st", "league", "mu", "au", "ps", "fm", "cup", "ms", "ma", "gs", "va"}
)
_PEOPLE = frozenset(
    "person capita head people inhabitant personne habitant personnes habitants patient household "
    "p pers pax hh j d".split()
)
_AGES = frozenset({"year", "kyr", "Myr", "ka", "Ma"})
_BEHIND_INCHES = frozenset({".", ",", ")", "", "thick", "wide", "tall", "long", "deep", "diameter", "x"})
_SHOUTED = frozenset("km kg mm cm ml mg lb oz ft hz db kw ha mw gw".split())  # units that are written in capitals too
_PAST = frozenset("ago earlier before later after previously prior since".split())
_PLURAL = 3  # letters of a symbol before it may have a plural
_LOOK_BACK = 1000  # code points in which an open quotation is looked for
_PRIMES = frozenset("'\"′″")


def _lengths() -> dict[str, list[int]]:
    """Return, by first token, how many tokens a name of a unit can have; the longest first."""
    found: dict[str, set[int]] = {}
    for name in (*NAMES_BY_LANGUAGE["en"], *NAMES_BY_LANGUAGE["fr"], *MONEY_NAMES):
        tokens = split_phrase(name)
        found.setdefault(tokens[0], set()).update({len(tokens), 2 * len(tokens) - 1})  # spaces or hyphens
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


_LENGTHS = _lengths()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in a passage, up to before token `after`."""

    code: str
    after: int
    money: bool = False


def read_unit(passage: Passage, index: int) -> Unit | None:
    """Read the unit that begins at `index`, directly behind a number; None if there is none."""
    i = index
    if (
        passage.word(i) == "-"
        and passage.gap(i) == 0
        and passage.gap(i + 1) <= 1
        and passage.kind(i + 1) == "w"
    ):
        i += 1
        if passage.raw(i) in SYMBOLS and not _named_unit(passage, i) and passage.gap(i) == 0:
            doubtful = len(passage.words[i]) == 1 or passage.words[i] in _NEVER | {"in"}
            if (passage.word(i + 1) == "-" and doubtful) or (
                len(passage.words[i]) == 1 and passage.words[i] not in "mglh"
            ):
                return None
    if passage.word(i) in ("{", "[", "(", "<"):
        inner = _factor(passage, i + 1, first=True)
        if inner is not None and passage.word(inner.after) in ("}", "]", ")", ">"):
            return Unit(inner.code, inner.after + 1, inner.money)
        return None
    unit = _factor(passage, i, first=True)
    return None if unit is None else _compound(passage, unit)


def _named_unit(passage: Passage, index: int) -> bool:
    return passage.word(index) in NAMES_BY_LANGUAGE[passage.language.code]


def _factor(passage: Passage, index: int, *, first: bool) -> Unit | None:
    """Read one unit with its exponent: km, square metres, m², s−1."""
    word = passage.word(index)
    power = ""
    i = index
    if word in ("square", "cubic", "sq", "cu"):
        power = _SQUARE[word]
        i += 1 + (passage.word(i + 1) == ".")
    base = _name(passage, i) or _symbol(passage, i, first=first and not power)
    if base is None or base.code == "sigma":
        return None
    if base.money:
        return base
    after = base.after
    if not power:
        power, after = _exponent(passage, after)
    return Unit(base.code + power, after)


def _exponent(passage: Passage, index: int) -> tuple[str, int]:
    word = passage.word(index)
    if word in _SQUARE and word not in ("square", "cubic", "sq", "cu"):
        return _SQUARE[word], index + 1
    if passage.kind(index) == "p" and passage.gap(index) <= 1:
        return word.translate(_SUPERSCRIPTS), index + 1
    spaced_minus = passage.gap(index) == 1 and word in ("-", "−", "–") and passage.kind(index + 1) == "d"
    if index < len(passage) and (passage.gap(index) == 0 or spaced_minus):
        match = _EXPONENT.match(passage.low, passage.starts[index])
        if match is not None and match.end() <= passage.end:
            if spaced_minus and (passage.gap(index + 1) or passage.words[index + 1] not in "123"):
                return "", index
            written = match.group(1).translate(_SUPERSCRIPTS).strip("()").replace(" ", "")
            if passage.kind(index) == "d" or written.startswith("-") or passage.word(index) == "^":
                return written, passage.at(match.end())
    return "", index


def _name(passage: Passage, index: int) -> Unit | None:
    """Read a unit by its name, the longest first: metric tons, degrees Celsius, US dollars."""
    lengths = _LENGTHS.get(passage.word(index))
    if lengths is None:
        return None
    names = NAMES_BY_LANGUAGE[passage.language.code]
    for count in lengths:
        if count == 1:
            name = passage.words[index]
        elif index + count > len(passage.words):
            continue
        else:
            name = (
                " ".join(passage.words[index : index + count]).replace(" - ", " ").replace("u . s .", "u.s.")
            )
        code = names.get(name)
        if code is not None:
            if code == "°" and passage.raw(index + 1) in ("C", "F") and count == 1:
                return Unit("°" + passage.raw(index + 1), index + 2)
            return Unit(code, index + count)
        money = MONEY_NAMES.get(name)
        if money is not None:
            return Unit(money, index + count, money=True)
    return None


def _symbol(passage: Passage, index: int, *, first: bool) -> Unit | None:
    """Read a unit by its symbol; a single letter only where nothing else can be meant."""
    if index >= len(passage):
        return None
    raw = passage.raw(index)
    if raw in ("°", "º"):
        return _degrees(passage, index)
    if raw in _PRIMES:
        return _prime(passage, index, raw, first=first)
    if passage.word(index + 1) in ("⊙", "☉") and passage.gap(index + 1) == 0:
        return Unit(raw + "⊙", index + 2)
    if raw == "cal" and first and (calibrated := _calibrated(passage, index)) is not None:
        return calibrated
    code = SYMBOLS.get(raw)
    if code is None and first and len(raw) > 1:
        lowered = raw.lower()
        shouted = len(raw) == len(lowered) == 2 and raw.isupper() and passage.gap(index) == 1  # noqa: PLR2004
        doubtful = lowered in _NEVER or (shouted and lowered not in _SHOUTED)  # 210 NG models
        code = None if doubtful else SYMBOLS.get(lowered)
        if code is None and len(raw) > _PLURAL and raw.endswith("s"):
            code = SYMBOLS.get(raw[:-1])  # mmols
    if code is None or (first and not _trusted(passage, index, raw)):
        return None
    if first and code in ("C", "F"):
        code = f"°{code}"  # 47C is far more often a temperature than a charge
    return Unit(code, index + 1)


def _calibrated(passage: Passage, index: int) -> Unit | None:
    """Read the years of "15,000 cal. yr BP", in which cal is no calorie."""
    i = index + 1 + (passage.word(index + 1) == ".")
    unit = _name(passage, i)
    if unit is None and passage.raw(i) in SYMBOLS:
        unit = Unit(SYMBOLS[passage.raw(i)], i + 1)
    if unit is not None and unit.code in _AGES:
        return unit
    return Unit("year", i) if passage.word(i) == "bp" else None


def _degrees(passage: Passage, index: int) -> Unit:
    """Read °C, ° F, °K or a plain degree."""
    nxt = passage.raw(index + 1)
    if nxt in ("C", "F", "c", "f") and passage.gap(index + 1) <= 1:
        return Unit("°" + nxt.upper(), index + 2)
    if nxt == "K" and passage.gap(index + 1) == 0:
        return Unit("K", index + 2)
    if NAMES_BY_LANGUAGE["en"].get(nxt.lower()) in ("°C", "°F"):
        return Unit(NAMES_BY_LANGUAGE["en"][nxt.lower()], index + 2)  # 100° Celsius
    return Unit("°", index + 1)


def _prime(passage: Passage, index: int, raw: str, *, first: bool) -> Unit | None:
    """Read feet, inches and seconds of arc; a mark that closes a quotation is none of them."""
    if raw in ("′", "'") and passage.raw(index + 1) == raw and passage.gap(index + 1) == 0:
        return Unit("arcsec", index + 2)
    start = passage.starts[index]
    if raw in ("'", '"') and passage.text.count(raw, max(passage.start, start - _LOOK_BACK), start) % 2:
        return None
    glued = passage.kind(index + 1) == "w" and not passage.gap(index + 1)
    if raw in ("'", '"') and (not first or passage.gap(index) or glued):
        return None
    return Unit(SYMBOLS[raw], index + 1)


def _trusted(passage: Passage, index: int, raw: str) -> bool:
    """Tell whether a symbol may be taken for a unit where it stands."""
    gap = passage.gap(index)
    if gap > 2:  # noqa: PLR2004
        return False
    lowered = raw.lower()
    after = passage.word(index + 1)
    if lowered == "in" and passage.raw(index - 2) in ("ft", "feet", "foot", "'", "′"):
        return True
    if lowered == "in":
        ends = after != "." or passage.gap(index + 2) > 0
        return gap == 0 or (after in _BEHIND_INCHES and ends)
    if lowered in _NEVER and raw == lowered:
        return gap == 0
    if raw in LONE_LETTERS:
        if after == "'" and passage.gap(index + 1) == 0 and passage.language.noun_first:
            return False  # 3 millions d'habitants
        if gap == 0 and raw not in "aABbdpqMU":
            return True
        follows_word = passage.kind(index + 1) == "w" and passage.gap(index + 1) > 0
        if raw == "U":
            return after in ("/", "of", "ml", "mg")  # of an enzyme; else U.S. and the like
        if raw in ("Ω", "M"):
            return True  # a scale before a counted noun was taken before
        if raw in ("g", "h", "s", "l", "L", "m", "t", "V", "W", "K", "N", "J", "T"):
            return not (raw in ("T", "N", "J", "K", "t", "h") and follows_word and passage.capital(index + 1))
        if raw == "d" and gap == 1:
            return not follows_word or after in passage.language.stops
        return raw not in ("a", "A", "B", "b", "d", "p", "q", "G", "S", "U") and not follows_word
    return True


def _compound(passage: Passage, unit: Unit) -> Unit:
    """Return the unit with what it is multiplied by or counted per: km/h, kg m−2, litres per day."""
    code, i = unit.code, unit.after
    while i < len(passage):
        word = passage.words[i]
        if word == "of" and i == unit.after and (per := _of_what(passage, i)):
            word, i = passage.words[per], per
        if word == "/" and passage.gap(i) <= 1:
            nxt = _factor(passage, i + 1, first=False) or _per_noun(passage, i + 1)
        elif word in passage.language.per and passage.kind(i + 1) == "w" and word != "pour":
            j = i + 1
            nxt = _factor(passage, j, first=False) or _per_noun(passage, j)
        elif word in ("a", "an") and passage.language.code == "en" and _named_unit(passage, i + 1):
            nxt = _name(passage, i + 1)
            if nxt is not None and (nxt.code not in TIMES or is_past(passage, nxt.after)):
                nxt = None
        else:
            nxt = _product(passage, i)
            if nxt is None:
                break
            code, i = f"{code} {nxt.code}", nxt.after
            continue
        if nxt is None:
            break
        code, i = f"{code}/{nxt.code}", nxt.after
    return Unit(code, i, unit.money and code == unit.code) if code != unit.code else unit


def _of_what(passage: Passage, index: int) -> int:
    """Return where "per day" stands in "barrels of oil per day", 0 where it does not."""
    for i in range(index + 2, index + 4):
        word = passage.word(i)
        if word in ("a", "an") or word in passage.language.per:
            unit = _name(passage, i + 1)
            return i if unit is not None and unit.code in TIMES and not is_past(passage, unit.after) else 0
        if passage.kind(i - 1) != "w" or passage.words[i - 1] in passage.language.stops:
            return 0
    return 0


def is_past(passage: Passage, index: int) -> bool:
    """Tell "a year ago" and "a year before" from "a year"."""
    return passage.word(index) in _PAST


def read_per(passage: Passage, index: int) -> Unit | None:
    """Read what an amount is paid for, at the words behind "per" or "a": share, barrel, square metre."""
    unit = _factor(passage, index, first=False)
    if unit is not None and not unit.money:
        return unit
    word = passage.word(index)
    if passage.kind(index) != "w" or word in passage.language.stops or passage.capital(index):
        return None
    return Unit(word, index + 1)


def _per_noun(passage: Passage, index: int) -> Unit | None:
    word = passage.word(index)
    if word in _PEOPLE:
        return Unit(word, index + 1)
    return None


def _product(passage: Passage, index: int) -> Unit | None:
    """Read a further factor after a space or a dot; it must carry an exponent, lest it be a word."""
    i = index + 1 if passage.words[index] in ("·", "⋅", ".", "×", "-") else index
    if passage.kind(i) != "w" or passage.gap(i) > 1:
        return None
    raw = passage.raw(i)
    code = SYMBOLS.get(raw)
    if code is None:
        return None
    power, after = _exponent(passage, i + 1)
    if not power or not (power.startswith("-") or i > index):
        return None
    return Unit(code + power, after)


def unit_name(code: str) -> str:
    """Return the English name of a unit's code: "kilogram per square metre" for kg/m2."""
    return " per ".join(" ".join(_spoken(factor) for factor in part.split(" ")) for part in code.split("/"))


def _spoken(factor: str) -> str:
    match = re.fullmatch(r"(.*?)(-?\d)?", factor)
    if match is None:
        return factor
    base, power = match.groups()
    name = ENGLISH_NAMES.get(base, base)
    if power is None:
        return ENGLISH_NAMES.get(factor, name)
    prefix = {"2": "square ", "3": "cubic ", "-1": "per ", "-2": "per square ", "-3": "per cubic "}.get(power)
    return f"{name}^{power}" if prefix is None else prefix + name
