"""Lines of spaced words → tables: cells that stand above each other are a column."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.documents.layout import Cell

LEAST_LINES = 2  # a table has at least so many lines of two cells
WIDE = 2  # cells of a line that is more than a line of words


@dataclass(frozen=True, slots=True)
class Segment:
    """Words without a wide gap between them, and where they stand across the page."""

    left: float
    right: float
    start: int  # offsets in the text
    end: int
    digits: bool  # whether there is a digit in it


Line = Sequence[Segment]


def find_tables(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the runs of lines (first, one after the last) that are laid out as a table.

    A line of one segment may stand inside a table (a heading of a group, a wrapped label), not at its end.
    """
    runs: list[tuple[int, int]] = []
    first = last = -1
    for number, line in enumerate(lines):
        if len(line) >= WIDE:
            if first >= 0 and number - last > LEAST_LINES:
                runs.append((first, last + 1))
                first = number
            first = number if first < 0 else first
            last = number
        elif not line and first >= 0:
            runs.append((first, last + 1))
            first = -1
    if first >= 0:
        runs.append((first, last + 1))
    return [run for run in runs if is_table(lines[run[0] : run[1]])]


def is_table(lines: Sequence[Line]) -> bool:
    """Tell figures in columns from prose with a wide gap here and there."""
    wide = [line for line in lines if len(line) >= WIDE]
    numeric = sum(any(part.digits for part in line[1:]) for line in wide)
    return len(wide) >= LEAST_LINES and numeric * 2 >= len(wide)


def columns_of(lines: Sequence[Line]) -> list[float]:
    """Return the right edges of the columns: where no segment of a full line stands."""
    spans = sorted((part.left, part.right) for line in lines if len(line) >= WIDE for part in line)
    widest = max(len(line) for line in lines)
    edges: list[list[float]] = []
    for left, right in spans:
        if edges and left < edges[-1][1]:
            edges[-1][1] = max(edges[-1][1], right)
        else:
            edges.append([left, right])
    if len(edges) >= widest:
        return [right for _, right in edges]
    return columns_by_model(lines, widest)


def columns_by_model(lines: Sequence[Line], widest: int) -> list[float]:
    """Return column edges halfway between the cells of the lines that have the most cells.

    A heading that reaches over several columns would melt them into one; full lines do not.
    """
    full = [line for line in lines if len(line) == widest]
    rights = [max(line[number].right for line in full) for number in range(widest)]
    lefts = [min(line[number].left for line in full) for number in range(widest)]
    return [(rights[number] + max(lefts[number + 1], rights[number])) / 2 for number in range(widest - 1)] + [
        float("inf")
    ]


def cells_of(lines: Sequence[Line]) -> tuple[Cell, ...]:
    """Give every segment its row and column; two segments never share a cell of one row."""
    edges = columns_of(lines)
    cells: list[Cell] = []
    for row, line in enumerate(lines):
        free = 0
        for part in line:
            middle = (part.left + part.right) / 2
            column = max(bisect_left(edges, middle), free)
            free = column + 1
            cells.append(Cell(row, column, part.start, part.end))
    return tuple(cells)
