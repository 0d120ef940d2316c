"""Each format becomes the text that a reader sees, with its blocks and cells where they stand."""

import io
import zipfile

import pytest

from crossfoot.documents import BlockKind, form_of, read_document
from crossfoot.documents.layout import Layout
from crossfoot.errors import UnreadableReturnError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx_of(body, **parts):
    """Return a DOCX of a body written in WordprocessingML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def run(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cells(layout: Layout):
    """Return the cells of the only table as {(row, column): text}."""
    [table] = [block for block in layout.blocks if block.kind is BlockKind.TABLE]
    return {(cell.row, cell.column): layout.text[cell.start : cell.end] for cell in table.cells}


def kinds(layout: Layout):
    return [str(block.kind) for block in layout.blocks]


def test_a_text_keeps_its_offsets():
    """A text is taken as it is, so that offsets are the file's own."""
    text = "One: 84\n\n- two: 86\n- three: 71\n"
    layout = read_document(text.encode(), "a.txt")
    assert layout.text == text
    assert kinds(layout) == ["paragraph", "item", "item"]


def test_control_characters_become_blanks():
    layout = read_document(b"12\x00 cases\x1b[31m and\r\n3 more\xc2\x9b", "a.txt")
    assert layout.text == "12  cases [31m and\n3 more "


def test_a_markdown_table_and_code():
    layout = read_document(b"# Head\n\n| a | b |\n|---|---|\n| x | 12 |\n\n```\n1 + 1 = 3\n```\n", "a.md")
    assert kinds(layout)[:2] == ["heading", "table"]
    assert cells(layout) == {(0, 0): "a", (0, 1): "b", (1, 0): "x", (1, 1): "12"}
    assert {"code"} == set(kinds(layout)[2:])


def test_columns_of_a_plain_text():
    text = "County      Cases   Deaths\nNimba         120       80\nBong            7       12\n"
    found = cells(read_document(text.encode(), "a.txt"))
    assert found[1, 1] == "120"
    assert found[2, 2] == "12"


def test_html_leaves_out_what_is_not_seen():
    page = (
        "<html><head><title>no</title></head><body><h1>Head</h1>"
        "<p>12&nbsp;034 cases<sup>2</sup> <del>99</del></p>"
        "<p hidden>no</p><script>no</script><ul><li>one<li>two</ul></body></html>"
    )
    layout = read_document(page.encode(), "a.html")
    assert layout.text.split("\n") == ["Head", "", "12\u00a0034 cases²", "", "one", "two", ""]
    assert kinds(layout) == ["heading", "paragraph", "item", "item"]


def test_html_cells_that_span():
    page = "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>1<td>2<tr><td>x<td>3<td>4</table>"
    found = cells(read_document(page.encode(), "a.html"))
    assert found == {
        (0, 0): "a",
        (0, 1): "b",
        (1, 1): "1",
        (1, 2): "2",
        (2, 0): "x",
        (2, 1): "3",
        (2, 2): "4",
    }


def test_docx_without_tracked_deletions():
    """What was deleted with changes tracked is not in the document any more; what was inserted is."""
    body = (
        "<w:p><w:r><w:t>There were </w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>14</w:t></w:r></w:ins><w:r><w:t> cases</w:t></w:r></w:p>"
    )
    assert read_document(docx_of(body), "a.docx").text == "There were 14 cases\n\n"


def test_docx_cells_that_go_on_downwards():
    def cell(text, more=""):
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{run(text)}</w:tc>"

    begins, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('a', begins)}{cell('b', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('1')}{cell('2')}</w:tr></w:tbl>"
    )
    assert cells(read_document(docx_of(body), "a.docx")) == {
        (0, 0): "a",
        (0, 1): "b",
        (1, 1): "1",
        (1, 2): "2",
    }


def test_docx_headings_whatever_their_name():
    style = '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    styles = f'<w:styles xmlns:w="{WORD}">{style}</w:styles>'
    styled = '<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Cas</w:t></w:r></w:p>'
    body = styled + run("12")
    layout = read_document(docx_of(body, styles=styles), "a.docx")
    assert kinds(layout) == ["heading", "paragraph"]


def test_csv_with_quotes_and_semicolons():
    found = cells(read_document(b'a;"b ""c"""\nx;"1;2"\n', "a.csv"))
    assert found == {(0, 0): "a", (0, 1): 'b ""c""', (1, 0): "x", (1, 1): "1;2"}


def test_an_old_encoding():
    assert (
        "décès notifiés à Conakry"
        in read_document("Les décès notifiés à Conakry : 12".encode("cp1252"), "a.txt").text
    )


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", b"PK\x03\x04 broken", "zip"),
        ("a.docx", docx_of("<w:p>")[:-30], "zip"),
        ("a.docx", docx_of("</w:nothing>"), "damaged"),
        ("a.docx", docx_of("").replace(b"word/document.xml", b"word/documemt.xml"), "word/document.xml"),
        ("a.pdf", b"%PDF-1.7 broken", "PDF"),
        ("a.xlsx", b"PK\x03\x04 broken", "zip"),
        ("a.bin", b"\x00\x01\x02" * 50, "not a document"),
    ],
)
def test_a_damaged_file_is_told_with_its_remedy(name, content, says):
    with pytest.raises(UnreadableReturnError, match=says):
        read_document(content, name)


def test_xml_entities_are_refused():
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="{WORD}"><w:t>&a;</w:t></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    with pytest.raises(UnreadableReturnError, match="entities"):
        read_document(buffer.getvalue(), "a.docx")


def test_a_zip_bomb_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(UnreadableReturnError, match="unpacks"):
        read_document(buffer.getvalue(), "a.docx")


def test_the_form_is_told_by_the_first_bytes():
    assert form_of("report.txt", b"%PDF-1.4") == "pdf"
    assert form_of("stdin", b"<!DOCTYPE html><p>") == "html"
    assert form_of("-", b"12 cases") == "text"


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("crossfoot.documents.MOST_BYTES", 10)
    with pytest.raises(UnreadableReturnError, match="Split it"):
        read_document(b"1" * 11, "a.txt")


CHINESE = "截至5月3日，全省共報告病例123例，其中男性60例，女性63例。請各縣市繼續加強監測工作，並於下週一前回報。\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "big5", "gb18030"])
def test_a_text_is_read_in_its_encoding(encoding):
    """Chinese and Taiwanese offices still write Big5 and GB18030, and Windows UTF-16, with its mark or without."""
    text = CHINESE if encoding != "gb18030" else "截至5月3日，全省共报告病例123例，其中男性60例，女性63例。请各县市继续加强监测工作。\n" * 4
    assert read_document(text.encode(encoding), "a.txt").text == text


def test_french_of_the_last_century_is_no_chinese():
    text = "Le cumul des décès est de 360 dont 228 confirmés, 133 probables et 2 suspects à Guéckédou.\n"
    assert read_document(text.encode("cp1252"), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["big5", "gb2312"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding):
    words = "病例123例" if encoding == "gb2312" else "病例123例，縣市"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{words}</p></body></html>'
    assert read_document(page.encode(encoding), "a.html").text.strip() == words


def test_headers_footers_and_text_boxes_of_a_word_document_are_read():
    box = f"<w:p><w:r><w:txbxContent>{run('Box: 12')}</w:txbxContent></w:r></w:p>"
    margin = f'<w:hdr xmlns:w="{WORD}">{run("Situation report 7: 84 cases")}</w:hdr>'
    layout = read_document(docx_of(run("Body: 5") + box, header1=margin, footer2=margin.replace("84", "85")), "a.docx")
    text = layout.text
    assert [text.find(part) >= 0 for part in ("Box: 12", "Body: 5", "84 cases", "85 cases")] == [True] * 4
    assert text.find("Body") < text.find("Box") < text.find("85 cases")


def pdf_of(*pages):
    """Return a PDF whose pages show a line of text, or a picture where the line is None."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects += [
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream",
    ]
    kids = []
    for line in pages:
        shown = f"BT /F 12 Tf 72 700 Td ({line}) Tj ET" if line is not None else "q 400 0 0 400 72 200 cm /I Do Q"
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream".encode())
        resources = "/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{resources}/Contents {len(objects)} 0 R>>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))  # fmt: skip


def test_a_page_that_is_a_picture_is_said_to_be_one():
    """What was not read is never passed over as if it were in order."""
    assert read_document(pdf_of("12 cases", None, "3 deaths", None), "a.pdf").pictures == (2, 4)
    assert read_document(pdf_of("12 cases", ""), "a.pdf").pictures == ()
    with pytest.raises(UnreadableReturnError, match="pictures of text only"):
        read_document(pdf_of(None, None), "a.pdf")


def laid(*lines):
    """Return lines placed at (x, y, text), in the order of the file, for `pdf_of`."""
    return ") Tj ".join(["", *(f"1 0 0 1 {x} {y} Tm ({text}" for x, y, text in lines)])


def test_a_word_that_a_hyphen_parts_is_written_whole():
    """The pieces of a parted word are neither two words nor two cells, and the words behind them go on below."""
    lines = laid(
        (72, 700, "By 3 May, 360 cases had been re-"), (72, 686, "ported in 4 districts, of which 228 were con-"),
        (72, 672, "firmed, 130 probable and 2 suspected."), (72, 600, "The ages were 12-"), (72, 586, "15 years."),
    )  # fmt: skip
    layout = read_document(pdf_of(lines), "a.pdf")
    assert layout.text.split("\n")[:3] == [
        "By 3 May, 360 cases had been reported", "in 4 districts, of which 228 were confirmed,",
        "130 probable and 2 suspected.",
    ]  # fmt: skip
    assert kinds(layout) == ["paragraph", "paragraph"]
    assert "12-\n15 years" in layout.text


def test_two_columns_are_read_one_after_the_other():
    left = [(72, 700 - 14 * row, f"left line {row} says {row} cases here") for row in range(6)]
    right = [(320, 700 - 14 * row, f"right line {row} says {row + 50} deaths") for row in range(6)]
    layout = read_document(pdf_of(laid(*left, *right)), "a.pdf")
    assert [line.split()[0] for line in layout.text.split("\n") if line] == ["left"] * 6 + ["right"] * 6
    assert kinds(layout) == ["paragraph", "paragraph"]
