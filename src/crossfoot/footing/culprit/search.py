"""Sets of errors that explain everything that fails in a component, each with its weight."""

from dataclasses import dataclass, field

from crossfoot.footing.culprit.candidates import LEFT, Candidates, Step
from crossfoot.footing.culprit.system import Sum

WIDTH = 40  # sets of errors looked at further, at each depth
DEPTH = 5  # errors in one set: no smallest set has more than there are constraints, see MANY
BEHIND = 8.0  # natural logarithm: a set so much unlikelier than the best is given up


@dataclass(frozen=True, slots=True)
class Repair:
    """Errors that together explain what fails, but for the constraints still failing."""

    steps: tuple[Step, ...]
    weight: float  # natural logarithm, without a penalty for what still fails
    failing: frozenset[int]
    left: float  # natural logarithm of the penalty for that
    sums: dict[int, Sum] = field(compare=False, hash=False)

    @property
    def total(self) -> float:
        """Return the weight with what is left unexplained."""
        return self.weight + self.left

    @property
    def cells(self) -> frozenset[int]:
        """Return the changed cells."""
        return frozenset(cell for step in self.steps for cell, _ in step.changes)

    @property
    def key(self) -> frozenset[tuple[int, int]]:
        """Return what is changed to what."""
        return frozenset(change for step in self.steps for change in step.changes)


def repairs(candidates: Candidates, rows: frozenset[int], aside: frozenset[int] = frozenset()) -> tuple[Repair, ...]:
    """Return the likeliest sets of errors behind some violated constraints, best first.

    A constraint may stay unexplained, at a price.

    Args:
        candidates: the possible single errors.
        rows: the violated constraints.
        aside: those of them that are evidence only: what repairs one by the way is the likelier, but no error
            is sought for their sake.
    """
    found: dict[frozenset[tuple[int, int]], Repair] = {}
    front = [started(candidates, rows)]
    best = front[0].total
    for _ in range(DEPTH):
        nearby: dict[frozenset[tuple[int, int]], Repair] = {}
        for repair in front:
            for step in _next(repair, candidates, aside):
                longer = extended(repair, step, candidates, rows, aside)
                if longer is not None and (longer.key not in nearby or nearby[longer.key].weight < longer.weight):
                    nearby[longer.key] = longer
        best = max([best, *(repair.total for repair in nearby.values())])
        for key, repair in nearby.items():
            if key not in found or found[key].weight < repair.weight:
                found[key] = repair
        front = _widest([r for r in nearby.values() if r.failing - aside and r.weight + LEFT / 2 > best - BEHIND])
    kept = [repair for repair in found.values() if repair.total > best - BEHIND]
    return tuple(sorted(kept, key=in_order))


def in_order(repair: Repair) -> tuple[float, list[tuple[int, int]]]:
    """Return what repairs are sorted by: the likeliest first, and always the same way."""
    return -round(repair.total, 9), sorted(repair.key)


def started(candidates: Candidates, rows: frozenset[int]) -> Repair:
    """Return the repair that changes nothing."""
    return Repair((), 0.0, rows, left_of(candidates, rows), {})


def left_of(candidates: Candidates, rows: frozenset[int]) -> float:
    """Return the penalty, a natural logarithm, for leaving constraints violated."""
    return sum(candidates.left[row] for row in sorted(rows))


def _next(repair: Repair, candidates: Candidates, aside: frozenset[int]) -> list[Step]:
    single = candidates.steps(repair.failing - aside, repair.sums, repair.cells)
    joint = [] if repair.steps else candidates.joint
    return [*single, *candidates.spoken_for(repair.failing - aside, repair.cells), *joint]


def extended(
    repair: Repair, step: Step, candidates: Candidates, rows: frozenset[int], aside: frozenset[int] = frozenset()
) -> Repair | None:
    """Return a repair with one more step; None if it makes nothing hold and is not likely of itself, or breaks more."""
    system = candidates.system
    sums = system.applied(dict(step.changes), repair.sums)
    failing = system.failing(sums) - (system.violated - rows)
    if len(failing) > len(repair.failing) + 1 or (step.weight <= 0 and not (repair.failing - failing - aside)):
        return None
    return Repair((*repair.steps, step), repair.weight + step.weight, failing, left_of(candidates, failing), sums)


def _widest(front: list[Repair]) -> list[Repair]:
    return sorted(
        front, key=lambda repair: (-round(repair.weight + LEFT / 2 * len(repair.failing), 9), sorted(repair.key))
    )[:WIDTH]
