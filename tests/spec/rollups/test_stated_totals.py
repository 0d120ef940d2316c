"""An area's own total stands unless its parts are complete, contradict it, or blanks count as zero."""

from decimal import Decimal

FLAT = """
    code  | parent
    ------+-------
    NG    |
    Kano  | NG
    Lagos | NG
    Oyo   | NG
    """
DEEP = """
    code  | parent | level
    ------+--------+---------
    NG    |        | country
    Kano  | NG     | county
    Lagos | NG     | county
    Bichi | Kano   | district
    Gaya  | Kano   | district
    """


def test_complete_parts_come_before_the_statement(roll):
    """All three counties reported: their sum is the country's value, whatever the country states."""
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |   100
        Kano  |    10
        Lagos |    20
        Oyo   |    30
        """,
        FLAT,
    )
    assert rolled.number("NG") == (60, 3, 3)
    assert [f.area for f in rolled.trace("NG")] == ["Kano", "Lagos", "Oyo"]


def test_some_parts_never_replace_the_statement(roll):
    """Oyo is silent: the country's own 100 stands, one place of one; the counties keep their own."""
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |   100
        Kano  |    10
        Lagos |    20
        """,
        FLAT,
    )
    assert rolled.number("NG") == (100, 1, 1)
    assert rolled.number("Kano") == (10, 1, 1)
    assert [f.area for f in rolled.trace("NG")] == ["NG"]


def test_parts_that_exceed_the_statement(roll):
    """Two of three counties already make more than the country states: they count, as two of three."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Oyo   | 2026-W44 |     1
        NG    | 2026-W45 |    29
        Kano  | 2026-W45 |    10
        Lagos | 2026-W45 |    20
        """,
        FLAT,
    )
    assert rolled.number("NG") == (30, 2, 3)


def test_parts_that_just_reach_the_statement(roll):
    """30 of the country's 30: nothing contradicts it."""
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |    30
        Kano  |    10
        Lagos |    20
        """,
        FLAT,
    )
    assert rolled.number("NG") == (30, 1, 1)


def test_nothing_is_contradicted_where_numbers_may_be_negative(roll):
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |    29
        Kano  |    10
        Lagos |    20
        """,
        FLAT,
        {"cases": {"may_be_negative": True}},
    )
    assert rolled.number("NG") == (29, 1, 1)


def test_where_a_blank_counts_as_zero_the_sum_stands(roll):
    """The campaign says that a county without a number had none: the country's own 73 is not used."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Oyo   | 2026-W44 |     1
        NG    | 2026-W45 |    73
        Kano  | 2026-W45 |    10
        Lagos | 2026-W45 |    20
        """,
        FLAT,
        {"cases": {"missing": "partial_zero"}},
    )
    assert rolled.number("NG") == (30, 2, 3)


def test_a_county_that_speaks_for_its_districts_is_a_part_of_the_country(roll):
    """Kano's 50 stands for Gaya too, so that the counties are complete."""
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |   100
        Kano  |    50
        Lagos |    20
        Bichi |    11
        """,
        DEEP,
    )
    assert rolled.number("Kano") == (50, 1, 1)
    assert rolled.number("NG") == (70, 2, 2)
    assert rolled.number("Bichi") == (11, 1, 1)


def test_a_county_made_of_one_of_its_districts_is_no_complete_part(roll):
    """Kano states nothing and Gaya is silent: the country speaks, and Kano is 1 district of 2."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Gaya  | 2026-W44 |     1
        NG    | 2026-W45 |   100
        Lagos | 2026-W45 |    20
        Bichi | 2026-W45 |    11
        """,
        DEEP,
    )
    assert rolled.number("NG") == (100, 1, 1)
    assert rolled.number("Kano") == (11, 1, 2)


def test_a_county_whose_districts_contradict_it_is_no_complete_part(roll):
    """Bichi's 60 is more than Kano's 50, and Gaya is silent: nobody knows Kano's total but the country its own."""
    rolled = roll(
        """
        area  | value
        ------+------
        NG    |   100
        Kano  |    50
        Lagos |    20
        Bichi |    60
        """,
        DEEP,
    )
    assert rolled.number("Kano")[0] == 60
    assert rolled.number("NG") == (100, 1, 1)


def test_each_week_of_a_longer_period_is_judged_on_its_own(roll):
    """In W45 the country speaks, in W46 the counties are complete, in W47 it states nothing: 100 + 6 + 4."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        NG    | 2026-W45 |   100
        Kano  | 2026-W45 |    10
        NG    | 2026-W46 |    50
        Kano  | 2026-W46 |     1
        Lagos | 2026-W46 |     2
        Oyo   | 2026-W46 |     3
        Kano  | 2026-W47 |     4
        """,
        FLAT,
    )
    assert rolled.number("NG", period="2026-11") == (110, 3, 3)
    assert rolled.number("Kano", period="2026-11") == (15, 1, 1)
    assert {(f.area, f.period) for f in rolled.trace("NG", period="2026-11")} == {
        ("NG", "2026-W45"), ("Kano", "2026-W46"), ("Lagos", "2026-W46"), ("Oyo", "2026-W46"), ("Kano", "2026-W47"),
    }  # fmt: skip


def test_one_week_of_a_part_is_not_a_month(roll):
    """Every county reported, but Oyo only one week of the month that the country states."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        NG    | 2026-11  |   100
        Kano  | 2026-11  |    10
        Lagos | 2026-11  |    20
        Oyo   | 2026-W46 |     3
        """,
        FLAT,
    )
    assert rolled.number("NG", period="2026-11") == (100, 1, 1)


def test_a_last_value_needs_parts_of_the_same_day(roll):
    """The country's value is of the end of W46, and Oyo's of W45: in November the country speaks."""
    figures = """
        area  | period   | value
        ------+----------+------
        NG    | 2026-W46 |   100
        Kano  | 2026-W46 |    10
        Lagos | 2026-W46 |    20
        Oyo   | {oyo}    |    30
        """
    stale = roll(figures.format(oyo="2026-W45"), FLAT, {"cases": {"kind": "cumulative"}})
    fresh = roll(figures.format(oyo="2026-W46"), FLAT, {"cases": {"kind": "cumulative"}})
    assert stale.number("NG", period="2026-11") == (100, 1, 1)
    assert fresh.number("NG", period="2026-11") == (60, 3, 3)


def test_an_unbounded_part_below_an_exact_statement(roll):
    """Kano has over 20, as much as may be: the country's 100 stays exactly 100."""
    rolled = roll(
        """
        area | value
        -----+--------
        NG   |     100
        Kano | over 20
        """,
        FLAT,
    )
    assert rolled.interval("NG") == (100, 100, 100)
    assert rolled.interval("Kano") == (20, 20, None)


def test_over_as_many_as_the_country_states_contradicts_it(roll):
    """More than 100 in Kano alone is more than the country's 100; the sum has no upper end."""
    rolled = roll(
        """
        area | value
        -----+---------
        NG   |      100
        Kano | over 100
        """,
        FLAT,
    )
    assert rolled.interval("NG") == (100, 100, None)


def test_a_statement_without_an_upper_end_is_never_contradicted(roll):
    rolled = roll(
        """
        area | value
        -----+--------
        NG   | over 20
        Kano |     500
        """,
        FLAT,
    )
    assert rolled.interval("NG") == (20, 20, None)


REACHED = {"reached": {"name": "Reached", "numerator": "cases", "denominator": "people"}}
ELEMENTS = {"cases": {}, "people": {"kind": "stock"}}
COLUMNS = "numerator, denominator, value, reported, expected"
NATION = "area = 'NG' AND period = '2026-W45'"


def test_an_indicator_is_of_the_same_places_above_and_below_the_line(roll):
    """Kano has both numbers, Oyo neither: the country's 50 of its 200, not Kano's 10 of anything."""
    rolled = roll(
        """
        area | data_element | value
        -----+--------------+------
        NG   | cases        |    50
        NG   | people       |   200
        Kano | cases        |    10
        Kano | people       |    80
        """,
        FLAT,
        ELEMENTS,
        indicators=REACHED,
    )
    assert rolled.rows("ratios", COLUMNS, NATION) == [(50, 200, 25, 1, 1)]
    assert rolled.rows("ratios", COLUMNS, "area = 'Kano' AND period = '2026-W45'") == [(10, 80, Decimal("12.5"), 1, 1)]


def test_an_indicator_whose_pairs_below_are_complete(roll):
    rolled = roll(
        """
        area  | data_element | value
        ------+--------------+------
        NG    | cases        |    50
        NG    | people       |   200
        Kano  | cases        |    10
        Kano  | people       |    80
        Lagos | cases        |    10
        Lagos | people       |    10
        Oyo   | cases        |    10
        Oyo   | people       |    10
        """,
        FLAT,
        ELEMENTS,
        indicators=REACHED,
    )
    assert rolled.rows("ratios", COLUMNS, NATION) == [(30, 100, 30, 3, 3)]


def test_complete_cases_over_the_country_s_own_people(roll):
    """All counties state cases, one its people: the country's pair is about all of it."""
    rolled = roll(
        """
        area  | data_element | value
        ------+--------------+------
        NG    | cases        |    50
        NG    | people       |   200
        Kano  | cases        |    10
        Kano  | people       |    80
        Lagos | cases        |    10
        Oyo   | cases        |    10
        """,
        FLAT,
        ELEMENTS,
        indicators=REACHED,
    )
    assert rolled.rows("ratios", COLUMNS, NATION) == [(30, 200, 15, 3, 3)]


def test_a_country_that_states_one_number_of_the_pair_only(roll):
    """It knows its cases and not its people: the ratio is Kano's, one county of those that report."""
    rolled = roll(
        """
        area  | data_element | period   | value
        ------+--------------+----------+------
        Lagos | cases        | 2026-W44 |     1
        NG    | cases        | 2026-W45 |    50
        Kano  | cases        | 2026-W45 |    10
        Kano  | people       | 2026-W45 |    80
        """,
        FLAT,
        ELEMENTS,
        indicators=REACHED,
    )
    assert rolled.rows("ratios", COLUMNS, NATION) == [(10, 80, Decimal("12.5"), 1, 2)]
