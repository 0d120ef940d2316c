"""Passages → the ledger: the figures of a letter, each with its sentence, or a trouble with its remedy."""

from crossfoot.figures.letters.reading import LetterReader

__all__ = ["LetterReader"]
