"""Indicators and changes: over the places that have both sides."""

from decimal import Decimal

FLAT = """
    code  | parent
    ------+-------
    NG    |
    Kano  | NG
    Lagos | NG
    Oyo   | NG
    """
ELEMENTS = {"cases": {}, "people": {"kind": "stock"}}
INCIDENCE = {"incidence": {"name": "Incidence", "numerator": "cases", "denominator": "people", "factor": 1000}}
WHERE = "area = 'NG' AND period = '2026-W45'"


def test_an_indicator_is_a_ratio_of_sums(roll):
    """30 of 4,000, not the mean of 10 and 6.67; and exactly rounded."""
    rolled = roll(
        """
        area  | data_element | value
        ------+--------------+------
        Kano  | cases        |    10
        Kano  | people       |  1000
        Lagos | cases        |    20
        Lagos | people       |  3001
        """,
        FLAT,
        ELEMENTS,
        indicators=INCIDENCE,
    )
    [row] = rolled.rows("ratios", "numerator, denominator, value, reported, expected", WHERE)
    assert row == (30, 4001, Decimal("7.498125"), 2, 2)


def test_a_place_without_a_denominator_is_on_neither_side(roll):
    """Lagos's 20 cases have no people below them: the ratio is Kano's, 1 of 2."""
    rolled = roll(
        """
        area  | data_element | value
        ------+--------------+------
        Kano  | cases        |    10
        Kano  | people       |  1000
        Lagos | cases        |    20
        """,
        FLAT,
        ELEMENTS,
        indicators=INCIDENCE,
    )
    assert rolled.rows("ratios", "numerator, denominator, value, reported, expected", WHERE) == [(10, 1000, 10, 1, 2)]


def test_a_denominator_that_only_the_country_states(roll):
    """The counties' cases over the country's people; of three counties two reported."""
    rolled = roll(
        """
        area  | data_element | period   | value
        ------+--------------+----------+------
        Oyo   | cases        | 2026-W44 |     1
        NG    | people       | 2026-W44 |  6000
        Kano  | cases        | 2026-W45 |    10
        Lagos | cases        | 2026-W45 |    20
        """,
        FLAT,
        ELEMENTS,
        indicators=INCIDENCE,
    )
    assert rolled.rows("ratios", "numerator, denominator, value, reported, expected", WHERE) == [(30, 6000, 5, 2, 3)]


def test_a_stock_holds_until_it_is_told_anew(roll):
    """The people known at the period's end: 1,000 at first, 2,000 from week 46 on."""
    rolled = roll(
        """
        area | data_element | period   | value
        -----+--------------+----------+------
        Kano | people       | 2026-W40 |  1000
        Kano | cases        | 2026-W45 |    10
        Kano | people       | 2026-W46 |  2000
        Kano | cases        | 2026-W46 |    10
        """,
        FLAT,
        ELEMENTS,
        indicators=INCIDENCE,
    )
    three = "area = 'NG' AND period IN ('2026-W45', '2026-W46', '2026-11')"
    assert dict(rolled.rows("ratios", "period, value", three)) == {"2026-W45": 10, "2026-W46": 5, "2026-11": 10}


def test_a_revised_denominator_is_the_one_that_counts(roll):
    """Stated as 165,000, revised to 189,338 by a later return about the same week."""
    rolled = roll(
        """
        area | data_element | value  | received
        -----+--------------+--------+-----------
        NG   | people       | 165000 | 2026-11-09
        NG   | cases        |  14939 | 2026-11-09
        NG   | people       | 189338 | 2026-11-20
        """,
        FLAT,
        ELEMENTS,
        indicators={"reached": {**INCIDENCE["incidence"], "factor": 100}},
    )
    assert rolled.rows("ratios", "value, reported, expected", WHERE) == [(Decimal("7.890122"), 1, 1)]


def test_nothing_below_the_line_gives_no_value(roll):
    """Zero people: the sums stand, the ratio is empty."""
    rolled = roll(
        """
        area | data_element | value
        -----+--------------+------
        Kano | cases        |     1
        Kano | people       |     0
        """,
        FLAT,
        ELEMENTS,
        indicators=INCIDENCE,
    )
    assert rolled.rows("ratios", "numerator, denominator, value", WHERE) == [(1, 0, None)]


def test_a_change_is_over_the_places_that_reported_both_times(roll):
    """Lagos is new and Oyo is late: the change is Kano's, from 10 to 13."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Kano  | 2026-W44 |    10
        Oyo   | 2026-W44 |    50
        Kano  | 2026-W45 |    13
        Lagos | 2026-W45 |    70
        """,
        FLAT,
    )
    assert rolled.rows("changes", "against, now, before, places", WHERE) == [("previous", 13, 10, 1)]


def test_a_change_on_a_year_ago(roll):
    """The same week of the year before."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Kano  | 2025-W45 |    10
        Lagos | 2025-W45 |     5
        Kano  | 2026-W45 |    13
        Lagos | 2026-W45 |     1
        """,
        FLAT,
    )
    assert rolled.rows("changes", "against, now, before, places", WHERE) == [("year_ago", 14, 15, 2)]


def test_a_country_is_not_compared_with_its_counties(roll):
    """Last week the country spoke, this week its counties did: no place did both times."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        NG    | 2026-W44 |    90
        Kano  | 2026-W45 |    13
        Lagos | 2026-W45 |    70
        """,
        FLAT,
    )
    assert rolled.rows("changes", "*", WHERE) == []
