"""Chinese numerals to decimals: 四百五十七万, 两千三, 10多万, 三万五千余."""

import re
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.prose.languages.zh import BIG, DIGITS, MORE, NEGATIVE, POINT, SOME, TENS, UNITS

# Thousands may be set apart by spaces where a classifier follows: 706 361例.
_SPACED = r"(?<![\d.,])\d{1,3}(?:[ \u00a0]\d{3})+(?= ?[例人名起宗份户戶元])"
_ARABIC = rf"(?:{_SPACED}|\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?|(?<![\d.])\.\d+"
_D, _U, _B = "".join(DIGITS), "".join(UNITS), "".join(BIG)
_T = "".join(TENS)
_GAP = " {0,2}"
_OF_UNIT = (
    "[千兆仟](?:米|克|瓦|卡|赫|字|伏|帕|焦|比特|吨|噸)|百 ?分[位点點]"  # kilo-, mega-: not part of the number
)
_PAIR = "两兩俩倆"  # a digit before a unit or at the beginning, else the weight
_CHAR = rf"(?!{_OF_UNIT})[{_U}{_B}{_T}]|[{re.sub(f'[{_PAIR}]', '', _D)}]|[{_PAIR}](?={_GAP}[{_U}{_B}])"
_FIRST = rf"(?!{_OF_UNIT})[{_D}{_U}{_B}{_T}]"
_AFTER_UNIT = rf"(?:(?<=[{_U}{_B}{_T}\d])|(?<=[{_U}{_B}{_T}\d] ))"
_SIGN = rf"(?:[{NEGATIVE}]|(?<![-\w.)])[-−]) ?(?=[\d.{_D}{_U}])"
NUMERAL = re.compile(
    rf"(?:{_SIGN})?(?:{_ARABIC}|{_FIRST})"
    rf"(?:{_GAP}(?:{_CHAR}|[{SOME}]|{_AFTER_UNIT}[{MORE}]|(?<!\d)(?:{_ARABIC})(?={_GAP}(?!{_OF_UNIT})[{_U}{_B}])"
    rf"|(?<=[零〇{_B}])\d{{1,4}}(?![\d年月日.:,])))*"
    rf"(?:{_GAP}[{POINT}]{_GAP}(?:\d+|[{re.sub(f'[{_PAIR}]', '', _D)}](?:{_GAP}[{_D}])*)(?:{_GAP}[{_B}]+)?)?"
)
_BLANK = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_TWO = re.compile(r"([一二三四五六七八])([二三四五六七八九])((?:[十百千万萬亿億])+)$")
VAGUE = re.compile(rf"(?:[几幾数數]|上(?=[百千万萬亿億])|成千上万|好几)\s?[{_U}{_B}{_T}]+|数以[{_U}{_B}]+计")
_LONGEST = 200  # code points; a row of so many numeral characters is no number
_MOST_DIGITS = 24  # within the precision of decimals
_PIECE = re.compile(rf"(?P<a>{_ARABIC})|(?P<c>\S)")
_UNKNOWN = frozenset(SOME)
_OVER = frozenset(MORE)


@dataclass(frozen=True, slots=True)
class HanNumeral:
    """A number in Chinese characters, or in digits with them, from `start` to `end`."""

    value: Decimal
    start: int
    end: int
    odd: bool = False  # 余, 多 or 几 stands inside: a little more than the value
    plain: bool = False  # one character, 一 to 九, which may count nothing
    decimals: int | None = None
    arabic: bool = False
    upper: Decimal | None = None  # of 二三十, twenty or thirty


class _Sum:
    """The running value of a Chinese numeral."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.number: Decimal | None = None
        self.unit = 0  # the unit character before the number
        self.zero = False
        self.units_seen = False

    def digit(self, value: Decimal) -> None:
        self.number = value if self.number is None else self.number * 10 + value

    def times(self, unit: int) -> None:
        self.section += (1 if self.number is None else self.number) * unit
        self.number, self.unit, self.zero, self.units_seen = None, unit, False, True

    def big(self, unit: int) -> None:
        part = self.section + (self.number or 0)
        if not part and self.number is None:
            part = Decimal(0) if self.total else Decimal(1)
        if self.total and self.total < unit:
            self.total = (self.total + part) * unit
        elif not part:
            self.total *= unit
        else:
            self.total += part * unit
        self.section, self.number, self.unit, self.zero, self.units_seen = Decimal(0), None, unit, False, True

    def value(self) -> Decimal:
        """Return the sum; a last digit right after a unit stands for the next lower one: 两千三."""
        last = self.number or Decimal(0)
        if self.number is not None and self.unit > 10 and not self.zero and last < 10 and last % 1 == 0:  # noqa: PLR2004
            last *= self.unit // 10
        return self.total + self.section + last


def read_han(text: str, position: int) -> HanNumeral | None:
    """Read the numeral that begins at `position`; None if what stands there has no value."""
    match = NUMERAL.match(text, position, position + _LONGEST)
    if match is None or match.end() == position + _LONGEST:
        return None
    written = match.group().rstrip()
    negative = written[0] in NEGATIVE or written[0] in "-−"
    body = _BLANK.sub("", written[1:].lstrip() if negative else written)
    pair = _TWO.match(body)
    if pair is not None and DIGITS[pair[2]] == DIGITS[pair[1]] + 1:
        low, high = _Run(pair[1] + pair[3]).value, _Run(pair[2] + pair[3]).value
        return HanNumeral(low, match.start(), match.start() + len(written), upper=high)
    if all(character in BIG for character in body):
        return None
    whole, fraction = _split_point(body)
    run = _Run(whole)
    value = run.value
    if fraction:
        value += Decimal(f"0.{fraction}")
    if run.tail_power:
        value *= run.tail_power
    odd, end = run.odd, match.start() + len(written)
    decimals = _places(run, fraction)
    plain = len(body) == 1 and body in DIGITS
    return HanNumeral(
        -value if negative else value, match.start(), end, odd, plain, decimals, body[:1].isdigit()
    )


def _split_point(body: str) -> tuple[str, str]:
    """Part 两千三点一 at its point; a scale after the decimals stays with the whole: 一点五万."""
    for mark in POINT:
        if mark in body:
            whole, _, rest = body.partition(mark)
            rest = rest.replace(" ", "")
            digits = rest.rstrip(_B)
            fraction = "".join(str(DIGITS[c]) if c in DIGITS else c for c in digits)
            return whole + "\x00" + rest[len(digits) :], fraction
    return body, ""


class _Run:
    """A run of numeral characters, added up piece by piece."""

    def __init__(self, body: str) -> None:
        self.odd = False
        body, _, tail = body.partition("\x00")
        self.tail_power = 1
        for character in tail:
            self.tail_power *= BIG[character]
        self.fraction_digits = 0
        self.scale = 1
        total = _Sum()
        for match in _PIECE.finditer(body):
            self._take(total, match.group(), arabic=match.lastgroup == "a")
        self.value = total.value()

    def _take(self, total: _Sum, piece: str, *, arabic: bool) -> None:
        if arabic:
            number = piece.replace(",", "")
            self.fraction_digits = len(number.partition(".")[2])
            total.number = Decimal(number if number[0] != "." else f"0{number}")
            total.zero = True
        elif piece in DIGITS:
            if DIGITS[piece] == 0 and total.units_seen and total.number is None:
                total.zero = True
            else:
                total.digit(Decimal(DIGITS[piece]))
        elif piece in UNITS:
            total.times(UNITS[piece])
        elif piece in TENS:
            total.section += TENS[piece]
            total.unit, total.units_seen = 10, True
        elif piece in BIG:
            total.big(BIG[piece])
            self.scale = BIG[piece]
        elif piece in _OVER or piece in _UNKNOWN:
            self.odd = True


def _places(run: _Run, fraction: str) -> int | None:
    """Return the last place written: -4 for 457万, 1 for 7.8, -2 for 4.57万."""
    power = len(str(run.scale)) - 1
    written = run.fraction_digits or len(fraction)
    if run.tail_power > 1:
        power += len(str(run.tail_power)) - 1
    value = run.value
    if written:
        return written - power
    if power and value and value.adjusted() < _MOST_DIGITS and value % run.scale == 0:
        return -power
    return None
