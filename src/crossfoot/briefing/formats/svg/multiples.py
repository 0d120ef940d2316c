"""Small lines side by side, one for each area, all on one scale."""

from decimal import Decimal
from html import escape
from math import ceil

from crossfoot.briefing.document import Series
from crossfoot.briefing.formats.svg.strokes import WIDTH, label, short, ticks

FEW = 24  # up to so many areas three stand side by side, else four
HIGH, HEAD, FOOT = 64, 26, 14  # the drawing itself, its name above it, and the room below
MARGIN = 52  # for the marks of the scale, left of the first column
END = 10  # room at the end of a line
LETTER = 10  # about the width of a letter on a phone


def draw_multiples(series: tuple[Series, ...], language: str) -> tuple[int, str]:
    """Return the height of small multiples and what is inside their SVG element."""
    columns = min(len(series), 3 if len(series) <= FEW else 4)
    wide = (WIDTH - MARGIN) / columns
    values = [p.value for one in series for p in one.points if p.value is not None]
    marks = ticks(min(Decimal(0), *values), max(Decimal(0), *values), 2)
    out = []
    for n, one in enumerate(series):
        left, top = MARGIN + wide * (n % columns), (HEAD + HIGH + FOOT) * (n // columns) + HEAD
        out += _one(one, left, top, wide - 12, marks)
        if n % columns == 0:
            low, span = marks[0], marks[-1] - marks[0]
            for tick in (marks[0], marks[-1]):
                at = top + HIGH - HIGH * float((tick - low) / span) + 4
                out.append(label(MARGIN - 6, at, short(tick, language), "end", "tick"))
    return (HEAD + HIGH + FOOT) * ceil(len(series) / columns), "".join(out)


def _one(one: Series, left: float, top: float, wide: float, marks: list[Decimal]) -> list[str]:
    low, span = marks[0], marks[-1] - marks[0]
    step = (wide - END) / max(1, len(one.points) - 1)

    def y(value: Decimal) -> float:
        return top + HIGH - HIGH * float((value - low) / span)

    fits = max(4, int(wide / LETTER) - max((len(p.text) for p in one.points), default=0) - 1)
    name = one.name if len(one.name) <= fits else one.name[: fits - 1] + "…"
    out = [label(left, top - 10, name, "start", "place")]
    across = f'x1="{left:.1f}" x2="{left + wide:.1f}"'
    out += [f'<line class="grid" {across} y1="{y(t):.1f}" y2="{y(t):.1f}"/>' for t in marks]
    run: list[str] = []
    for n, point in enumerate(one.points):
        at = left + step * n
        if point.value is None:
            out.append(f'<rect class="gap" x="{at - 2:.1f}" y="{top}" width="4" height="{HIGH}"/>')
            out.append(_line(run))
            run = []
        else:
            run.append(f"{at:.1f},{y(point.value):.1f}")
    out.append(_line(run))
    reported = [(n, p.value, p) for n, p in enumerate(one.points) if p.value is not None]
    if reported:
        n, value, last = reported[-1]
        told = escape(f"{one.name}, {last.label}: {last.text}")
        place = f'cx="{left + step * n:.1f}" cy="{y(value):.1f}"'
        out.append(f'<circle class="dot" {place} r="3"><title>{told}</title></circle>')
        out.append(label(left + wide, top - 10, last.text, "end", "value"))
    return out


def _line(run: list[str]) -> str:
    if len(run) == 1:  # a figure between two gaps
        x, y = run[0].split(",")
        return f'<circle class="dot" cx="{x}" cy="{y}" r="1.5"/>'
    return f'<polyline class="line" points="{" ".join(run)}"/>' if run else ""
