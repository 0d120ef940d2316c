"""A reading in the making: token indices and words, before it is given its place and interval."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.footing import Interval, interval_of
from crossfoot.prose.digits import is_whole
from crossfoot.prose.measures import WHOLE_TIMES
from crossfoot.prose.reading import Kind
from crossfoot.terms.figure import Qualifier

_BY_LAST_PLACE = frozenset({Qualifier.ODD, Qualifier.SLIGHTLY_OVER, Qualifier.SLIGHTLY_UNDER})
_BEYOND = 1 << 60
_MOST_ZEROS = 24  # within the precision of decimals
_ROUNDED = frozenset({Kind.MEASURE, Kind.PERCENT, Kind.POINTS, Kind.RATE, Kind.MONEY})


@dataclass(slots=True)
class Draft:
    """What is known of a number while its passage is read; `first` and `after` are token indices."""

    kind: Kind
    first: int
    after: int
    value: Decimal | None = None
    upper: Decimal | None = None  # of a range
    spread: Decimal | None = None  # of 5 ± 2
    qualifier: Qualifier = Qualifier.EXACT
    decimals: int | None = None
    unit: str = ""
    counted: str = ""
    noun_after: int = 0  # the token after the counted noun
    area: str = ""
    period: str = ""
    part_of: "Draft | None" = None
    restates: "Draft | None" = None
    other: Decimal | None = None
    said: Interval | None = None  # of an amount without a value
    words: bool = False
    power: int = 0  # of ten, that its scale stands for
    start: int = 0  # code points; set when the passage is done
    end: int = 0

    @property
    def bare(self) -> bool:
        """Tell whether nothing says yet what the number counts or measures."""
        return not self.unit and not self.counted and self.kind is Kind.COUNT


def by_sentence(
    drafts: list[Draft], starts: list[int], bounds: list[tuple[int, int]]
) -> list[tuple[int, int, list[Draft]]]:
    """Return, for each sentence that holds drafts, its tokens (first, after) and its drafts.

    `starts` are the offsets of the tokens, `bounds` those of the sentences; all are in order.
    """
    found: list[tuple[int, int, list[Draft]]] = []
    place = -1
    for draft in drafts:
        offset = starts[draft.first]
        if place < 0 or offset >= bounds[place][1]:
            place = max(bisect_right(bounds, (offset, _BEYOND)) - 1, 0)
            start, end = bounds[place]
            found.append((bisect_left(starts, start), bisect_left(starts, end), []))
        found[-1][2].append(draft)
    return found


def last_place(draft: Draft) -> int | None:
    """Return the last place rounded to; None for an exact whole number."""
    if draft.value is None:
        return None
    if draft.qualifier in _BY_LAST_PLACE and draft.decimals is None and draft.value:
        return _written_place(draft.value)
    if draft.decimals is None and draft.kind in _ROUNDED and draft.unit not in WHOLE_TIMES:
        return 0 if is_whole(draft.value) else 1  # half a mile
    return draft.decimals


def written_out(value: Decimal) -> Decimal:
    """Return the value without an exponent above zero: 4570000 for 4.57E+6."""
    exponent = value.as_tuple().exponent
    small = value.adjusted() < _MOST_ZEROS
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 and small else value


def _written_place(value: Decimal) -> int:
    """Return the place of the last digit that is not zero: -3 for 35,000."""
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def interval(draft: Draft) -> Interval:
    """Return what the statement allows, after the rules of footing."""
    if draft.value is None:
        return draft.said or Interval(None, None)
    if (
        draft.kind is Kind.COUNT
        and draft.decimals is None
        and draft.qualifier is Qualifier.EXACT
        and (draft.upper is None and draft.spread is None)
    ):
        return Interval(draft.value, draft.value)  # most figures; the rest follows the rules
    if draft.decimals is not None:
        draft.value = written_out(draft.value)
        draft.upper = None if draft.upper is None else written_out(draft.upper)
    if draft.spread is not None:
        return Interval(draft.value - draft.spread, draft.value + draft.spread)
    if draft.upper is not None:
        return Interval(draft.value, draft.upper)
    if draft.kind is Kind.FRACTION and draft.qualifier is Qualifier.EXACT:
        return Interval(draft.value, draft.value)
    return interval_of(draft.value, draft.qualifier, last_place(draft))
