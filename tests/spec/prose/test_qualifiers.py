"""What is claimed for a number, and the interval that follows from it."""

from decimal import Decimal

import pytest

from crossfoot.prose import read
from crossfoot.terms.figure import Qualifier


@pytest.mark.parametrize(
    ("text", "language", "qualifier", "lower", "upper"),
    [
        ("over 400 wells", "en", Qualifier.OVER, 400, None),
        ("more than 400 wells", "en", Qualifier.OVER, 400, None),
        ("not more than 400 wells", "en", Qualifier.AT_MOST, None, 400),
        ("at least 400 wells", "en", Qualifier.AT_LEAST, 400, None),
        ("400 or more wells", "en", Qualifier.AT_LEAST, 400, None),
        ("up to 400 wells", "en", Qualifier.AT_MOST, None, 400),
        ("fewer than 400 wells", "en", Qualifier.UNDER, None, 400),
        ("about 400 wells", "en", Qualifier.ABOUT, 380, 420),
        ("nearly 400 wells", "en", Qualifier.NEARLY, 380, 400),
        ("only 400 wells", "en", Qualifier.ONLY, 400, 400),
        ("400-odd wells", "en", Qualifier.ODD, 400, 500),
        ("exactly 400 wells", "en", Qualifier.EXACT, 400, 400),
        ("plus de 400 puits", "fr", Qualifier.OVER, 400, None),
        ("au moins 400 puits", "fr", Qualifier.AT_LEAST, 400, None),
        ("près de 400 puits", "fr", Qualifier.NEARLY, 380, 400),
        ("environ 400 puits", "fr", Qualifier.ABOUT, 380, 420),
        ("jusqu’à 400 puits", "fr", Qualifier.AT_MOST, None, 400),
        ("逾400人", "zh", Qualifier.OVER, 400, None),
        ("近400人", "zh", Qualifier.NEARLY, 380, 400),
        ("约400人", "zh", Qualifier.ABOUT, 380, 420),
        ("400余人", "zh", Qualifier.ODD, 400, 500),
        ("400人以上", "zh", Qualifier.AT_LEAST, 400, None),
        ("不到400人", "zh", Qualifier.UNDER, None, 400),
        ("17%强", "zh", Qualifier.SLIGHTLY_OVER, 17, 18),
        ("17%弱", "zh", Qualifier.SLIGHTLY_UNDER, 16, 17),
    ],
)
def test_words(text: str, language: str, qualifier: Qualifier, lower: int | None, upper: int | None) -> None:
    """Each language's words give one of the qualifiers, and so an interval."""
    [reading] = read(text, language=language)
    assert (reading.qualifier, reading.lower, reading.upper) == (qualifier, lower, upper)


def test_written_places() -> None:
    """A count in digits is exact; decimals and scales are rounded to their last place."""
    [count] = read("34,600 meetings")
    assert (count.lower, count.upper) == (34_600, 34_600)
    [share] = read("6.3%")
    assert (share.lower, share.upper) == (Decimal("6.25"), Decimal("6.35"))
    [scaled] = read("2.35 million people")
    assert (scaled.lower, scaled.upper) == (2_345_000, 2_355_000)


def test_time_is_no_claim() -> None:
    """ "Over the past 6 weeks" says nothing about more than 6."""
    [reading] = read("over the past 6 weeks")
    assert reading.qualifier is Qualifier.EXACT
