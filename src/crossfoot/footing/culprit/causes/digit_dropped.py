"""A digit left out: 74 for 794."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._digits import written
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="digit-dropped",
    what="The needed value is the stated one with one digit more.",
    share=0.12,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value with each digit in each place; any digit of the true value may have been left out."""
    digits = written(cell, system)
    if digits is None or digits.text == "0":
        return
    length = len(digits.text) + 1
    for at in range(length):
        for extra in "0123456789":
            if at or extra != "0":
                yield digits.value(digits.text[:at] + extra + digits.text[at:]), 1 / length
