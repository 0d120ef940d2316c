"""The period before and this one, for each area."""

from decimal import Decimal

from crossfoot.briefing.charts.points import MOST_BARS, point
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Point, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.wording.messages import word

SEEN_FROM = 25  # a change is seen from one part in so many of the scale


def dumbbell(desk: Desk, data_element: str) -> list[Block]:
    """Return for each area the period before and this one, side by side."""
    codes = desk.lookup.periods_before(2)
    if len(codes) < 2:  # noqa: PLR2004
        return []
    found: list[tuple[Point, Row]] = []
    for area in desk.areas:
        before = printed(desk, data_element, area, codes[0])
        now = printed(desk, data_element, area, codes[1])
        if before.value is None or now.value is None or before.value == now.value:
            continue
        name = desk.lookup.area_name(area)
        row = Row(((Text(name),), before.whole, now.whole))
        found.append((point(desk, data_element, name, now.value, before.value), row))
    if not found or not _to_be_seen([point for point, _ in found]):
        return []
    found.sort(key=lambda pair: -_distance(pair[0]))
    name, language = name_of(desk, data_element), desk.language
    names = [desk.book.period_name(code) for code in codes]
    title = word("chart.dumbbell", language).format(name=name, before=names[0], now=names[1])
    columns = (Column((Text(desk.level),)), *(Column((Text(n),), numeric=True) for n in names))
    table = Table((Text(title),), columns, tuple(row for _, row in found), kind="figures")
    told = word("chart.dumbbell.description", language).format(count=len(found))
    series = (Series(name, tuple(point for point, _ in found[:MOST_BARS])),)
    return [Chart("dumbbell", title, told, series, table, (("before", names[0]), ("now", names[1])))]


def _to_be_seen(points: list[Point]) -> bool:
    """Tell whether any of the changes is wide enough to be told from a dot."""
    widest = max(abs(v) for p in points for v in (p.value, p.other) if v is not None)
    return any(_distance(p) * SEEN_FROM >= widest for p in points)


def _distance(point: Point) -> Decimal:
    return abs((point.value or Decimal(0)) - (point.other or Decimal(0)))
