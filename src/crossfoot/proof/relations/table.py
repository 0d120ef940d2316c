"""A table by cell: what is written in each, the figures in it, and the words that head its column."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.documents import Block
from crossfoot.proof.document import Figure
from crossfoot.proof.source import Source
from crossfoot.prose import Kind

HEAD_ROWS = 4
SIZE = re.compile(r"\bn\s*[=＝:：]\s*$")
SIZE_REACH = 6  # code points before a size in which "N =" stands


@dataclass(frozen=True, slots=True)
class Table:
    """A table by cell: what is written in it, and its figures."""

    words: dict[tuple[int, int], str]
    figures: dict[tuple[int, int], list[Figure]]
    starts: dict[tuple[int, int], int]  # where each cell begins
    rows: dict[int, list[int]]  # the columns of the cells of each row
    heads: dict[int, str]  # the words above each column

    def labels(self, row: int, column: int) -> str:
        """Return the words of a cell's row and of the head of its column."""
        across = [
            self.words[row, c] for c in self.rows[row] if c < column and not self.figures.get((row, c))
        ]
        down = [
            self.words[r, column]
            for r in range(min(row, HEAD_ROWS))
            if (r, column) in self.words and not self.figures.get((r, column))
        ]
        return " | ".join([*across, *down])

    def above(self, column: int) -> str:
        """Return all that stands in the first rows of a column, sizes included."""
        return " ".join(self.words[r, column] for r in range(HEAD_ROWS) if (r, column) in self.words)


def table_of(source: Source, block: Block, figures: Sequence[Figure]) -> Table:
    """Return the cells of a block with the figures that stand in each."""
    starts = [figure.start for figure in figures]
    table = Table({}, {}, {}, {}, {})
    for cell in block.cells:
        first, last = bisect_left(starts, cell.start), bisect_left(starts, cell.end)
        for column in range(cell.column, cell.column + cell.column_span):
            table.words[cell.row, column] = source.low[cell.start : cell.end]
            table.rows.setdefault(cell.row, []).append(column)
        table.figures[cell.row, cell.column] = list(figures[first:last])
        table.starts[cell.row, cell.column] = cell.start
    for (row, column), words in table.words.items():
        if row < HEAD_ROWS and not table.figures.get((row, column)):
            table.heads[column] = f"{table.heads.get(column, '')} {words}".strip()
    return table


def size_above(source: Source, table: Table, column: int) -> Figure | None:
    """Return the one size "N = 200" that stands in the heading of a column."""
    sizes = [
        figure
        for row in range(HEAD_ROWS)
        for figure in table.figures.get((row, column), ())
        if figure.kind is Kind.COUNT and SIZE.search(source.low[max(0, figure.start - SIZE_REACH) : figure.start])
    ]
    return sizes[0] if len(sizes) == 1 else None
