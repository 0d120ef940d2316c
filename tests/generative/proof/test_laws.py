"""Laws of a proof on documents that nobody wrote."""

import random
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.documents import read_document
from crossfoot.errors import UnreadableReturnError
from crossfoot.proof import proof
from crossfoot.proof.output.annotated import render_annotated
from crossfoot.proof.relations.lines import Number
from crossfoot.proof.relations.search import find_patterns

COUNTS = st.lists(st.integers(10, 99_999), min_size=2, max_size=2)


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.integers(-500, 500))
def test_a_slip_in_a_total_is_measured_exactly(parts, slip):
    """Whatever the figures, a slip of s in a declared total is found once and measured as s."""
    total = sum(parts) + slip
    if total <= 0:
        return
    [relation] = proof(f"{total:,} patients ({parts[0]:,} men and {parts[1]:,} women) came.").relations
    assert relation.imbalance == Decimal(slip)
    assert (relation.outcome == "failed") == (slip != 0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(6, 12))
def test_a_column_of_sums_is_found(seed, height):
    draw = random.Random(seed)
    rows = [(draw.randint(100, 99_999), draw.randint(100, 99_999)) for _ in range(height)]
    lines = [[Number(a), Number(b), Number(a + b)] for a, b in rows]
    assert [(pattern.total, pattern.parts) for pattern in find_patterns(lines)] == [(2, (0, 1))]


def test_random_tables_have_no_sums():
    """Decoys: in two hundred tables of random numbers nothing is taken for a sum."""
    draw = random.Random(7)
    for _ in range(200):
        height, width = draw.randint(3, 14), draw.randint(3, 9)
        size = 10 ** draw.randint(1, 5)
        lines = [[Number(draw.randint(1, size)) for _ in range(width)] for _ in range(height)]
        assert find_patterns(lines) == []


SENTENCES = (
    "In week {} there were {} new cases in {} districts, {} more than the week before; {} were seen. "
    "Teams visited {} households, gave {} doses and trained {} nurses; {} samples were sent."
)


def test_decoys_of_prose_raise_no_alarm():
    """Every number replaced by a random one: nothing that words do not declare may be asserted."""
    draw = random.Random(11)
    asserted = 0
    for _ in range(50):
        text = "\n\n".join(SENTENCES.format(*(draw.randint(1, 9999) for _ in range(9))) for _ in range(20))
        document = proof(text)
        assert document.failed == ()
        asserted += len(document.relations)
    assert asserted <= 1


@settings(max_examples=120, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("0123456789.,%()/+=:-–| \n\tabdeo年共人其中of£$\u202f\u200f\x00<>&"),
        max_size=300,
    )
)
def test_any_text_is_proofed_and_shown(text):
    """No text breaks the reader; figures stand where they say, in order, and never overlap."""
    document = proof(text + "\n")
    last = 0
    for figure in document.figures:
        assert figure.start >= last
        assert document.text[figure.start : figure.end] == figure.text
        last = figure.end
    copy = render_annotated(document, "en")
    assert copy.endswith("</html>\n")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_an_error_with_a_remedy(content):
    layout_or_error = read_as_text(content)
    assert layout_or_error is not None


def read_as_text(content):
    """Return the layout of bytes named as a text, or the message of the error."""
    try:
        return read_document(b"x" + content, "a.txt")
    except UnreadableReturnError as error:
        return str(error)


HOSTILE = (
    "We saw 900 cases, of whom " + " ".join(f"{n} (4{n % 10}%) were" for n in range(1, 1500)),
    "9 cases " + " ".join(f"(A {n}, B {n})" for n in range(1500)),
    " ".join(f"{n} cases of which {n + 1} were" for n in range(1500)),
    "112 cases, up 12% from 100 " + "a" * 40_000,
    "respectively 12 " + "a" * 40_000 + ", 14 and 16",
    "，".join(f"较上周（{n}例）增加{n}例" for n in range(1500)),
    "9 cases:\n" + "\n".join(f"- {n} cases in Bong{n}" for n in range(1500)),
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_twice_the_text_takes_about_twice_the_time(text):
    """No sentence is quadratic: four times the time for twice the text would be."""
    half = least_seconds(text[: len(text) // 2])
    assert least_seconds(text) <= max(0.05, 3.2 * half)


def least_seconds(text):
    """Return the least processor time of three proofs of a text."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        proof(text)
        spent.append(time.process_time() - began)
    return min(spent)
