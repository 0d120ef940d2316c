"""A funnel plot: size across, value up, the limits as lines, those outside them with their names."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from itertools import pairwise
from math import log10

from crossfoot.briefing.document import Chart, Point, Series
from crossfoot.briefing.formats.svg.strokes import LEFT, ON_PHONE, WIDTH, breadth, label, short, ticks

HEIGHT, TOP, BOTTOM, RIGHT = 340, 44, 34, 90
SPREAD = 8  # sizes that differ by more are told apart on a scale of powers only
MOUTH = 50  # room left of the smallest, for the names of the limits
SIZE = 5  # of a mark
GAP = 9  # between a mark and its name
TALL = 14  # of a name
PACE = 12  # between the boxes along a line
NAMED = ("far-behind", "behind", "ahead")  # standings, the first to be named first
WAYS = (  # where a name may stand beside its mark, the best first
    (GAP, 4, "start"), (-GAP, 4, "end"), (0, -GAP, "middle"), (0, GAP + 9, "middle"),
    (GAP, -7, "start"), (GAP, 15, "start"), (-GAP, -7, "end"), (-GAP, 15, "end"),
)  # fmt: skip
Spot = Callable[[Decimal], float]
Box = tuple[float, float, float, float]


def draw_funnel(chart: Chart, language: str) -> tuple[int, str]:
    """Return the height of a funnel plot and what is inside its SVG element."""
    points, limits = chart.series[0].points, chart.series[1:]
    ups = [p.value for one in chart.series for p in one.points if p.value is not None]
    marks = ticks(min(Decimal(0), *ups) if min(ups) * 2 < max(ups) else min(ups), max(ups))
    low, span = marks[0], marks[-1] - marks[0]
    sizes = [p.other for p in points if p.other is not None]
    x, across = _scale(min(sizes), max(sizes))

    def y(value: Decimal) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * float((value - low) / span)

    out = []
    for tick in marks:
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}"/>')
        out.append(label(LEFT - 6, y(tick) + 4, short(tick, language), "end", "tick"))
    out += _sizes([(x(size), short(size, language)) for size in across])
    lines, taken = _limits(limits, x, y)
    out += lines
    placed = ((p, p.other, p.value) for p in points)
    out += [_mark(p.kind, x(a), y(b), p) for p, a, b in placed if a is not None and b is not None]
    named = sorted((p for p in points if p.kind in NAMED), key=lambda p: NAMED.index(p.kind))
    out += _names(named, points, taken, _along(limits, x, y), x, y)
    out += _key(chart.key)
    return HEIGHT, "".join(out)


def _scale(least: Decimal, most: Decimal) -> tuple[Spot, list[Decimal]]:
    """How far across a size stands, and the round sizes that are written below."""
    start = LEFT + MOUTH
    wide = WIDTH - start - RIGHT - 12
    if least > 0 and most > least * SPREAD:
        first, last = log10(least), log10(most)
        steps = (1, 2, 5) if most < least * 1000 else (1,)
        across = [Decimal(s).scaleb(n) for n in range(least.adjusted(), most.adjusted() + 1) for s in steps]
        return (
            lambda size: start + wide * (log10(size) - first) / (last - first),
            [size for size in across if least <= size <= most],
        )
    marks = ticks(least, most)
    span = marks[-1] - marks[0]
    return lambda size: start + wide * float((size - marks[0]) / span), marks


def _sizes(marks: Sequence[tuple[float, str]]) -> list[str]:
    """The sizes below, as many as do not touch on a phone; powers of ten come first."""
    kept: list[tuple[float, float]] = []
    out = []
    for at, words in sorted(marks, key=lambda mark: not mark[1].startswith("1")):
        half = breadth(words) * ON_PHONE / 2 + 4
        if all(at + half < low or high < at - half for low, high in kept):
            kept.append((at - half, at + half))
            out.append(label(at, HEIGHT - 10, words, "middle", "tick"))
    return out


def _limits(limits: Sequence[Series], x: Spot, y: Spot) -> tuple[list[str], list[Box]]:
    """The lines with their names at the open end, and where these names stand."""
    out: list[str] = []
    taken: list[Box] = []
    for one in limits:
        known = [(x(p.other), y(p.value)) for p in one.points if p.other is not None and p.value is not None]
        if not known:
            continue
        places = " ".join(f"{a:.1f},{b:.1f}" for a, b in known)
        out.append(f'<polyline class="limit {escape(one.kind)}" points="{places}"/>')
        centre = one.kind == "centre"
        (left, at), anchor = (known[-1], "start") if centre else (known[0], "end")
        left += 10 if centre else -6
        box = _box(left, at + 4, breadth(one.name), anchor)
        if not any(_meet(box, other) for other in taken):  # otherwise its fellow on the other side names it
            taken.append(box)
            out.append(label(left, at + 4, one.name, anchor, "tick"))
    return out, taken


def _along(limits: Sequence[Series], x: Spot, y: Spot) -> list[Box]:
    """Small boxes all along the lines, for names to stay clear of."""
    out: list[Box] = []
    for one in limits:
        known = [(x(p.other), y(p.value)) for p in one.points if p.other is not None and p.value is not None]
        for (a, b), (c, d) in pairwise(known):
            count = max(1, int((c - a) / PACE))
            for n in range(count + 1):
                at, up = a + (c - a) * n / count, b + (d - b) * n / count
                out.append((at - PACE / 2, up - 1, at + PACE / 2, up + 1))
    return out


def _mark(kind: str, x: float, y: float, point: Point | None = None) -> str:
    """A mark whose shape says where the area stands: a ring, a diamond, a triangle, a dot."""
    told = "" if point is None else f"<title>{escape(f'{point.label}: {point.text}')}</title>"
    big = SIZE + 2
    lines = {
        "far-behind": f"M{x:.1f} {y - big:.1f}l{big} {big}l-{big} {big}l-{big} -{big}Z",
        "behind": f"M{x - SIZE:.1f} {y - SIZE:.1f}h{2 * SIZE}l-{SIZE} {2 * SIZE - 1}Z",
        "ahead": f"M{x - SIZE:.1f} {y + SIZE - 1:.1f}h{2 * SIZE}l-{SIZE} -{2 * SIZE - 1}Z",
    }
    if kind in lines:
        return f'<path class="peer {escape(kind)}" d="{lines[kind]}">{told}</path>'
    return f'<circle class="peer within" cx="{x:.1f}" cy="{y:.1f}" r="4">{told}</circle>'


def _names(
    named: Sequence[Point], points: Sequence[Point], taken: list[Box], lines: list[Box], x: Spot, y: Spot
) -> list[str]:
    """The names of those outside the limits, each where it covers no mark and no other name, and rather no line.

    What would cover another name on a phone, where letters are larger, is hidden there.
    """
    marks = [(x(p.other), y(p.value)) for p in points if p.other is not None and p.value is not None]
    taken = [*taken, *((a - SIZE, b - SIZE, a + SIZE, b + SIZE) for a, b in marks)]
    on_phone: list[Box] = []
    out = []
    for point in named:
        if point.other is None or point.value is None:
            continue
        a, b, wide = x(point.other), y(point.value), breadth(point.label)
        ways = [(a + right, b + down, anchor) for right, down, anchor in WAYS]
        free = [way for way in ways if _free(_box(way[0], way[1], wide, way[2]), taken)]
        clear = [way for way in free if _free(_box(way[0], way[1], wide, way[2]), lines)]
        for left, line, anchor in (clear or free)[:1]:
            taken.append(_box(left, line, wide, anchor))
            large = _box(left, line, wide * ON_PHONE, anchor)
            fits = large[2] < WIDTH and not any(_meet(large, other) for other in on_phone)
            on_phone += [large] if fits else []
            out.append(label(left, line, point.label, anchor, "place" if fits else "place wide"))
    return out


def _free(box: Box, taken: Sequence[Box]) -> bool:
    inside = box[0] > LEFT and box[2] < WIDTH and box[3] < HEIGHT - BOTTOM + 4
    return inside and not any(_meet(box, other) for other in taken)


def _box(left: float, line: float, wide: float, anchor: str) -> Box:
    start = left - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return start, line - TALL + 3, start + wide, line + 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _key(key: Sequence[tuple[str, str]]) -> list[str]:
    each = (WIDTH - 20) / max(1, len(key))
    out = []
    for n, (kind, words) in enumerate(key):
        out.append(_mark(kind, 14 + each * n, 12))
        out.append(label(26 + each * n, 16, words, "start", "named"))
    return out
