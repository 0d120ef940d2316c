"""Fill all tables of the stage, one after the other."""

from collections.abc import Collection

from crossfoot.engine import Engine
from crossfoot.rollups.changes import find_changes
from crossfoot.rollups.equivalents import add_equivalent_changes, add_equivalents
from crossfoot.rollups.expected import count_expected
from crossfoot.rollups.homes import find_homes
from crossfoot.rollups.numbers import find_numbers
from crossfoot.rollups.over_areas import sum_over_areas
from crossfoot.rollups.peers import compare_peers
from crossfoot.rollups.places import find_places
from crossfoot.rollups.ratios import find_ratios
from crossfoot.rollups.reporting import count_returns
from crossfoot.tables import ROLLUPS

ROLLED = """
    INSERT INTO rollups
    SELECT s.area, e.data_element, e.disaggregation, s.longer,
           s.value, s.lo, s.hi, s.lo_closed, s.hi_closed,
           CAST(s.place AS INTEGER),
           CASE WHEN e.over_areas = 'none' OR x.expected IS NULL THEN CAST(s.place AS INTEGER) ELSE x.expected END
    FROM rollup_totals s
    JOIN rollup_subjects e ON e.subject = s.subject
    LEFT JOIN rollup_expected x ON x.longer = s.longer AND x.area = s.area AND x.subject = s.subject
"""


def roll_up(engine: Engine, peers_in: Collection[str] | None = None) -> None:
    """Fill `rollups`, `ratios`, `changes`, `reporting`, `peers` and `silence`; never raises for data.

    Args:
        engine: holds the tables of figures, `current_figures` included, and of the campaign. Nothing
            is rolled up that its tables of figures do not hold, so they say as of when.
        peers_in: codes of the periods in which peers are compared; all of them when None.
    """
    find_numbers(engine)
    find_homes(engine)
    find_places(engine)
    count_expected(engine)
    sum_over_areas(engine, "rollup_places", "rollup_totals")
    engine.create(ROLLUPS)
    engine.run(ROLLED)
    add_equivalents(engine)
    find_ratios(engine)
    find_changes(engine)
    add_equivalent_changes(engine)
    count_returns(engine)
    compare_peers(engine, peers_in)
