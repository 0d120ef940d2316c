"""Results of games and votes: 3-1, 6-4, 3-6, 7-6. They are no figures, and no ranges."""

from crossfoot.prose.draft import Draft
from crossfoot.prose.nouns import looks_plural
from crossfoot.prose.number_words import Numeral
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage
from crossfoot.prose.units import read_unit
from crossfoot.prose.wordings import percent_after

_RESULTS = frozenset(
    "win wins won winning victory victories defeat defeats defeated loss losses lose loses lost losing "
    "lead leads leading led draw draws drew drawn beat beats beating beaten tie tied winner triumph "
    "triumphed thrashing thrashed thumped hammered crushed routed edged downed outscored trailed trailing "
    "trail ahead behind score scored scores scoreline level aggregate half-time halftime verdict vote "
    "votes voted ruled ruling decision majority set sets penalties shootout equaliser equalised goal "
    "goals record series upset comeback home away passed approved rejected".split()
)
_BEFORE, _AFTER = 9, 4  # words in which a result is spoken of
_LISTED = frozenset({",", "and", "(", ")"})
_MOST_DIGITS = 3
_MOST_SETS = 6
_PAIR = 3  # tokens: two numbers and their dash


def read_score(passage: Passage, numeral: Numeral) -> Draft | None:
    """Read a result; a pair that falls, with no word of a result near it, may be anything and is ambiguous."""
    at = numeral.first
    if numeral.after - at != 1 or not _is_pair(passage, at):
        return None
    if _spoken_of(passage, at) or _among_results(passage, at):
        return Draft(Kind.SCORE, at, at + _PAIR)
    falls = int(passage.words[at]) > int(passage.words[at + 2])
    if falls and read_unit(passage, at + _PAIR) is None and percent_after(passage, at + _PAIR) == at + _PAIR:
        return Draft(Kind.AMBIGUOUS, at, at + _PAIR)
    return None


def _is_pair(passage: Passage, at: int) -> bool:
    """Tell whether two whole numbers of a few digits stand at `at`, a dash between them and no unit behind."""
    if at < 0 or passage.word(at + 1) not in ("-", "–") or passage.gap(at + 1) or passage.gap(at + 2):
        return False
    first, second = passage.word(at), passage.word(at + 2)
    if not (first.isdigit() and second.isdigit()) or max(len(first), len(second)) > _MOST_DIGITS:
        return False
    if (len(first) > 1 and first[0] == "0") or (len(second) > 1 and second[0] == "0"):
        return False
    after = passage.word(at + _PAIR)
    return after not in ("%", "°", "-", "–", "/", "x", "×") and not (
        passage.kind(at + _PAIR) == "w" and passage.gap(at + _PAIR) == 0
    )


def _spoken_of(passage: Passage, at: int) -> bool:
    """Tell whether a result is spoken of before the pair in its clause, or right behind it."""
    if passage.word(at - 1) in ("of", "from") and passage.kind(at + _PAIR) == "w":
        return passage.words[at - 2] in _RESULTS if at > 1 else False
    i = at - 1
    while i >= 0 and at - i <= _BEFORE and passage.words[i] not in (".", ";", ":"):
        if passage.words[i] in _RESULTS:
            return not _counts_on(passage, at + _PAIR)
        i -= 1
    return any(passage.word(i) in _RESULTS for i in range(at + _PAIR, at + _PAIR + _AFTER)) and (
        passage.word(at + _PAIR) in _RESULTS or int(passage.words[at]) >= int(passage.words[at + 2])
    )


def _counts_on(passage: Passage, index: int) -> bool:
    """Tell whether the pair is followed by what it counts: "lost 10-15 cows"."""
    word = passage.word(index)
    if int(passage.words[index - _PAIR]) < int(passage.words[index - 1]) and looks_plural(word, passage.language):
        return True
    return (
        passage.kind(index) == "w"
        and word not in _RESULTS
        and word not in passage.language.stops
        and word not in passage.language.verbs
        and not passage.capital(index)
    )


def _among_results(passage: Passage, at: int) -> bool:
    """Tell whether the pair is one of a list in which one falls: 6-4, 3-6, 7-6 or 6-4 3-6 7-6."""
    falls = int(passage.words[at]) > int(passage.words[at + 2])
    listed = False
    for step in (-1, 1):
        i = at
        for _ in range(_MOST_SETS):
            found = _next_pair(passage, i, step)
            if found is None:
                break
            i, listed = found, True
            falls = falls or int(passage.words[i]) > int(passage.words[i + 2])
    return listed and falls


def _next_pair(passage: Passage, at: int, step: int) -> int | None:
    """Return where the pair before (-1) or behind (1) one begins, with a comma, "and" or a bracket between."""
    i = at + (_PAIR if step > 0 else -1)
    for _ in range(2):
        if passage.word(i) in _LISTED:
            i += step
    i = i if step > 0 else i - _PAIR + 1
    return i if _is_pair(passage, i) else None
