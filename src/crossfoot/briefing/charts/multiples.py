"""A small line for each area, all on one scale."""

from crossfoot.briefing.charts.points import MOST_BARS, TREND, point
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.wording.dates import short_period
from crossfoot.wording.messages import word


def multiples(desk: Desk, data_element: str, periods: int = TREND) -> list[Block]:
    """Return a line for each area of the table over the last periods; nothing where no area has two figures."""
    language = desk.language
    codes = desk.lookup.periods_before(periods)
    labels = [short_period(desk.lookup.period(code), language) for code in codes]
    series, rows = [], []
    for area in desk.areas[:MOST_BARS]:
        shown = [printed(desk, data_element, area, code) for code in codes]
        points = tuple(point(desk, data_element, label, one.value) for label, one in zip(labels, shown, strict=True))
        series.append(Series(desk.lookup.area_name(area), points))
        rows.append(Row((desk.area_link(area), *(one.whole for one in shown))))
    if not any(sum(p.value is not None for p in one.points) > 1 for one in series):
        return []
    name = name_of(desk, data_element)
    title = word("chart.multiples", language).format(
        name=name, level=desk.level, first=desk.book.period_name(codes[0]), last=desk.book.period_name(codes[-1])
    )
    gaps = sum(p.value is None for one in series for p in one.points)
    told = word("chart.multiples.description", language).format(count=len(series), periods=len(codes), gaps=gaps)
    columns = (Column((Text(desk.level),)), *(Column((Text(label),), numeric=True) for label in labels))
    table = Table((Text(title),), columns, tuple(rows), kind="figures")
    legend = (("gap", word("chart.gap", language)),) if gaps else ()
    return [Chart("multiples", title, told, tuple(series), table, legend)]
