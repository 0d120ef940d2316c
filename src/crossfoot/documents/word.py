"""DOCX → blocks: paragraphs, headings, lists and tables with merged cells, without tracked deletions."""

import re
from dataclasses import dataclass, field

from crossfoot.documents.archive import entry_of, open_archive, parse_xml
from crossfoot.documents.layout import BlockKind, Entry, Layout, LayoutBuilder
from crossfoot.documents.markup import RAISED
from crossfoot.documents.plain import normalised

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "fldChar"})
MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being read."""

    pieces: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(slots=True)
class Row:
    """A row that is being read: entries, and which of them go on from the row above."""

    entries: list[Entry] = field(default_factory=list)
    goes_on: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table that is being read, and its open cell."""

    rows: list[Row] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    column_span: int = 1
    goes_on: bool = False


class Word:
    """Writes the runs of a WordprocessingML part to a layout."""

    def __init__(self, styles: dict[str, int]) -> None:
        self.builder = LayoutBuilder()
        self.styles = styles  # style → level of a heading
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.skipping = 0
        self.in_text = self.raised = False

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """Take note of an element that opens."""
        tag = name.rpartition(" ")[2]
        if self.skipping or tag in SKIPPED:
            self.skipping += 1
            return
        value = attrs.get(f"{WORD}val", "")
        match tag:
            case "p" if name.startswith(WORD):
                self.paragraphs.append(Paragraph())
                self.raised = False
            case "t" if name.startswith(WORD):
                self.in_text = True
            case "r":
                self.raised = False
            case "vertAlign":
                self.raised = value == "superscript"
            case "tab" | "br" | "cr" | "noBreakHyphen" if self.paragraphs:
                self.paragraphs[-1].pieces.append({"tab": "\t", "noBreakHyphen": "-"}.get(tag, "\n"))
            case "pStyle" | "numPr" | "ilvl" | "outlineLvl" if self.paragraphs:
                self.style(tag, value)
            case "tbl" | "tr" | "tc" | "gridSpan" | "vMerge" if name.startswith(WORD):
                self.open_table(tag, value)

    def end(self, name: str) -> None:
        """Take note of an element that closes."""
        if self.skipping:
            self.skipping -= 1
            return
        tag = name.rpartition(" ")[2]
        if tag == "t":
            self.in_text = False
        elif tag == "p" and name.startswith(WORD) and self.paragraphs:
            self.end_paragraph(self.paragraphs.pop())
        elif tag == "tc" and self.tables and self.tables[-1].rows:
            table = self.tables[-1]
            table.rows[-1].entries.append(Entry(" ".join(table.text), 1, table.column_span))
            table.rows[-1].goes_on.append(table.goes_on)
        elif tag == "tbl" and self.tables:
            self.builder.add_table(merged(self.tables.pop().rows))

    def characters(self, data: str) -> None:
        """Keep the text of a run."""
        if self.in_text and self.paragraphs and not self.skipping:
            raised = self.raised and data.strip().isdigit()
            self.paragraphs[-1].pieces.append(data.translate(RAISED) if raised else data)

    def style(self, tag: str, value: str) -> None:
        """Tell headings and list items from paragraphs."""
        paragraph = self.paragraphs[-1]
        if tag == "pStyle" and value in self.styles:
            paragraph.kind, paragraph.level = BlockKind.HEADING, self.styles[value]
        elif tag == "pStyle" and value.lower().startswith("list"):
            paragraph.kind = BlockKind.ITEM
        elif tag == "numPr" and paragraph.kind is BlockKind.PARAGRAPH:
            paragraph.kind = BlockKind.ITEM
        elif tag == "ilvl" and paragraph.kind is BlockKind.ITEM and value.isdigit():
            paragraph.level = int(value)

    def end_paragraph(self, paragraph: Paragraph) -> None:
        """Write a paragraph to its cell or to the document."""
        text = normalised("".join(paragraph.pieces))
        if self.tables:
            self.tables[-1].text.append(text)
        else:
            self.builder.add(paragraph.kind, text, paragraph.level)

    def open_table(self, tag: str, value: str) -> None:
        """Begin a table, a row or a cell."""
        if tag == "tbl":
            self.tables.append(Table())
        elif not self.tables:
            return
        elif tag == "tr":
            self.tables[-1].rows.append(Row())
        elif tag == "tc":
            self.tables[-1].text, self.tables[-1].column_span, self.tables[-1].goes_on = [], 1, False
        elif tag == "gridSpan":
            self.tables[-1].column_span = min(int(value), 1000) if value.isdigit() else 1
        else:
            self.tables[-1].goes_on = value != "restart"


def merged(rows: list[Row]) -> list[list[Entry]]:
    """Return the rows with the cells that go on from above joined to the cell they belong to."""
    result: list[list[Entry]] = [[] for _ in rows]
    heads: dict[int, tuple[int, int]] = {}  # column → row and place of the cell that spans down
    for number, row in enumerate(rows):
        column = 0
        for entry, goes_on in zip(row.entries, row.goes_on, strict=True):
            if goes_on and column in heads:
                above, place = heads[column]
                head = result[above][place]
                result[above][place] = Entry(head.text, number - above + 1, head.column_span, head.header)
            else:
                heads[column] = (number, len(result[number]))
                result[number].append(entry)
            column += entry.column_span
    return result


def heading_styles(content: bytes) -> dict[str, int]:
    """Return the level of each style that is named a heading, whatever its translated id."""
    levels: dict[str, int] = {}
    current = ""

    def start(name: str, attrs: dict[str, str]) -> None:
        nonlocal current
        if name == f"{WORD}style":
            current = attrs.get(f"{WORD}styleId", "")
        elif name == f"{WORD}name":
            words = attrs.get(f"{WORD}val", "").lower().split()
            if words[:1] == ["heading"] and words[-1].isdigit():
                levels[current] = int(words[-1])
            elif words == ["title"]:
                levels[current] = 1

    parse_xml(content, start, lambda _name: None, lambda _data: None)
    return levels


def read_word(content: bytes) -> Layout:
    """Return the blocks of a DOCX file; its foot- and endnotes, its headers and footers last.

    Raises:
        UnreadableReturnError: it is damaged, or no DOCX.
    """
    with open_archive(content) as archive:
        names = set(archive.namelist())
        styles = heading_styles(entry_of(archive, "word/styles.xml")) if "word/styles.xml" in names else {}
        word = Word(styles)
        notes = names & {"word/footnotes.xml", "word/endnotes.xml"}
        margins = sorted(name for name in names if MARGIN.fullmatch(name))
        for part in ["word/document.xml", *sorted(notes, reverse=True), *margins]:
            parse_xml(entry_of(archive, part), word.start, word.end, word.characters)
    return word.builder.layout()
