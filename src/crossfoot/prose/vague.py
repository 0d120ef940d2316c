"""Amounts without a value: dozens, tens of thousands, several hundred. Their interval is all they say."""

from decimal import Decimal

from crossfoot.footing import Interval
from crossfoot.prose.draft import Draft
from crossfoot.prose.languages.language import Language
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_LEAST = {"tens": 10, "dozens": 12, "dozen": 12, "scores": 20, "hundreds": 100, "hundred": 100}
_FEW = frozenset({"few", "several", "couple"})
_WORDS_BEFORE = frozenset({"many", "some", "few", "several"})
_TEN = 10


def opens_vague(language: Language) -> frozenset[str]:
    """Return the words that a vague amount can begin with."""
    if language.code != "en":
        return frozenset()
    return frozenset({*_LEAST, *(word for word in language.scales if len(word) > len("lakh"))})


def read_vague(passage: Passage, index: int) -> Draft | None:
    """Read "tens of thousands" at a plural, "several hundred" at the word behind "several"."""
    language, word = passage.language, passage.words[index]
    if language.code != "en" or passage.kind(index - 1) == "d":
        return None
    plural = word in language.vague
    size = _size(word, language)
    if size is None or not (plural or _few(passage, index)):
        return None
    least, after = size, index + 1
    while passage.word(after) == "of" and passage.word(after + 1).endswith("s"):
        more = _size(passage.words[after + 1], language)
        if more is None:
            break
        least, after = least * more, after + 2
    if not plural and (more := _size(passage.word(after), language)) is not None:
        least, after = least * more, after + 1  # several hundred thousand
    draft = Draft(Kind.VAGUE, _first(passage, index), after)
    # Beyond ten times as much, the next word would have been said.
    draft.said = Interval(Decimal(2 * least), Decimal(_power_above(least)), upper_closed=False)
    return draft


def _size(word: str, language: Language) -> int | None:
    power = language.scales.get(word)
    return _LEAST.get(word) if power is None else _TEN**power


def _power_above(least: int) -> int:
    return int(_TEN ** len(str(least)))


def _few(passage: Passage, index: int) -> bool:
    before = passage.word(index - 1)
    return before in _FEW or (before == "of" and passage.word(index - 2) == "couple") or before == "many"


def _first(passage: Passage, index: int) -> int:
    """Return where the amount begins: at "a" of "a few hundred", at "many" of "many thousands"."""
    i = index
    if passage.word(i - 1) == "of" and passage.word(i - 2) == "couple":
        i -= 2
    elif passage.word(i - 1) in _WORDS_BEFORE:
        i -= 1
    return i - (passage.word(i - 1) == "a" and i < index)
