"""Areas against their peers: a small place is not blamed for chance."""

from decimal import Decimal

AREAS = """
    code  | parent
    ------+-------
    NG    |
    Big   | NG
    Kano  | NG
    Small | NG
    """
ELEMENTS = {"reached": {}, "people": {"kind": "stock"}}
# Small reached 3 of 8 (37.5 %), Kano 3,900 of 8,000 (48.75 %), Big 52,000 of 100,000 (52 %).
FIGURES = """
    area  | data_element | value
    ------+--------------+-------
    Big   | reached      |  52000
    Big   | people       | 100000
    Kano  | reached      |   3900
    Kano  | people       |   8000
    Small | reached      |      3
    Small | people       |      8
    """
COVERAGE = {"name": "Coverage", "numerator": "reached", "denominator": "people", "target": "50"}
WEEK = "period = '2026-W45'"


def test_the_lowest_is_small_and_the_middle_one_is_behind(roll):
    """Three of eight is well within chance; 3,900 of 8,000 is not, at the same centre of 55,903 in 108,008."""
    rolled = roll(FIGURES, AREAS, ELEMENTS, indicators={"coverage": COVERAGE})
    assert rolled.rows("peers", "area, place, standing, below_target", WEEK) == [
        ("Big", 1, "within", False),
        ("Kano", 2, "far-behind", True),
        ("Small", 3, "within", True),
    ]
    assert {row[0] for row in rolled.rows("peers", "of_peers", WEEK)} == {Decimal("51.758203")}


def test_where_less_is_better_the_same_figures_are_ahead(roll):
    """Direction down: Kano is ahead of its peers, and reaches the target of at most 50."""
    rolled = roll(FIGURES, AREAS, ELEMENTS, indicators={"coverage": {**COVERAGE, "direction": "down"}})
    assert rolled.rows("peers", "area, place, standing, below_target", WEEK) == [
        ("Big", 3, "within", True),
        ("Kano", 2, "ahead", False),
        ("Small", 1, "within", False),
    ]


def test_the_limits_of_a_place_of_eight(roll):
    """Of 8 at 51.758 %: 1 to 7 at 95 % and 0 to 8 at 99.8 %."""
    rolled = roll(FIGURES, AREAS, ELEMENTS, indicators={"coverage": COVERAGE})
    assert rolled.rows("peers", "lo_95, hi_95, lo_998, hi_998", f"area = 'Small' AND {WEEK}") == [
        (Decimal("12.5"), Decimal("87.5"), 0, 100)
    ]


def test_a_coverage_above_all_there_are_is_taken_as_a_rate(roll):
    """103 % is no proportion; its limits are those of a count."""
    rolled = roll(
        FIGURES.replace("52000", "112000"), AREAS, ELEMENTS, indicators={"coverage": {**COVERAGE, "target": "90"}}
    )
    [(low, high, standing)] = rolled.rows("peers", "lo_95, hi_95, standing", f"area = 'Big' AND {WEEK}")
    assert low < Decimal("107.3") < high < 112
    assert standing == "ahead"


def test_what_is_weighed_has_no_limits(roll):
    """Kilograms are not counts: nobody is told from chance."""
    rolled = roll(
        FIGURES.replace("3900", "3900.5"),
        AREAS,
        {"reached": {"unit": "kg"}, "people": {"kind": "stock"}},
        indicators={"coverage": COVERAGE},
    )
    assert rolled.rows("peers", "lo_95, standing", f"area = 'Kano' AND {WEEK}") == [(None, "within")]


def test_equal_values_share_a_place(roll):
    """Two halves: both first, the third is third."""
    rolled = roll(
        """
        area  | data_element | value
        ------+--------------+------
        Big   | reached      |   50
        Big   | people       |  100
        Kano  | reached      |    5
        Kano  | people       |   10
        Small | reached      |    1
        Small | people       |    8
        """,
        AREAS,
        ELEMENTS,
        indicators={"coverage": COVERAGE},
    )
    assert rolled.rows("peers", "area, place, below_target", WEEK) == [
        ("Big", 1, False),
        ("Kano", 1, False),
        ("Small", 3, True),
    ]
