"""How well a value goes with the cell's own history and with the cells beside it.

The densities are Student's t with three degrees of freedom on the logarithm of the value: heavy tails, since
a campaign may start or end between two periods.
"""

import math
from statistics import median

from crossfoot.footing.culprit.system import System

FEWEST = 2  # earlier values that make a history
BESIDE = 2  # cells beside that make a size to compare with
OUTLIER = 3.5  # modified z score, Iglewicz and Hoaglin 1993
NORMAL = 0.6745  # the median absolute deviation of a normal distribution of deviation 1
FLOOR = 0.02  # least spread of a history, as a share
SIZES = 1.0  # least spread of the cells beside, in natural logarithms


def odds(cell: int, needed: int, system: System) -> float:
    """Return how many times likelier the needed value is than the stated one, were it not for the relations."""
    stated = system.stated[cell]
    if stated is None:
        return 1.0
    if len(system.cells[cell].history) >= FEWEST:
        centre, spread = _history(cell, system)
    elif system.is_total[cell]:
        return 1.0
    else:
        centre, spread = _beside(cell, system)
    return _density(needed, centre, spread) / _density(stated, centre, spread)


def out_of_line(cell: int, needed: int, system: System) -> bool:
    """Tell whether a needed value is far from the cell's history, and farther than the stated one."""
    if len(system.cells[cell].history) < FEWEST:
        return False
    centre, spread = _history(cell, system)
    far = abs(_log(needed) - centre) * NORMAL / spread
    stated = system.stated[cell]
    return far > OUTLIER and (stated is None or abs(_log(stated) - centre) * NORMAL / spread < far)


def _history(cell: int, system: System) -> tuple[float, float]:
    """Return what a history foretells and how far off it usually is, in logarithms: its median, or its last step on."""
    logs = [_log(system.units(value)) for value in system.cells[cell].history]
    steps = [after - before for before, after in zip(logs, logs[1:], strict=False)]
    level = median(logs)
    about_level = median(abs(log - level) for log in logs)
    step = median(steps)
    about_step = median(abs(log - step) for log in steps)
    grows = about_step < about_level
    centre, spread = (logs[-1] + step, about_step) if grows else (level, about_level)
    counted = 1 / math.sqrt(math.exp(centre) + 1)  # what chance alone does to a count
    return centre, max(spread, FLOOR) + counted / 2


def _beside(cell: int, system: System) -> tuple[float, float]:
    """Return the usual size of the other parts in the cell's relations, and its spread, in logarithms."""
    logs = sorted(
        _log(system.stated[other] or 0)
        for row, factor in system.rows_of[cell]
        for other, beside in system.terms[row]
        if other != cell and factor == beside and system.stated[other] is not None
    )
    if len(logs) < BESIDE:
        return (logs[0] if logs else 5.0), 3.0
    level = median(logs)
    return level, max(SIZES, median(abs(log - level) for log in logs) / NORMAL)


def _density(value: int, centre: float, spread: float) -> float:
    away = (_log(value) - centre) / spread
    return 1 / ((1 + away * away / 3) ** 2 * (abs(value) + 1))


def _log(value: int) -> float:
    return math.log(abs(value) + 1)
