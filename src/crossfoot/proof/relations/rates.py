"""Rates: "45 deaths in a population of 15,000, a rate of 3.0 per 1,000"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.footing import share_of
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.breakdowns import by_sentence
from crossfoot.proof.relations.claim import Claim, ratio_claim
from crossfoot.proof.relations.words import AVERAGE
from crossfoot.proof.source import Source
from crossfoot.prose import Kind

NAMED = re.compile(
    r"\s*(?:\w+\s*)?[,(（，;:]\s*"
    r"(?:(?:or|i\.e\.,?|that is,?|giving|yielding|for|corresponding to|soit|an?|the|un|une|overall|crude) )*"
    r"(?P<cue>(?:(?:attack|incidence|death|mortality|infection) )?rate|incidence|prevalence|prévalence"
    r"|taux(?: (?:d['’]attaque|d['’]incidence|de mortalité|brut))?|(?:死亡|发病|發病|罹患|感染|患病|出生|发生)率)"
    r"\s*(?:of|de|was|is|为|為|是|达|達|约|:|=|：)?\s*"
)
CLOSED = re.compile(
    r"\s*(?:inhabitants|people|persons|population|residents|live births|habitants|personnes|"
    r"naissances vivantes|[例人名])?\s*[)）]?\s*[.。!]?\s*"
)
POPULATION_BEFORE = re.compile(r"\bpopulation (?:of|de|d['’])\s*$|人口(?:为|有|共)?\s*$")
POPULATION_AFTER = re.compile(
    r"\s*(?:inhabitants|residents|people at risk|live births|habitants|naissances vivantes|(?:名)?居民|人口)"
)
PER_TIME = re.compile(
    r"\bper (?:person|child|patient)\b|\b(?:person|child)[- ](?:years?|days?|months?)|\bpersonnes?-"
    r"|\badjusted\b|\bstandardi[sz]ed\b|\bajusté|标化"
)
FIGURES_OF_A_RATE = 3
PER_MILLE = 1000
CLASSIFIER = re.compile(r"\s?[人名例起宗]")


def find_rates(source: Source) -> Iterator[Claim]:
    """Yield the rates of sentences that hold nothing but a count, a population and their rate."""
    for figures in source.running:
        if not any(figure.kind is Kind.RATE for figure in figures):
            continue
        for sentence in by_sentence(figures):
            if len(sentence) == FIGURES_OF_A_RATE:
                yield from of_sentence(source, sentence)


def rated_ends(part: Figure, whole: Figure, base: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and greatest number of a part in a base of so many of the whole."""
    least, most = share_of(part.interval, whole.interval)
    return None if least is None else least * base / 100, None if most is None else most * base / 100


def of_sentence(source: Source, figures: Sequence[Figure]) -> Iterator[Claim]:
    """Yield the rate of three figures, if each is named for what it is."""
    part, whole, rate = figures
    if rate.kind is not Kind.RATE or {part.kind, whole.kind} != {Kind.COUNT}:
        return
    base = PER_MILLE if rate.unit == "‰" else int(rate.unit[1:]) if rate.unit[1:].isdigit() else 0
    if not populous(source, whole):
        part, whole = whole, part
    words = source.low[rate.sentence[0] : rate.sentence[1]]
    cue = NAMED.fullmatch(source.low[behind_noun(source, figures[1]) : rate.start])
    closed = CLOSED.fullmatch(source.low[rate.end : rate.sentence[1]])
    named = cue is not None and populous(source, whole) and not populous(source, part)
    if cue is None or closed is None or not (named and base) or AVERAGE.search(words) or PER_TIME.search(words):
        return
    if not 0 <= part.value < whole.value:
        return
    computed = rated_ends(part, whole, Fraction(base))
    yield ratio_claim(RelationKind.RATE, rate, (part, whole), computed, Evidence.DECLARED, cue["cue"])


def behind_noun(source: Source, figure: Figure) -> int:
    """Return where what a figure counts ends."""
    counted = figure.counted.lower()
    at = source.low.find(counted, figure.end, figure.end + len(counted) + 2) if counted else -1
    if at >= 0 and not source.low[figure.end : at].strip():
        return at + len(counted)
    classifier = CLASSIFIER.match(source.low, figure.end)  # what is counted may stand before: 死亡45人
    return figure.end if classifier is None else classifier.end()


def populous(source: Source, figure: Figure) -> bool:
    """Tell whether words call a figure a population."""
    before = source.low[max(figure.sentence[0], figure.start - 30) : figure.start]
    return bool(POPULATION_BEFORE.search(before) or POPULATION_AFTER.match(source.low, figure.end))
