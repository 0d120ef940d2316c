"""Who reported on which period: squares, areas down and periods across."""

from html import escape

from crossfoot.briefing.document import Series
from crossfoot.briefing.formats.svg.strokes import BOTTOM, NAME, TOP, WIDTH, cut, label

CELL = 24
LETTER = 8  # about the width of a letter of an axis


def draw_calendar(series: tuple[Series, ...]) -> tuple[int, str]:
    """Return the height of a reporting calendar and what is inside its SVG element."""
    count = max(len(s.points) for s in series)
    # A cell is as wide as the name below it, where there is room for that.
    longest = max((len(point.label) for points in series for point in points.points), default=0)
    cell = min(max(CELL + 8, LETTER * longest + 12), (WIDTH - NAME - 24) / max(1, count))
    height = TOP + CELL * len(series) + BOTTOM
    out = []
    for n, one in enumerate(series):
        top = TOP + CELL * n
        out.append(label(NAME, top + 16, cut(one.name), "end", "name"))
        for m, point in enumerate(one.points):
            left = NAME + 12 + cell * m
            out.append(
                f'<rect class="{escape(point.kind)}" x="{left:.1f}" y="{top + 1}" width="{cell - 3:.1f}" height="21">'
                f"<title>{escape(f'{one.name}, {point.label}')}</title></rect>"
            )
            if point.kind == "received":  # a tick, so that nothing is said by colour alone
                out.append(f'<path class="tickmark" d="M{left + cell / 2 - 5:.1f} {top + 12} l3 4 l6 -8"/>')
    every = max(1, -(-count // 7))
    for m, point in enumerate(series[0].points):
        if (count - 1 - m) % every == 0:
            out.append(label(NAME + 12 + cell * m + cell / 2, height - 10, point.label, "middle", "tick"))
    return height, "".join(out)
