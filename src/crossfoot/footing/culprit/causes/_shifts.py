"""Figures of one line of a table moved along it by one place."""

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.footing.culprit.system import System

FEWEST = 2  # figures moved


def shifted(line: list[int], system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield the moves back by one place, from each place on, that leave nothing failing; each is as likely.

    The cell at the end of the move is given what the relations demand of it; if they do not, it is left alone.
    """
    for order in (line, line[::-1]):
        for start in range(len(order) - FEWEST):
            if system.stated[order[start]]:
                continue  # where the figures moved away a blank or zero was left
            for stop in range(start + FEWEST, len(order)):
                moved = _moved(order[start : stop + 1], system)
                if moved is not None and system.mends(moved):
                    yield moved, 1 / (2 * len(order))


def _moved(cells: list[int], system: System) -> dict[int, int] | None:
    found = {cell: system.stated[after] or 0 for cell, after in pairwise(cells)}
    end = cells[-1]
    wanted = system.needed(end, system.applied(found))
    found[end] = min(wanted) if len(wanted) == 1 else 0
    unlike = {cell: value for cell, value in found.items() if value != (system.stated[cell] or 0)}
    allowed = all(system.allowed(cell, value) for cell, value in unlike.items())
    return unlike if len(unlike) > FEWEST and allowed else None
