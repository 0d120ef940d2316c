"""A bar for each area."""

from decimal import Decimal

from crossfoot.briefing.document import Chart
from crossfoot.briefing.formats.svg.strokes import NAME, ROW, TOP, WIDTH, cut, label


def draw_bars(chart: Chart) -> tuple[int, str]:
    """Return the height of bars and what is inside its SVG element."""
    points, target = chart.series[0].points, chart.target
    above = TOP + (ROW if target is not None else 0)
    height = above + ROW * len(points) + 6
    values = [p.value for p in (*points, *([target] if target else [])) if p.value is not None]
    least, most = min(Decimal(0), *values), max(Decimal(0), *values)
    span = (most - least) or Decimal(1)
    room = WIDTH - NAME - 90

    def x(value: Decimal) -> float:
        return NAME + 8 + room * float((value - least) / span)

    out, values_at = [], []
    for n, point in enumerate(points):
        top = above + ROW * n
        out.append(label(NAME, top + 13, cut(point.label), "end", "name"))
        if point.value is None:
            out.append(label(x(Decimal(0)) + 4, top + 13, "–", "start", "tick"))
            continue
        start, end = sorted((x(Decimal(0)), x(point.value)))
        kind = "bar short" if point.kind == "short" else "bar"
        size = f'x="{start:.1f}" y="{top + 2}" width="{max(1.0, end - start):.1f}" height="14"'
        out.append(f'<rect class="{kind}" {size}/>')
        values_at.append(label(end + 5, top + 13, point.text, "start", "value"))
    if target is not None and target.value is not None:
        at = x(target.value)
        side = "end" if at > WIDTH / 2 else "start"
        out.append(f'<line class="target" x1="{at:.1f}" x2="{at:.1f}" y1="{above - 4}" y2="{height - 4}"/>')
        out.append(label(at, above - 10, target.label, side, "named"))
    return height, "".join([*out, *values_at])  # a value's halo keeps the target's line out of it
