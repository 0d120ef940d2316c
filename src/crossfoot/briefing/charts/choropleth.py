"""A map: each area in the shade of its class, those without a figure hatched."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.briefing.charts.classes import class_breaks, class_of, shades
from crossfoot.briefing.charts.points import text_of
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Chart, Column, Point, Row, Series, Table, Text
from crossfoot.briefing.overview import coverage_elements, name_of, printed
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number

MOST_NAMES = 12  # told of the areas without a figure
MISSING = "missing"


def choropleth(desk: Desk, code: str = "", period: str = "") -> list[Block]:
    """Return a map of the campaign's areas; nothing where it has no shapes or no figure.

    Args:
        desk: prints the figures.
        code: data element or indicator; by default what campaign.yaml says (`map: shows`), or the first indicator,
            or the first column of the table by area.
        period: its code; by default the issue's own.
    """
    code = code or _chosen(desk)
    shapes = desk.issue.boundaries
    seen = [(area, printed(desk, code, area, period)) for area in desk.areas]
    drawn = [(area, shown) for area, shown in seen if area in shapes]
    values = [shown.value for _, shown in drawn if shown.value is not None]
    if not values:
        return []
    breaks = class_breaks(values)
    points = tuple(
        Point(desk.lookup.area_name(area), shown.value,
              kind=MISSING if shown.value is None else class_of(shown.value, breaks), text=text_of(shown))
        for area, shown in drawn
    )  # fmt: skip
    name, language = name_of(desk, code), desk.language
    title = word("chart.bars", language).format(
        name=name, level=desk.level, period=desk.book.period_name(period or desk.issue.period.code)
    )
    rows = tuple(Row(((Text(desk.lookup.area_name(area)),), shown.whole)) for area, shown in seen)
    columns = (Column((Text(desk.level),)), Column((Text(name),), numeric=True))
    unseen = [desk.lookup.area_name(area) for area in desk.areas if area not in shapes]
    note = (Text(word("chart.map.unseen", language).format(names=_names(unseen, language))),) if unseen else ()
    table = Table((Text(title),), columns, rows, note, kind="figures")
    told = _told(points, len(breaks) + 1, language)
    where = tuple(shapes[area] for area, _ in drawn)
    key = _key(desk, code, points, breaks)
    return [Chart("map", title, told, (Series(name, points),), table, key=key, shapes=where)]


def _chosen(desk: Desk) -> str:
    described = desk.issue.campaign.map
    if described is not None and described.shows is not None:
        return described.shows
    return next(iter(desk.issue.campaign.indicators), "") or coverage_elements(desk)[0]


def _names(names: Sequence[str], language: str) -> str:
    shown = ("、" if language == "zh" else ", ").join(names[:MOST_NAMES])
    return f"{shown} …" if len(names) > MOST_NAMES else shown


def _told(points: Sequence[Point], classes: int, language: str) -> str:
    known = sorted((p for p in points if p.value is not None), key=lambda p: p.value or Decimal(0))
    blank = [p.label for p in points if p.value is None]
    missing = word("chart.map.missing", language).format(count=len(blank), names=_names(blank, language))
    return word("chart.map.description", language).format(
        count=len(points), classes=classes, most=known[-1].label, high=known[-1].text, least=known[0].label,
        low=known[0].text, missing=missing if blank else "",
    ).strip()  # fmt: skip


def _key(desk: Desk, code: str, points: Sequence[Point], breaks: Sequence[Decimal]) -> tuple[tuple[str, str], ...]:
    """What each shade stands for, the highest class first, and how many areas are in it."""
    language = desk.language
    described = desk.issue.campaign.indicators.get(code)
    unit = desk.percent(described) if described is not None else desk.unit(code)
    places = max((max(0, -int(b.normalize().as_tuple().exponent)) for b in breaks), default=0)
    ends = [format_number(b, language, places) + unit for b in breaks]
    if ends:
        words = [word("chart.class.under", language).format(top=ends[0])]
        words += [word("chart.class.between", language).format(least=least, top=top) for least, top in pairwise(ends)]
        words.append(word("chart.class.from", language).format(least=ends[-1]))
    else:
        words = [next(p.text for p in points if p.value is not None)]
    counts = Counter(p.kind for p in points)
    classes = [*zip(shades(breaks), words, strict=True)][::-1]
    if counts[MISSING]:
        classes.append((MISSING, word("chart.class.missing", language)))
    return tuple((kind, f"{told} ({format_number(Decimal(counts[kind]), language)})") for kind, told in classes)
