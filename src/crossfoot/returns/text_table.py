"""CSV and its kin: any delimiter and line ending, with record and line kept apart."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from crossfoot.documents.encodings import decoded
from crossfoot.errors import UnreadableReturnError
from crossfoot.terms.sheet import MOST_CELLS, Sheet

DELIMITERS = "\t;|^,"  # of equals the first: a comma is often part of a cell
LOOK_AT = 50  # records from which the delimiter is found
HEAD = 100_000  # characters that they are taken from
LARGEST_FIELD = 1_000_000  # characters in one cell
END = "\x1e end \x1e"  # a record of our own behind the last one: a quote that never ends swallows it
_NAMED = re.compile(r"sep=(.)(?=[\r\n])", re.IGNORECASE)  # Excel's way of naming the delimiter


def read_text_table(blob: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> Sheet:
    """Return the rows of a delimited text.

    Raises:
        UnreadableReturnError: no encoding fits, it is no text, a quote never ends, or it exceeds a limit.
    """
    text = decoded(blob, encoding)
    if "\0" in text:
        raise UnreadableReturnError("has NUL characters: it is no text")
    named = _NAMED.match(text)
    mark = delimiter or (named[1] if named else found_delimiter(text))
    # Counted before anything is split: one line of a hundred million commas would fill the memory.
    if sum(map(text.count, (mark, "\n", "\r"))) > 2 * MOST_CELLS:
        raise UnreadableReturnError(f"has more than {MOST_CELLS:,} cells")
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    cells = 0
    for record, line in _records(text, mark):
        cells += len(record)
        if cells > MOST_CELLS:
            raise UnreadableReturnError(f"has more than {MOST_CELLS:,} cells")
        rows.append(tuple(record))
        lines.append(line)
    if named and delimiter is None:
        rows[0] = ()
    return Sheet("", tuple(rows), tuple(lines))


def _records(text: str, mark: str) -> Iterator[tuple[list[str], int]]:
    """Yield each record and the physical line on which it ends."""
    csv.field_size_limit(LARGEST_FIELD)
    ending = "" if text.endswith(("\n", "\r")) else "\n"
    reader = csv.reader(io.StringIO(text + ending + END, newline=""), delimiter=mark)
    last = 1
    try:
        for record in reader:
            if record == [END]:
                return
            if record and END in record[-1]:
                raise UnreadableReturnError(f"has a quote that is opened after line {last} and never closed")
            last = reader.line_num
            yield record, last
    except csv.Error:
        raise UnreadableReturnError(
            f"is not a table: a cell on line {last + 1} has more than {LARGEST_FIELD:,} characters"
        ) from None


def found_delimiter(text: str) -> str:
    """Return the mark that splits the first records best.

    Best is: the first record as wide as most has names in it and no numbers (so that 1,5 in a table with
    semicolons does not pass for two cells); then the most even widths; then the most columns.
    """
    head = text[:HEAD]
    best, best_score = ",", (False, 0.0, 0)
    for mark in DELIMITERS:
        if mark in head:
            score = _score(head, mark)
            if score > best_score:
                best, best_score = mark, score
    return best


def _score(head: str, mark: str) -> tuple[bool, float, int]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=mark)
    records: list[list[str]] = []
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                records.append(record)
            if len(records) == LOOK_AT:
                break
    except csv.Error:
        return False, 0.0, 0
    widths = Counter(map(len, records))
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
    if width == 1:
        return False, 0.0, 0
    first = next(record for record in records if len(record) == width)
    return not any(cell.strip().isdigit() for cell in first), count / len(records), width
