"""Stage 2: cells and passages → the ledger. Each becomes a figure with its evidence, or a trouble with its remedy."""

from crossfoot.figures.answers import place_answers
from crossfoot.figures.letters import LetterReader
from crossfoot.figures.placing import Placed, layout_for, place_return
from crossfoot.figures.values import Value, read_value

__all__ = ["LetterReader", "Placed", "Value", "layout_for", "place_answers", "place_return", "read_value"]
