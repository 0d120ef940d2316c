"""The campaign's calendar: which periods there are, which contain which, and what is due when."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.description import Campaign, Obligation
from crossfoot.terms.period import Frequency, Period, parse_period, period_of, previous, year_ago

PeriodRow = tuple[str, str, date | None, date | None, str, str]
LONGER = (Frequency.WEEK, Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR)


def find_period(code: str, campaign: Campaign) -> Period:
    """Return the period that a code names, a phase of the campaign included.

    Raises:
        ValueError: there is no such period.
    """
    phase = campaign.calendar.phases.get(code)
    if phase is not None:
        return Period(code, Frequency.PHASE, phase.starts, phase.ends)
    return parse_period(code)


def period_on(day: date, frequency: Frequency, campaign: Campaign) -> Period | None:
    """Return the period of this frequency in which a day falls; None on a day outside all phases."""
    if frequency is Frequency.PHASE:
        for code, phase in campaign.calendar.phases.items():
            if phase.starts <= day <= phase.ends:
                return Period(code, Frequency.PHASE, phase.starts, phase.ends)
        return None
    return period_of(day, frequency, campaign.calendar.week_starts)


def frequency_of(obligation: Obligation, campaign: Campaign) -> Frequency:
    """Return how often an obligation is due: its own frequency, or the campaign's."""
    return Frequency(obligation.frequency or campaign.calendar.frequency)


def periods_between(starts: date, ends: date, frequency: Frequency, campaign: Campaign) -> Iterator[Period]:
    """Yield the periods of a frequency that end between two days, both included, in order."""
    if frequency is Frequency.PHASE:
        phases = (Period(c, frequency, p.starts, p.ends) for c, p in campaign.calendar.phases.items())
        yield from (p for p in phases if p.ends is not None and starts <= p.ends <= ends)
        return
    period = period_of(starts, frequency, campaign.calendar.week_starts)
    while period.ends is not None and period.ends <= ends:
        yield period
        period = period_of(period.ends + timedelta(days=1), frequency, campaign.calendar.week_starts)


def expected_returns(campaign: Campaign, tree: AreaTree, until: date) -> Iterator[tuple[str, str, str, date]]:
    """Yield (obligation, area, period, due day) for every return about a period that ended by `until`."""
    for code, obligation in campaign.obligations.items():
        frequency = frequency_of(obligation, campaign)
        starts = obligation.starts or campaign.calendar.starts
        last = min(d for d in (until, obligation.ends, campaign.calendar.ends) if d is not None)
        for period in periods_between(starts, last, frequency, campaign):
            if period.ends is None:
                continue
            due = period.ends + timedelta(days=obligation.due_days)
            for area in tree.areas:
                if area.starts <= period.ends <= area.ends and _obliged(area.code, area.level, obligation):
                    yield code, area.code, period.code, due


def _obliged(code: str, level: str, obligation: Obligation) -> bool:
    return code in obligation.areas or level == obligation.level


def period_rows(codes: Iterable[str], campaign: Campaign) -> tuple[list[PeriodRow], list[tuple[str, str]]]:
    """Return the rows of the tables `periods` and `within` for these periods and all that contain them."""
    periods: dict[str, Period] = {}
    within: set[tuple[str, str]] = set()
    for code in codes:
        period = find_period(code, campaign)
        periods[code] = period
        within.add((code, code))
        for longer in _longer(period, campaign):
            periods[longer.code] = longer
            within.add((longer.code, code))
            within.add((longer.code, longer.code))
    starts_on = campaign.calendar.week_starts
    rows = []
    for period in periods.values():
        before, then = previous(period, starts_on), year_ago(period, starts_on)
        rows.append(
            (
                period.code,
                period.frequency.value,
                period.starts,
                period.ends,
                before.code if before else _phase_before(period, campaign),
                then.code if then else "",
            )
        )
    return sorted(rows, key=lambda row: row[0]), sorted(within)


def _longer(period: Period, campaign: Campaign) -> Iterator[Period]:
    if period.starts is None or period.ends is None:
        return
    # A week lies where its fourth day falls, as ISO 8601 does for years: a month made of weekly
    # returns then counts every week once.
    middle = period.starts + timedelta(days=3) if period.frequency is Frequency.WEEK else period.starts
    order = list(Frequency)
    for frequency in LONGER:
        if order.index(frequency) > order.index(period.frequency):
            candidate = period_of(middle, frequency, campaign.calendar.week_starts)
            if period.frequency is Frequency.WEEK or (candidate.ends and period.ends <= candidate.ends):
                yield candidate
    if period.frequency is not Frequency.PHASE:
        for code, phase in campaign.calendar.phases.items():
            if phase.starts <= middle <= phase.ends:
                yield Period(code, Frequency.PHASE, phase.starts, phase.ends)


def _phase_before(period: Period, campaign: Campaign) -> str:
    if period.frequency is not Frequency.PHASE or period.starts is None:
        return ""
    before = [(p.ends, code) for code, p in campaign.calendar.phases.items() if p.ends < period.starts]
    return max(before)[1] if before else ""
