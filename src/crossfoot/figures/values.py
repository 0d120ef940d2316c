"""The text of a cell → a value with what it allows, or the kind of absence it says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from crossfoot.footing import Interval, interval_of
from crossfoot.tables import LARGEST
from crossfoot.terms.figure import Qualifier, Status
from crossfoot.terms.sheet import Cell

if TYPE_CHECKING:
    from crossfoot.prose import Quantity

NIL = frozenset({"nil", "none", "zero", "néant", "neant", "aucun", "aucune", "ras", "无", "無", "零"})
NULL = frozenset(
    (
        "n/a,na,n.a.,nd,n.d.,null,unknown,not known,not available,no data,inconnu,non disponible,"
        "?,..,...,…,-,–,—,不详,不詳,未知"
    ).split(",")
)
NOT_APPLICABLE = frozenset({"not applicable", "sans objet", "x", "不适用", "不適用"})
WITHHELD = frozenset({"c", "*", "withheld", "suppressed"})
YES = frozenset({"yes", "y", "true", "started", "oui", "commencé", "是", "已开始", "已開始", "✓", "✔"})
NO = frozenset({"no", "n", "false", "not started", "non", "否", "未开始", "未開始"})
LONGEST = 300  # characters in which a cell states a value; longer ones are prose
SMALLEST_PLACES = 6  # decimals that the ledger keeps

_SPACES = "\u00a0\u202f\u2009 "
_BARE = re.compile(r"[-+\u2212]?[0-9.,'\u2019\u00a0\u202f\u2009 ]+")
_DIGITS = re.compile(r"[0-9]+")
_PLAIN = re.compile(r"-?\d{1,26}")
_UNDER = re.compile(r"<\s*(\d+)")
_GROUP = r"(?:\d{1,3}(?:[%s]\d{3})+|\d{1,2}(?:[%s]\d\d)*[%s]\d{3})"


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: a number with its interval, or why there is none."""

    status: Status
    value: Decimal | None
    interval: Interval
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""  # as the text names it; "" when it names none
    counted: str = ""  # what stands behind the number where it is no unit known to all: "bags"


NOTHING = Interval(None, None)
Reader = Callable[[Cell], Value | None]


def read_value(cell: Cell, *, kind: str, whole: bool, decimal_mark: str | None = None) -> Value | None:
    """Return what a cell says, or None if it cannot be read.

    Args:
        cell: the cell as received.
        kind: of the data element; a milestone may be told by a word or a date.
        whole: whether the data element counts whole things: then 7 is exactly 7, and 1.234 is not
            read, as it may mean 1,234. A measure is taken as rounded to its last written place.
        decimal_mark: "." or "," where the campaign's layout says so.
    """
    if isinstance(cell, str):
        text = cell.strip(_SPACES + "\t\r\n")
        return _read_text(text, kind, whole, decimal_mark) if len(text) <= LONGEST else None
    if isinstance(cell, bool):
        return _number(Decimal(int(cell)), whole=True) if kind == "milestone" else None
    if isinstance(cell, date):
        return _number(Decimal(1), whole=True) if kind == "milestone" else None
    return _number(cell, whole=whole)


@lru_cache(maxsize=200_000)
def _read_text(text: str, kind: str, whole: bool, decimal_mark: str | None) -> Value | None:
    if _PLAIN.fullmatch(text):
        return _number(Decimal(text), whole=whole)
    if not text:
        return Value(Status.MISSING, None, NOTHING)
    word = text.casefold()
    if kind == "milestone" and (word in YES or word in NO or _is_day(text)):
        return _number(Decimal(word not in NO), whole=True)
    if kind == "milestone" and word == "x":
        return None  # a tick on one form, "does not apply" on another
    if word in NIL:
        return Value(Status.NIL, Decimal(0), Interval(Decimal(0), Decimal(0)))
    if word in NULL:
        return Value(Status.NULL, None, NOTHING)
    if word in NOT_APPLICABLE:
        return Value(Status.NOT_APPLICABLE, None, NOTHING)
    if word in WITHHELD:
        return Value(Status.WITHHELD, None, Interval(Decimal(0), None))
    if under := _UNDER.fullmatch(text):
        return Value(Status.WITHHELD, None, Interval(Decimal(0), Decimal(under[1]), upper_closed=False))
    number = plain_number(text, decimal_mark, whole=whole)
    if number is not None:
        return _number(number, whole=whole)
    # What digits and marks alone leave open, 1.234 of a count, no words can settle: it is asked.
    return None if _BARE.fullmatch(text) else _read_words(text, whole, decimal_mark)


def plain_number(text: str, decimal_mark: str | None, *, whole: bool) -> Decimal | None:
    """Return the number that digits and marks write, or None if they write none, or may write two.

    Without a decimal mark from the layout the text itself must tell: of two kinds of marks the
    last is the decimal mark; a single one is, unless three digits follow it.
    """
    text = text.replace("\u2212", "-")
    sign = -1 if text.startswith("-") else 1
    body = text.lstrip("+-").strip(_SPACES)
    mark = decimal_mark or _found_mark(body, whole=whole)
    if mark is None:
        return None
    whole_part, _, decimals = body.partition(mark)
    grouping = ("," if mark == "." else ".") + "'’" + _SPACES
    digits = "".join(c for c in whole_part if c not in grouping)
    if len(digits) != len(whole_part):
        signs = {c for c in whole_part if c in grouping}
        pattern = _GROUP % ((re.escape(next(iter(signs))),) * 3)
        if len(signs) > 1 or not re.fullmatch(pattern, whole_part):
            return None
    if not _DIGITS.fullmatch(digits) or not _DIGITS.fullmatch(decimals or "0"):
        return None
    if mark in body and not decimals:
        return None
    try:
        return sign * Decimal(f"{digits}.{decimals or 0}" if decimals else digits)
    except InvalidOperation:
        return None


def _found_mark(body: str, *, whole: bool) -> str | None:
    """The decimal mark that the text itself gives away; None where it may be either."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return "."
    mark = body[last]
    other = "," if mark == "." else "."
    if other in body:
        return mark if body.count(mark) == 1 else None
    if body.count(mark) > 1:
        return other
    if len(body) - last - 1 != 3 or body.startswith("0") or last > 3:  # noqa: PLR2004 - a group of thousands
        return mark
    if mark == ",":
        return "."
    return None if whole else "."


def _number(number: Decimal, *, whole: bool) -> Value | None:
    if abs(number) >= LARGEST:
        return None
    places = max(0, -int(number.as_tuple().exponent))
    if places > SMALLEST_PLACES:
        number = round(number, SMALLEST_PLACES)
        places = SMALLEST_PLACES
    interval = interval_of(number, decimals=None if whole else places)
    return Value(Status.REPORTED, number, _not_below_zero(number, interval))


def _not_below_zero(number: Decimal, interval: Interval) -> Interval:
    """Rounding alone does not make an amount negative: 0 kg is between 0 and 0.5."""
    if number >= 0 and interval.lower is not None and interval.lower < 0:
        return Interval(Decimal(0), interval.upper, True, interval.upper_closed)
    return interval


def _read_words(text: str, whole: bool, decimal_mark: str | None) -> Value | None:
    from crossfoot.prose import read_quantity  # noqa: PLC0415 - a sixth of a second that most runs do not need

    found = read_quantity(text, decimal_mark=decimal_mark)
    if found is None or abs(found.value) >= LARGEST:
        return None
    return stated_value(found, whole=whole)


def stated_value(found: "Quantity", *, whole: bool) -> Value:
    """Return a number that words state as a value; one of a measure is taken as rounded to its last place."""
    interval = found.interval
    if found.qualifier in (Qualifier.EXACT, Qualifier.ONLY) and not whole and found.decimals is None:
        interval = interval_of(found.value, decimals=0)
    return Value(
        Status.REPORTED, found.value, _not_below_zero(found.value, interval), found.qualifier, found.unit,
        found.counted,
    )  # fmt: skip


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
