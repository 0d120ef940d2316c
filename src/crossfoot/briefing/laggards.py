"""Areas that lag: against the target, and against their peers with the limits that their size implies."""

from decimal import Decimal

from crossfoot.briefing.charts import funnel
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Column, Inline, Number, Prose, Row, Table, Text
from crossfoot.briefing.evidence import phrase
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number

MOST = 40  # areas listed for each indicator
STANDING = """
    SELECT area, parent, of_peers, lo_95, hi_95, place, standing, below_target FROM peers
    WHERE indicator = $1 AND period = $2 AND (standing IN ('behind', 'far-behind') OR below_target)
    ORDER BY CASE standing WHEN 'far-behind' THEN 0 WHEN 'behind' THEN 1 ELSE 2 END, place DESC, area
"""
COMPARED = "SELECT count(*) FROM peers WHERE indicator = $1 AND period = $2 AND value IS NOT NULL"


def laggards(desk: Desk, indicators: list[str] | None = None) -> list[Block]:
    """Return a table for each indicator that can be compared; nothing where none can."""
    out: list[Block] = []
    for code in indicators or list(desk.issue.campaign.indicators):
        found = _of(desk, code)
        out += found
        if any(isinstance(block, Table) for block in found):
            out += funnel(desk, code)
    return [Prose((Text(word("laggards.note", desk.language)),), "note"), *out] if out else []


def _peers(desk: Desk, code: str, parent: str, together: str) -> Inline:
    """The peers' common value; it leads to its evidence where the area above has the very same one."""
    above = desk.indicator(code, parent) if parent else None
    if above is not None and any(isinstance(r, Number) and r.text == together for r in above.number):
        return above.number
    return (Text(together),)


def _of(desk: Desk, code: str) -> list[Block]:
    engine, period, language = desk.lookup.engine, desk.issue.period.code, desk.language
    compared = engine.rows(COMPARED, [code, period])[0][0]
    if not compared:
        return []
    rows = engine.rows(STANDING, [code, period])
    name = (Text(desk.indicator_name(code), strong=True),)
    if not rows:
        return [Prose(phrase("laggards.none", language, name=name))]
    described = desk.issue.campaign.indicators[code]
    heads = ["area", "value", "of_peers", "limits", "standing"]
    columns = tuple(Column((Text(word(f"laggards.{h}", language)),), h in ("value", "of_peers")) for h in heads)

    def number(value: Decimal | None) -> str:
        return "" if value is None else format_number(value, language, described.decimals) + desk.percent(described)

    body = []
    for area, parent, of_peers, lo, hi, _place, standing, below in rows[:MOST]:
        limits = f"{number(lo)} – {number(hi)}" if lo is not None and hi is not None else ""
        told = [word(f"standing.{standing}", language)] if standing in ("behind", "far-behind") else []
        told += [word("standing.below_target", language)] if below else []
        together = _peers(desk, code, parent, number(of_peers))
        cells: tuple[Inline, ...] = (
            desk.area_link(area), desk.indicator(code, area).whole, together, (Text(limits),),
            (Text(", ".join(told)),),
        )  # fmt: skip
        body.append(Row(cells))
    caption = desk.indicator_name(code)
    if described.target is not None:
        caption += ": " + word("laggards.target", language).format(target=number(described.target))
    table = Table((Text(caption),), columns, tuple(body), kind="figures")
    more = [] if len(rows) <= MOST else [Prose((Text(word("limits.more", language).format(count=len(rows) - MOST)),))]
    return [table, *more]
