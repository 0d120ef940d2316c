"""A line over periods."""

from crossfoot.briefing.charts.points import TREND, point
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.wording.dates import short_period
from crossfoot.wording.messages import word


def trend(desk: Desk, data_element: str, area: str = "", periods: int = TREND) -> list[Block]:
    """Return a line over the last periods, with a gap where nothing was reported."""
    language = desk.language
    codes = desk.lookup.periods_before(periods)
    points, rows = [], []
    for code in codes:
        shown = printed(desk, data_element, area, code)
        label = short_period(desk.lookup.period(code), language)
        points.append(point(desk, label, shown.value))
        rows.append(Row(((Text(desk.book.period_name(code)),), shown.whole)))
    if sum(1 for p in points if p.value is not None) < 2:  # noqa: PLR2004 - one point is no line
        return []
    name = name_of(desk, data_element)
    place = desk.lookup.area_name(area or desk.issue.tree.top)
    title = word("chart.trend", language).format(name=name, area=place)
    columns = (Column((Text(word("head.period", language)),)), Column((Text(name),), numeric=True))
    table = Table((Text(title),), columns, tuple(rows), kind="figures")
    gaps = sum(1 for p in points if p.value is None)
    told = word("chart.trend.description", language).format(
        first=points[0].label, last=points[-1].label, count=len(points), gaps=gaps
    )
    legend = (("gap", word("chart.gap", language)),) if gaps else ()
    return [Chart("line", title, told, (Series(name, tuple(points)),), table, legend)]
