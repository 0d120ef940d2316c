"""Text to figures: the only number grammar of Crossfoot. No model, no network; same text, same readings."""

from crossfoot.prose.reading import FIGURES, Kind, Quantity, Reading, Span

__all__ = ["FIGURES", "Kind", "Quantity", "Reading", "Span", "read_quantity"]


def read_quantity(text: str, *, decimal_mark: str | None = None) -> Quantity | None:
    """Return nothing yet: words around a number are read by the grammar that comes next."""
    return None
