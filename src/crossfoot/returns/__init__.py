"""Stage 1: received files → sheets of cells, each with its place. Nothing is mended here."""

from crossfoot.returns.reading import read_return

__all__ = ["read_return"]
