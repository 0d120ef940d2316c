"""A passage cut into words, numbers and marks, each with its place."""

import re
from bisect import bisect_left
from collections.abc import Callable

from crossfoot.prose.characters import JOINER, NARROW
from crossfoot.prose.languages.language import Language

# A number with its marks inside. Groups after a space or an apostrophe have three digits.
_NUMBER = (
    rf"\d{{1,3}}(?:[{NARROW}{JOINER}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:'\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|(?<!\d\s)(?<!\d\s\s)[1-9]\d{0,2}(?: \d{3})+(?![\d:]| ?\d|[.,]\d{3}(?!\d)|/(?!\d{1,3} \d{3}(?!\d)))(?:[.,]\d+)?"
    r"|\d+(?:[.,·]\d+)*"
)
_SPACED_GROUPS = _NUMBER.index("|(?<!"), _NUMBER.index(r"|\d+(?:[.,·]")
_TIGHT = (
    _NUMBER[: _SPACED_GROUPS[0]]
    + r"|(?<!\d\s)[1-9]\d{0,2}(?: 000)+(?! ?\d|[.,]\d)"  # 88 000 is no list
    + r"|(?<![\d#.,:;/+-])(?<![\d#.,:;/)%]\s)[1-9]\d{0,2}(?: \d{3})+(?= [a-z]{4})"  # nor are 17 145 cases
    + _NUMBER[_SPACED_GROUPS[1] :]
)
_LETTER = r"[^\W\d_²³¹⁰⁴-⁹¼½¾⅐-⅞₀-₉]"
# Words first: most tokens are words, and most words plain ones.
_WORD = rf"(?P<w>[a-z]+(?!{_LETTER})|{_LETTER}+)"
_MARK = rf"(?P<f>[¼½¾⅐-⅞])|(?P<p>[⁺⁻]?[²³¹⁰⁴-⁹]+)|(?P<s>[^\w\s{JOINER}]|_)"
_TOKEN = re.compile(rf"{_WORD}|(?P<d>{_NUMBER})|{_MARK}")
_TIGHT_TOKEN = re.compile(rf"{_WORD}|(?P<d>{_TIGHT})|{_MARK}")


_BEYOND = 64  # further than any rule looks past the ends
_NOTHING = [""] * _BEYOND


class Passage:
    """One paragraph or list item as tokens.

    `words` are lower case; `kinds` has one letter a token: d digits, w word, f vulgar fraction,
    p superscript, s mark.
    Offsets are those of the whole text.
    """

    __slots__ = (
        "end",
        "ends",
        "kind",
        "kinds",
        "language",
        "low",
        "start",
        "starts",
        "text",
        "word",
        "words",
    )

    def __init__(
        self, text: str, low: str, start: int, end: int, language: Language, *, tight: bool = False
    ) -> None:
        """Cut `text` (plain characters) from `start` to `end`; `low` is the whole text in lower case.

        `tight` tells that the text does not set thousands apart by plain spaces.
        """
        self.text, self.low, self.start, self.end, self.language = text, low, start, end, language
        pattern = _TIGHT_TOKEN if tight else _TOKEN
        found = [
            (*match.span(), match.group(), match.lastgroup) for match in pattern.finditer(low, start, end)
        ]
        self.starts = [token[0] for token in found]
        self.ends = [token[1] for token in found]
        self.words = [token[2] for token in found]
        self.kinds = [token[3] or "" for token in found]
        # The token at an index, in lower case, and its kind; "" just outside the passage.
        self.word: Callable[[int], str] = (self.words + _NOTHING).__getitem__
        self.kind: Callable[[int], str] = (self.kinds + _NOTHING).__getitem__

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> int:
        """Return how many characters stand between the token at `index` and the one before it."""
        if 0 < index < len(self.words):
            return self.starts[index] - self.ends[index - 1]
        return 99

    def raw(self, index: int) -> str:
        """Return the token at `index` as written, "" outside the passage."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def span(self, first: int, after: int) -> str:
        """Return the text from token `first` up to before token `after`."""
        return self.text[self.starts[first] : self.ends[after - 1]] if after > first else ""

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def phrase(self, index: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
        """Return the index after the longest of `phrases` that starts at `index`, or `index` if none does."""
        for phrase in phrases.get(self.word(index), ()):
            n = len(phrase)
            if n == 1 or tuple(self.words[index : index + n]) == phrase:
                return index + n
        return index

    def capital(self, index: int) -> bool:
        """Tell whether the token begins with a capital letter."""
        return self.kind(index) == "w" and self.text[self.starts[index]].isupper()


def split_phrase(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase, cut as a passage is."""
    return tuple(match.group() for match in _TOKEN.finditer(phrase.lower()))


def by_first_word(phrases: tuple[str, ...] | frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases by their first token, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        tokens = split_phrase(phrase)
        table.setdefault(tokens[0], []).append(tokens)
    for found in table.values():
        found.sort(key=len, reverse=True)
    return table
