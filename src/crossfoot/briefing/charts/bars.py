"""A bar for each area, and the target where there is one."""

from dataclasses import replace
from decimal import Decimal

from crossfoot.briefing.charts.points import MOST_BARS, point
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Point, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.campaign.description import Indicator
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number


def bars(desk: Desk, data_element: str, period: str = "") -> list[Block]:
    """Return a bar for each area of the table, the longest first."""
    found: list[tuple[Point, Row]] = []
    for area in desk.areas:
        shown = printed(desk, data_element, area, period)
        name = desk.lookup.area_name(area)
        found.append((point(desk, data_element, name, shown.value), Row(((Text(name),), shown.whole))))
    found.sort(key=lambda pair: (pair[0].value is None, -(pair[0].value or 0), pair[0].label))
    if not any(point.value for point, _ in found):
        return []
    name, language = name_of(desk, data_element), desk.language
    title = word("chart.bars", language).format(
        name=name, level=desk.level, period=desk.book.period_name(period or desk.issue.period.code)
    )
    columns = (Column((Text(desk.level),)), Column((Text(name),), numeric=True))
    table = Table((Text(title),), columns, tuple(row for _, row in found), kind="figures")
    told = word("chart.bars.description", language).format(
        most=found[0][0].label, value=found[0][0].text, count=len(found)
    )
    points = tuple(point for point, _ in found[:MOST_BARS])
    described = desk.issue.campaign.indicators.get(data_element)
    if described is None or described.target is None:
        return [Chart("bars", title, told, (Series(name, points),), table)]
    wanted = format_number(described.target, language) + desk.percent(described)
    target = Point(word("chart.target", language).format(target=wanted), described.target, text=wanted)
    judged = tuple(replace(p, kind=_kind(p.value, described)) for p in points)
    legend = tuple((kind, word(f"chart.{kind}", language)) for kind in ("met", "short"))
    missed = sum(p.kind == "short" for p in judged)
    told += word("chart.bars.target", language).format(target=wanted, count=missed)
    return [Chart("bars", title, told, (Series(name, judged),), table, legend, target=target)]


def _kind(value: Decimal | None, described: Indicator) -> str:
    """Whether a bar reaches the target, or the longest that it may be."""
    if value is None or described.target is None:
        return ""
    reached = value >= described.target if described.direction == "up" else value <= described.target
    return "met" if reached else "short"
