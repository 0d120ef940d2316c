"""Figures of one line of a table moved along it by one place."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.footing.culprit.system import System

FEWEST = 2  # figures moved


def shifted(line: list[int], system: System) -> Iterator[tuple[dict[int, int], float]]:
    """Yield the moves back by one place, from each place on, that leave nothing failing; each is as likely.

    The cell at the end of the move is given what the relations demand of it; if they do not, it is left alone.
    """
    within = Counter(row for cell in line for row, _ in system.rows_of[cell])
    for order in (line, line[::-1]):
        moves = [_holds(cell, system.stated[after] or 0, system, within) for cell, after in pairwise(order)]
        for start in range(len(order) - FEWEST):
            if system.stated[order[start]]:
                continue  # where the figures moved away a blank or zero was left
            for stop in range(start + 1, len(order)):
                if not moves[stop - 1]:
                    break
                moved = _moved(order[start : stop + 1], system) if stop - start >= FEWEST else None
                if moved is not None and system.mends(moved):
                    yield moved, 1 / (2 * len(order))


def _holds(cell: int, value: int, system: System, within: Counter[int]) -> bool:
    """Tell whether the relations hold with a value in which no other cell of the line stands."""
    if value == (system.stated[cell] or 0):
        return True
    return all(
        value in system.demand(cell, row, factor, {}) for row, factor in system.rows_of[cell] if within[row] == 1
    )


def _moved(cells: list[int], system: System) -> dict[int, int] | None:
    found = {cell: system.stated[after] or 0 for cell, after in pairwise(cells)}
    if sum(value != (system.stated[cell] or 0) for cell, value in found.items()) < FEWEST:
        return None  # the same figures again, most often zeros
    end = cells[-1]
    wanted = system.needed(end, system.applied(found))
    found[end] = min(wanted) if len(wanted) == 1 else 0
    unlike = {cell: value for cell, value in found.items() if value != (system.stated[cell] or 0)}
    allowed = all(system.allowed(cell, value) for cell, value in unlike.items())
    return unlike if len(unlike) > FEWEST and allowed else None
