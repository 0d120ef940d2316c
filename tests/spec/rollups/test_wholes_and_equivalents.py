"""Wholes that nobody stated, and totals of unlike things."""

from decimal import Decimal

FLAT = """
    code  | parent
    ------+-------
    NG    |
    Kano  | NG
    Lagos | NG
    """
BY_SEX = {"cases": {"disaggregations": {"sex": ["f", "m"], "age": ["0-4", "5+"]}}}


def test_the_parts_make_a_whole_where_nobody_states_it(roll):
    """Kano gives women and men; Lagos the whole; Lagos's parts are not added to it."""
    rolled = roll(
        """
        area  | disaggregation | value
        ------+----------------+------
        Kano  | sex=f          |    10
        Kano  | sex=m          |     8
        Lagos | sex=f          |     1
        Lagos | sex=m          |     1
        Lagos |                |     3
        """,
        FLAT,
        BY_SEX,
    )
    assert rolled.number("NG") == (21, 2, 2)
    assert rolled.number("NG", disaggregation="sex=f") == (11, 2, 2)


def test_an_incomplete_dimension_makes_no_whole(roll):
    """Men are missing: there is no whole, unless the campaign says that a blank means none."""
    figures = """
        area | disaggregation | value
        -----+----------------+------
        Kano | sex=f          |    10
        """
    assert roll(figures, FLAT, BY_SEX).number("NG") is None
    blank_means_none = {"cases": {**BY_SEX["cases"], "missing": "partial_zero"}}
    assert roll(figures, FLAT, blank_means_none).number("NG") == (10, 1, 1)


def test_cells_of_two_dimensions_make_both_margins(roll):
    """Four cells by age and sex: the sexes, the ages and the whole."""
    rolled = roll(
        """
        area | disaggregation | value
        -----+----------------+------
        Kano | age=0-4;sex=f  |     1
        Kano | age=0-4;sex=m  |     2
        Kano | age=5+;sex=f   |    10
        Kano | age=5+;sex=m   |    20
        """,
        FLAT,
        BY_SEX,
    )
    assert rolled.number("NG", disaggregation="age=0-4") == (3, 1, 1)
    assert rolled.number("NG", disaggregation="sex=m") == (22, 1, 1)
    assert rolled.number("NG") == (33, 1, 1)
    assert len(rolled.trace("NG")) == 4


DRUGS = {"opium": {"unit": "tael"}, "heroin": {"unit": "kg"}}
CONVENTION = {
    "opium_equivalent": {
        "name": "Opium equivalent",
        "unit": "kg",
        "source": "World Drug Report",
        "factors": {"opium": {"factor": "1"}, "heroin": {"factor": "10", "lower": "8", "upper": "12"}},
    }
}


def test_an_equivalent_has_the_range_of_its_convention(roll):
    """64 tael are 2 kg (up to 2.4192), 3 kg of heroin count for 30 (24 to 36)."""
    rolled = roll(
        """
        area  | data_element | value
        ------+--------------+------
        Kano  | opium        |    64
        Lagos | heroin       |     3
        """,
        FLAT,
        {code: {**told, "whole": True} for code, told in DRUGS.items()},
        equivalents=CONVENTION,
    )
    assert rolled.interval("NG", "opium_equivalent") == (32, 26, Decimal("38.4192"))
    assert rolled.number("NG", "opium_equivalent")[1:] == (2, 2)
    assert rolled.number("Kano", "opium_equivalent") == (2, 1, 1)
    assert {f.data_element for f in rolled.trace("NG", "opium_equivalent")} == {"opium", "heroin"}


def test_the_change_of_an_equivalent(roll):
    """From 10 to 40 kg of opium equivalent."""
    rolled = roll(
        """
        area  | data_element | period   | value
        ------+--------------+----------+------
        Lagos | heroin       | 2026-W44 |     1
        Lagos | heroin       | 2026-W45 |     4
        """,
        FLAT,
        DRUGS,
        equivalents=CONVENTION,
    )
    where = "area = 'NG' AND data_element = 'opium_equivalent' AND period = '2026-W45'"
    assert rolled.rows("changes", "now, before, places", where) == [(40, 10, 1)]
