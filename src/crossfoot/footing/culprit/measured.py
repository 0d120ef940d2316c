"""How often a suggestion was right on errors put into real returns, by its score."""

from decimal import Decimal

from crossfoot.footing.culprit.suggestion import Confidence

LIKELY = Decimal("0.97")
POSSIBLE = Decimal("0.5")


def confidence_of(score: Decimal) -> Confidence:
    """Return what a score was worth where it was measured."""
    if score >= LIKELY:
        return Confidence.LIKELY
    return Confidence.POSSIBLE if score >= POSSIBLE else Confidence.WEAK
