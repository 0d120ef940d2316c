"""Findings that were looked at and accepted, each with its reason: a small file beside the documents."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crossfoot.errors import NotFoundError, UnreadableReturnError
from crossfoot.proof.document import Document, Relation

SHAPE = '[{"file": "a.md", "kind": "sum", "stated": "360", "parts": ["228", "133"], "reason": "…"}]'


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that stands, known by its words: it is found again after the text around it has changed."""

    file: str
    kind: str
    stated: str
    parts: tuple[str, ...]
    reason: str


def read_baseline(path: Path) -> list[Accepted]:
    """Return the accepted findings of a file.

    Raises:
        NotFoundError: there is no such file.
        UnreadableReturnError: it is not of the shape that `--baseline` reads.
    """
    try:
        rows = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise NotFoundError(f"{path}: cannot be opened ({error.strerror}). Is it there?") from error
    except ValueError as error:
        raise UnreadableReturnError(f"{path}: not JSON ({error}). It should look like {SHAPE}") from error
    if not isinstance(rows, list):
        raise UnreadableReturnError(f"{path}: a list is needed. It should look like {SHAPE}")
    return [accepted(path, number, row) for number, row in enumerate(rows, 1)]


def accepted(path: Path, number: int, row: object) -> Accepted:
    """Return one entry, or say which is wrong and how it should look."""
    if isinstance(row, dict):
        file, kind, stated, parts, reason = (
            row.get(key) for key in ("file", "kind", "stated", "parts", "reason")
        )
        words = [file, kind, stated, reason]
        if all(isinstance(word, str) and word.strip() for word in words) and isinstance(parts, list):
            return Accepted(str(file), str(kind), str(stated), tuple(map(str, parts)), str(reason))
    raise UnreadableReturnError(
        f"{path}: entry {number} lacks one of file, kind, stated, parts, reason. It should look like {SHAPE}"
    )


def entry_of(document: Document, relation: Relation) -> tuple[str, str, str, tuple[str, ...]]:
    """Return the words by which a finding is known."""
    parts = tuple(document.figure(part).text for part in relation.parts)
    return document.file, str(relation.kind), document.figure(relation.stated).text, parts


def reason_for(document: Document, relation: Relation, baseline: Iterable[Accepted]) -> str | None:
    """Return why a finding is accepted; None if it is not."""
    known = entry_of(document, relation)
    for entry in baseline:
        if (entry.file, entry.kind, entry.stated, entry.parts) == known:
            return entry.reason
    return None


def render_baseline(documents: Iterable[Document]) -> str:
    """Return a baseline of all failed relations, their reasons left for the reader to write."""
    rows = []
    for document in documents:
        for relation in document.failed:
            file, kind, stated, parts = entry_of(document, relation)
            rows.append({"file": file, "kind": kind, "stated": stated, "parts": list(parts), "reason": ""})
    return json.dumps(rows, ensure_ascii=False, indent=1)
