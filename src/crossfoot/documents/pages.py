"""PDF → blocks page by page: lines of words, and tables found from where the words stand."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crossfoot.documents.grid import Segment, cells_of, find_tables
from crossfoot.documents.layout import Block, BlockKind, Layout, LayoutBuilder
from crossfoot.documents.plain import ITEM, normalised
from crossfoot.errors import UnreadableReturnError

MOST_PAGES = 2000
IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
WIDE_GAP = 1.1  # of the height of the letters: what parts two cells, not two words
NEW_PARAGRAPH = 1.7  # of the height of the letters: space between lines that parts two paragraphs
HYPHENS = "\x02\ufffe"  # what PDFium gives for the hyphen of a parted word
BULLET = re.compile(r"^[\uf000-\uf0ff]")


@dataclass(slots=True)
class Piece:
    """Words of one line without a wide gap between them."""

    text: str
    left: float
    right: float


@dataclass(slots=True)
class PageLine:
    """A line of a page: its pieces and where it stands."""

    bottom: float
    top: float
    pieces: list[Piece] = field(default_factory=list)


def read_pages(content: bytes) -> Layout:
    """Return the blocks of a PDF file.

    Raises:
        UnreadableReturnError: it is damaged, locked, or has no text in it (a scan).
    """
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded only for PDF

    builder = LayoutBuilder()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        remedy = "Save it without a password." if locked else "Ask for another copy, or print it to PDF anew."
        raise UnreadableReturnError(f"The PDF cannot be opened ({error}). {remedy}") from error
    if len(document) > MOST_PAGES:
        raise UnreadableReturnError(f"The PDF has {len(document):,} pages. Proof a part of it.")
    for number in range(len(document)):
        builder.page = number + 1
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise UnreadableReturnError(f"Page {number + 1} of the PDF is damaged ({error}).") from error
        lines = list(lines_of(text_page))
        write_page(builder, lines)
        if not lines and any(True for _ in page.get_objects(filter=[IMAGE])):
            builder.pictures.append(number + 1)
        text_page.close()
        page.close()
    document.close()
    layout = builder.layout()
    if not layout.blocks:
        raise UnreadableReturnError(
            "The PDF holds pictures of text only. Run text recognition (OCR) over it first."
        )
    return layout


def lines_of(text_page: object) -> Iterator[PageLine]:
    """Yield the lines of a page in the order of the PDF, split where there is a wide gap.

    A word that a hyphen parts at the end of a line is written whole, in the upper line.
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded only for PDF

    ends = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = ends
    references = [ctypes.byref(end) for end in ends]
    line: PageLine | None = None
    blank = parted = False
    handle = text_page.raw  # type: ignore[attr-defined]
    for index in range(pdfium.FPDFText_CountChars(handle)):
        character = chr(pdfium.FPDFText_GetUnicode(handle, index) or 32)
        if character in "\r\n":
            if line is not None:
                yield line
            line, parted = None, False
            continue
        if character in HYPHENS:
            parted = line is not None and line.pieces[-1].text[-1].isalpha()
            continue
        if character.isspace():
            if parted and line is not None:
                yield line
                line, parted = None, False
            blank = True
            continue
        if parted and line is not None:
            line.pieces[-1].text += character
            continue
        pdfium.FPDFText_GetCharBox(handle, index, *references)
        if line is None:
            line = PageLine(bottom.value, top.value, [Piece(character, left.value, right.value)])
            blank = False
            continue
        height = max(line.top - line.bottom, top.value - bottom.value, 1.0)
        gap = left.value - line.pieces[-1].right
        if gap > WIDE_GAP * height or gap < -4 * height:
            line.pieces.append(Piece(character, left.value, right.value))
        else:
            line.pieces[-1].text += f" {character}" if blank else character
            line.pieces[-1].right = max(line.pieces[-1].right, right.value)
        line.bottom, line.top = min(line.bottom, bottom.value), max(line.top, top.value)
        blank = False
    if line is not None:
        yield line


def write_page(builder: LayoutBuilder, lines: list[PageLine]) -> None:
    """Write the lines of a page as tables and paragraphs."""
    lines = joined(lines)
    first = builder.length
    written: list[list[Segment]] = []
    spans: list[tuple[int, int]] = []
    for line in lines:
        start = builder.length
        segments = []
        for number, piece in enumerate(line.pieces):
            builder.write("\t" if number else "")
            text = normalised(BULLET.sub("•", piece.text)).translate(LIGATURES)
            builder.write(text)
            end = builder.length
            digits = any(character.isdigit() for character in text)
            segments.append(Segment(piece.left, piece.right, end - len(text), end, digits))
        spans.append((start, builder.length))
        written.append(segments)
        builder.write("\n")
    done = 0
    for top, after in find_tables(written):
        write_paragraphs(builder, lines, spans, written, range(done, top))
        block = Block(
            BlockKind.TABLE, spans[top][0], spans[after - 1][1], builder.page, 0, cells_of(written[top:after])
        )
        builder.blocks.append(block)
        done = after
    write_paragraphs(builder, lines, spans, written, range(done, len(lines)))
    if builder.length > first:
        builder.write("\n")


def joined(lines: list[PageLine]) -> list[PageLine]:
    """Join lines that stand at one height: the PDF may hold the cells of a row one by one."""
    result: list[PageLine] = []
    for line in lines:
        last = result[-1] if result else None
        middle = (line.bottom + line.top) / 2
        level = last is not None and last.bottom < middle < last.top
        if last is not None and level and line.pieces[0].left > last.pieces[-1].right:
            last.pieces += line.pieces
        else:
            result.append(line)
    return result


def write_paragraphs(
    builder: LayoutBuilder,
    lines: list[PageLine],
    spans: list[tuple[int, int]],
    written: list[list[Segment]],
    numbers: range,
) -> None:
    """Add blocks for running text: a wide space, a bullet or a much larger letter begins a new one."""
    open_from: int | None = None
    kind = BlockKind.PARAGRAPH
    for number in numbers:
        text = " ".join(piece.text for piece in lines[number].pieces)
        item = ITEM.match(BULLET.sub("•", text)) is not None
        begins = open_from is None or item or new_paragraph(lines[number - 1], lines[number])
        if begins and open_from is not None:
            builder.blocks.append(Block(kind, spans[open_from][0], spans[number - 1][1], builder.page))
        if begins:
            open_from, kind = number, BlockKind.ITEM if item else BlockKind.PARAGRAPH
    if open_from is not None:
        builder.blocks.append(Block(kind, spans[open_from][0], spans[numbers.stop - 1][1], builder.page))


def new_paragraph(above: PageLine, line: PageLine) -> bool:
    """Tell whether a line begins a paragraph, from the space above it and the size of its letters."""
    height, height_above = line.top - line.bottom, above.top - above.bottom
    space = above.bottom - line.bottom
    return space > NEW_PARAGRAPH * max(height, height_above, 1.0) or space < 0 or height > 1.6 * height_above
