"""Every sentence exists in each language, with the same gaps; numbers and days are written its way."""

from datetime import date
from decimal import Decimal

import pytest

from crossfoot.terms.period import parse_period
from crossfoot.wording.dates import day_name, period_name, short_period
from crossfoot.wording.messages import LANGUAGES, levels_of, messages, pieces, word
from crossfoot.wording.numbers import format_bytes, format_number, format_signed


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_all_with_the_same_gaps(language: str) -> None:
    english, other = messages("en"), messages(language)
    assert set(other) == set(english)
    for key, text in english.items():
        gaps = {name for _, name in pieces(text) if name}
        assert {name for _, name in pieces(other[key]) if name} == gaps, key
        assert other[key].strip(), key


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        ("2378", "en", "2,378"),
        ("2378", "fr", "2\u202f378"),
        ("2378", "zh", "2,378"),
        ("-0.50", "en", "−0.5"),
        ("7.89", "fr", "7,89"),
        ("0", "en", "0"),
        ("28003043", "en", "28,003,043"),
        ("90071992547409931.000001", "en", "90,071,992,547,409,931.000001"),
    ],
)
def test_a_number_is_written_exactly(value: str, language: str, text: str) -> None:
    assert format_number(Decimal(value), language) == text


def test_a_difference_has_a_sign_and_zero_has_none() -> None:
    assert format_signed(Decimal(12), "en") == "+12"
    assert format_signed(Decimal(-2305), "en") == "−2,305"
    assert format_signed(Decimal(0), "en") == "0"
    assert format_number(Decimal("-0.01"), "en", 1) == "0.0"


def test_sizes() -> None:
    assert [format_bytes(n, "en") for n in (12, 1500, 2_340_000)] == ["12 B", "1.5 kB", "2.3 MB"]


def test_days_and_periods() -> None:
    assert day_name(date(2014, 10, 31), "en") == "31 October 2014"
    assert day_name(date(2014, 10, 31), "fr") == "31 octobre 2014"
    assert day_name(date(2014, 10, 31), "zh") == "2014年10月31日"
    week = parse_period("2026-W45")
    assert period_name(week, "en") == "week 45 of 2026 (2 November 2026 – 8 November 2026)"
    assert short_period(week, "en") == "W45"
    assert period_name(parse_period("2026-Q4"), "fr") == "trimestre 4 de 2026"
    assert period_name(parse_period("2026-11"), "en") == "November 2026"
    assert period_name(parse_period("2026"), "zh") == "2026年"
    assert period_name(parse_period("P5D"), "en") == "P5D"


def test_one_and_many() -> None:
    assert word("sources.count", "en", 1) == "Made from {count} return."
    assert word("sources.count", "en", 2) == "Made from {count} returns."
    assert levels_of("county", "en") == "counties"
    assert levels_of("district", "en") == "districts"
    assert levels_of("district", "fr") == "districts"
    assert levels_of("县", "zh") == "县"
