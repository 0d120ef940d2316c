"""Sets of errors that explain everything that fails in a component, each with its weight."""

import math
from dataclasses import dataclass, field

from crossfoot.footing.culprit.candidates import WRONG, Candidates, Step
from crossfoot.footing.culprit.system import Sum, System

WIDTH = 60  # sets of errors looked at further, at each depth
DEPTH = 4  # errors in one set
BEHIND = 12.0  # natural logarithm: a set so much unlikelier than the best is given up
LEFT = math.log(WRONG) - 7  # a constraint that stays violated: one more error, not explained


@dataclass(frozen=True, slots=True)
class Repair:
    """Errors that together explain what fails, but for the constraints still failing."""

    steps: tuple[Step, ...]
    weight: float  # natural logarithm, without a penalty for what still fails
    failing: frozenset[int]
    sums: dict[int, Sum] = field(compare=False, hash=False)

    @property
    def total(self) -> float:
        """Return the weight with what is left unexplained."""
        return self.weight + LEFT * len(self.failing)

    @property
    def cells(self) -> frozenset[int]:
        """Return the changed cells."""
        return frozenset(cell for step in self.steps for cell, _ in step.changes)

    @property
    def key(self) -> frozenset[tuple[int, int]]:
        """Return what is changed to what."""
        return frozenset(change for step in self.steps for change in step.changes)


def repairs(
    system: System, candidates: Candidates, ignored: frozenset[int] = frozenset()
) -> tuple[Repair, ...]:
    """Return the likeliest sets of errors, best first; a violated constraint may stay unexplained at a price.

    Args:
        system: the component.
        candidates: its possible single errors.
        ignored: violated constraints that need no explanation of their own; what repairs them by the way is the likelier.
    """
    found: dict[frozenset[tuple[int, int]], Repair] = {}
    front = [Repair((), 0.0, system.violated, {})]
    best = front[0].total
    for _ in range(DEPTH):
        nearby: dict[frozenset[tuple[int, int]], Repair] = {}
        for repair in front:
            for step in _next(repair, candidates, ignored):
                longer = _with(repair, step, system, ignored)
                if longer is not None and (longer.key not in nearby or nearby[longer.key].weight < longer.weight):
                    nearby[longer.key] = longer
        best = max([best, *(repair.total for repair in nearby.values())])
        found.update(nearby)
        front = _widest([r for r in nearby.values() if r.failing - ignored and r.weight + LEFT / 2 > best - BEHIND])
    kept = [repair for repair in found.values() if repair.total > best - BEHIND]
    return tuple(sorted(kept, key=lambda repair: (-round(repair.total, 9), sorted(repair.key))))


def _next(repair: Repair, candidates: Candidates, ignored: frozenset[int]) -> list[Step]:
    single = candidates.steps(repair.failing - ignored, repair.sums, repair.cells)
    joint = [] if repair.steps else candidates.joint
    return [*single, *joint]


def _with(repair: Repair, step: Step, system: System, ignored: frozenset[int]) -> Repair | None:
    sums = system.applied(dict(step.changes), repair.sums)
    failing = system.failing(sums)
    if len(failing) > len(repair.failing) + 1 or not (repair.failing - failing - ignored):
        return None
    return Repair((*repair.steps, step), repair.weight + step.weight, failing, sums)


def _widest(front: list[Repair]) -> list[Repair]:
    return sorted(
        front, key=lambda repair: (-round(repair.weight + LEFT / 2 * len(repair.failing), 9), sorted(repair.key))
    )[:WIDTH]
