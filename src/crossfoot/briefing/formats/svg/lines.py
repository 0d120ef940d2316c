"""A line over periods, with gaps where nothing was reported."""

from decimal import Decimal
from html import escape

from crossfoot.briefing.document import Point, Series
from crossfoot.briefing.formats.svg.strokes import BOTTOM, LEFT, RIGHT, TOP, WIDTH, label, short, ticks


def draw_line(series: tuple[Series, ...]) -> tuple[int, str]:
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
        out.append(label(LEFT - 6, y(tick) + 4, short(tick), "end", "tick"))
    every = max(1, -(-count // 7))
    for n, point in enumerate(series[0].points):
        if (count - 1 - n) % every == 0:
            out.append(label(x(n), height - 8, point.label, "end" if n == count - 1 else "middle", "tick"))
        if point.value is None:
            out.append(f'<rect class="gap" x="{x(n) - 3:.1f}" y="{TOP}" width="6" height="{height - TOP - BOTTOM}"/>')
    for one in series:
        out += _stretches(one.points, x, y)
    return height, "".join(out)


def _stretches(points: tuple[Point, ...], x: object, y: object) -> list[str]:
    """Lines between neighbours that both reported; the last point is labelled."""
    out, run = [], []
    for n, point in enumerate([*points, Point("", None)]):
        if point.value is not None:
            run.append(f"{x(n):.1f},{y(point.value):.1f}")  # type: ignore[operator]
            continue
        if len(run) > 1:
            out.append(f'<polyline class="line" points="{" ".join(run)}"/>')
        run = []
    reported = [(n, p) for n, p in enumerate(points) if p.value is not None]
    for n, point in reported:
        at = f'cx="{x(n):.1f}" cy="{y(point.value):.1f}"'  # type: ignore[operator]
        out.append(f'<circle class="dot" {at} r="3"><title>{escape(f"{point.label}: {point.text}")}</title></circle>')
    if reported:
        n, last = reported[-1]
        before = reported[-2][1].value if len(reported) > 1 else None
        falls = before is not None and last.value is not None and before > last.value
        at = y(last.value) + (20 if falls else -9)  # type: ignore[operator]
        out.append(label(x(n), min(max(at, TOP), 232), last.text, "end", "value"))  # type: ignore[operator]
    return out
