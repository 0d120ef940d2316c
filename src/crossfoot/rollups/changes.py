"""Change since the period before and since a year ago, over the places that reported in both."""

from crossfoot.engine import Engine
from crossfoot.rollups.over_areas import sum_over_areas
from crossfoot.tables import CHANGES

# A place whose value counts further up for one stretch of time than for another is compared as a
# whole, as far up as all of it counts.
ONE_EACH = """
    CREATE OR REPLACE TABLE rollup_compared AS
    SELECT longer, day, area, subject,
           CASE WHEN count(value) = count(*) THEN sum(value) END AS value,
           CASE WHEN count(lo) = count(*) THEN sum(lo) END AS lo,
           CASE WHEN count(hi) = count(*) THEN sum(hi) END AS hi,
           bool_and(lo_closed) AS lo_closed, bool_and(hi_closed) AS hi_closed, max(place) AS place, min(reach) AS reach
    FROM rollup_places
    GROUP BY longer, day, area, subject
"""
BOTH = """
    CREATE OR REPLACE TABLE rollup_{side} AS
    SELECT n.longer, n.day, n.area, n.subject, {taken}.value, {taken}.lo, {taken}.hi,
           {taken}.lo_closed, {taken}.hi_closed, 1 AS divisor, 1 AS place,
           CASE WHEN n.reach < b.reach THEN n.reach ELSE b.reach END AS reach
    FROM {places} n
    JOIN periods p ON p.period = n.longer AND p.{against} <> ''
    JOIN {places} b ON b.longer = p.{against} AND b.area = n.area AND b.subject = n.subject
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
    [(limited,)] = engine.rows("SELECT count(*) FROM rollup_total_limited")
    places = "rollup_compared" if limited else "rollup_places"
    if limited:
        engine.run(ONE_EACH)
    for against in ("previous", "year_ago"):
        [(asked,)] = engine.rows(COMPARED.format(against=against))
        if not asked:  # most campaigns are younger than a year
            continue
        for side, taken in (("now", "n"), ("before", "b")):
            engine.run(BOTH.format(side=side, taken=taken, against=against, places=places))
            sum_over_areas(engine, f"rollup_{side}", f"rollup_{side}_totals")
        engine.run(CHANGED.format(against=against))
