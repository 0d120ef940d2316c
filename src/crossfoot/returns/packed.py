"""A packed workbook → its sheets. Runs in a child process with limits: see `workbook.py`.

It imports little, so that a child of its own starts at once. Whatever goes wrong here ends that child only.
"""

import io
import re
import struct
import zipfile
import zlib
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from crossfoot.errors import UnreadableReturnError
from crossfoot.terms.sheet import MOST_CELLS, Cell, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

LARGEST_UNPACKED = 200_000_000  # bytes, counted while unpacking: what the headers claim may be a lie
MOST_ENTRIES = 2_000
MOST_TEXT = 100_000_000  # characters in all cells together
STORED, DEFLATED = 0, 8
_LOCAL = struct.Struct("<4s22xHH")  # a local header's mark, and the lengths of its name and extra field
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_EMPTY_FORMULA = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f\b[^>/]*>([^<]*)</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)


def unpacked(blob: bytes) -> dict[str, bytes]:
    """Return the parts of a packed file that say something about cells; every part is unpacked and counted."""
    parts: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as box:
            entries = box.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as exc:
        raise UnreadableReturnError(f"is a damaged workbook ({exc})") from None
    if len(entries) > MOST_ENTRIES:
        raise UnreadableReturnError(f"holds more than {MOST_ENTRIES:,} parts")
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableReturnError("has a password")
        part = _part(blob, entry, LARGEST_UNPACKED - total)
        total += len(part)
        if entry.filename.endswith((".xml", ".rels")):
            if b"<!DOCTYPE" in part[:4096] or b"<!ENTITY" in part[:4096]:
                raise UnreadableReturnError("defines entities of its own, which no workbook needs")
            parts[entry.filename] = part
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableReturnError("has a password")
    return parts


def _part(blob: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    head = blob[entry.header_offset : entry.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or entry.compress_type not in (STORED, DEFLATED):
        raise UnreadableReturnError("is a damaged workbook (a part cannot be unpacked)")
    _, name, extra = _LOCAL.unpack(head)
    starts = entry.header_offset + _LOCAL.size + name + extra
    packed = blob[starts : starts + entry.compress_size]
    if entry.compress_type == STORED:
        out = packed
    else:
        work = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            out = work.decompress(packed, most + 1)
        except zlib.error as exc:
            raise UnreadableReturnError(f"is a damaged workbook ({exc})") from None
    if len(out) > most:
        raise UnreadableReturnError(f"unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB")
    return out


def formulas_without_value(parts: dict[str, bytes]) -> dict[str, list[tuple[int, int, str]]]:
    """Return, by sheet, (row, column, formula) of each formula that no program has worked out yet.

    Its cell reads as blank, and a blank is something else.
    """
    out: dict[str, list[tuple[int, int, str]]] = {}
    for name, path in _sheet_parts(parts).items():
        text = parts.get(path, b"")
        if b"<f" in text:
            found = [
                (int(row) - 1, _column(letters.decode()), "=" + formula.decode("utf-8", "replace")[:200])
                for letters, row, formula in _EMPTY_FORMULA.findall(text)
            ]
            if found:
                out[name] = found
    return out


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Which part of an XLSX file holds which sheet."""
    try:
        book = ElementTree.fromstring(parts["xl/workbook.xml"])  # noqa: S314 - entities were refused
        links = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    return {
        sheet.get("name", ""): "xl/" + targets.get(sheet.get(_OFFICE, ""), "").removeprefix("/xl/").removeprefix("xl/")
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet")
    }


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def read_packed(blob: bytes, most_cells: int = MOST_CELLS) -> list[Sheet]:
    """Return the sheets of a workbook, each from its cell A1; a hidden one without its cells.

    Raises:
        UnreadableReturnError: it is damaged, has a password, or exceeds a limit.
    """
    from python_calamine import CalamineError  # noqa: PLC0415 - after the limits

    try:
        return Reading(most_cells).book(blob)
    except (CalamineError, ValueError, OSError, RuntimeError, KeyError, IndexError) as exc:
        raise UnreadableReturnError(f"is a damaged workbook ({str(exc)[:200]})") from exc


class Reading:
    """The cells of one workbook, counted against the limits as they are taken over."""

    def __init__(self, most_cells: int) -> None:
        self._cells = most_cells
        self._most = most_cells
        self._text = MOST_TEXT

    def book(self, blob: bytes) -> list[Sheet]:
        """Return the sheets."""
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - after the limits

        formulas = formulas_without_value(unpacked(blob))
        book = CalamineWorkbook.from_filelike(io.BytesIO(blob))
        return [
            self._sheet(meta.name, book.get_sheet_by_name(meta.name), formulas.get(meta.name, []))
            if meta.visible is SheetVisibleEnum.Visible
            else Sheet(meta.name, (), (), hidden=True)
            for meta in book.sheets_metadata
            if meta.typ is SheetTypeEnum.WorkSheet
        ]

    def _sheet(self, name: str, sheet: "CalamineSheet", formulas: list[tuple[int, int, str]]) -> Sheet:
        height = max(sheet.total_height, *(row + 1 for row, _, _ in formulas), 0)
        width = max(sheet.total_width, *(column + 1 for _, column, _ in formulas), 0)
        self._cells -= height * width
        if self._cells < 0:
            raise UnreadableReturnError(f"has more than {self._most:,} cells")
        rows = [[self._cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        rows.extend([] for _ in range(height - len(rows)))
        for row, column, formula in formulas:
            cells = rows[row]
            cells.extend("" for _ in range(column + 1 - len(cells)))
            cells[column] = formula if cells[column] == "" else cells[column]
        merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
        return Sheet(name, tuple(map(tuple, rows)), tuple(range(1, len(rows) + 1)), merged)

    def _cell(self, value: object) -> Cell:
        if isinstance(value, str):
            self._text -= len(value)
            if self._text < 0:
                raise UnreadableReturnError("holds more text than a table does")
            return value
        if isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            return number(value)
        if isinstance(value, datetime):
            return value.date() if value.time() == time() else value
        return value if isinstance(value, date) else str(value)


def number(value: float) -> Cell:
    """Return a number as it was typed; what is none (NaN, infinity) as its name.

    A workbook keeps 0.1 as a double; the shortest decimal that gives that double is what was typed.
    """
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return str(value)
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact
