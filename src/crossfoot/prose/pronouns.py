"""Number words that count nothing: the pronoun "one", half-time, the twenty-fifth."""

from crossfoot.prose.draft import Draft
from crossfoot.prose.measures import MONEY_NAMES, NAMES
from crossfoot.prose.nouns import looks_plural
from crossfoot.prose.number_words import Numeral
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_NUMERIC_BEFORE = frozenset("only just least most than to and : ( number exactly about or".split())
_STRESSED = frozenset("only just exactly least but".split())
_POSSESSIVES = frozenset("the his her its their our my your s this".split())
_TEN, _HUNDRED = 10, 100


def counts(passage: Passage, numeral: Numeral) -> bool:
    """Tell a number from a pronoun, an article or a part of a word: no one, un homme, half-time."""
    language = passage.language
    if not numeral.words or numeral.after - numeral.first > 1:
        return True
    word = passage.words[numeral.first]
    if word in language.halves and language.code == "en":
        return _halves(passage, numeral)
    if word not in language.pronouns:
        return word not in ("a", "an")
    before, after = passage.word(numeral.first - 1), passage.word(numeral.after)
    if language.code == "fr":
        return (
            before in ("seulement", "que")
            or after in ("seul", "seule", "(", "sur", "pour")
            or len(passage) == 1
        )
    if before in language.not_before_pronoun or after in language.not_after_pronoun or after == "'":
        return False
    if after.endswith("s") and after not in language.plurals and looks_plural(after, language):
        return passage.word(numeral.after + 1) == ""  # "one concludes that"; a label may say "one wells"
    if after == "-" and passage.gap(numeral.after) == 0:
        return passage.word(numeral.after + 1) in NAMES or passage.word(numeral.after + 1) in MONEY_NAMES
    if after in ("or", "to") and passage.word(numeral.after + 1) in language.units:
        return True  # one or two
    if after == "of":
        # "One of the suspects" says which, not how many; "only one of them" says how many.
        return before in _STRESSED or passage.word(numeral.after + 1) not in language.determiners | {"them", "us"}
    if after in language.stops or after in language.verbs or after in (".", ",", ";"):
        return before in _NUMERIC_BEFORE or before in language.before or len(passage) <= 2  # noqa: PLR2004
    return passage.kind(numeral.after) == "w" or after in ("", ")", "(", ",", ".", ";", "/")


def _halves(passage: Passage, numeral: Numeral) -> bool:
    """Tell half of a thing from half-time, the second half and halves of a year."""
    i, before = numeral.after, passage.word(numeral.first - 1)
    if passage.word(i) == "-" and passage.gap(i) == 0:
        return passage.word(i + 1) in NAMES or passage.word(i + 1) in passage.language.percent
    if before in passage.language.ordinals or before in ("last", "latter", "former", "other", "this", "either"):
        return False
    return passage.word(i) not in ("time", "way", "back")


def read_ordinal(passage: Passage, numeral: Numeral) -> Draft | None:
    """Read "twenty-fifth" and "the hundred and first", which are no numbers of things."""
    last = _ordinal_word(passage, numeral)
    return None if last == 0 else Draft(Kind.ORDINAL, numeral.first, last + 1)


def _ordinal_word(passage: Passage, numeral: Numeral) -> int:
    """Return the index of the word that makes an ordinal of the number before it, or 0."""
    i, language = numeral.after, passage.language
    if not numeral.words or numeral.part or numeral.value < _TEN:
        return 0
    if passage.word(i) in language.joiners and not numeral.value % _HUNDRED:
        return i + 1 if language.code == "en" and passage.word(i + 1) in language.ordinals else 0
    i += passage.word(i) == "-" and passage.gap(i) == passage.gap(i + 1) == 0
    word = passage.word(i)
    rank = language.ordinals.get(word)
    if rank is None or numeral.value % _TEN or (numeral.value % _HUNDRED and rank >= _TEN):
        return 0
    return i if word not in NAMES or passage.word(numeral.first - 1) in _POSSESSIVES else 0
