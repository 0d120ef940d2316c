"""A chart as an SVG file of its own, for formats that have no style sheet: the colours of print."""

from crossfoot.briefing.document import Chart
from crossfoot.briefing.formats.svg import draw

FAMILY = "Noto Sans CJK SC"
STYLE = f"""
.chart text {{ font: 12px '{FAMILY}', sans-serif; fill: #1b1b1a; }}
.chart .tick {{ fill: #55534e; }}
.chart .value {{ font-weight: 700; }}
.chart .grid {{ stroke: #d5d2ca; }}
.chart .line {{ stroke: #2f6690; stroke-width: 2.25; fill: none; }}
.chart .dot, .bar, .now, .received {{ fill: #2f6690; }}
.chart .before {{ fill: #ffffff; stroke: #2f6690; stroke-width: 2; }}
.chart .gap {{ fill: #f4f1ea; }}
.chart .nothing {{ fill: none; stroke: #8d887c; stroke-dasharray: 2 2; }}
.chart .blank {{ fill: #f4f1ea; stroke: #8d887c; }}
.chart .area {{ stroke: #55534e; stroke-width: 0.6; stroke-linejoin: round; }}
.chart .c1 {{ fill: #e4eef6; }} .chart .c2 {{ fill: #b3d0e6; }} .chart .c3 {{ fill: #79acd1; }}
.chart .c4 {{ fill: #34739f; }} .chart .c5 {{ fill: #174e7e; }}
.chart .earlier {{ stroke: #55534e; stroke-width: 1.75; stroke-dasharray: 5 4; }}
.chart .earlier-dot {{ fill: #55534e; }}
.chart .before-name {{ fill: #55534e; }}
.chart .short {{ fill: #ffffff; stroke: #2f6690; stroke-width: 1.5; }}
.chart .target {{ stroke: #1b1b1a; stroke-width: 1.5; stroke-dasharray: 6 3; }}
.chart .limit {{ fill: none; stroke: #55534e; stroke-width: 1.25; }}
.chart .lo_95, .chart .hi_95 {{ stroke-dasharray: 5 4; }}
.chart .centre {{ stroke: #1b1b1a; }}
.chart .peer {{ fill: #2f6690; stroke: #ffffff; }}
.chart .within {{ fill: #ffffff; stroke: #2f6690; stroke-width: 1.5; }}
.chart .far-behind {{ fill: #1b1b1a; }} .chart .narrow {{ display: none; }}
.chart .hatch {{ stroke: #55534e; stroke-width: 1.6; }} .chart .unhatched {{ fill: #ffffff; }}
.chart .place, .chart .value {{ paint-order: stroke; stroke: #ffffff; stroke-width: 3; stroke-linejoin: round; }}
.chart .on-c4 {{ fill: #ffffff; stroke: #34739f; }} .chart .on-c5 {{ fill: #ffffff; stroke: #174e7e; }}
.chart .tickmark {{ fill: none; stroke: #ffffff; stroke-width: 2; }}
"""


def standalone(chart: Chart, number: int, language: str = "en") -> str:
    """Return a chart as a whole SVG file that needs no style from outside."""
    drawn = draw(chart, number, language)
    opening, rest = drawn.split(">", 1)
    width, height = opening.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()
    size = f' xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f"{opening}{size}><style>{STYLE}</style>{rest}"
