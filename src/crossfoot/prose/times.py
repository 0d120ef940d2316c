"""When a figure is about: a date as written, a stretch, "this week", or a length such as "in five days" (P5D)."""

from functools import lru_cache
from itertools import pairwise

from crossfoot.prose.blocks import Block
from crossfoot.prose.digits import is_whole
from crossfoot.prose.draft import Draft, by_sentence
from crossfoot.prose.languages.language import Language
from crossfoot.prose.languages.periods import AS_OF, BEFORE, IN_MONTH, LATEST, PHRASES
from crossfoot.prose.places import Scope
from crossfoot.prose.reading import FIGURES, Kind
from crossfoot.prose.tokens import Passage, by_first_word

_DATED = frozenset({Kind.DATE, Kind.YEAR, Kind.PERIOD})
_LENGTH_CODE = {"s": "S", "min": "M", "h": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_CLOCK = frozenset({"s", "min", "h"})
_WITHIN = frozenset("in within over during dans en for durant pendant last past".split())
_WHILE = frozenset("since during before after depuis pendant durant avant après".split())
_CLAUSE_END = frozenset({";", ".", "!", "?"})
_JOINTS = frozenset({"to", "and", "until", "through", "au", "et", "à", "-", "–", "—"})
_LONGEST = 5
_LONGEST_OPENER = 9
_HEADING_TOKENS = 25
_HEAD_OF_TEXT = 600  # code points in which a line may date the whole report
_FAR = 20


def date(
    passage: Passage, drafts: list[Draft], scope: Scope, bounds: list[tuple[int, int]], block: Block
) -> None:
    """Set the period of each figure of a passage, and what the scope is for the lines after it."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    said = _said(passage, drafts)
    everything = sorted((*drafts, *said), key=lambda draft: draft.first) if said else drafts
    opens = passage.words[-1:] == [":"]
    if figures:
        for first, after, here in by_sentence(everything, passage.starts, bounds):
            if any(draft.kind in FIGURES for draft in here):
                _date_sentence(passage, here, first, after)
        _lengths(passage, figures)
    if not block.item and not opens:
        scope.period = ""
    for draft in figures:
        draft.period = draft.period or scope.period or scope.as_of
    if opens or (not figures and (block.heading or block.start < _HEAD_OF_TEXT)):
        _keep(passage, everything, scope, opens=opens)


def _keep(passage: Passage, drafts: list[Draft], scope: Scope, *, opens: bool) -> None:
    """Keep the date of a line that opens a list, and that of a heading: "Situation as of 3 May"."""
    dated = [draft for draft in drafts if draft.kind in _DATED]
    written = _written(passage, dated[-1], dated) if dated else ""
    if opens:
        scope.period = written
    elif dated and len(passage) <= _HEADING_TOKENS and written.lower().startswith(AS_OF):
        scope.as_of = written


def _said(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """Return the periods said without digits, "this week", "in March", as drafts beside those given."""
    language, words = passage.language, passage.words
    table = _phrases(language)
    if table.keys().isdisjoint(words) and language.months.keys().isdisjoint(words):
        return []
    found = []
    taken = {i for draft in drafts if draft.kind in _DATED for i in range(draft.first, draft.after)}
    for i, word in enumerate(words):
        if word in table:
            after = passage.phrase(i, table)
            if after > i and i not in taken:
                found.append(Draft(Kind.PERIOD, i, after))
                taken |= set(range(i, after))
        elif word in language.months and i not in taken and words[i - 1 : i] and words[i - 1] in IN_MONTH:
            if language.code != "en" or passage.capital(i):
                found.append(Draft(Kind.PERIOD, i, i + 1))
    return found


@lru_cache
def _phrases(language: Language) -> dict[str, list[tuple[str, ...]]]:
    return by_first_word(PHRASES[language.code])


def _date_sentence(passage: Passage, here: list[Draft], begin: int, end: int) -> None:
    dated = [draft for draft in here if draft.kind in _DATED]
    opening = _opening(passage, begin, here[0].first) if not dated else ""
    latest: Draft | None = None
    length = ""
    for n, draft in enumerate(here):
        if draft.kind in _DATED:
            latest = draft
        if draft.kind not in FIGURES:
            continue
        limit = here[n + 1].first if n + 1 < len(here) else end
        said = _while(passage, draft.after, limit)
        follower = here[n + 1] if n + 1 < len(here) else None
        if said:
            draft.period = said
        elif follower is not None and follower.kind in _DATED and _near(passage, draft, follower):
            draft.period = _written(passage, follower, dated)
        elif length:
            draft.period = length
        elif dated:
            draft.period = _written(passage, latest or dated[0], dated)
        else:
            draft.period = opening
        length = _lately(passage, draft) or length


def _lately(passage: Passage, draft: Draft) -> str:
    """Return the length of "in the last 21 days", which what follows in its sentence is about."""
    if draft.unit not in _LENGTH_CODE or draft.kind is not Kind.MEASURE or draft.upper is not None:
        return ""
    if draft.value is None or not is_whole(draft.value):
        return ""
    near = {*passage.words[max(draft.first - 1, 0) : draft.first], *passage.words[draft.first : draft.after]}
    return "" if LATEST.isdisjoint(near) else _length_of(draft)


def _opening(passage: Passage, begin: int, limit: int) -> str:
    """Return "Depuis le début de l'épidémie" where a sentence opens with it."""
    if passage.word(begin) not in _WHILE or passage.word(begin + 1) not in passage.language.determiners:
        return ""
    comma = next((i for i in range(begin, min(limit, begin + 2 * _LONGEST)) if passage.words[i] == ","), None)
    return "" if comma is None else passage.span(begin, comma)


def _near(passage: Passage, draft: Draft, other: Draft) -> bool:
    between = passage.words[draft.after : other.first]
    return not any(word in _CLAUSE_END for word in between)


@lru_cache
def _openers(language: Language) -> dict[str, list[tuple[str, ...]]]:
    few = tuple(phrase for phrase in language.period_before if phrase not in ("le", "du", "in", "on", "en"))
    return by_first_word((*few, *BEFORE[language.code]))


def _written(passage: Passage, dated: Draft, others: list[Draft]) -> str:
    """Return the date as written, with its other end, and with "as of" or "since" before it."""
    first, after = dated.first, dated.after
    for other in others:
        if passage.word(after) in _JOINTS and after < other.first <= after + 2:
            after = other.after
    for other in reversed(others):
        if passage.word(first - 1) in _JOINTS and other.after == first - 1:
            first = other.first
    if passage.word(first - 1) in _JOINTS and passage.word(first - 2) in passage.language.months:
        first -= 2
    opened = first
    for back in range(1, _LONGEST_OPENER):
        i = first - back
        if i >= 0 and passage.phrase(i, _openers(passage.language)) == first:
            opened = i
    if opened == first and passage.word(first - 1) in ("du", "from") and first < dated.first:
        opened -= 1
    return passage.span(opened, after)


def _while(passage: Passage, index: int, limit: int) -> str:
    """Return "during the campaign" where it follows a figure in its clause."""
    i = index
    while i < limit and passage.words[i] not in _CLAUSE_END and passage.words[i] != ",":
        if passage.words[i] in _WHILE and passage.word(i + 1) in passage.language.determiners:
            j = i + 2
            while j < min(limit, i + 2 * _LONGEST) and (passage.kind(j) == "w" or passage.words[j] == "'"):
                if passage.words[j] in passage.language.stops and not _goes_on(passage, j, limit):
                    break
                j += 1
            if j > i + 2:
                dated = passage.word(j - 1) in passage.language.of and passage.kind(j) == "d"
                return passage.span(i, j + dated)
        i += 1
    return ""


def _goes_on(passage: Passage, index: int, limit: int) -> bool:
    """Tell "the start of the outbreak", which goes on, from "the campaign in Lofa"."""
    word = passage.words[index]
    of = passage.language.of
    if word in of and passage.kind(index + 1) == "d":
        return True  # since the beginning of 2017
    article = word in ("the", "la", "le", "l") and passage.word(index - 1) in of
    return index + 1 < limit and (word in of or article)


def _length_of(draft: Draft) -> str:
    clock = "T" if draft.unit in _CLOCK else ""
    value = "" if draft.value is None else f"{draft.value.normalize():f}"
    return f"P{clock}{value}{_LENGTH_CODE[draft.unit]}"


def _lengths(passage: Passage, figures: list[Draft]) -> None:
    """Give the figure before "in five days" its length; the length is about the same."""
    for left, right in pairwise(figures):
        if right.unit not in _LENGTH_CODE or right.value is None or right.upper is not None:
            continue
        if right.kind is not Kind.MEASURE or left.unit in _LENGTH_CODE:
            continue
        between = passage.words[left.after : right.first]
        reach = _LONGEST if LATEST.isdisjoint(between[-1:]) else _FAR
        if not between or len(between) > reach or any(word in _CLAUSE_END for word in between):
            continue
        if between[-1] in _WITHIN or (len(between) > 1 and between[-2] in _WITHIN) or between[-1] in LATEST:
            left.period = _length_of(right)
