"""The period that a cell, a heading or a name tells; an ambiguous date is never guessed."""

import re
from datetime import date, datetime

from crossfoot.campaign import Campaign, Layout, Place, ProseLayout
from crossfoot.campaign.calendar import find_period, period_on
from crossfoot.campaign.names import folded
from crossfoot.terms.period import Frequency, Period
from crossfoot.terms.sheet import Cell, as_text

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.Z+]+")


def read_period(cell: Cell, place: Place, layout: Layout | ProseLayout, campaign: Campaign) -> Period | None:
    """Return the period that a cell tells, or None.

    A day tells the period of the layout's frequency in which it falls. Text is read by the place's
    formats, then as ISO 8601 or the name of a phase.
    """
    if isinstance(cell, date):
        return _on(cell.date() if isinstance(cell, datetime) else cell, layout, campaign)
    text = as_text(cell).strip()
    if not text:
        return None
    for pattern in place.format:
        try:
            return _on(datetime.strptime(text, pattern).date(), layout, campaign)
        except ValueError:
            continue
    try:
        period = find_period(text[:10] if _MOMENT.fullmatch(text) else text, campaign)
    except ValueError:
        by_name = {folded(phase.name): code for code, phase in campaign.calendar.phases.items()}
        code = by_name.get(folded(text))
        return find_period(code, campaign) if code else None
    if period.frequency is Frequency.DAY and period.starts is not None and layout.frequency is not None:
        return _on(period.starts, layout, campaign)
    return period


def _on(day: date, layout: Layout | ProseLayout, campaign: Campaign) -> Period | None:
    frequency = layout.frequency or Frequency(campaign.calendar.frequency)
    if not date.min.year < day.year < date.max.year or frequency is Frequency.LENGTH:
        return None  # the calendar needs a year before and a year after
    return period_on(day, frequency, campaign)
