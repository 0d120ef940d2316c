"""Makes hostile files from a seed, proofs each by the command line, and prints how it ends and what it costs.

Run: PYTHONPATH=src python benchmarks/proof/hostile.py [--size 1000000] [NAME...]

The set is generated and never carried. For each file: its size, the processor seconds of the command and
its child, the most memory one of them held, the exit code, and the last line said. A traceback or an exit
code other than 0, 1 (a relation fails) or 11 (refused with a reason) is a defect and ends the run with 1.
"""

import argparse
import io
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

import xlsxwriter

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SEED = 7
ENDS = (0, 1, 11)  # it adds up, a relation fails, refused with a reason


def rows(draw, width, most, part, size):
    """Return lines of random numbers, until there are so many characters."""
    lines, length = [], 0
    while length < size:
        lines.append(part.join(str(draw.randrange(most)) for _ in range(width)))
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def piped(lines, width):
    """Return lines of cells as a Markdown table with heads."""
    heads = "|".join(f"h{column}" for column in range(width))
    return f"|{heads}|\n{'|--' * width}|\n{lines}\n"


def repeated(piece, size):
    """Return a piece again and again."""
    return (piece * (size // len(piece) + 1))[:size]


def texts(size, draw):
    """Return hostile files of text as {name: text}."""
    sentence = "10 cases, of which 3 confirmed, 4 probable and 5 suspected. "
    table = "|a|b|c|\n|-|-|-|\n|x|3|4|\n|y|5|6|\n|Total|8|11|\n\n"
    return {
        "table_ones.md": piped(repeated("|" + "1|" * 10 + "\n", size), 10),
        "table_rand.md": piped(rows(draw, 8, 9999, "|", size), 8), "tables.md": repeated(table, size),
        "tabs.txt": repeated("1\t", size), "tab_lines.txt": rows(draw, 12, 1000, "\t", size),
        "gaps.txt": repeated("1  ", size), "gap_lines.txt": rows(draw, 12, 1000, "   ", size),
        "bracket.txt": f"({rows(draw, 1, 1000, '', size)})".replace("\n", ", "),
        "brackets.txt": rows(draw, 9, 1000, " (", size), "wide.csv": repeated("1,", size),
        "wide_rand.csv": rows(draw, size // 16, 10, ",", size), "long.csv": rows(draw, 5, 1000, ",", size),
        "failing.txt": repeated(sentence, size), "failing_lines.txt": repeated(f"{sentence}\n\n", size),
        "equations.txt": repeated("1 + 2 = 4; ", size), "chain.txt": repeated("1 + 2 = 3 + ", size),
        "captions.md": repeated(f"As of 3 May 2020\n\n{table}", size),
        "digits.txt": repeated("7", size), "open.txt": repeated("(1", size), "slashes.txt": repeated("1/", size),
        "regex.txt": repeated("a" * 30 + " of ", size) + "1", "blanks.txt": "1" + " " * size + "2",
        "numerals.txt": repeated("two million ", size), "han.txt": repeated("一百万二千亿三", size),
        "bidi.txt": repeated("\u202e12 cases\u2066 \u200f", size), "quotes.csv": '"' * size + "\n1,2",
        "deep.html": "<div>" * (size // 5) + "12 cases", "tags.html": "<" * size,
        "cells.html": "<table>" + repeated("<tr><td>1<td>2", size), "nested.html": repeated("<table><tr><td>1", size),
        "span.html": '<table><tr><td rowspan="999999" colspan="999999">1</td></tr></table>',
        "spans.html": "<table>" + repeated('<tr><td rowspan="65000" colspan="1000">12</td>', size) + "</table>",
    }  # fmt: skip


def docx_of(body, head=""):
    """Return a DOCX file around the XML of a body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


def pdf_of(stream, declared):
    """Return a PDF of one page whose content is a stream, of a declared length that may be wrong."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length " + str(declared).encode()
        + b"/Filter/FlateDecode>>stream\n" + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


def workbook_of(values):
    """Return a workbook with rows of values."""
    book = io.BytesIO()
    with xlsxwriter.Workbook(book) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(values):
            sheet.write_row(number, 0, row)
    return book.getvalue()


def packed_files(size, draw):
    """Return hostile files that are not text as {name: bytes}."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    nested = "<w:tbl><w:tr><w:tc>" * (size // 40)
    paragraph = "<w:p><w:r><w:t>1 </w:t></w:r></w:p>"
    shown = b"BT /F 9 Tf 9 9 Td " + b"(12 cases ) Tj " * (size // 15) + b" ET"
    packed = zlib.compress(shown)
    cells = "<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999999'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    return {
        "bomb.docx": docx_of("<w:p><w:r><w:t>" + "1" * 300_000_000 + "</w:t></w:r></w:p>"),
        "entities.docx": docx_of("&e19;", f'<!DOCTYPE d [<!ENTITY e0 "12">{entities}]>'),
        "external.docx": docx_of("&e;", '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'),
        "deep.docx": docx_of(nested), "paragraphs.docx": docx_of(paragraph * (size // len(paragraph))),
        "spans.docx": docx_of(cells), "cut.docx": docx_of(paragraph)[:-40],
        "random.docx": b"PK\x03\x04" + draw.randbytes(999),
        "broken.pdf": b"%PDF-1.7\n" + draw.randbytes(size), "long.pdf": pdf_of(packed, len(packed)),
        "length.pdf": pdf_of(packed, 10**12), "bomb.pdf": pdf_of(zlib.compress(b"1 " * 200_000_000), 400_000),
        "random.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + draw.randbytes(size), "random.xlsx": draw.randbytes(size),
        "numbers.xlsx": workbook_of([[draw.randrange(10_000) for _ in range(20)] for _ in range(size // 100)]),
        "nul.txt": b"\0" * size, "nuls.csv": b"1\0,2\0\n" * (size // 6), "random.txt": draw.randbytes(size),
        "surrogates.txt": b"12 cases \xed\xa0\x80" * (size // 12), "utf16.txt": b"\xff\xfe" + b"1\xd8" * (size // 2),
        "digits100.txt": b"7" * (100 * size),
    }  # fmt: skip


def ended(path):
    """Proof a file by the command line and print what came of it; return whether it ended as it should."""
    size = path.stat().st_size / 1e6
    command = [sys.executable, "-m", "crossfoot", "proof", str(path), "--no-copy"]
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, stderr=out)
        _, status, used = os.wait4(child.pid, 0)  # with what its own children used
        child.returncode = code = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode("utf-8", "replace").replace(f"{path.parent}/", "").strip()
    good = code in ENDS and "Traceback" not in said
    shown = " ".join(said.split())[:150] if good else f"DEFECT: {said[-600:]}"
    cost = f"{used.ru_utime + used.ru_stime:7.2f} s {used.ru_maxrss // 1024:5} MB"
    print(f"{path.name:18} {size:7.2f} MB {cost}  exit {code}  {shown}", flush=True)
    return good


def write(folder, size):
    """Write all files into a folder."""
    draw = random.Random(SEED)
    for name, text in texts(size, draw).items():
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    for name, content in packed_files(size, draw).items():
        (folder / name).write_bytes(content)


def main():
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", type=int, default=1_000_000)
    settings = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        # A process of its own writes them: what a parent has held counts as memory of its children.
        writer = multiprocessing.get_context("spawn").Process(target=write, args=(folder, settings.size))
        writer.start()
        writer.join()
        names = settings.names or sorted(path.name for path in folder.iterdir())
        ends = [ended(folder / name) for name in names]
    sys.exit(0 if all(ends) else 1)


if __name__ == "__main__":
    main()
