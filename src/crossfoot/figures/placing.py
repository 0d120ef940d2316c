"""A received table → figures and troubles, by the layout that its campaign gives it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch, fnmatchcase
from typing import Any

from crossfoot.campaign import AreaTree, Campaign, Layout
from crossfoot.campaign.rows import counts_whole
from crossfoot.campaign.units import Units
from crossfoot.figures.heading import Heading, find_heading
from crossfoot.figures.layout_names import Counted, LayoutNames, joined
from crossfoot.figures.subjects import Columns, RowSubject, Trouble, find_columns, find_constants, find_subject
from crossfoot.figures.values import Value, read_value
from crossfoot.footing import Interval
from crossfoot.tables import LARGEST
from crossfoot.terms.figure import Status
from crossfoot.terms.sheet import Cell, Sheet, as_text, letters

Row = tuple[Any, ...]
ID_LENGTH = 12  # hex digits of a return's hash that begin a figure's id: 48 bits


@dataclass(frozen=True, slots=True)
class Placed:
    """What came out of one return: rows of the tables `figures` and `troubles`."""

    figures: tuple[Row, ...]
    troubles: tuple[Row, ...]


def layout_for(name: str, campaign: Campaign) -> str:
    """Return the code of the first layout whose patterns a file name fits, or ""."""
    for code, layout in campaign.layouts.items():
        if any(fnmatch(name.casefold(), pattern.casefold()) for pattern in layout.files):
            return code
    return ""


def place_return(
    return_id: str, name: str, sheets: Sequence[Sheet], layout: Layout, campaign: Campaign, tree: AreaTree
) -> Placed:
    """Return every cell of a return as a figure or as a trouble; never raises for data."""
    placing = _Placing(return_id, name, layout, campaign, tree)
    read = [sheet for sheet in sheets if fnmatchcase(sheet.name.casefold(), layout.sheet.casefold())]
    if not read:
        placing.trouble(Trouble("layout-unknown", stated=layout.sheet), sheets[0].name if sheets else "")
    for sheet in read:
        placing.place(sheet)
    return Placed(tuple(placing.figures), tuple(placing.troubles))


class _Placing:
    """The work on one return: what is the same for all of its cells."""

    def __init__(self, return_id: str, name: str, layout: Layout, campaign: Campaign, tree: AreaTree) -> None:
        self.figures: list[Row] = []
        self.troubles: list[Row] = []
        self._return_id = return_id
        self._name = name
        self._layout = layout
        self._campaign = campaign
        self._names = LayoutNames(campaign, tree, layout)
        self._units = Units(campaign)
        self._seen: Counter[tuple[str, str, str, str]] = Counter()
        self._kinds = {c: (e.kind, counts_whole(e), e.unit) for c, e in campaign.data_elements.items()}

    def place(self, sheet: Sheet) -> None:
        """Read one sheet from its heading to its last row."""
        heading = find_heading(sheet, self._layout)
        if heading is None:
            self.trouble(Trouble("layout-unknown", stated=""), sheet.name)
            return
        constants, troubles = find_constants(
            sheet, self._name, self._layout, self._campaign, self._names
        )
        columns, more = find_columns(sheet, heading, self._layout, self._names, constants)
        for trouble in (*troubles, *more, *_above(sheet, heading, self._layout)):
            self.trouble(trouble, sheet.name)
        if troubles:
            return
        before: RowSubject | None = None
        for at in range(heading.below, len(sheet.rows)):
            before = self._place_row(sheet, at, heading, columns, constants, before)

    def _place_row(
        self, sheet: Sheet, at: int, heading: Heading, columns: Columns, constants: RowSubject, before: RowSubject | None
    ) -> RowSubject | None:
        row = sheet.rows[at]
        if not any(as_text(cell).strip() for cell in row):
            return before
        filled = any(c < len(row) and as_text(row[c]).strip() for c in columns.values)
        subject = find_subject(row, at, columns, constants, self._layout, self._campaign, self._names, before)
        if subject is None:
            return before
        if isinstance(subject, Trouble):
            self.trouble(subject if filled else _aside(subject, row, at), sheet.name)
            return before
        for column, header in columns.values.items():
            counted = header.counted or subject.counted
            area = header.area or subject.area
            if counted is not None and area is not None:
                cell = row[column] if column < len(row) else ""
                categories = {**dict(subject.categories), **dict(header.categories)}
                self._place_cell(
                    sheet, at, column, heading.name(column), cell, subject, area, counted, categories
                )
        return subject

    def _place_cell(
        self, sheet: Sheet, at: int, column: int, heading: str, cell: Cell, subject: RowSubject,
        area: str, counted: Counted, categories: dict[str, str],
    ) -> None:  # fmt: skip
        kind, whole, unit = self._kinds[counted.data_element]
        what = (area, counted.data_element, joined(counted, categories), subject.period or "")
        place = f"{letters(column)}{at + 1}"
        value = read_value(cell, kind=kind, whole=whole, decimal_mark=self._layout.decimal_mark)
        if value is not None:
            value = self._converted(value, subject.unit or value.unit, unit)
        if value is None:
            self.trouble(Trouble("value-unreadable", at, heading, place, as_text(cell), "", what), sheet.name)
            return
        if self._layout.repeated == "add":
            occurrence = 0
        else:
            self._seen[what] += 1
            occurrence = self._seen[what]
        named = f"{sheet.name}!{place}" if sheet.name else place
        interval = value.interval
        self.figures.append(
            (
                f"{self._return_id[:ID_LENGTH]}:{named}", self._return_id, *what, occurrence, value.status.value,
                value.value, interval.lower, interval.upper, interval.lower_closed, interval.upper_closed,
                value.qualifier.value, value.unit, sheet.name, at + 1, sheet.lines[at], heading,
                subject.row_name, place, as_text(cell),
            )
        )  # fmt: skip

    def _converted(self, value: Value, written: str, unit: str) -> Value | None:
        """The value in the data element's unit; None if it is written in a unit of another kind."""
        if value.value is None or not written:
            return value
        code = self._units.find(written)
        factors = self._units.factor(code, unit) if code is not None and unit else None
        if factors is None:
            return None
        best, least, greatest = factors
        low, high = value.interval.lower, value.interval.upper
        interval = Interval(
            None if low is None else min(low * least, low * greatest),
            None if high is None else max(high * least, high * greatest),
            value.interval.lower_closed,
            value.interval.upper_closed,
        )
        converted = round(value.value * best, 6)
        if abs(converted) >= LARGEST or value.status is not Status.REPORTED:
            return None if abs(converted) >= LARGEST else value
        return Value(value.status, converted, interval, value.qualifier, code or "")

    def trouble(self, trouble: Trouble, sheet: str) -> None:
        """Note what could not be read or placed."""
        suggestion = trouble.suggestion
        self.troubles.append(
            (
                self._return_id, trouble.kind, sheet, trouble.row + 1, trouble.column, trouble.cell,
                trouble.stated, suggestion, *trouble.subject,
            )
        )  # fmt: skip


def _aside(trouble: Trouble, row: Sequence[Cell], at: int) -> Trouble:
    """A row without values whose name is unknown is a remark: told, but nobody is asked about it."""
    if trouble.kind != "name-unknown":
        return trouble
    text = " ".join(filter(None, (as_text(cell).strip() for cell in row)))
    return Trouble("text-left-aside", at, "", trouble.cell, text[:200])


def _above(sheet: Sheet, heading: Heading, layout: Layout) -> Iterator[Trouble]:
    """The title and notes above a table: told, unless the layout reads something there."""
    for at in range(heading.top):
        text = " ".join(filter(None, (as_text(cell).strip() for cell in sheet.rows[at])))
        if text:
            yield Trouble("text-left-aside", at, "", f"A{at + 1}", text[:200])
