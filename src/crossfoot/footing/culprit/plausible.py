"""How well a value goes with the cell's own history and with the cells beside it.

The densities are Student's t with three degrees of freedom on the logarithm of the value: heavy tails, since
a campaign may start or end between two periods. A series is foretold by its last value times the growth that
the cells beside it show in this period; how far off that usually is, all their earlier steps tell together.
"""

import math
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from crossfoot.footing.culprit.system import System

FEWEST = 2  # earlier values that make a history
BESIDE = 2  # cells beside that make a size to compare with
OUTLIER = 3.5  # modified z score, Iglewicz and Hoaglin 1993
NORMAL = 0.6745  # the median absolute deviation of a normal distribution of deviation 1
FLOOR = 0.01  # least spread of a history, as a share
SIZES = 1.0  # least spread of the cells beside, in natural logarithms
UNKNOWN = (5.0, 3.0)  # size and spread, in natural logarithms, where there is nothing beside


class Foretold(NamedTuple):
    """What a cell should state, and how far off that usually is, in natural logarithms."""

    centre: float
    spread: float


class Plausibility:
    """What the cells of one component should state, going by their histories and the cells beside them."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._logs = [tuple(_log(system.units(value)) for value in cell.history) for cell in system.cells]
        self.foretold = lru_cache(maxsize=None)(self._foretold)

    def odds(self, cell: int, needed: int) -> float:
        """Return how many times likelier the needed value is than the stated one, were it not for the relations."""
        stated = self.system.stated[cell]
        if stated is None:
            return 1.0
        if len(self._logs[cell]) < FEWEST and self.system.is_total[cell]:
            return 1.0  # a total follows from its parts: of itself it has no usual size
        centre, spread = self.foretold(cell)
        return _density(needed, centre, spread) / _density(stated, centre, spread)

    def out_of_line(self, cell: int, needed: int) -> bool:
        """Tell whether a needed value is far from the cell's history, and farther than the stated one."""
        if len(self._logs[cell]) < FEWEST:
            return False
        centre, spread = self.foretold(cell)
        far = abs(_log(needed) - centre) * NORMAL / spread
        stated = self.system.stated[cell]
        return far > OUTLIER and (stated is None or abs(_log(stated) - centre) * NORMAL / spread < far)

    def _foretold(self, cell: int) -> Foretold:
        return self._from_history(cell) if len(self._logs[cell]) >= FEWEST else self._from_beside(cell)

    def _from_history(self, cell: int) -> Foretold:
        system, own = self.system, self._logs[cell]
        beside = [
            other
            for other in sorted({other for row, _ in system.rows_of[cell] for other, _ in system.terms[row]})
            if len(self._logs[other]) == len(own)
        ]
        steps = {other: [after - before for before, after in pairwise(self._logs[other])] for other in beside}
        growth = [median(steps[other][at] for other in beside) for at in range(len(own) - 1)]
        off = [abs(step - usual) for other in beside for step, usual in zip(steps[other], growth, strict=True)]
        now = [
            _log(stated) - self._logs[other][-1]
            for other in beside
            if other != cell and (stated := system.stated[other]) is not None
        ]
        centre = own[-1] + (median(now) if len(now) >= BESIDE else median(growth))
        if len(beside) <= BESIDE:
            off = [abs(step - median(steps[cell])) for step in steps[cell]] + [
                abs(log - median(own)) / 2 for log in own
            ]
        by_chance = 1 / math.sqrt(math.exp(centre) + 1)  # what chance alone does to a count
        return Foretold(centre, max(median(off) / NORMAL, FLOOR) + by_chance / 2)

    def _from_beside(self, cell: int) -> Foretold:
        """Return the usual size of the other parts in the cell's relations, and its spread."""
        system = self.system
        logs = [
            _log(stated)
            for row, factor in system.rows_of[cell]
            for other, same in system.terms[row]
            if other != cell and factor == same and (stated := system.stated[other]) is not None
        ]
        if len(logs) < BESIDE:
            return Foretold(*UNKNOWN)
        level = median(logs)
        return Foretold(level, max(SIZES, median(abs(log - level) for log in logs) / NORMAL))


def _density(value: int, centre: float, spread: float) -> float:
    away = (_log(value) - centre) / spread
    return 1 / ((1 + away * away / 3) ** 2 * (abs(value) + 1))


def _log(value: int) -> float:
    return math.log(abs(value) + 1)
