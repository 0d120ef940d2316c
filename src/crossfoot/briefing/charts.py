"""Charts as values: what each shows, and the same as a table, in which every number has its evidence."""

from decimal import Decimal

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Inline, Point, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.wording.dates import short_period
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number

TREND = 14  # periods
MOST_BARS = 40
SEEN_FROM = 25  # a change is seen from one part in so many of the scale
SEEN = """
    SELECT f.area, w.longer, max(CASE WHEN f.status IN ('reported', 'nil', 'withheld') THEN 1 ELSE 0 END)
    FROM figures f JOIN within w ON w.period = f.period
    GROUP BY f.area, w.longer
"""


def trend(desk: Desk, data_element: str, area: str = "", periods: int = TREND) -> list[Block]:
    """Return a line over the last periods, with a gap where nothing was reported."""
    language = desk.language
    codes = desk.lookup.periods_before(periods)
    points, rows = [], []
    for code in codes:
        shown = printed(desk, data_element, area, code)
        label = short_period(desk.lookup.period(code), language)
        points.append(_point(desk, label, shown.value))
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


def _point(desk: Desk, label: str, value: Decimal | None, other: Decimal | None = None) -> Point:
    return Point(label, value, other, text="" if value is None else format_number(value, desk.language))


def bars(desk: Desk, data_element: str, period: str = "") -> list[Block]:
    """Return a bar for each area of the table, the longest first."""
    found: list[tuple[Point, Row]] = []
    for area in desk.areas:
        shown = printed(desk, data_element, area, period)
        name = desk.lookup.area_name(area)
        found.append((_point(desk, name, shown.value), Row(((Text(name),), shown.whole))))
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
    return [Chart("bars", title, told, (Series(name, points),), table)]


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
        found.append((_point(desk, name, now.value, before.value), Row(((Text(name),), before.whole, now.whole))))
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


def calendar(desk: Desk, periods: int = TREND) -> list[Block]:
    """Return who said anything about which of the last periods: areas down, periods across."""
    codes, language = desk.lookup.periods_before(periods), desk.language
    seen = {(area, period): bool(said) for area, period, said in desk.lookup.engine.rows(SEEN)}
    kinds = {True: "received", False: "blank", None: "nothing"}
    labels = [short_period(desk.lookup.period(code), language) for code in codes]
    series, rows = [], []
    for area in desk.areas[:MOST_BARS]:
        places = [area, *desk.lookup.below(area)]
        points = []
        for code, label in zip(codes, labels, strict=True):
            said = [seen[place, code] for place in places if (place, code) in seen]
            points.append(Point(label, None, kind=kinds[any(said) if said else None]))
        name = desk.lookup.area_name(area)
        series.append(Series(name, tuple(points)))
        cells: tuple[Inline, ...] = tuple((Text(word(f"calendar.{p.kind}", language)),) for p in points)
        rows.append(Row(((Text(name),), *cells)))
    if not series:
        return []
    columns = (Column((Text(desk.level),)), *(Column((Text(label),)) for label in labels))
    title = word("chart.calendar", language)
    table = Table((Text(title),), columns, tuple(rows), kind="figures")
    told = word("chart.calendar.description", language).format(
        areas=len(series), count=len(codes), received=sum(p.kind == "received" for s in series for p in s.points),
        all=len(series) * len(codes),
    )  # fmt: skip
    legend = tuple((kind, word(f"calendar.{kind}", language)) for kind in ("received", "blank", "nothing"))
    return [Chart("calendar", title, told, tuple(series), table, legend)]
