"""A text as words that compare: without case, accents and the plural's ending; of Chinese, each character."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.campaign.names import folded
from crossfoot.prose.characters import levelled

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_SHORT = 3  # letters of a word whose last s is no plural's ending: gas
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as names are compared, as phrases are, and where it stands."""

    name: str  # folded
    key: str  # folded, in the singular
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order. Offsets are those of the text that was given."""

    text: str
    all: tuple[Word, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin between two offsets."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def words_of(text: str) -> Words:
    """Return the words of a text."""
    plain = levelled(text)
    found = [(match.group(), *match.span()) for match in _WORD.finditer(plain)]
    words = tuple(Word(name, singular(name), start, end) for raw, start, end in found if (name := fold(raw)))
    return Words(text, words, tuple(word.start for word in words))


def keys_of(phrase: str) -> Keys:
    """Return a phrase as it is compared."""
    return tuple(word.key for word in words_of(phrase).all)


def names_of(name: str) -> Keys:
    """Return the name of an area as it is compared: with its last letter."""
    return tuple(word.name for word in words_of(name).all)


def phrases(*written: str) -> frozenset[Keys]:
    """Return several phrases, parted by commas, as they are compared."""
    return frozenset(keys_of(phrase) for line in written for phrase in line.split(",") if phrase.strip())


def holds(words: Sequence[Word], wanted: frozenset[Keys]) -> bool:
    """Tell whether one of several phrases stands somewhere among these words."""
    first, longest = _first_words(wanted)
    for at, word in enumerate(words):
        if word.key in first:
            keys = tuple(w.key for w in words[at : at + longest])
            if any(keys[:n] in wanted for n in range(1, len(keys) + 1)):
                return True
    return False


@lru_cache
def _first_words(wanted: frozenset[Keys]) -> tuple[frozenset[str], int]:
    return frozenset(keys[0] for keys in wanted), max(map(len, wanted))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word without case and accents."""
    return folded(word)


@lru_cache(maxsize=50_000)
def singular(name: str) -> str:
    """Return a folded word without the s of a plural: cases and case are one word, and so are cas and ca."""
    return name[:-1] if len(name) > _SHORT and name.endswith("s") and not name.endswith("ss") else name
