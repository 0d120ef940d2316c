"""Which area a figure of a letter is about: the nearest name in its item, sentence or heading, else the letter's."""

import re
from datetime import date
from itertools import pairwise, starmap

from crossfoot.campaign import ProseLayout
from crossfoot.figures.letters.cautions import OTHER_PLACES
from crossfoot.figures.letters.lexicon import Lexicon, Mention, within
from crossfoot.figures.letters.segments import MARKS, Segment
from crossfoot.figures.letters.words import holds, words_of
from crossfoot.prose import Reading

_LIST = re.compile(
    r"[\s*_]*(?:[,、&/]|,?\s*and|,?\s*et|ainsi que|,?\s*as well as|和|与|及|以及)[\s*_]*(?:in|in the|à|the)?[\s*_]*"
)
_IN = re.compile(r"[^\d,;:.()，。；：（）]{0,80}\b(?:in|at|à|dans)\s+(?:the\s+|la\s+|le\s+)?")
_LABEL = 60  # code points from a name to the colon that makes it a label: "Xi'an, 29 August:"


class Places:
    """The places of one letter, segment by segment."""

    def __init__(
        self, lexicon: Lexicon, layout: ProseLayout, text: str, mentions: list[Mention], name: str
    ) -> None:
        """Take the text with the places named in it, and the name of the file."""
        self._lexicon, self._text, self._mentions = lexicon, text, mentions
        self._letter = _of_letter(layout, name)  # as written
        self._heading: Mention | None = None
        self._level = 0  # of the heading that named a place
        self._segment = Segment(0, 0, None)
        self._label: Mention | None = None
        self._label_ends = 0

    @property
    def label_ends(self) -> int:
        """The offset behind the colon of the segment's label; where the segment begins if it has none."""
        return self._label_ends

    @property
    def labelled(self) -> bool:
        """Whether the segment begins with the name of a place and a colon."""
        return self._label is not None

    def enter(self, segment: Segment) -> None:
        """Go on to a segment."""
        self._segment = segment
        here = list(within(self._mentions, segment.start, segment.end))
        if segment.heading and here:
            self._heading = here[0] if len({m.name for m in here}) == 1 else None
            self._level = segment.level
        elif segment.heading and self._ends_scope(segment):
            self._heading = None
        self._label, self._label_ends = None, segment.start
        if here and not self._text[segment.start : here[0].start].strip(MARKS):
            after = self._text[here[0].end : min(here[0].end + _LABEL, segment.end)]
            at = min((n for n in (after.find(":"), after.find("：")) if n >= 0), default=-1)
            if at >= 0 and not re.search(r"[.;!?。；]", after[:at]):
                self._label, self._label_ends = here[0], here[0].end + at + 1

    def _ends_scope(self, segment: Segment) -> bool:
        """Whether a heading without a name leaves the place above: one as high, or "Other districts"."""
        if segment.level:
            return segment.level <= self._level or not self._level
        return holds(words_of(self._text[segment.start : segment.end]).all, OTHER_PLACES)

    def find(self, reading: Reading, day: date | None) -> tuple[str | None, str]:
        """Return the code of the area of a figure on a day, or None; and the words that name it."""
        start, end = self._segment.start, self._segment.end
        # A name from outside the segment is the reader's guess at the scope; ours follows.
        written = reading.area if _stands(reading.area, self._text[start:end]) else ""
        if written and (self._label is None or not written.startswith(self._label.name)):
            if self._beyond_another(written, reading):
                return None, ""
            written = self._joined(written, reading)
            return self._lexicon.find(written, day), written
        if self._label is not None:
            if any(m.name != self._label.name for m in self._before(reading)):
                return None, ""  # since the label another place was named: nobody can tell which one is meant
            return self._lexicon.find(self._label.name, day), self._label.name
        if reading.area and not written:
            code = self._lexicon.find(reading.area, day)
            if code is not None and self._whole(reading):
                return code, reading.area
        return self._scope(reading, day)

    def _beyond_another(self, written: str, reading: Reading) -> bool:
        """Whether the name stands behind the next figure of a list: "9 deaths, 3 of them in Bong" says it of the 3."""
        behind = [
            m for m in within(self._mentions, reading.end, self._segment.end)
            if m.name == written or self._text[m.start : m.end] == written
        ]  # fmt: skip
        before = any(m.name == written for m in self._before(reading))
        if before or not behind:
            return False
        between = self._text[reading.end : behind[0].start]
        last = max((n for n, sign in enumerate(between) if sign.isdigit()), default=0)
        return any(sign in between[:last] for sign in ",;，；、")

    def _joined(self, written: str, reading: Reading) -> str:
        """A name with those that are joined to it: "in Margibi and Nimba" is neither of the two alone."""
        here = list(within(self._mentions, self._segment.start, self._segment.end))
        mine = [n for n, m in enumerate(here) if self._text[m.start : m.end] == written or m.name == written]
        if not mine:
            return written
        first = last = min(mine, key=lambda n: abs(here[n].start - reading.start))
        while first > 0 and self._listed(here[first - 1], here[first]):
            first -= 1
        while last + 1 < len(here) and self._listed(here[last], here[last + 1]):
            last += 1
        return "; ".join(m.name for m in here[first : last + 1]) if last > first else written

    def _listed(self, left: Mention, right: Mention) -> bool:
        """Whether nothing but the words of a list stands between two names."""
        return _LIST.fullmatch(self._text[left.end : right.start]) is not None

    def _whole(self, reading: Reading) -> bool:
        """Whether the reader's area stands for all of the country, and no other place is named beside the figure."""
        first, last = reading.sentence
        return not list(within(self._mentions, max(first, self._segment.start), min(last, self._segment.end)))

    def _scope(self, reading: Reading, day: date | None) -> tuple[str | None, str]:
        """The one place named before in the segment, where nothing else contradicts it; else heading and letter."""
        above = self._lexicon.find(self._heading.name, day) if self._heading is not None else None
        usual = above or self._lexicon.given(self._letter, day)
        written = self._heading.name if above and self._heading is not None else self._letter
        behind = next(within(self._mentions, reading.end, min(self._segment.end, reading.sentence[1])), None)
        if behind is not None and _IN.fullmatch(self._text[reading.end : behind.start]):
            joined = self._joined(behind.name, reading)  # "1,200 contacts followed in Nimba"
            return self._lexicon.find(joined, day), joined
        beside = [m for m in self._before(reading) if m.start >= reading.sentence[0]]
        if len(beside) > 1 and all(starmap(self._listed, pairwise(beside))):
            joined = "; ".join(m.name for m in beside)  # "several provinces (Northeast, Southwest)"
            return self._lexicon.find(joined, day), joined
        earlier = {m.name: self._lexicon.find(m.name, day) for m in self._before(reading)}
        codes = set(earlier.values())
        if not codes or codes == {usual}:
            return usual, written
        if len(codes) == 1 and usual is None:
            name, code = next(iter(earlier.items()))
            return code, name
        return None, ""

    def _before(self, reading: Reading) -> list[Mention]:
        return list(within(self._mentions, self._segment.start, reading.start))


def _of_letter(layout: ProseLayout, name: str) -> str:
    """What the layout gives as the place of the whole letter, as written; "" if it gives none."""
    place = layout.area
    if place is None:
        return ""
    if place.value is not None:
        return place.value
    match = re.search(place.file_name or "", name)
    return "" if match is None else ((match[1] or "") if match.re.groups else match[0])


def _stands(written: str, text: str) -> bool:
    """Whether the words of an area stand in a text; of a group, the first of its names."""
    first = re.split(r"; |, | including | dont ", written)[0]
    return bool(first) and first in text
