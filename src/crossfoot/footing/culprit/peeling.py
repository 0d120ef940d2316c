"""Errors that stand clear of all others, so that what hangs together becomes small enough to be searched."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from crossfoot.footing.culprit.candidates import Candidates, Step
from crossfoot.footing.culprit.components import Component
from crossfoot.footing.culprit.suggestion import Suggestion
from crossfoot.footing.culprit.system import System


def clear_of_the_rest(candidates: Candidates, rows: frozenset[int]) -> list[frozenset[int]]:
    """Return sets of violated constraints that one change mends, where no other change mends any of them.

    Only changes count that break nothing. If no change stands alone, sets that a few such changes compete
    for are returned instead, and at last nothing.
    """
    mended = _mended(candidates, rows)
    for fewest in (2, 1):
        alone = _alone([(step, found) for step, found in mended if len(found) >= fewest])
        if alone:
            return alone
    return []


def _mended(candidates: Candidates, rows: frozenset[int]) -> list[tuple[Step, frozenset[int]]]:
    """Return the changes of one cell that break nothing, each with what it mends."""
    system = candidates.system
    found = []
    for step in [*candidates.steps(rows, {}, frozenset()), *candidates.joint]:
        sums = system.applied(dict(step.changes))
        failing = {row for row, total in sums.items() if total.fails(system.tolerance[row])}
        mends = frozenset(sums) & rows - failing
        if mends and not failing - system.violated:
            found.append((step, mends))
    return found


def _alone(mended: list[tuple[Step, frozenset[int]]]) -> list[frozenset[int]]:
    by_row: dict[int, set[tuple[tuple[int, int], ...]]] = defaultdict(set)
    for step, rows in mended:
        for row in rows:
            by_row[row].add(step.changes)
    cells = defaultdict(set)
    for step, rows in mended:
        for cell, _ in step.changes:
            cells[cell].add(rows)
    return [
        rows
        for step, rows in mended
        if all(len(by_row[row]) == 1 for row in rows) and all(len(cells[cell]) == 1 for cell, _ in step.changes)
    ]


def without(component: Component, system: System, mended: Mapping[int, int], done: set[int]) -> Component:
    """Return a component with cells changed, and without those constraints done with that are violated even so."""
    cells = list(component.cells)
    for cell, units in mended.items():
        value, (lo, hi) = system.value(units), system.ends(cell, units)
        cells[cell] = replace(
            cells[cell],
            value=value,
            lo=None if lo is None else system.value(lo),
            hi=None if hi is None else system.value(hi),
            weight=None,
        )
    failing = system.failing(system.applied(mended))
    gone = {system.constraints[row].id for row in done & failing}
    kept = tuple(row for row in component.constraints if row.id not in gone)
    names = {name for row in kept for name, _ in row.terms}
    return Component(
        tuple(cell for cell in cells if cell.id in names),
        kept,
        tuple(system.constraints[row].id for row in sorted(failing - done)),
    )


def as_first_stated(system: System, made: list[Suggestion]) -> list[Suggestion]:
    """Return suggestions with what they repair and break by themselves, in the component as it was stated.

    A constraint that only several of them mend together is given to them as one suggestion.
    """
    place = {cell.id: at for at, cell in enumerate(system.cells)}
    alone = [_told_anew(system, place, suggestion) for suggestion in made]
    firsts: list[Suggestion] = []
    for suggestion in sorted(made, key=lambda s: -s.score):
        if not {row for first in firsts for row in first.repairs} & set(suggestion.repairs):
            firsts.append(suggestion)
    mended = {row for suggestion in alone for row in suggestion.repairs}
    for row in sorted(system.violated):
        if system.constraints[row].id not in mended:
            cells = {system.cells[cell].id for cell, _ in system.terms[row]}
            touching = [first for first in firsts if any(change.cell in cells for change in first.changes)]
            if len(touching) > 1:
                changes = tuple(sorted((c for first in touching for c in first.changes), key=lambda c: c.cell))
                least = min(touching, key=lambda first: first.score)
                together = _told_anew(system, place, replace(least, changes=changes, cause="several-cells"))
                alone.append(together)
                mended |= set(together.repairs)
    return [suggestion for suggestion in alone if suggestion.repairs]


def _told_anew(system: System, place: Mapping[str, int], suggestion: Suggestion) -> Suggestion:
    changes = {
        place[change.cell]: system.units(change.suggested)
        for change in suggestion.changes
        if change.suggested is not None
    }
    failing = system.failing(system.applied(changes))
    return replace(
        suggestion,
        repairs=tuple(system.constraints[row].id for row in sorted(system.violated - failing)),
        breaks=tuple(system.constraints[row].id for row in sorted(failing - system.violated)),
    )
