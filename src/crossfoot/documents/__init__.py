"""Any document → one normalised text with blocks; one module a format."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from crossfoot.confinement import EndedError, Ending, Limits, confined
from crossfoot.documents.encodings import decoded
from crossfoot.documents.layout import Block, BlockKind, Cell, Layout, masked
from crossfoot.errors import UnreadableReturnError

__all__ = ["Block", "BlockKind", "Cell", "Layout", "form_of", "masked", "parse", "read_document"]

T = TypeVar("T")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
DECLARED_WITHIN = 2048  # bytes
MOST_BYTES = 64 * 2**20
FORMS = {
    "txt": "text", "text": "text", "md": "text", "markdown": "text", "rst": "text", "": "text",
    "htm": "html", "html": "html", "xhtml": "html", "eml": "mail", "docx": "docx", "pdf": "pdf",
    "csv": "csv", "tsv": "tsv",
    "xlsx": "workbook", "xlsm": "workbook", "xls": "workbook", "ods": "workbook",
}  # fmt: skip
CONFINED = frozenset({"html", "docx", "pdf", "workbook", "mail"})
MEMORY = 2 * 2**30  # bytes
SECONDS, SECONDS_PER_MB = 60, 10  # of processor time
ENDINGS = {
    Ending.TIME: "takes longer to read than a document may. Proof a part of it.",
    Ending.MEMORY: "needs more memory than a document may. Proof a part of it.",
    Ending.CRASHED: "is damaged, or goes beyond the limits of memory and time. Save it anew.",
    Ending.DEFECT: "made the reader stumble, which is a defect of Crossfoot: please report it with the file.",
}


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
    refuse_large(len(content), name)
    form = form_of(name, content)
    if form in CONFINED:
        return within_limits(parsed, content, form, name, name=name, size=len(content))
    return parsed(content, form, name)


def parsed(content: bytes, form: str, name: str) -> Layout:
    """Return the layout of a document of a known form, here and now.

    Raises:
        UnreadableReturnError: it cannot be read; the message begins with the name.
    """
    try:
        return parse(content, form)
    except UnreadableReturnError as error:
        raise UnreadableReturnError(f"{name}: {error}") from error


def refuse_large(size: int, name: str) -> None:
    """Refuse a document of more bytes than are read.

    Raises:
        UnreadableReturnError: it is too large.
    """
    if size > MOST_BYTES:
        limit = MOST_BYTES // 2**20
        raise UnreadableReturnError(f"{name}: larger than {limit} MB. Split it, or proof a part of it.")


def within_limits(work: Callable[..., T], *arguments: object, name: str, size: int) -> T:
    """Return what work on the document `name` of so many bytes makes of it, in a child process with limits.

    Raises:
        UnreadableReturnError: the work raised it, or the child did not come to its end.
    """
    limits = Limits(MEMORY, SECONDS + SECONDS_PER_MB * size // 2**20)
    try:
        return confined(work, *arguments, limits=limits)
    except EndedError as error:
        raise UnreadableReturnError(f"{name}: The file {ENDINGS[error.ending]}") from error


def parse(content: bytes, form: str) -> Layout:
    """Return the layout of a document of a known form.

    Raises:
        UnreadableReturnError: it cannot be read.
    """
    match form:
        case "html":
            from crossfoot.documents.markup import read_markup  # noqa: PLC0415 - loaded when used

            return read_markup(decoded_markup(content))
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


def decoded_markup(content: bytes) -> str:
    """Return the text of a page, in the encoding that it declares, if it does and that fits."""
    declared = CHARSET.search(content[:DECLARED_WITHIN])
    if declared is not None:
        try:
            return decoded(content, declared[1].decode("ascii"))
        except UnreadableReturnError:
            pass  # many a page declares what its author's editor did not write
    return decoded(content)
