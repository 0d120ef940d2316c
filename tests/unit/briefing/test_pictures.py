"""Each kind of picture at its edges: gaps, one point, all equal, negative, no area, sixty areas, long names."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from crossfoot.briefing.document import Chart, Point, Series, Table
from crossfoot.briefing.formats.drawing import standalone
from crossfoot.briefing.formats.svg import draw

TABLE = Table((), (), ())


def at(label: str, value: int | None, other: int | None = None, kind: str = "within") -> Point:
    made = None if value is None else Decimal(value)
    return Point(label, made, None if other is None else Decimal(other), kind, "" if value is None else str(value))


def series(name: str, *values: int | None, kind: str = "") -> Series:
    return Series(name, tuple(at(f"p{n}", value) for n, value in enumerate(values)), kind)


def svg(kind: str, *given: Series, **more) -> ElementTree.Element:
    return ElementTree.fromstring(draw(Chart(kind, "T", "D", given, TABLE, **more), 1))  # noqa: S314 - our own


def marked(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [e for e in root.iter() if name in (e.get("class") or "").split()]


def words(root: ElementTree.Element) -> list[str]:
    return [e.text or "" for e in root.iter("text")]


def inside(root: ElementTree.Element) -> bool:
    """Whether all that is drawn is a number, and lies in the picture from top to bottom."""
    height = float(root.get("viewBox").split()[3])
    ys = [float(e.get(name)) for e in root.iter() for name in ("y", "cy", "y1", "y2") if e.get(name)]
    return "nan" not in ElementTree.tostring(root, "unicode") and all(-1 <= y <= height + 1 for y in ys)


EDGES = [(1, None, 3), (5,), (7, 7, 7), (-4, 2, -9), (0, 0), tuple(range(60))]


@pytest.mark.parametrize("values", EDGES)
@pytest.mark.parametrize("kind", ["line", "bars", "multiples"])
def test_edges_of_one_row_of_values(kind, values):
    assert inside(svg(kind, series("Cases", *values)))


@pytest.mark.parametrize("values", EDGES)
def test_edges_of_a_funnel(values):
    points = tuple(at(f"Area {n}", v, 100 + n, "far-behind") for n, v in enumerate(values) if v is not None)
    assert inside(svg("funnel", Series("Rate", points)))


# ---- the line and the year before ----


def test_last_years_line_is_dashed_and_named_at_its_end():
    root = svg("line", series("Cases", 1, 2, 3), series("a year before", 4, 5, 6, kind="before"))
    assert len(marked(root, "earlier")) == 1
    assert "a year before: 6" in words(root)
    told = [e.text for e in root.iter("title")]
    assert "a year before, p2: 6" in told


def test_two_ends_at_one_height_have_two_heights_of_labels():
    root = svg("line", series("Cases", 1, 2, 3), series("a year before", 4, 5, 3, kind="before"))
    [now], [then] = marked(root, "value"), marked(root, "before-name")
    assert abs(float(now.get("y")) - float(then.get("y"))) >= 20


def test_a_year_before_with_gaps_breaks_its_line():
    root = svg("line", series("Cases", 1, 2, 3, 4), series("before", 4, None, 3, 3, kind="before"))
    assert len(marked(root, "earlier")) == 1
    assert len(marked(root, "earlier-dot")) == 3
    assert not marked(root, "gap")


# ---- bars with a target ----


def test_bars_that_miss_the_target_are_hollow_and_the_target_is_named():
    points = (at("A", 98, kind="met"), at("B", 70, kind="short"), at("C", None, kind=""))
    target = Point("target 95 %", Decimal(95), text="95 %")
    root = svg("bars", Series("Coverage", points), target=target)
    assert [e.get("class") for e in marked(root, "bar")] == ["bar", "bar short"]
    [line] = marked(root, "target")
    first = next(e for e in marked(root, "bar"))
    assert float(line.get("x1")) < float(first.get("x")) + float(first.get("width"))
    assert "target 95 %" in words(root)


def test_a_target_beyond_all_bars_is_still_drawn_inside():
    root = svg("bars", Series("Coverage", (at("A", 3, kind="short"),)), target=Point("target 95", Decimal(95)))
    [line] = marked(root, "target")
    assert float(line.get("x1")) < 640


# ---- small multiples ----


def test_multiples_share_their_scale_and_label_the_last_value():
    root = svg("multiples", series("North", 0, 100), series("South", 0, 50))
    north, south = (e.get("points").split() for e in marked(root, "line"))
    ends = [float(p[-1].split(",")[1]) for p in (north, south)]
    starts = [float(p[0].split(",")[1]) for p in (north, south)]
    assert starts[0] == starts[1]
    assert starts[0] - ends[0] == pytest.approx(2 * (starts[1] - ends[1]), abs=0.2)
    assert {"North", "South", "100", "50"} <= set(words(root))


def test_a_figure_between_two_gaps_is_a_dot():
    root = svg("multiples", series("North", None, 3, None, 4, 5))
    assert len(marked(root, "line")) == 1
    assert len(marked(root, "dot")) == 2
    assert len(marked(root, "gap")) == 2


def test_sixty_long_names_are_cut_and_stay_in_their_column():
    root = svg("multiples", *(series(f"A province with a very long name {n}", 1, 2) for n in range(60)))
    names = marked(root, "place")
    assert len(names) == 60
    lefts = sorted({float(e.get("x")) for e in names})
    assert len(lefts) == 4
    assert all(len(e.text) * 8 <= lefts[1] - lefts[0] for e in names)


def test_an_area_that_never_reported_has_its_place():
    assert "South" in words(svg("multiples", series("North", 1, 2), series("South", None, None)))


# ---- the funnel ----


def funnel(points, key=()):
    limits = [
        Series(name, tuple(at("", value, p.other) for p in points), kind)
        for name, kind, value in (("95%", "lo_95", 40), ("95%", "hi_95", 60), ("together", "centre", 50))
    ]
    return svg("funnel", Series("Rate", tuple(points)), *limits, key=key)


def test_those_outside_are_named_and_told_apart_by_shape():
    root = funnel(
        [
            at("In", 50, 100),
            at("Late", 30, 200, "behind"),
            at("Last", 5, 300, "far-behind"),
            at("First", 90, 400, "ahead"),
        ]
    )
    assert {"Late", "Last", "First"} <= set(words(root))
    assert "In" not in words(root)
    shapes = {re.sub(r"M[\d. -]+?(?=[a-z])", "", e.get("d", "circle")) for e in marked(root, "peer")}
    assert len(shapes) == 4
    assert {"In: 50", "Last: 5"} <= {e.text for e in root.iter("title")}


def test_names_cover_no_mark_and_no_other_name():
    root = funnel([at(f"Neighbour {n}", 5 + n % 3, 100 + n, "far-behind") for n in range(12)])
    boxes = []
    for e in marked(root, "place"):
        x, y, wide = float(e.get("x")), float(e.get("y")), 7 * len(e.text)
        start = x - {"start": 0, "middle": wide / 2, "end": wide}[e.get("text-anchor")]
        boxes.append((start, y - 11, start + wide, y + 2))
    assert boxes
    for n, a in enumerate(boxes):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[n + 1 :])


def test_sizes_far_apart_are_on_a_scale_of_powers():
    root = funnel([at("a", 50, 10), at("b", 50, 1_000), at("c", 50, 100_000)])
    xs = [float(e.get("cx")) for e in marked(root, "within")]
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1], abs=0.2)


@pytest.mark.parametrize("kind", ["line", "bars", "multiples", "funnel"])
def test_a_picture_for_print_has_every_colour_of_its_own(kind):
    root = ElementTree.fromstring(  # noqa: S314 - our own
        standalone(Chart(kind, "T", "D", (Series("Cases", (at("a", 1, 5), at("b", 2, 6))),), TABLE), 1)
    )
    style = root.find("{*}style").text
    used = {name for e in root.iter() for name in (e.get("class") or "").split()[:1]} - {"chart", "name", "named"}
    assert used
    assert {name for name in used if f".{name}" not in style} == set()
