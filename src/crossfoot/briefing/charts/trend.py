"""A line over periods, with the year before beside it."""

from crossfoot.briefing.charts.points import TREND, point
from crossfoot.briefing.desk import Desk, Printed
from crossfoot.briefing.document import Block, Chart, Column, Inline, Point, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.wording.dates import short_period
from crossfoot.wording.messages import word

FEWEST = 2  # points: one is no line
Shown = list[Printed | None]


def trend(desk: Desk, data_element: str, area: str = "", periods: int = TREND) -> list[Block]:
    """Return a line over the last periods, with gaps where nothing was reported; last year's too if there is one."""
    language = desk.language
    codes = desk.lookup.periods_before(periods)
    now: Shown = [printed(desk, data_element, area, code) for code in codes]
    points = _points(desk, data_element, codes, now)
    if sum(1 for p in points if p.value is not None) < FEWEST:
        return []
    year_before = _year_before(desk, codes)
    earlier: Shown = [printed(desk, data_element, area, code) if code else None for code in year_before]
    before = _points(desk, data_element, codes, earlier)
    with_before = sum(1 for p in before if p.value is not None) >= FEWEST
    name = name_of(desk, data_element)
    title = word("chart.trend", language).format(name=name, area=desk.lookup.area_name(area or desk.issue.tree.top))
    series = [Series(name, points)]
    if with_before:
        series.append(Series(word("chart.year_before", language), before, "before"))
    gaps = sum(1 for p in points if p.value is None)
    told = word("chart.trend.description", language).format(
        first=points[0].label, last=points[-1].label, count=len(points), gaps=gaps
    )
    told += word("chart.trend.before", language) if with_before else ""
    table = _table(desk, title, [s.name for s in series], codes, [now, earlier][: len(series)])
    legend = (("gap", word("chart.gap", language)),) if gaps else ()
    return [Chart("line", title, told, tuple(series), table, legend)]


def _points(desk: Desk, code: str, codes: list[str], shown: Shown) -> tuple[Point, ...]:
    labels = [short_period(desk.lookup.period(one), desk.language) for one in codes]
    return tuple(point(desk, code, label, one.value if one else None) for label, one in zip(labels, shown, strict=True))


def _table(desk: Desk, title: str, names: list[str], codes: list[str], shown: list[Shown]) -> Table:
    columns = (
        Column((Text(word("head.period", desk.language)),)), *(Column((Text(n),), numeric=True) for n in names),
    )  # fmt: skip
    nothing: Inline = (Text(word("status.none", desk.language), quiet=True),)
    rows = tuple(
        Row(((Text(desk.book.period_name(code)),), *(one.whole if one else nothing for one in side)))
        for code, *side in zip(codes, *shown, strict=True)
    )
    return Table((Text(title),), columns, rows, kind="figures")


def _year_before(desk: Desk, codes: list[str]) -> list[str]:
    """Return the period a year before each of these; "" where there is none since the campaign began."""
    lookup = desk.lookup
    began = desk.issue.campaign.calendar.starts
    known = {row[0]: row[1] for row in lookup.engine.rows("SELECT period, year_ago FROM periods")}
    earlier = [known.get(code) or "" for code in codes]
    ends = [lookup.period(code).ends if code else None for code in earlier]
    return [code if end is None or end >= began else "" for code, end in zip(earlier, ends, strict=True)]
