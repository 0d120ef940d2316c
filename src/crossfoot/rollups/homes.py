"""Where the figures of an area count that was closed before the period's last day."""

from datetime import date
from typing import NamedTuple

from crossfoot.engine import Engine
from crossfoot.tables import Column, Table

HOMES = Table(
    "rollup_homes",
    "One row for each area with figures, and each period on whose last day it was not there.",
    (
        Column("area", "VARCHAR", "Code of the area."),
        Column("longer", "VARCHAR", "Code of the period."),
        Column("home", "VARCHAR", "The area whose figures it is counted with; itself where there is none."),
        Column("parent", "VARCHAR", "The area that it then counts in directly; empty when it has a successor."),
    ),
)
GONE = """
    SELECT n.area, w.longer, l.ends
    FROM (SELECT DISTINCT area, period FROM rollup_numbers) n
    JOIN within w ON w.period = n.period
    JOIN periods l ON l.period = w.longer AND l.ends IS NOT NULL
    JOIN (SELECT DISTINCT area FROM areas) k ON k.area = n.area
    LEFT JOIN areas a ON a.area = n.area AND a.starts <= l.ends AND l.ends <= a.ends
    WHERE a.area IS NULL
    GROUP BY n.area, w.longer, l.ends
    ORDER BY n.area, w.longer
"""


class _Stretch(NamedTuple):
    starts: date
    ends: date
    parent: str


def find_homes(engine: Engine) -> None:
    """Fill `rollup_homes`: a merged or renamed area counts with its successor, any other under its parent."""
    gone = engine.rows(GONE)
    stretches: dict[str, list[_Stretch]] = {}
    successors: dict[str, list[str]] = {}
    if gone:
        for area, starts, ends, parent in engine.rows("SELECT area, starts, ends, parent FROM areas ORDER BY starts"):
            stretches.setdefault(area, []).append(_Stretch(starts, ends, parent))
        for area, successor in engine.rows("SELECT area, successor FROM successors ORDER BY area, successor"):
            successors.setdefault(area, []).append(successor)
    rows = []
    for area, longer, day in gone:
        home = _successor(area, day, stretches, successors)
        rows.append((area, longer, home or area, "" if home else _parent(area, day, stretches)))
    engine.put(HOMES, rows)


def _there(area: str, day: date, stretches: dict[str, list[_Stretch]]) -> bool:
    return any(s.starts <= day <= s.ends for s in stretches.get(area, ()))


def _successor(
    area: str, day: date, stretches: dict[str, list[_Stretch]], successors: dict[str, list[str]]
) -> str | None:
    """The one area into which this one went, by way of others if need be; None if it was split or abolished."""
    seen = {area}
    while not _there(area, day, stretches):
        after = successors.get(area, [])
        if len(after) != 1 or after[0] in seen:
            return None
        area = after[0]
        seen.add(area)
    return area


def _parent(area: str, day: date, stretches: dict[str, list[_Stretch]]) -> str:
    """The nearest area above, as the hierarchy last was, that is there on the day."""
    seen: set[str] = set()
    while area and area not in seen and (not seen or not _there(area, day, stretches)):
        seen.add(area)
        before = [s for s in stretches.get(area, ()) if s.ends < day] or stretches.get(area, [])
        area = before[-1].parent if before else ""
    return area if area not in seen else ""
