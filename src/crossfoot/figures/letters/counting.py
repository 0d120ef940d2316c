"""What each figure of a letter counts: by the words around it, or by the line that opens its list."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from crossfoot.figures.letters.cautions import BASE, CUMULATIVE, DENIED, GENERIC, LIGHT_BEFORE, OTHERWISE_IN_SENTENCE
from crossfoot.figures.letters.lexicon import Mention, within
from crossfoot.figures.letters.phrases import Around, Match, PhraseBook, may_follow
from crossfoot.figures.letters.segments import MARKS, Segment
from crossfoot.figures.letters.where import Places
from crossfoot.figures.letters.words import Word, Words, holds
from crossfoot.prose import Kind, Reading

_CLAUSE = frozenset(",;:.!?，；：。！？、()（）[]\"“”•…")
_LABELS = (":", "：", "=")
_DATES = frozenset({Kind.DATE, Kind.YEAR, Kind.PERIOD, Kind.TIME})
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_PARTS = ";；。"
_PART_ENDS = re.compile(r"[;；。()（）]")
_MORE = 6  # words behind a noun that may make another one of it
_NOUN_REACH = 16  # code points from a figure to the noun that the reader found behind it


class Counting:
    """Finds what figures count, segment by segment."""

    def __init__(self, book: PhraseBook, text: str, words: Words, readings: Sequence[Reading], places: Places) -> None:
        """Take the text, its words and all that was read in it."""
        self._book, self._text, self._words, self._places = book, text, words, places
        self._figures = [reading for reading in readings if reading.is_figure]
        self._starts = [reading.start for reading in self._figures]
        self._dates = [Mention("", r.start, r.end) for r in readings if r.kind in _DATES]
        self._lead: tuple[Match, ...] = ()
        self._noun: tuple[Word, ...] = ()
        self._opens = False  # whether the segment before this one opens a list
        self._segment = Segment(0, 0, None)
        self._alone = False

    def enter(self, segment: Segment, here: Sequence[Reading]) -> None:
        """Go on to a segment; a list ends where a segment that is no item begins."""
        if not segment.item and not self._opens:
            self._lead, self._noun = (), ()
        self._segment = segment
        self._alone = sum(reading.is_figure for reading in here) == 1
        self._opens = self._text[segment.start : segment.end].rstrip(" \t*_").endswith(_LABELS[:2])
        if self._opens or segment.heading:
            self._lead = self._book.named(self._words.between(segment.start, segment.end))
            self._noun = ()
            self._opens = True

    def find(self, reading: Reading, mentions: list[Mention]) -> tuple[Match, ...]:
        """Return what a figure counts: one match, several that cannot all be right, or none."""
        around = self._around(reading, mentions)
        found = self._book.find(around)
        if found and not found[0].explicit and self._otherwise(reading, around):
            return ()
        if not found and self._bare(reading, around):
            found = self._book.noun(self._noun) or (self._lead if len(self._lead) == 1 else ())
        elif around.noun_ends:
            self._noun = tuple(w for w in around.after if w.start < around.noun_ends)
        if self._text[self._segment.start : self._segment.end].rstrip(" \t*_").endswith(_LABELS[:2]) and found:
            self._lead = found
        return found

    def noun(self, reading: Reading, mentions: list[Mention]) -> str:
        """Return what stands behind a figure and is not known, as written; "" if nothing does.

        Of "40 cases recovered" it is all of the phrase where "cases" is known; of "an increase of 30 cases"
        nothing: no further name would help.
        """
        around = self._around(reading, mentions)
        noun = tuple(word for word in around.after if word.start < around.noun_ends)
        if not noun:
            return ""
        if not self._book.noun(noun):
            return reading.counted
        rest = around.after[len(noun) :]
        if may_follow(rest, around.known):
            return ""
        more = tuple(takewhile(lambda word: word.start not in around.known, rest))[:_MORE]
        return " ".join(self._text[noun[0].start : (more or noun)[-1].end].replace("*", " ").split())

    def _limit(self, reading: Reading) -> tuple[int, int]:
        """The stretch in which words can belong to a figure: its sentence, from figure to figure."""
        at = bisect_right(self._starts, reading.start) - 1
        first = max(self._segment.start, reading.sentence[0])
        last = min(self._segment.end, reading.sentence[1])
        if at > 0:
            first = max(first, self._figures[at - 1].end)
        if at + 1 < len(self._figures):
            last = min(last, self._figures[at + 1].start)
        return min(first, reading.start), max(last, reading.end)

    def _noun_ends(self, reading: Reading, last: int) -> int:
        if not reading.counted:
            return 0
        at = self._text.find(reading.counted, reading.end, min(reading.end + _NOUN_REACH + len(reading.counted), last))
        return at + len(reading.counted) if at >= 0 else 0

    def _around(self, reading: Reading, mentions: list[Mention]) -> Around:
        first, last = self._limit(reading)
        before = self._text[first : reading.start].rstrip(" \t*_\u00a0")
        labelled = before.endswith(_LABELS)
        if labelled:
            before = before[:-1]
        cut = max((n for n, sign in enumerate(before) if sign in _CLAUSE), default=-1)
        begins = first + cut + 1
        after = self._text[reading.end : last]
        ends = reading.end + next((n for n, sign in enumerate(after) if sign in _CLAUSE), len(after))
        sentence = max(self._segment.start, reading.sentence[0]), min(self._segment.end, reading.sentence[1])
        noun_ends = self._noun_ends(reading, last)  # "production, transport and storage tools" is one noun
        opened = cut >= 0 or first in (self._segment.start, sentence[0])
        return Around(
            self._words.between(begins, first + len(before)), self._words.between(reading.end, max(ends, noun_ends)),
            labelled, opened, noun_ends, self._known(reading, mentions, first, last),
            self._words.between(sentence[0], reading.start), self._words.between(reading.end, sentence[1]),
            tuple(word for word in self._words.between(reading.start, reading.end) if not word.key[0].isdigit()),
        )  # fmt: skip

    def _known(self, reading: Reading, mentions: list[Mention], first: int, last: int) -> frozenset[int]:
        """Where the words of places and dates stand; the words for its period, too, are judged elsewhere."""
        spans = [*within(mentions, first, last), *within(self._dates, first, last)]
        at = self._text.find(reading.period, first, last) if reading.period else -1
        if at >= 0:
            spans.append(Mention("", at, at + len(reading.period)))
        return frozenset(word.start for span in spans for word in self._words.between(span.start, span.end))

    def _otherwise(self, reading: Reading, around: Around) -> bool:
        """Whether the words say that the figure is a wish, a part, denied, or about another time."""
        near = (*around.before, *around.after)
        part = around.before and not around.opened and all((word.key,) in BASE for word in around.before)
        return bool(part) or holds(near, DENIED) or holds(self._part_of_sentence(reading), OTHERWISE_IN_SENTENCE)

    def cumulative(self, reading: Reading) -> bool:
        """Tell whether the words before a figure, or those of its clause, say that it is of all the time so far."""
        first = max(self._segment.start, reading.sentence[0])
        after = self._around(reading, []).after
        return holds(self._words.between(first, reading.start), CUMULATIVE) or holds(after, CUMULATIVE)

    def _part_of_sentence(self, reading: Reading) -> tuple[Word, ...]:
        """The words of a sentence that are said of a figure: not those in brackets beside it."""
        first = max(self._segment.start, reading.sentence[0])
        before = _BRACKETS.sub(lambda match: " " * len(match[0]), self._text[first : reading.start])
        cut = max(before.rfind(sign) for sign in _PARTS) + 1
        last = min(self._segment.end, reading.sentence[1])
        after = _PART_ENDS.search(self._text, reading.end, last)
        inside = tuple(w for w in self._words.between(first + cut, reading.start) if before[w.start - first] != " ")
        return (*inside, *self._words.between(reading.end, after.start() if after else last))

    def _bare(self, reading: Reading, around: Around) -> bool:
        """Whether a list item says no more than a place and a number: "Bong: 3"."""
        if not (self._segment.item and self._alone and self._places.labelled) or reading.kind is not Kind.COUNT:
            return False
        between = self._words.between(self._places.label_ends, reading.start)
        rest = self._words.between(reading.end, self._segment.end)
        plain = all((word.key,) in LIGHT_BEFORE for word in between) and all((word.key,) in GENERIC for word in rest)
        return plain and not self._text[reading.end : self._segment.end].strip(MARKS + ".;,。；，例人次名")
