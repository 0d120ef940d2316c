"""One writer a format: each turns the same document into its own bytes."""

from datetime import datetime
from enum import StrEnum

from crossfoot.briefing.document import Document


class Format(StrEnum):
    """A form in which an issue can be written, beside facts.json and findings.json."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    TEXT = "text"
    SHORT = "short"


FILES = {
    Format.HTML: "briefing.html",
    Format.PDF: "briefing.pdf",
    Format.DOCX: "briefing.docx",
    Format.XLSX: "briefing.xlsx",
    Format.TEXT: "briefing.txt",
    Format.SHORT: "short.txt",
}


def render(document: Document, wanted: Format, made_at: datetime, house: bytes | None = None) -> bytes:
    """Return a document in a format; the same document and moment give the same bytes.

    Args:
        document: the briefing.
        wanted: the format; its libraries are only then imported.
        made_at: what a file says of when it was made: the issue's as-of.
        house: for DOCX, a document whose styles, page and header are taken.
    """
    match wanted:
        case Format.HTML:
            from crossfoot.briefing.formats.html import render_html  # noqa: PLC0415

            return render_html(document)
        case Format.PDF:
            from crossfoot.briefing.formats.pdf import render_pdf  # noqa: PLC0415

            return render_pdf(document, made_at)
        case Format.DOCX:
            from crossfoot.briefing.formats.docx import render_docx  # noqa: PLC0415

            return render_docx(document, made_at, house)
        case Format.XLSX:
            from crossfoot.briefing.formats.xlsx import render_xlsx  # noqa: PLC0415

            return render_xlsx(document, made_at)
        case Format.TEXT:
            from crossfoot.briefing.formats.text import render_text  # noqa: PLC0415

            return render_text(document)
        case Format.SHORT:
            from crossfoot.briefing.formats.text import render_short  # noqa: PLC0415

            return render_short(document)
