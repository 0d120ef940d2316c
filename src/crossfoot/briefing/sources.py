"""The returns that an issue is made from: every file with its hash."""

from crossfoot.briefing.document import Block, Column, Fold, Inline, Prose, Row, Table, Text
from crossfoot.briefing.lookup import Lookup, Source
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import word


def source_blocks(lookup: Lookup) -> list[Block]:
    """Return how many returns there are, and the folded list of all of them."""
    language = lookup.issue.language
    sources = lookup.sources().values()
    told = source_count(lookup)
    copies = sum(len(s.copies) for s in sources)
    if copies:
        told += " " + word("sources.copies", language, copies).format(count=copies)
    heads = ("file", "received", "hash")
    columns = tuple(Column((Text(word(f"sources.{h}", language)),)) for h in heads)
    rows = tuple(_row(source, language) for source in sources)
    table = Table((Text(word("sources.caption", language)),), columns, rows, kind="sources")
    return [Prose((Text(told),)), Fold((Text(word("sources.all", language)),), (table,), "all-sources")]


def source_count(lookup: Lookup) -> str:
    """Return one sentence: how many returns count."""
    count = sum(1 for source in lookup.sources().values() if not (source.described or source.accepted))
    return word("sources.count", lookup.issue.language, count).format(count=count)


def _row(source: Source, language: str) -> Row:
    name: Inline = (Text(source.name),)
    if source.copies:
        name += (Text(" " + word("sources.copy", language).format(names=", ".join(source.copies))),)
    if source.described:
        name += (Text(" " + word("sources.described", language)),)
    if source.accepted:
        name += (Text(" " + word("sources.accepted", language)),)
    return Row(
        (name, (Text(day_name(source.received_at.date(), language)),), (Text(source.return_id, code=True),)),
        anchor=f"s-{source.return_id[:12]}",
    )
