"""Percentages that no whole numbers give (GRIM), and shares of one whole that should make 100."""

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from crossfoot.footing import differs, exactly, total_of
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.breakdowns import by_sentence, labelled_run
from crossfoot.proof.relations.claim import FEWEST, Claim, apart, verdict
from crossfoot.proof.relations.words import CLASSES, GROUPS, UNKNOWN
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.figure import Qualifier

OF = re.compile(r"[\s*]*(?:of|des|de)[\s*]+(?:(?:the|these|those|our|all|les|ces)[\s*]+){0,2}")
PEOPLE = re.compile(
    r"\b(?:patients?|cases?|participants?|respondents?|persons?|people|children|women|men|students?|subjects?|"
    r"households?|facilities|samples?|malades?|cas|personnes?|enfants?|femmes?|hommes?|ménages?)\b"
)
SMALLEST, LEAST_INFORMATIVE = 5, 2
WHOLE = Decimal(100)


def find_grim(source: Source) -> Iterator[Claim]:
    """Yield percentages of a stated number of people of whom no whole number is so many per cent."""
    for figures in source.running:
        for percent, whole in pairwise(figures):
            if percent.kind is not Kind.PERCENT or whole.kind is not Kind.COUNT or percent.decimals is None:
                continue
            if percent.qualifier is not Qualifier.EXACT or whole.qualifier is not Qualifier.EXACT:
                continue
            if (
                not OF.fullmatch(source.low[percent.end : whole.start])
                or not whole.text.replace(",", "").isdigit()
            ):
                continue
            noun = source.low[whole.end : whole.end + 30].split(",")[0]
            size = whole.value
            if PEOPLE.search(noun) and SMALLEST <= size < 10 ** (percent.decimals + LEAST_INFORMATIVE):
                yield grim(percent, whole, source.low[percent.end : whole.start].strip(" *"))


def grim(percent: Figure, whole: Figure, cue: str) -> Claim:
    """Claim that some whole number of the group is so many per cent of it."""
    size = int(whole.value)
    near = Fraction(percent.value) * size / 100
    tries = {Fraction(100 * count, size) for count in (math.floor(near), math.ceil(near))}
    failed = all(apart(percent.interval, share, share) for share in tries)
    return Claim(
        RelationKind.GRIM, percent, (whole,), verdict(failed=failed), Evidence.DECLARED, cue
    )


def find_hundred(source: Source) -> Iterator[Claim]:
    """Yield the shares of a complete set of closed labels: 55 % women and 45 % men."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            shares = [figure for figure in sentence if figure.kind is Kind.PERCENT]
            if len(shares) < FEWEST:
                continue
            parts, labels = labelled_run(source, shares, 0)
            if (
                len(parts) != len(shares)
                or len(labels) != len(CLASSES[labels[0][0]])
                or labels[0][0] == "age"
            ):
                continue
            words = source.low[sentence[0].sentence[0] : sentence[0].sentence[1]]
            if UNKNOWN.search(words) or GROUPS.search(words) or not all(part.exact for part in parts):
                continue
            yield hundred(parts, " / ".join(label for _, label in labels))


def hundred(parts: list[Figure], cue: str) -> Claim:
    """Claim that shares make 100 per cent within their rounding."""
    computed = total_of(part.interval for part in parts)
    imbalance = sum((part.value for part in parts), Decimal(0)) - WHOLE
    failed = differs(exactly(WHOLE), computed)
    return Claim(
        RelationKind.HUNDRED, parts[0], tuple(parts[1:]), verdict(failed=failed), Evidence.DECLARED, cue,
        computed.lower, computed.upper, imbalance,
    )  # fmt: skip
