"""Texts of every encoding, delimiter and line ending are read to the same cells."""

from itertools import product

import pytest

from crossfoot.errors import UnreadableReturnError
from crossfoot.returns import read_return
from crossfoot.returns.text_table import found_delimiter

WESTERN = [["Préfecture", "Décès", "Été 2014"], ["Kérouané", "12", "3,5"], ["Guéckédou", "1 204", "à suivre"]]
CHINESE = [["地区", "死亡", "备注"], ["沈阳市", "12", "3,5"], ["哈尔滨市", "1204", "第一批"]]
ENCODINGS = {
    "utf-8": WESTERN + CHINESE,
    "utf-8-sig": WESTERN + CHINESE,
    "utf-16": WESTERN + CHINESE,  # with its mark
    "utf-16-le": WESTERN + CHINESE,  # without
    "utf-16-be": WESTERN + CHINESE,
    "latin-1": WESTERN,
    "cp1252": WESTERN,
    "gb18030": CHINESE,
}
ENDINGS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def _written(rows, delimiter, ending):
    def cell(text):
        return f'"{text}"' if delimiter in text else text

    return "".join(delimiter.join(map(cell, row)) + ending for row in rows)


@pytest.mark.parametrize(("encoding", "delimiter", "ending"), list(product(ENCODINGS, ",;\t|^", ENDINGS)))
def test_every_encoding_delimiter_and_ending(encoding, delimiter, ending):
    rows = ENCODINGS[encoding]
    [sheet] = read_return(_written(rows, delimiter, ENDINGS[ending]).encode(encoding))
    assert [list(row) for row in sheet.rows] == rows
    assert list(sheet.lines) == list(range(1, len(rows) + 1))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_one_row_of_a_known_text_is_enough_to_find_the_encoding(encoding):
    rows = ENCODINGS[encoding][-1:]
    [sheet] = read_return(_written(rows, ";", "\n").encode(encoding))
    assert [list(row) for row in sheet.rows] == rows


def test_mixed_line_endings_and_no_last_one():
    [sheet] = read_return(b"a,b\r\n1,2\r3,4\n5,6")
    assert sheet.rows == (("a", "b"), ("1", "2"), ("3", "4"), ("5", "6"))
    assert sheet.lines == (1, 2, 3, 4)


def test_a_quoted_line_break_keeps_record_and_line_apart():
    [sheet] = read_return(b'area,note\nBomi,"two\nlines, and a comma"\nBong,x\n')
    assert sheet.rows[1:] == (("Bomi", "two\nlines, and a comma"), ("Bong", "x"))
    assert sheet.lines == (1, 3, 4)


def test_ragged_records_and_blank_lines_stay_where_they_are():
    [sheet] = read_return(b"a,b,c\n1\n\n1,2,3,4\n")
    assert sheet.rows == (("a", "b", "c"), ("1",), (), ("1", "2", "3", "4"))
    assert sheet.lines == (1, 2, 3, 4)


def test_a_decimal_comma_does_not_pass_for_a_delimiter():
    assert found_delimiter("Area;Doses;Kilograms\nBomi;1,5;2,5\nBong;3,5;4,5\n") == ";"
    assert found_delimiter("Area,Doses,Places\nBomi,1,x;y\nBong,2,y;z\n") == ","
    assert found_delimiter("Report of the week, all areas\nArea\tDoses\nBomi\t1,5\n") == "\t"


def test_excel_names_the_delimiter_in_a_first_line():
    [sheet] = read_return(b"sep=^\r\na^b\r\n1,5^2,5\r\n")
    assert sheet.rows == ((), ("a", "b"), ("1,5", "2,5"))
    assert sheet.lines == (1, 2, 3)


def test_what_the_layout_says_goes_before_what_is_found():
    [sheet] = read_return("a:b,c\n".encode("cp1251"), encoding="cp1251", delimiter=":")
    assert sheet.rows == (("a", "b,c"),)
    with pytest.raises(UnreadableReturnError, match="not in the encoding utf-8"):
        read_return("é,1\n".encode("latin-1"), encoding="utf-8")
    with pytest.raises(UnreadableReturnError, match="not in the encoding klingon"):
        read_return(b"a,1\n", encoding="klingon")


HOSTILE = {
    "nothing": (b"", "is empty"),
    "blanks": (b" \r\n\t", "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "a picture called .csv": (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
    "a PDF": (b"%PDF-1.7\n...", "is a PDF"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "save it as XLSX"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    "compressed": (b"\x1f\x8b\x08\x00", "is compressed"),
    "NULs": (b"a,b\n1,\0\0\0\x002\n\0", "NUL"),
    "a quote that never ends": (b'a,b\n1,2\n"3,4\n5,6\n', "opened after line 2 and never closed"),
    "a quote that never ends, at once": (b'"a,b\n1,2\n', "opened after line 1 and never closed"),
    "half a character marked as UTF-16": (b"\xff\xfea", "marked as UTF-16"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_table_is_refused_with_a_plain_reason(name):
    blob, reason = HOSTILE[name]
    with pytest.raises(UnreadableReturnError, match=reason):
        read_return(blob)


def test_a_cell_of_a_hundred_million_digits_is_refused():
    with pytest.raises(UnreadableReturnError, match="a cell on line 2 has more than 1,000,000 characters"):
        read_return(b"a,b\n" + b"7" * 100_000_000)


@pytest.mark.parametrize("sign", [b",", b"\n", b"\r", b"1,\n"])
def test_too_many_cells_are_refused_before_they_fill_the_memory(sign):
    with pytest.raises(UnreadableReturnError, match="more than 2,000,000 cells"):
        read_return(b"a" + sign * 6_000_000 + b"b")


def test_letters_that_look_like_the_mark_of_a_picture_are_read():
    [sheet] = read_return(b"BM,2\nGIF89,3\n")
    assert sheet.rows == (("BM", "2"), ("GIF89", "3"))
