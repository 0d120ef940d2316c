"""Bytes, a path or a text → a proofed document."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from crossfoot.documents import MOST_BYTES, Layout, read_document, refuse_large, within_limits
from crossfoot.documents.plain import read_plain
from crossfoot.errors import NotFoundError
from crossfoot.proof.document import Document, LeftOut, Relation
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
    return proof_bytes(content_of(path), path.name, language=language)


def content_of(path: Path) -> bytes:
    """Return the bytes of a document, of one that is too large no more than shows it.

    Raises:
        NotFoundError: it cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotFoundError(f"{path}: cannot be opened ({error.strerror}). Check its name and place.") from error


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

    All of it is done in a child process with limits of memory and time.

    Raises:
        UnreadableReturnError: it cannot be read; the message says what to do.
    """
    refuse_large(len(content), name)
    return within_limits(proof_here, content, name, language, name=name, size=len(content))


def proof_here(content: bytes, name: str, language: str | None) -> Document:
    """Return the proof of a document given as bytes, in this process."""
    return proof_layout(read_document(content, name), name, content, language)


def proof_together(contents: Sequence[tuple[bytes, str]], *, language: str | None = None) -> tuple[Document, ...]:
    """Return the proofs of documents given as (bytes, name); versions in two languages are held against each other.

    All of it is done in one child process with limits of memory and time.

    Raises:
        UnreadableReturnError: one cannot be read; the message says what to do.
    """
    for content, name in contents:
        refuse_large(len(content), name)
    size = sum(len(content) for content, _ in contents)
    names = ", ".join(name for _, name in contents)
    return within_limits(together_here, contents, language, name=names, size=size)


def together_here(contents: Sequence[tuple[bytes, str]], language: str | None) -> tuple[Document, ...]:
    """Return the proofs of documents given as (bytes, name), in this process."""
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
    suggested, unexamined = suggestions_for(source, claims, spoken)
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
        tuple(source.figures), relations, source.pictures, tuple(source.others),
        LeftOut(tuple(sorted(source.unsearched)), unexamined),
    )  # fmt: skip
