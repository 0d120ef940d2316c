"""A key pressed twice: 7794 for 794."""

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._digits import written
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="digit-doubled",
    what="The needed value is the stated one with one of two equal digits side by side left out.",
    share=0.03,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value with each doubled digit single; any digit of the true value may have been doubled."""
    digits = written(cell, system)
    if digits is None:
        return
    for at, (left, right) in enumerate(pairwise(digits.text)):
        if left == right:
            true = digits.text[:at] + digits.text[at + 1 :]
            yield digits.value(true), 1 / len(true)
