"""Proofs files that are damaged at random, from a seed, and counts what is no proof and no clear error.

Run: PYTHONPATH=src python benchmarks/proof/fuzz.py [--seconds 60] [--seed 1] [FILE...]
Without files it damages a text, a page, a table, a DOCX and a workbook of its own. A crash, an end of
the child by its limits and a defect count, each with the seed that brings it back.
"""

import argparse
import collections
import io
import random
import time
import zipfile
from pathlib import Path

import xlsxwriter

from crossfoot.errors import UnreadableReturnError
from crossfoot.proof.proofing import proof_bytes

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = (
    "# Report 7\n\n360 cases, of which 228 confirmed, 133 probable and 2 suspected (CFR 12.5%).\n\n"
    "| a | n |\n|--|--|\n| x | 12 |\n| Total | 12 |\n\n其中男120例，女90例。Soit 3,5 % des 1 204 cas.\n"
)
SPICE = [
    b"\0",
    b"\xff",
    b"1" * 300,
    b"(" * 50,
    b"<",
    b"</",
    b"%",
    b"\xe2\x80\xae",
    b"1/2",
    b"e99",
    b"\n\n",
    b"|",
    b"\xef\xbf\xbe",
    b" 000",
    "万".encode(),
]
BAD = {
    "defect": "defect of Crossfoot",
    "limits": "limits of memory",
    "time": "takes longer",
    "memory": "needs more memory",
}


def samples():
    """Return whole documents as {name: bytes}."""
    docx, book = io.BytesIO(), io.BytesIO()
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.splitlines())
    with zipfile.ZipFile(docx, "w") as archive:  # not packed, so that damage reaches the XML
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    with xlsxwriter.Workbook(book) as workbook:
        workbook.add_worksheet().write_column(0, 0, ["Cases", 12, 13, 25])
    page = f"<html><body><h1>Report</h1><p>{TEXT}</p><table><tr><td>1<td colspan=2>2</table></body></html>"
    return {
        "a.md": TEXT.encode(), "a.txt": TEXT.encode("utf-16"), "a.html": page.encode(), "a.docx": docx.getvalue(),
        "a.xlsx": book.getvalue(), "a.csv": b"area;cases\nBo;12\nKo;13\nTotal;25\n",
    }  # fmt: skip


def damaged(content, draw):
    """Return the bytes with a few changes: cut, doubled, turned, spiced."""
    content = bytearray(content)
    for _ in range(draw.randint(1, 6)):
        at = draw.randrange(len(content) + 1)
        length = draw.randint(1, 40)
        match draw.randrange(5):
            case 0:
                del content[at : at + length]
            case 1:
                content[at:at] = content[at : at + length] * draw.randint(1, 50)
            case 2 if at < len(content):
                content[at] ^= 1 << draw.randrange(8)
            case 3:
                content[at:at] = draw.choice(SPICE) * draw.randint(1, 20)
            case _:
                content[at : at + length] = draw.randbytes(length)
    return bytes(content)


def main():
    """Run for some seconds and print the count of each end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    settings = parser.parse_args()
    whole = {path.name: path.read_bytes() for path in settings.files} or samples()
    ends = collections.Counter()
    seed, until = settings.seed, time.monotonic() + settings.seconds
    while time.monotonic() < until:
        draw = random.Random(seed)
        name = draw.choice(sorted(whole))
        try:
            proof_bytes(damaged(whole[name], draw), name)
            end = "proofed"
        except UnreadableReturnError as error:
            end = next((kind for kind, words in BAD.items() if words in str(error)), "refused")
            if end in BAD:
                notes = getattr(error.__cause__, "__notes__", [""])
                print(f"seed {seed}, {name}: {end}\n{notes[0][-1500:]}", flush=True)
        ends[end] += 1
        seed += 1
    print(
        f"{sum(ends.values()):,} runs from seed {settings.seed}: "
        + ", ".join(f"{n:,} {end}" for end, n in ends.most_common())
    )


if __name__ == "__main__":
    main()
