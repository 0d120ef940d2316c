"""What a row or column of a table is about: area, data element, categories, period, unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from crossfoot.campaign import Campaign, Layout, Place
from crossfoot.campaign.names import folded
from crossfoot.figures.heading import Heading, cell_at, places
from crossfoot.figures.layout_names import Counted, LayoutNames
from crossfoot.figures.periods import read_period
from crossfoot.terms.period import Period
from crossfoot.terms.sheet import Cell, Sheet, as_text, letters, numbered

Subject = tuple[str, str, str, str]  # area, data element, disaggregation, period
UNKNOWN: Subject = ("", "", "", "")
INHERITED = frozenset({"area", "data_element", "period"})  # what `fill_rows` fills


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read or placed."""

    kind: str
    row: int = -1  # from 0; -1 when no row is meant
    column: str = ""
    cell: str = ""
    stated: str = ""
    suggestion: str = ""
    subject: Subject = UNKNOWN


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a row, of a column, or of a whole sheet; None where it does not say."""

    area: str | None = None  # as written: what it means depends on the day
    counted: Counted | None = None
    period: Period | None = None
    unit: str = ""
    categories: tuple[tuple[str, str], ...] = ()
    blank: tuple[str, ...] = ()  # dimensions that a cell of their own leaves blank
    row_name: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by their part in it."""

    values: dict[int, About]  # a column of values and what its heading says
    named: tuple[tuple[str, Place, int], ...]  # each part that has a column of its own
    constants: About  # what holds for all rows


@dataclass(slots=True)
class SubjectReader:
    """Reads what cells, headings and names say about the figures of one return."""

    layout: Layout
    campaign: Campaign
    names: LayoutNames
    _known: dict[tuple[str, type, Cell], About | Trouble] = field(default_factory=dict)

    def constants(self, sheet: Sheet, file_name: str) -> tuple[About, list[Trouble]]:
        """Return what a sheet says once for all its rows: in a cell, in its name or the file's, or always."""
        about, troubles = About(), []
        for part, place in places(self.layout):
            cell = _constant(place, sheet, file_name)
            if cell is None:
                continue
            found = self._with(about, part, place, cell)
            if isinstance(found, Trouble):
                troubles.append(replace(found, cell=place.cell or "", column=part))
            else:
                about = found
        return about, troubles

    def columns(self, sheet: Sheet, heading: Heading, constants: About) -> tuple[Columns, list[Trouble]]:
        """Return the columns of a table, and the headings that say nothing known."""
        named = []
        for part, place in places(self.layout):
            column = heading.column(place.column) if place.column is not None else None
            if column is not None and part != "value":
                named.append((part, place, column))
        values: dict[int, About] = {}
        troubles = []
        if self.layout.value is not None:
            at = heading.column(self.layout.value.column or "")
            return Columns({} if at is None else {at: About()}, tuple(named), constants), []
        taken = {column for _, _, column in named}
        for column in range(max(heading.width, max(map(len, sheet.rows[heading.below :]), default=0))):
            texts = [heading.at(row, column) for row in range(1, len(heading.rows) + 1)]
            if column in taken or any(map(self.names.left_aside_column, texts)):
                continue
            found = self._header(heading, column)
            if not isinstance(found, Trouble):
                values[column] = found
            elif heading.name(column).strip() or _filled(sheet, heading, column):
                troubles.append(found)
        return Columns(values, tuple(named), constants), troubles

    def row(self, row: Sequence[Cell], at: int, columns: Columns, above: dict[str, Cell]) -> About | Trouble | None:
        """Return what a row is about; None if the layout leaves it aside; a trouble if it cannot be told.

        Args:
            row: its cells.
            at: its number, from 0.
            columns: of the table.
            above: the last cell of each part that was not blank; kept up to date here.
        """
        about, row_name = columns.constants, ""
        for part, place, column in columns.named:
            cell = row[column] if column < len(row) else ""
            if cell == "" or (isinstance(cell, str) and not cell.strip()):
                # What stands above counts even if it was not understood: never the one before that.
                cell = above.get(part, "") if self.layout.fill_rows and part in INHERITED else ""
            else:
                above[part] = cell
            if part in ("area", "data_element"):
                text = as_text(cell).strip()
                row_name = text or row_name
                if text and self.names.left_aside_row(text):
                    return None
            found = self._with(about, part, place, cell)
            if isinstance(found, Trouble):
                return replace(found, row=at, cell=f"{letters(column)}{at + 1}", column=place.column or "")
            about = found
        return replace(about, row_name=row_name)

    def _header(self, heading: Heading, column: int) -> About | Trouble:
        """What a column is about by its heading; a trouble names the row of the heading that says nothing."""
        about = About()
        seen: set[str] = set()
        for part, place in places(self.layout):
            if place.header is None:
                continue
            text = heading.at(place.header, column)
            if part in self.layout.disaggregations and folded(text) in seen:
                text = ""  # a heading merged downwards: the column is the whole
            seen.add(folded(text))
            found = self._with(about, part, place, text)
            if isinstance(found, Trouble):
                at = heading.top + place.header - 1
                return replace(found, row=at, cell=f"{letters(column)}{at + 1}", column=text or heading.name(column))
            about = found
        return replace(about, blank=())  # a column without a heading of its own is the whole

    def _with(self, about: About, part: str, place: Place, cell: Cell) -> About | Trouble:
        """What is known, with one more part of it, or why it is not."""
        key = (part, cell.__class__, cell)  # with its class: true equals 1
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._part(part, place, cell)
        if isinstance(found, Trouble):
            return found
        # Written out: dataclasses.replace takes twice as long, and this runs for every row.
        return About(
            found.area if part == "area" else about.area,
            found.counted if part == "data_element" else about.counted,
            found.period if part == "period" else about.period,
            found.unit if part == "unit" else about.unit,
            about.categories + found.categories,
            about.blank + found.blank,
            about.row_name,
        )

    def _part(self, part: str, place: Place, cell: Cell) -> About | Trouble:
        text = as_text(cell).strip()
        if part == "area":
            if self.names.area(text) is None:
                return Trouble("name-unknown", stated=text, suggestion=self.names.propose_area(text))
            return About(area=text)
        if part == "data_element":
            counted = self.names.element(text)
            if counted is None:
                return Trouble("name-unknown", stated=text, suggestion=self.names.propose_element(text))
            return About(counted=counted)
        if part == "period":
            period = read_period(cell, place, self.layout, self.campaign)
            return Trouble("period-unreadable", stated=text) if period is None else About(period=period)
        if part == "unit":
            return About(unit=text)
        category = self.names.category(part, text)
        if category is None:
            return Trouble("name-unknown", stated=text)
        if category:
            return About(categories=((part, category),))
        return About(blank=(part,)) if not text else About()


def _filled(sheet: Sheet, heading: Heading, column: int) -> bool:
    return any(column < len(row) and as_text(row[column]).strip() for row in sheet.rows[heading.below :])


def _constant(place: Place, sheet: Sheet, file_name: str) -> Cell | None:
    if place.value is not None:
        return place.value
    if place.cell is not None:
        return cell_at(sheet, *numbered(place.cell))
    for pattern, text in ((place.file_name, file_name), (place.sheet_name, sheet.name)):
        if pattern is not None:
            match = re.search(pattern, text)
            return "" if match is None else (match[1] or "") if match.re.groups else match[0]
    return None
