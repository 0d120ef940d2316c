"""The map: round classes without an empty one, every area drawn, labels inside their area, names as text."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.briefing.charts.classes import class_breaks, class_of, shades
from crossfoot.briefing.document import Chart, Point, Series, Table
from crossfoot.briefing.formats.svg import draw

TABLE = Table((), (), ())
AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


def square(x: float, y: float, size: float = 1.0):
    return (((x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)),)


def svg_of(points, shapes, key=(("c3", "12 (1)"), ("missing", "no figure (1)"))):
    chart = Chart("map", "T", "D", (Series("Rate", tuple(points)),), TABLE, key=key, shapes=tuple(shapes))
    return draw(chart, 4)


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


@given(st.lists(AMOUNTS, min_size=1, max_size=60))
@settings(max_examples=150, deadline=None)
def test_classes_are_round_rising_and_never_empty(values):
    breaks = class_breaks(values)
    assert len(breaks) <= 4
    assert list(breaks) == sorted(set(breaks))
    assert {class_of(value, breaks) for value in values} == set(shades(breaks))
    assert bool(breaks) == (len(set(values)) > 1)
    assert min(values) not in breaks[1:]
    for value in breaks:
        assert value > min(values)
        assert value <= max(values)


@pytest.mark.parametrize(
    ("values", "breaks"),
    [
        ([10, 20, 30, 40, 50, 60], [20, 30, 40, 50]),
        ([5, 5, 5], []),
        ([3, 4], [4]),
        ([0, 0, 0, 1], [1]),
        ([-30, -20, -10, 0], [-20, -10, 0]),
        ([1, 2, 4, 8, 16, 32, 64, 4000], None),
    ],
)
def test_classes_of_known_values(values, breaks):
    found = class_breaks([Decimal(v) for v in values])
    if breaks is not None:
        assert [int(b) for b in found] == breaks
    else:  # a few large ones do not put all others into one class
        assert max(sum(class_of(Decimal(v), found) == c for v in values) for c in shades(found)) <= 3


def test_an_area_without_a_figure_is_hatched_and_in_the_key():
    points = [
        Point("North", Decimal(12), kind="c3", text="12"),
        Point("South", None, kind="missing", text="not reported"),
    ]
    root = parsed(svg_of(points, [square(0, 1), square(0, 0)]))
    hatched = [e for e in root.iter() if e.get("fill") == "url(#c4-hatch)"]
    assert [e.tag for e in hatched] == ["path", "rect"]  # the area, and its place in the key
    assert root.find(".//pattern").get("id") == "c4-hatch"
    told = [e.text for e in root.iter("title")]
    assert told == ["T", "North: 12", "South: not reported"]
    words = [e.text for e in root.iter("text")]
    assert words == ["North", "12", "South", "12 (1)", "no figure (1)"]


def test_names_are_text():
    hostile = '<script>alert(1)</script>"&'
    root = parsed(
        svg_of([Point(hostile, Decimal(1), kind='c3" onload="x', text="1")], [square(0, 0)], key=(("c3", hostile),))
    )
    assert root.find(".//script") is None
    assert not [e for e in root.iter() if e.get("onload")]


def test_sixty_areas_are_drawn_and_no_label_leaves_its_area():
    places = [(x, y) for x in range(10) for y in range(6)]
    points = [Point(f"Area {x}{y}", Decimal(x * y), kind="c2", text=str(x * y)) for x, y in places]
    root = parsed(svg_of(points, [square(x, y) for x, y in places]))
    assert len([e for e in root.iter("path")]) == 60
    side = 640 / 10
    labels = [e for e in root.iter("text") if e.get("class") != "named"]
    assert len(labels) >= 60
    for e in labels:
        x = float(e.get("x"))
        half = len(e.text) * 7 / 2
        assert (x - half) // side == (x + half) // side


def test_what_is_too_small_to_be_seen_has_a_mark():
    root = parsed(svg_of([Point("Big", Decimal(1), kind="c1", text="1"), Point("Dot", Decimal(2), kind="c5", text="2")],
                         [square(0, 0, 10), square(20, 20, 0.001)]))  # fmt: skip
    [mark] = [e for e in root.iter("rect") if e.find("title") is not None]
    assert mark.find("title").text == "Dot: 2"
    assert float(mark.get("width")) == 8


@pytest.mark.parametrize("shape", [(((1.0, 1.0),) * 4,), (((0.0, 0.0), (0.0, 5.0), (0.0, 2.0), (0.0, 0.0)),)])
def test_a_shape_without_width_is_drawn(shape):
    root = parsed(svg_of([Point("Line", Decimal(1), kind="c1", text="1")], [shape]))
    assert "Line: 1" in [e.text for e in root.iter("title")]


def test_a_country_on_both_sides_of_the_date_line_is_not_torn_apart():
    svg = svg_of([Point("West", Decimal(1), kind="c1", text="1"), Point("East", Decimal(2), kind="c5", text="2")],
                 [square(-179, 0), square(178, 0)])  # fmt: skip
    xs = [float(x) for d in re.findall(r' d="([^"]+)"', svg) for x in re.findall(r"[ML]([\d.]+) ", d)]
    assert max(xs) - min(xs) > 100  # drawn large, because it is three degrees wide


def test_scale_is_true_at_the_middle_latitude():
    svg = svg_of([Point("A", Decimal(1), kind="c1", text="1")], [square(10, 59.5)])
    ring = [tuple(map(float, p)) for p in re.findall(r"[ML]([\d.]+) ([\d.]+)", re.findall(r' d="([^"]+)"', svg)[0])]
    wide, tall = (max(p[n] for p in ring) - min(p[n] for p in ring) for n in (0, 1))
    assert wide / tall == pytest.approx(0.5, abs=0.01)  # the cosine of 60 degrees
