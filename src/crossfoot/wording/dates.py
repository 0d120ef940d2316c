"""Days, moments and periods as each language names them."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime

from crossfoot.terms.period import Frequency, Period
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import locale_of

DAY = {"en": "d MMMM y", "fr": "d MMMM y", "zh": "y年M月d日"}
SHORT_DAY = {"en": "d MMM", "fr": "d MMM", "zh": "M月d日"}
MONTH = {"en": "MMMM y", "fr": "MMMM y", "zh": "y年M月"}
MOMENT = {"en": "d MMMM y, HH:mm 'UTC'", "fr": "d MMMM y, HH:mm 'UTC'", "zh": "y年M月d日 HH:mm 'UTC'"}


def day_name(day: date, language: str) -> str:
    """Return a day in full: 31 October 2014."""
    return format_date(day, DAY[language], locale=locale_of(language))


def moment_name(moment: datetime, language: str) -> str:
    """Return a moment to the minute, in UTC: 31 October 2014, 23:59 UTC."""
    return format_datetime(moment, MOMENT[language], locale=locale_of(language))


def period_name(period: Period, language: str, phase: str = "") -> str:
    """Return a period in words; a phase by the name that the campaign gives it."""
    locale, starts, ends = locale_of(language), period.starts, period.ends
    if period.frequency is Frequency.PHASE:
        return phase or period.code
    if starts is None or ends is None:
        return period.code
    out = stretch(starts, ends, language)
    match period.frequency:
        case Frequency.WEEK:
            week = word("period.week", language).format(week=period.code[-2:].lstrip("0"), year=period.code[:4])
            out = f"{week} ({out})"
        case Frequency.MONTH:
            out = format_date(starts, MONTH[language], locale=locale)
        case Frequency.QUARTER:
            out = word("period.quarter", language).format(quarter=(starts.month + 2) // 3, year=starts.year)
        case Frequency.YEAR:
            out = word("period.year", language).format(year=starts.year)
    return out


def short_period(period: Period, language: str) -> str:
    """Return a period as short as an axis needs it: 31 Oct, W45, 2026-11."""
    if period.frequency is Frequency.DAY and period.starts is not None:
        return format_date(period.starts, SHORT_DAY[language], locale=locale_of(language))
    if period.frequency is Frequency.WEEK:
        return f"W{period.code[-2:]}"
    return period.code


def stretch(starts: date, ends: date, language: str) -> str:
    """Return the days of a stretch of time: 2 November 2026 – 8 November 2026."""
    if starts == ends:
        return day_name(starts, language)
    return f"{day_name(starts, language)} – {day_name(ends, language)}"
