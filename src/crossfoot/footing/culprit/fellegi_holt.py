"""The smallest sets of cells that could make everything hold, found as a mixed-integer programme.

Fellegi and Holt (1976): change as few cells as possible, counting trusted ones for more. The solver works
with floating-point numbers and is believed only as to which cells; their values are then solved exactly, and
the constraints checked on them.
"""

import time
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from crossfoot.footing.culprit.candidates import Candidates, Step
from crossfoot.footing.culprit.search import Repair
from crossfoot.footing.culprit.system import System

OPTIMA = 5  # sets listed at most
TIGHT = 1e-9  # of the solver: what it takes for whole, and for kept
SLACK = 1e-6  # sets whose weights differ by no more weigh the same
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
    near = frozenset(cell for row in rows for cell, _ in system.terms[row] if system.may_change(cell))
    clear = frozenset(cell for cell in near if all(row in system.violated for row, _ in system.rows_of[cell]))
    before = time.monotonic()
    first = _listed(candidates, rows, clear, seconds, None)
    if first.repairs and _cannot_be_fewer(system, rows, first):
        return first.repairs, first.ended
    left = seconds - (time.monotonic() - before)
    every = _listed(candidates, rows, near, left, first.cost)
    return (every.repairs, True) if every.ended else (first.repairs or every.repairs, False)


class _Listed(NamedTuple):
    """Repairs by the smallest sets of certain cells, their weight, and whether all of them are known."""

    repairs: tuple[Repair, ...]
    cost: float | None
    ended: bool


def _listed(
    candidates: Candidates, rows: frozenset[int], cells: frozenset[int], seconds: float, most: float | None
) -> _Listed:
    """Return what the smallest sets of some cells repair, if they weigh no more than `most`."""
    if not cells or seconds <= 0:
        return _Listed((), None, not cells)
    programme = _Programme(candidates.system, rows, cells)
    programme.limit(most)
    found: list[Repair] = []
    cost = None
    while len(found) < OPTIMA:
        answer = programme.solve(seconds)
        if not answer.ended or answer.cells is None:
            return _Listed(tuple(found), cost, answer.ended)
        if cost is None:
            cost = answer.cost
            programme.limit(cost)
        repair = _solved(candidates, rows, answer.cells)
        if repair is not None:
            found.append(repair)
        programme.forbid(answer.cells)
        seconds -= programme.seconds
    return _Listed(tuple(found), cost, True)


def _cannot_be_fewer(system: System, rows: frozenset[int], first: _Listed) -> bool:
    """Tell whether each changed cell mends as many constraints as any cell can, all cells weighing the same."""
    reach = {cell: sum(row in rows for row, _ in system.rows_of[cell]) for row in rows for cell, _ in system.terms[row]}
    most = max(reach.values(), default=0)
    same = len({system.cells[cell].weight for cell in reach if system.may_change(cell)}) == 1
    return same and most > 1 and len(rows) == most * len(first.repairs[0].cells)


class _Solution(NamedTuple):
    """The smallest set left (None: there is none), its weight, and whether that is proven."""

    cells: frozenset[int] | None
    cost: float
    ended: bool


class _Programme:
    """Minimise the weight of changed cells such that all constraints near the violated ones hold.

    For each cell there is a column with how far its true value is from the stated one, in units of the greatest
    imbalance; for each that may change a second one, 0 or 1: whether that is outside what the cell allows.
    """

    def __init__(self, system: System, rows: frozenset[int], changing: frozenset[int]) -> None:
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
        bound = {row for cell in changing for row, _ in system.rows_of[cell]} - outside | rows
        cells = sorted({cell for row in bound for cell, _ in system.terms[row]})
        self.unit = max([1, *(_imbalance(system, row) for row in rows)])
        room = ROOM * sum(_imbalance(system, row) for row in rows) / self.unit
        self.columns = 0
        self.moved: dict[int, int] = {}
        self.chosen: dict[int, int] = {}
        self.weight: dict[int, float] = {}
        for cell in cells:
            self._add(system, cell, room, may_change=cell in changing)
        for row in sorted(bound):
            self._hold(system, row)

    def _add(self, system: System, cell: int, room: float, *, may_change: bool) -> None:
        """Add the columns of a cell, and what binds them to each other."""
        ends = (system.lo[cell], system.hi[cell])
        origin = _origin(system, cell)
        low, high = (
            far if end is None else (end - origin) / self.unit
            for end, far in zip(ends, (-self.endless, self.endless), strict=True)
        )
        if not may_change:
            self.moved[cell] = self._column(0.0, low, high)
            return
        least = -room if system.cells[cell].may_be_negative else max(-room, -origin / self.unit)
        moved = self.moved[cell] = self._column(0.0, min(low, least), max(high, room))
        self.weight[cell] = float(system.cells[cell].weight or 0)
        chosen = self.chosen[cell] = self._column(self.weight[cell], 0.0, 1.0, whole=True)
        if ends[1] is not None:
            self._row(-self.endless, high, {moved: 1.0, chosen: -2 * room})
        if ends[0] is not None:
            self._row(low, self.endless, {moved: 1.0, chosen: 2 * room})

    def _hold(self, system: System, row: int) -> None:
        """Add that a constraint holds."""
        origin = sum(factor * _origin(system, cell) for cell, factor in system.terms[row])
        tolerance = system.tolerance[row]
        terms = {self.moved[cell]: float(factor) for cell, factor in system.terms[row]}
        self._row((-origin - tolerance) / self.unit, (-origin + tolerance) / self.unit, terms)

    def _column(self, cost: float, low: float, high: float, *, whole: bool = False) -> int:
        import highspy  # noqa: PLC0415

        self.solver.addCol(cost, low, high, 0, [], [])
        if whole:
            self.solver.changeColIntegrality(self.columns, highspy.HighsVarType.kInteger)
        self.columns += 1
        return self.columns - 1

    def _row(self, low: float, high: float, terms: dict[int, float]) -> None:
        self.solver.addRow(low, high, len(terms), list(terms), list(terms.values()))

    def solve(self, seconds: float) -> _Solution:
        """Return the smallest set of cells that is left."""
        import highspy  # noqa: PLC0415

        if seconds <= 0:
            return _Solution(None, 0.0, ended=False)
        before = self.solver.getRunTime()
        self.solver.setOptionValue("time_limit", before + seconds)
        self.solver.run()
        self.seconds = self.solver.getRunTime() - before
        status = self.solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            return _Solution(None, 0.0, ended=status == highspy.HighsModelStatus.kInfeasible)
        values = self.solver.getSolution().col_value
        cells = frozenset(cell for cell, chosen in self.chosen.items() if values[chosen] > 1 / 2)
        return _Solution(cells, self.solver.getInfo().objective_function_value, ended=True)

    def limit(self, most: float | None) -> None:
        """Leave out the sets that weigh more."""
        if most is not None:
            weights = {chosen: self.weight[cell] for cell, chosen in self.chosen.items()}
            self._row(-self.endless, most + SLACK, weights)

    def forbid(self, cells: frozenset[int]) -> None:
        """Leave out a set of cells, and all that contain it."""
        self._row(-self.endless, len(cells) - 1.0, {self.chosen[cell]: 1.0 for cell in sorted(cells)})


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
