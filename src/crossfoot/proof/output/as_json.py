"""A proofed document as JSON: decimals are strings, null is unbounded or unknown."""

import json
from decimal import Decimal

from crossfoot.proof.document import Document, Figure, Relation, Suggested


def exact(value: Decimal | None) -> str | None:
    """Return a decimal in plain digits, never with an exponent."""
    return None if value is None else f"{value:f}"


def left_out(document: Document) -> dict[str, object]:
    """Return what the document was too large for: where its tables stand, and a count of failed sums."""
    tables = [document.blocks[number] for number in document.left_out.tables]
    found: dict[str, object] = {}
    if tables:
        found["tables_not_searched"] = [{"start": block.start, "end": block.end} for block in tables]
    if document.left_out.sums:
        found["sums_not_examined"] = document.left_out.sums
    return found


def figure_row(figure: Figure) -> dict[str, object]:
    """Return a figure as JSON values."""
    return {
        "id": figure.id,
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "page": figure.page,
        "value": exact(figure.value),
        "lower": exact(figure.lower),
        "upper": exact(figure.upper),
        "lower_closed": figure.lower_closed,
        "upper_closed": figure.upper_closed,
        "qualifier": str(figure.qualifier),
        "unit": figure.unit,
        "counted": figure.counted,
        "area": figure.area,
        "period": figure.period,
    }


def relation_row(relation: Relation) -> dict[str, object]:
    """Return a relation as JSON values."""
    return {
        "id": relation.id,
        "kind": str(relation.kind),
        "stated": relation.stated,
        "parts": list(relation.parts),
        "computed_lower": exact(relation.computed_lower),
        "computed_upper": exact(relation.computed_upper),
        "imbalance": exact(relation.imbalance),
        "outcome": str(relation.outcome),
        "holds_if": relation.holds_if,
        "evidence": str(relation.evidence),
        "warrant": str(relation.warrant),
        "why": relation.why,
        "suggestions": [suggested_row(suggested) for suggested in relation.suggestions],
    }


def suggested_row(suggested: Suggested) -> dict[str, object]:
    """Return a suggestion as JSON values."""
    return {
        "changes": [
            {"figure": change.cell, "stated": exact(change.stated), "suggested": exact(change.suggested)}
            for change in suggested.changes
        ],
        "cause": suggested.cause,
        "confidence": str(suggested.confidence),
        "score": exact(suggested.score),
        "repairs": list(suggested.repairs),
        "breaks": list(suggested.breaks),
        "against": list(suggested.against),
        "sentence": suggested.sentence,
    }


def document_row(document: Document) -> dict[str, object]:
    """Return a document as JSON values."""
    return {
        "file": document.file,
        "sha256": document.sha256,
        "language": document.language,
        "figures": [figure_row(figure) for figure in document.figures],
        "relations": [relation_row(relation) for relation in document.relations],
        **({"pages_without_text": list(document.pictures)} if document.pictures else {}),
        **left_out(document),
    }


def render_json(documents: list[Document]) -> str:
    """Return one document as an object, several as a list."""
    rows = [document_row(document) for document in documents]
    return json.dumps(rows[0] if len(rows) == 1 else rows, ensure_ascii=False, indent=1)
