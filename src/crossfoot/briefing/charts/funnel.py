"""A funnel plot: each area by size and value, with the limits between which chance alone explains it.

The limits are those of the table `peers`; each is worked out for one area's own size.
"""

from decimal import Decimal
from typing import NamedTuple

from crossfoot.briefing.charts.points import text_of
from crossfoot.briefing.desk import Desk, Printed
from crossfoot.briefing.document import Block, Chart, Column, Point, Row, Series, Table, Text
from crossfoot.briefing.overview import name_of, printed
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number

INSIDE = ("within", "")  # standings
FEWEST = 5  # areas: fewer make no funnel
ENDS = ("lo_998", "lo_95", "hi_95", "hi_998")
PEERS = """
    SELECT p.area, p.of_peers, p.standing, r.denominator, p.lo_998, p.lo_95, p.hi_95, p.hi_998
    FROM peers p JOIN ratios r ON r.indicator = p.indicator AND r.area = p.area AND r.period = p.period
    WHERE p.indicator = $1 AND p.period = $2 AND p.parent = $3 AND p.value IS NOT NULL AND p.lo_95 IS NOT NULL
    ORDER BY r.denominator, p.area
"""


class _Peer(NamedTuple):
    area: str
    of_peers: Decimal | None
    standing: str
    size: Decimal
    lo_998: Decimal | None
    lo_95: Decimal
    hi_95: Decimal
    hi_998: Decimal | None


def funnel(desk: Desk, indicator: str, area: str = "") -> list[Block]:
    """Return the areas directly below one by size and value; nothing where fewer than five can be compared."""
    parent = area or desk.issue.tree.top
    peers = [_Peer(*row) for row in desk.lookup.engine.rows(PEERS, [indicator, desk.issue.period.code, parent])]
    shown = {peer.area: printed(desk, indicator, peer.area) for peer in peers}
    peers = [peer for peer in peers if peer.size > 0 and shown[peer.area].value is not None]
    if len(peers) < FEWEST:
        return []
    name, language = name_of(desk, indicator), desk.language
    points = tuple(
        Point(desk.lookup.area_name(p.area), shown[p.area].value, p.size, p.standing, text_of(shown[p.area]))
        for p in peers
    )
    limits = [
        Series(word(f"chart.funnel.{end[3:]}", language), tuple(Point("", getattr(p, end), p.size) for p in peers), end)
        for end in ENDS
    ][::-1]
    centre = Series(
        word("chart.funnel.centre", language), tuple(Point("", p.of_peers, p.size) for p in peers), "centre"
    )
    size = " + ".join(name_of(desk, code) for code in desk.issue.campaign.indicators[indicator].denominator)
    title = word("chart.funnel", language).format(name=name, size=size)
    outside = [p for p in points if p.kind not in INSIDE]
    told = word("chart.funnel.description", language).format(
        count=len(points), outside=len(outside),
        names=("、" if language == "zh" else ", ").join(p.label for p in outside) or "–",
    )  # fmt: skip
    kinds = [kind for kind in ("far-behind", "behind", "within", "ahead") if any(p.kind == kind for p in points)]
    key = tuple((kind, word(f"chart.funnel.{kind}", language)) for kind in kinds)
    table = _table(desk, title, size, indicator, peers, shown)
    return [Chart("funnel", title, told, (Series(name, points), *limits, centre), table, key=key)]


def _table(desk: Desk, title: str, size: str, indicator: str, peers: list[_Peer], shown: dict[str, Printed]) -> Table:
    language, described = desk.language, desk.issue.campaign.indicators[indicator]
    heads = [desk.level, size, name_of(desk, indicator), word("laggards.limits", language)]
    heads.append(word("laggards.standing", language))
    columns = tuple(Column((Text(head),), numeric=n in (1, 2)) for n, head in enumerate(heads))

    def number(value: Decimal) -> str:
        return format_number(value, language, described.decimals) + desk.percent(described)

    rows = []
    for peer in peers:
        # One denominator has evidence of its own; several added up have it behind the value beside them.
        one = described.denominator[0] if len(described.denominator) == 1 else ""
        extent = printed(desk, one, peer.area).whole if one else (Text(format_number(peer.size, language)),)
        limits = (Text(f"{number(peer.lo_95)} – {number(peer.hi_95)}"),)
        standing = (Text(word(f"chart.funnel.{peer.standing}", language)),) if peer.standing else ()
        rows.append(Row((desk.area_link(peer.area), extent, shown[peer.area].whole, limits, standing)))
    return Table((Text(title),), columns, tuple(rows), kind="figures")
