"""What a row or column of a table is about: area, data element, categories, period, unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from crossfoot.campaign import Campaign, Layout, Place
from crossfoot.campaign.calendar import find_period, period_on
from crossfoot.campaign.names import folded
from crossfoot.figures.heading import Heading
from crossfoot.figures.layout_names import Counted, LayoutNames
from crossfoot.terms.period import Frequency
from crossfoot.terms.sheet import Cell, Sheet, as_text, letters, numbered

Subject = tuple[str, str, str, str]  # area, data element, disaggregation, period
UNKNOWN: Subject = ("", "", "", "")


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
class RowSubject:
    """What is known of a row (or of the whole sheet) before its columns are looked at."""

    area: str | None = None
    counted: Counted | None = None
    period: str | None = None
    unit: str = ""
    categories: tuple[tuple[str, str], ...] = ()
    row_name: str = ""


@dataclass(frozen=True, slots=True)
class HeaderSubject:
    """What a column of values is about by its heading."""

    area: str | None = None
    counted: Counted | None = None
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by their part in it."""

    values: dict[int, HeaderSubject]
    named: dict[str, int]  # area, data_element, period, unit, or a dimension → its column


def find_constants(
    sheet: Sheet, file_name: str, layout: Layout, campaign: Campaign, names: LayoutNames
) -> tuple[RowSubject, list[Trouble]]:
    """Return what a sheet says once for all its rows: in a cell, in its name or the file's, or always."""
    subject, troubles = RowSubject(), []
    for part, place in _parts(layout):
        text = _constant(place, sheet, file_name)
        if text is None:
            continue
        found = _with(subject, part, text, place, layout, campaign, names)
        if isinstance(found, Trouble):
            troubles.append(replace(found, cell=place.cell or "", column=part))
        else:
            subject = found
    return subject, troubles


def find_columns(
    sheet: Sheet, heading: Heading, layout: Layout, names: LayoutNames, constants: RowSubject
) -> tuple[Columns, list[Trouble]]:
    """Return the columns of values with what their headings say, and the headings that say nothing known."""
    named = {}
    for part, place in _parts(layout):
        column = heading.column(place.column) if place.column is not None else None
        if column is not None:
            named[part] = column
    if layout.value is not None:
        at = heading.column(layout.value.column or "")
        return Columns({} if at is None else {at: HeaderSubject()}, named), []
    values, troubles = {}, []
    for column in range(heading.width):
        if column in named.values() or names.left_aside_column(heading.name(column)):
            continue
        found = _header(heading, column, layout, names)
        if isinstance(found, Trouble):
            if found.stated or sheet.name == "" or _filled(sheet, heading, column):
                troubles.append(found)
        else:
            values[column] = found
    return Columns(values, named), troubles


def _filled(sheet: Sheet, heading: Heading, column: int) -> bool:
    rows = sheet.rows[heading.below :]
    return any(column < len(row) and as_text(row[column]).strip() for row in rows)


def _header(heading: Heading, column: int, layout: Layout, names: LayoutNames) -> HeaderSubject | Trouble:
    subject = HeaderSubject()
    for part, place in _parts(layout):
        if place.header is None:
            continue
        text = heading.at(place.header, column)
        at = heading.top + place.header - 1
        cell = f"{letters(column)}{at + 1}"
        if part == "area":
            area = names.area(text) if text.strip() else None
            if area is None:
                return Trouble("name-unknown", at, text, cell, text, names.propose_area(text))
            subject = replace(subject, area=area)
        elif part == "data_element":
            counted = names.element(text) if text.strip() else None
            if counted is None:
                return Trouble("name-unknown", at, text, cell, text, names.propose_element(text))
            subject = replace(subject, counted=counted)
        elif part in layout.disaggregations:
            category = _category(names, part, text)
            if category is None:
                return Trouble("name-unknown", at, text, cell, text)
            if category:
                subject = replace(subject, categories=(*subject.categories, (part, category)))
    return subject


def _category(names: LayoutNames, dimension: str, text: str) -> str | None:
    """The category; "" for a total, which has none."""
    found = names.category(dimension, text)
    if found is None and folded(text) in {"total", "all", "both", "ensemble", "tous", "合计", "合計", "总计", "總計"}:
        return ""
    return found


def find_subject(
    row: Sequence[Cell], at: int, columns: Columns, constants: RowSubject, layout: Layout,
    campaign: Campaign, names: LayoutNames, before: RowSubject | None,
) -> RowSubject | Trouble | None:  # fmt: skip
    """Return what a row is about; None if the layout leaves it aside; a trouble if it cannot be told."""
    subject = constants
    row_name = ""
    for part, place in _parts(layout):
        column = columns.named.get(part)
        if column is None:
            continue
        cell = row[column] if column < len(row) else ""
        text = as_text(cell).strip()
        if part in ("area", "data_element"):
            row_name = text or row_name
            if text and names.left_aside_row(text):
                return None
            if not text and layout.fill_rows and before is not None:
                inherited = before.area if part == "area" else before.counted
                subject = replace(subject, **{"area" if part == "area" else "counted": inherited})
                continue
        found = _with(subject, part, cell, place, layout, campaign, names)
        if isinstance(found, Trouble):
            return replace(found, row=at, cell=f"{letters(column)}{at + 1}", column=place.column or "")
        subject = found
    return replace(subject, row_name=row_name)


def _with(
    subject: RowSubject, part: str, cell: Cell, place: Place, layout: Layout, campaign: Campaign, names: LayoutNames
) -> RowSubject | Trouble:
    """The subject with one more part of it known, or why it is not."""
    text = as_text(cell).strip()
    if part == "area":
        area = names.area(text) if text else None
        if area is None:
            return Trouble("name-unknown", stated=text, suggestion=names.propose_area(text))
        return replace(subject, area=area)
    if part == "data_element":
        counted = names.element(text) if text else None
        if counted is None:
            return Trouble("name-unknown", stated=text, suggestion=names.propose_element(text))
        return replace(subject, counted=counted)
    if part == "period":
        period = read_period(cell, place, layout, campaign)
        return replace(subject, period=period) if period else Trouble("period-unreadable", stated=text)
    if part == "unit":
        return replace(subject, unit=text)
    category = _category(names, part, text)
    if category is None:
        return Trouble("name-unknown", stated=text)
    return replace(subject, categories=(*subject.categories, (part, category))) if category else subject


def read_period(cell: Cell, place: Place, layout: Layout, campaign: Campaign) -> str | None:
    """Return the code of the period that a cell names, or None; an ambiguous date is not guessed."""
    frequency = layout.frequency or Frequency(campaign.calendar.frequency)
    if isinstance(cell, datetime | date):
        day = cell.date() if isinstance(cell, datetime) else cell
        found = period_on(day, frequency, campaign)
        return found.code if found else None
    text = as_text(cell).strip()
    for pattern in place.format:
        try:
            day = datetime.strptime(text, pattern).date()
        except ValueError:
            continue
        found = period_on(day, frequency, campaign)
        return found.code if found else None
    try:
        period = find_period(text[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d[T ][\d:.Z+]+", text) else text, campaign)
        if period.frequency is Frequency.DAY and period.starts and layout.frequency is not None:
            longer = period_on(period.starts, frequency, campaign)
            return longer.code if longer else None
        return period.code
    except ValueError:
        pass
    by_name = {folded(phase.name): code for code, phase in campaign.calendar.phases.items()}
    return by_name.get(folded(text)) if text else None


def _parts(layout: Layout) -> Iterator[tuple[str, Place]]:
    yield "area", layout.area
    yield "data_element", layout.data_element
    yield "period", layout.period
    if layout.unit is not None:
        yield "unit", layout.unit
    yield from layout.disaggregations.items()


def _constant(place: Place, sheet: Sheet, file_name: str) -> Cell | None:
    if place.value is not None:
        return place.value
    if place.cell is not None:
        row, column = numbered(place.cell)
        return sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else ""
    for pattern, text in ((place.file_name, file_name), (place.sheet_name, sheet.name)):
        if pattern is not None:
            match = re.search(pattern, text)
            return "" if match is None else match[1] if match.re.groups else match[0]
    return None
