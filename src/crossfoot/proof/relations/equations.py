"""Sums written out: "120 + 80 = 200"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.claim import Claim, sum_of
from crossfoot.proof.source import Source
from crossfoot.prose import Kind

PLUS, EQUALS = re.compile(r"\s*[+＋]\s*"), re.compile(r"\s*[=＝]\s*")
LEFT_END = re.compile(r"(?:^|[\s(:：,;，；（])$")
RIGHT_END = re.compile(r"\s*(?:$|[\s).,;:，。；）])")


def find_equations(source: Source) -> Iterator[Claim]:
    """Yield sums that are written out with their signs and stand by themselves."""
    for figures in source.running:
        parts: list[Figure] = []
        for one, other in pairwise(figures):
            joint = source.low[one.end : other.start]
            if PLUS.fullmatch(joint):
                parts.append(one)
            elif EQUALS.fullmatch(joint) and parts:
                run = [*parts, one]
                if alone(source, run[0], other) and len({figure.unit for figure in [*run, other]}) == 1:
                    yield sum_of(other, run, Evidence.DECLARED, "+ =")
                parts = []
            else:
                parts = []


def alone(source: Source, first: Figure, last: Figure) -> bool:
    """Tell an equation of its own from a piece of a longer formula."""
    before, behind = source.low[max(0, first.start - 1) : first.start], source.low[last.end : last.end + 3]
    plain = first.kind is Kind.COUNT or first.kind is last.kind
    return plain and LEFT_END.search(before) is not None and RIGHT_END.match(behind) is not None
