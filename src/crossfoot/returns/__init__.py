"""Stage 1: received files → sheets of cells and passages of text, each with its place. Nothing is mended here."""

from crossfoot.returns.letter import is_letter, may_be_letter, read_letter
from crossfoot.returns.reading import read_return

__all__ = ["is_letter", "may_be_letter", "read_letter", "read_return"]
