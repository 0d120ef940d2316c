"""From sets of errors to suggestions: the share of each in all the weight, what it repairs, what is against it."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from crossfoot.footing.culprit.candidates import LEFT, Candidates, Step
from crossfoot.footing.culprit.clusters import clusters
from crossfoot.footing.culprit.components import Component
from crossfoot.footing.culprit.fellegi_holt import smallest_repairs
from crossfoot.footing.culprit.measured import confidence_of
from crossfoot.footing.culprit.peeling import as_first_stated, clear_of_the_rest, without
from crossfoot.footing.culprit.search import Repair, left_of, repairs
from crossfoot.footing.culprit.suggestion import Change, Confidence, Examination, Suggestion
from crossfoot.footing.culprit.system import System

MANY = 5  # violated constraints that hang together; more are taken apart first
SEVERAL = "several-cells"
UNEXPLAINED = "other-value"
PLACES = Decimal("0.0001")
LEAST = Decimal("0.02")  # a suggestion less probable than this is not worth reading
ALONE = Decimal("0.5")  # a value that nothing explains is suggested only if it is likelier than not
RIVAL = Decimal("0.2")  # so probable an alternative speaks against a suggestion

Key: TypeAlias = frozenset[tuple[int, int]]


@dataclass(slots=True)
class _Group:
    """Changes that belong together, and the weight of all repairs they are part of."""

    steps: tuple[Step, ...]
    share: float = 0.0


def suggest(component: Component, *, limit: int = 3, seconds: float = 2.0) -> tuple[Suggestion, ...]:
    """Return what may be wrong in a component, best first: see `examine`."""
    return examine(component, limit=limit, seconds=seconds).suggestions


def examine(
    component: Component, *, about: Collection[str] | None = None, limit: int = 3, seconds: float = 2.0
) -> Examination:
    """Return the suggestions for a component, and whether the search came to its end.

    Args:
        component: of `components`.
        about: the violated constraints to explain, the others being evidence only; by default all.
        limit: how many suggestions at most for one violated constraint.
        seconds: the time that a search for several errors at once may take.
    """
    made: list[Suggestion] = []
    settled, again = True, False
    left: Component | None = component
    while left is not None:
        found = _round(left, about, seconds)
        made += found.suggestions
        settled, left = settled and found.settled, found.left
        again = again or left is not None
    if again:
        made = as_first_stated(System(component), made)
    made.sort(key=lambda s: (-s.score, len(s.changes), [(change.cell, change.suggested) for change in s.changes]))
    kept = _kept([_weighed(s, made) for s in made], limit)
    named = {row for suggestion in kept for row in suggestion.repairs}
    return Examination(kept, settled, tuple(row for row in component.violated if row not in named))


class _Round(NamedTuple):
    """What came of looking at a component once, and what is to be looked at again."""

    suggestions: list[Suggestion]
    settled: bool
    left: Component | None


def _round(component: Component, about: Collection[str] | None, seconds: float) -> _Round:
    """Solve what few violated constraints hang together; of many, take away the errors that stand clear of the rest."""
    system = System(component, about)
    candidates = Candidates(system)
    made: list[Suggestion] = []
    settled = True
    mended: dict[int, int] = {}
    done: set[int] = set()
    for rows in clusters(system, candidates):
        if rows <= system.aside:
            continue
        if len(rows - system.aside) <= MANY:
            found = repairs(candidates, rows, system.aside)
        else:
            clear = clear_of_the_rest(candidates, rows)
            for near in clear:
                found = repairs(candidates, near)
                made += _suggestions(candidates, near, found)
                mended |= dict(found[0].key) if found and not found[0].failing else {}
                done |= near
            if clear:
                continue
            found, ended = smallest_repairs(candidates, rows - system.aside, seconds=seconds)
            settled = settled and ended
            if not ended:
                made += [_doubted(suggestion) for suggestion in _suggestions(candidates, rows, found)]
                done |= rows
                continue
        made += _suggestions(candidates, rows, found)
        done |= rows
    left = without(component, system, mended, done)
    return _Round(made, settled, left if left.violated and done and not system.aside else None)


def _suggestions(candidates: Candidates, rows: frozenset[int], found: tuple[Repair, ...]) -> list[Suggestion]:
    return [_suggestion(candidates, group) for group in _groups(candidates, rows, found).values()]


def _groups(candidates: Candidates, rows: frozenset[int], found: tuple[Repair, ...]) -> dict[Key, _Group]:
    """Return the changes of all repairs, each group with its share of the weight of all, nothing done included."""
    nothing = left_of(candidates, rows)
    top = max((nothing, *(repair.total for repair in found)))
    whole = math.exp(nothing - top) + sum(math.exp(repair.total - top) for repair in found)
    groups: dict[Key, _Group] = {}
    for repair in found:
        share = math.exp(repair.total - top) / whole
        for steps in _tied(candidates.system, repair):
            key = frozenset(change for step in steps for change in step.changes)
            groups.setdefault(key, _Group(steps)).share += share
    return groups


def _tied(system: System, repair: Repair) -> Iterator[tuple[Step, ...]]:
    """Yield the steps that have to be made together: alone each would leave something failing that both repair."""
    alone = [system.failing(system.applied(dict(step.changes))) for step in repair.steps]
    group = list(range(len(repair.steps)))
    touched = [{row for cell, _ in step.changes for row, _ in system.rows_of[cell]} for step in repair.steps]
    for row in {row for rows in touched for row in rows} - repair.failing:
        sharing = [at for at, rows in enumerate(touched) if row in rows]
        if len(sharing) > 1 and any(row in alone[at] for at in sharing):
            first = min(group[at] for at in sharing)
            merged = {group[at] for at in sharing}
            group = [first if name in merged else name for name in group]
    by_group: dict[int, list[Step]] = defaultdict(list)
    for at, step in enumerate(repair.steps):
        by_group[group[at]].append(step)
    for steps in by_group.values():
        yield tuple(steps)


def _suggestion(candidates: Candidates, group: _Group) -> Suggestion:
    system, plausible = candidates.system, candidates.plausible
    changes = dict(change for step in group.steps for change in step.changes)
    failing = system.failing(system.applied(changes))
    score = Decimal(min(group.share, 1.0)).quantize(PLACES)
    cause = group.steps[0].cause if len(group.steps) == 1 else SEVERAL
    repaired = sorted(system.violated - failing)
    against = ["out-of-line-with-history"] * any(plausible.out_of_line(*change) for change in changes.items())
    broken = sorted(failing - system.violated)
    against += ["breaks-a-sum-that-holds"] * bool(broken)
    against += ["rounding-would-explain-it"] * any(candidates.left[row] > LEFT for row in repaired)
    against += ["nothing-else-confirms-it"] * (len(repaired) == 1 and not _confirmed(system, changes, repaired[0]))
    told = Suggestion(
        changes=tuple(
            Change(system.cells[cell].id, system.cells[cell].value, system.value(units))
            for cell, units in sorted(changes.items())
        ),
        cause=cause,
        repairs=tuple(system.constraints[row].id for row in repaired),
        breaks=tuple(system.constraints[row].id for row in broken),
        score=score,
        confidence=confidence_of(score),
        against=tuple(against),
    )
    # Each relation is one equation: a change of more cells than it mends relations is not borne out by them.
    return _at_most_possible(told) if len(changes) > len(repaired) else told


def _doubted(suggestion: Suggestion) -> Suggestion:
    """Return a suggestion of a search that came to no end: there may be a better one."""
    return replace(_at_most_possible(suggestion), against=(*suggestion.against, "search-not-ended"))


def _at_most_possible(suggestion: Suggestion) -> Suggestion:
    likely = suggestion.confidence is Confidence.LIKELY
    return replace(suggestion, confidence=Confidence.POSSIBLE) if likely else suggestion


def _confirmed(system: System, changes: dict[int, int], row: int) -> bool:
    """Tell whether a changed cell stands in another constraint too."""
    return any(other != row for cell in changes for other, _ in system.rows_of[cell])


def _weighed(suggestion: Suggestion, others: list[Suggestion]) -> Suggestion:
    """Add to the evidence against a suggestion that another explains the same."""
    rivals = any(
        other is not suggestion and other.score >= RIVAL and set(other.repairs) & set(suggestion.repairs)
        for other in others
    )
    if not rivals:
        return suggestion
    return replace(suggestion, against=(*suggestion.against, "another-cell-explains-it-too"))


def _kept(made: list[Suggestion], limit: int) -> tuple[Suggestion, ...]:
    """Keep at most `limit` suggestions for each constraint, none that is hardly probable or explains nothing."""
    shown: dict[str, int] = defaultdict(int)
    kept = []
    for suggestion in made:
        unexplained = suggestion.cause == UNEXPLAINED and suggestion.score < ALONE
        wanted = any(shown[row] < limit for row in suggestion.repairs)
        if suggestion.score >= LEAST and suggestion.repairs and wanted and not unexplained:
            kept.append(suggestion)
            for row in suggestion.repairs:
                shown[row] += 1
    return tuple(kept)
