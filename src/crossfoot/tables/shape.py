"""What a table is: its columns, each with type, unit, and what an empty cell stands for."""

from dataclasses import dataclass

AMOUNT = "DECIMAL(38, 6)"  # exact; what does not fit becomes a finding when a return is read
FACTOR = "DECIMAL(38, 18)"  # of an equivalent: a quotient of units, finer than an amount
LARGEST = 10**26  # so that a million figures still add up within DECIMAL(38, 6)


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `means` tells the unit, and what an empty cell stands for."""

    name: str
    type: str  # a SQL type that every engine knows
    means: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A named table and its columns, in order."""

    name: str
    means: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)


def text(name: str, means: str, *, required: bool = True) -> Column:
    """Return a column of text."""
    return Column(name, "VARCHAR", means, required)


def count(name: str, means: str, *, required: bool = True) -> Column:
    """Return a column of whole numbers that count things."""
    return Column(name, "INTEGER", means, required)


def amount(name: str, means: str) -> Column:
    """Return a column of exact decimals; an empty cell says what its meaning says."""
    return Column(name, AMOUNT, means, required=False)


def flag(name: str, means: str) -> Column:
    """Return a column of yes and no."""
    return Column(name, "BOOLEAN", means)


def day(name: str, means: str, *, required: bool = True) -> Column:
    """Return a column of days."""
    return Column(name, "DATE", means, required)


SUBJECT = (
    text("area", "Code of the area it is about."),
    text("data_element", "Code of what was counted or measured."),
    text("disaggregation", "Sorted key such as age=0-4;sex=f; empty for the whole."),
    text("period", "ISO 8601 code of the period it is about, or the name of a phase."),
)
INTERVAL = (
    amount("value", "The value as stated, in the data element's unit; empty where there is no number."),
    amount("lo", "Least value the statement allows; empty = unbounded."),
    amount("hi", "Greatest value the statement allows; empty = unbounded."),
    flag("lo_closed", "Whether the least value itself is allowed."),
    flag("hi_closed", "Whether the greatest value itself is allowed."),
)
