"""The values that a proof hands out: figures, relations between them, and the document they stand in."""

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from crossfoot.documents import Block
from crossfoot.footing import Interval
from crossfoot.footing.culprit import Change, Confidence
from crossfoot.prose import Kind, Reading, Span
from crossfoot.terms.figure import Qualifier
from crossfoot.terms.finding import Outcome

__all__ = ["Document", "Evidence", "Figure", "LeftOut", "Outcome", "Relation", "RelationKind", "Suggested", "Warrant"]


class Evidence(StrEnum):
    """Why a relation is asserted at all. The first two may accuse, the third only confirms."""

    DECLARED = "declared"  # by words or labels: "of which", "Total"
    REPEATED = "repeated"  # it holds on line after line of a table, beyond chance
    FOUND = "found"  # the numbers agree, and an accident is unlikely


class Warrant(StrEnum):
    """What says that figures are related: words or labels, their layout or signs, or the numbers alone."""

    WORDS = "words"
    LAYOUT = "layout"
    ARITHMETIC = "arithmetic"


def warrant_of(evidence: Evidence, cue: str) -> Warrant:
    """Return what warrants a relation, from its evidence and the words or signs that declare it."""
    if evidence is not Evidence.DECLARED:
        return Warrant.ARITHMETIC
    return Warrant.WORDS if any(character.isalpha() for character in cue) else Warrant.LAYOUT


class RelationKind(StrEnum):
    """What is said about the figures."""

    SUM = "sum"
    SHARE = "share"
    PART_OF = "part-of"
    DIFFERENCE = "difference"
    CHANGE = "change"
    RATE = "rate"
    RATIO = "ratio"
    SAME = "same"
    RANKING = "ranking"
    GRIM = "grim"
    HUNDRED = "hundred"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a document. Offsets count the code points of the document's text."""

    id: str
    text: str
    start: int
    end: int
    page: int | None
    value: Decimal
    lower: Decimal | None  # None is unbounded
    upper: Decimal | None
    lower_closed: bool
    upper_closed: bool
    qualifier: Qualifier
    unit: str
    counted: str
    area: str
    period: str
    kind: Kind = Kind.COUNT
    decimals: int | None = None  # the last place rounded to; None for an exact count
    sentence: Span = (0, 0)
    part_of: Span | None = None
    restates: Span | None = None
    block: int = -1  # the block of the layout it stands in
    language: str = ""

    def __reduce__(self) -> tuple[type["Figure"], tuple[object, ...]]:
        """Return what a process sends to another: a document may have hundreds of thousands of figures."""
        return Figure, FIELDS(self)

    @property
    def interval(self) -> Interval:
        """Return all values that the statement allows."""
        return Interval(self.lower, self.upper, self.lower_closed, self.upper_closed)

    @property
    def exact(self) -> bool:
        """Tell a plain statement from "about", "over" and their like."""
        return self.qualifier in (Qualifier.EXACT, Qualifier.ONLY)


FIELDS = attrgetter(*(field.name for field in fields(Figure)))


@dataclass(frozen=True, slots=True)
class Suggested:
    """Figures that would have to say something else for sums to hold, with the words for a reader."""

    changes: tuple[Change, ...]  # `cell` is the id of a figure
    cause: str
    confidence: Confidence
    score: Decimal  # 0 to 1
    repairs: tuple[str, ...]  # ids of relations
    breaks: tuple[str, ...]
    against: tuple[str, ...]
    sentence: str
    sure: str  # the confidence in words
    came_about: str  # the cause in words

    @property
    def line(self) -> str:
        """Return the sentence with its confidence and cause."""
        return f"{self.sentence} ({self.sure}: {self.came_about})"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a document says about some of its figures, and whether that can be true."""

    id: str
    kind: RelationKind
    stated: str  # id of the figure that is confronted with the others
    parts: tuple[str, ...]  # ids
    computed_lower: Decimal | None  # what the parts give, in the unit of the stated figure
    computed_upper: Decimal | None
    imbalance: Decimal | None  # stated minus computed; None where there is no one number
    outcome: Outcome  # passed, failed, or missing: it cannot be told
    holds_if: str | None  # "truncated": the one other way of writing under which it would hold
    evidence: Evidence
    cue: str  # the words or labels that declare it, as written; "" otherwise
    why: str = ""  # one sentence for a reader
    suggestions: tuple[Suggested, ...] = ()  # what may be wrong, best first

    @property
    def warrant(self) -> Warrant:
        """Return whether words, the layout or the numbers alone assert the relation."""
        return warrant_of(self.evidence, self.cue)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a document was too large for: it was read, but not all that could be done was done."""

    tables: tuple[int, ...] = ()  # blocks whose numbers were not searched for sums and shares
    sums: int = 0  # failed relations for which it was not looked up which figure may be wrong


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its figures and what they say about each other."""

    file: str
    sha256: str
    language: str
    text: str
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    pictures: tuple[int, ...] = ()  # pages without text: pictures, which nothing was read on
    others: tuple[Reading, ...] = ()  # what has digits and is no figure: dates, codes, references
    left_out: LeftOut = LeftOut()

    @property
    def failed(self) -> tuple[Relation, ...]:
        """Return the relations that do not hold."""
        return tuple(relation for relation in self.relations if relation.outcome is Outcome.FAILED)

    def figure(self, name: str) -> Figure:
        """Return the figure of an id."""
        return self.figures[int(name[1:]) - 1]
