"""Change since the period before and since a year ago, over the places that reported in both."""

from crossfoot.engine import Engine
from crossfoot.rollups.over_areas import sum_over_areas
from crossfoot.tables import CHANGES

BOTH = """
    CREATE OR REPLACE TABLE rollup_{side} AS
    SELECT n.longer, n.day, n.area, n.subject, {taken}.value, {taken}.lo, {taken}.hi,
           {taken}.lo_closed, {taken}.hi_closed, 1 AS divisor, 1 AS place
    FROM rollup_places n
    JOIN periods p ON p.period = n.longer AND p.{against} <> ''
    JOIN rollup_places b ON b.longer = p.{against} AND b.area = n.area AND b.subject = n.subject
    WHERE n.place = 1 AND b.place = 1 AND n.value IS NOT NULL AND b.value IS NOT NULL
"""
COMPARED = "SELECT count(*) FROM periods p JOIN within b ON b.longer = p.{against}"
CHANGED = """
    INSERT INTO changes
    SELECT n.area, e.data_element, e.disaggregation, n.longer, '{against}', n.value, b.value, CAST(n.place AS INTEGER)
    FROM rollup_now_totals n
    JOIN rollup_before_totals b ON b.longer = n.longer AND b.area = n.area AND b.subject = n.subject
    JOIN rollup_subjects e ON e.subject = n.subject
"""


def find_changes(engine: Engine) -> None:
    """Fill `changes`; the places are those of the later period, in the hierarchy of its last day."""
    engine.create(CHANGES)
    for against in ("previous", "year_ago"):
        [(asked,)] = engine.rows(COMPARED.format(against=against))
        if not asked:  # most campaigns are younger than a year
            continue
        for side, taken in (("now", "n"), ("before", "b")):
            engine.run(BOTH.format(side=side, taken=taken, against=against))
            sum_over_areas(engine, f"rollup_{side}", f"rollup_{side}_totals")
        engine.run(CHANGED.format(against=against))
