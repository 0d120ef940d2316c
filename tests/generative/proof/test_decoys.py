"""Decoys: real documents with every number replaced by a random one. What arithmetic finds there is an accident.

A relation asserted by arithmetic alone is accepted where fewer than 0.01 such accidents are expected in a
document of prose and 0.001 in a table. Here that is measured: of what arithmetic asserts in the documents
themselves at most one in a hundred may be an accident, and only words, labels or signs may accuse.
"""

import gzip
import json
import random
import re
from collections import Counter
from pathlib import Path

import pytest

from crossfoot.documents import read_document
from crossfoot.documents.layout import Entry, LayoutBuilder
from crossfoot.proof.document import Warrant, warrant_of
from crossfoot.proof.relations import find_claims
from crossfoot.proof.source import source_of
from crossfoot.terms.finding import Outcome

PROJECT = Path(__file__).parents[3]
SHARED = PROJECT.parent / "shared"
GOLD = SHARED / "data" / "prose-gold"
ROUNDS = 20
ACCIDENTS = 0.01  # of what arithmetic asserts, or in a document
TABLES, LINES = 24, 120  # of a gold set that are taken
NUMBER = re.compile(r"\d+")


def decoy_of(text, draw):
    """Return the text with every run of digits replaced by a random one of the same length and trailing zeros."""

    def other(match):
        bare = match[0].rstrip("0")
        digits = [str(draw.randint(0, 9)) for _ in bare]
        if digits and bare[0] != "0":
            digits[0] = str(draw.randint(1, 9))
        return "".join(digits) + match[0][len(bare) :]

    return NUMBER.sub(other, text)


def claims_of_file(name, text):
    """Return what is claimed of a text, as a document of that name."""
    return find_claims(source_of(read_document(text.encode(), name)))


def claims_of_table(_, text):
    """Return what is claimed of a table, given as the JSON of its cells."""
    builder = LayoutBuilder()
    builder.add_table([[Entry(cell) for cell in row] for row in json.loads(text)])
    return find_claims(source_of(builder.layout()))


def files(*places):
    """Return (name, text) of files of the project or of the shared data; skip where these are not there."""
    missing = [place for place in places if not place.exists()]
    if missing:
        pytest.skip(f"{missing[0]} is not here: the shared data are not part of the project")
    return [(place.name, place.read_text("utf-8")) for place in places]


def own_pages():
    """Return the project's own pages."""
    return files(PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md")))


def examples():
    """Return the examples' pages and a few of their returns, which are tables."""
    folder = PROJECT / "examples"
    returns = sorted((folder / "ebola-liberia-2014" / "inbox").glob("*.csv"))[::12]
    return files(*sorted(folder.glob("*/*.md")), *returns)


def briefing_1952():
    """Return the briefing of 1952."""
    return files(SHARED / "acceptance" / "briefing-1952" / "briefing.txt")


def gold_texts():
    """Return the sentences of the gold sets of prose, a set a document."""
    sets = []
    for place in sorted(GOLD.glob("*/*.jsonl")) or [GOLD / "prose"]:
        [(name, text)] = files(place)
        rows = [json.loads(line) for line in text.splitlines()[:LINES]]
        words = [row.get("text") or row.get("Input") or row.get("input") or "" for row in rows]
        sets.append((f"{name}.txt", "\n\n".join(" ".join(word.split()) for word in words)))
    return sets


def gold_tables():
    """Return every so manieth table of the gold set of sums, as JSON."""
    place = GOLD / "aggrecol" / "dataset.jl.gz"
    if not place.exists():
        pytest.skip(f"{place} is not here: the shared data are not part of the project")
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        tables = [json.loads(line)["table_array"] for line in lines]
    small = [table for table in tables if sum(map(len, table)) <= 600]  # cells: twenty rounds are many
    return [("table", json.dumps(table)) for table in small[:: max(1, len(small) // TABLES)]]


@pytest.mark.parametrize(
    ("documents", "claims_of"),
    [
        (own_pages, claims_of_file),
        (examples, claims_of_file),
        (briefing_1952, claims_of_file),
        (gold_texts, claims_of_file),
        (gold_tables, claims_of_table),
    ],
)
def test_decoys_are_accused_by_words_only_and_related_by_accident_hardly_ever(documents, claims_of):
    draw = random.Random(1952)
    texts = documents()
    warranted = Counter(warrant_of(claim.evidence, claim.cue) for text in texts for claim in claims_of(*text))
    accidents = 0
    for name, text in texts * ROUNDS:
        for claim in claims_of(name, decoy_of(text, draw)):
            if warrant_of(claim.evidence, claim.cue) is Warrant.ARITHMETIC:
                accidents += 1
                assert claim.outcome is not Outcome.FAILED, (name, claim)
    assert accidents <= ACCIDENTS * ROUNDS * max(warranted[Warrant.ARITHMETIC], len(texts))
