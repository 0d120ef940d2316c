"""Where a table begins on a sheet, and what stands above each of its columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.campaign import Layout, Place
from crossfoot.campaign.names import folded
from crossfoot.figures.layout_names import LayoutNames
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


def find_heading(sheet: Sheet, layout: Layout, names: LayoutNames) -> Heading | None:
    """Return the heading that the layout describes, or None if this sheet has none.

    It has all columns that the layout names, and where areas or data elements stand across the
    columns, a name that is known: a title above the table is no heading.
    """
    named = [place.column for _, place in places(layout) if place.column is not None]
    second = None
    if layout.header_row is not None:
        candidates = range(layout.header_row - 1, layout.header_row)
    else:
        candidates = range(min(LOOK_AT, len(sheet.rows)))
    for top in candidates:
        if top + layout.header_rows > len(sheet.rows):
            break
        heading = _heading(sheet, top, layout)
        if all(heading.column(name) is not None for name in named) and any(map(str.strip, heading.rows[0])):
            if _known(heading, layout, names):
                return heading
            second = second or heading
    return second if named or layout.header_row is not None else None


def places(layout: Layout) -> Iterator[tuple[str, Place]]:
    """Yield all places that a layout names, with the part of a figure's subject that stands there."""
    yield "period", layout.period  # first: what an area's name means depends on the day
    yield "area", layout.area
    yield "data_element", layout.data_element
    if layout.unit is not None:
        yield "unit", layout.unit
    yield from layout.disaggregations.items()
    if layout.value is not None:
        yield "value", layout.value


def _known(heading: Heading, layout: Layout, names: LayoutNames) -> bool:
    """Whether each part that stands across the columns is recognised in one of them at least."""
    for place, find in ((layout.area, names.area), (layout.data_element, names.element)):
        if place.header is not None and not any(map(find, heading.rows[place.header - 1])):
            return False
    return True


def _heading(sheet: Sheet, top: int, layout: Layout) -> Heading:
    rows = [list(map(as_text, sheet.rows[top + n])) for n in range(layout.header_rows)]
    width = max(map(len, rows))
    for row in rows:
        row.extend("" for _ in range(width - len(row)))
    for first, left, last, right in sheet.merged:
        for r in range(max(first, top), min(last, top + layout.header_rows - 1) + 1):
            for c in range(left, min(right, width - 1) + 1):
                rows[r - top][c] = as_text(cell_at(sheet, first, left))
    if layout.fill_headings:
        for row in rows[:-1] or rows:
            for c in range(1, width):
                row[c] = row[c] if row[c].strip() else row[c - 1]
    return Heading(top, tuple(map(tuple, rows)), width)


def cell_at(sheet: Sheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet; "" beyond its end."""
    return sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else ""
