"""What the reader hands on: a figure, or what only looks like one, with its place in the text."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from crossfoot.footing import Interval
from crossfoot.terms.figure import Qualifier

Span = tuple[int, int]  # first code point, and the one after the last


class Kind(StrEnum):
    """What sort of expression was read. What is not a figure is named too, never dropped."""

    COUNT = "count"  # a number of things, or a bare number
    MEASURE = "measure"  # a number with a unit: 11.5 jin, 3 days
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    RATE = "rate"  # so many per base: 3 per 1,000
    FRACTION = "fraction"  # two thirds, one in five
    RATIO = "ratio"  # 3:1, three to one
    MONEY = "money"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    YEAR = "year"
    PERIOD = "period"  # a dated stretch: 2014-15, week 31
    PHONE = "phone"
    REFERENCE = "reference"  # section, page, table, issue number
    CODE = "code"  # ICD-10, COVID-19, an identifier, an address of the net
    VERSION = "version"
    NAME = "name"  # a number that is part of a name: S&P 500, Boulevard du 30 Juin
    SCORE = "score"  # a result of a game: 3-1
    LABEL = "label"  # the number of a list item, a footnote mark
    VAGUE = "vague"  # dozens, 几十: an amount without a value
    AMBIGUOUS = "ambiguous"  # two readings, and nothing in the text to choose between them


FIGURES = frozenset(
    {
        Kind.COUNT,
        Kind.MEASURE,
        Kind.PERCENT,
        Kind.POINTS,
        Kind.RATE,
        Kind.FRACTION,
        Kind.RATIO,
        Kind.MONEY,
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression with a number in it, as read. Offsets are code points of the text that was given."""

    kind: Kind
    text: str  # as written, scale and unit mark included: "4.57 million", "7.8%", "11.5 jin"
    start: int
    end: int
    value: Decimal | None = None  # of a range, its lower end; None where there is no one value
    lower: Decimal | None = None  # None is unbounded (or, with no value, unknown)
    upper: Decimal | None = None
    lower_closed: bool = True
    upper_closed: bool = True
    qualifier: Qualifier = Qualifier.EXACT
    decimals: int | None = None  # the last place rounded to: 1 for 7.8, -4 for 457万; None for an exact count
    unit: str = ""  # code of the measure: kg, %, pp, tael, USD, /1000; "" for a count
    counted: str = ""  # what is counted, as written: "registered drug offenders"
    area: str = ""  # as written, several joined by "; "
    period: str = ""  # as written, or the ISO 8601 length of "in five days": P5D
    part_of: Span | None = None  # the base of a part or share: of 772 and of 97% in "772/795 (97%)", 795
    restates: Span | None = None  # the figure that says the same: of 97% in "772/795 (97%)", 772
    sentence: Span = (0, 0)
    language: str = ""  # of the paragraph: en, fr, zh
    other_value: Decimal | None = (
        None  # "2.042" where nothing tells thousands from decimals: the other reading
    )

    @property
    def is_figure(self) -> bool:
        """Tell a figure from what only looks like one: a date, a code, an ordinal."""
        return self.kind in FIGURES

    @property
    def interval(self) -> Interval:
        """Return all values that the statement allows."""
        return Interval(self.lower, self.upper, self.lower_closed, self.upper_closed)


@dataclass(frozen=True, slots=True)
class Quantity:
    """The reading of a whole cell or answer: one number with what was said about it."""

    value: Decimal  # of a range, its lower end
    interval: Interval
    qualifier: Qualifier
    unit: str  # code of the measure, "" for a count
    decimals: int | None  # the last place rounded to; None for an exact count
    counted: str = ""  # what stands behind the number: "cases"
    kind: Kind = Kind.COUNT
    other_value: Decimal | None = (
        None  # the value under the other reading of its only mark, where both are possible
    )
