"""The command `proof`: documents in, their findings and annotated copies out."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.documents import MOST_BYTES
from crossfoot.errors import StorageError
from crossfoot.proof import Document, Evidence, proof_together
from crossfoot.proof.baseline import Accepted, read_baseline, reason_for, render_baseline
from crossfoot.proof.proofing import content_of as read_content

STANDARD_INPUT = "-"
FAIL_ON = {
    "declared": frozenset({Evidence.DECLARED}),
    "repeated": frozenset({Evidence.DECLARED, Evidence.REPEATED}),
    "never": frozenset[Evidence](),
}


@dataclass(frozen=True, slots=True)
class Proofed:
    """What came of the documents: each with the path it came from, and whether a relation fails."""

    documents: tuple[Document, ...]
    paths: tuple[str, ...]
    baseline: tuple[Accepted, ...]
    failed: bool


def proof_files(
    names: Sequence[str],
    *,
    language: str | None = None,
    baseline: Path | None = None,
    fail_on: str = "repeated",
) -> Proofed:
    """Return the proofs of files; "-" is standard input.

    Raises:
        NotFoundError: a file is not there.
        UnreadableReturnError: a file, or the baseline, cannot be read.
    """
    accepted = tuple(read_baseline(baseline)) if baseline is not None else ()
    documents = proof_together([(content_of(name), Path(name).name) for name in names], language=language)
    counted = FAIL_ON[fail_on]
    failed = any(
        relation.evidence in counted and reason_for(document, relation, accepted) is None
        for document in documents
        for relation in document.failed
    )
    return Proofed(documents, tuple(names), accepted, failed)


def content_of(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-"."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    return read_content(Path(name))


def write_copies(proofed: Proofed, language: str | None, folder: Path | None) -> list[Path]:
    """Write the annotated copy of each document beside it, or into a folder; return where.

    Raises:
        StorageError: a copy cannot be written.
    """
    from crossfoot.proof.output.annotated import render_annotated  # noqa: PLC0415 - only where a copy is asked for

    written = []
    for name, document in zip(proofed.paths, proofed.documents, strict=True):
        if name == STANDARD_INPUT and folder is None:
            continue
        source = Path("stdin") if name == STANDARD_INPUT else Path(name)
        path = (folder or source.parent) / f"{source.name}.proof.html"
        copy = render_annotated(document, language or document.language, proofed.baseline)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(copy, "utf-8", errors="replace")
        except OSError as error:
            raise StorageError(
                f"{path}: cannot be written ({error.strerror}). Choose a folder with --copies."
            ) from error
        written.append(path)
    return written


def show(
    proofed: Proofed, shown: str | None, *, language: str | None = None, copies: Path | None = None
) -> None:
    """Write the proofs to standard output as "json", "text" or "baseline"; otherwise findings and copies.

    Raises:
        StorageError: a copy cannot be written.
    """
    match shown:
        case "json":
            from crossfoot.proof.output.as_json import render_json  # noqa: PLC0415 - only where it is asked for

            write_out(render_json(list(proofed.documents)) + "\n")
        case "text":
            write_out("".join(document.text for document in proofed.documents))
        case "baseline":
            write_out(render_baseline(proofed.documents) + "\n")
        case _:
            written = [] if shown == "bare" else write_copies(proofed, language, copies)
            print_proofs(proofed, language, written)


def write_out(text: str) -> None:
    """Write text to standard output as UTF-8, whatever the terminal is set to."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def print_proofs(proofed: Proofed, language: str | None, copies: Sequence[Path]) -> None:
    """Print each proof to the terminal, then where the copies are."""
    from rich.console import Console  # noqa: PLC0415 - only where something is printed

    from crossfoot.proof.output.terminal import print_proof  # noqa: PLC0415 - only where something is printed
    from crossfoot.proof.wording import words_of  # noqa: PLC0415 - only where something is printed

    console = Console(highlight=False, markup=False, emoji=False)
    for document in proofed.documents:
        print_proof(console, document, language or document.language, proofed.baseline)
    for path, document in zip(copies, proofed.documents, strict=False):
        console.print(words_of(language or document.language)["copy"].format(path=path), soft_wrap=True)
