"""Bytes as received → sheets, by what the bytes are (not by what the name says)."""

from crossfoot.errors import UnreadableReturnError
from crossfoot.returns.text_table import read_text_table
from crossfoot.returns.workbook import read_workbook
from crossfoot.terms.sheet import Sheet

LARGEST_BYTES = 500_000_000
ZIP = b"PK\x03\x04"
REFUSED = {
    b"%PDF": "is a PDF",
    b"\xd0\xcf\x11\xe0": "is an old binary Office file (or one with a password)",
    b"\x89PNG": "is a picture",
    b"\xff\xd8\xff": "is a picture",
    b"\x1f\x8b": "is compressed",
    b"7z\xbc\xaf": "is compressed",
    b"Rar!": "is compressed",
}


def read_return(blob: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> list[Sheet]:
    """Return the sheets of a received file; a text table has one without a name.

    Args:
        blob: the file, byte for byte.
        encoding: of a text, where the campaign's layout says so; otherwise it is found.
        delimiter: of a text, where the campaign's layout says so; otherwise it is found.

    Raises:
        UnreadableReturnError: the file is no table, is damaged, or exceeds a limit.
    """
    if not blob.strip():
        raise UnreadableReturnError("is empty")
    if len(blob) > LARGEST_BYTES:
        raise UnreadableReturnError("is larger than 500 MB")
    for mark, what in REFUSED.items():
        if blob.startswith(mark):
            raise UnreadableReturnError(f"{what}, not a table")
    if blob.startswith(ZIP):
        return read_workbook(blob)
    return [read_text_table(blob, encoding=encoding, delimiter=delimiter)]
