"""A sheet of questions as plain text, to be read in 80 columns and answered by letter or telephone."""

import unicodedata
from collections.abc import Iterator

from crossfoot.terms.question import Question, QuestionSheet
from crossfoot.wording.dates import day_name
from crossfoot.wording.questions import ask

WIDTH = 80  # columns; a Chinese character takes two
RULE = "_"
CLOSING, OPENING = "，。；：、？！”）》 ", "“（《"


def question_text(sheet: QuestionSheet) -> bytes:
    """Return the sheet as text in UTF-8, no line wider than 80 columns but where one word is."""
    language = sheet.language
    lines = [
        *wrapped(ask("title", language, area=sheet.area_name)),
        *wrapped(f"{sheet.campaign} · {ask('as_of', language, day=day_name(sheet.day, language))}"),
    ]
    if sheet.contact:
        lines += wrapped(ask("contact", language, contact=sheet.contact))
    if not sheet.questions:
        lines += ["", *wrapped(ask("none", language, area=sheet.area_name))]
    else:
        lines += ["", *wrapped(ask("thanks", language)), "", *wrapped(ask("how_page", language))]
    for question in sheet.questions:
        lines += ["", *_question(question, language)]
    return ("\n".join(lines) + "\n").encode()


def _question(question: Question, language: str) -> Iterator[str]:
    yield from wrapped(f"{question.number}. {question.about}", hanging=3)
    place = f" ({question.place})" if question.place else ""
    yield from wrapped(f"{ask('received', language)}: {question.received}{place}", indent=3, hanging=2)
    yield from wrapped(f"{ask('trouble', language)}:", indent=3)
    for sentence in question.troubles:
        yield from wrapped(f"- {sentence}", indent=5, hanging=2)
    if question.thought:
        yield from wrapped(f"{ask('thought', language)}:", indent=3)
        yield from wrapped(question.thought, indent=5)
    yield from wrapped(f"{ask('answer', language)}:", indent=3)
    if question.kind:
        yield from wrapped(f"[ ] {ask('right_as_it_stands', language)}", indent=5, hanging=4)
        yield _blank(f"[ ] {ask('figure', language)}: ", 40)
    yield _blank(f"    {ask('remark', language)}: ", WIDTH)


def _blank(label: str, until: int) -> str:
    return "     " + label + RULE * max(10, until - 5 - columns_of(label))


def wrapped(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """Return a text in lines of at most 80 columns; Chinese is broken between any two characters."""
    lines: list[str] = []
    line = " " * indent
    for piece in _pieces(text):
        if columns_of(line + piece.rstrip()) > WIDTH and line.strip():
            lines.append(line.rstrip())
            line = " " * (indent + hanging)
        line += piece if line.strip() else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """The pieces that a text may be broken after: words with the space behind them, wide characters alone."""
    piece = ""
    for sign, after in zip(text, text[1:] + " ", strict=True):
        piece += sign
        # A closing mark begins no line, and an opening one ends none.
        if sign == " " or ((_wide(sign) or _wide(after)) and after not in CLOSING and sign not in OPENING):
            yield piece
            piece = ""
    if piece:
        yield piece


def columns_of(text: str) -> int:
    """Return how many columns a text takes: a wide character two."""
    return sum(2 if _wide(sign) else 1 for sign in text)


def _wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in ("W", "F")
