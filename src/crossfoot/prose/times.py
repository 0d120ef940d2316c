"""When a figure is about: a date as written, a year, or a length such as "in five days" (P5D)."""

from functools import lru_cache
from itertools import pairwise

from crossfoot.prose.draft import Draft, by_sentence
from crossfoot.prose.languages.language import Language
from crossfoot.prose.reading import FIGURES, Kind
from crossfoot.prose.tokens import Passage, by_first_word

_DATED = frozenset({Kind.DATE, Kind.YEAR, Kind.PERIOD})
_LENGTH_CODE = {"s": "S", "min": "M", "h": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_CLOCK = frozenset({"s", "min", "h"})
_WITHIN = frozenset("in within over during dans en for durant pendant last past".split())
_WHILE = frozenset("since during before after depuis pendant durant avant après".split())
_CLAUSE_END = frozenset({";", ".", "!", "?"})
_LONGEST = 5


def date(passage: Passage, drafts: list[Draft], bounds: list[tuple[int, int]]) -> None:
    """Set the period of each figure of a passage."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    for first, after, here in by_sentence(drafts, passage.starts, bounds):
        if any(draft.kind in FIGURES for draft in here):
            _date_sentence(passage, here, first, after)
    _lengths(passage, figures)


def _date_sentence(passage: Passage, here: list[Draft], begin: int, end: int) -> None:
    dated = [draft for draft in here if draft.kind in _DATED]
    opening = _opening(passage, begin, here[0].first) if not dated else ""
    latest: Draft | None = None
    for n, draft in enumerate(here):
        if draft.kind in _DATED:
            latest = draft
        if draft.kind not in FIGURES:
            continue
        limit = here[n + 1].first if n + 1 < len(here) else end
        said = _while(passage, draft.after, limit)
        if said:
            draft.period = said
            continue
        follower = here[n + 1] if n + 1 < len(here) else None
        if follower is not None and follower.kind in _DATED and _near(passage, draft, follower):
            draft.period = _written(passage, follower)
        elif dated:
            draft.period = _written(passage, latest or dated[0])
        else:
            draft.period = opening


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
    return by_first_word(
        tuple(phrase for phrase in language.period_before if phrase not in ("le", "du", "in", "on", "en"))
    )


def _written(passage: Passage, dated: Draft) -> str:
    """Return the date as written, with "as of" or "since" before it."""
    first = dated.first
    for back in range(1, _LONGEST):
        i = dated.first - back
        if i >= 0 and passage.phrase(i, _openers(passage.language)) == dated.first:
            first = i
    return passage.span(first, dated.after)


def _while(passage: Passage, index: int, limit: int) -> str:
    """Return "during the campaign" where it follows a figure in its clause."""
    i = index
    while i < limit and passage.words[i] not in _CLAUSE_END and passage.words[i] != ",":
        if passage.words[i] in _WHILE and passage.word(i + 1) in passage.language.determiners:
            j = i + 2
            while (
                j < min(limit, i + _LONGEST)
                and passage.kind(j) == "w"
                and passage.words[j] not in passage.language.stops
            ):
                j += 1
            if j > i + 2:
                return passage.span(i, j)
        i += 1
    return ""


def _lengths(passage: Passage, figures: list[Draft]) -> None:
    """Give the figure before "in five days" its length; the length is about the same."""
    for left, right in pairwise(figures):
        code = _LENGTH_CODE.get(right.unit)
        if code is None or right.value is None or right.upper is not None or right.kind is not Kind.MEASURE:
            continue
        between = passage.words[left.after : right.first]
        if not between or len(between) > _LONGEST or any(word in _CLAUSE_END for word in between):
            continue
        if between[-1] in _WITHIN or (len(between) > 1 and between[-2] in _WITHIN):
            if left.unit in _LENGTH_CODE:
                continue
            clock = "T" if right.unit in _CLOCK else ""
            left.period = f"P{clock}{right.value.normalize():f}{code}"
