"""Counts for one place after another behind their total: "48 cases, of which 31 in Bo, 12 in Ken and 5 in Tor"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import COUNTED, by_sentence, joined, outside_brackets
from crossfoot.proof.relations.claim import FEWEST, Claim, part_of, sum_of, untold
from crossfoot.proof.relations.members import CLASSIFIER
from crossfoot.proof.relations.restated import plain_words
from crossfoot.proof.relations.words import GROUPS, PARTLY, TOTAL, UNKNOWN, WHOLLY
from crossfoot.proof.source import Source
from crossfoot.terms.finding import Outcome

HUNG = re.compile(r"[:：]\s*\**\s*(?:[^\d:：;；。]{0,24})$")
RUNS_ON = re.compile(r"[^\d.。;；:：!?\n]{0,16}[,，、][^\d.。;；:：!?\n]{0,12}$")
PLACES = re.compile(
    r"\W*(?:[\w'’-]+ ){0,2}(?:districts?|count(?:y|ies)|provinces?|regions?|cities|towns?|villages?|states?|countries"
    r"|sites?|areas?|zones?|communes?|villes?|préfectures?|départements?|localités?|pays|camps?)\b"
    r"|\s?个?(?:城市|省|县|区|市|村|国家)"
)
STOP = re.compile(r"[;；。!?\n]|\.\s")
TO_DATE = re.compile("累计|累計")
LONGEST_GAP = 90  # code points between a total and the first place
CALLED = 40  # code points before a total in which it is called one
NEAREST = 3  # totals that are tried, the nearest first
MOST = 60  # figures of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class _Run:
    """Counts for places of their own, and what leads up to them."""

    parts: tuple[Figure, ...]
    before: tuple[Figure, ...]  # what may be their total, in the order of the text
    gap: str  # words between the nearest of these and the first part
    numbered: bool  # whether the text says how many places there are, and so many are given


def find_local(source: Source) -> Iterator[Claim]:
    """Yield what a run of counts for places says of the total that it stands behind."""
    for figures in source.running:
        if len(figures) <= FEWEST:
            continue
        for sentence in by_sentence(figures):
            counts = [figure for figure in sentence[:MOST] if figure.kind in COUNTED]
            outside = outside_brackets(source, counts) if len(counts) > FEWEST else []
            for run in _runs(source, outside):
                claim = _of_run(source, run)
                if claim is not None:
                    yield claim


def _runs(source: Source, counts: Sequence[Figure]) -> Iterator[_Run]:
    number = 1
    while number < len(counts):
        parts = _placed_from(source, counts, number)
        if len(parts) < FEWEST:
            number += 1
            continue
        before = list(counts[:number])
        numbered = bool(before) and _says_how_many(source, before[-1], len(parts))
        before = before[:-1] if numbered else before
        if before:
            gap = source.low[before[-1].end : parts[0].start]
            yield _Run(tuple(parts), tuple(before), gap, numbered)
        number += len(parts)


def _placed_from(source: Source, counts: Sequence[Figure], first: int) -> list[Figure]:
    """Return the counts from `first` that follow one another, each of one thing at a place of its own."""
    parts: list[Figure] = []
    areas: set[str] = set()
    for figure in counts[first:]:
        if not figure.area or figure.area in areas or ";" in figure.area:
            break
        alike = not parts or (figure.unit == parts[0].unit and figure.kind is parts[0].kind)
        if not alike or (parts and not (joined(source, parts[-1], figure) and _same_noun(source, parts[0], figure))):
            break
        parts.append(figure)
        areas.add(figure.area)
    return parts


def _says_how_many(source: Source, figure: Figure, places: int) -> bool:
    """Tell whether a figure is the number of the places that follow: "across three districts:"."""
    return figure.value == places and GROUPS.search(source.low, figure.end, figure.end + CALLED) is not None


def _of_run(source: Source, run: _Run) -> Claim | None:
    total = run.before[-1]
    if len(run.gap) > LONGEST_GAP or STOP.search(run.gap) or total.area in {part.area for part in run.parts}:
        return None
    partly, wholly = PARTLY.search(run.gap), WHOLLY.search(run.gap)
    around = source.low[max(total.sentence[0], total.start - CALLED) : total.end + CALLED]
    called = TOTAL.search(around) or TO_DATE.search(around)
    hung = HUNG.search(run.gap)
    runs_on = called if RUNS_ON.fullmatch(run.gap) else None
    cue = partly or wholly or hung or runs_on
    if cue is None:
        return None
    words = cue[0].strip()[:1] if cue is hung else cue[0]
    for figure in reversed(run.before[-NEAREST:]):
        claim = sum_of(figure, run.parts, Evidence.DECLARED, words)
        if claim.outcome is Outcome.PASSED and figure.exact and figure.unit == run.parts[0].unit:
            return claim
    if not (total.exact and total.unit == run.parts[0].unit and _same_noun(source, total, run.parts[0])):
        return None
    if PLACES.match(source.low, total.end) and not run.parts[0].counted:
        return None  # "12 districts: 340 in one of them" counts something else
    left = UNKNOWN.search(run.gap) or UNKNOWN.search(source.low, run.parts[-1].end, run.parts[-1].sentence[1])
    if (run.numbered or wholly) and not partly and not left:
        return sum_of(total, run.parts, Evidence.DECLARED, words)
    within = part_of(total, run.parts, Evidence.DECLARED, words)
    if within.outcome is Outcome.FAILED or partly:
        return within
    return untold(sum_of(total, run.parts, Evidence.DECLARED, words), "remainder") if hung else None


def _same_noun(source: Source, one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same thing: an idea in common, the same measure word, or none named."""
    if not one.counted or not other.counted or plain_words(one.counted) & plain_words(other.counted):
        return True
    classifier = CLASSIFIER.match(source.low, one.end)
    return classifier is not None and source.low.startswith(classifier[0], other.end)
