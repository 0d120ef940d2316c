"""A received letter → its text with passages: the readers of documents, with the sender's encoding."""

from crossfoot.documents import Layout, form_of, read_document
from crossfoot.documents.encodings import BYTE_MARKS, LOOK_AT, decoded
from crossfoot.errors import UnreadableReturnError
from crossfoot.returns.reading import OLD_OFFICE, ZIP

UTF_16 = 0.3  # share of zeros from which bytes without a mark are taken for UTF-16
LETTERS = frozenset({"html", "docx", "pdf", "mail"})  # forms that no table comes in


def is_letter(blob: bytes, name: str) -> bool:
    """Tell whether a file is of a form that holds prose, by what it is and what its name says."""
    try:
        return form_of(name, blob) in LETTERS
    except UnreadableReturnError:
        return False


def may_be_letter(blob: bytes, name: str) -> bool:
    """Tell whether a file is of a form in which both letters and tables come: plain text."""
    try:
        return form_of(name, blob) == "text"
    except UnreadableReturnError:
        return False


def read_letter(blob: bytes, name: str, *, encoding: str | None = None) -> Layout:
    """Return the text of a letter and its blocks; offsets count the code points of what `proof --text` prints.

    Args:
        blob: the file, byte for byte.
        name: of the file; tells its form where the bytes do not.
        encoding: of a plain text, where the campaign's layout says so; otherwise it is found.

    Raises:
        UnreadableReturnError: it cannot be read; the message is the end of a sentence that begins with the
            file's name.
    """
    if not blob.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableReturnError("is empty")
    if blob.startswith(OLD_OFFICE):
        raise UnreadableReturnError("is an old Office file: save it as DOCX")
    try:
        if blob.startswith(ZIP):
            return read_document(blob, "letter.docx")  # by what it is, whatever its name says
        if form_of(name, blob) == "text":
            blob = _text(blob, encoding).encode("utf-8", "surrogatepass")
        return read_document(blob, name)
    except UnreadableReturnError as exc:
        raise UnreadableReturnError(str(exc).removeprefix(f"{name}: ").removeprefix("letter.docx: ")) from None


def _text(blob: bytes, encoding: str | None) -> str:
    """The text of a plain letter; bytes that are mostly no UTF-16 are not made into one."""
    marked = any(blob.startswith(mark) for mark in BYTE_MARKS)
    zeros = blob[:LOOK_AT].count(0)
    unlike = encoding is None and not marked and 0 < zeros < UTF_16 * min(len(blob), LOOK_AT)
    text = "\0" if unlike else decoded(blob, encoding)
    if "\0" in text:
        raise UnreadableReturnError("has NUL characters: it is no text")
    return text
