"""Names of units."""

import pytest

from crossfoot.prose import read
from crossfoot.prose.units import unit_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("kg", "kilogram"),
        ("mg/kg", "milligram per kilogram"),
        ("km2", "square kilometre"),
        ("m s-1", "metre per second"),
    ],
)
def test_name(code: str, name: str) -> None:
    assert unit_name(code) == name


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("6 km s−1", "km s-1"),
        ("6 W m−2 K−1", "W m-2 K-1"),
        ("20 litres per person per day", "l/person/day"),
        ("50 km an hour", "km/h"),
        ("4 km^3 of ice", "km3"),
        ("8 degrees Celsius", "°C"),
        ("45 sq km", "km2"),
        ('a 9" pipe', "in"),
        ("6 million pounds", "GBP"),
        ("6 pounds of rice", "lb"),
    ],
)
def test_read(text: str, unit: str) -> None:
    [reading] = read(text)
    assert reading.unit == unit


def test_not_units() -> None:
    """A preposition is no inch, a band no kelvin."""
    assert [r.unit for r in read("514 in Torwa and 12 in all")] == ["", ""]
    assert [r.unit for r in read("two K bands")] == [""]


def test_the_mark_of_a_heading_does_not_make_its_figure_a_reference():
    """"# 363 deaths" counts; "#363" and "# 3 Methods" name."""
    kinds = [[str(found.kind) for found in read(text)] for text in ("## 363 deaths in Nimba", "see #363 there")]
    assert kinds == [["count"], ["reference"]]
