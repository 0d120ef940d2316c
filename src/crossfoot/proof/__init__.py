"""One document end to end: its figures, how they are related, and which relations do not hold."""

from crossfoot.proof.document import Document, Evidence, Figure, Relation, RelationKind
from crossfoot.proof.proofing import proof, proof_bytes
from crossfoot.terms.finding import Outcome

__all__ = ["Document", "Evidence", "Figure", "Outcome", "Relation", "RelationKind", "proof", "proof_bytes"]
