"""What a search for the wrong cell is given: cells as stated, and the relations that must hold between them."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Context:
    """What else is known of a cell; every field may be left out."""

    before: Decimal | None = None  # the series' value one period earlier
    after: Decimal | None = None  # the series' value one period later, where it is known and not in doubt itself
    to_date_before: Decimal | None = None  # the figure to date of the period before
    table: str | None = None  # the table as received that the cell stands in
    row: int | None = None  # its row there
    column: int | None = None  # its column there
    line: str | None = None  # cells with the same line were typed in one go, by one area for one period
    late: bool = False  # the figure was received after the totals beside it


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure as stated, with what it allows and how far it is trusted."""

    id: str
    value: Decimal | None  # None: blank
    lo: Decimal | None  # least and greatest value that the statement allows; None: unbounded
    hi: Decimal | None
    step: Decimal = Decimal(1)  # the smallest unit that the cell is written in
    may_be_negative: bool = False
    weight: Decimal | None = Decimal(1)  # lower: less trusted; None: never changed (a formula, a figure accepted)
    history: tuple[Decimal, ...] = ()  # earlier values of the same series, oldest first
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A relation that must hold: the sum of coefficient times cell is zero, give or take the tolerance.

    Parts have the coefficient 1 and their total -1; a flow is `to_date - to_date_before - new`.
    """

    id: str
    terms: tuple[tuple[str, int], ...]
    tolerance: Decimal = Decimal(0)


def exact(cell_id: str, value: Decimal | int | None) -> Cell:
    """Return a cell that states an exact count; a blank allows nothing but zero."""
    stated = None if value is None else Decimal(value)
    held = stated or Decimal(0)
    return Cell(cell_id, stated, held, held)
