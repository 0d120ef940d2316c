"""The sign turned: -12 for 12."""

from collections.abc import Iterator

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(code="sign-turned", what="The needed value is the stated one with the other sign.", share=0.01)


def true_values(cell: int, system: System) -> Iterator[tuple[int, float]]:
    """Yield the value with the other sign."""
    if system.stated[cell]:
        yield -(system.stated[cell] or 0), 1.0
