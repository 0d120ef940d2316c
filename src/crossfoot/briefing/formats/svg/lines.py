"""A line over periods, with gaps where nothing was reported."""

from collections.abc import Callable
from decimal import Decimal
from html import escape

from crossfoot.briefing.document import Point, Series
from crossfoot.briefing.formats.svg.strokes import BOTTOM, LEFT, RIGHT, WIDTH, label, short, ticks

TOP = 26  # room for the last label above the line
HIGHEST, LOWEST = 14, 232  # of a label
APART = 20  # of two labels, on a phone
Across = Callable[[int], float]
Up = Callable[[Decimal], float]


def draw_line(series: tuple[Series, ...], language: str) -> tuple[int, str]:
    """Return the height of a line chart and what is inside its SVG element."""
    height = 240
    values = [p.value for s in series for p in s.points if p.value is not None]
    least = min(Decimal(0), *values) if min(values) < 0 or min(values) * 2 < max(values) else min(values)
    marks = ticks(least, max(values))
    low, span = marks[0], (marks[-1] - marks[0]) or Decimal(1)
    count = max(len(s.points) for s in series)

    def x(n: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (n / max(1, count - 1))

    def y(value: Decimal) -> float:
        return height - BOTTOM - (height - TOP - BOTTOM) * float((value - low) / span)

    out = []
    for tick in marks:
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}"/>')
        out.append(label(LEFT - 6, y(tick) + 4, short(tick, language), "end", "tick"))
    every = max(1, -(-count // 7))
    for n, point in enumerate(series[0].points):
        if (count - 1 - n) % every == 0:
            out.append(label(x(n), height - 8, point.label, "end" if n == count - 1 else "middle", "tick"))
        if point.value is None:
            out.append(f'<rect class="gap" x="{x(n) - 3:.1f}" y="{TOP}" width="6" height="{height - TOP - BOTTOM}"/>')
    taken: list[float] = []
    for one in series:
        out += _stretches(one, x, y, taken)
    return height, "".join(out)


def _stretches(one: Series, x: Across, y: Up, taken: list[float]) -> list[str]:
    """Lines between neighbours that both reported; the last point is labelled, clear of the labels that are there."""
    points, earlier = one.points, one.kind == "before"
    out, run = [], []
    for n, point in enumerate([*points, Point("", None)]):
        if point.value is not None:
            run.append(f"{x(n):.1f},{y(point.value):.1f}")
            continue
        if len(run) > 1:
            out.append(f'<polyline class="line{" earlier" * earlier}" points="{" ".join(run)}"/>')
        run = []
    reported = [(n, p.value, p) for n, p in enumerate(points) if p.value is not None]
    for n, value, point in reported:
        told = f"{one.name}, {point.label}: {point.text}" if earlier else f"{point.label}: {point.text}"
        kind, size = ("earlier-dot", 2) if earlier else ("dot", 3)
        at = f'cx="{x(n):.1f}" cy="{y(value):.1f}"'
        out.append(f'<circle class="{kind}" {at} r="{size}"><title>{escape(told)}</title></circle>')
    if reported:
        n, value, last = reported[-1]
        falls = len(reported) > 1 and reported[-2][1] > value
        at_y = _clear(min(max(y(value) + (20 if falls else -9), HIGHEST), LOWEST), taken)
        words = f"{one.name}: {last.text}" if earlier else last.text
        out.append(label(x(n), at_y, words, "end", "before-name" if earlier else "value"))
    return out


def _clear(wanted: float, taken: list[float]) -> float:
    """The nearest height for a label at which none stands yet."""
    free = [wanted, *(other + side * APART for other in taken for side in (-1, 1))]
    heights = [h for h in free if HIGHEST <= h <= LOWEST and all(abs(h - other) >= APART for other in taken)]
    chosen = min(heights, key=lambda h: abs(h - wanted), default=wanted)
    taken.append(chosen)
    return chosen
