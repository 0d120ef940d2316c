"""How numbers are read: digits, words, scales, ranges and shares, in English and French."""

from decimal import Decimal

import pytest

from crossfoot.prose import Kind, Reading, read


def only(text: str, language: str = "en") -> Reading:
    figures = [reading for reading in read(text, language=language) if reading.is_figure]
    assert len(figures) == 1, figures
    return figures[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The team found 6,718 broken pumps", "6718"),
        ("The team found 6718 broken pumps", "6718"),
        ("The team found 6\u202f718 broken pumps", "6718"),
        ("The team found 6\u00a0718 broken pumps", "6718"),
        ("The team found 6 718 broken pumps", "6718"),
        ("The team found 6'718 broken pumps", "6718"),
        ("The team found 6’718 broken pumps", "6718"),
        ("It covered 41,67,250 voters", "4167250"),
        ("It weighs 2,718.28 kg", "2718.28"),
        ("It weighs .25 kg", "0.25"),
        ("٣٢٥ tents were sent", "325"),
    ],
)
def test_grouping(text: str, value: str) -> None:
    """Thousands may be set apart by commas, points, apostrophes and spaces of every width."""
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventeen tents", 17),
        ("eighty-three tents", 83),
        ("six hundred and nine tents", 609),
        ("four thousand and seven tents", 4007),
        ("a hundred and twelve tents", 112),
        ("three dozen tents", 36),
        ("half a million tents", 500_000),
        ("three quarters of a million tents", 750_000),
        ("two and a half million tents", 2_500_000),
        ("3 million and a half tents", 3_500_000),
        ("6.4m tents were sent", 6_400_000),
        ("27k tents", 27_000),
        ("4.5 lakh tents", 450_000),
        ("2 crore 30 lakh tents", 23_000_000),
        ("4 × 10³ tents", 4000),
        ("sixty (60) tents", 60),
        ("minus eight degrees", -8),
    ],
)
def test_words_and_scales(text: str, value: int) -> None:
    """Number words, scales and their mixtures are one number."""
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("quatre-vingt-onze tentes", 91),
        ("soixante-treize tentes", 73),
        ("deux cent six tentes", 206),
        ("mille deux cents tentes", 1200),
        ("trois millions et demi de tentes", 3_500_000),
        ("2,6 millions de tentes", 2_600_000),
        ("septante-deux tentes", 72),
        ("deux douzaines de tentes", 24),
    ],
)
def test_french_words(text: str, value: int) -> None:
    """French numerals, Belgian and Swiss ones included."""
    assert only(text, "fr").value == value


def test_decimal_mark_by_evidence() -> None:
    """The document's own habit tells thousands from decimals; without one the other reading is kept."""
    assert [r.value for r in read("Le taux est de 3,5 % ; 2.718 cas", language="fr") if r.is_figure] == [
        Decimal("3.5"),
        Decimal(2718),
    ]
    alone = only("The ratio was 2.718 overall")
    assert (alone.value, alone.other_value) == (Decimal("2.718"), Decimal(2718))
    told = read("The rate was 3.5; the ratio was 2.718", language="en")
    assert told[-1].other_value is None


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("20-25 tents", 20, 25, ""),
        ("20 to 25 tents", 20, 25, ""),
        ("between 20 and 25 tents", 20, 25, ""),
        ("between 2.5 and 3 million tents", 2_500_000, 3_000_000, ""),
        ("20-25%", 20, 25, "%"),
        ("$3-4bn", 3 * 10**9, 4 * 10**9, "USD"),
        ("9 ± 2 days", 7, 11, "day"),
        ("a 6- to 9-metre pole", 6, 9, "m"),
    ],
)
def test_ranges(text: str, lower: str, upper: str, unit: str) -> None:
    """A range has two ends; the scale and unit of the second hold for both."""
    reading = only(text)
    assert (reading.lower, reading.upper, reading.unit) == (Decimal(lower), Decimal(upper), unit)


def test_change_is_two_figures() -> None:
    """After a verb of change "from A to B" states two values, not a range."""
    values = [r.value for r in read("Stocks fell from 310 to 270 boxes.") if r.is_figure]
    assert values == [310, 270]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("6.5 per cent of wells", Kind.PERCENT, "6.5", "%"),
        ("coverage rose 6 percentage points", Kind.POINTS, "6", "pp"),
        ("4 per 1,000 births", Kind.RATE, "4", "/1000"),
        ("0.6‰ of births", Kind.RATE, "0.6", "‰"),
        ("one in four wells", Kind.FRACTION, "0.25", ""),
        ("3 out of 4 wells", Kind.FRACTION, "0.75", ""),
        ("half of the wells", Kind.FRACTION, "0.5", ""),
        ("£6.2m was spent", Kind.MONEY, "6200000", "GBP"),
        ("300 CHF", Kind.MONEY, "300", "CHF"),
        ("12 mg/kg", Kind.MEASURE, "12", "mg/kg"),
        ("30 km2 of forest", Kind.MEASURE, "30", "km2"),
        ("4 feet 6 inches", Kind.MEASURE, "54", "in"),
        ("25 °C", Kind.MEASURE, "25", "°C"),
    ],
)
def test_kinds(text: str, kind: Kind, value: str, unit: str) -> None:
    """Percent, points, rates, shares, money and measures are told apart."""
    reading = only(text)
    assert (reading.kind, reading.value, reading.unit) == (kind, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [("- 84 cases", 84), ("Cases:\n- 84 in Nimba", 84), ("– 84 cas", 84), ("-84 degrees", -84), ("− 84 degrees", -84)],
)
def test_the_dash_of_a_list_is_no_minus(text, value):
    """A dash at the head of a line with a space behind it opens an item."""
    assert [reading.value for reading in read(text)] == [value]
