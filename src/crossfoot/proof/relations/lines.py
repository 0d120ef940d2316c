"""Numbers in lines, and how likely it is that they make a sum by accident."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FEWEST = 2  # parts of a sum
FLAT_CHANCE = 1.5  # sums of ordinary numbers are not spread evenly: how much likelier the likeliest is


@dataclass(frozen=True, slots=True)
class Number:
    """One cell as an integer of the table's smallest unit, with the unit of its own last digit."""

    value: int
    unit: int = 1


Line = Sequence[Number | None]


def chance_of(total: Number, parts: Sequence[Number], *, rounded: bool) -> float:
    """Return how likely a number like this equals such a sum by accident; 1 where it proves nothing."""
    if sum(1 for part in parts if part.value) < FEWEST or not total.value:
        return 1.0
    width = len(parts) + 2 if rounded else 1
    return min(1.0, FLAT_CHANCE * width / max(size_of(total), 1))


def size_of(total: Number) -> int:
    """Return how many numbers there are that are written as exactly as this one: its digits without end zeros."""
    size = abs(total.value) // total.unit
    while size and size % 10 == 0:
        size //= 10
    return size


def tells(total: Number) -> bool:
    """Tell whether a number can be evidence of a sum: 1, 10 or 100 equals many sums by accident."""
    return size_of(total) > FLAT_CHANCE


def imbalance_of(line: Line, total: int, parts: Iterable[int]) -> tuple[int, int] | None:
    """Return stated minus computed, and what rounding explains of it; None where it cannot be told."""
    stated = line[total]
    given = [number for place in parts if (number := line[place]) is not None]
    if stated is None or not given:
        return None
    coarsest = max(stated.unit, *(number.unit for number in given))
    return stated.value - sum(number.value for number in given), coarsest * (len(given) + 1) // 2


def weight_of(line: Line) -> int:
    """Return how many digits the different numbers of a line have."""
    return sum(len(str(value)) for value in {cell.value for cell in line if cell is not None and cell.value})


def blanks_before(lines: Sequence[Line], width: int) -> list[int]:
    """Return how many positions before each have no number in any line; they part sections."""
    counts = [0]
    for place in range(width):
        counts.append(counts[-1] + all(place >= len(line) or line[place] is None for line in lines))
    return counts
