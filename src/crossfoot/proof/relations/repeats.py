"""One fact said twice: "thirty (30) days", a number in words and again in digits."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.claim import Claim, verdict
from crossfoot.proof.source import Source
from crossfoot.prose import Kind

IN_BRACKETS = re.compile(r"[\s*_]*[(（][\s*_]*")
CLOSED = re.compile(r"[\s*_]*[)）](?!\w)")
DIGIT = re.compile(r"\d")
BARE = re.compile(r"[\d\s.,'’]+%?")


def find_repeats(source: Source) -> Iterator[Claim]:
    """Yield numbers in words that are given again in digits right behind, in brackets of their own."""
    for figures in source.running:
        for words, digits in pairwise(figures):
            if DIGIT.search(words.text) or "-" in words.text or not BARE.fullmatch(digits.text):
                continue
            if words.kind is Kind.FRACTION or digits.kind is not Kind.COUNT:
                continue
            opened = IN_BRACKETS.fullmatch(source.low[words.end : digits.start])
            if opened is None or not CLOSED.match(source.low, digits.end):
                continue
            yield same(digits, words)


def same(stated: Figure, other: Figure) -> Claim:
    """Claim that two ways of writing one number agree; "within" and its like belong to both."""
    failed = stated.value != other.value
    return Claim(
        RelationKind.SAME, stated, (other,), verdict(failed=failed), Evidence.DECLARED, "( )", other.lower,
        other.upper, stated.value - other.value,
    )  # fmt: skip
