"""The form that a place fills in: what it asks, and the layout by which a filled one is read back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.description import Campaign, DataElement, Layout
from crossfoot.terms.area import Area
from crossfoot.terms.sheet import Sheet, as_text

MARK = "Crossfoot form 1"  # in A1 of every form: by this it is known again, whatever the file is called
SHEET = "Return"
AREA_ROW, PERIOD_ROW, NOTE_ROW, TOP = 1, 2, 3, 5  # rows, from 0; the heading begins in row TOP
FIRST_COLUMN = 2  # of the values; before it the area's code and name
MOST_COLUMNS = 60  # of one data element; beyond that each dimension is asked by itself

WORDS = {
    "en": {
        "code": "Code", "name": "Name", "area": "Area", "period": "Period", "total": "Total", "yes": "yes", "no": "no",
        "note": "Fill in the yellow cells. Type the totals too, as you have them: they are compared with their parts. "
        "Write 0 for none, and leave blank what is not known.",
        "whole": "A whole number, 0 or more.", "decimal": "A number, 0 or more.",
    },
    "fr": {
        "code": "Code", "name": "Nom", "area": "Lieu", "period": "Période", "total": "Total", "yes": "oui", "no": "non",
        "note": "Remplissez les cases jaunes. Saisissez aussi les totaux tels que vous les avez : ils sont comparés à "
        "leurs parties. Écrivez 0 pour aucun, et laissez vide ce qui n'est pas connu.",
        "whole": "Un nombre entier, 0 ou plus.", "decimal": "Un nombre, 0 ou plus.",
    },
    "zh": {
        "code": "代码", "name": "名称", "area": "地区", "period": "时期", "total": "合计", "yes": "是", "no": "否",
        "note": "请填写黄色单元格。合计也请照实填写,以便与各分项核对。没有请写 0,不详请留空。",
        "whole": "请填 0 或以上的整数。", "decimal": "请填 0 或以上的数。",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One column of a form."""

    data_element: str
    categories: tuple[tuple[str, str], ...]  # dimension and category; a dimension left out is asked as a total


def asked_elements(campaign: Campaign, area: Area, parts: Sequence[Area]) -> list[str]:
    """Return the data elements that the obligations of an area and its parts ask for; all where none does."""
    asked: list[str] = []
    for obligation in campaign.obligations.values():
        if any(a.code in obligation.areas or a.level == obligation.level for a in (area, *parts)):
            asked.extend(obligation.data_elements or campaign.data_elements)
    return [
        code
        for code, element in campaign.data_elements.items()
        if (not asked or code in asked) and element.from_areas is None
    ]


def questions(code: str, element: DataElement) -> list[Question]:
    """Return the columns that ask for a data element: every category, and the totals of both margins."""
    known = sorted(element.disaggregations.items())
    choices = [[*((dimension, category) for category in categories), None] for dimension, categories in known]
    columns = 1
    for choice in choices:
        columns *= len(choice)
    if columns <= MOST_COLUMNS:
        return [Question(code, tuple(c for c in chosen if c is not None)) for chosen in product(*choices)]
    single = [Question(code, (pair,)) for choice in choices for pair in choice if pair is not None]
    return [*single, Question(code, ())]


def form_areas(tree: AreaTree, code: str, day: date) -> tuple[Area | None, list[Area]]:
    """Return an area as it is on a day, and the areas directly below it; None if it is not there."""
    return tree.on(code, day), tree.children(code, day)


def form_layout(sheets: Sequence[Sheet], campaign: Campaign) -> Layout | None:
    """Return the layout of a filled form, or None if these sheets are none.

    The form tells its own layout: the words of its headings, and a row for each dimension.
    """
    sheet = next((s for s in sheets if s.name == SHEET and _text(s, 0, 0) == MARK), None)
    if sheet is None:
        return None
    known = {d for element in campaign.data_elements.values() for d in element.disaggregations}
    dimensions: dict[str, dict[str, int]] = {}
    at = TOP + 2
    while not _text(sheet, at, 0) and _text(sheet, at, 1) in known:
        dimensions[_text(sheet, at, 1)] = {"header": at - TOP + 1}
        at += 1
    return Layout.model_validate(
        {
            "files": "*",
            "sheet": SHEET,
            "header_row": TOP + 1,
            "header_rows": at - TOP,
            "area": {"column": _text(sheet, TOP, 0) or "?"},
            "data_element": {"header": 1},
            "period": {"cell": f"B{PERIOD_ROW + 1}"},
            "disaggregations": dimensions,
            "leave_aside_columns": [_text(sheet, TOP, 1).replace("[", "[[]") or "?"],
        }
    )


def _text(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return as_text(cells[column]).strip() if column < len(cells) else ""
