"""Workbooks are read as kept, and what is hostile is refused with a plain reason, within the limits."""

import io
import struct
import time
import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from crossfoot.errors import UnreadableReturnError
from crossfoot.returns import read_return


def _xlsx(fill):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    fill(book)
    book.close()
    return out.getvalue()


def _with_parts(blob, change):
    """The same workbook with some parts rewritten by `change(name, content)`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def _plain(book):
    sheet = book.add_worksheet("Counties")
    sheet.write_row(0, 0, ["Area", "Doses"])
    sheet.write_row(1, 0, ["Bomi", 12])


def test_numbers_dates_and_truth_values_keep_their_type():
    def fill(book):
        sheet = book.add_worksheet("S")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.write_row(0, 0, ["text", 12, 0.1, 1e22, -3.5, "007"])
        sheet.write_boolean(1, 0, True)
        sheet.write_datetime(1, 1, datetime(2014, 10, 31), day)
        sheet.write_datetime(1, 2, datetime(2014, 10, 31, 9, 30), moment)

    [sheet] = read_return(_xlsx(fill))
    assert sheet.rows[0] == ("text", Decimal(12), Decimal("0.1"), Decimal(10**22), Decimal("-3.5"), "007")
    assert sheet.rows[1][:3] == (True, date(2014, 10, 31), datetime(2014, 10, 31, 9, 30))
    assert [type(cell) for cell in sheet.rows[1][:3]] == [bool, date, datetime]


def test_a_sheet_is_read_from_a1_and_merged_cells_are_told():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.merge_range("C3:D3", "Doses")
        sheet.write("B4", "Bomi")

    [sheet] = read_return(_xlsx(fill))
    assert sheet.rows[2][2] == "Doses"
    assert sheet.rows[3][1] == "Bomi"
    assert sheet.merged == ((2, 2, 2, 3),)
    assert sheet.lines == (1, 2, 3, 4)


def test_a_hidden_sheet_is_told_without_its_cells():
    def fill(book):
        _plain(book)
        hidden = book.add_worksheet("Lists")
        hidden.write("A1", 99)
        hidden.hide()

    sheets = read_return(_xlsx(fill))
    assert [(s.name, s.hidden, bool(s.rows)) for s in sheets] == [("Counties", False, True), ("Lists", True, False)]


def test_a_formula_gives_its_kept_value_and_one_never_worked_out_is_no_blank():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write_formula("A1", "=1+2", None, 3)
        sheet.write_formula("B1", "=SUM(A1:A1)", None, "")

    blob = _with_parts(_xlsx(fill), lambda _, content: content.replace(b"<v></v>", b""))
    [sheet] = read_return(blob)
    assert sheet.rows == ((Decimal(3), "=SUM(A1:A1)"),)


def test_ods_is_read_with_its_types_and_merged_cells():
    book = OpenDocumentSpreadsheet()
    table = Table(name="Counties")
    head = TableRow()
    wide = TableCell(valuetype="string", numbercolumnsspanned=2)
    wide.addElement(P(text="Doses"))
    head.addElement(wide)
    head.addElement(CoveredTableCell())
    table.addElement(head)
    row = TableRow()
    row.addElement(TableCell(valuetype="float", value="12.5"))
    row.addElement(TableCell(valuetype="date", datevalue="2014-10-31"))
    table.addElement(row)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    [sheet] = read_return(out.getvalue())
    assert sheet.rows[0][0] == "Doses"
    assert sheet.rows[1] == (Decimal("12.5"), date(2014, 10, 31))


# ---- hostile ------------------------------------------------------------------------------------


def _zip_of(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return out.getvalue()


def _bomb():
    return _with_parts(_xlsx(_plain), lambda n, c: c + b" " * 250_000_000 if n.endswith("sheet1.xml") else c)


def _lying_bomb():
    """Its headers claim 10 bytes for what unpacks to 250 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b" " * 250_000_000) + packer.flush()
    name = b"xl/worksheets/sheet1.xml"
    head = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0)
    local = b"PK\x03\x04" + head + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHLL", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _claims_a_gigabyte():
    """Two cells so far apart that all between them would need hundreds of gigabytes."""

    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, 1)
        sheet.write(1_048_575, 16_383, 2)

    return _xlsx(fill)


def _many_cells():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, 1)
        sheet.write(30_000, 100, 2)

    return _xlsx(fill)


def _entities():
    lol = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    return _with_parts(_xlsx(_plain), lambda n, c: lol + c if n == "xl/workbook.xml" else c)


def _deep():
    nested = b"<sheetData>" + b"<a>" * 3_000_000 + b"</a>" * 3_000_000 + b"</sheetData>"
    return _with_parts(_xlsx(_plain), lambda n, c: c.replace(b"<sheetData>", nested) if n.endswith("sheet1.xml") else c)


def _encrypted():
    blob = bytearray(_xlsx(_plain))
    at = blob.find(b"PK\x01\x02")
    while at >= 0:
        blob[at + 8] |= 1
        at = blob.find(b"PK\x01\x02", at + 4)
    return bytes(blob)


HOSTILE = {
    "a bomb": (_bomb, "unpacks to more than 200 MB"),
    "a bomb whose headers lie": (_lying_bomb, "unpacks to more than 200 MB"),
    "a sheet that claims gigabytes": (_claims_a_gigabyte, "more memory|more than 2,000,000 cells"),
    "three million cells": (_many_cells, "more than 2,000,000 cells"),
    "entities": (_entities, "entities"),
    "a password": (_encrypted, "has a password"),
    "an ODS with a password": (
        lambda: _zip_of({"META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": "?"}), "has a password"
    ),
    "a text document": (lambda: _zip_of({"word/document.xml": "<w/>"}), "is a damaged workbook"),
    "too many parts": (lambda: _zip_of({f"{n}.xml": "" for n in range(2_100)}), "more than 2,000 parts"),
    "cut off": (lambda: _xlsx(_plain)[:-300], "is a damaged workbook"),
    "a torn middle": (lambda: _xlsx(_plain)[:500] + bytes(900) + _xlsx(_plain)[1400:], "is a damaged workbook"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_with_a_plain_reason_and_soon(name):
    make, reason = HOSTILE[name]
    blob = make()
    begun = time.monotonic()
    with pytest.raises(UnreadableReturnError, match=reason) as caught:
        read_return(blob)
    assert time.monotonic() - begun < 20
    assert "\n" not in str(caught.value)


def test_deep_nesting_neither_hangs_nor_crashes():
    try:
        sheets = read_return(_deep())
    except UnreadableReturnError as exc:
        assert "damaged" in str(exc)
    else:
        assert [sheet.name for sheet in sheets] == ["Counties"]


def test_reading_in_a_process_of_its_own_stays_quick():
    blob = _xlsx(_plain)
    begun = time.monotonic()
    for _ in range(20):
        assert read_return(blob)[0].rows[1] == ("Bomi", Decimal(12))
    assert time.monotonic() - begun < 10
