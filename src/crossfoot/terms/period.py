"""Periods: stretches of time that figures are about, named after ISO 8601 where it has a name."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Frequency(StrEnum):
    """How long a period is; the order is from short to long."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    PHASE = "phase"  # a named stretch with dates of its own: "first phase"
    LENGTH = "length"  # an undated length: "in five days" is P5D


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days. `starts` and `ends` are both inside; both are None for an undated length."""

    code: str  # 2014-10-31, 2026-W45, 2026-SunW45, 2026-11, 2026-Q4, 2026, P5D, or the name of a phase
    frequency: Frequency
    starts: date | None
    ends: date | None


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"": 0, "Tue": 1, "Wed": 2, "Thu": 3, "Fri": 4, "Sat": 5, "Sun": 6}
_CODE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<week_day>Tue|Wed|Thu|Fri|Sat|Sun)?W(?P<week>\d{2})|Q(?P<quarter>[1-4])"
    r"|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)
_LENGTH = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?")


def period_of(day: date, frequency: Frequency, week_starts: str = "monday") -> Period:
    """Return the period of this frequency in which `day` falls (phases and lengths have none)."""
    if frequency is Frequency.DAY:
        return Period(day.isoformat(), frequency, day, day)
    if frequency is Frequency.WEEK:
        return _week_of(day, WEEKDAYS.index(week_starts))
    if frequency is Frequency.MONTH:
        return _months(day.year, day.month, 1, f"{day.year:04}-{day.month:02}", frequency)
    if frequency is Frequency.QUARTER:
        quarter = (day.month + 2) // 3
        return _months(day.year, 3 * quarter - 2, 3, f"{day.year:04}-Q{quarter}", frequency)
    if frequency is Frequency.YEAR:
        return _months(day.year, 1, 12, f"{day.year:04}", frequency)
    raise ValueError(f"a {frequency} is not found from a day")


def parse_period(code: str) -> Period:
    """Read a period's code.

    Raises:
        ValueError: the code is none of the calendar's (a phase's name is not known here).
    """
    if _LENGTH.fullmatch(code):
        return Period(code, Frequency.LENGTH, None, None)
    match = _CODE.fullmatch(code)
    if match is None:
        raise ValueError(f"'{code}' is not a period")
    year = int(match["year"])
    if not date.min.year < year < date.max.year:  # every period needs one before and one after
        raise ValueError(f"'{code}' is not a year that the calendar reaches")
    if match["week"]:
        return _week_named(code, year, int(match["week"]), _SHORT[match["week_day"] or ""])
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3, code, Frequency.QUARTER)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Period(code, Frequency.DAY, day, day)
    if match["month"]:
        return _months(year, int(match["month"]), 1, code, Frequency.MONTH)
    return _months(year, 1, 12, code, Frequency.YEAR)


def previous(period: Period, week_starts: str = "monday") -> Period | None:
    """Return the period of the same frequency just before, or None for phases and lengths."""
    if period.starts is None or period.frequency in (Frequency.PHASE, Frequency.LENGTH):
        return None
    return period_of(period.starts - timedelta(days=1), period.frequency, week_starts)


def year_ago(period: Period, week_starts: str = "monday") -> Period | None:
    """Return the period of the same place in the year before: the same week number, month, or day.

    29 February is compared with 28 February. Week 53 is compared with the last week of the year before.
    """
    if period.ends is None or period.frequency in (Frequency.PHASE, Frequency.LENGTH):
        return None
    if period.frequency is Frequency.WEEK:
        return _week_year_ago(period.code, WEEKDAYS.index(week_starts))
    day = period.ends
    day = day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
    return period_of(day, period.frequency, week_starts)


def _week_year_ago(code: str, first: int) -> Period:
    year, number = int(code[:4]) - 1, int(code[-2:])
    fourth = date(year, 1, 4) + timedelta(weeks=number - 1)
    week = _week_of(fourth, first)
    # 4 January lies in the first week of its year, whatever day weeks begin on.
    return week if int(week.code[:4]) == year else _week_of(fourth - timedelta(weeks=1), first)


def _week_of(day: date, first: int) -> Period:
    starts = day - timedelta(days=(day.weekday() - first) % 7)
    middle = starts + timedelta(days=3)  # a week belongs to the year in which its fourth day falls
    number = (middle.timetuple().tm_yday - 1) // 7 + 1
    name = next(short for short, n in _SHORT.items() if n == first)
    code = f"{middle.year:04}-{name}W{number:02}"
    return Period(code, Frequency.WEEK, starts, starts + timedelta(days=6))


def _week_named(code: str, year: int, number: int, first: int) -> Period:
    week = _week_of(date(year, 1, 4) + timedelta(weeks=number - 1), first) if number else None
    if week is None or week.code != code:
        raise ValueError(f"'{code}' is not a week: {year} has no such week")
    return week


def _months(year: int, month: int, count: int, code: str, frequency: Frequency) -> Period:
    starts = date(year, month, 1)
    after = month + count - 1
    ends = date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Period(code, frequency, starts, ends)
