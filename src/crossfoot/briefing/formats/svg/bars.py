"""A bar for each area."""

from decimal import Decimal

from crossfoot.briefing.document import Series
from crossfoot.briefing.formats.svg.strokes import NAME, ROW, TOP, WIDTH, cut, label


def draw_bars(series: Series) -> tuple[int, str]:
    """Return the height of bars and what is inside its SVG element."""
    points = series.points
    height = TOP + ROW * len(points) + 6
    values = [p.value for p in points if p.value is not None]
    least, most = min(Decimal(0), *values), max(Decimal(0), *values)
    span = (most - least) or Decimal(1)
    room = WIDTH - NAME - 90

    def x(value: Decimal) -> float:
        return NAME + 8 + room * float((value - least) / span)

    out = []
    for n, point in enumerate(points):
        top = TOP + ROW * n
        out.append(label(NAME, top + 13, cut(point.label), "end", "name"))
        if point.value is None:
            out.append(label(x(Decimal(0)) + 4, top + 13, "–", "start", "tick"))
            continue
        start, end = sorted((x(Decimal(0)), x(point.value)))
        out.append(f'<rect class="bar" x="{start:.1f}" y="{top + 2}" width="{max(1.0, end - start):.1f}" height="14"/>')
        out.append(label(end + 5, top + 13, point.text, "start", "value"))
    return height, "".join(out)
