"""A funnel plot: size across, value up, the limits as lines, those outside them with their names."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from math import log10

from crossfoot.briefing.document import Chart, Point, Series
from crossfoot.briefing.formats.svg.strokes import LEFT, WIDTH, breadth, label, short, ticks

HEIGHT, TOP, BOTTOM, RIGHT = 340, 44, 34, 90
SPREAD = 8  # sizes that differ by more are told apart on a scale of powers only
MOUTH = 50  # room left of the smallest, for the names of the limits
SIZE = 5  # of a mark
GAP = 9  # between a mark and its name
TALL = 14  # of a name
WAYS = (  # where a name may stand beside its mark, the best first
    (GAP, 4, "start"), (-GAP, 4, "end"), (0, -GAP, "middle"), (0, GAP + 9, "middle"),
    (GAP, -7, "start"), (GAP, 15, "start"), (-GAP, -7, "end"), (-GAP, 15, "end"),
)  # fmt: skip
Spot = Callable[[Decimal], float]
Box = tuple[float, float, float, float]


def draw_funnel(chart: Chart) -> tuple[int, str]:
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
        out.append(label(LEFT - 6, y(tick) + 4, short(tick), "end", "tick"))
    for size in across:
        out.append(label(x(size), HEIGHT - 10, short(size), "middle", "tick"))
    out += _limits(limits, x, y)
    placed = ((p, p.other, p.value) for p in points)
    out += [_mark(p.kind, x(a), y(b), p) for p, a, b in placed if a is not None and b is not None]
    out += _names([p for p in points if p.kind not in ("within", "")], points, x, y)
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


def _limits(limits: Sequence[Series], x: Spot, y: Spot) -> list[str]:
    out: list[str] = []
    taken: list[float] = []
    for one in limits:
        known = [(x(p.other), y(p.value)) for p in one.points if p.other is not None and p.value is not None]
        if not known:
            continue
        places = " ".join(f"{a:.1f},{b:.1f}" for a, b in known)
        out.append(f'<polyline class="limit {escape(one.kind)}" points="{places}"/>')
        centre = one.kind == "centre"
        left, at = known[-1] if centre else known[0]
        if centre or all(abs(at - other) >= TALL for other in taken):  # otherwise its fellow on the other side names it
            taken += [] if centre else [at]
            out.append(label(left + (10 if centre else -6), at + 4, one.name, "start" if centre else "end", "tick"))
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


def _names(named: Sequence[Point], points: Sequence[Point], x: Spot, y: Spot) -> list[str]:
    """The names of those outside the limits, each where it covers no mark and no other name."""
    marks = [(x(p.other), y(p.value)) for p in points if p.other is not None and p.value is not None]
    taken: list[Box] = [(a - SIZE, b - SIZE, a + SIZE, b + SIZE) for a, b in marks]
    out = []
    for point in named:
        if point.other is None or point.value is None:
            continue
        a, b, wide = x(point.other), y(point.value), breadth(point.label)
        for right, down, anchor in WAYS:
            left, line = a + right, b + down
            box = _box(left, line, wide, anchor)
            inside = box[0] > LEFT and box[2] < WIDTH and box[3] < HEIGHT - BOTTOM + 4
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                out.append(label(left, line, point.label, anchor, "place"))
                break
    return out


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
