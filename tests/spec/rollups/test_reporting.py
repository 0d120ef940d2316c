"""Returns received and expected, and who is silent."""

FLAT = """
    code  | parent
    ------+-------
    NG    |
    Kano  | NG
    Lagos | NG
    """
TWO = {"cases": {}, "deaths": {}}
OBLIGED = {"weekly": {"level": "county", "starts": "2026-10-26", "due_days": 2}}
# Week 44 ends on 1 November and is due on the 3rd, week 45 on the 10th.
FIGURES = """
    area  | data_element | period   | value | received
    ------+--------------+----------+-------+-----------
    Kano  | cases        | 2026-W44 |    10 | 2026-11-03
    Kano  | deaths       | 2026-W44 |     0 | 2026-11-03
    Lagos | cases        | 2026-W44 |    10 | 2026-11-04
    Lagos | deaths       | 2026-W44 |       | 2026-11-04
    Kano  | cases        | 2026-W45 |       | 2026-11-09
    Kano  | deaths       | 2026-W45 |       | 2026-11-09
    """


def test_received_in_time_and_filled(roll):
    """Lagos was a day late, and left deaths blank: two received, one in time, three cells of four."""
    rolled = roll(FIGURES, FLAT, TWO, until="2026-11-08", obligations=OBLIGED)
    columns = "expected, received, on_time, filled, asked"
    assert rolled.rows("reporting", columns, "area = 'NG' AND period = '2026-W44'") == [(2, 2, 1, 3, 4)]
    assert rolled.rows("reporting", columns, "area = 'Lagos' AND period = '2026-W44'") == [(1, 1, 0, 1, 2)]


def test_a_return_of_blanks_is_no_return(roll):
    """In week 45 Kano sent an empty form, Lagos nothing; both are expected."""
    rolled = roll(FIGURES, FLAT, TWO, until="2026-11-08", obligations=OBLIGED)
    columns = "expected, received, on_time, filled, asked"
    assert rolled.rows("reporting", columns, "area = 'NG' AND period = '2026-W45'") == [(2, 0, 0, 0, 0)]
    assert rolled.rows("reporting", columns, "area = 'NG' AND period = '2026-Q4'") == [(4, 2, 1, 3, 4)]


def test_a_file_of_the_country_with_its_counties_is_the_country_s_return(roll):
    """The obligation names the country; its file has rows for the counties only."""
    rolled = roll(
        """
        area  | period   | value | received
        ------+----------+-------+-----------
        Kano  | 2026-W44 |    10 | 2026-11-03
        Lagos | 2026-W44 |    10 | 2026-11-03
        """,
        FLAT,
        until="2026-11-08",
        obligations={"weekly": {"areas": ["NG"], "starts": "2026-10-26"}},
    )
    assert rolled.rows("reporting", "period, expected, received", "area = 'NG' AND period LIKE '%W%'") == [
        ("2026-W44", 1, 1),
        ("2026-W45", 1, 0),
    ]


def test_a_county_does_not_report_for_the_country_where_both_must(roll):
    """Kano's own return is not the country's."""
    rolled = roll(
        """
        area  | period   | value | received
        ------+----------+-------+-----------
        Kano  | 2026-W44 |    10 | 2026-11-03
        """,
        FLAT,
        until="2026-11-01",
        obligations={"country": {"areas": ["NG"], "starts": "2026-10-26"}, **OBLIGED},
    )
    where = "area = 'NG' AND period = '2026-W44'"
    assert rolled.rows("reporting", "obligation, expected, received", where) == [("country", 1, 0), ("weekly", 2, 1)]


def test_how_long_each_has_been_silent(roll):
    """Nobody reported on weeks 45 and 46; Oyo never did."""
    rolled = roll(FIGURES, FLAT + "Oyo | NG\n", TWO, until="2026-11-15", obligations=OBLIGED)
    assert [(area, str(last), days, periods) for _, area, last, days, periods in rolled.rows("silence")] == [
        ("Kano", "2026-11-01", 14, 2),
        ("Lagos", "2026-11-01", 14, 2),
        ("Oyo", "None", None, 3),
    ]
