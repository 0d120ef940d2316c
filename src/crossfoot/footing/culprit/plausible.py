"""How well a value goes with the cell's own history and with the cells beside it.

The densities are Student's t with three degrees of freedom on the logarithm of the value: heavy tails, since
a campaign may start or end between two periods. A series is foretold by its last value times the growth that
the cells beside it show in this period; how far off that usually is, all their earlier steps tell together.
"""

import math
from bisect import bisect_left
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from crossfoot.footing.culprit.system import System

FEWEST = 2  # earlier values that make a history
BESIDE = 2  # cells beside that make a size, or a growth, to compare with
OUTLIER = 3.5  # modified z score, Iglewicz and Hoaglin 1993
NORMAL = 0.6745  # the median absolute deviation of a normal distribution of deviation 1
FLOOR = 0.01  # least spread of a history, as a share
SIZES = 1.0  # least spread of the cells beside, in natural logarithms


class Foretold(NamedTuple):
    """What a cell should state, and how far off that usually is, in natural logarithms."""

    centre: float
    spread: float


UNKNOWN = Foretold(5.0, 3.0)  # where there is nothing beside


class Growth(NamedTuple):
    """How the series of one relation moved together."""

    steps: tuple[float, ...]  # the usual step between each two periods, in natural logarithms
    off: float  # how far off that a single step usually was
    now: tuple[float, ...]  # the steps to what is stated now, in order of size
    series: int


class Plausibility:
    """What the cells of one component should state, going by their histories and the cells beside them."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._logs = [tuple(_log(system.units(value)) for value in cell.history) for cell in system.cells]
        self._foretold: dict[int, Foretold] = {}
        self._growth: dict[tuple[int, int], Growth] = {}
        self._sizes: dict[tuple[int, int], list[float]] = {}

    def odds(self, cell: int, needed: int) -> float:
        """Return how many times likelier the needed value is than the stated one, were it not for the relations."""
        if len(self._logs[cell]) < FEWEST and self.system.is_total[cell]:
            return 1.0  # a total follows from its parts: of itself it has no usual size
        centre, spread = self.foretold(cell)
        return _density(needed, centre, spread) / _density(self.system.stated[cell] or 0, centre, spread)

    def out_of_line(self, cell: int, needed: int) -> bool:
        """Tell whether a needed value is far from the cell's history, and farther than the stated one."""
        if len(self._logs[cell]) < FEWEST:
            return False
        centre, spread = self.foretold(cell)
        far = abs(_log(needed) - centre) * NORMAL / spread
        stated = self.system.stated[cell]
        return far > OUTLIER and (stated is None or abs(_log(stated) - centre) * NORMAL / spread < far)

    def stands_out(self, cell: int) -> bool:
        """Tell whether a cell's stated value is far from its history."""
        stated = self.system.stated[cell]
        if stated is None or len(self._logs[cell]) < FEWEST:
            return False
        centre, spread = self.foretold(cell)
        return abs(_log(stated) - centre) * NORMAL / spread > OUTLIER

    def foretold(self, cell: int) -> Foretold:
        """Return what a cell should state, and how far off that usually is."""
        if cell not in self._foretold:
            known = len(self._logs[cell]) >= FEWEST
            self._foretold[cell] = self._between(cell) if known else self._from_beside(cell)
        return self._foretold[cell]

    def _between(self, cell: int) -> Foretold:
        """Return what the history foretells; where it is known what came after, the middle between the two."""
        found, after = self._from_history(cell), self.system.cells[cell].context.after
        if after is None:
            return found
        later = _log(self.system.units(after))
        return Foretold((found.centre + later) / 2, max(found.spread, abs(found.centre - later) / 2))

    def _from_history(self, cell: int) -> Foretold:
        own = self._logs[cell]
        together = [self._growing(row, len(own)) for row, _ in self.system.rows_of[cell]]
        growth = max(together, key=lambda found: found.series)
        stated = self.system.stated[cell]
        now = _without(growth.now, None if stated is None else _log(stated) - own[-1])
        if growth.series > BESIDE:
            centre, off = own[-1] + (median(now) if len(now) >= BESIDE else median(growth.steps)), growth.off
        else:  # hardly anything moves together with it: its own steps, or its own level
            steps = [after - before for before, after in pairwise(own)]
            centre = own[-1] + median(steps)
            apart = [abs(step - median(steps)) for step in steps] + [abs(log - median(own)) / 2 for log in own]
            off = median(apart)
        by_chance = 1 / math.sqrt(math.exp(centre) + 1)  # what chance alone does to a count
        return Foretold(centre, max(off / NORMAL, FLOOR) + by_chance / 2)

    def _growing(self, row: int, periods: int) -> Growth:
        """Return how the cells of a relation with a history of so many periods moved together."""
        if (row, periods) not in self._growth:
            system = self.system
            cells = [cell for cell, _ in system.terms[row] if len(self._logs[cell]) == periods]
            steps = [[after - before for before, after in pairwise(self._logs[cell])] for cell in cells]
            usual = tuple(median(at) for at in zip(*steps, strict=True))
            off = median(abs(step - at) for own in steps for step, at in zip(own, usual, strict=True))
            now = sorted(
                _log(stated) - self._logs[cell][-1] for cell in cells if (stated := system.stated[cell]) is not None
            )
            self._growth[row, periods] = Growth(usual, off, tuple(now), len(cells))
        return self._growth[row, periods]

    def _from_beside(self, cell: int) -> Foretold:
        """Return the usual size of the other parts in the longest of the cell's relations, and its spread."""
        stated = self.system.stated[cell]
        own = None if stated is None else _log(stated)
        logs = max((self._beside(row, factor) for row, factor in self.system.rows_of[cell]), key=len)
        others = _without(logs, own)
        if len(others) < BESIDE:
            return Foretold(others[0], UNKNOWN.spread) if others else UNKNOWN
        level = _middle(others)
        quarter = len(others) // 4
        half_spread = (others[-1 - quarter] - others[quarter]) / 2  # half the range of the middle half
        return Foretold(level, max(SIZES, half_spread / NORMAL))

    def _beside(self, row: int, factor: int) -> list[float]:
        """Return the sizes of the cells that stand in a relation with the same factor, in order."""
        if (row, factor) not in self._sizes:
            self._sizes[row, factor] = sorted(
                _log(stated)
                for cell, same in self.system.terms[row]
                if same == factor and (stated := self.system.stated[cell]) is not None
            )
        return self._sizes[row, factor]


def _without(ordered: list[float] | tuple[float, ...], own: float | None) -> list[float]:
    """Return numbers in order without one of them."""
    if own is None:
        return list(ordered)
    at = bisect_left(ordered, own)
    return [*ordered[:at], *ordered[at + 1 :]]


def _middle(ordered: list[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _density(value: int, centre: float, spread: float) -> float:
    away = (_log(value) - centre) / spread
    return 1 / ((1 + away * away / 3) ** 2 * (abs(value) + 1))


def _log(value: int) -> float:
    return math.log(abs(value) + 1)
