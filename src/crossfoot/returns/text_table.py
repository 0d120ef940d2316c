"""CSV and its kin: any delimiter, encoding and line ending, with record and line kept apart."""

import csv
import io
from collections import Counter

from charset_normalizer import from_bytes

from crossfoot.errors import UnreadableReturnError
from crossfoot.terms.sheet import MOST_CELLS, Sheet

BYTE_MARKS = {  # longest first: UTF-32's begins as UTF-16's does
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
CANDIDATES = ["gb18030", "cp1252", "latin_1"]  # tried in this order of likelihood by their letters
DELIMITERS = ",;\t|"
LOOK_AT = 50  # records from which the delimiter is found
LARGEST_FIELD = 1_000_000


def read_text_table(blob: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> Sheet:
    """Return the rows of a delimited text.

    Raises:
        UnreadableReturnError: no encoding fits, or the quotes never end.
    """
    text = decoded(blob, encoding)
    if "\0" in text:
        raise UnreadableReturnError("has NUL characters: it is no text")
    mark = delimiter or found_delimiter(text)
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    cells = 0
    csv.field_size_limit(LARGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for record in reader:
            cells += len(record)
            if cells > MOST_CELLS:
                raise UnreadableReturnError(f"has more than {MOST_CELLS:,} cells")
            rows.append(tuple(record))
            lines.append(reader.line_num)
    except csv.Error as exc:
        raise UnreadableReturnError(f"is not a table: {exc} (line {reader.line_num})") from None
    return Sheet("", tuple(rows), tuple(lines))


def decoded(blob: bytes, encoding: str | None = None) -> str:
    """Return the text of a file, in the encoding that is given, marked, or fits best.

    Raises:
        UnreadableReturnError: no encoding fits.
    """
    marked = next((name for mark, name in BYTE_MARKS.items() if blob.startswith(mark)), None)
    for name in (encoding, marked, "utf-8", _without_mark(blob)):
        if name is not None:
            try:
                return blob.decode(name)
            except (UnicodeDecodeError, LookupError):
                if name == encoding:
                    raise UnreadableReturnError(f"is not in the encoding {encoding}") from None
    best = from_bytes(blob[:1_000_000], cp_isolation=CANDIDATES).best()
    for name in (best.encoding if best else None, *CANDIDATES):
        if name is not None:
            try:
                return blob.decode(name)
            except UnicodeDecodeError:
                continue
    raise UnreadableReturnError("is in no known encoding")


def _without_mark(blob: bytes) -> str | None:
    """UTF-16 without its mark: half of the bytes of a table in Latin letters are NUL."""
    head = blob[:2000]
    if head.count(0) < len(head) // 4:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def found_delimiter(text: str) -> str:
    """Return the mark that splits the first records into the most, and most even, columns."""
    best, best_score = ",", (0.0, 0)
    for mark in DELIMITERS:
        if mark not in text[:100_000]:
            continue
        reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=mark)
        widths: Counter[int] = Counter()
        try:
            for _, record in zip(range(LOOK_AT), reader, strict=False):
                widths[len(record)] += 1
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        score = (count / widths.total() if width > 1 else 0.0, width)
        if score > best_score:
            best, best_score = mark, score
    return best
