"""Text to figures: the only number grammar of Crossfoot. No model, no network; same text, same readings."""

from crossfoot.prose.detection import detect_language
from crossfoot.prose.quantity import read_quantity
from crossfoot.prose.reader import read
from crossfoot.prose.reading import FIGURES, Kind, Quantity, Reading, Span

__all__ = ["FIGURES", "Kind", "Quantity", "Reading", "Span", "detect_language", "read", "read_quantity"]
