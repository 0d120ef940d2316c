"""Laws of reading, on texts that nobody thought of."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.prose import Reading, read, read_quantity

PIECES = st.sampled_from(
    [
        "1", "23", "4,567", "8.9", "1 234", "½", "²", "%", "‰", "-", "–", "−", "to", "and", "of", "over",
        "about",
        "million", "dozen", "half", "one", "twenty", "hundred", "a", "in", "per", "kg", "m", "cases",
        "people", "Bo",
        "(", ")", "[", "]", ",", ".", ":", ";", "/", "$", "€", "\n", "\n\n", "- ", "plus de", "quatre",
        "vingt", "cas",
        "sur", "三", "百", "万", "分之", "余", "人", "2014年", "约", "元", "两", "May", "2014", "x", "×",
        "10", "⁵", "e5", "±",
        "\u202f", "\u00a0", "**", "\u200b", "\x00", "'",
        '"', "°", "C", "respectively", "including", "cities", "",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.text(max_size=80),
)
LANGUAGES = st.sampled_from([None, "en", "fr", "zh"])


@settings(max_examples=400, deadline=None)
@given(TEXTS, LANGUAGES)
def test_places(text: str, language: str | None) -> None:
    """Every reading is a stretch of the text, in order, and no two overlap."""
    readings = read(text, language=language)
    for reading in readings:
        assert reading.text == text[reading.start : reading.end]
        assert reading.start < reading.end
        assert reading.sentence[0] <= reading.start
    ends = [0, *(reading.end for reading in readings)]
    assert all(reading.start >= end for reading, end in zip(readings, ends, strict=False))


@settings(max_examples=300, deadline=None)
@given(TEXTS, LANGUAGES)
def test_intervals(text: str, language: str | None) -> None:
    """A value lies in its interval or at its end; the links lead to figures of the same text."""
    readings = read(text, language=language)
    spans = {(reading.start, reading.end) for reading in readings}
    for reading in readings:
        assert_ordered(reading)
        assert reading.part_of is None or reading.part_of in spans
        assert reading.restates is None or reading.restates in spans


def assert_ordered(reading: Reading) -> None:
    if reading.lower is not None and reading.upper is not None:
        assert reading.lower <= reading.upper
    if reading.value is not None:
        assert reading.lower is None or reading.lower <= reading.value
        assert reading.upper is None or reading.upper >= reading.value


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_same_text_same_readings(text: str) -> None:
    """Reading keeps no memory."""
    assert read(text) == read(text)


@given(st.integers(0, 10**12 - 1))
def test_printed_counts_read_back(value: int) -> None:
    """A count printed with any grouping mark reads back."""
    for mark in ("", ",", " ", "\u202f", "\u00a0", "'"):
        printed = f"{value:,}".replace(",", mark)
        quantity = read_quantity(printed)
        assert quantity is not None
        assert quantity.value == value
        [reading] = [
            r for r in read(f"They counted {printed} wells today", language="en") if r.is_figure
        ] or [None]
        assert reading is None or reading.value == value


@given(st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False))
def test_printed_decimals_read_back(value: Decimal) -> None:
    """A measure printed in either habit reads back."""
    english = f"{value:,.2f}"
    french = english.replace(",", "\u202f").replace(".", ",")
    for printed, language in ((english, "en"), (french, "fr")):
        [reading] = read(f"{printed} kg", language=language)
        assert (reading.value, reading.unit) == (value, "kg")


@given(st.integers(1, 999_999))
def test_words_read_back(value: int) -> None:
    """A number said in English words reads back."""
    [reading] = [r for r in read(f"{said(value)} wells", language="en") if r.is_figure]
    assert reading.value == value


def said(value: int) -> str:
    units = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen "
        "seventeen eighteen nineteen"
    ).split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    if value < 20:
        return units[value]
    if value < 100:
        return tens[value // 10 - 2] + (f"-{units[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{units[value // 100]} hundred" + (f" and {said(value % 100)}" if value % 100 else "")
    rest = value % 1000
    return f"{said(value // 1000)} thousand" + (
        f"{' and' if rest < 100 else ''} {said(rest)}" if rest else ""
    )


HAN = "零一二三四五六七八九"


@given(st.integers(1, 99_999_999))
def test_chinese_words_read_back(value: int) -> None:
    """A number written in Chinese characters reads back."""
    [reading] = read(f"{written(value)}人", language="zh")
    assert reading.value == value


def written(value: int) -> str:
    if value >= 10_000:
        rest = value % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return written(value // 10_000) + "万" + (gap + written(rest) if rest else "")
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if zero and text else "") + HAN[digit] + name
            zero = False
        else:
            zero = True
    return text
