"""A digit too many: 7943 for 794."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._digits import written
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="digit-added",
    what="The needed value is the stated one with one digit left out that is unlike the digits beside it.",
    share=0.09,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value without each of its digits; any digit but 0 may have been added in any place."""
    digits = written(cell, system)
    if digits is None or len(digits.text) == 1:
        return
    for at, extra in enumerate(digits.text):
        true = digits.text[:at] + digits.text[at + 1 :]
        doubled = extra in (digits.text[at - 1 : at], digits.text[at + 1 : at + 2])
        if extra != "0" and not doubled and (true[0] != "0" or true == "0"):
            yield digits.value(true), 1 / (9 * len(digits.text))
