"""Ratios of two counts: "a ratio of men to women of 3:1 (150 men and 50 women)", 男女比例为3:1."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from crossfoot.footing import Interval, interval_of
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.breakdowns import by_sentence, label_after, label_before
from crossfoot.proof.relations.claim import FEWEST, Claim, decimal_of, verdict
from crossfoot.proof.relations.words import CLASSES
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.figure import Qualifier

NAMED = re.compile(r"\b(?:sex |gender )?ratios?\b|\brapport\b|之比|比例|性别比|性比")
TERMS = re.compile(r"(\d+(?:[.,]\d+)?)\s*[:：]\s*(\d+(?:[.,]\d+)?)")
NUMBER = re.compile(r"\d{1,6}(?:[.,]\d+)?")
JOINT = re.compile(r"[:：比]|\s+(?:to|pour|contre)\s+")
SHORT = {"male": re.compile(r"\b[mh]\s?[/:]"), "female": re.compile(r"\bf\s?[/:]")}
REACH = 60  # code points before a ratio in which its two sides are named


def find_ratios(source: Source) -> Iterator[Claim]:
    """Yield the ratios of sentences that name two sides, and give a count of each and no other ratio."""
    for figures in source.running:
        for sentence in by_sentence(figures):
            if FEWEST < len(sentence) <= FEWEST + FEWEST and NAMED.search(source.low, *sentence[0].sentence):
                yield from of_sentence(source, sentence)


def of_sentence(source: Source, figures: Sequence[Figure]) -> Iterator[Claim]:
    """Yield what the one ratio of a sentence, written 3:1 or "3 to 1", says about its two counts."""
    found = [
        (figure, terms.groups())
        for figure in figures
        if figure.kind is Kind.RATIO and (terms := TERMS.fullmatch(figure.text))
    ]
    counts = [figure for figure in figures if figure.kind is Kind.COUNT]
    for one, other in pairwise(counts):
        if JOINT.fullmatch(source.low[one.end : other.start]):
            found.append((one, (one.text, other.text)))
            counts = [figure for figure in counts if figure is not one and figure is not other]
    if len(found) == 1 and len(counts) == FEWEST:
        claim = of_counts(source, *found[0], counts)
        if claim is not None:
            yield claim


def of_counts(source: Source, ratio: Figure, terms: Sequence[str], counts: Sequence[Figure]) -> Claim | None:
    """Return what a ratio says about two counts whose labels stand before it in its order."""
    before = [count.end for count in counts if count.end <= ratio.start]
    words = source.low[max(ratio.sentence[0], ratio.start - REACH, *before) : ratio.start]
    cue = NAMED.search(words)
    labels = [
        label_after(source, list(counts), number) or label_before(source, list(counts), number)
        for number in range(FEWEST)
    ]
    if cue is None or None in labels or not all(count.value for count in counts):
        return None
    if not all(NUMBER.fullmatch(term) for term in terms):
        return None
    sides = [
        (place_of(words, label), count) for label, count in zip(labels, counts, strict=True) if label
    ]
    if any(place < 0 for place, _ in sides) or sides[0][0] == sides[1][0]:
        return None
    (_, first), (_, second) = sorted(sides, key=lambda side: side[0])
    return ratio_of(ratio, (first, second), terms, cue[0])


def place_of(words: str, label: tuple[str, str]) -> int:
    """Return where the words before a ratio last name a label, -1 for nowhere."""
    patterns = [CLASSES[label[0]][label[1]], *([SHORT[label[1]]] if label[1] in SHORT else ())]
    return max((match.start() for pattern in patterns for match in pattern.finditer(words)), default=-1)


def ratio_of(ratio: Figure, counts: tuple[Figure, Figure], terms: Sequence[str], cue: str) -> Claim:
    """Claim that two counts are as the terms of a ratio, each rounded to its last digit; a bare 1 is exact."""
    first, second = (term_of(term) for term in terms)
    exact = Fraction(counts[0].value) / Fraction(counts[1].value)
    least = quotient(first.lower, second.upper)
    most = quotient(first.upper, second.lower)
    failed = (least is not None and exact < least) or (most is not None and exact > most)
    one = decimal_of(exact)
    return Claim(
        RelationKind.RATIO, ratio, counts, verdict(failed=failed), Evidence.DECLARED, cue, one, one
    )  # fmt: skip


def term_of(text: str) -> Interval:
    """Return the values that a term of a ratio may stand for."""
    value = Decimal(text.replace(",", "."))
    places = len(text.replace(",", ".").partition(".")[2])
    return interval_of(value, Qualifier.EXACT, None if text == "1" else places)


def quotient(over: Decimal | None, under: Decimal | None) -> Fraction | None:
    """Return one end of a ratio; None where it has none."""
    return None if over is None or under is None or under <= 0 else Fraction(over) / Fraction(under)
