"""The briefing as a Word document with real styles: to be edited, its figures the same as in all other formats.

python-docx brings the styles, the pictures and the file; the paragraphs are written here as
WordprocessingML, because building ten thousand of them one object at a time takes as many milliseconds
(ECMA-376, part 1: 17.3 paragraphs, 17.4 tables, 17.13.6 bookmarks, 17.16.22 links).
"""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import assert_never
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import serialize_for_reading
from docx.shared import Mm, Pt

from crossfoot.briefing.document import (
    Block,
    Chart,
    Document,
    Entry,
    Fold,
    Heading,
    Inline,
    KeyFigures,
    Link,
    Listing,
    Number,
    Prose,
    Row,
    Run,
    Scope,
    Table,
    Text,
)  # fmt: skip
from crossfoot.briefing.formats.paper import SECTION, on_paper
from crossfoot.briefing.formats.pictures import chart_png
from crossfoot.errors import TemplateError

SOFT, ALERT, LINK = "55534E", "9B2C10", "0B4F7D"
LANG = {"en": "en-GB", "fr": "fr-FR", "zh": "zh-CN"}
EAST_ASIAN = "Noto Sans CJK SC"
SMALL, BODY, LARGE = 16, 20, 36  # half points
ACROSS = 3  # key figures side by side
LONGEST_MARK = 40  # letters of a bookmark's name that Word allows
PICTURE = Mm(150)
EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip's times say nothing; fixed, so that the same issue is the same bytes


class _Body:
    """Writes the body of one document as WordprocessingML."""

    def __init__(self, document: Document, word: WordDocument) -> None:
        self.document = document
        self.word = word
        self.styles = {str(style.name): str(style.style_id) for style in word.styles}
        self.names: dict[str, str] = {}  # of the bookmark of each anchor
        self.placed: set[str] = set()  # anchors that have their place
        self.charts = 0

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.heading(block.content, block.level, block.anchor)
            case Prose():
                return self.prose(block)
            case Listing():
                return self.listing(block)
            case Table():
                return self.record(block) if block.kind == "record" else self.table(block)
            case KeyFigures():
                return self.key_figures(block)
            case Chart():
                return self.chart(block)
            case Fold():
                return self.block(Heading(SECTION, block.summary, block.anchor))  # on paper there is none
            case Entry():
                return self.heading(block.heading, block.level, block.anchor) + self.blocks(block.blocks)
            case _:
                assert_never(block)

    def style(self, name: str) -> str:
        """Return a style's id; a house template that lacks it gives the normal one."""
        return self.styles.get(name, self.styles["Normal"])

    def heading(self, content: Inline, level: int, anchor: str) -> str:
        return self.paragraph(content, f"Heading {max(1, level - 1)}", anchor=anchor)

    def paragraph(
        self, content: Inline, style: str, *, anchor: str = "", size: int = 0, colour: str = "", strong: bool = False,
        right: bool = False, tight: bool = False,
    ) -> str:  # fmt: skip
        """Return a paragraph; `size` in half points, 0 for the style's own."""
        look = '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>' if tight else ""
        look += '<w:jc w:val="right"/>' if right else ""
        runs = "".join(self.run(r, size, colour, strong=strong) for r in content)
        mark = self.mark(anchor)
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style(style)}"/>{look}</w:pPr>{mark}{runs}</w:p>'

    def prose(self, block: Prose) -> str:
        if block.role == "note":
            return self.paragraph(block.content, "Normal", size=SMALL, colour=SOFT)
        return self.paragraph(block.content, "Normal")

    def listing(self, block: Listing) -> str:
        style = "List Number" if block.ordered else "List Bullet"
        out = []
        for item in block.items:
            for n, inside in enumerate(item):
                if isinstance(inside, Prose):
                    out.append(self.paragraph(inside.content, style if n == 0 else "List Continue"))
                else:
                    out.append(self.block(inside))
        return "".join(out)

    def run(self, run: Run, size: int, colour: str, *, strong: bool) -> str:
        match run:
            case Text():
                shade = SOFT if run.quiet else colour
                return words(run.text, size, shade, strong=strong or run.strong, emphasis=run.emphasis)
            case Number():
                out = self.leads(words(run.text, size, colour, strong=strong), run.evidence)
                mark = words(f" {self.document.words['mark']}", size, ALERT, strong=True) if run.finding else ""
                sign = words(self.document.words["mark.accepted"], size, LINK) if run.accepted else ""
                return out + mark + sign
            case Link():
                shown = words(run.text, size, LINK, strong=strong)
                return self.leads(shown, run.target[1:]) if run.target.startswith("#") else self.out(shown, run.target)
            case Scope():
                return words(f" {run.text}", size, SOFT)
            case _:
                assert_never(run)

    def leads(self, shown: str, anchor: str) -> str:
        return f'<w:hyperlink w:anchor="{self.bookmark(anchor)}">{shown}</w:hyperlink>'

    def out(self, shown: str, address: str) -> str:
        if not address.startswith(("https://", "http://", "mailto:")):
            return shown
        link = self.word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{link}">{shown}</w:hyperlink>'

    def bookmark(self, anchor: str) -> str:
        """Return the name of an anchor's bookmark: letters, digits and _."""
        if anchor not in self.names:
            plain = "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)
            self.names[anchor] = f"c{len(self.names)}_{plain}"[:LONGEST_MARK]
        return self.names[anchor]

    def mark(self, anchor: str) -> str:
        """Return the place that an anchor names, once."""
        if not anchor or anchor in self.placed:
            return ""
        self.placed.add(anchor)
        name, number = self.bookmark(anchor), len(self.placed)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def table(self, table: Table) -> str:
        numeric = [c.numeric for c in table.columns]
        heads = "".join(
            cell(self.paragraph(c.heading, "Normal", size=SMALL, colour=SOFT, strong=True, right=c.numeric, tight=True))
            for c in table.columns
        )
        rows = "".join(self.row(row, numeric) for row in table.rows)
        note = self.prose(Prose(table.note, "note")) if table.note else ""
        grid = "<w:gridCol/>" * len(numeric)
        return (
            f"{self.paragraph(table.caption, 'Caption')}<w:tbl><w:tblPr>"
            '<w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="8" w:color="1B1B1A"/>'
            '<w:bottom w:val="single" w:sz="8" w:color="1B1B1A"/><w:insideH w:val="single" w:sz="4" w:color="D5D2CA"/>'
            f"</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{heads}</w:tr>{rows}</w:tbl>{note}<w:p/>"
        )

    def row(self, row: Row, numeric: list[bool]) -> str:
        strong = row.kind in ("sum", "stated")
        cells = [*row.cells, *((),) * (len(numeric) - len(row.cells))]
        out = [
            cell(
                self.paragraph(
                    content,
                    "Normal",
                    anchor="" if n else row.anchor,
                    size=SMALL,
                    strong=strong,
                    right=right,
                    tight=True,
                )
            )
            for n, (content, right) in enumerate(zip(cells, numeric, strict=False))
        ]
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(out)}</w:tr>"

    def record(self, table: Table) -> str:
        """A quoted row of a file: its cells run on, each with its name and its text as written."""
        cells = []
        for row in table.rows:
            place, column, stated = row.cells[:3]
            content = (*place, Text(" "), *column, Text(" "), *(Text(r.text, strong=True) for r in stated), Text("   "))
            runs = "".join(self.run(r, SMALL, "", strong=False) for r in content)
            cells.append(self.mark(row.anchor) + runs)
        style = self.style("Normal")
        caption = self.prose(Prose(table.caption, "note"))
        return f'{caption}<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(cells)}</w:p>'

    def key_figures(self, block: KeyFigures) -> str:
        cells = []
        for item in block.items:
            inside = self.paragraph((Text(item.label),), "Normal", size=SMALL, tight=True)
            inside += self.paragraph(item.number, "Normal", size=LARGE, strong=True, tight=True)
            for content in filter(None, (item.change, item.note)):
                inside += self.paragraph(content, "Normal", size=SMALL, colour=SOFT, tight=True)
            cells.append(cell(inside))
        cells += [cell("<w:p/>")] * (-len(cells) % ACROSS)
        rows = "".join(f"<w:tr>{''.join(cells[n : n + ACROSS])}</w:tr>" for n in range(0, len(cells), ACROSS))
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="8"'
            ' w:color="1B1B1A"/><w:insideH w:val="single" w:sz="8" w:color="1B1B1A"/></w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{'<w:gridCol/>' * ACROSS}</w:tblGrid>{rows}</w:tbl><w:p/>"
        )

    def chart(self, chart: Chart) -> str:
        self.charts += 1
        legend = ""
        if chart.legend:
            legend = self.prose(Prose((Text(" · ".join(name for _, name in chart.legend)),), "note"))
        png = io.BytesIO(chart_png(chart, self.charts, self.document.language))
        drawn = self.word.part.new_pic_inline(png, width=PICTURE)
        drawn.docPr.set("descr", f"{chart.title}. {chart.description}")  # what a screen reader says of it
        picture = serialize_for_reading(drawn)
        shown = f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"
        return self.paragraph((Text(chart.title),), "Caption") + legend + shown


def cell(inside: str) -> str:
    """Return a cell of a table around its paragraphs."""
    return f"<w:tc>{inside}</w:tc>"


def words(text: str, size: int = 0, colour: str = "", *, strong: bool = False, emphasis: bool = False) -> str:
    """Return a run of words; signs that XML cannot hold are shown as the replacement character."""
    look = ("<w:b/>" if strong else "") + ("<w:i/>" if emphasis else "")
    look += f'<w:color w:val="{colour}"/>' if colour else ""
    look += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    held = "".join(c if c >= " " or c in "\t\n" else "\N{REPLACEMENT CHARACTER}" for c in text)
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(held)}</w:t></w:r>'


def render_docx(document: Document, made_at: datetime, house: bytes | None = None) -> bytes:
    """Return a briefing as a DOCX; the same document and moment give the same bytes.

    Args:
        document: the briefing.
        made_at: what the file says of when it was made: the issue's as-of.
        house: a DOCX whose styles, page and header are taken; its text is not.

    Raises:
        TemplateError: the house template is not a DOCX.
    """
    try:
        word = docx.Document(None if house is None else io.BytesIO(house))
    except (BadZipFile, KeyError, ValueError):
        raise TemplateError("briefing.docx: is not a Word document. Save it as DOCX, or take it away.") from None
    _set_up(word, document, made_at, own=house is None)
    body = _Body(document, word)
    head = document.head
    written = body.paragraph((Text(head.campaign),), "Normal", colour=SOFT, strong=True)
    written += body.paragraph((Text(head.title),), "Title")
    for label, content in head.facts:
        written += body.paragraph((Text(f"{label}: "), *content), "Normal")
    written += body.prose(Prose(head.notice, "note")) if head.notice else ""
    written += body.blocks(on_paper(document).blocks)
    written += body.prose(Prose((Text(document.words["footer"]),), "note"))
    _fill(word, written)
    out = io.BytesIO()
    word.save(out)
    return _same_times(out.getvalue())


def _fill(word: WordDocument, written: str) -> None:
    """Put the paragraphs where the template's own text was, before the last section's page."""
    body = word.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    made = parse_xml(f"<w:body {nsdecls('w', 'r')}>{written}</w:body>")
    for n, element in enumerate(list(made)):
        body.insert(n, element)


def _set_up(word: WordDocument, document: Document, made_at: datetime, *, own: bool) -> None:
    told = word.core_properties
    told.title, told.author, told.language = document.title, document.head.campaign, LANG[document.language]
    told.created = told.modified = made_at.replace(tzinfo=None)
    told.last_modified_by, told.comments = "Crossfoot", ""
    if not own:
        return
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(BODY / 2)
    look = normal.element.get_or_add_rPr()
    look.get_or_add_rFonts().set(qn("w:eastAsia"), EAST_ASIAN)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANG[document.language])
    language.set(qn("w:eastAsia"), "zh-CN")
    look.append(language)


def _same_times(blob: bytes) -> bytes:
    """Return a zip with the times of its members fixed."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(blob)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            fixed = ZipInfo(info.filename, EPOCH)
            fixed.compress_type = ZIP_DEFLATED
            new.writestr(fixed, old.read(info))
    return out.getvalue()
