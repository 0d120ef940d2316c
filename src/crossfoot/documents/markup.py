"""HTML → blocks, with the standard library's tolerant parser."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from crossfoot.documents.layout import BlockKind, Entry, Layout, LayoutBuilder
from crossfoot.documents.plain import normalised

HIDDEN = frozenset({*"script style template noscript head svg math del s object iframe".split()})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BREAKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hr html main nav ol p section summary ul".split()
)
RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
BLANKS = re.compile(r"[ \t\n\r\f]+")  # what HTML takes for one blank; a no-break space is none of it
WIDEST_SPAN = 1000  # the HTML standard's own limit for colspan
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(slots=True)
class OpenTable:
    """A table that is being read: its rows, and the cell that is open."""

    rows: list[list[Entry]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    in_cell: bool = False


class Markup(HTMLParser):
    """Writes what a reader would see to a layout."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = LayoutBuilder()
        self.line: list[str] = []
        self.kind, self.level = BlockKind.PARAGRAPH, 0
        self.lists = 0
        self.hidden: list[str] = []
        self.raised = False
        self.preformatted = False
        self.tables: list[OpenTable] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element that opens."""
        if tag in HIDDEN or (self.hidden and tag == self.hidden[-1]):
            self.hidden.append(tag)
        elif self.hidden:
            return
        elif tag not in VOID and any(name == "hidden" for name, _ in attrs):
            self.hidden.append(tag)
        elif tag in ("table", "tr", "td", "th"):
            self.open_table(tag, dict(attrs))
        elif tag == "sup":
            self.raised = True
        elif tag == "br":
            self.collect("\n")
        elif tag in HEADINGS or tag in BREAKS or tag in ("li", "pre"):
            self.flush()
            self.lists += tag in ("ul", "ol")
            if tag in HEADINGS:
                self.kind, self.level = BlockKind.HEADING, HEADINGS[tag]
            elif tag == "li":
                self.kind, self.level = BlockKind.ITEM, self.lists
            self.preformatted = self.preformatted or tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        """Take note of an element that closes."""
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.pop()
        elif tag in ("table", "tr", "td", "th"):
            self.close_table(tag)
        elif tag == "sup":
            self.raised = False
        elif tag in HEADINGS or tag in BREAKS or tag in ("li", "pre"):
            self.flush()
            self.lists = max(0, self.lists - (tag in ("ul", "ol")))
            self.preformatted = self.preformatted and tag != "pre"

    def handle_data(self, data: str) -> None:
        """Keep the text that a reader sees."""
        if self.hidden:
            return
        if self.raised and data.strip().isdigit():
            data = data.translate(RAISED)
        self.collect(data if self.preformatted else BLANKS.sub(" ", data))

    def collect(self, data: str) -> None:
        """Keep text for the open cell or the open block."""
        if self.tables and self.tables[-1].in_cell:
            self.tables[-1].text.append(data)
        elif not self.tables:
            self.line.append(data)

    def flush(self) -> None:
        """End the open block; inside a cell a break is a blank."""
        if self.tables:
            self.collect(" ")
            return
        text = normalised("".join(self.line))
        if not self.preformatted:
            text = "\n".join(BLANKS.sub(" ", part).strip() for part in text.split("\n"))
        kind = BlockKind.CODE if self.preformatted else self.kind
        self.builder.add(kind, text, self.level)
        self.line = []
        self.kind, self.level = BlockKind.PARAGRAPH, 0

    def open_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        """Begin a table, a row or a cell; an end tag that was left out is supplied."""
        if tag == "table":
            self.flush()
            self.tables.append(OpenTable())
            return
        if not self.tables:
            return
        table = self.tables[-1]
        self.end_cell(table)
        if tag == "tr":
            table.rows.append([])
            return
        table.in_cell, table.header = True, tag == "th"
        table.row_span, table.column_span = span(attrs.get("rowspan")), span(attrs.get("colspan"))

    def close_table(self, tag: str) -> None:
        """End a cell or a table; a table in a cell is written before the one that holds it."""
        if not self.tables:
            return
        self.end_cell(self.tables[-1])
        if tag == "table":
            table = self.tables.pop()
            self.builder.add_table([row for row in table.rows if row])

    def end_cell(self, table: OpenTable) -> None:
        """Close the open cell, if there is one."""
        if table.in_cell:
            if not table.rows:
                table.rows.append([])
            text = normalised("".join(table.text))
            table.rows[-1].append(Entry(text, table.row_span, table.column_span, table.header))
        table.text, table.in_cell = [], False


def span(value: str | None) -> int:
    """Return how many rows or columns a cell covers; nonsense counts as one."""
    text = (value or "").strip()
    sane = text.isascii() and text.isdigit() and len(text) <= len(str(WIDEST_SPAN))
    return min(int(text), WIDEST_SPAN) or 1 if sane else 1


def read_markup(text: str) -> Layout:
    """Return the blocks of an HTML page."""
    markup = Markup()
    markup.feed(text)
    markup.close()
    while markup.tables:
        markup.close_table("table")
    markup.flush()
    return markup.builder.layout()
