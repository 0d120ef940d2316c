"""A question to an area about one figure, as its sheet shows it, and what the area answered."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Question:
    """One figure, or one return, that an area is asked about; all texts are in the sheet's language."""

    number: int  # counted from 1
    about: str  # "People vaccinated, week 3 of 2026"
    received: str  # the text of the cell, as written; a word for a blank cell, or for none
    place: str  # file, sheet and cell; "" where nothing was received
    troubles: tuple[str, ...]  # what does not fit together, a sentence each
    thought: str  # what may be the reason, with its confidence and what speaks against it
    kind: str  # whole, decimal or milestone: what the figure may be; "" where the answer can only be a remark
    unit: str  # that the figure is asked in, by name; "" for a plain count
    key: str  # what the question is about, for reading the answer back


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """All questions to one area."""

    language: str
    campaign: str
    contact: str  # where answers go; "" where the campaign does not say
    area: str  # its code
    area_name: str
    day: date  # as known on
    version: str  # of Crossfoot
    questions: tuple[Question, ...]  # the most important first
    left: int  # further questions that this sheet leaves for another time


@dataclass(frozen=True, slots=True)
class Answer:
    """What an area answered about a finding; it says so beside it, and silences nothing."""

    kind: str  # confirmed, corrected, wrong or remark
    area: str
    remark: str
    day: str  # on which it was received: ISO 8601
    file: str
    sheet: str
    cell: str
