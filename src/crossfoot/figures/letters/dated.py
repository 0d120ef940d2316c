"""Dates and weeks as letters write them → periods; 03/04 is never guessed, and a year that is not said is looked up."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import find_period
from crossfoot.prose.characters import levelled
from crossfoot.prose.languages import LANGUAGES
from crossfoot.terms.period import Period


class Sense(StrEnum):
    """What the word before a date makes of it."""

    ON = "on"
    AS_OF = "as of"
    ELSE = "else"  # since, before: a stretch with an open end


_AS_OF = re.compile(
    r"(?:\bas (?:of|at)|\bby|\bup to|\buntil|\btill|\bau|\bjusqu'au|\bdate du|截至|截止到?|到)\s*$"
)
_ELSE = re.compile(
    r"(?:\bsince|\bfrom|\bbefore|\bafter|\b(?:depuis|avant|apr[eè]s)(?: le)?|\bdu|自|从|從)\s*$"
)
_LOOK_BACK = 16  # code points before a date


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, week, month or year that a text names."""

    start: int
    end: int
    period: Period
    sense: Sense


@lru_cache
def _months() -> dict[str, int]:
    return {word: number for language in LANGUAGES.values() for word, number in language.months.items()}


@lru_cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    year = r"(?:1[5-9]|2[01])\d\d"
    day = r"[0-3]?\d"
    first = "".join(sorted({re.escape(word[0]) for word in _months()}))  # most places in a text begin no date
    return re.compile(
        rf"(?=[\dws第{first}])(?:(?<![\d-])(?P<iso>{year}-\d\d-\d\d)(?![\d-])"
        rf"|(?<![\d-])(?P<isoweek>{year}-w\d\d)(?!\d)"
        rf"|(?<![\d.,/-])(?P<d1>{day})(?:st|nd|rd|th|er)?\s+(?:of\s+)?(?P<m1>{month})\b\.?(?:,?\s+(?P<y1>{year})(?!\d))?"
        rf"|\b(?P<m2>{month})\b\.?\s+(?P<d2>{day})(?:st|nd|rd|th)?(?![\d.:]\d|\d)(?:,?\s+(?P<y2>{year})(?!\d))?"
        rf"|\b(?P<m3>{month})\b\.?,?\s+(?P<y3>{year})(?!\d)"
        rf"|(?:(?P<y4>{year})\s?年\s?)?(?<!\d)(?P<m4>[01]?\d)\s?月\s?(?P<d4>{day})\s?[日号號]"
        rf"|(?P<y5>{year})\s?年\s?(?P<m5>[01]?\d)\s?月(?:份)?(?!\s?\d)"
        rf"|\b(?:week|semaine|wk|sem\.)\s?(?:no\.?\s?|n°\s?)?(?P<w6>\d\d?)(?!\d)(?:\s?[,/]?\s?(?:of\s|de\s)?(?P<y6>{year})(?!\d))?"
        rf"|(?:(?P<y7>{year})\s?年\s?)?第\s?(?P<w7>\d\d?)\s?[周週])"
    )


def dates_in(text: str, campaign: Campaign) -> list[Dated]:
    """Return the days, weeks and months that a text names, in order; those of an unknown year are left out."""
    low = levelled(text).lower()
    if len(low) != len(text):
        return []
    found = []
    for match in _pattern().finditer(low):
        period = _period(match, campaign)
        if period is not None:
            before = low[max(match.start() - _LOOK_BACK, 0) : match.start()]
            sense = Sense.AS_OF if _AS_OF.search(before) else Sense.ELSE if _ELSE.search(before) else Sense.ON
            found.append(Dated(match.start(), match.end(), period, sense))
    return found


def _period(match: re.Match[str], campaign: Campaign) -> Period | None:
    parts = {name: given for name, given in match.groupdict().items() if given is not None}
    iso = parts.get("iso") or parts.get("isoweek", "").upper()
    if iso:
        return _named(iso, campaign)
    pick = {name[0]: given for name, given in parts.items()}
    if "w" in pick:
        return _in_year(pick.get("y"), "{year}-W" + f"{int(pick['w']):02d}", campaign)
    month = int(pick["m"]) if pick["m"].isdigit() else _months()[pick["m"]]
    if "d" not in pick:
        return _named(f"{pick['y']}-{month:02d}", campaign)
    return _in_year(pick.get("y"), "{year}-" + f"{month:02d}-{int(pick['d']):02d}", campaign)


def _in_year(year: str | None, pattern: str, campaign: Campaign) -> Period | None:
    """The period in its year; without one, in the only year in which it lies within the campaign."""
    if year is not None:
        return _named(pattern.format(year=year), campaign)
    starts, ends = campaign.calendar.starts, campaign.calendar.ends
    if ends is None:
        return None
    found = [_named(pattern.format(year=at), campaign) for at in range(starts.year, ends.year + 1)]
    inside = [p for p in found if p is not None and _touches(p, starts, ends)]
    return inside[0] if len(inside) == 1 else None


def _touches(period: Period, starts: date, ends: date) -> bool:
    return period.starts is not None and period.ends is not None and period.starts <= ends and period.ends >= starts


def _named(code: str, campaign: Campaign) -> Period | None:
    try:
        return find_period(code, campaign)
    except ValueError:
        return None
