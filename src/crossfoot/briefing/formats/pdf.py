"""The briefing as a tagged PDF: the document as data for one Typst page description, fonts of our own.

No text of the document is ever read as Typst's markup: it comes in as JSON strings.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from importlib.resources import as_file, files
from typing import Any, Literal, assert_never

from crossfoot.briefing.document import (
    Block,
    Chart,
    Document,
    Entry,
    Fold,
    Heading,
    Inline,
    KeyFigures,
    Link,
    Listing,
    Number,
    Prose,
    Row,
    Run,
    Scope,
    Table,
    Text,
)  # fmt: skip
from crossfoot.briefing.formats.drawing import standalone
from crossfoot.briefing.formats.paper import SECTION, on_paper

Data = dict[str, Any]
LANG = {"en": ("en", "GB"), "fr": ("fr", "FR"), "zh": ("zh", "CN")}
# The fonts have no narrow spaces; from another font they could not be searched for or copied.
SPACES = dict.fromkeys(map(ord, "\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"), "\N{NO-BREAK SPACE}")
STANDARD: Literal["ua-1"] = "ua-1"  # PDF/UA-1: tagged, with a language, a title and text for every picture


class _Data:
    """Turns blocks into plain data; knows which places can be led to."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.anchors: set[str] = set()
        self.charts = 0
        self.level = 1  # of the last heading

    def heading(self, level: int) -> int:
        """Return a heading's level, no more than one below the last: PDF/UA allows no gap."""
        self.level = min(level, self.level + 1)
        return self.level

    def anchor(self, name: str) -> str:
        """Give a place its name, once: a second place of the same name has none."""
        if not name or name in self.anchors:
            return ""
        self.anchors.add(name)
        return name

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        return [self.block(block) for block in blocks]

    def block(self, block: Block) -> Data:
        match block:
            case Heading():
                level = {"level": self.heading(block.level), "anchor": self.anchor(block.anchor)}
                return {"is": "heading", **level, "content": inline(block.content)}
            case Prose():
                return {"is": "prose", "role": block.role, "content": inline(block.content)}
            case Listing():
                return {"is": "list", "ordered": block.ordered, "items": [self.blocks(i) for i in block.items]}
            case Table():
                return self.table(block)
            case KeyFigures():
                items: list[Data] = [
                    {"label": i.label, "number": inline(i.number), "change": inline(i.change), "note": inline(i.note)}
                    for i in block.items
                ]
                return {"is": "key-figures", "items": items}
            case Chart():
                return self.chart(block)
            case Fold():
                return self.block(Heading(SECTION, block.summary, block.anchor))  # on paper there is none
            case Entry():
                anchor = self.anchor(block.anchor)
                head = {"is": "entry", "anchor": anchor, "role": block.role, "level": self.heading(block.level)}
                return {**head, "heading": inline(block.heading), "blocks": self.blocks(block.blocks)}
            case _:
                assert_never(block)

    def table(self, table: Table) -> Data:
        columns = [{"heading": inline(c.heading), "numeric": c.numeric} for c in table.columns]
        rows = [self.row(row, len(columns)) for row in table.rows]
        caption, note = inline(table.caption), inline(table.note)
        return {"is": "table", "kind": table.kind, "caption": caption, "columns": columns, "rows": rows, "note": note}

    def row(self, row: Row, width: int) -> Data:
        cells = [inline(cell) for cell in row.cells[:width]]
        cells += [[]] * (width - len(cells))
        return {"kind": row.kind, "anchor": self.anchor(row.anchor), "cells": cells}

    def chart(self, chart: Chart) -> Data:
        self.charts += 1
        legend = [{"kind": kind, "name": name} for kind, name in chart.legend]
        told = {"title": chart.title, "description": chart.description, "legend": legend}
        return {"is": "chart", **told, "svg": standalone(chart, self.charts, self.language)}


def inline(content: Inline) -> list[Data]:
    """Return runs as plain data."""
    return [_run(run) for run in content]


def _run(run: Run) -> Data:
    match run:
        case Text():
            marks = [name for name in ("strong", "emphasis", "code", "quiet", "kept") if getattr(run, name)]
            return {"is": "text", "text": run.text, "marks": marks}
        case Number():
            return {"is": "number", "text": run.text, "to": run.evidence, "finding": run.finding,
                    "accepted": run.accepted}  # fmt: skip
        case Link():
            return {"is": "link", "text": run.text, "to": run.target}
        case Scope():
            return {"is": "scope", "text": run.text}
        case _:
            assert_never(run)


def document_data(document: Document) -> Data:
    """Return a document as plain data, with the names of all places that can be led to."""
    data = _Data(document.language)
    blocks = data.blocks(on_paper(document).blocks)
    head = document.head
    facts = [{"label": label, "content": inline(content)} for label, content in head.facts]
    return {
        "lang": LANG[document.language][0],
        "region": LANG[document.language][1],
        "title": document.title,
        "head": {"campaign": head.campaign, "title": head.title, "facts": facts, "notice": inline(head.notice)},
        "words": document.words,
        "blocks": blocks,
        "anchors": sorted(data.anchors),
    }


def render_pdf(document: Document, made_at: datetime) -> bytes:
    """Return a briefing as a tagged PDF (PDF/UA-1); the same document and moment give the same bytes.

    Args:
        document: the briefing.
        made_at: what the file says of when it was made: the issue's as-of.
    """
    import typst  # noqa: PLC0415 - 85 MB that only a PDF needs

    sources = files("crossfoot.briefing.formats")
    with as_file(sources.joinpath("fonts")) as fonts:
        made = typst.compile(
            sources.joinpath("briefing.typ").read_bytes(),
            font_paths=typst.Fonts(font_paths=[fonts]),
            sys_inputs={"document": json.dumps(document_data(document), ensure_ascii=False).translate(SPACES)},
            pdf_standards=[STANDARD],
            timestamp=made_at.replace(microsecond=0),
        )
    return bytes(made)
