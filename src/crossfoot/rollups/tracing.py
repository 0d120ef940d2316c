"""From a rolled-up number back to the figures that it is made of."""

from dataclasses import dataclass
from decimal import Decimal

from crossfoot.engine import Engine

# The figures in a number, by place and period. Of lines that were added up, every line; of a value
# that is the last, the first, the least or the greatest in its period, the figure that it is.
MADE_OF = """
    SELECT DISTINCT f.area, f.data_element, f.disaggregation, f.period, g.figure_id, g.value, g.return_id,
           g.row_number, g.column_name
    FROM (
        SELECT longer, day, subject, area, origin, period, value, over_areas, over_time, reach,
               dense_rank() OVER (PARTITION BY area, subject ORDER BY ends DESC, starts DESC, period) AS from_end,
               dense_rank() OVER (PARTITION BY area, subject ORDER BY starts, ends, period) AS from_start,
               min(value) OVER (PARTITION BY area, subject) AS least,
               max(value) OVER (PARTITION BY area, subject) AS greatest
        FROM rollup_kept WHERE longer = $2
    ) k
    JOIN rollup_subjects s ON s.subject = k.subject
    JOIN (
        SELECT ancestor, area, distance, starts, ends FROM rollup_climb
        UNION ALL
        SELECT area, area, 0, DATE '0001-01-01', DATE '9999-12-31' FROM rollup_loose
        UNION ALL
        SELECT area, area, 0, DATE '0001-01-01', DATE '9999-12-31' FROM rollup_homes WHERE home = area
    ) x ON x.area = k.area AND x.starts <= k.day AND k.day <= x.ends AND x.distance <= k.reach
    JOIN rollup_origins o ON o.area = k.origin AND o.data_element = s.data_element
     AND o.disaggregation = s.disaggregation AND o.period = k.period
    JOIN current_figures f ON f.figure_id = o.figure_id
    JOIN figures g ON g.return_id = f.return_id AND g.area = f.area AND g.data_element = f.data_element
     AND g.disaggregation = f.disaggregation AND g.period = f.period
    WHERE x.ancestor = $1 AND s.disaggregation = $3
      AND (g.figure_id = f.figure_id OR g.occurrence = 0)
      AND (x.ancestor = k.area OR s.over_areas <> 'none')
      AND CASE k.over_time WHEN 'last' THEN k.from_end = 1 WHEN 'first' THEN k.from_start = 1
               WHEN 'min' THEN coalesce(k.value = k.least, true) WHEN 'max' THEN coalesce(k.value = k.greatest, true)
               ELSE true END
      AND (s.data_element = $4
           OR s.data_element IN (SELECT q.data_element FROM equivalents q WHERE q.equivalent = $4))
    ORDER BY f.area, f.data_element, f.disaggregation, f.period, g.return_id, g.row_number, g.column_name
"""
# Of a stock that an indicator stands on and that was told before: the figures that still hold.
STILL_HOLDS = """
    SELECT DISTINCT g.area, g.data_element, g.disaggregation, g.period, g.figure_id, g.value
    FROM rollup_latest_places k
    JOIN rollup_subjects s ON s.subject = k.subject
    JOIN (
        SELECT ancestor, area, distance, starts, ends FROM ancestors
        UNION ALL
        SELECT area, area, 0, DATE '0001-01-01', DATE '9999-12-31' FROM rollup_loose
    ) x ON x.area = k.area AND x.starts <= k.day AND k.day <= x.ends AND x.distance <= k.reach
    JOIN rollup_origins o ON o.area = k.area AND o.data_element = s.data_element
     AND o.disaggregation = s.disaggregation AND o.period = k.period
    JOIN figures g ON g.figure_id = o.figure_id
    WHERE x.ancestor = $1 AND k.longer = $2 AND s.disaggregation = $3 AND s.data_element = $4
    ORDER BY g.area, g.data_element, g.disaggregation, g.period, g.figure_id
"""


@dataclass(frozen=True, slots=True)
class Traced:
    """One figure that a number is made of, as it was stated."""

    area: str
    data_element: str
    disaggregation: str
    period: str
    figure_id: str
    value: Decimal | None


def trace(engine: Engine, area: str, data_element: str, disaggregation: str, period: str) -> list[Traced]:
    """Return the figures of which `rollups` makes a number, in the order of areas, periods and cells.

    A whole that nobody stated leads to its parts, an equivalent to the figures that it weighs. For
    an indicator trace its numerator and its denominator; of a stock that nobody told anew in the
    period, the denominator's figures are those that still hold. Empty where nothing was reported.

    Args:
        engine: in which `roll_up` has been run.
        area: code of the area.
        data_element: code of the data element or equivalent.
        disaggregation: sorted key; empty for the whole.
        period: code of the period.
    """
    asked = [area, period, disaggregation, data_element]
    found = engine.rows(MADE_OF, asked) or engine.rows(STILL_HOLDS, asked)
    return [Traced(*row[:6]) for row in found]
