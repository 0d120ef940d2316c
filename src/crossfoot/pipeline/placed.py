"""What became of the cells of returns: how many figures, how many blanks, and what could not be placed."""

from collections.abc import Collection
from dataclasses import dataclass

from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import Progress, moment
from crossfoot.pipeline.opening import open_ledger

COUNTS = """
    SELECT count(*), sum(CASE WHEN status = 'missing' THEN 1 ELSE 0 END)
    FROM figures WHERE return_id IN (SELECT unnest($1))
"""
TROUBLES = """
    SELECT r.name, t.kind, t.sheet, t.row_number, t.column_name, t.cell, t.stated, t.suggestion
    FROM troubles t JOIN receipts r ON r.return_id = t.return_id AND r.copy_of = ''
    WHERE t.kind <> 'remark' AND t.return_id IN (SELECT unnest($1))
    ORDER BY CASE t.kind WHEN 'text-left-aside' THEN 1 ELSE 0 END, r.name, t.sheet, t.row_number, t.cell
"""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A cell, row, column or file that could not be read or placed."""

    file: str
    kind: str
    sheet: str
    row: int  # 0 when the whole file is meant
    column: str
    cell: str
    stated: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class PlacedReport:
    """What became of the cells of some returns."""

    figures: int
    blanks: int
    unplaced: tuple[Unplaced, ...]


def placed(folder: Folder, return_ids: Collection[str], progress: Progress | None = None) -> PlacedReport:
    """Return what became of the cells of these returns; the ledger is caught up with them on the way."""
    engine, _ = open_ledger(folder, moment(), progress)
    ids = [list(return_ids)]
    [(cells, blanks)] = engine.rows(COUNTS, ids)
    return PlacedReport(cells - (blanks or 0), blanks or 0, tuple(Unplaced(*r) for r in engine.rows(TROUBLES, ids)))
