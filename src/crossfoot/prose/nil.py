"""Zeros said in words: "No new cases", "Décès : néant", "RAS"."""

from decimal import Decimal
from functools import lru_cache

from crossfoot.prose.draft import Draft
from crossfoot.prose.languages.language import Language
from crossfoot.prose.languages.subjects import EVENTS, NEW, NIL, NO, STATES
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_BEFORE = frozenset({":", "=", "-", "–", "—"})
_AFTER = frozenset({"", ".", ";", ",", ")", "(", "|"})
_REACH = 5
_SAID = frozenset("positif positive notifié communautaire validée".split())


@lru_cache
def nil_words(language: Language) -> frozenset[str]:
    """Return the words with which a zero can begin."""
    return NIL | NO.get(language.code, frozenset())


def read_nil(passage: Passage, index: int) -> Draft | None:
    """Read the zero that begins at the word at `index`: an answer by itself, or "no" before what is counted."""
    word = passage.words[index]
    draft = Draft(Kind.COUNT, index, index + 1, Decimal(0), words=True)
    if word in NIL and passage.word(index - 1) in _BEFORE and passage.word(index + 1) in _AFTER:
        return draft if index > 1 else None
    if word not in NO.get(passage.language.code, frozenset()):
        return None
    first = index + 1
    if word == "pas":
        if passage.word(first) not in ("de", "d") or passage.word(first + 1) not in NEW:
            return None
        first += 1
    for i in range(first, first + _REACH):
        if passage.kind(i) != "w":
            return None
        noun = passage.words[i]
        if noun in EVENTS:
            break
        if noun not in NEW and noun not in STATES and noun not in ("reported", "further", "seul", "autre"):
            return None
    else:
        return None
    return _counting(passage, draft, first, i + 1)


def _counting(passage: Passage, draft: Draft, first: int, after: int) -> Draft | None:
    """Return the zero with what it counts; None where "case" only describes: "no case management"."""
    language = passage.language
    if language.noun_first:
        while passage.word(after) in STATES or passage.word(after) in _SAID:
            after += 1
    elif not passage.words[after - 1].endswith("s") and passage.kind(after) == "w":
        if passage.words[after] not in language.stops and passage.words[after] not in language.verbs:
            return None
    draft.counted, draft.noun_after = passage.span(first, after), after
    return draft
