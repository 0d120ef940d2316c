"""XLSX and ODS: the values as kept, never a formula worked out anew."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from crossfoot.errors import UnreadableReturnError
from crossfoot.terms.sheet import MOST_CELLS, Cell, Sheet

LARGEST_UNPACKED = 300_000_000
MOST_ENTRIES = 2_000


def read_workbook(blob: bytes) -> list[Sheet]:
    """Return the visible sheets of a workbook, each from its cell A1.

    Raises:
        UnreadableReturnError: it is no workbook, is damaged, or unpacks to too much.
    """
    _refuse_bombs(blob)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(blob))
        visible = [
            meta.name
            for meta in book.sheets_metadata
            if meta.typ is SheetTypeEnum.WorkSheet and meta.visible is SheetVisibleEnum.Visible
        ]
        return [_sheet(book.get_sheet_by_name(name)) for name in visible]
    except (CalamineError, ValueError, OSError) as exc:
        raise UnreadableReturnError(f"is a damaged workbook: {exc}") from None


def _refuse_bombs(blob: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as box:
            entries = box.infolist()
            if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > LARGEST_UNPACKED:
                raise UnreadableReturnError("unpacks to more than 300 MB")
            if any(e.flag_bits & 1 for e in entries):
                raise UnreadableReturnError("has a password")
    except (zipfile.BadZipFile, OSError, ValueError) as exc:
        raise UnreadableReturnError(f"is a damaged workbook: {exc}") from None


def _sheet(sheet: CalamineSheet) -> Sheet:
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise UnreadableReturnError(f"has more than {MOST_CELLS:,} cells in the sheet '{sheet.name}'")
    rows = tuple(tuple(map(_cell, row)) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in _merged(sheet))
    return Sheet(sheet.name, rows, tuple(range(1, len(rows) + 1)), merged)


def _merged(sheet: CalamineSheet) -> Iterable[Any]:
    return sheet.merged_cell_ranges or ()


def _cell(value: object) -> Cell:
    if isinstance(value, str | bool):
        return value
    if isinstance(value, float | int):
        # A workbook keeps 0.1 as a double; the shortest decimal that gives that double is what was typed.
        exact = Decimal(repr(value))
        return exact.to_integral_value() if exact == exact.to_integral_value() else exact
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, date):
        return value
    if isinstance(value, timedelta | time):
        return str(value)
    return str(value)
