"""Who reported on which period."""

from crossfoot.briefing.charts.points import MOST_BARS, TREND
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Inline, Point, Row, Series, Table, Text
from crossfoot.wording.dates import short_period
from crossfoot.wording.messages import word

SEEN = """
    SELECT f.area, w.longer, max(CASE WHEN f.status IN ('reported', 'nil', 'withheld') THEN 1 ELSE 0 END)
    FROM figures f JOIN within w ON w.period = f.period
    GROUP BY f.area, w.longer
"""


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
