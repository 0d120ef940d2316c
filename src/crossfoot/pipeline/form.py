"""Make the return that a place fills in."""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import find_period, period_on
from crossfoot.campaign.description import DataElement
from crossfoot.campaign.forms import (
    AREA_ROW,
    FIRST_COLUMN,
    MARK,
    NOTE_ROW,
    PERIOD_ROW,
    SHEET,
    TOP,
    WORDS,
    Question,
    asked_elements,
    form_areas,
    questions,
)  # fmt: skip
from crossfoot.campaign.rows import counts_whole
from crossfoot.engine.files import write_whole
from crossfoot.errors import AlreadyThereError, NotFoundError
from crossfoot.figures.layout_names import AreaNames
from crossfoot.pipeline.folder import Folder
from crossfoot.terms.area import Area
from crossfoot.terms.period import Frequency, Period

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

LARGEST_INPUT = 10**15  # what a spreadsheet still keeps exactly


@dataclass(frozen=True, slots=True)
class Form:
    """What a form asks, of whom, about when."""

    campaign: Campaign
    area: Area
    parts: tuple[Area, ...]  # empty for an area without parts: it reports itself
    period: Period
    columns: tuple[Question, ...]

    @property
    def dimensions(self) -> tuple[str, ...]:
        """All dimensions that are asked, sorted."""
        return tuple(sorted({dimension for question in self.columns for dimension, _ in question.categories}))

    @property
    def rows(self) -> tuple[Area, ...]:
        """The areas to fill in, the total row last."""
        return (*self.parts, self.area)


def make_form(folder: Folder, area: str, period: str, path: Path) -> Form:
    """Write an XLSX return to fill in, and return what it asks.

    Args:
        folder: of the campaign.
        area: code or exact name of the area that reports; its parts are the rows, itself the total row.
        period: code of the period it reports on.
        path: where to write; nothing may be there yet.

    Raises:
        AlreadyThereError: there is something at the path.
        NotFoundError: there is no such area or period.
        StorageError: the file cannot be written.
    """
    campaign, tree = folder.campaign, folder.tree
    try:
        about = find_period(period, campaign)
    except ValueError:
        raise NotFoundError(f"'{period}' is not a period. Write it as 2026-W45, 2026-11 or 2026-11-09.") from None
    if about.ends is None:
        raise NotFoundError(f"'{period}' is a length without dates. Name a period with dates.")
    code = AreaNames(campaign, tree).find(area, about.ends)
    found, parts = form_areas(tree, code, about.ends) if code else (None, [])
    if found is None:
        raise NotFoundError(f"'{area}' is not an area in {period}. Give its code or its exact name.")
    if path.exists():
        raise AlreadyThereError(f"{path}: is already there. Give another name, or move it away.")
    columns = [
        question
        for name in asked_elements(campaign, found, parts)
        for question in questions(name, campaign.data_elements[name])
    ]
    form = Form(campaign, found, tuple(parts), about, tuple(columns))
    write_whole(path, rendered(form))
    return form


def next_period(folder: Folder) -> str:
    """Return the code of the period that a form is made for where none is named: the one that runs today.

    Before the campaign begins it is the first, and after its end the last.

    Raises:
        NotFoundError: the campaign reports by phases, and none is near.
    """
    campaign = folder.campaign
    calendar = campaign.calendar
    day = max(calendar.starts, min(datetime.now(UTC).date(), calendar.ends or date.max))
    period = period_on(day, Frequency(calendar.frequency), campaign)
    if period is None:
        raise NotFoundError(f"{day} lies in no phase of the campaign. Name the period: --period")
    return period.code


def rendered(form: Form) -> bytes:
    """Return the workbook of a form; the same bytes for the same form."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a form is made

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.combine(form.period.ends or datetime.min.date(), datetime.min.time())
    book.set_properties({"title": form.campaign.name, "created": made})
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "code": book.add_format({"font_color": "#777777", "font_size": 8}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "note": book.add_format({"italic": True}),
        "input": book.add_format({"locked": False, "bg_color": "#FFF8D6", "border": 1, "border_color": "#BBBBBB"}),
        "total": book.add_format({"locked": False, "bg_color": "#FFE9A8", "border": 1, "border_color": "#777777"}),
    }
    sheet = _Sheet(book.add_worksheet(SHEET), formats, form)
    sheet.head()
    sheet.body()
    book.close()
    return out.getvalue()


class _Sheet:
    """The one sheet of a form; all text is written as text, so that no name becomes a formula."""

    def __init__(self, sheet: "Worksheet", formats: dict[str, "Format"], form: Form) -> None:
        self._sheet, self._formats, self._form = sheet, formats, form
        self._words = WORDS[form.campaign.language]
        self._below = TOP + 2 + len(form.dimensions)

    def head(self) -> None:
        """Write title, area, period, note and the headings of the columns."""
        form, words = self._form, self._words
        self._write(0, 0, MARK, "code")
        self._write(0, 1, form.campaign.name, "title")
        for row, label, code, name in (
            (AREA_ROW, words["area"], form.area.code, form.area.name),
            (PERIOD_ROW, words["period"], form.period.code, f"{form.period.starts} – {form.period.ends}"),
        ):
            for column, text in enumerate((label, code, name)):
                self._write(row, column, text, "head" if column == 0 else "")
        self._write(NOTE_ROW, 0, words["note"], "note")
        self._write(TOP, 0, words["code"], "head")
        self._write(TOP, 1, words["name"], "head")
        for n, dimension in enumerate(form.dimensions):
            self._write(TOP + 2 + n, 1, dimension, "code")
        language = form.campaign.language
        for column, question in enumerate(form.columns, start=FIRST_COLUMN):
            element = form.campaign.data_elements[question.data_element]
            unit = f" ({element.unit})" if element.unit else ""
            self._write(TOP, column, question.data_element, "code")
            self._write(TOP + 1, column, element.names.get(language, element.name) + unit, "head")
            for n, dimension in enumerate(form.dimensions):
                if dimension in element.disaggregations:
                    category = dict(question.categories).get(dimension, words["total"])
                    self._write(TOP + 2 + n, column, category, "head")

    def body(self) -> None:
        """Write the rows of the areas with their cells to fill in."""
        form = self._form
        for row, area in enumerate(form.rows, start=self._below):
            total = bool(form.parts) and area is form.area
            self._write(row, 0, area.code, "code")
            self._write(row, 1, f"{self._words['total']}: {area.name}" if total else area.name, "head" if total else "")
            for column, question in enumerate(form.columns, start=FIRST_COLUMN):
                whole = set(dict(question.categories)) == set(self._element(question).disaggregations)
                self._sheet.write_blank(row, column, None, self._formats["input" if whole and not total else "total"])
        for column, question in enumerate(form.columns, start=FIRST_COLUMN):
            last = self._below + len(form.rows) - 1
            self._sheet.data_validation(self._below, column, last, column, self._validation(question))
        self._sheet.set_row(TOP + 1, 45)
        self._sheet.set_column(0, 0, 14)
        self._sheet.set_column(1, 1, 30)
        self._sheet.set_column(FIRST_COLUMN, FIRST_COLUMN + len(form.columns), 13)
        self._sheet.freeze_panes(self._below, FIRST_COLUMN)
        self._sheet.protect("", {"format_columns": True, "format_rows": True})
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)

    def _element(self, question: Question) -> DataElement:
        return self._form.campaign.data_elements[question.data_element]

    def _validation(self, question: Question) -> dict[str, object]:
        """What may be typed; another entry, such as "about 300", is asked about and then let in."""
        element, words = self._element(question), self._words
        if element.kind == "milestone":
            return {"validate": "list", "source": [words["yes"], words["no"]], "error_type": "warning"}
        kind = "integer" if counts_whole(element) else "decimal"
        text = words["whole" if counts_whole(element) else "decimal"]
        least = -LARGEST_INPUT if element.may_be_negative else 0
        message = {} if element.may_be_negative else {"error_message": text}
        return {
            "validate": kind, "criteria": "between", "minimum": least, "maximum": LARGEST_INPUT,
            "error_type": "warning", **message,
        }  # fmt: skip

    def _write(self, row: int, column: int, text: str, style: str) -> None:
        self._sheet.write_string(row, column, text, self._formats.get(style))
