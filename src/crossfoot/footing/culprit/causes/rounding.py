"""Figures rounded one by one: a difference, and not an error."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="rounding",
    what="All figures of the relation end in the same zeros, and the imbalance is no more than rounding each of "
    "them so would make. No cell is named: it is weighed against the other causes.",
    share=0.02,
)

PLACES = (6, 5, 4, 3, 2, 1)


def leaves(row: int, system: System) -> float:
    """Return the chance of just this imbalance in rounded figures; 0 where they are not rounded, or it is greater."""
    stated = [abs(value) for cell, _ in system.terms[row] if (value := system.stated[cell])]
    for places in PLACES:
        unit = 10**places
        if stated and all(value % unit == 0 for value in stated):
            widest = (len(stated) + 1) * unit // 2
            return unit / (2 * widest) if abs(system.sums[row].least) <= widest else 0.0
    return 0.0
