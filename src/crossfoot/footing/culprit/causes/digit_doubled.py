"""A key pressed twice: 7794 for 794."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._digits import written
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="digit-doubled",
    what="The needed value is the stated one with one of two equal digits side by side left out.",
    share=0.02,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value with each doubled digit single; any digit of the true value may have been doubled."""
    digits = written(cell, system)
    if digits is None:
        return
    for at in range(len(digits.text) - 1):
        if digits.text[at] == digits.text[at + 1]:
            true = digits.text[:at] + digits.text[at + 1 :]
            yield digits.value(true), 1 / len(true)
