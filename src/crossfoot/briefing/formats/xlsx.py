"""The briefing's tables as a workbook: numbers as numbers, words as words, never a formula."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from crossfoot.briefing.document import (
    Block,
    Chart,
    Document,
    Entry,
    Heading,
    Inline,
    KeyFigures,
    Listing,
    Number,
    Table,
)
from crossfoot.briefing.formats.paper import on_paper, text_of

LONGEST_NAME = 31  # letters of a sheet's name, by Excel's limit
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # signs that a sheet's name may not hold
MOST_DIGITS = 15  # what Excel keeps of a number; a longer one stays text, with all its digits
WIDE, NARROW = 40, 16
Workbook = Any  # xlsxwriter has no types


def render_xlsx(document: Document, made_at: datetime) -> bytes:
    """Return a workbook: what the issue is, its key figures, a sheet for each table, and the parts of every number.

    Args:
        document: the briefing.
        made_at: what the file says of when it was made: the issue's as-of.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    told = {"title": document.title, "author": document.head.campaign, "created": made_at.replace(tzinfo=None)}
    book.set_properties({**told, "comments": document.words["footer"]})
    _Sheets(book).write(document)
    book.close()
    return out.getvalue()


class _Sheets:
    """Writes one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.names: set[str] = set()
        self.bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.sum = book.add_format({"bold": True, "top": 1})
        self.formats: dict[str, Any] = {}

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet; its name is cut, and told apart by a number, as Excel asks."""
        plain = FORBIDDEN.sub(" ", name).strip().strip("'") or "-"
        chosen, number = plain[:LONGEST_NAME], 1
        while chosen.casefold() in self.names:
            number += 1
            tail = f" {number}"
            chosen = plain[: LONGEST_NAME - len(tail)] + tail
        self.names.add(chosen.casefold())
        return self.book.add_worksheet(chosen)

    def write(self, document: Document) -> None:
        head = document.head
        first = self.sheet(head.title)
        first.set_column(0, 0, WIDE)
        first.set_column(1, 3, NARROW)
        first.write_string(0, 0, head.campaign, self.bold)
        line = 1
        for label, content in head.facts:
            first.write_string(line, 0, label)
            first.write_string(line, 1, text_of(content))
            line += 1
        for item in (i for b in document.blocks if isinstance(b, KeyFigures) for i in b.items):
            line += 1
            first.write_string(line, 0, item.label)
            self.cell(first, line, 1, item.number)
            first.write_string(line, 2, text_of(item.change))
            first.write_string(line, 3, text_of(item.note))
        for table in _tables(on_paper(document).blocks):
            self.table(table)
        self.parts(document)

    def table(self, table: Table) -> None:
        sheet = self.sheet(text_of(table.caption))
        sheet.set_column(0, 0, WIDE)
        sheet.set_column(1, max(1, len(table.columns) - 1), NARROW)
        sheet.write_string(0, 0, text_of(table.caption))
        for n, column in enumerate(table.columns):
            sheet.write_string(1, n, text_of(column.heading), self.bold)
        for m, row in enumerate(table.rows, start=2):
            for n, content in enumerate(row.cells):
                self.cell(sheet, m, n, content)
        sheet.freeze_panes(2, 1)

    def parts(self, document: Document) -> None:
        """One sheet for the evidence: what each printed number is made of, and where that stands."""
        entries = [b for b in document.blocks if isinstance(b, Entry) and b.role == "evidence"]
        tables = [(e, t) for e in entries for t in e.blocks if isinstance(t, Table)]
        if not tables:
            return
        sections = [b for b in document.blocks if isinstance(b, Heading) and b.anchor == "evidence"]
        sheet = self.sheet(text_of(sections[0].content) if sections else "evidence")
        sheet.set_column(0, 0, NARROW / 2)
        sheet.set_column(1, 1, WIDE)
        sheet.set_column(2, 5, NARROW * 1.5)
        line = 0
        for entry, table in tables:
            for row in table.rows:
                sheet.write_string(line, 0, entry.anchor)
                sheet.write_string(line, 1, text_of(entry.heading))
                for n, content in enumerate(row.cells):
                    self.cell(sheet, line, n + 2, content)
                line += 1

    def cell(self, sheet: Worksheet, line: int, column: int, content: Inline) -> None:
        """Write a number as a number where it is nothing else; the rest is text, whatever sign it begins with."""
        numbers = [run for run in content if isinstance(run, Number)]
        rest = text_of(tuple(run for run in content if not isinstance(run, Number))).strip()
        value = numbers[0].value if len(numbers) == 1 and not rest else None
        if value is None or len(value.as_tuple().digits) > MOST_DIGITS:
            sheet.write_string(line, column, text_of(content))
        else:
            sheet.write_number(line, column, float(value), self.number_format(value))

    def number_format(self, value: Decimal) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """Return the format that shows as many decimals as the value has."""
        decimals = max(0, -int(value.as_tuple().exponent))
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return self.formats.setdefault(pattern, self.book.add_format({"num_format": pattern}))


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """All tables but those of the evidence; those behind charts too."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Chart():
                yield block.table
            case Listing():
                for item in block.items:
                    yield from _tables(item)
            case Entry() if block.role != "evidence":
                yield from _tables(block.blocks)
            case _:
                pass
