"""Two dots for each area: the period before and this one."""

from decimal import Decimal

from crossfoot.briefing.document import Series
from crossfoot.briefing.formats.svg.strokes import BOTTOM, NAME, ROW, TOP, WIDTH, cut, label, short, ticks


def draw_dumbbell(series: Series, language: str) -> tuple[int, str]:
    """Return the height of a dumbbell chart and what is inside its SVG element."""
    points = series.points
    height = TOP + ROW * len(points) + BOTTOM
    values = [v for p in points for v in (p.value, p.other) if v is not None]
    marks = ticks(min(Decimal(0), *values), max(values))
    low, span = marks[0], (marks[-1] - marks[0]) or Decimal(1)
    room = WIDTH - NAME - 60

    def x(value: Decimal) -> float:
        return NAME + 14 + room * float((value - low) / span)

    out = []
    for tick in marks:
        out.append(f'<line class="grid" x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="{TOP}" y2="{height - BOTTOM}"/>')
        out.append(label(x(tick), height - 10, short(tick, language), "middle", "tick"))
    for n, point in enumerate(points):
        if point.value is None or point.other is None:
            continue
        middle = TOP + ROW * n + 10
        out.append(label(NAME, middle + 4, cut(point.label), "end", "name"))
        out.append(
            f'<line class="line" x1="{x(point.other):.1f}" x2="{x(point.value):.1f}" y1="{middle}" y2="{middle}"/>'
        )
        out.append(f'<circle class="before" cx="{x(point.other):.1f}" cy="{middle}" r="5"/>')
        out.append(f'<circle class="now" cx="{x(point.value):.1f}" cy="{middle}" r="5"/>')
    return height, "".join(out)
