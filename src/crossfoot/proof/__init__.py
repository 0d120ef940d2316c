"""One document end to end: its figures, how they are related, and which relations do not hold.

The package is called as the function that it is about: `crossfoot.proof("200 patients (120 men and 90 women)")`.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossfoot.proof.document import Document, Evidence, Figure, Relation, RelationKind, Warrant
    from crossfoot.proof.proofing import proof, proof_bytes, proof_together
    from crossfoot.terms.finding import Outcome

__all__ = [
    "Document", "Evidence", "Figure", "Outcome", "Relation", "RelationKind", "Warrant", "proof", "proof_bytes",
    "proof_together",
]  # fmt: skip

HOMES = {"proof": "proofing", "proof_bytes": "proofing", "proof_together": "proofing"}


def __getattr__(name: str) -> object:
    """Import what is asked for only then: the child that parses a file needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES.get(name, 'document')}"), name)


class ProofPackage(ModuleType):
    """This package as it is called."""

    def __call__(self, text_or_path: str | Path, *, language: str | None = None) -> "Document":
        """Return the figures of a text or a file, and what they say about each other.

        See `crossfoot.proof.proofing.proof`.
        """
        from crossfoot.proof.proofing import proof as function  # noqa: PLC0415 - only when it is called

        return function(text_or_path, language=language)


sys.modules[__name__].__class__ = ProofPackage
