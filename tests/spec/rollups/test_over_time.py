"""Over time: first within each place, then over the places."""

from decimal import Decimal

import pytest

FLAT = """
    code  | parent
    ------+-------
    NG    |
    Kano  | NG
    Lagos | NG
    """
WEEKS = """
    area  | period   | value
    ------+----------+------
    Kano  | 2026-W45 |     4
    Kano  | 2026-W46 |     1
    Kano  | 2026-W47 |     2
    Lagos | 2026-W45 |    10
    Lagos | 2026-W46 |    30
    """


@pytest.mark.parametrize(
    ("aggregation", "kano", "country"),
    [
        ("SUM", 7, 47), ("AVERAGE_SUM_ORG_UNIT", "2.333333", "22.333333"), ("AVERAGE", "2.333333", "11.166666"),
        ("LAST", 2, 32), ("LAST_AVERAGE_ORG_UNIT", 2, 16), ("FIRST", 4, 14), ("FIRST_AVERAGE_ORG_UNIT", 4, 7),
        ("MIN", 1, 1), ("MAX", 4, 30), ("MIN_SUM_ORG_UNIT", 1, 11), ("MAX_SUM_ORG_UNIT", 4, 34), ("COUNT", 3, 5),
    ],
)  # fmt: skip
def test_each_aggregation_over_the_weeks_of_a_month(roll, aggregation, kano, country):
    """Kano has 4, 1, 2; Lagos 10 and 30."""
    rolled = roll(WEEKS, FLAT, {"cases": {"aggregation": aggregation}})
    assert rolled.number("Kano", period="2026-11") == (Decimal(kano), 1, 1)
    assert rolled.number("NG", period="2026-11") == (Decimal(country), 2, 2)


def test_a_month_stated_by_a_place_stands_before_its_weeks(roll):
    """Kano states 9 for November and 4 for one week of it: the month is 9, as a week may have been left out."""
    rolled = roll(
        """
        area | period   | value
        -----+----------+------
        Kano | 2026-W45 |     4
        Kano | 2026-11  |     9
        Kano | 2026-10  |     5
        """,
        FLAT,
    )
    assert rolled.number("Kano", period="2026-11") == (9, 1, 1)
    assert rolled.number("Kano", period="2026-Q4") == (14, 1, 1)
    assert rolled.number("Kano", period="2026-W45") == (4, 1, 1)


def test_a_week_in_which_only_the_whole_reported_still_counts(roll):
    """In the first week only the country spoke, in the second its counties: both weeks are in the month."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        NG    | 2026-W45 |    50
        NG    | 2026-W46 |    77
        Kano  | 2026-W46 |    30
        Lagos | 2026-W46 |    40
        """,
        FLAT,
    )
    assert rolled.number("NG", period="2026-11") == (120, 2, 2)
    assert rolled.number("Kano", period="2026-11") == (30, 1, 1)


def test_what_there_is_to_date_is_never_added_over_levels(roll):
    """Of a cumulative count the country's own statement does not stand beside those of its counties."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        NG    | 2026-W45 |    50
        Kano  | 2026-W46 |    30
        Lagos | 2026-W46 |    40
        """,
        FLAT,
        {"cases": {"kind": "cumulative"}},
    )
    assert rolled.number("NG", period="2026-11") == (70, 2, 2)


def test_a_county_by_the_month_and_its_districts_by_the_week(roll):
    """The county's month and the district's week are about the same days: only the district counts."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Kano  | 2026-11  |    90
        Bichi | 2026-W45 |    20
        """,
        """
        code  | parent | level
        ------+--------+---------
        NG    |        | country
        Kano  | NG     | county
        Bichi | Kano   | district
        """,
        {"cases": {"missing": "partial_zero"}},
    )
    assert rolled.number("NG", period="2026-11") == (20, 1, 1)


def test_a_length_without_dates_stays_by_itself(roll):
    """"In five days" is in no month."""
    rolled = roll(
        """
        area | period | value
        -----+--------+------
        Kano | P5D    |  5800
        """,
        FLAT,
    )
    assert rolled.number("NG", period="P5D") == (5800, 1, 1)
    assert rolled.rows("rollups", "DISTINCT period") == [("P5D",)]


def test_a_phase_is_a_longer_period(roll):
    """The first phase has two of the three weeks."""
    rolled = roll(
        WEEKS,
        FLAT,
        calendar={
            "starts": "2026-01-01",
            "phases": {"first": {"name": "First phase", "starts": "2026-11-01", "ends": "2026-11-15"}},
        },
    )
    assert rolled.number("NG", period="first") == (45, 2, 2)
