"""Over areas: from the lowest places that reported, and how many those are."""

from decimal import Decimal

import pytest

FLAT = """
    code  | parent
    ------+-------
    NG    |
    Kano  | NG
    Lagos | NG
    Oyo   | NG
    """
DEEP = """
    code   | parent | level
    -------+--------+---------
    NG     |        | country
    Kano   | NG     | county
    Lagos  | NG     | county
    Bichi  | Kano   | district
    Gaya   | Kano   | district
    Ikeja  | Lagos  | district
    """


def test_a_country_is_the_sum_of_its_counties(roll):
    """Every place reported: 3 of 3."""
    rolled = roll(
        """
        area  | value
        ------+------
        Kano  |    10
        Lagos |    20
        Oyo   |     3
        """,
        FLAT,
    )
    assert rolled.number("NG") == (33, 3, 3)
    assert rolled.number("Kano") == (10, 1, 1)


def test_a_place_that_is_blank_is_expected_and_not_reported(roll):
    """Oyo reported in the week before, so it is expected: 2 of 3. Its blank is not a zero."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Oyo   | 2026-W44 |     3
        Kano  | 2026-W45 |    10
        Lagos | 2026-W45 |     0
        Oyo   | 2026-W45 |
        """,
        FLAT,
    )
    assert rolled.number("NG") == (10, 2, 3)
    assert rolled.number("Oyo") is None
    assert rolled.number("Lagos") == (0, 1, 1)


def test_who_never_reported_is_expected_if_an_obligation_names_it(roll):
    """With an obligation Oyo is missed; without one nobody knows that it should report."""
    figures = """
        area  | value
        ------+------
        Kano  |    10
        Lagos |    20
        """
    obliged = {"weekly": {"level": "county"}}
    assert roll(figures, FLAT, obligations=obliged).number("NG") == (30, 2, 3)
    assert roll(figures, FLAT).number("NG") == (30, 2, 2)


def test_an_obligation_of_the_country_is_met_by_its_counties(roll):
    """One file for all counties: the counties that ever reported are the places, not the country."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        NG    | 2026-W44 |    33
        Kano  | 2026-W44 |    10
        Lagos | 2026-W44 |    20
        Oyo   | 2026-W44 |     3
        NG    | 2026-W45 |    99
        Kano  | 2026-W45 |    11
        Lagos | 2026-W45 |    22
        """,
        FLAT,
        {"cases": {"missing": "partial_zero"}},
        obligations={"weekly": {"areas": ["NG"]}},
    )
    assert rolled.number("NG", period="2026-W44") == (33, 3, 3)
    assert rolled.number("NG") == (33, 2, 3)


def test_who_is_not_obliged_is_not_expected_again(roll):
    """Oyo reported once of its own accord; the obligation is for the two others."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Oyo   | 2026-W44 |     3
        Kano  | 2026-W44 |     1
        Lagos | 2026-W44 |     1
        Kano  | 2026-W45 |    10
        Lagos | 2026-W45 |    20
        """,
        FLAT,
        obligations={"weekly": {"areas": ["Kano", "Lagos"]}},
    )
    assert rolled.number("NG") == (30, 2, 2)
    assert rolled.number("NG", period="2026-W44") == (5, 3, 3)


def test_a_stated_total_is_never_added_to_its_parts(roll):
    """Kano states 100 and its districts make 30: the sum is made of the districts alone."""
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |   500
        Kano  |   100
        Bichi |    10
        Gaya  |    20
        Ikeja |     5
        """,
        DEEP,
    )
    assert rolled.number("Kano") == (30, 2, 2)
    assert rolled.number("NG") == (35, 3, 3)


def test_an_area_whose_parts_are_silent_is_itself_the_place(roll):
    """Kano speaks for itself, so of its districts nobody is expected."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Bichi | 2026-W44 |    10
        Gaya  | 2026-W44 |    20
        Ikeja | 2026-W44 |     5
        Kano  | 2026-W45 |   100
        Ikeja | 2026-W45 |     5
        """,
        DEEP,
    )
    assert rolled.number("Kano") == (100, 1, 1)
    assert rolled.number("NG") == (105, 2, 2)


def test_a_county_and_its_district_at_once(roll):
    """One district of two reported, a blank one has none: the county's own total is for the check only."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Bichi | 2026-W44 |    10
        Gaya  | 2026-W44 |    20
        Kano  | 2026-W45 |   100
        Bichi | 2026-W45 |    11
        """,
        DEEP,
        {"cases": {"missing": "partial_zero"}},
    )
    assert rolled.number("Kano") == (11, 1, 2)
    assert rolled.number("NG") == (11, 1, 2)


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ("SUM", 7), ("AVERAGE_SUM_ORG_UNIT", 7), ("LAST", 7), ("AVERAGE", "2.333333"), ("MIN", 1), ("MAX", 4),
        ("COUNT", 3), ("LAST_AVERAGE_ORG_UNIT", "2.333333"), ("MIN_SUM_ORG_UNIT", 7), ("FIRST", 7),
    ],
)  # fmt: skip
def test_each_aggregation_over_areas(roll, aggregation, expected):
    """1, 2 and 4 at three places."""
    rolled = roll(
        """
        area  | value
        ------+------
        Kano  |     1
        Lagos |     2
        Oyo   |     4
        """,
        FLAT,
        {"cases": {"aggregation": aggregation}},
    )
    assert rolled.number("NG") == (Decimal(expected), 3, 3)


def test_what_is_not_to_be_aggregated_stays_where_it_was_stated(roll):
    """A rate is repeated for its own area and period, and nowhere else."""
    rolled = roll(
        """
        area | value
        -----+------
        Kano |  62.7
        """,
        FLAT,
        {"cases": {"kind": "rate"}},
    )
    assert rolled.number("Kano")[1:] == (1, 1)
    assert rolled.number("NG") is None
    assert rolled.number("Kano", period="2026-11") is None


def test_a_milestone_counts_areas(roll):
    """Two of three cities have started; the third says not yet."""
    rolled = roll(
        """
        area  | value
        ------+--------
        Kano  | started
        Lagos | yes
        Oyo   | no
        """,
        FLAT,
        {"cases": {"kind": "milestone"}},
    )
    assert rolled.number("NG") == (2, 3, 3)


def test_a_group_is_kept_and_never_rolled_up(roll):
    """"Three counties including Kano" is no area of the tree."""
    rolled = roll(
        """
        area  | value
        ------+------
        three |   900
        Kano  |     1
        """,
        FLAT,
        groups={"three": {"name": "three counties", "count": 3}},
    )
    assert rolled.number("three") == (900, 1, 1)
    assert rolled.number("NG") == (1, 1, 1)


def test_what_is_withheld_leaves_an_interval(roll):
    """Under five in Oyo: between 30 and 34 in all; no single value is claimed."""
    rolled = roll(
        """
        area  | value
        ------+------
        Kano  |    10
        Lagos |    20
        Oyo   |    <5
        """,
        FLAT,
    )
    assert rolled.interval("NG") == (None, 30, 35)
    assert rolled.number("NG")[1:] == (3, 3)
    assert rolled.rows("rollups", "lo_closed, hi_closed", "area = 'NG' AND period = '2026-W45'") == [(True, False)]


def test_an_end_that_is_unbounded_stays_unbounded(roll):
    """Lagos keeps its number back: at least 10 in all, and no upper end."""
    rolled = roll(
        """
        area  | value
        ------+----------
        Kano  | 10
        Lagos | withheld
        """,
        FLAT,
    )
    assert rolled.interval("NG") == (None, 10, None)


def test_the_later_of_two_returns_stands(roll):
    """A correction supersedes, and a blank in it does not wipe out a number."""
    rolled = roll(
        """
        area  | value | received
        ------+-------+-----------
        Kano  |    10 | 2026-11-09
        Lagos |     2 | 2026-11-09
        Kano  |    12 | 2026-11-10
        Lagos |       | 2026-11-10
        """,
        FLAT,
    )
    assert rolled.number("NG") == (14, 2, 2)
