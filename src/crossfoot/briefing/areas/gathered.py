"""What the pages of all areas need, read in one pass: one query a table, never one an area."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.faults import Fault
from crossfoot.briefing.follow_ups import tasks
from crossfoot.briefing.limits import NOT_RECEIVED
from crossfoot.briefing.previous import Task

MOST_SUSPECTED = 2  # figures that a suggestion changes at once: of more, none is the area's own affair
COUNTED = """
    SELECT area, CAST(sum(expected) AS INTEGER), CAST(sum(received) AS INTEGER), CAST(sum(on_time) AS INTEGER),
           CAST(sum(filled) AS INTEGER), CAST(sum(asked) AS INTEGER)
    FROM reporting WHERE period = $1 GROUP BY area
"""
FILES = """
    SELECT DISTINCT f.area, f.return_id FROM figures f
    JOIN within w ON w.period = f.period AND w.longer = $1
    WHERE f.status <> 'missing'
"""
BLANK = """
    SELECT DISTINCT c.area, c.data_element FROM current_figures c
    JOIN within w ON w.period = c.period AND w.longer = $1
    WHERE c.status = 'missing' AND c.disaggregation = '' ORDER BY c.area, c.data_element
"""
PEERS = """
    SELECT area, indicator, parent, value, of_peers, lo_95, hi_95, standing, below_target FROM peers
    WHERE period = $1 AND value IS NOT NULL AND of_peers IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many returns of a period were expected of an area and the areas below it, and came in."""

    expected: int = 0
    received: int = 0
    on_time: int = 0
    filled: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Owed:
    """A return that has not come in."""

    area: str
    period: str
    due: date


@dataclass(frozen=True, slots=True)
class Standing:
    """An area's indicator among its peers."""

    parent: str
    value: Decimal
    of_peers: Decimal
    lo: Decimal | None  # limits at 95 %; None where nothing is counted
    hi: Decimal | None
    standing: str  # ahead, within, behind or far-behind
    below_target: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """All of it, by area."""

    sent: dict[str, Sent]
    owed: dict[str, list[Owed]]  # of the area itself and of those below it
    files: dict[str, list[str]]  # ids of the returns with figures about the area itself, as they came
    blank: dict[str, list[str]]  # data elements that a return left blank
    peers: dict[str, dict[str, Standing]]  # by indicator
    tasks: tuple[Task, ...]  # of the issue
    faults: dict[str, list[Fault]]  # failed findings about the area, or in which its figure is suspected


def gather(desk: Desk) -> Gathered:
    """Return what the pages need for the issue's period."""
    engine, period = desk.lookup.engine, [desk.issue.period.code]
    sent = {area: Sent(*counts) for area, *counts in engine.rows(COUNTED, period)}
    came: dict[str, set[str]] = defaultdict(set)
    for area, return_id in engine.rows(FILES, period):
        came[area].add(return_id)
    order = {return_id: n for n, return_id in enumerate(desk.lookup.sources())}
    files = {area: sorted(ids & order.keys(), key=order.__getitem__) for area, ids in came.items()}
    blank: dict[str, list[str]] = defaultdict(list)
    for area, element in engine.rows(BLANK, period):
        blank[area].append(element)
    peers: dict[str, dict[str, Standing]] = defaultdict(dict)
    for area, indicator, *told in engine.rows(PEERS, period):
        peers[area][indicator] = Standing(*told)
    return Gathered(sent, _owed(desk), files, blank, peers, tasks(desk), _faults(desk))


def _owed(desk: Desk) -> dict[str, list[Owed]]:
    """What has not come in, under the area that owes it and under every area above it."""
    out: dict[str, list[Owed]] = defaultdict(list)
    tree, day = desk.issue.tree, desk.issue.day
    for _obligation, area, period, due in desk.lookup.engine.rows(NOT_RECEIVED, [desk.issue.period.code]):
        above, seen = area, set[str]()
        while above and above not in seen:
            seen.add(above)
            out[above].append(Owed(area, period, due))
            found = tree.on(above, day)
            above = found.parent if found is not None else ""
    return out


def _faults(desk: Desk) -> dict[str, list[Fault]]:
    """The failed findings under each area that they are about, or one of whose figures is suspected in them.

    What is told for information alone is left to the issue. What is about the issue's period comes first, then the
    area's own, then the worst.
    """
    out: dict[str, list[Fault]] = defaultdict(list)
    for fault in desk.faults.failed:
        if fault.severity == "information":
            continue
        best = desk.faults.suggested.get(fault.key)
        wrong = best.wrong if best is not None and len(best.wrong) <= MOST_SUSPECTED else ()
        for area in dict.fromkeys((fault.about.area, *(one.subject.area for one in wrong))):
            out[area].append(fault)
    for area, found in out.items():
        found.sort(key=lambda fault: (not fault.here, fault.about.area != area))
    return out
