"""The smallest sets of cells that could make everything hold, found as a mixed-integer programme.

Fellegi and Holt (1976): change as few cells as possible, counting trusted ones for more. The solver works
with floating-point numbers and is believed only as to which cells; their values are then solved exactly, and
the constraints checked on them.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from crossfoot.footing.culprit.candidates import Candidates, Step
from crossfoot.footing.culprit.search import Repair
from crossfoot.footing.culprit.system import System

OPTIMA = 5  # sets listed at most
TIGHT = 1e-9  # of the solver: what it takes for whole, and for kept
ROOM = 4.0  # a change is at most so many times the sum of all imbalances


def smallest_repairs(
    candidates: Candidates, rows: frozenset[int], *, seconds: float
) -> tuple[tuple[Repair, ...], bool]:
    """Return repairs by the smallest sets of cells (five at most), and whether the solver came to its end.

    Args:
        candidates: of the component.
        rows: the violated constraints that belong together.
        seconds: that the solver may take in all.
    """
    system = candidates.system
    programme = _Programme(system, rows)
    found: list[Repair] = []
    best = None
    while len(found) < OPTIMA:
        cells, cost, ended = programme.solve(seconds)
        if not ended:
            return tuple(found), False
        if cells is None or (best is not None and cost > best + TIGHT * 1000):
            return tuple(found), True
        best = cost
        repair = _solved(candidates, rows, cells)
        if repair is not None:
            found.append(repair)
        programme.forbid(cells)
        seconds -= programme.seconds
    return tuple(found), True


class _Programme:
    """Minimise the weight of changed cells such that all constraints near the violated ones hold."""

    def __init__(self, system: System, rows: frozenset[int]) -> None:
        self.solver = _solver()
        self.seconds = 0.0
        for option, value in (
            ("threads", 1),
            ("random_seed", 0),
            ("mip_feasibility_tolerance", TIGHT),
            ("primal_feasibility_tolerance", TIGHT),
            ("mip_rel_gap", 0.0),
        ):
            self.solver.setOptionValue(option, value)
        self.endless = self.solver.getInfinity()
        outside = system.violated - rows
        near = {cell for row in rows for cell, _ in system.terms[row]}
        bound = {row for cell in near for row, _ in system.rows_of[cell]} - outside
        cells = sorted({cell for row in bound for cell, _ in system.terms[row]})
        self.unit = max([1, *(_imbalance(system, row) for row in rows)])
        room = ROOM * sum(_imbalance(system, row) for row in rows) / self.unit
        self.moved: dict[int, Any] = {}
        self.chosen: dict[int, Any] = {}
        for cell in cells:
            self._add(system, cell, room, may_change=system.may_change(cell) and cell in near)
        for row in sorted(bound):
            self._hold(system, row)

    def _add(self, system: System, cell: int, room: float, *, may_change: bool) -> None:
        """Add how far a cell's true value is from the stated one, and whether that is outside what it allows."""
        ends = (system.lo[cell], system.hi[cell])
        origin = _origin(system, cell)
        low, high = (
            far if end is None else (end - origin) / self.unit
            for end, far in zip(ends, (-self.endless, self.endless), strict=True)
        )
        if not may_change:
            self.moved[cell] = self.solver.addVariable(low, high)
            return
        least = -room if system.cells[cell].may_be_negative else max(-room, -origin / self.unit)
        moved = self.moved[cell] = self.solver.addVariable(min(low, least), max(high, room))
        chosen = self.chosen[cell] = self.solver.addBinary(obj=float(system.cells[cell].weight or 0))
        if ends[1] is not None:
            self.solver.addConstr(moved - 2 * room * chosen <= high)
        if ends[0] is not None:
            self.solver.addConstr(moved + 2 * room * chosen >= low)

    def _hold(self, system: System, row: int) -> None:
        origin = sum(factor * _origin(system, cell) for cell, factor in system.terms[row])
        tolerance = system.tolerance[row]
        total = sum(factor * self.moved[cell] for cell, factor in system.terms[row])
        self.solver.addConstr(total >= (-origin - tolerance) / self.unit)
        self.solver.addConstr(total <= (-origin + tolerance) / self.unit)

    def solve(self, seconds: float) -> tuple[frozenset[int] | None, float, bool]:
        """Return the smallest set left (None: there is none), its weight, and whether that is proven."""
        import highspy  # noqa: PLC0415

        if seconds <= 0:
            return None, 0.0, False
        before = self.solver.getRunTime()
        self.solver.setOptionValue("time_limit", before + seconds)
        self.solver.run()
        self.seconds = self.solver.getRunTime() - before
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None, 0.0, True
        if status != highspy.HighsModelStatus.kOptimal:
            return None, 0.0, False
        cells = frozenset(cell for cell, chosen in self.chosen.items() if self.solver.val(chosen) > 1 / 2)
        return cells, self.solver.getObjectiveValue(), True

    def forbid(self, cells: frozenset[int]) -> None:
        """Leave out a set of cells, and all that contain it."""
        self.solver.addConstr(sum(self.chosen[cell] for cell in sorted(cells)) <= len(cells) - 1)


def _solver() -> Any:  # noqa: ANN401 - its methods have no types
    """Return a solver that prints nothing, not even its licence: standard output belongs to the command line."""
    import highspy  # noqa: PLC0415 - numpy comes with it: loaded only where several errors hang together

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - its name there; called first, before anything is printed
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    return Quiet()  # type: ignore[no-untyped-call]


def _imbalance(system: System, row: int) -> int:
    """Return how far, at the least, a violated constraint is from holding."""
    total = system.sums[row]
    return max(total.least, -total.greatest)


def _origin(system: System, cell: int) -> int:
    stated, lo, hi = system.stated[cell], system.lo[cell], system.hi[cell]
    return next(value for value in (stated, lo, hi, 0) if value is not None)


def _solved(candidates: Candidates, rows: frozenset[int], cells: frozenset[int]) -> Repair | None:
    """Return the repair by a set of cells, values exact; None where they do not make everything hold."""
    values = _values(candidates.system, rows, cells)
    steps: list[Step] = [candidates.step(cell, value) for cell, value in sorted(values.items())]
    system = candidates.system
    sums = system.applied(values)
    failing = system.failing(sums) - (system.violated - rows)
    if failing or not steps or any(not system.allowed(cell, value) for cell, value in values.items()):
        return None
    return Repair(tuple(steps), sum(step.weight for step in steps), failing, 0.0, sums)


def _values(system: System, rows: frozenset[int], cells: frozenset[int]) -> dict[int, int]:
    """Return the values, in grid units, that the cells of a set must have; those that are not settled are left out.

    Gauss-Jordan elimination over fractions, each constraint aimed at the middle of what it allows.
    """
    order = sorted(cells)
    matrix: list[list[Fraction]] = []
    for row in sorted({row for cell in cells for row, _ in system.rows_of[cell]} - (system.violated - rows)):
        factors = dict(system.terms[row])
        total = system.sums[row]
        if not (total.open_below or total.open_above):
            aim = Fraction(-(total.least + total.greatest), 2)
            matrix.append([*(Fraction(factors.get(cell, 0)) for cell in order), aim])
    found = {}
    for at, moved in _eliminated(matrix, len(order)):
        value = _origin(system, order[at]) + moved
        found[order[at]] = round(value)
    return found


def _eliminated(matrix: list[list[Fraction]], unknowns: int) -> Iterator[tuple[int, Fraction]]:
    """Yield each unknown that the equations settle, with its value; the last column is the right-hand side."""
    done = 0
    for column in range(unknowns):
        pivot = next((row for row in range(done, len(matrix)) if matrix[row][column]), None)
        if pivot is None:
            continue
        matrix[done], matrix[pivot] = matrix[pivot], matrix[done]
        matrix[done] = [entry / matrix[done][column] for entry in matrix[done]]
        for other in range(len(matrix)):
            if other != done and matrix[other][column]:
                times = matrix[other][column]
                matrix[other] = [a - times * b for a, b in zip(matrix[other], matrix[done], strict=True)]
        done += 1
    for row in matrix[:done]:
        named = [at for at in range(unknowns) if row[at]]
        if len(named) == 1:
            yield named[0], row[unknowns]
