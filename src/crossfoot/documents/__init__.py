"""Any document → one normalised text with blocks; one module a format."""

from pathlib import PurePath

from crossfoot.documents.layout import Block, BlockKind, Cell, Layout, masked
from crossfoot.errors import UnreadableReturnError

__all__ = ["Block", "BlockKind", "Cell", "Layout", "form_of", "masked", "parse", "read_document"]

MOST_BYTES = 64 * 2**20
FORMS = {
    "txt": "text", "text": "text", "md": "text", "markdown": "text", "rst": "text", "": "text",
    "htm": "html", "html": "html", "xhtml": "html", "eml": "mail", "docx": "docx", "pdf": "pdf",
    "csv": "csv", "tsv": "tsv",
    "xlsx": "workbook", "xlsm": "workbook", "xls": "workbook", "ods": "workbook",
}  # fmt: skip
CONFINED = frozenset({"html", "docx", "pdf", "workbook", "mail"})


def form_of(name: str, content: bytes) -> str:
    """Return the form of a document, from its first bytes where they say so, then from its name.

    Raises:
        UnreadableReturnError: it is of a form that is not read.
    """
    suffix = PurePath(name).suffix.lower().lstrip(".")
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04") and suffix not in FORMS:
        return "docx" if b"word/" in content[:4096] else "workbook"
    if content[:512].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if suffix in FORMS:
        return FORMS[suffix]
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        known = ", ".join(sorted(key for key in FORMS if key))
        raise UnreadableReturnError(f"{name}: not a document that can be read. Known are: {known}.")
    return "text"


def read_document(content: bytes, name: str) -> Layout:
    """Return the text of a document and its blocks.

    Raises:
        UnreadableReturnError: it cannot be read; the message says what to do.
    """
    if len(content) > MOST_BYTES:
        limit = MOST_BYTES // 2**20
        raise UnreadableReturnError(f"{name}: larger than {limit} MB. Split it, or proof a part of it.")
    form = form_of(name, content)
    try:
        if form in CONFINED:
            from crossfoot.documents.confined import read_confined  # noqa: PLC0415 - starts a process

            return read_confined(content, form)
        return parse(content, form)
    except UnreadableReturnError as error:
        raise UnreadableReturnError(f"{name}: {error}") from error


def parse(content: bytes, form: str) -> Layout:
    """Return the layout of a document of a known form, here and now.

    Raises:
        UnreadableReturnError: it cannot be read.
    """
    match form:
        case "html":
            from crossfoot.documents.markup import read_markup  # noqa: PLC0415 - loaded when used

            return read_markup(decoded(content))
        case "docx":
            from crossfoot.documents.word import read_word  # noqa: PLC0415 - loaded when used

            return read_word(content)
        case "pdf":
            from crossfoot.documents.pages import read_pages  # noqa: PLC0415 - loaded when used

            return read_pages(content)
        case "mail":
            from crossfoot.documents.mail import read_mail  # noqa: PLC0415 - loaded when used

            return read_mail(content)
        case "workbook":
            from crossfoot.documents.workbook import read_workbook  # noqa: PLC0415 - loaded when used

            return read_workbook(content)
    from crossfoot.documents.plain import read_plain, read_separated  # noqa: PLC0415 - loaded when used

    text = decoded(content)
    if form in ("csv", "tsv"):
        return read_separated(text, "\t" if form == "tsv" else separator_of(text))
    return read_plain(text)


def separator_of(text: str) -> str:
    """Return what parts the cells of a CSV file: the mark that its first lines hold most of."""
    head = text[:4096]
    return max(",;|\t", key=head.count)


def decoded(content: bytes) -> str:
    """Return the text of bytes: UTF-8 or what the first bytes say, otherwise the likeliest encoding.

    Raises:
        UnreadableReturnError: it is no text.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for old encodings

    best = from_bytes(content[: 2**16], cp_isolation=["cp1252", "gb18030", "big5"]).best()
    if best is None:
        raise UnreadableReturnError("The file is not a text. Save it as UTF-8.")
    return content.decode(best.encoding, "replace")
