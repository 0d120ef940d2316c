"""What is counted: the noun phrase at a number, as written."""

from crossfoot.prose.languages.language import Language
from crossfoot.prose.languages.subjects import STATES
from crossfoot.prose.tokens import Passage

MOST_WORDS = 7
_NOT_PLURAL = ("ss", "us", "is", "'s")
_PARTICIPLES = ("ed", "ing")
_PAST = ("és", "ées", "is", "ies", "us", "ues")  # the endings of participles that describe a noun
_OF_DISEASES = ("ique", "iques", "aiguë", "jaune", "typhoïde", "grave", "sévère", "aigre")
_SPREAD = frozenset("répartis réparties réparti répartie survenus survenues compris".split())
_SHORT = 3
_AFTER_NOUN = frozenset(",.;:)!?-")
_NOT_MEN = frozenset("specimen regimen abdomen omen acumen semen stamen yemen bitumen".split())
_AUXILIARIES = frozenset(
    "is was has does says are were be been have had do did will would can could may might est sont était "
    "étaient ont a avait avaient sera seront fut furent".split()
)


def looks_plural(word: str, language: Language) -> bool:
    """Tell whether the word looks like a plural noun."""
    if word in language.plurals:
        return True
    if word in language.singulars or word in language.stops or word in language.verbs:
        return False
    if len(word) < _SHORT:
        return False
    if word.endswith("men") and not language.noun_first:
        return word not in _NOT_MEN
    return (word.endswith("s") and not word.endswith(_NOT_PLURAL)) or (
        language.noun_first and word.endswith(("x", "és", "ées"))
    )


def counts_next(passage: Passage, index: int, reach: int = 4) -> bool:
    """Tell whether a plural noun follows at `index`, after up to three words that describe it."""
    language = passage.language
    for i in range(index, index + reach):
        if passage.kind(i) != "w":
            return False
        word = passage.words[i]
        if looks_plural(word, language):
            return True
        if word in language.stops or word in language.verbs or (i > index and passage.capital(i)):
            return False
    return False


def read_noun(passage: Passage, index: int, *, one: bool = False) -> tuple[int, int]:
    """Return the tokens (first, after) of the noun phrase that begins at `index`; equal when there is none.

    `one` tells that the number before it is one, so that no plural is waited for.
    """
    language = passage.language
    first = index
    if passage.word(first) == "-" and passage.gap(first) == 0 and passage.gap(first + 1) == 0:
        first += 1
        if not language.noun_first and passage.kind(first) == "w":
            return first, _hyphened(passage, first)
    first += passage.word(first) in language.further and counts_next(passage, first + 1)
    if passage.word(first) in language.of:
        return _after_of(passage, first, one=one)
    first += passage.word(first) == "autres"
    first += passage.word(first) == "total" and counts_next(passage, first + 1)
    after, plural = _noun_end(passage, first, one=one)
    if plural:
        return first, _adjectives(passage, after) if language.noun_first else after
    if language.noun_first and after > first:
        return first, first + 1 if one else after
    if after > first + 1 and not one:
        after = _cut_at_verb(passage, first, after)
    if after > first and not one and passage.word(after) == ",":
        return first, _listed(passage, after)
    if after > first and not one and passage.words[after - 1] in STATES and passage.word(after) in language.joiners:
        return first, _listed(passage, after)
    return first, after


def foretold(passage: Passage, index: int) -> bool:
    """Tell "the 145,000 economists had expected": those named behind the number are not counted by it."""
    words, language = passage.word, passage.language
    i = index + (words(index) in _AUXILIARIES) + (words(index + 1) == "been")
    return words(i) in language.foretold and words(i + 1) not in language.to


def _hyphened(passage: Passage, index: int) -> int:
    """Return the index after what is counted in a compound: two bedrooms in "a two-bedroom flat"."""
    if passage.words[index] in ("strong", "plus"):
        return index  # a 30-strong team
    while passage.word(index + 1) == "-" and passage.gap(index + 1) == passage.gap(index + 2) == 0:
        index += 2
    return index + 1


def _noun_end(passage: Passage, first: int, *, one: bool) -> tuple[int, bool]:
    """Return the token after a noun phrase, and whether a plural noun ends it."""
    language, words = passage.language, passage.words
    i = first
    while i < len(words) and i - first < MOST_WORDS:
        word = words[i]
        if len(word) == 1 and passage.word(i + 1) == "." and passage.capital(i) and not language.noun_first:
            i = _initials(passage, i)
            if i == 0:
                return first, False
            continue
        if passage.kinds[i] != "w":
            joined = _joined(passage, i, first)
            if not joined:
                return i, False
            i = joined
            if looks_plural(words[i - 1], language):
                return i, False
            continue
        verb = word in language.verbs
        adjective = word in language.adjectives and counts_next(passage, i + 1, reach=3)
        adjective = adjective or (passage.word(i + 1) == "-" and passage.gap(i + 1) == passage.gap(i + 2) == 0)
        adverb = word.endswith("ly") and i == first and passage.word(i + 1).endswith("ed")
        if (word in language.stops and not adjective and not adverb) or (
            verb and not ((i == first or _is_adverb(passage, i, first)) and _noun_after_all(passage, i))
        ):
            return i, False
        if _ends_before(passage, i, first, one=one):
            return i, False
        i += 1
        if one and not word.endswith("s") and _goes_on(passage, i):
            continue  # one police officer
        if looks_plural(word, language) or (verb and word.endswith("s")):
            return _sorted(passage, i), True
    return i, False


def _initials(passage: Passage, index: int) -> int:
    """Return the index after the initials of a name before a noun, 6,000 U.S. troops; 0 where there are none."""
    i = index
    while passage.capital(i) and len(passage.words[i]) == 1 and passage.word(i + 1) == "." and passage.gap(i + 1) == 0:
        i += 2
    return i if i > index + 2 and passage.kind(i) in ("w", "s") else 0


def _goes_on(passage: Passage, index: int) -> bool:
    """Tell whether a further word of the phrase stands at `index`."""
    word, language = passage.word(index), passage.language
    return (
        passage.kind(index) == "w"
        and passage.gap(index) == 1
        and word not in language.stops
        and word not in language.verbs
        and not word.endswith(_PARTICIPLES)
    )


def _sorted(passage: Passage, index: int) -> int:
    """Return the index after the second plural of "women priests"; after a plural, a verb has no -s."""
    language = passage.language
    if language.noun_first or passage.words[index - 1] in language.alone or passage.capital(index):
        return index
    more = passage.kind(index) == "w" and passage.gap(index) == 1 and looks_plural(passage.words[index], language)
    return index + more


def _is_adverb(passage: Passage, index: int, first: int) -> bool:
    """Tell whether an adverb opens the phrase, as in "internally displaced persons"."""
    return index == first + 1 and passage.words[first].endswith("ly")


def _cut_at_verb(passage: Passage, first: int, after: int) -> int:
    """Return where a phrase without a plural ends: "six crew landed safely" counts crew."""
    for i in range(first + 1, after):
        if passage.words[i].endswith(("ed", "ly")) and passage.gap(i) and passage.words[i] not in STATES:
            return i
    return after


def _noun_after_all(passage: Passage, index: int) -> bool:
    """Tell a noun or adjective that is also a verb: 5,800 reports, 189,338 known offenders."""
    word = passage.words[index]
    if word in _AUXILIARIES or passage.kind(index + 1) in ("d", "s"):
        return passage.word(index + 1) in _AFTER_NOUN and word.endswith("s")  # the four cost £79
    return word.endswith("s") or counts_next(passage, index + 1, reach=2)


def _listed(passage: Passage, index: int) -> int:
    """Return the index after "production, transport, and storage tools", where a plural ends such a list."""
    language = passage.language
    i = index
    while i < index + 12 and i < len(passage):
        word = passage.words[i]
        if passage.kinds[i] == "w" and word in language.joiners:
            first, after = read_noun(passage, i + 1)
            return after if after > first and looks_plural(passage.words[after - 1], language) else index
        if word != "," and (passage.kinds[i] != "w" or word in language.stops or word in language.verbs):
            return index
        i += 1
    return index


def _joined(passage: Passage, i: int, first: int) -> int:
    """Return the index after a hyphenated rest of a word, a code before a noun (COVID-19), or 0."""
    word = passage.words[i]
    if word == "/" and passage.gap(i) == passage.gap(i + 1) == 1 and i > first and counts_next(passage, i + 1, 2):
        return i + 2
    if word in "-'&/" and passage.gap(i) == 0 and passage.gap(i + 1) == 0 and i > first:
        if passage.kind(i + 1) == "w" and passage.words[i + 1] not in passage.language.stops:
            return i + 2
        if (
            word == "-"
            and passage.kind(i + 1) == "d"
            and passage.kind(i + 2) == "w"
            and passage.gap(i + 2) == 1
        ):
            return i + 2
    if passage.kinds[i] == "d" and i > first and passage.gap(i) == 0:
        if passage.kind(i + 1) == "w":
            return i + 1
    return 0


def _ends_before(passage: Passage, i: int, first: int, *, one: bool) -> bool:
    """Tell whether the word at `i` is a participle that says what was done with the things."""
    if i == first:
        return False
    word = passage.words[i]
    if one and word.endswith(_PARTICIPLES):
        return True
    if word in STATES:
        return False
    return word.endswith("ed") and passage.kind(i + 1) != "w"


def _adjectives(passage: Passage, index: int) -> int:
    """Return the index after the adjectives that follow a noun: cas confirmés."""
    language = passage.language
    i = index
    while i - index < 3 and passage.kind(i) == "w" and passage.gap(i) <= 1:  # noqa: PLR2004
        word = passage.words[i]
        if word in language.stops or word in _SPREAD or not (word.endswith(("s", "x")) or word in STATES):
            break
        if word in language.verbs and not word.endswith(_PAST):
            break
        i += 1
    return _complement(passage, i)


def _complement(passage: Passage, index: int) -> int:
    """Return the index after "de santé" in "agents de santé"."""
    language = passage.language
    if passage.word(index) not in ("de", "d"):
        return index
    i = index + 1 + (passage.word(index + 1) == "'")
    word = passage.word(i)
    if passage.kind(i) != "w" or passage.capital(i) or word in language.stops or word in language.units:
        return index
    if passage.word(i + 1) == "à" and passage.kind(i + 2) == "w" and not passage.capital(i + 2):
        if passage.words[i + 2] not in language.stops:  # maladie à virus Ebola
            return i + 3 + passage.capital(i + 3)
    if passage.word(i) == "virus" and passage.capital(i + 1):
        return i + 2
    return i + 1 + passage.word(i + 1).endswith(_OF_DISEASES)


def _after_of(passage: Passage, index: int, *, one: bool) -> tuple[int, int]:
    """Return the noun of "2,042 of the cases" and "1,2 million de doses"."""
    i = index + 1
    if passage.word(i) == "'":
        i += 1
    while passage.word(i) in passage.language.determiners or passage.word(i) == "'":
        i += 1
    if passage.word(i) in passage.language.ordinals or passage.word(i) in passage.language.latest:
        i += 1  # one of their past nine matches: what is counted stands at the nine
    if (
        passage.kind(i) != "w"
        or passage.words[i] in passage.language.units
        or passage.words[i] in passage.language.tens
    ):
        return index, index
    first, after = (
        read_noun(passage, i, one=False) if passage.word(i) not in passage.language.of else (index, index)
    )
    if after > first and passage.kind(after) == "d":
        return index, index  # half of the country's 220 million people
    return (first, after) if after > first else (index, index)
