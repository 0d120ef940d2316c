"""One document end to end: its figures, how they are related, and which relations do not hold."""

from importlib import import_module
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
