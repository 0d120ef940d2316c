"""Charts drawn as SVG by a few lines of our own, a module for each kind; colours come from the style sheet.

Every chart has a title and a description, and says nothing by colour alone.
"""

from html import escape

from crossfoot.briefing.document import Chart
from crossfoot.briefing.formats.svg.bars import draw_bars
from crossfoot.briefing.formats.svg.calendar import draw_calendar
from crossfoot.briefing.formats.svg.dumbbell import draw_dumbbell
from crossfoot.briefing.formats.svg.funnel import draw_funnel
from crossfoot.briefing.formats.svg.lines import draw_line
from crossfoot.briefing.formats.svg.maps import draw_map
from crossfoot.briefing.formats.svg.multiples import draw_multiples
from crossfoot.briefing.formats.svg.strokes import WIDTH, ticks

__all__ = ["draw", "ticks"]


def draw(chart: Chart, number: int, language: str = "en") -> str:
    """Return a chart as an SVG element; `number` makes its ids its own, `language` is of its numbers."""
    match chart.kind:
        case "line":
            height, inside = draw_line(chart.series, language)
        case "bars":
            height, inside = draw_bars(chart)
        case "dumbbell":
            height, inside = draw_dumbbell(chart.series[0], language)
        case "multiples":
            height, inside = draw_multiples(chart.series, language)
        case "funnel":
            height, inside = draw_funnel(chart, language)
        case "map":
            height, inside = draw_map(chart, number)
        case _:
            height, inside = draw_calendar(chart.series)
    title, told = f"c{number}-title", f"c{number}-desc"
    return (
        f'<svg class="chart {escape(chart.kind)}" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{title} {told}">'
        f'<title id="{title}">{escape(chart.title)}</title><desc id="{told}">{escape(chart.description)}</desc>'
        f"{inside}</svg>"
    )
