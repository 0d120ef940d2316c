"""How many areas have acknowledged an earlier issue, each with its entry in the journal."""

from decimal import Decimal

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Text
from crossfoot.briefing.evidence import Part, phrase
from crossfoot.briefing.sandbox import Inlined
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number

CIRCULATED = """
    SELECT area, name, sent, acknowledged, file, line FROM circulated WHERE issue = $1 AND level = $2 ORDER BY area
"""


def acknowledged(desk: Desk, issue: str, level: str) -> Inlined:
    """Return "31 of 33 regions", both numbers leading to the list of the areas; a word where it never went there."""
    language = desk.language
    rows = desk.lookup.engine.rows(CIRCULATED, [issue, level])
    if not rows:
        return Inlined((Text(word("acknowledged.none", language)),))
    parts = []
    for _area, name, sent, day, file, line in rows:
        told = word("acknowledged.silent" if sent else "acknowledged.unsent", language)
        told = word("acknowledged.on", language).format(day=day_name(day, language)) if day is not None else told
        where = word("acknowledged.where", language).format(file=file, line=line) if file else ""
        parts.append(Part(name, told, where=where))
    title = word("acknowledged.title", language).format(number=issue, level=levels_of(level, language))
    count = sum(1 for row in rows if row[3] is not None)
    gaps = {
        name: desk.derived(f"acknowledged/{issue}/{level}/{name}", title, Decimal(number),
                           format_number(Decimal(number), language), how, tuple(parts))
        for name, number, how in (("reported", count, "how.acknowledged"), ("expected", len(rows), "how.count"))
    }  # fmt: skip
    runs = phrase("places.of", language, **gaps, places=(Text(levels_of(level, language)),))
    return Inlined(runs, Decimal(count), count == len(rows))
