"""The places that a passage names: by a preposition, by their kind, by what stands around them, in lists."""

from dataclasses import dataclass

from crossfoot.prose.languages.places import (
    ADMINISTRATIVE,
    CAPITALS,
    COUNTRIES,
    DEMONYMS,
    GROUPS,
    INCLUDING,
    LABEL_NOUNS,
    NOT_PLACES,
    SECTIONS,
    SHORT_COUNTRIES,
)
from crossfoot.prose.languages.subjects import COUNTS, MEASURED
from crossfoot.prose.tokens import Passage, by_first_word

CONNECTORS = frozenset({"de", "du", "la", "le", "des", "of", "d", "and", "al", "el"})
NO_LABEL = LABEL_NOUNS | COUNTS | MEASURED | SECTIONS
_COUNTRIES = by_first_word(tuple(COUNTRIES))
_SHORT = 5  # letters of an abbreviation
_JOINT = 2  # tokens between two names of a list
NO_NAME = ("ed", "tion", "tions", "ment", "ments", "ees", "ies")  # Displaced: 950,000
LIST = frozenset({",", "and", "et", "&", "plus", "as", "well"})
_WEAK = frozenset({"of", "for", "de", "du", "d", "'", "sur", "pour"})
ARTICLES = frozenset({"the", "la", "le", "l", "les", "'"})
_OF_PLACES = ("aine", "ienne", "aise", "éenne")  # Région africaine
_QUARTERS = frozenset(
    "oriental orientale occidental occidentale central centrale septentrionale méridionale équatoriale "
    "forestière maritime".split()
)
_REPORTING = frozenset(
    "reported recorded registered notified reports confirmed notifie rapporte enregistre signale".split()
)
FILLERS = frozenset({"the", "some", "a", "also", "only", "parts"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a passage: tokens `first` up to before `after`."""

    first: int
    after: int
    name: str
    located: bool  # a preposition of place stands before it, or it was asked for by name


def find_mentions(
    passage: Passage, lexicon: dict[str, list[tuple[str, ...]]], known: set[str]
) -> list[Mention]:
    """Return the places named in a passage, in order; what they show to be places is added to `known`.

    Args:
        passage: the paragraph as tokens.
        lexicon: the names that were asked for, by their first word.
        known: names that the text so far has shown to be places.
    """
    text = passage.text
    found: list[Mention] = []
    doubtful: list[Mention] = []  # names that nothing shows to be places, but for a list that ends with one
    free = 0
    starts = passage.starts
    for i in (
        range(len(starts)) if lexicon else [i for i, start in enumerate(starts) if text[start].isupper()]
    ):
        if i < free:
            continue
        after = passage.phrase(i, lexicon) if lexicon else i
        located = after > i
        if not located and text[starts[i]].isupper():
            after = country_end(passage, i)
            located = after > i
        if not located and text[starts[i]].isupper():
            if passage.words[i] in NOT_PLACES:
                continue
            located = _located(passage, i, found)
            after = _name_end(passage, i) if _may_begin(passage, i, located=located) else i
            if after > i and not _is_place(passage, i, after, known, located=located):
                doubtful.append(Mention(i, after, passage.span(i, after), located=False))
                free, after = after, i
        if after > i:
            found += _listed_before(passage, doubtful, i)
            name = passage.span(i, after)
            if located:
                known.add(name)
            found.append(Mention(i, after, name, located))
            free = after
    return found


def country_end(passage: Passage, index: int) -> int:
    """Return the index after the name of a country, or `index`."""
    if passage.raw(index) in SHORT_COUNTRIES:
        return index + 1 if passage.word(index + 1) != "$" and passage.raw(index) != "US" else index
    after = passage.phrase(index, _COUNTRIES)
    goes_on = passage.gap(after) == 0 and passage.word(after) in ("-", "'")
    return index if goes_on or passage.word(after) in ("worm", "pig", "fowl") else after


def _listed_before(passage: Passage, doubtful: list[Mention], index: int) -> list[Mention]:
    """Return the names of the list "Kindia, Mamou and" that ends with the place at `index`."""
    found: list[Mention] = []
    while doubtful and doubtful[-1].after < index and index - doubtful[-1].after <= _JOINT:
        mention = doubtful[-1]
        if any(word not in LIST for word in passage.words[mention.after : index]) or _abbreviated(mention.name):
            break
        found.insert(0, doubtful.pop())
        index = mention.first
    return found


def _abbreviated(name: str) -> bool:
    return name.isupper() and len(name) <= _SHORT and name not in SHORT_COUNTRIES


def _located(passage: Passage, index: int, found: list[Mention]) -> bool:
    """Tell whether the words before a name say that it is a place: in, from, cities including."""
    i = index - 1
    while (
        i >= 0 and i > index - 4 and (passage.words[i] in LIST or passage.words[i] in FILLERS | ARTICLES)
    ):
        i -= 1
    if found and found[-1].after == i + 1 < index:
        return found[-1].located
    word, before = passage.word(i), passage.word(i - 1)
    if word in INCLUDING or word == "(":
        return before in GROUPS or (before == "," and passage.word(i - 2) in GROUPS)
    if word in _WEAK:
        return before in ADMINISTRATIVE or before in ("celle", "celui")
    if word in CAPITALS and passage.language.noun_first:
        return True
    return word in passage.language.at


def _may_begin(passage: Passage, index: int, *, located: bool) -> bool:
    word = passage.words[index]
    language = passage.language
    if len(word) == 1 and passage.word(index + 1) == "'" and passage.capital(index + 2):
        return passage.words[index + 2] not in NOT_PLACES and word not in ("l", "d", "s")  # N'Zérékoré
    if word in NOT_PLACES or word in language.months or word in language.weekdays or word in language.units:
        return False
    if index == 0 or passage.word(index - 1) in (".", "!", "?", "-", "•"):
        return word not in language.stops and word not in language.at and word not in language.determiners
    return located or word not in language.stops


def _name_end(passage: Passage, index: int) -> int:
    """Return the index after a proper name: New York, Xi'an, Côte d'Ivoire, Jieyang County."""
    i = index + 1
    while i < len(passage) and i < index + 6:
        word = passage.words[i]
        if passage.capital(i) and passage.gap(i) <= 1 and word not in passage.language.months:
            i += 1
        elif (
            word in ("'", "-")
            and passage.gap(i) == 0
            and passage.gap(i + 1) == 0
            and passage.kind(i + 1) == "w"
        ):
            i += 2
        elif passage.language.noun_first and (on := _goes_on(passage, i)):
            i += on
        elif word == "'" and passage.gap(i) == 0 and passage.capital(i + 1):
            i += 1
        else:
            break
    if passage.word(i - 1) == "s" and passage.word(i - 2) == "'":
        i -= 2
    return i


def _goes_on(passage: Passage, index: int) -> int:
    """Return how many tokens a French name goes on by: Saint-Louis du Sud, Région de l'Est, Guinée forestière."""
    word = passage.words[index]
    if passage.words[index - 1] in ADMINISTRATIVE and word.endswith(_OF_PLACES):
        return 1
    if word in _QUARTERS and passage.gap(index) == 1:
        return 1
    if word not in CONNECTORS - {"and"}:
        return 0
    ahead = index + 1
    while passage.word(ahead) in ("la", "l", "'", "le"):
        ahead += 1
    return ahead - index if passage.capital(ahead) else 0


def _is_place(
    passage: Passage, first: int, after: int, known: set[str], *, located: bool
) -> bool:
    """Tell a place from another proper name: by its preposition, its kind, or what stands around it."""
    following = passage.word(after)
    if _abbreviated(passage.span(first, after)) or (after == first + 1 and len(passage.words[first]) == 1):
        return False  # an organisation, an initial
    if (passage.kind(after) == "d" and passage.gap(after) == 0) or (
        after == first + 1
        and (passage.words[first] in LABEL_NOUNS or (not located and passage.words[first].endswith(NO_NAME)))
    ):
        return False  # Q4, LiNi0.5; TOTAL
    if after == first + 1 and (passage.words[first] in GROUPS or passage.words[first] in SECTIONS):
        return False  # a kind of place, but no place
    if passage.words[first] in NO_LABEL and not located:
        return False
    if passage.word(after - 1) in ADMINISTRATIVE or following in ADMINISTRATIVE:
        return True
    if located:
        return (
            passage.kind(after) != "w"
            or following in passage.language.stops
            or following in passage.language.verbs
            or (following.endswith(("ed", "ing")) or passage.language.noun_first)
        )
    if following == "(" and passage.kind(after + 1) == "d":
        return True
    if following == ":" or (passage.kind(after) == "d" and passage.gap(after)):
        return first == 0 or passage.word(first - 1) in (",", ";", "and", "et", "(", "-", "•", ":", ".")
    before = passage.word(first - 1)
    if first and before not in (".", "and", "et", ","):
        return False
    if passage.span(first, after) in known or passage.words[first] in DEMONYMS:
        return True
    if following in ("had", "has", "have"):
        following = passage.word(after + 1)
    return following in _REPORTING and not passage.span(first, after).isupper()
