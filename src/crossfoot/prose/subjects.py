"""What is counted where its name stands before the number: a label, a subject, the head of a list."""

from crossfoot.prose.digits import is_whole
from crossfoot.prose.draft import Draft
from crossfoot.prose.languages.places import LABEL_NOUNS
from crossfoot.prose.languages.subjects import BRINGS, COPULAS, COUNTS, MEASURED, NEW, STATES, TAILS, TURNS
from crossfoot.prose.nouns import looks_plural, read_noun
from crossfoot.prose.qualifiers import qualifier_before
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage, split_phrase

_NAMED = frozenset({Kind.COUNT, Kind.PERCENT, Kind.RATE, Kind.RATIO, Kind.MEASURE, Kind.MONEY})
_LABEL_HEADS = frozenset("number nombre total of de d' the cumulative cumul nb nbre no des les ' d".split())
_LABEL_REACH = 14
_SUBJECT_REACH = 30
_ABBREVIATED = 2  # "n = 12" names no noun
_LABEL_ENDS = frozenset(";.:•!?|*,–—>")
_ENDINGS = tuple(sorted({split_phrase(phrase) for phrase in COPULAS}, key=len, reverse=True))
_BY_LAST = {last: [phrase for phrase in _ENDINGS if phrase[-1] == last] for last in {p[-1] for p in _ENDINGS}}
_LAST = frozenset(_BY_LAST) | TURNS
_LONGEST_NAME = 7
_STATE_NOUNS = (["suspects"], ["laboratory"])
_STOPS = frozenset(".!?")
_HEAD_REACH = 4


def name(passage: Passage, draft: Draft) -> None:
    """Set what is counted from the words before the number, where none stand behind it."""
    if draft.counted or draft.kind not in _NAMED or (draft.kind is Kind.COUNT and draft.unit):
        return
    first = qualifier_before(passage, draft.first)[1]
    i = first if first < draft.first and passage.words[first] in TURNS else first - 1  # à environ
    if i < 0:
        return
    word = passage.words[i]
    if word in (":", "=") or (word in ("-", "–", "—") and passage.gap(i) and i + 1 < draft.after):
        first, after = _label(passage, i)
    elif word == "(":
        first, after = _bracketed(passage, draft, i)
    elif passage.kinds[i] == "w" or word == ",":
        first, after = _beside(passage, draft, i)
        if after == first and word in _LAST and not _is_part(draft):
            first, after = _subject(passage, draft, i)
    else:
        return
    if after > first:
        draft.counted = passage.span(first, after)


def _is_part(draft: Draft) -> bool:
    """Tell a number with decimals, which counts nothing: "the mean difference was 3.2"."""
    return draft.kind is Kind.COUNT and draft.value is not None and not is_whole(draft.value)


def _label(passage: Passage, colon: int) -> tuple[int, int]:
    """Return the tokens of the label before a colon, without "number of"; equal where it names a place."""
    after = colon
    if passage.word(after - 1) == ")":
        after = _opening(passage, after - 1)
    first = after
    while first > 0 and after - first < _LABEL_REACH and not _ends_label(passage, first - 1):
        first -= 1
    if first and (passage.kinds[first - 1] in "df" or passage.words[first - 1] in passage.language.units):
        joints = [i for i in range(first, after) if passage.words[i] in passage.language.joiners]
        if not joints:
            return _thing_counted(passage, first, colon)
        first = joints[-1] + 1
    while first < after and (
        passage.words[first] in _LABEL_HEADS or passage.words[first] in passage.language.stops
    ):
        first += 1
    while after > first + 1 and passage.words[after - 1] in TAILS:
        after -= 1
    if first == after or (len(passage.words[after - 1]) <= _ABBREVIATED and passage.word(after - 2) != "-"):
        return colon, colon
    named = all(passage.capital(i) or passage.kinds[i] != "w" for i in range(first, after))
    nouns = LABEL_NOUNS | MEASURED | STATES
    if named and nouns.isdisjoint(passage.words[first:after]):
        return colon, colon  # a place, or a person
    return first, after


def _thing_counted(passage: Passage, first: int, colon: int) -> tuple[int, int]:
    """Return what the number in a label counts, "cinq cas qui se répartissent ainsi :"; equal for an age."""
    noun = read_noun(passage, first)
    return noun if passage.word(noun[1]) in ("qui", "that", "which", "as", "comme") else (colon, colon)


def _ends_label(passage: Passage, index: int) -> bool:
    word = passage.words[index]
    if passage.kinds[index] == "s" and word in "()":
        return True
    if word in passage.language.units and word not in passage.language.articles:
        return True
    return passage.kinds[index] in "df" or word in _LABEL_ENDS or (word == "-" and passage.gap(index) > 0)


def _opening(passage: Passage, closing: int) -> int:
    """Return the index of the bracket that `closing` closes, or `closing`."""
    for i in range(closing - 1, max(closing - _LABEL_REACH, -1), -1):
        if passage.words[i] == "(":
            return i
    return closing


def _bracketed(passage: Passage, draft: Draft, bracket: int) -> tuple[int, int]:
    """Return the noun before a bracket that holds the number and nothing else: "décès (12)"."""
    if passage.word(draft.after) != ")":
        return bracket, bracket
    if draft.kind is not Kind.COUNT:
        measured = passage.word(bracket - 1) in MEASURED and not passage.language.noun_first
        return _measured(passage, bracket - 1, bracket) if measured else (bracket, bracket)
    word = passage.word(bracket - 1)
    if not looks_plural(word, passage.language) or passage.capital(bracket - 1):
        return bracket, bracket
    first = bracket - 1
    while first > 0 and bracket - first < _HEAD_REACH and _describes(passage, first - 1):
        first -= 1
    return (bracket, bracket) if first and passage.kinds[first - 1] == "d" else (first, bracket)


def _describes(passage: Passage, index: int) -> bool:
    language, word = passage.language, passage.words[index]
    if passage.kinds[index] != "w":
        return False
    return word not in language.stops and word not in language.verbs and word not in language.articles


def _beside(passage: Passage, draft: Draft, index: int) -> tuple[int, int]:
    """Return the name right before the number: "létalité 61 %", "(confirmed 271, probable 284"."""
    at = index - 1 if passage.words[index] == "," else index
    word = passage.word(at)
    if draft.kind is Kind.COUNT:
        before = passage.word(at - 1)
        opens = before in ("", "(", ",", ";", ":", "•", "|") or before in passage.language.joiners
        state = word in STATES or (word in LABEL_NOUNS and looks_plural(word, passage.language))
        return (at, at + 1) if opens and state and at == index else (index, index)
    for first in range(at, max(at - _HEAD_REACH, -1), -1):
        if passage.words[first] in MEASURED:
            return _measured(passage, first, at + 1)
        if passage.kinds[first] != "w" and passage.words[first] != "'":
            break
    return index, index


def _subject(passage: Passage, draft: Draft, index: int) -> tuple[int, int]:
    """Return the subject of "the number of deaths is 12", "taux de létalité de 61 %"."""
    end = _copula(passage, index)
    floor = max(index - _SUBJECT_REACH, 0)
    change = passage.language.change | BRINGS
    turns = passage.words[index] in TURNS and not change.isdisjoint(passage.words[floor:index])
    if end > index and not turns:
        return index, index
    if turns:
        for i in range(index, floor, -1):
            if passage.words[i] in passage.language.change and looks_plural(passage.words[i - 1], passage.language):
                return _plain_subject(passage, i, index)
    for i in range(min(end, index), floor - 1, -1):
        word = passage.words[i]
        if word in (";", ".", "!", "?") or (not turns and (word == "," or passage.kinds[i] == "d")):
            break
        if word in MEASURED:
            return _measured(passage, i, min(end, index))
        if word in COUNTS and draft.kind is Kind.COUNT:
            return _counted(passage, i)
    return _plain_subject(passage, end, index) if draft.kind is Kind.COUNT else (index, index)


def _plain_subject(passage: Passage, end: int, index: int) -> tuple[int, int]:
    """Return the subject of "suspected cases amount to 13", a plural noun right before such a verb."""
    if end >= index or not looks_plural(passage.word(end - 1), passage.language):
        return index, index
    joiners = passage.language.joiners | {","}
    first = end
    while first > 0 and end - first < _LONGEST_NAME and (
        _describes(passage, first - 1) or passage.words[first - 1] in joiners
    ):
        first -= 1
    while passage.words[first] in joiners:
        first += 1
    return first, end


def _copula(passage: Passage, index: int) -> int:
    """Return the token where the copula that ends at `index` begins, or the one after it."""
    for phrase in _BY_LAST.get(passage.words[index], ()):
        first = index + 1 - len(phrase)
        if first >= 0 and tuple(passage.words[first : index + 1]) == phrase:
            return first
    return index + 1


def _measured(passage: Passage, head: int, limit: int) -> tuple[int, int]:
    """Return the tokens of "case fatality rate", "taux d'attaque", "proportion of women"."""
    first, after = head, head + 1
    if not passage.language.noun_first:
        while first > 0 and head - first < _HEAD_REACH and _describes(passage, first - 1):
            first -= 1
    while after < limit and after - first < _LONGEST_NAME and passage.kinds[after] == "w":
        joins = passage.words[after] in passage.language.of or passage.words[after] in ("la", "l", "les")
        if not joins and not _describes(passage, after):
            break
        after += 1
        after += passage.word(after) == "'"
    while after > head + 1 and (passage.words[after - 1] in passage.language.stops or passage.words[after - 1] == "'"):
        after -= 1
    return first, after


def _counted(passage: Passage, head: int) -> tuple[int, int]:
    """Return the tokens of what "number of" counts."""
    i = head + 1
    while passage.word(i) in COUNTS or passage.word(i) in ("cumulé", "cumulés", "global"):
        i += 1
    if passage.word(i) not in passage.language.of:
        return head, head
    return read_noun(passage, i)


def complete(passage: Passage, figures: list[Draft]) -> None:
    """Give "360 décès dont 228 confirmés" and "3 probable and 2 suspected cases" their whole noun."""
    head = ""
    last = 0
    for draft in figures:
        if not _STOPS.isdisjoint(passage.words[last : draft.first]):
            head = ""
        last = draft.after
        if draft.kind is not Kind.COUNT:
            continue
        words = draft.counted.lower().split()
        suspects = words in _STATE_NOUNS and not passage.language.noun_first  # in English a noun
        if suspects or STATES.isdisjoint(words) or not STATES.issuperset(set(words) - NEW):
            head = _head(passage, draft.counted) or head
            continue
        base = "" if draft.part_of is None else _head(passage, draft.part_of.counted)
        noun = base or head or _ahead(passage, figures, draft) or _of_label(passage, draft)
        if noun and noun.lower() not in words:
            whole = (draft.counted, noun) if not passage.language.noun_first else (noun, draft.counted)
            draft.counted = " ".join(whole)


def _head(passage: Passage, counted: str) -> str:
    """Return the noun of a noun phrase, "" where it holds a state of a case only."""
    words = [word for word in counted.split() if word.lower() not in STATES | NEW]
    return "" if not words else words[0] if passage.language.noun_first else words[-1]


def _ahead(passage: Passage, figures: list[Draft], draft: Draft) -> str:
    """Return the noun that the next figures of a list carry: "9 confirmed and 2 suspected cases"."""
    for other in figures:
        if other.first > draft.first and other.first - draft.first < _SUBJECT_REACH:
            noun = _head(passage, other.counted) if other.kind is Kind.COUNT else ""
            if noun:
                states = STATES.isdisjoint(other.counted.lower().split())
                return "" if states else noun
    return ""


def _of_label(passage: Passage, draft: Draft) -> str:
    """Return the noun of the label that the figure's list hangs on: "Nouveaux cas notifiés : 14 suspects"."""
    for i in range(draft.first - 1, max(draft.first - _SUBJECT_REACH, 0), -1):
        if passage.words[i] == ":":
            first, after = _label(passage, i)
            return _head(passage, passage.span(first, after))
    return ""
