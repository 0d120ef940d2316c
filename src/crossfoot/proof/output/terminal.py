"""A proof in the terminal: one line of counts, then what does not add up, within the width of the screen."""

import re
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crossfoot.proof.baseline import Accepted, reason_for
from crossfoot.proof.document import Document, Relation
from crossfoot.proof.wording import words_of
from crossfoot.terms.finding import Outcome

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
QUOTED = 150  # code points of the text shown with a finding
AROUND = 40  # code points before the first figure
MOST_PAGES = 10  # that are named
MOST = 200  # findings that are listed


def print_proof(
    console: Console, document: Document, language: str, baseline: Sequence[Accepted] = ()
) -> None:
    """Print the counts of a document and its failed relations."""
    words = words_of(language)
    failed = [relation for relation in document.failed if reason_for(document, relation, baseline) is None]
    console.print(summary(document, len(failed), language), soft_wrap=True)
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    for relation in failed[:MOST]:
        rows.add_row(Text("  " + place_of(document, relation, language), "bold"), quoted(document, relation))
        rows.add_row("", Text(clean(relation.why), "red"))
        if relation.suggestions:
            rows.add_row("", Text(clean(relation.suggestions[0].line)))
    if failed:
        console.print(rows)
    if len(failed) > MOST:
        console.print("  … " + words["and_more"].format(count=len(failed) - MOST))


def summary(document: Document, failed: int, language: str) -> Text:
    """Return the line of counts: figures, relations, failures, accepted ones."""
    words = words_of(language)
    figures, checked = len(document.figures), len(document.relations)
    parts = [
        clean(document.file or "-"),
        words["figure"] if figures == 1 else words["figures"].format(count=figures),
        words["nothing"] if not checked else counted(words, "checked", checked),
    ]
    accepted = len(document.failed) - failed
    text = Text(" · ".join(parts))
    if failed:
        text.append(" · ").append(counted(words, "failed", failed), style="bold red")
    elif checked and not accepted:
        text.append(" · ").append(words["failed_none"], style="green")
    if accepted:
        text.append(" · " + words["accepted"].format(count=accepted))
    if document.pictures:
        text.append(" · ").append(unread(document, words), style="bold yellow")
    for note in too_large(document, words):
        text.append(" · ").append(note, style="bold yellow")
    missing = sum(relation.outcome is Outcome.MISSING for relation in document.relations)
    if missing:
        text.append(" · " + words["missing"].format(count=missing))
    return text


def unread(document: Document, words: Mapping[str, str]) -> str:
    """Return which pages are pictures: what they say was not checked."""
    pages = [str(page) for page in document.pictures[:MOST_PAGES]]
    if len(document.pictures) > MOST_PAGES:
        pages.append("…")
    return words["picture" if len(document.pictures) == 1 else "pictures"].format(pages=", ".join(pages))


def too_large(document: Document, words: Mapping[str, str]) -> list[str]:
    """Return what the document was too large for, a clause each."""
    notes = []
    if document.left_out.tables:
        blocks = set(document.left_out.tables)
        figures = sum(figure.block in blocks for figure in document.figures)
        said = words["unsearched_one" if len(blocks) == 1 else "unsearched"]
        notes.append(said.format(figures=figures, count=len(blocks)))
    if document.left_out.sums:
        notes.append(counted(words, "unexamined", document.left_out.sums))
    return notes


def counted(words: Mapping[str, str], key: str, count: int) -> str:
    """Return a count with its words, in the singular for one."""
    return words[f"{key}_one"] if count == 1 else words[key].format(count=count)


def clean(text: str) -> str:
    """Return text that cannot command a terminal, on one line."""
    return " ".join(CONTROLS.sub(" ", text).split())


def place_of(document: Document, relation: Relation, language: str) -> str:
    """Return the page of a finding, or its line where there are no pages."""
    figure = document.figure(relation.stated)
    words = words_of(language)
    if figure.page is not None:
        return words["page"].format(page=figure.page)
    return words["line"].format(line=document.text.count("\n", 0, figure.start) + 1)


def quoted(document: Document, relation: Relation) -> Text:
    """Return the words of the document around the figures of a relation."""
    spans = [document.figure(name) for name in (relation.stated, *relation.parts)]
    start, end = min(figure.start for figure in spans), max(figure.end for figure in spans)
    start = max(start - AROUND, document.text.rfind("\n", 0, start) + 1)
    if start and document.text[start - 1].isalnum() and document.text[start].isascii():
        start = document.text.find(" ", start, min(figure.start for figure in spans)) + 1 or start  # no half word
    stop = document.text.find("\n", end)
    end = min(end + 2 * AROUND, len(document.text) if stop < 0 else stop)
    text = clean(document.text[start:end])
    return Text(f"“{text if len(text) <= QUOTED else text[:QUOTED] + ' …'}”")
