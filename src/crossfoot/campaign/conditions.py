"""A condition on a figure, as `coverage < 10`: read by a grammar of three words, never run."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

CONDITION = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)\s*(<=|>=|<|>|=)\s*(-?[0-9]{1,20}(?:\.[0-9]{1,6})?)\s*%?", re.ASCII)
SIGNS = {"<": "under", "<=": "at_most", ">": "over", ">=": "at_least", "=": "exactly"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A data element or an indicator against a number in its own unit."""

    code: str
    sign: str  # <, <=, >, >= or =
    limit: Decimal

    @property
    def words(self) -> str:
        """The sign as a word: under, at_most, over, at_least or exactly."""
        return SIGNS[self.sign]

    def holds(self, value: Fraction) -> bool:
        """Tell whether a figure, unrounded, fulfils it."""
        limit = Fraction(self.limit)
        match self.sign:
            case "<":
                return value < limit
            case "<=":
                return value <= limit
            case ">":
                return value > limit
            case ">=":
                return value >= limit
            case _:
                return value == limit


def read_condition(text: str) -> Condition:
    """Return the condition that a text states.

    Raises:
        ValueError: it states none.
    """
    found = CONDITION.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"'{text}' is not a condition")
    return Condition(found[1], found[2], Decimal(found[3]))
