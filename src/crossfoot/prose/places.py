"""Which area a figure is about, by the names and by where they stand. Names are given back as written."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from crossfoot.prose.draft import Draft, by_sentence
from crossfoot.prose.languages.language import Language
from crossfoot.prose.languages.places import ADMINISTRATIVE, COUNTRIES, DEMONYMS, GROUPS, INCLUDING
from crossfoot.prose.mentions import (
    ARTICLES,
    CONNECTORS,
    FILLERS,
    LIST,
    NO_LABEL,
    NO_NAME,
    Mention,
    country_end,
    find_mentions,
)
from crossfoot.prose.reading import FIGURES, Kind
from crossfoot.prose.tokens import Passage, by_first_word, split_phrase

_CLAUSE_END = frozenset({";", ".", ":", "(", ")", "!", "?", "while", "whereas", "tandis", "alors", "mais", "but"})
_CLAUSE_END |= {"followed", "suivi", "suivie", "compared", "than"}
_ALL = frozenset({"all", "tous", "toutes", "both", "mostly"})  # ", all in Guinea" goes on about the figure
_RESPECTIVELY = frozenset({"respectively", "respectivement"})
_FAR = 9  # tokens between a figure and the place named behind it
_LABEL_TOKENS = 9
_SECTION_TOKENS = 8
_MOST_PAIRS = 20_000  # of figures and places in one sentence; beyond it is no sentence
_CAPITALISED = re.compile(r"[A-Z][a-zéï]{3,}")
_TITLE = 1500  # code points of a text in which its country is looked for
_LAST_JOINTS = frozenset({"and", "et", "&"})


@dataclass(slots=True)
class Scope:
    """What the text so far says about where it is: its country, the area of the line that opens a list."""

    country: str = ""
    lead: str = ""
    section: str = ""  # the place that the heading above names
    period: str = ""  # of the line that opens a list
    as_of: str = ""  # of the heading above
    lexicon: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)  # names that the text has shown to be places


def scope_of(text: str, areas: Sequence[str]) -> Scope:
    """Return the scope at the beginning of a text."""
    country = ""
    for match in _CAPITALISED.finditer(text, 0, _TITLE):
        country = DEMONYMS.get(match.group().lower(), "")
        if text[max(match.start() - 6, 0) : match.start()] == "South " and country == "Sudan":
            country = "South Sudan"
        if country:
            break
    return Scope(country, "", lexicon=by_first_word(tuple(name for name in areas if split_phrase(name))))


def place(passage: Passage, drafts: list[Draft], scope: Scope, bounds: list[tuple[int, int]]) -> None:
    """Set the area of each figure of a passage, and what the scope is for the lines after it."""
    figures = [draft for draft in drafts if draft.kind in FIGURES]
    label = _label(passage)
    if label:
        scope.known.add(label)
    opens = passage.word(len(passage) - 1) == ":"
    if not figures and not opens:
        scope.lead = ""
        return
    mentions = find_mentions(passage, scope.lexicon, scope.known)
    at = 0
    for first, after, here in by_sentence(figures, passage.starts, bounds):
        while at < len(mentions) and mentions[at].first < first:
            at += 1
        upto = at
        while upto < len(mentions) and mentions[upto].first < after:
            upto += 1
        if at < upto and len(here) * (upto - at) < _MOST_PAIRS:
            _place_sentence(passage, here, mentions[at:upto])
    _carry(passage, figures)
    _default(passage, figures, bounds, scope, label)
    if opens:
        scope.lead = scope.country if _nationwide(passage) else ""
    elif not label and not scope.lead:
        scope.lead = ""


def open_section(passage: Passage, scope: Scope) -> None:
    """Keep the place that a line without figures names and nothing else: "Lofa County"."""
    if not 0 < len(passage) <= _SECTION_TOKENS or passage.words[-1] == ".":
        return
    name = passage.span(0, len(passage)).strip("#* :–-")
    words = set(passage.words)
    if not words.isdisjoint(ADMINISTRATIVE) or name in scope.known or country_end(passage, 0) == len(passage):
        known = all(passage.capital(i) or passage.words[i] in CONNECTORS for i in range(len(passage)))
        scope.section = name if known and words.isdisjoint(NO_LABEL) and len(words) > 1 else scope.section
        if country_end(passage, 0) == len(passage) or name in scope.known:
            scope.section = name
    elif passage.text[passage.start : passage.start + 1] == "#":
        scope.section = ""


def _carry(passage: Passage, figures: list[Draft]) -> None:
    """Give "(484 cas ; 12 décès)" and "12 cases and 3 deaths in Bong" one place."""
    for left, right in pairwise(figures):
        between = passage.words[left.after : right.first]
        if left.area and not right.area and ";" in between and len(between) < _FAR and _in_bracket(passage, right):
            right.area = left.area
    for right, left in pairwise(reversed(figures)):
        between = passage.words[left.after : right.first]
        if not left.area and right.area and len(between) < _FAR and _is_joined(passage, left, right):
            left.area = right.area


def _in_bracket(passage: Passage, draft: Draft) -> bool:
    """Tell whether the figure and the one before it stand in one bracket."""
    for i in range(draft.first - 1, max(draft.first - _FAR, -1), -1):
        if passage.words[i] in "()":
            return False
        if passage.kinds[i] in "df" or passage.words[i] in passage.language.units:
            return True
    return False


def _is_joined(passage: Passage, left: Draft, right: Draft) -> bool:
    """Tell whether two figures stand in one list that its last place ends: nouns, commas, "and"."""
    between = range(left.after, right.first)
    enclosed = passage.words[right.first - 1] == "(" and passage.word(max(right.after, right.noun_after)) == ")"
    joined = enclosed or any(passage.words[i] in LIST or passage.words[i] == "/" for i in between)
    if passage.words[right.first - 1] in INCLUDING:
        joined = right.noun_after > 0  # "78 cas dont 2 décès à Bong", not "3 cas, dont 1 à Bong"
    return joined and all(
        passage.words[i] in LIST
        or passage.words[i] in passage.language.of
        or passage.words[i] in "('/"
        or passage.words[i] in INCLUDING
        or (passage.kinds[i] == "w" and not passage.capital(i) and passage.words[i] not in passage.language.stops)
        for i in between
    )


def _default(
    passage: Passage, figures: list[Draft], bounds: list[tuple[int, int]], scope: Scope, label: str
) -> None:
    """Give the figures without a place of their own that of the country, the label, or the line before."""
    nationwide = _nationwide(passage)
    wide = {_sentence(bounds, passage.starts[i]) for i in nationwide}
    country = label if label.lower() in COUNTRIES else scope.country
    for draft in figures:
        if draft.area == _GROUP_ITSELF:
            draft.area = ""
        elif not draft.area and wide and _sentence(bounds, passage.starts[draft.first]) in wide:
            draft.area = country
        elif not draft.area:
            draft.area = label or scope.lead or scope.section


_GROUP_ITSELF = "\x00"
_BEYOND = 1 << 60


def _sentence(bounds: list[tuple[int, int]], offset: int) -> int:
    return bisect_right(bounds, (offset, _BEYOND)) - 1


def _label(passage: Passage) -> str:
    """Return the name before the colon that opens the passage: "Xi'an:"; "" if it is no place."""
    i = 0
    while i < len(passage) and passage.kinds[i] == "s" and passage.words[i] in "-•–‣▪●○|":
        i += 1
    if not passage.capital(i):
        return ""
    first = i
    end = i
    while i < min(len(passage), first + _LABEL_TOKENS):
        word = passage.words[i]
        if word == ":":
            said = passage.words[first].endswith(NO_NAME) and i == first + 1
            return "" if said else passage.span(first, end or i)
        if word == "(" and end == i:
            closing = next((j for j in range(i, min(i + 8, len(passage))) if passage.words[j] == ")"), None)
            if closing is None:
                return ""
            i = closing + 1
            continue
        if (
            passage.kinds[i] == "d"
            or word in NO_LABEL
            or word in passage.language.months
            or word in ("”", "—")
        ):
            return ""
        if passage.kinds[i] == "w" and not passage.capital(i) and word not in CONNECTORS and passage.gap(i):
            return ""
        i += 1
        end = i
    return ""


def _nationwide(passage: Passage) -> list[int]:
    """Return where the passage says that it means the whole country."""
    table = _wide_phrases(passage.language)
    if table.keys().isdisjoint(passage.words):
        return []
    return [i for i, word in enumerate(passage.words) if word in table and passage.phrase(i, table) > i]


@lru_cache
def _wide_phrases(language: Language) -> dict[str, list[tuple[str, ...]]]:
    return by_first_word(language.nationwide)


def _place_sentence(passage: Passage, figures: list[Draft], mentions: list[Mention]) -> None:
    if _respectively(passage, figures, mentions):
        return
    group, begins = _group(passage, figures, mentions)
    for n, draft in enumerate(figures):
        limit = figures[n + 1].first if n + 1 < len(figures) else len(passage)
        if group and draft.after <= begins:
            draft.area = _GROUP_ITSELF
            continue
        beside = next((m for m in mentions if _is_beside(passage, m, draft)), None)
        behind = next((m for m in mentions if draft.after <= m.first < limit), None)
        if beside is not None:
            draft.area = beside.name
        elif behind is not None and behind.located and _reaches(passage, draft, behind):
            draft.area = _with_parent(passage, behind, mentions)
        elif group:
            draft.area = group
        else:
            draft.area = _before(passage, draft, figures[n - 1] if n else None, mentions)


def _is_beside(passage: Passage, mention: Mention, draft: Draft) -> bool:
    """Tell whether a name stands right before the figure: "Lofa 187", "Macenta (22"."""
    between = draft.first - mention.after
    return between == 0 or (between == 1 and passage.words[mention.after] in (":", "(", "-", "–"))


def _reaches(passage: Passage, draft: Draft, mention: Mention) -> bool:
    between = passage.words[draft.after : mention.first]
    if between.count(")") == 1 and "(" not in between:
        between.remove(")")  # of the bracket that the figure stands in: "(2,490 households) in Bong"
    if len(between) > _FAR or not _CLAUSE_END.isdisjoint(between):
        return False
    return all(
        word != "," or passage.word(draft.after + n + 1) in _ALL for n, word in enumerate(between)
    )


def _with_parent(passage: Passage, mention: Mention, mentions: list[Mention]) -> str:
    """Return "Bijie, Guizhou" where a name and the name of its parent stand together, else the one name."""
    listed = [m for m in _run(passage, [m for m in mentions if m.first >= mention.first]) if m.first >= mention.first]
    joints = passage.words[mention.after : listed[-1].first] if listed and listed[0] is mention else []
    if not _LAST_JOINTS.isdisjoint(joints):
        return "; ".join(m.name for m in listed)
    follower = next((m for m in mentions if m.first == mention.after + 1), None)
    if follower is None or passage.word(mention.after) != "," or passage.word(mention.first - 1) == ",":
        return mention.name
    if passage.word(follower.after) in ("and", "et") or (
        passage.word(follower.after) == ","
        and any(m.first in (follower.after + 1, follower.after + 2) for m in mentions)
    ):
        return mention.name
    return f"{mention.name}, {follower.name}"


def _before(passage: Passage, draft: Draft, previous: Draft | None, mentions: list[Mention]) -> str:
    """Return the place or places named before a figure in its sentence, the nearest first."""
    earlier = [m for m in mentions if m.after <= draft.first and not _closed(passage, m, draft)]
    if not earlier:
        return ""
    last = earlier[-1]
    if (
        previous is not None
        and last.after <= previous.first
        and ";" in passage.words[previous.after : draft.first]
    ):
        return previous.area if previous.area != _GROUP_ITSELF else ""
    joined = [last]
    for mention in reversed(earlier[:-1]):
        between = passage.words[mention.after : joined[0].first]
        if not between or any(word not in LIST and word not in FILLERS for word in between):
            break
        joined.insert(0, mention)
    if len(joined) == 2 and passage.words[joined[0].after : joined[1].first] == [","]:  # noqa: PLR2004
        return f"{joined[0].name}, {joined[1].name}"
    return "; ".join(mention.name for mention in joined)


def _closed(passage: Passage, mention: Mention, draft: Draft) -> bool:
    """Tell whether the bracket that a name stands in is closed before the figure."""
    depth = 0
    for word in passage.words[mention.after : draft.first]:
        depth += (word == "(") - (word == ")")
        if depth < 0:
            return True
    return False


def _group(passage: Passage, figures: list[Draft], mentions: list[Mention]) -> tuple[str, int]:
    """Return "15 cities including Shenyang, Beijing" and the token after its number, or "" and 0."""
    for draft in figures:
        noun = draft.counted.lower().split()[-1:] if draft.kind is Kind.COUNT else []
        if not noun or noun[0] not in GROUPS:
            continue
        i = draft.noun_after + (passage.word(draft.noun_after) == ",")
        if passage.word(i) not in INCLUDING:
            continue
        names = []
        at = i + 1
        for mention in (m for m in mentions if m.first > i):
            if any(word not in LIST and word not in FILLERS for word in passage.words[at : mention.first]):
                break
            names.append(_spoken(passage, mention, at))
            at = mention.after + _tail_noun(passage, mention.after)
        if names:
            return f"{passage.span(draft.first, draft.noun_after)} including {', '.join(names)}", draft.after
    return "", 0


def _spoken(passage: Passage, mention: Mention, at: int) -> str:
    words = [word for word in passage.words[at : mention.first] if word in ("some", "parts", "of")]
    tail = _tail_noun(passage, mention.after)
    return " ".join([*words, passage.span(mention.first, mention.after + tail)])


def _tail_noun(passage: Passage, index: int) -> int:
    return 1 if passage.word(index) in ADMINISTRATIVE else 0


def _respectively(passage: Passage, figures: list[Draft], mentions: list[Mention]) -> bool:
    """Give as many places as figures out in order, where the sentence says "respectively"."""
    if len(figures) < 2 or len(mentions) < 2:  # noqa: PLR2004
        return False
    begin = max(min(figures[0].first, mentions[0].first) - _FAR, 0)
    after = max(figures[-1].after, mentions[-1].after) + _FAR
    if _RESPECTIVELY.isdisjoint(passage.words[begin:after]):
        return False
    for names in (_run(passage, mentions), mentions):
        for listed in (figures, _listed_figures(passage, figures)):
            if len(names) == len(listed) > 1:
                for draft, mention in zip(listed, names, strict=True):
                    draft.area = mention.name
                return listed is figures
    return False


def _run(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """Return the longest list of places that are joined by nothing but commas and "and"."""
    best: list[Mention] = []
    run: list[Mention] = []
    for mention in mentions:
        if run and any(
            word not in LIST | ARTICLES | passage.language.at for word in passage.words[run[-1].after : mention.first]
        ):
            run = []
        run.append(mention)
        if len(run) > len(best):
            best = list(run)
    return best


def _listed_figures(passage: Passage, figures: list[Draft]) -> list[Draft]:
    """Return the longest run of figures "54, 38 and 12"."""
    best: list[Draft] = []
    run: list[Draft] = []
    for draft in figures:
        if run and any(word not in LIST for word in passage.words[run[-1].after : draft.first]):
            run = []
        run.append(draft)
        if len(run) > len(best):
            best = list(run)
    return best
