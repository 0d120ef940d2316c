"""Classes of a map: round breaks that part the areas most evenly."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

MOST_BREAKS = 4  # five classes: more cannot be told apart in grey
MOST_MARKS = 12  # of equal steps
STEPS = (Decimal(1), Decimal(2), Decimal(5))
SERIES = (STEPS, (Decimal(1), Decimal(5)), (Decimal(1),))  # of each power of ten: 1, 2, 5, 10 … or 1, 10, 100 …
KINDS = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}  # shades by the number of classes


def class_breaks(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return the least value of each class but the lowest: round numbers, rising; empty where all values are equal.

    Equal steps and steps that grow (1, 2, 5, 10 …) are tried; the one whose classes are filled most
    evenly is taken, because a map on which all but one area look the same says nothing. No class is empty.
    """
    least, most = min(values), max(values)
    if least == most:
        return ()
    best: tuple[int, tuple[Decimal, ...]] | None = None
    for breaks in (*_equal(least, most), *_growing(least, most)):
        filled = _counts(values, breaks)
        uneven = sum(count * count for count in filled)
        if all(filled) and (best is None or uneven < best[0]):
            best = uneven, breaks
    return best[1] if best is not None else ()


def class_of(value: Decimal, breaks: Sequence[Decimal]) -> str:
    """Return the shade of a value, c1 (the lightest) to c5."""
    return f"c{KINDS[len(breaks) + 1][bisect_right(breaks, value)]}"


def shades(breaks: Sequence[Decimal]) -> list[str]:
    """Return the shade of each class, the lowest first."""
    return [f"c{n}" for n in KINDS[len(breaks) + 1]]


def _counts(values: Sequence[Decimal], breaks: Sequence[Decimal]) -> list[int]:
    out = [0] * (len(breaks) + 1)
    for value in values:
        out[bisect_right(breaks, value)] += 1
    return out


def _equal(least: Decimal, most: Decimal) -> Iterator[tuple[Decimal, ...]]:
    power = (most - least).adjusted()
    for exponent in (power, power - 1):
        for step in STEPS[::-1]:
            width = step.scaleb(exponent)
            first = (least / width).to_integral_value(rounding="ROUND_FLOOR") + 1
            count = int((most / width).to_integral_value(rounding="ROUND_FLOOR") - first) + 1
            if count <= MOST_MARKS:
                yield from _windows([(first + n) * width for n in range(count)])


def _growing(least: Decimal, most: Decimal) -> Iterator[tuple[Decimal, ...]]:
    if most <= 0:
        return
    low = max(least, most.scaleb(-6))
    for series in SERIES:
        marks = [step.scaleb(n) for n in range(low.adjusted(), most.adjusted() + 1) for step in series]
        yield from _windows([mark for mark in marks if least < mark <= most])


def _windows(marks: list[Decimal]) -> Iterator[tuple[Decimal, ...]]:
    """Every run of neighbouring marks that can part classes, the longest first."""
    for count in range(MOST_BREAKS, 0, -1):
        for first in range(len(marks) - count + 1):
            yield tuple(marks[first : first + count])
