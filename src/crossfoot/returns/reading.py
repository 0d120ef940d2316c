"""Bytes as received → sheets, by what the bytes are (not by what the name says)."""

from crossfoot.errors import UnreadableReturnError
from crossfoot.returns.text_table import read_text_table
from crossfoot.returns.workbook import read_workbook
from crossfoot.terms.sheet import Sheet

LARGEST_BYTES = 200_000_000
ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = {
    b"%PDF": "is a PDF, not a table",
    b"\x89PNG": "is a picture, not a table",
    b"\xff\xd8\xff": "is a picture, not a table",
    b"GIF8": "is a picture, not a table",
    b"BM": "is a picture, not a table",
    b"II*\x00": "is a picture, not a table",
    b"MM\x00*": "is a picture, not a table",
    b"\x1f\x8b": "is compressed: unpack it first",
    b"7z\xbc\xaf": "is compressed: unpack it first",
    b"Rar!": "is compressed: unpack it first",
    b"{\\rtf": "is a text document, not a table",
    b"PK\x05\x06": "is an empty archive",
    b"\x7fELF": "is a program, not a table",
    b"MZ\x90": "is a program, not a table",
}


def read_return(blob: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> list[Sheet]:
    """Return the sheets of a received file; a text table has one without a name.

    Args:
        blob: the file, byte for byte.
        encoding: of a text, where the campaign's layout says so; otherwise it is found.
        delimiter: of a text, where the campaign's layout says so; otherwise it is found.

    Raises:
        UnreadableReturnError: the file is no table, is damaged, or exceeds a limit; the message is the
            end of a sentence that begins with the file's name.
    """
    if not blob.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableReturnError("is empty")
    if len(blob) > LARGEST_BYTES:
        raise UnreadableReturnError(f"is larger than {LARGEST_BYTES // 1_000_000} MB")
    if blob.startswith(OLD_OFFICE):
        secret = "EncryptedPackage".encode("utf-16-le") in blob
        raise UnreadableReturnError("has a password" if secret else "is an old Office file: save it as XLSX")
    for mark, what in REFUSED.items():
        if blob.startswith(mark) and _binary(mark, blob):
            raise UnreadableReturnError(what)
    if blob.startswith(ZIP):
        return read_workbook(blob)
    return [read_text_table(blob, encoding=encoding, delimiter=delimiter)]


def _binary(mark: bytes, blob: bytes) -> bool:
    """Whether the file is what its mark says: a table may begin with the letters BM or GIF8."""
    return not mark.isalnum() or b"\0" in blob[:4096]
