"""Where a table begins on a sheet, and what stands above each of its columns."""

from dataclasses import dataclass

from crossfoot.campaign import Layout, Place
from crossfoot.campaign.names import folded
from crossfoot.terms.sheet import Cell, Sheet, as_text

LOOK_AT = 40  # rows in which a heading is looked for


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows of a table's heading."""

    top: int  # its first row, from 0
    rows: tuple[tuple[str, ...], ...]  # merged and repeated headings filled in
    width: int

    @property
    def below(self) -> int:
        """The first row under the heading."""
        return self.top + len(self.rows)

    def name(self, column: int) -> str:
        """Return what a column is called: its lowest heading that is not empty."""
        for row in reversed(self.rows):
            if column < len(row) and row[column].strip():
                return row[column]
        return ""

    def at(self, row: int, column: int) -> str:
        """Return the heading in one row of the heading, counted from 1."""
        texts = self.rows[row - 1]
        return texts[column] if column < len(texts) else ""

    def column(self, name: str) -> int | None:
        """Return the column with this heading, in any row of the heading; None if there is none."""
        wanted = folded(name)
        for row in self.rows:
            for column, text in enumerate(row):
                if text.strip() == name or (wanted and folded(text) == wanted):
                    return column
        return None


def find_heading(sheet: Sheet, layout: Layout) -> Heading | None:
    """Return the heading that the layout describes, or None if this sheet has none."""
    named = [place.column for place in places(layout) if place.column is not None]
    if layout.header_row is not None:
        candidates = range(layout.header_row - 1, layout.header_row)
    else:
        candidates = range(min(LOOK_AT, len(sheet.rows)))
    for top in candidates:
        if top + layout.header_rows > len(sheet.rows):
            return None
        heading = _heading(sheet, top, layout)
        if all(heading.column(name) is not None for name in named) and any(map(str.strip, heading.rows[0])):
            return heading
    return None


def places(layout: Layout) -> list[Place]:
    """Return all places that a layout names."""
    some = (layout.area, layout.data_element, layout.period, layout.value, layout.unit)
    return [place for place in (*some, *layout.disaggregations.values()) if place is not None]


def _heading(sheet: Sheet, top: int, layout: Layout) -> Heading:
    rows = [list(map(as_text, sheet.rows[top + n])) for n in range(layout.header_rows)]
    width = max(len(row) for row in rows)
    for row in rows:
        row.extend("" for _ in range(width - len(row)))
    for first, left, last, right in sheet.merged:
        for r in range(max(first, top), min(last, top + layout.header_rows - 1) + 1):
            for c in range(left, min(right, width - 1) + 1):
                rows[r - top][c] = as_text(_at(sheet, first, left))
    if layout.fill_headings:
        for row in rows[:-1] or rows:
            for c in range(1, width):
                row[c] = row[c] if row[c].strip() else row[c - 1]
    return Heading(top, tuple(map(tuple, rows)), width)


def _at(sheet: Sheet, row: int, column: int) -> Cell:
    return sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else ""
