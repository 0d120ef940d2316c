"""The sheet of questions that an area answers: how it is known again, and what each of its rows is about."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from crossfoot.terms.sheet import Sheet, as_text

MARK = "Crossfoot questions 1"  # in A1 of every sheet of questions: by this it is known again, whatever it is called
SHEET = "Questions"
CODES = ("no", "about", "received", "place", "trouble", "thought", "right", "figure", "remark", "key")
CODE_ROW = 6  # of the codes, from 0; the headings in words stand below it, the questions below those
MOST_CODED = 20  # rows in which the codes are looked for: somebody may have added a line above


@dataclass(frozen=True, slots=True)
class QuestionKey:
    """What a question is about, as the last column of its row says it."""

    finding_keys: str  # tabs between them, the worst first
    figure_id: str  # the figure asked about; empty where nothing was received
    area: str
    data_element: str  # empty where the answer can only be a remark
    disaggregation: str
    period: str
    stated: str  # the value as received, in the ledger's own writing; empty where there is none

    @property
    def asks_figure(self) -> bool:
        """Whether a figure can be the answer."""
        return bool(self.area and self.data_element and self.period)

    def written(self) -> str:
        """Return the key as it stands in the sheet."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))


def read_key(text: str) -> QuestionKey | None:
    """Return what a question is about; None where its key was changed."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):  # the second from a cell full of brackets
        return None
    if not isinstance(given, list) or len(given) != len(QuestionKey.__slots__):
        return None
    return QuestionKey(*given) if all(isinstance(part, str) for part in given) else None


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """A sheet of questions as it came back."""

    sheet: Sheet
    columns: dict[str, int]  # the column of each code
    below: int  # the row of the first question, from 0


def answer_sheet(sheets: Sequence[Sheet]) -> AnswerSheet | None:
    """Return the sheet of questions among these sheets; None where there is none."""
    for sheet in sheets:
        if not sheet.hidden and sheet.rows and sheet.rows[0] and as_text(sheet.rows[0][0]).strip() == MARK:
            for at, row in enumerate(sheet.rows[:MOST_CODED]):
                columns = {as_text(cell).strip(): n for n, cell in enumerate(row)}
                if set(CODES) <= columns.keys():
                    return AnswerSheet(sheet, {code: columns[code] for code in CODES}, at + 2)
    return None
