"""How often a suggestion was right on errors put into real returns, by its score."""

import json
from decimal import Decimal
from functools import cache
from importlib.resources import files

from crossfoot.footing.culprit.suggestion import Confidence


def confidence_of(score: Decimal) -> Confidence:
    """Return what a score was worth where it was measured."""
    for confidence, least in _least():
        if score >= least:
            return confidence
    return Confidence.WEAK


@cache
def _least() -> tuple[tuple[Confidence, Decimal], ...]:
    """Return the least score of each confidence, the highest first, as `benchmarks/culprit/calibrate.py` found it."""
    measured = json.loads(files("crossfoot.footing.culprit").joinpath("measured.json").read_text(encoding="utf-8"))
    return tuple((Confidence(name), Decimal(least)) for name, least in measured["least_score"].items())
