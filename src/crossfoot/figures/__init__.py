"""Stage 2: cells → the ledger. Every cell becomes a figure with its evidence, or a trouble with its remedy."""

from crossfoot.figures.answers import place_answers
from crossfoot.figures.placing import Placed, layout_for, place_return
from crossfoot.figures.values import Value, read_value

__all__ = ["Placed", "Value", "layout_for", "place_answers", "place_return", "read_value"]
