"""A received table → figures and troubles, by the layout that its campaign gives it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Context, localcontext
from fnmatch import fnmatch, fnmatchcase
from typing import Any

from crossfoot.campaign import AreaTree, Campaign, Layout
from crossfoot.campaign.rows import counts_whole
from crossfoot.campaign.units import Units
from crossfoot.figures.heading import Heading, find_heading
from crossfoot.figures.layout_names import Counted, LayoutNames
from crossfoot.figures.measures import converted
from crossfoot.figures.subjects import About, Columns, Subject, SubjectReader, Trouble
from crossfoot.figures.values import read_value
from crossfoot.terms.period import Period
from crossfoot.terms.sheet import Cell, Sheet, as_text, letters

Row = tuple[Any, ...]
ID_LENGTH = 12  # hex digits of a return's hash that begin a figure's id: 48 bits
MOST_TEXT = 200  # characters of a remark that are kept
DIGITS = 60  # of working precision: 26 before the point, 6 after, and room for a factor


@dataclass(frozen=True, slots=True)
class Placed:
    """What came out of one return: rows of the tables `figures` and `troubles`; of a sheet of questions, `answers`."""

    figures: tuple[Row, ...]
    troubles: tuple[Row, ...]
    answers: tuple[Row, ...] = ()


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
    with localcontext(Context(prec=DIGITS)):
        placing.place_all(sheets)
    return Placed(tuple(placing.figures), tuple(placing.troubles))


class _Placing:
    """The work on one return: what is the same for all of its cells."""

    def __init__(self, return_id: str, name: str, layout: Layout, campaign: Campaign, tree: AreaTree) -> None:
        self.figures: list[Row] = []
        self.troubles: list[Row] = []
        self._return_id = return_id
        self._name = name
        self._layout = layout
        self._names = LayoutNames(campaign, tree, layout)
        self._subjects = SubjectReader(layout, campaign, self._names)
        self._units = Units(campaign)
        self._seen: Counter[Subject] = Counter()
        self._kinds = {c: (e.kind, counts_whole(e), e.unit) for c, e in campaign.data_elements.items()}
        self._keys: dict[tuple[Counted, tuple[tuple[str, str], ...]], str | None] = {}

    def place_all(self, sheets: Sequence[Sheet]) -> None:
        """Read the sheets that the layout means; tell about the others that have something in them."""
        pattern = self._layout.sheet.casefold()
        filled = [sheet for sheet in sheets if sheet.hidden or any(map(_text_of, sheet.rows))]
        meant = [s for s in filled if not s.hidden and fnmatchcase(s.name.casefold(), pattern)]
        headings = {sheet.name: find_heading(sheet, self._layout, self._names) for sheet in meant}
        found = [sheet for sheet in meant if headings[sheet.name] is not None]
        for sheet in filled:
            heading = headings.get(sheet.name)
            if heading is not None:
                self._place(sheet, heading)
            elif sheet.hidden or found:
                remark = f"{sheet.name} (hidden)" if sheet.hidden else f"{sheet.name}: {_text_of(sheet.rows[0])}"
                self._tell(Trouble("text-left-aside", stated=remark[:MOST_TEXT]), sheet.name)
        if not found:
            self._tell(Trouble("layout-unknown", stated="" if meant else self._layout.sheet), "")

    def _place(self, sheet: Sheet, heading: Heading) -> None:
        """Read one sheet from its heading to its last row."""
        constants, troubles = self._subjects.constants(sheet, self._name)
        columns, more = self._subjects.columns(sheet, heading, constants)
        # Where the layout itself says in which row the table begins, what stands above is expected.
        remarks = _above(sheet, heading) if self._layout.header_row is None else ()
        for trouble in (*troubles, *more, *remarks):
            self._tell(trouble, sheet.name)
        if troubles:
            return
        merged = _merged_downwards(sheet, columns)
        repeated = {_text_of(row) for row in heading.rows}
        above: dict[str, Cell] = {}
        for at in range(heading.below, len(sheet.rows)):
            row = sheet.rows[at]
            text = _text_of(row)
            if not text:
                continue
            if text in repeated:  # the heading again, at the top of a printed page
                self._tell(_remark(at, text), sheet.name)
                continue
            if at in merged:
                row = _with_cells(row, merged[at])
            self._place_row(sheet, at, heading, columns, self._subjects.row(row, at, columns, above))

    def _place_row(
        self, sheet: Sheet, at: int, heading: Heading, columns: Columns, about: About | Trouble | None
    ) -> None:
        row = sheet.rows[at]
        if about is None:  # the layout leaves it aside
            return
        if isinstance(about, Trouble):
            self._tell(about if _asks(about, row, columns) else _remark(at, _text_of(row)), sheet.name)
            return
        width = len(row)
        for column, header in columns.values.items():
            cell = row[column] if column < width else ""
            subject = self._subject(about, header)
            found = subject if isinstance(subject, Trouble) else self._value(cell, subject, about.unit)
            if isinstance(found, Trouble):
                place = f"{letters(column)}{at + 1}"
                stated = found.stated or as_text(cell)
                self._tell(
                    replace(found, row=at, column=heading.name(column), cell=place, stated=stated), sheet.name
                )
            elif found is not None:
                self._state(found, sheet, at, column, (heading.name(column), about.row_name, as_text(cell)))

    def _subject(self, row: About, header: About) -> Subject | Trouble:
        """The area, data element, disaggregation and period of one cell."""
        counted = header.counted or row.counted
        period: Period | None = header.period or row.period
        written = header.area if header.area is not None else row.area
        if counted is None or period is None or written is None:
            return Trouble("layout-unknown")
        area = self._names.area(written, period.ends)
        if area is None:
            return Trouble("name-unknown", stated=written, suggestion=self._names.propose_area(written))
        categories = row.categories + header.categories
        key = (counted, categories)
        if key not in self._keys:
            self._keys[key] = self._names.disaggregation(counted, categories)
        disaggregation = self._keys[key]
        if disaggregation is None or (row.blank and any(self._names.has(counted, d) for d in row.blank)):
            # A blank cell in a column of categories is not the whole: nobody said so.
            stated = ";".join((*(f"{d}={c}" for d, c in categories), *(f"{d}=" for d in row.blank)))
            return Trouble("name-unknown", stated=stated, subject=(area, counted.data_element, "", period.code))
        return area, counted.data_element, disaggregation, period.code

    def _value(self, cell: Cell, subject: Subject, unit: str) -> tuple[Any, ...] | Trouble:
        """What a cell states about its subject: the columns of `figures` from area to unit, occurrence last."""
        kind, whole, kept_in = self._kinds[subject[1]]
        value = read_value(cell, kind=kind, whole=whole, decimal_mark=self._layout.decimal_mark)
        if value is not None:
            # What the cell itself says goes before its column; of a measure, "3 bags" is no 3 kg.
            written = value.unit or (value.counted if kept_in else "") or unit
            value = converted(value, written, kept_in, self._units) if written else value
        if value is None:
            return Trouble("value-unreadable", subject=subject)
        if self._layout.repeated == "add":
            occurrence = 0
        else:
            self._seen[subject] += 1
            occurrence = self._seen[subject]
        interval = value.interval
        return (
            *subject, occurrence, value.status.value, value.value, interval.lower, interval.upper,
            interval.lower_closed, interval.upper_closed, value.qualifier.value, value.unit,
        )  # fmt: skip

    def _state(self, said: Row, sheet: Sheet, at: int, column: int, names: tuple[str, str, str]) -> None:
        heading, row_name, stated = names
        place = f"{letters(column)}{at + 1}"
        named = f"{sheet.name}!{place}" if sheet.name else place
        self.figures.append(
            (
                f"{self._return_id[:ID_LENGTH]}:{named}", self._return_id, *said, sheet.name, at + 1,
                sheet.lines[at], heading, row_name, place, stated,
            )
        )  # fmt: skip

    def _tell(self, trouble: Trouble, sheet: str) -> None:
        """Note what could not be read or placed."""
        self.troubles.append(
            (
                self._return_id, trouble.kind, sheet, trouble.row + 1, trouble.column, trouble.cell,
                trouble.stated, trouble.suggestion, *trouble.subject,
            )
        )  # fmt: skip


def _text_of(row: Sequence[Cell]) -> str:
    """All that stands in a row."""
    return " ".join(filter(None, [(cell if cell.__class__ is str else as_text(cell)).strip() for cell in row]))


def _remark(at: int, text: str) -> Trouble:
    """A text that is no figure: told, but nobody is asked about it."""
    return Trouble("text-left-aside", at, "", f"A{at + 1}", text[:MOST_TEXT])


def _asks(trouble: Trouble, row: Sequence[Cell], columns: Columns) -> bool:
    """Whether a row that cannot be placed states something; a row without values is a remark."""
    texts = [as_text(row[c]) for c in columns.values if c < len(row)]
    if trouble.stated:
        return any(text.strip() for text in texts)
    return any(sign.isdigit() for text in texts for sign in text)


def _above(sheet: Sheet, heading: Heading) -> Iterator[Trouble]:
    """The title and notes above a table."""
    for at in range(heading.top):
        text = _text_of(sheet.rows[at])
        if text:
            yield _remark(at, text)


def _merged_downwards(sheet: Sheet, columns: Columns) -> dict[int, dict[int, Cell]]:
    """For each row, the cells of named columns that a merged cell above covers."""
    named = {column for _, _, column in columns.named}
    out: dict[int, dict[int, Cell]] = {}
    for top, left, bottom, _ in sheet.merged:
        if left in named and bottom > top and top < len(sheet.rows) and left < len(sheet.rows[top]):
            for at in range(top + 1, min(bottom + 1, len(sheet.rows))):
                out.setdefault(at, {})[left] = sheet.rows[top][left]
    return out


def _with_cells(row: Sequence[Cell], cells: dict[int, Cell]) -> tuple[Cell, ...]:
    width = max(len(row), max(cells) + 1)
    return tuple(cells.get(c, row[c] if c < len(row) else "") for c in range(width))
