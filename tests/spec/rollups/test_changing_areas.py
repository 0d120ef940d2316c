"""A hierarchy that changes: the tree of the period's last day is used."""

MOVED = """
    code  | parent | level    | from       | to
    ------+--------+----------+------------+-----------
    NG    |        | country  |            |
    Kano  | NG     | county   |            |
    Lagos | NG     | county   |            |
    Bichi | Kano   | district |            | 2026-11-10
    Bichi | Lagos  | district | 2026-11-11 |
    Gaya  | Kano   | district |            |
    """
MERGED = """
    code  | parent | from       | to         | becomes
    ------+--------+------------+------------+--------
    NG    |        |            |            |
    Kano  | NG     |            | 2026-11-08 | Sahel
    Gaya  | NG     |            | 2026-11-08 | Sahel
    Sahel | NG     | 2026-11-09 |            |
    """
SPLIT = """
    code  | parent | from       | to         | becomes
    ------+--------+------------+------------+---------
    NG    |        |            |            |
    Sahel | NG     |            | 2026-11-08 | Kano Gaya
    Kano  | NG     | 2026-11-09 |            |
    Gaya  | NG     | 2026-11-09 |            |
    """


def test_an_area_that_moved_counts_where_it_ended(roll):
    """Bichi moved in the week 46: that week and all of November are Lagos's, week 45 was Kano's."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Bichi | 2026-W45 |    10
        Gaya  | 2026-W45 |     1
        Bichi | 2026-W46 |    20
        """,
        MOVED,
    )
    assert rolled.number("Kano", period="2026-W45") == (11, 2, 2)
    assert rolled.number("Lagos", period="2026-W46") == (20, 1, 1)
    assert rolled.number("Kano", period="2026-11") == (1, 1, 1)
    assert rolled.number("Lagos", period="2026-11") == (30, 1, 1)
    assert rolled.number("NG", period="2026-11") == (31, 2, 2)


def test_merged_areas_count_with_their_successor(roll):
    """What Kano and Gaya had in the month they ended in is Sahel's: one place."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Kano  | 2026-W45 |    10
        Gaya  | 2026-W45 |     5
        Sahel | 2026-W46 |     7
        """,
        MERGED,
    )
    assert rolled.number("NG", period="2026-W45") == (15, 2, 2)
    assert rolled.number("Sahel", period="2026-11") == (22, 1, 1)
    assert rolled.number("NG", period="2026-11") == (22, 1, 1)
    assert rolled.number("Kano", period="2026-11") is None


def test_what_merged_areas_held_is_held_by_their_successor(roll):
    """To date: the successor's last count has the others' in it."""
    figures = """
        area  | period   | value
        ------+----------+------
        Kano  | 2026-W45 |    10
        Gaya  | 2026-W45 |     5
        Sahel | 2026-W46 |    16
        """
    rolled = roll(figures, MERGED, {"cases": {"kind": "cumulative"}})
    assert rolled.number("NG", period="2026-11") == (16, 1, 1)
    before_it_reports = figures.replace("2026-W46 |    16", "2026-W50 |    16")
    rolled = roll(before_it_reports, MERGED, {"cases": {"kind": "cumulative"}})
    assert rolled.number("NG", period="2026-11") == (15, 1, 1)


def test_an_area_that_was_split_counts_above_its_parts(roll):
    """Nobody knows which part its ten cases were in; the country had them."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Sahel | 2026-W45 |    10
        Kano  | 2026-W46 |     4
        Gaya  | 2026-W46 |     5
        """,
        SPLIT,
    )
    assert rolled.number("NG", period="2026-11") == (19, 3, 3)
    assert rolled.number("Kano", period="2026-11") == (4, 1, 1)


def test_what_a_split_area_held_is_told_by_its_parts(roll):
    """A cumulative count of the area that is gone is not added to those of its parts."""
    rolled = roll(
        """
        area  | period   | value
        ------+----------+------
        Sahel | 2026-W45 |    10
        Kano  | 2026-W46 |     7
        Gaya  | 2026-W46 |     5
        """,
        SPLIT,
        {"cases": {"kind": "cumulative"}},
    )
    assert rolled.number("NG", period="2026-11") == (12, 2, 2)
