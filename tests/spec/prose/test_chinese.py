"""How Chinese figures are read, in both scripts."""

from decimal import Decimal

import pytest

from crossfoot.prose import Kind, read


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("六百二十八户", "628", "", "户"),
        ("六百二十八戶", "628", "", "戶"),
        ("四千五百人", "4500", "", "人"),
        ("四千五人", "4500", "", "人"),
        ("四千零五人", "4005", "", "人"),
        ("6.28万人", "62800", "", "人"),
        ("三亿二千万元", "320000000", "CNY", ""),
        ("百分之十二点五", "12.5", "%", ""),
        ("提高3.5个百分点", "3.5", "pp", ""),
        ("四成", "40", "%", ""),
        ("五分之二", "0.4", "", ""),
        ("46两3钱", "46.3", "tael", ""),
        ("1,208两零5分", "1208.05", "tael", ""),
        ("35磅零4两", "35.25", "lb", ""),
        ("60平方公里", "60", "km2", ""),
    ],
)
def test_numbers(text: str, value: str, unit: str, counted: str) -> None:
    """Numerals in characters and digits, percentages, weights of the old system."""
    [reading] = read(text, language="zh")
    assert (reading.value, reading.unit) == (Decimal(value), unit)
    if counted:
        assert reading.counted == counted


def test_words_are_no_numbers() -> None:
    """A numeral inside a word counts nothing."""
    assert read("一些人一直参加统一行动", language="zh") == []


def test_label() -> None:
    """The number of a paragraph is its label."""
    assert [r.kind for r in read("三、共修井24口", language="zh")] == [Kind.LABEL, Kind.COUNT]


def test_range() -> None:
    """Two digits side by side are the ends of a range."""
    [reading] = read("三四十人", language="zh")
    assert (reading.lower, reading.upper) == (30, 40)


def test_place_and_time() -> None:
    """The place named before the figure in its sentence; the date, or the length, that it is about."""
    text = "截至6月3日，湖北省修井41口。云南5天内修井12口，西安市8口。"
    found = [r for r in read(text, language="zh") if r.is_figure and r.unit != "day"]
    assert [(r.value, r.area, r.period) for r in found] == [
        (41, "湖北省", "截至6月3日"),
        (12, "云南", "P5D"),
        (8, "西安市", ""),
    ]


def test_part() -> None:
    """What stands behind 其中 is part of the figure before it."""
    whole, part, share = read("修井628口，其中深井120口（19.1%）", language="zh")
    assert part.part_of == (whole.start, whole.end)
    assert share.restates == (part.start, part.end)
