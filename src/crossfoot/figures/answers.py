"""A sheet of questions that came back → figures that supersede, confirmations and remarks."""

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Context, Decimal, InvalidOperation, localcontext
from typing import Any

from crossfoot.campaign import AreaTree, Campaign
from crossfoot.campaign.answers import AnswerSheet, QuestionKey, read_key
from crossfoot.campaign.calendar import find_period
from crossfoot.campaign.rows import counts_whole
from crossfoot.campaign.units import Units
from crossfoot.figures.measures import converted
from crossfoot.figures.placing import DIGITS, ID_LENGTH, MOST_TEXT, Placed
from crossfoot.figures.subjects import Subject, Trouble
from crossfoot.figures.values import NO, YES, Value, read_value
from crossfoot.terms.figure import Status
from crossfoot.terms.sheet import Cell, as_text, letters

Row = tuple[Any, ...]
TICKS = frozenset({"x", "ok", "√", "☑", "☒"})  # where a box asks for a tick, these are one


def place_answers(return_id: str, answered: AnswerSheet, campaign: Campaign, tree: AreaTree) -> Placed:
    """Return what a sheet of questions answers: figures, troubles and answers; never raises for data."""
    placing = _Answers(return_id, answered, campaign, tree)
    with localcontext(Context(prec=DIGITS)):
        for at in range(answered.below, len(answered.sheet.rows)):
            placing.place(at)
    return Placed(tuple(placing.figures), tuple(placing.troubles), tuple(placing.answers))


@dataclass
class _Answers:
    """The work on one sheet."""

    return_id: str
    answered: AnswerSheet
    campaign: Campaign
    tree: AreaTree
    figures: list[Row] = field(default_factory=list)
    troubles: list[Row] = field(default_factory=list)
    answers: list[Row] = field(default_factory=list)
    seen: Counter[Subject] = field(default_factory=Counter)

    def place(self, at: int) -> None:
        """Take the answer of one row: a figure, a yes or no, a remark, or nothing."""
        right, figure, remark = (self._cell(at, code) for code in ("right", "figure", "remark"))
        if not any(as_text(cell).strip() for cell in (right, figure, remark)):
            return
        key = read_key(as_text(self._cell(at, "key")))
        if key is None:
            self._tell(at, "key", Trouble("name-unknown", stated=as_text(self._cell(at, "key"))[:MOST_TEXT]))
            return
        unknown = self._unknown(key)
        if unknown:
            self._tell(at, "key", Trouble("name-unknown", stated=unknown))
            return
        kind = self._answered(at, key, right, figure)
        if kind or as_text(remark).strip():
            self._note(at, key, kind or "remark", " ".join(as_text(remark).split())[:MOST_TEXT])

    def _answered(self, at: int, key: QuestionKey, right: Cell, figure: Cell) -> str:
        """What a row answers: confirmed, corrected, wrong, or "" where it says neither, or is asked about again."""
        said = _yes_or_no(right)
        subject = (key.area, key.data_element, key.disaggregation, key.period)
        if said is None and as_text(right).strip():
            self._tell(at, "right", Trouble("value-unreadable", stated=as_text(right), subject=subject))
            return ""
        if not as_text(figure).strip():
            return {True: "confirmed", False: "wrong", None: ""}[said]
        value = self._value(key, figure) if key.asks_figure else None
        if value is None:
            self._tell(at, "figure", Trouble("value-unreadable", stated=as_text(figure), subject=subject))
            return ""
        same = value.status is Status.REPORTED and value.value == _number(key.stated)
        if said and not same:  # right as it stands, and yet another figure: which of the two holds?
            stated = f"{as_text(right).strip()} / {as_text(figure).strip()}"
            self._tell(at, "right", Trouble("value-unreadable", stated=stated, subject=subject))
            return ""
        if same and said is not False:
            return "confirmed"
        self._state(at, subject, value)
        return "corrected"

    def _unknown(self, key: QuestionKey) -> str:
        """The first code of a key that the campaign does not have; "" where it has all."""
        if key.area and key.area not in self.tree.by_code and key.area not in self.campaign.groups:
            return key.area
        element = self.campaign.data_elements.get(key.data_element)
        if key.data_element and element is None:
            return key.data_element
        for pair in filter(None, key.disaggregation.split(";")):
            dimension, _, category = pair.partition("=")
            if element is None or category not in element.disaggregations.get(dimension, ()):
                return key.disaggregation
        try:
            if key.period:
                find_period(key.period, self.campaign)
        except ValueError:
            return key.period
        return ""

    def _value(self, key: QuestionKey, cell: Cell) -> Value | None:
        element = self.campaign.data_elements[key.data_element]
        value = read_value(cell, kind=element.kind, whole=counts_whole(element))
        if value is None:
            return None
        written = value.unit or (value.counted if element.unit else "")
        return converted(value, written, element.unit, Units(self.campaign)) if written else value

    def _state(self, at: int, subject: Subject, value: Value) -> None:
        self.seen[subject] += 1
        cell, interval = self._place(at, "figure"), value.interval
        self.figures.append(
            (
                f"{self.return_id[:ID_LENGTH]}:{self.answered.sheet.name}!{cell}", self.return_id, *subject,
                self.seen[subject], value.status.value, value.value, interval.lower, interval.upper,
                interval.lower_closed, interval.upper_closed, value.qualifier.value, value.unit,
                self.answered.sheet.name, at + 1, self.answered.sheet.lines[at], self._heading("figure"),
                as_text(self._cell(at, "about")), cell, as_text(self._cell(at, "figure")),
            )
        )  # fmt: skip

    def _note(self, at: int, key: QuestionKey, kind: str, remark: str) -> None:
        subject = (key.area, key.data_element, key.disaggregation, key.period)
        cell = self._place(at, {"corrected": "figure", "remark": "remark"}.get(kind, "right"))
        findings = key.finding_keys.split("\t")
        for finding in findings[:1] if key.figure_id else findings:  # a figure leads to its findings itself
            self.answers.append(
                (
                    self.return_id, kind, finding, key.figure_id, *subject, remark, self.answered.sheet.name, at + 1,
                    cell,
                )
            )  # fmt: skip

    def _tell(self, at: int, code: str, trouble: Trouble) -> None:
        """Note an answer that cannot be read, with its cell."""
        told = replace(trouble, column=self._heading(code), cell=self._place(at, code))
        self.troubles.append(
            (
                self.return_id, told.kind, self.answered.sheet.name, at + 1, told.column, told.cell, told.stated,
                told.suggestion, *told.subject,
            )
        )  # fmt: skip

    def _heading(self, code: str) -> str:
        return as_text(self._cell(self.answered.below - 1, code))

    def _place(self, at: int, code: str) -> str:
        return f"{letters(self.answered.columns[code])}{at + 1}"

    def _cell(self, at: int, code: str) -> Cell:
        row, column = self.answered.sheet.rows[at], self.answered.columns[code]
        return row[column] if column < len(row) else ""


def _yes_or_no(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    word = as_text(cell).strip().casefold()
    if word in YES or word in TICKS or word == "1":
        return True
    return False if word in NO or word == "0" else None


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
