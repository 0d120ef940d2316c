"""Percent and percentage points, in signs and words."""

from functools import lru_cache

from crossfoot.prose.languages.language import Language
from crossfoot.prose.tokens import Passage, by_first_word

_BY = frozenset({"wt", "vol", "mol", "at"})  # by weight, by volume
Phrases = dict[str, list[tuple[str, ...]]]


@lru_cache
def _tables(language: Language) -> tuple[Phrases, Phrases]:
    return by_first_word(language.percent), by_first_word((*language.points, "basis points", "basis point"))


@lru_cache
def first_words(language: Language) -> frozenset[str]:
    """Return the tokens that percent, points, per mille or -fold can begin with."""
    percent, points = _tables(language)
    return frozenset({*percent, *points, *_BY, *language.fold, "%", "‰", "-", "x", "×"})


def percent_after(passage: Passage, index: int) -> int:
    """Return the index after a percent sign or word at `index`, or `index`."""
    word = passage.word(index)
    if word == "%":
        return index + 1
    if word in _BY:
        sign = index + 1 + (passage.word(index + 1) == ".")
        if passage.word(sign) == "%" and passage.gap(sign) == 0:
            return sign + 1
    if word == "-" and passage.gap(index) == 0:
        after = passage.phrase(index + 1, _tables(passage.language)[0])
        return after if after > index + 1 and passage.raw(index + 1) != "PC" else index
    after = passage.phrase(index, _tables(passage.language)[0])
    if after == index + 1 and word == "pc" and passage.gap(index) == 0:
        return index
    return after


def points_after(passage: Passage, index: int) -> int:
    """Return the index after the words for percentage points at `index`, or `index`."""
    start = index + (passage.word(index) == "-" and passage.gap(index) == 0)
    after = passage.phrase(start, _tables(passage.language)[1])
    if after == start + 1 and passage.language.noun_first and _are_things(passage, after):
        return index
    return after if after > start else index


def _are_things(passage: Passage, index: int) -> bool:
    """Tell "119 points d'eau" and "12 points fixes" from "une hausse de 3 points"."""
    word = passage.word(index)
    return word in passage.language.of or (passage.kind(index) == "w" and word not in passage.language.stops)
