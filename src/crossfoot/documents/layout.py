"""A document as one text with blocks: paragraphs, headings, list items, tables with cells, pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

BLANKS = re.compile(r"[ \t\n\r\f\v]+")  # of any kind but the no-break space, which holds a number together


class BlockKind(StrEnum):
    """What a stretch of the text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one item of a list
    TABLE = "table"
    CODE = "code"  # shown as written, not read


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table and where its text stands."""

    row: int  # counted from 0
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text, in reading order; of a table, with its cells."""

    kind: BlockKind
    start: int
    end: int
    page: int | None = None  # counted from 1; None where the format has no pages
    level: int = 0  # of a heading 1 to 6; of a list item its indent
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The normalised text; offsets count its Unicode code points."""

    text: str
    blocks: tuple[Block, ...]
    pictures: tuple[int, ...] = ()  # pages that are a picture: nothing on them was read


@dataclass(slots=True)
class LayoutBuilder:
    """Collects pieces of text in reading order and keeps count of where each stands."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    page: int | None = None
    pictures: list[int] = field(default_factory=list)

    def write(self, piece: str) -> None:
        """Append text as it is."""
        self.pieces.append(piece)
        self.length += len(piece)

    def add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """Append a block of its own line; one of nothing but blanks is left out."""
        text = text.strip()
        if not text:
            return
        start = self.length
        self.write(text)
        self.blocks.append(Block(kind, start, self.length, self.page, level))
        self.write("\n" if kind is BlockKind.ITEM else "\n\n")

    def add_table(self, rows: Sequence[Sequence["Entry"]]) -> None:
        """Append a table: a tab between cells, a line for each row."""
        start, cells = self.length, []
        taken: dict[int, int] = {}  # column → first row free again below a cell that spans rows
        for row, entries in enumerate(rows):
            column = 0
            for number, entry in enumerate(entries):
                while taken.get(column, 0) > row:
                    column += 1
                self.write("\t" if number else "")
                text = BLANKS.sub(" ", entry.text).strip()
                cells.append(
                    Cell(
                        row,
                        column,
                        self.length,
                        self.length + len(text),
                        entry.row_span,
                        entry.column_span,
                        entry.header,
                    )
                )
                self.write(text)
                for _ in range(entry.column_span):
                    taken[column] = row + entry.row_span
                    column += 1
            self.write("\n")
        if any(cell.end > cell.start for cell in cells):
            self.blocks.append(Block(BlockKind.TABLE, start, self.length - 1, self.page, 0, tuple(cells)))
        self.write("\n")

    def layout(self) -> Layout:
        """Return what was collected."""
        return Layout("".join(self.pieces), tuple(self.blocks), tuple(self.pictures))


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell before it has its place."""

    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False


def masked(layout: Layout) -> str:
    """Return the text with tables and code blanked out, so that offsets stay what they are."""
    pieces, done = [], 0
    for block in layout.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.CODE) and block.start >= done:
            pieces += [layout.text[done : block.start], "\n" * (block.end - block.start)]
            done = block.end
    return "".join([*pieces, layout.text[done:]])
