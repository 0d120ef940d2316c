"""The limits of the data: who did not report, how late, and how much was left blank."""

from decimal import Decimal

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Column, Inline, Listing, Prose, Row, Table, Text
from crossfoot.briefing.evidence import Part, phrase
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number

MOST_SILENT = 30  # areas listed by name
RATES = """
    SELECT obligation, expected, received, on_time, filled, asked FROM reporting
    WHERE area = $1 AND period = $2 ORDER BY obligation
"""
# Obligations of a shorter frequency than the issue's are counted over the periods inside it.
NOT_RECEIVED = """
    SELECT e.obligation, e.area, e.period, e.due FROM expected e
    JOIN within w ON w.period = e.period AND w.longer = $1
    LEFT JOIN (
        SELECT DISTINCT k.obligation, t.ancestor AS area, v.longer AS period
        FROM figures f
        JOIN asked k ON k.data_element = f.data_element
        JOIN within v ON v.period = f.period
        JOIN within i ON i.period = v.longer AND i.longer = $1
        JOIN ancestors t ON t.area = f.area
        WHERE f.status <> 'missing'
    ) g ON g.obligation = e.obligation AND g.area = e.area AND g.period = e.period
    WHERE g.area IS NULL ORDER BY e.due, e.obligation, e.area
"""
SILENT = "SELECT area, last, days, periods FROM silence WHERE periods > 0 ORDER BY periods DESC, days DESC, area"
FILLED = """
    SELECT DISTINCT f.area FROM figures f JOIN within w ON w.period = f.period AND w.longer = $1
    WHERE f.status IN ('reported', 'nil', 'withheld')
"""
TROUBLES = "SELECT kind, count(*) FROM troubles WHERE kind <> 'remark' GROUP BY kind ORDER BY kind"


def returns_of(desk: Desk) -> Inline:
    """Return one sentence on the returns: received of expected, on time; nothing without obligations."""
    rows = desk.lookup.engine.rows(RATES, [desk.issue.tree.top, desk.issue.period.code])
    expected, received, on_time = (sum(row[n] for row in rows) for n in (1, 2, 3))
    if not expected:
        return ()
    gaps = {
        name: desk.count(f"returns/{name}", word(f"limits.{name}", desk.language), count, "limits")
        for name, count in (("expected", expected), ("received", received), ("on_time", on_time))
    }
    return phrase("limits.returns", desk.language, int(expected), **gaps)


def limits(desk: Desk) -> list[Block]:
    """Return what the figures do not cover."""
    language = desk.language
    out: list[Block] = []
    told = returns_of(desk)
    if told:
        out.append(Prose(told))
    out += _rates(desk)
    for blocks in (_not_received(desk), _blank(desk), _silent(desk), _troubles(desk)):
        out += blocks
    return out or [Prose((Text(word("limits.none", language)),))]


def _rates(desk: Desk) -> list[Block]:
    rows = desk.lookup.engine.rows(RATES, [desk.issue.tree.top, desk.issue.period.code])
    if not rows:
        return []
    language = desk.language
    heads = ("obligation", "received", "expected", "rate", "rate_on_time", "item_completeness")
    columns = tuple(Column((Text(word(f"limits.{h}", language)),), h != "obligation") for h in heads)
    table = Table(
        (Text(word("limits.caption", language)),), columns,
        tuple(_rate_row(desk, row) for row in rows), (Text(word("limits.note", language)),), "figures",
    )  # fmt: skip
    return [table]


def _rate_row(desk: Desk, row: tuple[object, ...]) -> Row:
    obligation, *counts = row
    expected, received, on_time, filled, asked = (int(str(c or 0)) for c in counts)

    def share(name: str, above: int, below: int) -> Inline:
        if not below:
            return (Text(word("status.none", desk.language)),)
        value = (Decimal(above) * 100 / Decimal(below)).quantize(Decimal("0.1"))
        text = format_number(value, desk.language, 1) + ("%" if desk.language == "zh" else " %")
        parts = (
            Part(word(f"limits.{name}.above", desk.language), format_number(Decimal(above), desk.language)),
            Part(word(f"limits.{name}.below", desk.language), format_number(Decimal(below), desk.language)),
        )
        title = f"{word(f'limits.{name}', desk.language)}, {obligation}"
        return desk.derived(f"reporting/{obligation}/{name}", title, value, text, "how.percent", parts)

    return Row(
        (
            (Text(str(obligation)),),
            desk.count(f"received/{obligation}", word("limits.received", desk.language), received, "limits"),
            desk.count(f"expected/{obligation}", word("limits.expected", desk.language), expected, "limits"),
            share("rate", received, expected),
            share("rate_on_time", on_time, expected),
            share("item_completeness", filled, asked),
        )
    )


def _not_received(desk: Desk) -> list[Block]:
    rows = desk.lookup.engine.rows(NOT_RECEIVED, [desk.issue.period.code])
    if not rows:
        return []
    language = desk.language
    items: list[tuple[Block, ...]] = []
    for _obligation, area, period, due in rows[:MOST_SILENT]:
        told = word("limits.missing", language).format(
            area=desk.lookup.area_name(area), period=desk.book.period_name(period), due=day_name(due, language)
        )
        items.append((Prose((Text(told),)),))
    head = phrase("limits.not_received", language, len(rows), count=(Text(str(len(rows)), strong=True),))
    return [Prose(head), Listing(tuple(items)), *_more(desk, len(rows))]


def _more(desk: Desk, count: int) -> list[Block]:
    if count <= MOST_SILENT:
        return []
    return [Prose((Text(word("limits.more", desk.language).format(count=count - MOST_SILENT)),), "note")]


def _blank(desk: Desk) -> list[Block]:
    """Name the areas of the table for which no return says a single number."""
    filled = {row[0] for row in desk.lookup.engine.rows(FILLED, [desk.issue.period.code])}
    blank = [a for a in desk.areas if a not in filled and not filled & set(desk.lookup.below(a))]
    if not blank:
        return []
    names = ", ".join(desk.lookup.area_name(a) for a in blank[:MOST_SILENT])
    told = phrase(
        "limits.blank", desk.language, len(blank),
        count=(Text(str(len(blank)), strong=True),), all=(Text(str(len(desk.areas))),),
        level=(Text(levels_of(desk.level, desk.language)),), names=(Text(names),),
    )  # fmt: skip
    return [Prose(told), *_more(desk, len(blank))]


def _silent(desk: Desk) -> list[Block]:
    rows = desk.lookup.engine.rows(SILENT)
    if not rows:
        return []
    language = desk.language
    columns = tuple(
        Column((Text(word(f"limits.{h}", language)),), h in ("days", "periods"))
        for h in ("area", "last", "days", "periods")
    )
    body = tuple(
        Row((
            desk.area_link(area),
            (Text(day_name(last, language) if last else word("limits.never", language)),),
            (Text("" if days is None else format_number(Decimal(days), language)),),
            (Text(format_number(Decimal(periods), language)),),
        ))
        for area, last, days, periods in rows[:MOST_SILENT]
    )  # fmt: skip
    table = Table((Text(word("limits.silent", language)),), columns, body, kind="figures")
    return [table, *_more(desk, len(rows))]


def _troubles(desk: Desk) -> list[Block]:
    rows = desk.lookup.engine.rows(TROUBLES)
    if not rows:
        return []
    kinds = ", ".join(
        f"{word(f'trouble.{kind}', desk.language)} {format_number(Decimal(count), desk.language)}"
        for kind, count in rows
    )
    return [Prose((Text(word("limits.troubles", desk.language).format(kinds=kinds)),))]
