"""What a search for the wrong cell says: changes that would make the relations hold, with reasons for and against."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Confidence(StrEnum):
    """How often suggestions of this kind named the right cell and value, on errors put into real returns."""

    LIKELY = "likely"  # at least 19 times in 20
    POSSIBLE = "possible"  # at least every second time
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell as stated and as it would have to be; None is blank, or a value that nothing settles."""

    cell: str
    stated: Decimal | None
    suggested: Decimal | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """If these cells said this instead, those relations would hold."""

    changes: tuple[Change, ...]
    cause: str  # code of the cause, see the catalogue of causes
    repairs: tuple[str, ...]  # constraints that fail now and would hold
    breaks: tuple[str, ...]  # constraints that hold now and would fail
    score: Decimal  # probability of being the right cells and values among all that was thought of, 0 to 1
    confidence: Confidence
    against: tuple[str, ...] = ()  # codes of the evidence against


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that was found out about one component."""

    suggestions: tuple[Suggestion, ...]  # best first
    settled: bool  # False: the search ended before all smallest sets of cells were known
    unexplained: tuple[str, ...]  # violated constraints that no suggestion repairs
