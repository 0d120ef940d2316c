"""Written in another unit of measure: catties for kilograms."""

from crossfoot.footing.culprit.causes._cause import Cause
from crossfoot.footing.culprit.system import System

CAUSE = Cause(
    code="other-unit",
    what="The needed value is the stated one in another unit of measure, within 2 %: 2, 10, 16 or the pound to the "
    "kilogram.",
    share=0.005,
)

RATIOS = (
    2.0,
    10.0,
    16.0,
    2.2046,
    31.25,
    37.3,
)  # jin to kg, liang to jin (new and old), lb to kg, g to liang (new, old)
WITHIN = 0.02


def fits(cell: int, needed: int, system: System) -> float:
    """Return the chance of just this value where each ratio, either way round, is as likely."""
    stated = system.stated[cell]
    if not stated or needed <= 0 or stated < 0:
        return 0.0
    ratio = max(needed / stated, stated / needed)
    if not any(abs(ratio / known - 1) <= WITHIN for known in RATIOS):
        return 0.0
    return 1 / (2 * len(RATIOS) * (2 * WITHIN * stated + 1))
