"""One digit mistyped: 794 for 194."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.causes._digits import written
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="digit-wrong",
    what="The needed value is the stated one with one digit replaced.",
    share=0.12,
)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield each value that differs in one digit; each place and each of the other digits is as likely."""
    digits = written(cell, system)
    if digits is None:
        return
    single = len(digits.text) == 1
    for at, old in enumerate(digits.text):
        others = "0123456789" if at or single else "123456789"
        chance = 1 / (len(digits.text) * (len(others) - 1))
        for new in others:
            if new != old:
                yield digits.value(digits.text[:at] + new + digits.text[at + 1 :]), chance
