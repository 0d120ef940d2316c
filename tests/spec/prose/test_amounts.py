"""Amounts said in two parts, and what beside a number makes it an amount."""

from decimal import Decimal

import pytest

from crossfoot.prose import Kind, Reading, read


def figures(text: str, language: str) -> list[Reading]:
    return [reading for reading in read(text, language=language) if reading.is_figure]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("fr", "La ville compte 4 millions et demi d'habitants.", "4500000", ""),
        ("fr", "La réunion a duré trois heures et demie.", "3.5", "h"),
        ("fr", "Le projet a duré quatre ans et demi.", "4.5", "year"),
        ("en", "The meeting took three hours and a half.", "3.5", "h"),
        ("en", "A sachet costs 2 dollars 25 cents.", "2.25", "USD"),
        ("en", "A sachet costs four pounds and sixty pence.", "4.60", "GBP"),
        ("en", "The rope is 7 feet 3 inches.", "87", "in"),
        ("en", "Milk is heated to 72° Celsius.", "72", "°C"),
        ("fr", "Le vaccin reste à 8° Celsius.", "8", "°C"),
        ("fr", "La tension est de 2.5e+14 ici", "250000000000000", ""),
    ],
)
def test_two_parts_are_one_amount(language: str, text: str, value: str, unit: str) -> None:
    """A half, the smaller unit and the name of the scale belong to the amount before them."""
    (found,) = figures(text, language)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("vingt-et-un cas", 21, "cas"),
        ("Trente-et-un décès", 31, "décès"),
        ("soixante-et-onze enfants", 71, "enfants"),
        ("cent-vingt-et-un lits", 121, "lits"),
    ],
)
def test_hyphens_of_the_reformed_spelling(text: str, value: int, counted: str) -> None:
    """French joins all words of a number by hyphens since 1990."""
    (found,) = figures(text, "fr")
    assert (found.value, found.counted) == (value, counted)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "Chaque famille a reçu 2000 $ en mars.", "USD"),
        ("fr", "Chaque famille a reçu 1950 FCFA.", "XOF"),
        ("en", "Each family got 2000€ in March.", "EUR"),
        ("en", "Each family got KES 2000 in March.", "KES"),
    ],
)
def test_a_currency_beside_makes_no_year(language: str, text: str, unit: str) -> None:
    """Four digits with a currency are money."""
    (found,) = figures(text, language)
    assert (found.kind, found.unit) == (Kind.MONEY, unit)


def test_the_sign_of_the_next_amount_leaves_the_year() -> None:
    """In "in 2014 $5 million" the sign belongs to what follows."""
    year, amount = read("In 2014 $5 million was paid.", language="en")
    assert (year.kind, amount.value) == (Kind.YEAR, 5_000_000)


def test_a_code_of_a_currency_is_written_in_capitals() -> None:
    """Bob is a name; BOB is the boliviano."""
    assert [reading.unit for reading in figures("I met Bob 3 times and paid BOB 30.", "en")] == ["", "BOB"]


def test_elision_is_no_unit() -> None:
    """The d of "3 d'entre eux" is no day, the l of "5 l'an dernier" no litre."""
    assert [reading.unit for reading in figures("3 d'entre eux sont guéris, 5 l'an dernier", "fr")] == ["", ""]


def test_a_share_said_again_leaves_the_count_alone() -> None:
    """In "962, or 7.8%," the first is a count; in a list of three the last unit is everyone's."""
    said = figures("962, or 7.8%, of 12,345 households were missed", "en")
    assert [(reading.kind, reading.unit) for reading in said[:2]] == [(Kind.COUNT, ""), (Kind.PERCENT, "%")]
    assert said[1].restates == (0, 3)
    assert (said[0].part_of, said[0].counted) == (said[1].part_of, "households")
    listed = figures("It fell by 5, 6, or 7% in three years", "en")
    assert [reading.unit for reading in listed[:3]] == ["%", "%", "%"]


def test_chinese_share_between_two_tens() -> None:
    """百分之二三十 is 20 to 30 per cent; 拾 in 拾取 is to pick up."""
    (share,) = figures("约占百分之二三十", "zh")
    assert (share.lower, share.upper, share.unit) == (20, 30, "%")
    assert not figures("他在海滩上拾取贝壳", "zh")
