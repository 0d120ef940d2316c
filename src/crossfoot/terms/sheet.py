"""A received table as it stands: rows of cells, with their places."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

Cell = str | Decimal | date | bool  # text as typed, or what a workbook keeps as number or date
MOST_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or one CSV file (whose sheet has no name)."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]  # an empty cell is ""
    lines: tuple[int, ...]  # physical line on which each row ends; the row itself in a workbook
    merged: tuple[tuple[int, int, int, int], ...] = ()  # top, left, bottom, right; from 0
    hidden: bool = False  # a hidden sheet is told about, never read


@cache
def letters(column: int) -> str:
    """Return a column's letters from its number, counted from 0: A, B, … Z, AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def numbered(cell: str) -> tuple[int, int]:
    """Return (row, column), counted from 0, of a cell such as C30."""
    column = 0
    for n, sign in enumerate(cell):
        if sign.isdigit():
            return int(cell[n:]) - 1, column - 1
        column = column * 26 + ord(sign) - 64
    raise ValueError(f"'{cell}' is not a cell")


def as_text(cell: Cell) -> str:
    """Return a cell as it would be typed; a date in ISO 8601."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat()
