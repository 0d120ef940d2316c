"""Charts drawn as SVG by a few lines of our own; colours come from the page's style sheet.

Every chart has a title and a description, and says nothing by colour alone.
"""

from decimal import Decimal
from html import escape

from crossfoot.briefing.document import Chart, Point, Series

WIDTH = 640
LEFT, RIGHT, TOP, BOTTOM = 60, 16, 14, 28
STEPS = (1, 2, 5, 10)
ROW = 22  # height of a bar with its gap
NAME = 150  # room for an area's name
LONGEST = 24  # letters of it that are shown
CELL = 24
LETTER = 8  # about the width of a letter of an axis


def draw(chart: Chart, number: int) -> str:
    """Return a chart as an SVG element; `number` makes its ids its own."""
    match chart.kind:
        case "line":
            height, inside = _line(chart.series)
        case "bars":
            height, inside = _bars(chart.series[0])
        case "dumbbell":
            height, inside = _dumbbell(chart.series[0])
        case _:
            height, inside = _calendar(chart.series)
    title, told = f"c{number}-title", f"c{number}-desc"
    return (
        f'<svg class="chart {escape(chart.kind)}" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{title} {told}">'
        f'<title id="{title}">{escape(chart.title)}</title><desc id="{told}">{escape(chart.description)}</desc>'
        f"{inside}</svg>"
    )


def ticks(least: Decimal, most: Decimal, count: int = 4) -> list[Decimal]:
    """Return round numbers that span a range, about `count` of them."""
    if most <= least:
        most = least + 1
    rough = (most - least) / count
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(Decimal(s) * power for s in STEPS if Decimal(s) * power >= rough)
    at = (least / step).to_integral_value(rounding="ROUND_FLOOR") * step
    out = [at]
    while out[-1] < most:
        out.append(out[-1] + step)
    return out


def _text(x: float, y: float, words: str, anchor: str = "start", mark: str = "") -> str:
    kind = f' class="{mark}"' if mark else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{kind}>{escape(words)}</text>'


def _short(value: Decimal) -> str:
    """Return a tick's label: 1,500 as 1.5k would need a word for k, so the digits are only grouped."""
    return f"{value.normalize():,f}".replace(",", "\N{NARROW NO-BREAK SPACE}").replace("-", "\N{MINUS SIGN}")


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _line(series: tuple[Series, ...]) -> tuple[int, str]:
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
        out.append(_text(LEFT - 6, y(tick) + 4, _short(tick), "end", "tick"))
    every = max(1, -(-count // 7))
    for n, point in enumerate(series[0].points):
        if (count - 1 - n) % every == 0:
            out.append(_text(x(n), height - 8, point.label, "end" if n == count - 1 else "middle", "tick"))
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
        out.append(_text(x(n), min(max(at, TOP), 232), last.text, "end", "value"))  # type: ignore[operator]
    return out


def _bars(series: Series) -> tuple[int, str]:
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
        out.append(_text(NAME, top + 13, _cut(point.label), "end", "name"))
        if point.value is None:
            out.append(_text(x(Decimal(0)) + 4, top + 13, "–", "start", "tick"))
            continue
        start, end = sorted((x(Decimal(0)), x(point.value)))
        out.append(f'<rect class="bar" x="{start:.1f}" y="{top + 2}" width="{max(1.0, end - start):.1f}" height="14"/>')
        out.append(_text(end + 5, top + 13, point.text, "start", "value"))
    return height, "".join(out)


def _dumbbell(series: Series) -> tuple[int, str]:
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
        out.append(_text(x(tick), height - 10, _short(tick), "middle", "tick"))
    for n, point in enumerate(points):
        if point.value is None or point.other is None:
            continue
        middle = TOP + ROW * n + 10
        out.append(_text(NAME, middle + 4, _cut(point.label), "end", "name"))
        out.append(
            f'<line class="line" x1="{x(point.other):.1f}" x2="{x(point.value):.1f}" y1="{middle}" y2="{middle}"/>'
        )
        out.append(f'<circle class="before" cx="{x(point.other):.1f}" cy="{middle}" r="5"/>')
        out.append(f'<circle class="now" cx="{x(point.value):.1f}" cy="{middle}" r="5"/>')
    return height, "".join(out)


def _calendar(series: tuple[Series, ...]) -> tuple[int, str]:
    count = max(len(s.points) for s in series)
    # A cell is as wide as the name below it, where there is room for that.
    longest = max((len(point.label) for points in series for point in points.points), default=0)
    cell = min(max(CELL + 8, LETTER * longest + 12), (WIDTH - NAME - 24) / max(1, count))
    height = TOP + CELL * len(series) + BOTTOM
    out = []
    for n, one in enumerate(series):
        top = TOP + CELL * n
        out.append(_text(NAME, top + 16, _cut(one.name), "end", "name"))
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
            out.append(_text(NAME + 12 + cell * m + cell / 2, height - 10, point.label, "middle", "tick"))
    return height, "".join(out)
