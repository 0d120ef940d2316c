"""What each cell of a failing relation would have to say, and how well that is explained."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossfoot.footing.culprit.causes import catalogue
from crossfoot.footing.culprit.plausible import Plausibility
from crossfoot.footing.culprit.system import Range, Sum, System

WRONG = 0.005  # of all figures, assumed before anything is known
LEFT = math.log(WRONG) - 7  # of a violated constraint: one more error, of a kind that is not known here


@dataclass(frozen=True, slots=True)
class Step:
    """Cells changed for one cause."""

    changes: tuple[tuple[int, int], ...]  # cell and its needed value, in grid units
    cause: str
    weight: float  # natural logarithm of the chance of just this error


class Candidates:
    """All single errors that may stand behind what fails in one component."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.plausible = Plausibility(system)
        self._steps: dict[tuple[int, int], Step] = {}
        self._own: dict[int, dict[int, dict[str, float]]] = {}
        modules = catalogue().values()
        self._making = [(m.CAUSE, m.true_values) for m in modules if hasattr(m, "true_values")]
        self._fitting = [(m.CAUSE, m.fits) for m in modules if hasattr(m, "fits")]
        leaving = [(m.CAUSE, m.leaves) for m in modules if hasattr(m, "leaves")]
        self.left = {  # natural logarithm of the chance that a violated constraint stays so
            row: max([LEFT, *(_log(WRONG * c.share * leaves(row, system)) for c, leaves in leaving)])
            for row in range(len(system.constraints))
        }
        self.joint = [step for m in modules if hasattr(m, "changes") for step in self._joint(m)]

    def steps(self, failing: frozenset[int], sums: Mapping[int, Sum], changed: frozenset[int]) -> Iterator[Step]:
        """Yield every change of one cell that makes at least one failing constraint hold."""
        cells = {cell for row in failing for cell, _ in self.system.terms[row]}
        for cell in sorted(cells - changed):
            if self.system.may_change(cell):
                for wanted in self._wanted(cell, failing, sums):
                    yield from self._explained(cell, wanted)

    def spoken_for(self, failing: frozenset[int], changed: frozenset[int]) -> Iterator[Step]:
        """Yield the changes that a cell's history speaks for so clearly that no relation needs to hold by them alone.

        Of two errors in one sum neither makes it hold.
        """
        cells = {cell for row in failing for cell, _ in self.system.terms[row]}
        for cell in sorted(cells - changed):
            if self.system.may_change(cell) and self.plausible.stands_out(cell):
                made = (self.step(cell, value) for value in sorted(self._by_value(cell)))
                yield from (step for step in made if step.weight > 0 and self.system.allowed(cell, step.changes[0][1]))

    def _wanted(self, cell: int, failing: frozenset[int], sums: Mapping[int, Sum]) -> set[Range]:
        """Return the ranges that would mend one failing constraint each, and as many others as can be."""
        demands = {row: self.system.demand(cell, row, factor, sums) for row, factor in self.system.rows_of[cell]}
        first = [row for row in demands if row in failing]
        found = set()
        for start in first:
            wanted = demands[start]
            for row in (*first, *demands):
                wanted = wanted.meet(demands[row]) or wanted
            found.add(wanted)
        return found

    def _explained(self, cell: int, wanted: Range) -> Iterator[Step]:
        if wanted.lo is not None and wanted.lo == wanted.hi:
            values = {wanted.lo}
        else:
            values = {value for value in self._by_value(cell) if value in wanted} or {self._nearest(cell, wanted)}
        for needed in sorted(values):
            if needed != self.system.stated[cell] and self.system.allowed(cell, needed):
                yield self.step(cell, needed)

    def step(self, cell: int, needed: int) -> Step:
        """Return the change of a cell to a needed value, for the cause that fits best."""
        if (cell, needed) not in self._steps:
            self._steps[cell, needed] = self._weighed(cell, needed)
        return self._steps[cell, needed]

    def _weighed(self, cell: int, needed: int) -> Step:
        chances = dict(self._by_value(cell).get(needed, {}))
        for cause, fits in self._fitting:
            chances[cause.code] = cause.share * fits(cell, needed, self.system)
        best = max(sorted(chances), key=lambda code: chances[code])
        weight = float(self.system.cells[cell].weight or 0) * math.log(WRONG)
        likely = sum(chances.values()) * self.plausible.odds(cell, needed)
        return Step(((cell, needed),), best, weight + _log(likely))

    def _by_value(self, cell: int) -> dict[int, dict[str, float]]:
        """Return the values that the stated one may have been made of, each with the chance of each cause."""
        if cell not in self._own:
            found: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
            for cause, true_values in self._making:
                for value, chance in true_values(cell, self.system):
                    found[value][cause.code] += cause.share * chance
            self._own[cell] = dict(found)
        return self._own[cell]

    def _nearest(self, cell: int, wanted: Range) -> int:
        """Return the value of a range that changes the stated one least; between two ends, the middle."""
        if wanted.lo is not None and wanted.hi is not None:
            return (wanted.lo + wanted.hi) // 2
        return next(end for end in (wanted.lo, wanted.hi, 0) if end is not None)

    def _joint(self, module: object) -> Iterator[Step]:
        cause = module.CAUSE  # type: ignore[attr-defined]
        for changes, chance in module.changes(self.system):  # type: ignore[attr-defined]
            if changes and all(self.system.may_change(cell) for cell in changes):
                odds = math.prod(self.plausible.odds(cell, value) for cell, value in changes.items())
                weight = math.log(WRONG) + _log(cause.share * chance * odds)
                yield Step(tuple(sorted(changes.items())), cause.code, weight)


def _log(chance: float) -> float:
    return math.log(max(chance, 1e-300))
