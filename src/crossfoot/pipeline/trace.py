"""Where a number comes from: what was stated, what it is the sum of, down to the cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.campaign.names import Names, nearest
from crossfoot.checks import find_findings
from crossfoot.engine import Engine
from crossfoot.errors import NotFoundError
from crossfoot.pipeline.check import OPEN, read_findings
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import end_of, moment
from crossfoot.pipeline.opening import open_ledger, today
from crossfoot.pipeline.suggesting import Suggested, by_finding, suggest
from crossfoot.rollups import roll_up
from crossfoot.rollups import trace as trace_rollup
from crossfoot.terms.finding import Finding

STATED = """
    SELECT f.figure_id, f.area, f.value, f.status, r.name, f.sheet, f.row_number, f.line, f.column_name, f.cell,
           f.stated, substr(cast(r.received_at AS VARCHAR), 1, 16), c.figure_id IS NOT NULL, f.row_name,
           k.by_whom, k.why, k.corrects, k.finding_key, substr(cast(k.recorded_at AS VARCHAR), 1, 10)
    FROM figures f
    JOIN receipts r ON r.return_id = f.return_id AND r.copy_of = ''
    LEFT JOIN current_figures c ON c.figure_id = f.figure_id
    LEFT JOIN acceptances k ON k.figure_id = f.figure_id
    WHERE {which}
    ORDER BY f.area, r.received_at, r.sequence, f.row_number, f.figure_id
"""
ROLLED_UP = """
    SELECT value, lo, hi, reported, expected FROM rollups
    WHERE area = $1 AND data_element = $2 AND disaggregation = $3 AND period = $4
"""


@dataclass(frozen=True, slots=True)
class Accepted:
    """On whose word a figure counts in place of one as received."""

    by: str
    why: str
    corrects: str  # id of the figure as received
    finding: str  # key of the finding that it was about
    day: str  # ISO 8601


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that a return states something in, or what an office accepted in its place."""

    figure_id: str
    area: str
    value: Decimal | None
    status: str
    file: str
    sheet: str
    row: int
    line: int
    column: str
    cell: str
    stated: str
    received_at: str
    stands: bool  # False when a later return, or what an office accepted, supersedes it
    row_name: str  # what the row is called; of a letter the sentence, the figure between ⟦ and ⟧
    accepted: Accepted | None = None


@dataclass(frozen=True, slots=True)
class Accused:
    """A finding, and the best suggestion of what is wrong, where that is a figure asked about."""

    finding: Finding
    suggestion: Suggested


@dataclass(frozen=True, slots=True)
class Traced:
    """A number and all that it comes from."""

    area: str
    data_element: str
    disaggregation: str
    period: str
    value: Decimal | None  # rolled up; None where nothing was reported
    lo: Decimal | None
    hi: Decimal | None
    reported: int
    expected: int
    stated: tuple[Cell, ...]  # what returns state for just this area and period, superseded ones too
    parts: tuple[Cell, ...]  # the figures that the rolled-up number is made of
    accused: tuple[Accused, ...] = ()  # which of these figures may be wrong


def trace(
    folder: Folder, data_element: str, *, area: str | None, period: str, disaggregation: str = "",
    as_of: date | None = None,
) -> Traced:  # fmt: skip
    """Return where a number comes from.

    Raises:
        NotFoundError: the campaign has no such data element or area, or nothing is known about them.
    """
    element, place = _element(folder, data_element), area_of(folder, area)
    engine, _ = open_ledger(folder, moment(end_of(as_of) if as_of else None))
    roll_up(engine)
    subject = [place, element, disaggregation, period]
    which = "f.area = $1 AND f.data_element = $2 AND f.disaggregation = $3 AND f.period = $4"
    stated = _cells(engine, which, subject)
    rolled_up = engine.rows(ROLLED_UP, subject)
    if not stated and not rolled_up:
        raise NotFoundError(f"nothing is known about {element} in {place} for {period}. Check the period.")
    ids = [part.figure_id for part in trace_rollup(engine, place, element, disaggregation, period)]
    parts = _cells(engine, "f.figure_id IN (SELECT unnest($1))", [ids]) if ids else []
    accused = _accused(engine, as_of or today(), {cell.figure_id for cell in (*stated, *parts) if cell.stands})
    value, lo, hi, reported, expected = rolled_up[0] if rolled_up else (None, None, None, 0, 0)
    return Traced(
        place, element, disaggregation, period, value, lo, hi, reported, expected, tuple(stated), tuple(parts), accused
    )


def _accused(engine: Engine, day: date, figures: set[str]) -> tuple[Accused, ...]:
    """Return what the best suggestion under each finding says of these figures, each suggestion once."""
    find_findings(engine, day, prove_passed=False)
    suggest(engine, figures)
    out: dict[str, Accused] = {}
    suggested = by_finding(engine)
    for finding in read_findings(engine, OPEN):
        for one in suggested.get(finding.key, [])[:1]:
            if any(change.figure_id in figures for change in one.changes):
                out.setdefault(one.key, Accused(finding, one))
    return tuple(out.values())


def code_of(folder: Folder, meant: str) -> str:
    """Return the code of the area or data element that a code or name means.

    Raises:
        NotFoundError: it means neither.
    """
    try:
        return area_of(folder, meant)
    except NotFoundError:
        return _element(folder, meant)


def _cells(engine: Engine, which: str, parameters: Sequence[object]) -> list[Cell]:
    rows = engine.rows(STATED.format(which=which), parameters)
    return [_cell(row) for row in rows]


def _cell(row: Sequence[Any]) -> Cell:
    *told, by, why, corrects, finding, day = row
    cell = Cell(*told)
    return cell if by is None else replace(cell, accepted=Accepted(by, why, corrects, finding, day))


def _element(folder: Folder, asked: str) -> str:
    campaign = folder.campaign
    names = {code: (e.name, *e.aliases) for code, e in campaign.data_elements.items()}
    names |= {code: (e.name,) for code, e in campaign.equivalents.items()}
    return _code(asked, Names(names), names, "data element")


def area_of(folder: Folder, asked: str | None) -> str:
    """Return the code of the area or group that a code or name means; of the whole campaign where none is asked.

    Raises:
        NotFoundError: the campaign has no such area.
    """
    if asked is None:
        return folder.tree.top
    codes = {code: {n for a in found for n in (a.name, *a.aliases)} for code, found in folder.tree.by_code.items()}
    codes |= {code: {group.name} for code, group in folder.campaign.groups.items()}
    return _code(asked, Names(codes), codes, "area")


def _code(asked: str, names: Names, known: Iterable[str], what: str) -> str:
    found = names.find(asked)
    if found is None:
        near = names.propose(asked) or nearest(asked, known)
        hint = f" Did you mean '{near}'?" if near else ""
        raise NotFoundError(f"'{asked}' is no {what} of this campaign.{hint}")
    return found
