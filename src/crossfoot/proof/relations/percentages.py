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
    r"\b(?:adults?|adultes?|patients?|cases?|participants?|respondents?|persons?|people|children|women|men|students?|subjects?|"
    r"households?|facilities|samples?|malades?|cas|personnes?|enfants?|femmes?|hommes?|ménages?)\b"
)
OF_HAN = re.compile(
    r"[^,，。;；\d]{0,2}?(?:患者|病例|儿童|兒童|学生|居民|妇女|人|受访者|孕妇|老人|户)中[,，]?(?:有|约|仅)?\s*"
)
SMALLEST, LEAST_INFORMATIVE = 5, 2
WHOLE = Decimal(100)


def find_grim(source: Source) -> Iterator[Claim]:
    """Yield percentages of a stated number of people of whom no whole number is so many per cent."""
    for figures in source.running:
        for one, other in pairwise(figures):
            joint = source.low[one.end : other.start]
            if one.kind is Kind.PERCENT and OF.fullmatch(joint):
                noun = source.low[other.end : other.end + 30].split(",")[0]
                if PEOPLE.search(noun) and telling(one, other):
                    yield grim(one, other, joint.strip(" *"))
            elif other.kind is Kind.PERCENT and OF_HAN.fullmatch(joint) and telling(other, one):
                yield grim(other, one, joint.strip())


def telling(percent: Figure, whole: Figure) -> bool:
    """Tell whether few whole numbers of a group stated exactly give a percentage of so many decimals."""
    plain = percent.decimals is not None and percent.qualifier is whole.qualifier is Qualifier.EXACT
    counted = whole.kind is Kind.COUNT and whole.text.replace(",", "").isdigit()
    return plain and counted and SMALLEST <= whole.value < 10 ** ((percent.decimals or 0) + LEAST_INFORMATIVE)


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
