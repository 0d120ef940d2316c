"""Which period a letter is about, and each of its figures: never one that the words do not mean."""

import re
from collections.abc import Sequence

from crossfoot.campaign import Campaign, ProseLayout
from crossfoot.campaign.calendar import find_period, period_on
from crossfoot.campaign.names import folded
from crossfoot.figures.letters.dated import Dated, Sense, dates_in
from crossfoot.figures.periods import read_period
from crossfoot.prose import Reading
from crossfoot.terms.period import Frequency, Period

_ENDS = "\n:：.。;；"
_THIS = {
    **dict.fromkeys(("this week", "cette semaine", "本周", "本週"), Frequency.WEEK),
    **dict.fromkeys(("this month", "ce mois", "本月"), Frequency.MONTH),
    **dict.fromkeys(("today", "aujourd hui", "今日", "今天"), Frequency.DAY),
}
_UP_TO_NOW = frozenset({"cumulative", "stock", "milestone"})  # kinds that are told "as of" a day


class Times:
    """The periods of one layout's letters."""

    def __init__(self, layout: ProseLayout, campaign: Campaign) -> None:
        """Take the words that the layout gives for periods."""
        self._layout, self._campaign = layout, campaign
        self._named = {folded(written): find_period(code, campaign) for written, code in layout.period_names.items()}

    def of_letter(self, name: str, text: str, dateline: Sequence[Dated]) -> tuple[Period | None, str]:
        """Return the period of a letter, and the words that tell it.

        Args:
            name: of the file.
            text: of the letter.
            dateline: the dates above its first figure, which count where the layout names no other place;
                two different ones tell nothing.
        """
        place = self._layout.period
        if place is not None:
            written = place.value
            if written is None:
                match = re.search(place.file_name or "", name)
                written = "" if match is None else (match[1] or "") if match.re.groups else match[0]
            return read_period(written, place, self._layout, self._campaign), written or name
        found = {dated.period.code: dated for dated in dateline}
        periods = {period.code: period for d in found.values() if (period := self._holding(d)) is not None}
        words = " / ".join(text[d.start : d.end] for d in found.values())
        return (next(iter(periods.values())) if len(periods) == 1 else None), words or name

    def of_figure(
        self, reading: Reading, kind: str, letter: Period | None, dateline: frozenset[str]
    ) -> Period | str | None:
        """Return the period of a figure; its words where they mean none that is known; None where nothing tells.

        Args:
            reading: the figure.
            kind: of its data element: a cumulative or a stock is told as of a day, a flow for all of its period.
            letter: the period of the letter.
            dateline: the days of the letter itself; "Xi'an, 29 August: 12 cases" is no statement about that day.
        """
        written = reading.period.strip()
        if not written:
            return letter
        named = self._named.get(folded(written))
        if named is not None:
            return named
        if (frequency := _THIS.get(folded(written))) is not None:
            return letter if letter is not None and letter.frequency is frequency else written
        if written.startswith("P"):
            try:
                return find_period(written, self._campaign)
            except ValueError:
                return written
        dates = dates_in(written, self._campaign)
        if len(dates) != 1:
            return written
        if dates[0].period.code in dateline and dates[0].sense is not Sense.ELSE and letter is not None:
            return letter
        return self._dated(dates[0], kind, letter) or written

    def _dated(self, dated: Dated, kind: str, letter: Period | None) -> Period | None:
        if dated.sense is Sense.ELSE:
            return None
        period = dated.period
        if period.frequency is not Frequency.DAY:
            return period
        frequency = self._layout.frequency or Frequency(self._campaign.calendar.frequency)
        if frequency is Frequency.DAY:
            return period
        inside = letter is not None and _within(period, letter)
        # "12 cases on 3 November" of a weekly letter is a day's, not the week's.
        if dated.sense is Sense.AS_OF or kind in _UP_TO_NOW or (letter is not None and letter.ends == period.ends):
            return letter if inside else self._holding(dated)
        return None

    def _holding(self, dated: Dated) -> Period | None:
        """The period of the layout's frequency that a day stands for; a week, month or year is itself."""
        if dated.period.frequency is not Frequency.DAY or dated.period.starts is None:
            return dated.period
        frequency = self._layout.frequency or Frequency(self._campaign.calendar.frequency)
        return period_on(dated.period.starts, frequency, self._campaign)


def dateline_of(opening: str, dates: Sequence[Dated]) -> list[Dated]:
    """Return the dates that stand above a letter's first sentence with a figure, or before its colon.

    Args:
        opening: the text before the first figure.
        dates: of the whole letter.
    """
    head = max((opening.rfind(sign) for sign in _ENDS), default=-1) + 1
    above = (d for d in dates if d.sense is not Sense.ELSE and d.end <= len(opening))
    return [d for d in above if d.end <= head or d.sense is Sense.AS_OF]


def _within(day: Period, period: Period) -> bool:
    if day.starts is None or period.starts is None or period.ends is None:
        return False
    return period.starts <= day.starts <= period.ends
