"""Two adjacent digits exchanged: 283 for 238."""

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._digits import written
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="adjacent-digits-swapped",
    what="The needed value is the stated one with two adjacent digits exchanged.",
    share=0.12,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield each value that has two adjacent digits exchanged; a value can be spoilt so once for each unequal pair."""
    digits = written(cell, system)
    if digits is None:
        return
    for at in range(len(digits.text) - 1):
        left, right = digits.text[at], digits.text[at + 1]
        true = digits.text[:at] + right + left + digits.text[at + 2 :]
        if left != right and true[0] != "0":
            yield digits.value(true), 1 / _pairs(true)


def _pairs(text: str) -> int:
    """Count the pairs whose exchange would change a number and leave no zero in front."""
    pairs = sum(a != b for a, b in pairwise(text))
    return max(1, pairs - (len(text) > 1 and text[1] == "0"))
