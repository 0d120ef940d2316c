"""Charts as SVG: round ticks, gaps where nothing was reported, names as text."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from crossfoot.briefing.document import Chart, Point, Series, Table
from crossfoot.briefing.formats.svg import draw, ticks

TABLE = Table((), (), ())


def chart(kind: str, *points: Point, name: str = "Cases") -> str:
    return draw(Chart(kind, "Title <b>", "Told & done", (Series(name, points),), TABLE), 1)


def point(label: str, value: int | None, other: int | None = None, kind: str = "") -> Point:
    made = None if other is None else Decimal(other)
    return Point(label, None if value is None else Decimal(value), made, kind, "" if value is None else str(value))


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(0, 100, [0, 50, 100]), (0, 7, [0, 2, 4, 6, 8]), (-5, 5, [-5, 0, 5]), (3, 3, None)],
)
def test_ticks_are_round_and_span_the_range(least: int, most: int, expected: list[int] | None) -> None:
    found = ticks(Decimal(least), Decimal(most))
    assert found[0] <= least
    assert found[-1] >= most
    assert expected is None or [int(t) for t in found] == expected


def test_a_line_breaks_where_nothing_was_reported() -> None:
    svg = chart("line", *(point(str(n), v) for n, v in enumerate((1, 2, None, 4, 5))))
    assert len(re.findall("<polyline", svg)) == 2
    assert len(re.findall("<circle", svg)) == 4
    assert len(re.findall('class="gap"', svg)) == 1


def test_bars_hold_negative_values() -> None:
    svg = chart("bars", point("up", 10), point("down", -5), point("none", None))
    widths = [float(w) for w in re.findall(r'class="bar" x="[\d.]+" y="\d+" width="([\d.]+)"', svg)]
    assert len(widths) == 2
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)


@pytest.mark.parametrize("kind", ["line", "multiples", "bars", "dumbbell", "funnel", "calendar"])
def test_every_chart_is_well_formed_and_says_what_it_shows(kind: str) -> None:
    hostile = "<script>alert(1)</script>*_[x](javascript:1)"
    root = ElementTree.fromstring(  # noqa: S314 - our own
        chart(kind, point(hostile, 3, 2, "received"), point("b", 5, 1, "nothing"), name=hostile)
    )
    assert root.attrib["role"] == "img"
    assert root.find("title").text == "Title <b>"
    assert root.find("desc").text == "Told & done"
    assert root.find(".//script") is None
