"""Turn a campaign's returns into a briefing in which every figure adds up and leads back to its line.

For programs there is one function: `crossfoot.proof(text_or_path)` returns a `crossfoot.proof.Document`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossfoot.proof.proofing import proof

__version__ = "0.1.0"
__all__ = ["__version__", "proof"]


def __getattr__(name: str) -> object:
    """Import the proof only where it is asked for: `import crossfoot` stays instant."""
    if name == "proof":
        return import_module("crossfoot.proof")  # a package that can be called
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
