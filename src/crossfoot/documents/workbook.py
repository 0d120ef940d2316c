"""XLSX, XLS and ODS → a heading and a table for each sheet."""

import datetime
import io
from decimal import Decimal

from crossfoot.documents.archive import open_archive
from crossfoot.documents.layout import BlockKind, Entry, Layout, LayoutBuilder
from crossfoot.documents.plain import normalised
from crossfoot.errors import UnreadableReturnError

DIGITS = 15  # what a spreadsheet keeps of a number
MOST_CELLS = 2_000_000


def read_workbook(content: bytes) -> Layout:
    """Return the cells of a workbook as shown values; formulas give their last result.

    Raises:
        UnreadableReturnError: it is damaged, locked, or larger than the limits.
    """
    import python_calamine  # noqa: PLC0415 - loaded only for workbooks

    if content[:2] == b"PK":
        open_archive(content).close()
    builder = LayoutBuilder()
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
        for name, sheet in sheets:
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise UnreadableReturnError(
                    f"The sheet {name!r} has over {MOST_CELLS:,} cells. Save a part of it."
                )
            rows = sheet.to_python(skip_empty_area=True)
            if rows:
                builder.add(BlockKind.HEADING, normalised(name), 1)
                builder.add_table([[Entry(shown(value)) for value in row] for row in rows])
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableReturnError(
            f"The workbook cannot be read ({error}). Save it anew as XLSX."
        ) from error
    return builder.layout()


def shown(value: object) -> str:
    """Return a cell's value as text, a number without the noise of binary arithmetic."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        number = Decimal(f"{value:.{DIGITS}g}")
        return f"{number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize():f}"
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return normalised(str(value))
