"""What a figure of a letter counts: by phrases that must match whole, on one side of it or around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from crossfoot.campaign import Campaign, ProseLayout
from crossfoot.figures.layout_names import Counted, counted_as
from crossfoot.figures.letters.cautions import (
    AND,
    BASE,
    GENERIC,
    LIGHT_AFTER,
    LIGHT_BEFORE,
    NEUTRAL,
    OPENING,
    OTHERWISE_BEFORE,
)
from crossfoot.figures.letters.words import Keys, Word, holds, keys_of

ASIDE = Counted("")  # stands for what a layout leaves aside


@dataclass(frozen=True, slots=True)
class Around:
    """The words on both sides of a figure, up to the ends of its clause or the next figure."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]
    labelled: bool  # whether a colon stands between the words before and the figure
    opened: bool  # whether the clause begins where `before` begins
    noun_ends: int  # offset after the noun that follows the figure; 0 if none does
    known: frozenset[int]  # offsets of words of places and dates, which may stand anywhere
    wide_before: tuple[Word, ...] = ()  # of "up from #": on, beyond a mark or a figure
    wide_after: tuple[Word, ...] = ()
    unit: tuple[Word, ...] = ()  # the words of its own unit: of "12 years", years


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found beside a figure."""

    counted: Counted
    length: int  # words of the phrase
    start: int  # where its words stand
    end: int
    explicit: bool = False  # whether the phrase says itself where the figure stands


class PhraseBook:
    """The phrases of a layout: the names and aliases of data elements, and its own."""

    def __init__(self, layout: ProseLayout, campaign: Campaign) -> None:
        """Gather the phrases; those of a layout come before the campaign's names."""
        self._names: dict[Keys, set[Counted]] = {}
        self._patterns: list[tuple[Keys, Keys, Counted]] = []
        self._first_pattern: dict[Keys, None] = {}
        for code, element in campaign.data_elements.items():
            self._add((element.name, *element.names.values(), *element.aliases), Counted(code))
        own: dict[Keys, set[Counted]] = {}
        for target, written in layout.phrases.items():
            counted = counted_as(target)
            for phrase in written:
                if "#" not in phrase:
                    own.setdefault(keys_of(phrase), set()).add(counted)
            self._add((phrase for phrase in written if "#" in phrase), counted)
        self._names.update(own)
        self._add(layout.leave_aside, ASIDE)
        self._longest = max(map(len, self._names), default=0)

    def _add(self, written: Iterable[str], counted: Counted) -> None:
        for phrase in written:
            left, mark, right = phrase.partition("#")
            if mark:
                self._patterns.append((keys_of(left), keys_of(right), counted))
            elif keys := keys_of(phrase):
                self._names.setdefault(keys, set()).add(counted)

    def known(self) -> Iterable[Keys]:
        """Return the phrases that need no place for the figure."""
        return self._names

    def find(self, around: Around) -> tuple[Match, ...]:
        """Return what a figure counts: one match; several that cannot all be right; or none."""
        explicit = self._explicit(around)
        if explicit:
            return _longest(explicit)
        sides = [*_longest(self._after(around)), *_longest(self._before(around))]
        return tuple({match.counted: match for match in sides}.values())

    def named(self, words: tuple[Word, ...]) -> tuple[Match, ...]:
        """Return what a line of words names, as in "Confirmed cases by county:"; the longest phrases only."""
        found: list[Match] = []
        at = 0
        keys = tuple(word.key for word in words)
        while at < len(keys):
            lengths = range(min(self._longest, len(keys) - at), 0, -1)
            n = next((n for n in lengths if keys[at : at + n] in self._names), 0)
            for counted in self._names.get(keys[at : at + n], ()) if n else ():
                found.append(Match(counted, n, words[at].start, words[at + n - 1].end))
            at += n or 1
        return tuple({match.counted: match for match in found}.values())

    def noun(self, words: tuple[Word, ...]) -> tuple[Match, ...]:
        """Return what a noun alone counts."""
        keys = tuple(word.key for word in words)
        return tuple(Match(c, len(keys), words[0].start, words[-1].end) for c in self._names.get(keys, ()) if words)

    def _explicit(self, around: Around) -> list[Match]:
        found = []
        before, behind = around.wide_before, around.wide_after
        for left, right, counted in self._patterns:
            for lights, after in product(range(_lights(before) + 1 if left else 1), (behind, around.unit + behind)):
                ends = len(before) - lights
                these, those = before[max(ends - len(left), 0) : ends], after[: len(right)]
                if tuple(w.key for w in these) == left and tuple(w.key for w in those) == right:
                    touched = (*these, *those)
                    found.append(
                        Match(counted, len(touched), touched[0].start, touched[-1].end, explicit=True)
                    )
                    break
        return found

    def _after(self, around: Around) -> list[Match]:
        """Match the words behind a figure: "12 of the confirmed cases were reported"."""
        words, found = around.after, []
        skip = 0
        while skip < len(words):
            for n in range(min(self._longest, len(words) - skip), 0, -1):
                these = words[skip : skip + n]
                counted = self._names.get(tuple(word.key for word in these))
                if counted and these[-1].end >= around.noun_ends and may_follow(words[skip + n :], around.known):
                    if not holds(around.before, OTHERWISE_BEFORE):
                        found += [Match(c, n, these[0].start, these[-1].end) for c in counted]
            if (words[skip].key,) not in LIGHT_AFTER:
                break
            skip += 1
        return found

    def _before(self, around: Around) -> list[Match]:
        """Match the label of a figure: "Confirmed cases: 12", 确诊病例12例."""
        if around.noun_ends and not around.labelled and not self._generic(around):
            return []
        rest = tuple(w for w in around.after if w.start >= around.noun_ends)
        part = around.labelled and rest and (rest[0].key,) in BASE  # "Contacts followed: 345 of 360"
        if not part and not may_follow(rest, around.known):
            return []
        words, found = around.before, []
        for lights in range(_lights(words) + 1):
            ends = len(words) - lights
            for n in range(min(self._longest, ends), 0, -1):
                these = words[ends - n : ends]
                counted = self._names.get(tuple(word.key for word in these))
                if counted and self._opens(words[: ends - n], around):
                    found += [Match(c, n, these[0].start, these[-1].end) for c in counted]
        return found

    def _generic(self, around: Around) -> bool:
        """Whether the noun behind a figure says no more than that people or things are counted."""
        nouns = tuple(word for word in around.after if word.start < around.noun_ends)
        return all((word.key,) in GENERIC for word in nouns)

    def _opens(self, rest: tuple[Word, ...], around: Around) -> bool:
        """Whether nothing stands before a label that would belong to it: "New confirmed cases"."""
        for word in reversed(rest):
            if word.start in around.known:
                return True
            if (word.key,) not in OPENING:
                return False
        return around.opened


def _lights(words: tuple[Word, ...]) -> int:
    """How many words at the end say nothing about what is counted."""
    count = 0
    while count < len(words) and (words[-1 - count].key,) in LIGHT_BEFORE:
        count += 1
    return count


def may_follow(words: tuple[Word, ...], known: frozenset[int]) -> bool:
    """Whether the words behind what is counted leave it what it is."""
    for word in words:
        if (word.key,) in AND:
            return True
        if word.start not in known and (word.key,) not in NEUTRAL and (word.key,) not in GENERIC:
            return False
    return True


def _longest(found: list[Match]) -> tuple[Match, ...]:
    """The matches with the most words; several only where one phrase means several things."""
    most = max((match.length for match in found), default=0)
    return tuple({match.counted: match for match in found if match.length == most}.values())
