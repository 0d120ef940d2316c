"""A sheet of questions as an XLSX workbook, whose yellow cells are read back when it returns."""

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from crossfoot.campaign.answers import CODE_ROW, CODES, MARK, SHEET
from crossfoot.pipeline.question_text import columns_of
from crossfoot.terms.question import Question, QuestionSheet
from crossfoot.wording.dates import day_name
from crossfoot.wording.questions import ask

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

WIDTHS = {"no": 5, "about": 24, "received": 14, "place": 21, "trouble": 46, "thought": 34, "right": 13, "figure": 14,
          "remark": 34, "key": 12}  # fmt: skip
LETTERS_A_LINE = 1.05  # of a column's width: what fits on a line of wrapped text at the font's size
LINE = 15  # points
LARGEST_INPUT = 10**15  # what a spreadsheet still keeps exactly
MOST_PROMPT = 255  # characters that a spreadsheet takes as a message beside a cell
ANSWERS = ("right", "figure", "remark")


def question_book(sheet: QuestionSheet) -> bytes:
    """Return the workbook; the same bytes for the same questions."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a workbook is made

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": sheet.campaign, "created": datetime.combine(sheet.day, time())})
    plain = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#D5D2CA", "align": "left", "indent": 1}
    answer = {"locked": False, "bg_color": "#FFF8D6", "border": 1, "border_color": "#8C8778", "text_wrap": True,
              "valign": "top"}  # fmt: skip
    formats = {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "campaign": book.add_format({"font_color": "#55534E"}),
        "code": book.add_format({"font_color": "#777777", "font_size": 8}),
        "name": book.add_format({"font_color": "#777777", "font_size": 8, "indent": 1}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "align": "left",
                                 "indent": 1}),
        "note": book.add_format({"text_wrap": True, "valign": "top"}),
        "text": book.add_format(plain),
        "strong": book.add_format({**plain, "bold": True}),
        "received": book.add_format({**plain, "bold": True, "align": "right"}),
        "key": book.add_format({"font_color": "#777777", "font_size": 8, "valign": "top"}),
        "answer": book.add_format(answer),
        "answer_figure": book.add_format({**answer, "align": "right", "num_format": "#,##0.######"}),
    }
    _Book(book.add_worksheet(SHEET), formats, sheet).write()
    book.close()
    return out.getvalue()


class _Book:
    """The one sheet; all text is written as text, so that no name becomes a formula."""

    def __init__(self, page: "Worksheet", formats: dict[str, "Format"], sheet: QuestionSheet) -> None:
        self._page, self._formats, self._sheet = page, formats, sheet
        self._language = sheet.language
        self._at = {code: n for n, code in enumerate(CODES)}

    def write(self) -> None:
        """Write the head, the headings and a row for each question."""
        self._head()
        for row, question in enumerate(self._sheet.questions, start=CODE_ROW + 2):
            self._question(row, question)
        page, last = self._page, CODE_ROW + 1 + len(self._sheet.questions)
        for code, width in WIDTHS.items():
            page.set_column(self._at[code], self._at[code], width)
        page.freeze_panes(CODE_ROW + 2, 2)
        page.protect("", {"format_columns": True, "format_rows": True})
        page.set_landscape()
        page.set_paper(9)  # A4
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.repeat_rows(CODE_ROW + 1)
        page.print_area(0, 0, last, self._at["remark"])
        page.fit_to_pages(1, 0)
        page.set_footer("&P / &N")
        page.hide_gridlines(2)

    def _head(self) -> None:
        sheet, language, last = self._sheet, self._language, self._at["remark"]
        self._text(0, 0, MARK, "code")
        self._text(1, 0, ask("title", language, area=sheet.area_name), "title")
        told = f"{sheet.campaign} · {ask('as_of', language, day=day_name(sheet.day, language))}"
        contact = f" · {ask('contact', language, contact=sheet.contact)}" if sheet.contact else ""
        self._text(2, 0, told + contact, "campaign")
        notes = ("thanks", "how_sheet") if sheet.questions else ()
        for row, note in enumerate(notes, start=3):
            self._page.merge_range(row, 0, row, last, "", self._formats["note"])
            self._text(row, 0, ask(note, language), "note")
            self._page.set_row(row, 2 * LINE + 3)
        if not sheet.questions:
            self._text(3, 0, ask("none", language, area=sheet.area_name), "")
        self._page.set_row(1, 24)
        for code, column in self._at.items():
            self._text(CODE_ROW, column, code, "name")
            self._text(CODE_ROW + 1, column, ask(code, language), "head")
        self._page.set_row(CODE_ROW + 1, 2 * LINE + 3)

    def _question(self, row: int, question: Question) -> None:
        troubles = "\n".join(question.troubles)
        texts = {"about": question.about, "received": question.received, "place": question.place, "trouble": troubles,
                 "thought": question.thought}  # fmt: skip
        styles = {"about": "strong", "received": "received"}
        self._page.write_number(row, self._at["no"], question.number, self._formats["text"])
        for code, text in texts.items():
            self._text(row, self._at[code], text, styles.get(code, "text"))
        self._text(row, self._at["key"], question.key, "key")
        for code in ANSWERS:
            asked = bool(question.kind) or code == "remark"
            style = "text" if not asked else "answer_figure" if code == "figure" else "answer"
            self._page.write_blank(row, self._at[code], None, self._formats[style])
        if question.kind:
            self._validate(row, question)
        lines = max(_lines(text, WIDTHS[code]) for code, text in texts.items())
        self._page.set_row(row, max(3, lines) * LINE + 3)

    def _validate(self, row: int, question: Question) -> None:
        """What may be typed; another entry, such as "about 300", is asked about and then let in."""
        words = [ask("yes", self._language), ask("no_word", self._language)]
        listed = {"validate": "list", "source": words, "error_type": "warning"}
        right = {"input_title": ask("right", self._language)[:32]}
        self._page.data_validation(row, self._at["right"], row, self._at["right"], listed | right)
        if question.kind == "milestone":
            self._page.data_validation(row, self._at["figure"], row, self._at["figure"], listed)
            return
        hint = ask(question.kind, self._language)
        if question.unit:
            hint += f" ({ask('in_unit', self._language, unit=question.unit)})"
        told = {"input_title": ask("figure", self._language)[:32], "input_message": hint[:MOST_PROMPT],
                "error_message": hint[:MOST_PROMPT], "error_type": "warning"}  # fmt: skip
        kind = "integer" if question.kind == "whole" else "decimal"
        between = {"validate": kind, "criteria": "between", "minimum": -LARGEST_INPUT, "maximum": LARGEST_INPUT}
        self._page.data_validation(row, self._at["figure"], row, self._at["figure"], between | told)

    def _text(self, row: int, column: int, text: str, style: str) -> None:
        self._page.write_string(row, column, text, self._formats.get(style))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, roughly: a spreadsheet does not fit rows to what is written by us."""
    room = width * LETTERS_A_LINE
    return sum(max(1, -int(-columns_of(part) // room)) for part in text.split("\n"))
