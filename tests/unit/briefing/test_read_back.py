"""What is printed has to read as the figure that was looked up, in three languages."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.briefing.document import Document, Head, KeyFigure, KeyFigures, Number, Prose, Text
from crossfoot.briefing.read_back import misprints, reads_as
from crossfoot.wording.numbers import format_number, format_signed

LANGUAGES = ("en", "fr", "zh")


@pytest.mark.parametrize(
    ("text", "value", "language"),
    [
        ("7,797", "7797", "en"),
        ("7\u202f797", "7797", "fr"),
        ("7.8%", "7.79", "zh"),
        ("7,89\u00a0%", "7.89", "fr"),
        ("−2,305", "-2305", "en"),
        ("+11", "11", "en"),
        ("over 20,000", "20001", "en"),
        ("6,416至7,761\u00a0kg", "6416.03", "zh"),
        ("34\u00a0boxes of 20", "34", "en"),
        ("2014", "2014", "en"),
    ],
)
def test_what_is_printed_reads_as_its_figure(text: str, value: str, language: str) -> None:
    assert reads_as(text, Decimal(value), language)


@pytest.mark.parametrize(
    ("text", "value", "language"),
    [("7,797", "7.797", "en"), ("7,8\u00a0%", "78", "fr"), ("73", "2378", "en"), ("no number", "3", "en")],
)
def test_what_reads_as_another_number_is_a_misprint(text: str, value: str, language: str) -> None:
    assert not reads_as(text, Decimal(value), language)


@settings(max_examples=150, deadline=None)
@given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from(LANGUAGES))
def test_every_number_that_is_formatted_reads_back(value: Decimal, language: str) -> None:
    assert reads_as(format_number(value, language), value, language)
    assert reads_as(format_signed(value, language), value, language)


def test_misprints_are_found_wherever_numbers_stand() -> None:
    right, wrong = Number("12", "e1", value=Decimal(12)), Number("21", "e2", value=Decimal(12))
    blocks = (Prose((Text("In all "), right)), KeyFigures((KeyFigure("Cases", (wrong,), (), ()),)))
    document = Document("en", "", Head("", "", ()), blocks)
    assert [(one.text, one.evidence) for one in misprints(document)] == [("21", "e2")]
