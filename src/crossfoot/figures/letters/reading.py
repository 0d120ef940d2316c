"""A letter → rows of the ledger: for each figure what it counts, where and when, or why that cannot be told."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context, localcontext

from crossfoot.campaign import AreaTree, Campaign, ProseLayout
from crossfoot.campaign.names import Names
from crossfoot.campaign.rows import counts_whole, disaggregation_key
from crossfoot.campaign.units import Units
from crossfoot.documents import BlockKind, Layout
from crossfoot.figures.layout_names import MOST_PROPOSALS
from crossfoot.figures.letters.counting import Counting
from crossfoot.figures.letters.dated import Dated, dates_in
from crossfoot.figures.letters.lexicon import Lexicon
from crossfoot.figures.letters.phrases import ASIDE, Match, PhraseBook
from crossfoot.figures.letters.segments import Segment, running_text, segments_of
from crossfoot.figures.letters.when import Times, dateline_of
from crossfoot.figures.letters.where import Places
from crossfoot.figures.letters.words import words_of
from crossfoot.figures.measures import converted
from crossfoot.figures.placing import DIGITS, ID_LENGTH, MOST_TEXT, Placed, Row
from crossfoot.figures.subjects import Subject, Trouble
from crossfoot.figures.values import Value, stated_value
from crossfoot.prose import Kind, Quantity, Reading, read
from crossfoot.tables import LARGEST
from crossfoot.terms.passage import TextPlace, marked
from crossfoot.terms.period import Period

_LENGTH = re.compile(r"P\d")
_AHEAD = 3  # figures in which the group that a number opens is looked for
QUOTED = 150  # code points of a sentence that are quoted on each side of a figure


class LetterReader:
    """Reads all letters of one layout; what is the same for all of them is gathered once."""

    def __init__(self, layout: ProseLayout, campaign: Campaign, tree: AreaTree) -> None:
        """Gather the names of areas and the phrases of data elements."""
        self.layout, self.campaign = layout, campaign
        self.lexicon = Lexicon(layout, campaign, tree)
        self.book = PhraseBook(layout, campaign)
        self.times = Times(layout, campaign)
        self._units = Units(campaign)
        self._elements = Names(
            {c: (e.name, *e.names.values(), *e.aliases) for c, e in campaign.data_elements.items()}
        )
        self._proposed: dict[str, str] = {}

    def place(self, return_id: str, name: str, document: Layout) -> Placed:
        """Return every figure of a letter as a figure or as a trouble; never raises for data."""
        letter = _Letter(self, return_id, name, document)
        with localcontext(Context(prec=DIGITS)):
            letter.read()
        return Placed(tuple(letter.figures), tuple(letter.troubles))

    def suits(self, match: Match, reading: Reading) -> bool:
        """Tell whether a figure is in a unit that what it counts can be told in."""
        if match.counted is ASIDE:
            return True
        kept_in = self.campaign.data_elements[match.counted.data_element].unit
        if not kept_in:
            return not reading.unit and reading.kind is Kind.COUNT
        code = self._units.find(reading.unit) if reading.unit else None
        return code is not None and self._units.factor(code, kept_in) is not None

    def value(self, reading: Reading, data_element: str) -> Value | None:
        """Return what a figure states, in its data element's unit; None if it cannot be told or held."""
        element = self.campaign.data_elements[data_element]
        whole = counts_whole(element)
        if reading.value is None or abs(reading.value) >= LARGEST or (whole and _two_ways(reading)):
            return None
        said = Quantity(
            reading.value, reading.interval, reading.qualifier, reading.unit, reading.decimals, reading.counted,
            reading.kind, reading.other_value,
        )  # fmt: skip
        value = stated_value(said, whole=whole)
        return converted(value, reading.unit, element.unit, self._units) if reading.unit else value

    def propose(self, noun: str) -> str:
        """Return the data element's name that is nearest to a noun, or ""; it is slow, so not for ever."""
        if noun not in self._proposed and len(self._proposed) < MOST_PROPOSALS:
            self._proposed[noun] = self._elements.propose(noun)
        return self._proposed.get(noun, "")


class _Letter:
    """The work on one letter."""

    def __init__(self, reader: LetterReader, return_id: str, name: str, document: Layout) -> None:
        self.figures: list[Row] = []
        self.troubles: list[Row] = []
        self._reader, self._return_id, self._name, self._document = reader, return_id, name, document
        self._text, self._quotes = running_text(document)
        self._words = words_of(self._text)
        self._mentions = reader.lexicon.mentions(self._words)
        self._places = Places(
            reader.lexicon, reader.layout, self._text, self._mentions, name
        )
        self._lines = [at for at, sign in enumerate(document.text) if sign == "\n"]
        self._sentences: dict[int, int] = {}
        self._seen: Counter[Subject] = Counter()
        self._period: Period | None = None
        self._dateline: frozenset[str] = frozenset()
        self._segment = Segment(0, 0, None)

    def read(self) -> None:
        """Place every figure of the letter, and tell what was not read."""
        layout = self._reader.layout
        named = sorted({self._text[m.start : m.end] for m in self._mentions})
        readings = _with_neighbours(
            read(self._text, language=layout.language, areas=named, decimal_mark=layout.decimal_mark)
        )
        dates = dates_in(self._text, self._reader.campaign)
        readings = _without(readings, dates)
        figures = [reading for reading in readings if reading.is_figure]
        opening = self._text[: figures[0].start] if figures else self._text
        dateline = dateline_of(opening, dates)
        self._period, written = self._reader.times.of_letter(self._name, self._text, dateline)
        if figures and self._period is None:
            self._tell(Trouble("period-unreadable", stated=written[:MOST_TEXT]), None)
        self._dateline = frozenset(dated.period.code for dated in dateline)
        counting = Counting(self._reader.book, self._text, self._words, readings, self._places)
        for segment, here in self._by_segment(readings):
            self._segment = segment
            self._places.enter(segment)
            counting.enter(segment, here)
            for reading in here:
                trouble = self._figure(reading, counting)
                if trouble is not None:
                    self._tell(trouble, reading)
        self._remarks(bool(figures))

    def _by_segment(self, readings: Sequence[Reading]) -> Iterator[tuple[Segment, list[Reading]]]:
        starts = [reading.start for reading in readings]
        for segment in segments_of(self._document, self._text):
            yield segment, list(readings[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)])

    def _figure(self, reading: Reading, counting: Counting) -> Trouble | None:
        """State one figure, or say why not; None also for what is no figure."""
        if reading.kind is Kind.AMBIGUOUS:
            return Trouble("value-unreadable", stated=reading.text)
        if reading.kind is Kind.VAGUE:
            return Trouble("text-left-aside")
        if not reading.is_figure:
            return None
        matches = [m for m in counting.find(reading, self._mentions) if self._reader.suits(m, reading)]
        if len(matches) == 1:
            return None if matches[0].counted is ASIDE else self._placed(reading, matches[0], counting)
        noun = counting.noun(reading, self._mentions)
        if matches:
            words = " / ".join(dict.fromkeys(self._text[m.start : m.end] for m in matches))
            return Trouble("name-unknown", stated=words[:MOST_TEXT])
        if noun and reading.kind is Kind.COUNT:
            return Trouble("name-unknown", stated=noun[:MOST_TEXT], suggestion=self._reader.propose(noun))
        return Trouble("text-left-aside")

    def _placed(self, reading: Reading, match: Match, counting: Counting) -> Trouble | None:
        """State a figure whose data element is known."""
        counted = match.counted
        kind = self._reader.campaign.data_elements[counted.data_element].kind
        if kind == "flow" and not match.explicit and counting.cumulative(reading):
            return Trouble("text-left-aside")
        period = self._reader.times.of_figure(reading, kind, self._period, self._dateline)
        if period is None:
            return None  # the letter's own period cannot be read: told once
        if isinstance(period, str):
            return Trouble("period-unreadable", stated=period[:MOST_TEXT])
        area, where = self._places.find(reading, period.ends)
        if area is None:
            near = self._reader.lexicon.propose(where) if where else ""
            return Trouble("name-unknown", stated=(where or self._quote(reading))[:MOST_TEXT], suggestion=near)
        subject = (area, counted.data_element, disaggregation_key(dict(counted.categories)), period.code)
        value = self._reader.value(reading, counted.data_element)
        if value is None:
            return Trouble("value-unreadable", stated=reading.text[:MOST_TEXT], subject=subject)
        self._state(subject, value, self._text[match.start : match.end], reading)
        return None

    def _state(self, subject: Subject, value: Value, words: str, reading: Reading) -> None:
        self._seen[subject] += 1
        place, interval = self._place(reading).name, value.interval
        self.figures.append(
            (
                f"{self._return_id[:ID_LENGTH]}:{place}", self._return_id, *subject, self._seen[subject],
                value.status.value, value.value, interval.lower, interval.upper, interval.lower_closed,
                interval.upper_closed, value.qualifier.value, value.unit, "", self._number(reading),
                self._line(reading), " ".join(words.replace("*", " ").split()), self._quote(reading), place,
                self._document.text[reading.start : reading.end],
            )
        )  # fmt: skip

    def _tell(self, trouble: Trouble, reading: Reading | None) -> None:
        """Note what could not be read or placed; without a figure, of the whole letter."""
        quote = "" if reading is None else self._quote(reading)
        stated = trouble.stated or quote
        self.troubles.append(
            (
                self._return_id, trouble.kind, "", 0 if reading is None else self._number(reading),
                quote if stated != quote else "", "" if reading is None else self._place(reading).name, stated,
                trouble.suggestion, *trouble.subject,
            )
        )  # fmt: skip

    def _remarks(self, figures: bool) -> None:
        """Tell about the tables and quoted letters that were not read, and a letter without figures."""
        text = self._document.text
        tables = [(b.start, b.end) for b in self._document.blocks if b.kind in (BlockKind.TABLE, BlockKind.CODE)]
        unread = [span for span in (*tables, *self._quotes) if any(sign.isdigit() for sign in text[slice(*span)])]
        for start, end in unread:
            stated = " ".join(text[start:end].split())[:MOST_TEXT]
            place = TextPlace(self._page(start), start, end).name
            self.troubles.append(
                (self._return_id, "text-left-aside", "", 0, "", place, stated, "", "", "", "", "")
            )  # fmt: skip
        if not figures and not unread:
            self._tell(Trouble("text-left-aside", stated=" ".join(text[:MOST_TEXT].split())), None)

    def _place(self, reading: Reading) -> TextPlace:
        return TextPlace(self._page(reading.start), reading.start, reading.end)

    def _page(self, start: int) -> int | None:
        blocks = self._document.blocks
        at = bisect_right(blocks, start, key=lambda block: block.start) - 1
        return blocks[at].page if at >= 0 else None

    def _number(self, reading: Reading) -> int:
        """The number of a figure's sentence among those that are told about, from 1."""
        first = max(reading.sentence[0], self._segment.start)
        return self._sentences.setdefault(first, len(self._sentences) + 1)

    def _line(self, reading: Reading) -> int:
        return bisect_left(self._lines, reading.start) + 1

    def _quote(self, reading: Reading) -> str:
        """The sentence of a figure on one line, the figure marked; a long one in part."""
        first = max(reading.sentence[0], self._segment.start, reading.start - QUOTED)
        last = min(reading.sentence[1], self._segment.end, reading.end + QUOTED)
        return marked(self._document.text, reading.start, reading.end, (first, max(last, reading.end)))


def _without(readings: Sequence[Reading], dates: Sequence[Dated]) -> list[Reading]:
    """Leave out the figures that are part of a date that the grammar does not know: semaine 41."""
    ends = [date.end for date in dates]
    out = []
    for reading in readings:
        at = bisect_right(ends, reading.start)
        if not (reading.is_figure and at < len(dates) and dates[at].start <= reading.start):
            out.append(reading)
    return out


def _two_ways(reading: Reading) -> bool:
    """Whether a count may be thousands or a decimal: 1.234, or 1,234 in French; as in the cells of tables."""
    if reading.other_value is None or reading.value is None:
        return False
    return "." in reading.text or reading.value != reading.value.to_integral_value()


def _with_neighbours(readings: Sequence[Reading]) -> list[Reading]:
    """Give a length the period of the figure before it ("reports in five days"), a group's number its group."""
    out: list[Reading] = []
    for at, reading in enumerate(readings):
        before = out[-1] if out else None
        if before is not None and reading.kind is Kind.MEASURE and not reading.period and _LENGTH.match(before.period):
            if before.sentence == reading.sentence:
                reading = replace(reading, period=before.period)  # noqa: PLW2901 - the same, and told more
        elif reading.kind is Kind.COUNT and not reading.area:
            ahead = (other for other in readings[at + 1 : at + 1 + _AHEAD] if other.sentence == reading.sentence)
            mine = re.compile(rf"{re.escape(reading.text)}\s.*\bincluding ")
            group = next((other.area for other in ahead if mine.match(other.area)), "")
            reading = replace(reading, area=group) if group else reading  # noqa: PLW2901
        out.append(reading)
    return out
