"""What stands behind a Chinese number: percent, tenths, weights and measures, money."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.prose.draft import Draft
from crossfoot.prose.han_numerals import read_han
from crossfoot.prose.languages import zh
from crossfoot.prose.measures import MONEY_MARKS
from crossfoot.prose.reading import Kind
from crossfoot.terms.figure import Qualifier


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


UNIT = re.compile(
    rf"\s{{0,3}}(?P<money>{any_of(zh.MONEY)})|\s?(?P<measure>{any_of([m for m in zh.MEASURES if m != '光'])})"
)
_LATIN_UNIT = re.compile(
    r"\s?(km2|km²|m2|m²|m3|m³|km|cm|mm|kg|mg|µg|ml|mL|L|kWh|MW|kW|GB|MB|m|g|h|t|CM|KM|KG|μg|℃|°C)(?![A-Za-z])"
)
_POINTS = re.compile(r"\s{0,3}[个個]\s?百\s?分\s?[点點]|\s?百分[点點]")
TENTHS = re.compile(r"\s?成(?![立为為本员員功果长長都份交熟年语])(?P<more>半|[一二三四五六七八九])?")
FOLD = re.compile(r"\s?折(?![叠疊扣射旧舊])")
DOZEN = re.compile(r"\s?打(?![算开開电電击擊造败敗])")
_PERCENT = re.compile(r"\s?%")
_PER_MILLE = re.compile(r"\s?‰")
_OVER = re.compile(r"[余餘多](?!数)")
_HALF = re.compile(r"半(?![天年月日径徑])")
_AND = re.compile(r"[\s又]?[零]?")
_MONEY_BEFORE = re.compile(r"(US\$|HK\$|[$€£¥￥]|人民币|人民幣|美元)\s{0,2}$")
_AMOUNT_BEFORE = re.compile(r"[\d万亿]美元")


@dataclass(slots=True)
class HanPassage:
    """A Chinese passage under reading."""

    text: str
    start: int
    end: int
    drafts: list[Draft]


def read_measure(passage: HanPassage, draft: Draft) -> None:
    """Take in percent, points, tenths, a unit or a currency behind the number, and a currency before it."""
    text, at, end = passage.text, draft.end, passage.end
    for pattern, kind, unit, factor in (
        (_POINTS, Kind.POINTS, "pp", 1),
        (_PERCENT, Kind.PERCENT, "%", 1),
        (_PER_MILLE, Kind.RATE, "‰", 1),
        (TENTHS, Kind.PERCENT, "%", 10),
    ):
        match = pattern.match(text, at, end)
        if match is None:
            continue
        draft.kind, draft.unit, draft.end = kind, unit, match.end()
        times(draft, factor)
        if factor > 1 and match["more"] and draft.value is not None:
            draft.value += 5 if match["more"] == "半" else zh.DIGITS[match["more"]]
        return
    match = FOLD.match(text, at, end)
    if match is not None and draft.value is not None and 0 < draft.value < 100 and draft.value != 10:  # noqa: PLR2004
        draft.kind, draft.unit, draft.end = Kind.PERCENT, "%", match.end()
        times(draft, 10 if draft.value < 10 else 1)  # noqa: PLR2004
        return
    dozen = DOZEN.match(text, at, end)
    if dozen is not None:
        times(draft, 12)
        draft.end = dozen.end()
        return
    if not _unit(passage, draft):
        _take_money_before(passage, draft)


def times(draft: Draft, factor: int) -> None:
    """Multiply what the draft states."""
    if draft.value is not None and factor != 1:
        draft.value *= factor
        draft.upper = None if draft.upper is None else draft.upper * factor
        draft.decimals = None if draft.decimals is None else draft.decimals - 1


def _unit(passage: HanPassage, draft: Draft) -> bool:
    text, at, end = passage.text, draft.end, passage.end
    over = _OVER.match(text, at, end)
    match = UNIT.match(text, over.end() if over else at, end)
    if match is None:
        return _latin_unit(passage, draft)
    word = match["money"] or match["measure"]
    if _inside_word(text, match.end(), end, word):
        return False
    draft.kind = Kind.MONEY if match["money"] else Kind.MEASURE
    draft.unit = zh.MONEY.get(word) or zh.MEASURES.get(word, "")
    draft.end = match.end()
    if over is not None:
        draft.qualifier = Qualifier.ODD
    _smaller(passage, draft, word)
    half = _HALF.match(text, draft.end, end)
    if half is not None and draft.value is not None:
        draft.value, draft.end = draft.value + Decimal("0.5"), half.end()
    return True


def _latin_unit(passage: HanPassage, draft: Draft) -> bool:
    match = _LATIN_UNIT.match(passage.text, draft.end, passage.end)
    if match is None:
        return False
    symbol = match.group(1)
    draft.kind, draft.unit, draft.end = Kind.MEASURE, _LATIN.get(symbol, symbol), match.end()
    return True


_LATIN = {
    "km²": "km2",
    "m²": "m2",
    "m³": "m3",
    "mL": "ml",
    "L": "l",
    "CM": "cm",
    "KM": "km",
    "KG": "kg",
    "μg": "µg",
    "℃": "°C",
}
_INSIDE = {"两": "岸会次名个年人天位种类者边侧国地级省市", "兩": "岸會次名個年人天位種類者邊側國地級",
"角": "度大落色", "分": "之", "度": "假过",
           "周": "边围", "升": "级至到高", "卡": "车", "石": "头油", "里": "面程", "块": "土地石",
           "钱": "财"}  # fmt: skip


def _inside_word(text: str, at: int, end: int, word: str) -> bool:
    """Tell whether the unit's character begins another word here."""
    return at < end and text[at] in _INSIDE.get(word, "")


def _smaller(passage: HanPassage, draft: Draft, word: str) -> None:
    """Take in the smaller units of 8,035两零8分, 64两6钱6分, 5元6角三分."""
    table = zh.SMALLER.get(word)
    at, decimals = draft.end, draft.decimals or 0
    while table is not None and draft.value is not None:
        zero = _AND.match(passage.text, at, passage.end)
        numeral = read_han(passage.text, zero.end() if zero else at)
        if numeral is None or numeral.end > passage.end:
            return
        unit = next(
            (
                name
                for name in sorted(table, key=len, reverse=True)
                if passage.text.startswith(name, numeral.end)
            ),
            None,
        )
        if unit is None or numeral.value >= table[unit]:
            return
        draft.value += numeral.value / table[unit]
        decimals = max(decimals, len(str(table[unit])) - 1)
        draft.end = at = numeral.end + len(unit)
        draft.decimals = decimals


def _take_money_before(passage: HanPassage, draft: Draft) -> None:
    before = passage.text[max(draft.start - 5, passage.start) : draft.start]
    match = _MONEY_BEFORE.search(before)
    if match is not None and not (match.group(1) == "美元" and _AMOUNT_BEFORE.search(before)):
        mark = match.group(1).lower()
        draft.kind = Kind.MONEY
        draft.unit = zh.MONEY.get(match.group(1)) or (
            "CNY" if mark in "¥￥" else MONEY_MARKS.get(mark, "USD")
        )
        draft.start -= len(match.group())
