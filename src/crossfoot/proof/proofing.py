"""Bytes, a path or a text → a proofed document."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from crossfoot.documents import Layout, read_document
from crossfoot.documents.plain import read_plain
from crossfoot.errors import NotFoundError
from crossfoot.proof.document import Document, Relation
from crossfoot.proof.relations import Claim, find_claims
from crossfoot.proof.relations.versions import find_versions
from crossfoot.proof.source import Source, source_of
from crossfoot.proof.suggesting import suggestions_for
from crossfoot.proof.wording import why

LONGEST_NAME = 1000  # code points; no path is longer, a text may be


def proof(text_or_path: str | Path, *, language: str | None = None) -> Document:
    """Return the figures of a text or a file, and what they say about each other.

    Args:
        text_or_path: a text, or the path of a document (a `Path`, or a string that names a file).
        language: of the sentences in the relations: "en", "fr" or "zh"; that of the document when None.

    Raises:
        NotFoundError: a `Path` leads nowhere.
        UnreadableReturnError: the file cannot be read; the message says what to do.
    """
    if isinstance(text_or_path, str) and not names_file(text_or_path):
        content = text_or_path.encode("utf-8", "surrogatepass")
        return proof_layout(read_plain(text_or_path), "", content, language)
    path = Path(text_or_path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotFoundError(f"{path}: cannot be opened ({error.strerror}). Is it there?") from error
    return proof_bytes(content, path.name, language=language)


def names_file(text: str) -> bool:
    """Tell whether a string is the path of a file that is there."""
    if not text or len(text) > LONGEST_NAME or "\n" in text or "\0" in text:
        return False
    try:
        return Path(text).is_file()
    except OSError:
        return False


def proof_bytes(content: bytes, name: str, *, language: str | None = None) -> Document:
    """Return the proof of a document given as bytes; `name` tells its form where the bytes do not.

    Raises:
        UnreadableReturnError: it cannot be read; the message says what to do.
    """
    return proof_layout(read_document(content, name), name, content, language)


def proof_together(contents: Sequence[tuple[bytes, str]], *, language: str | None = None) -> tuple[Document, ...]:
    """Return the proofs of documents given as (bytes, name); versions in two languages are held against each other.

    Raises:
        UnreadableReturnError: one cannot be read; the message says what to do.
    """
    sources = [(name, source_of(read_document(content, name))) for content, name in contents]
    return tuple(
        proof_source(source, name, content, language, versions)
        for (name, source), (content, _), versions in zip(sources, contents, find_versions(sources), strict=True)
    )


def proof_layout(layout: Layout, name: str, content: bytes, language: str | None) -> Document:
    """Return the proof of a document that has been read into a layout."""
    return proof_source(source_of(layout), name, content, language, ())


def proof_source(
    source: Source, name: str, content: bytes, language: str | None, more: Sequence[Claim]
) -> Document:
    """Return the proof of a source; `more` is what other documents say about its figures."""
    spoken = language or source.language
    claims = find_claims(source)
    suggested = suggestions_for(source, claims, spoken)
    relations = tuple(
        Relation(
            f"r{number}", claim.kind, claim.stated.id, tuple(part.id for part in claim.parts), claim.lower,
            claim.upper, claim.imbalance, claim.outcome, claim.holds_if, claim.evidence,
            claim.cue, why(claim, spoken, source.text), suggested.get(f"r{number}", ()),
        )
        for number, claim in enumerate([*claims, *more], 1)
    )  # fmt: skip
    return Document(
        name, hashlib.sha256(content).hexdigest(), source.language, source.text, source.blocks,
        tuple(source.figures), relations, tuple(source.others),
    )  # fmt: skip
