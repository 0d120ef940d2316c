"""A briefing as a document: frozen blocks that every writer in formats/ turns into its own format.

Text is plain text here, whatever signs it holds: each writer escapes for its own format.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.terms.shape import Rings


@dataclass(frozen=True, slots=True)
class Text:
    """Some words."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    quiet: bool = False  # stands in place of a number: left blank
    kept: bool = False  # not to be broken over lines: a period's code


@dataclass(frozen=True, slots=True)
class Number:
    """A printed figure and where it leads."""

    text: str  # as printed, in the reader's language
    evidence: str  # anchor of its evidence entry
    finding: str = ""  # what is wrong with it in words; empty when nothing is
    value: Decimal | None = None  # the figure itself, for formats that hold numbers
    accepted: str = ""  # on whose word it counts in place of what was received; empty when it was received so


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place of the document (or, in a template, to an address)."""

    text: str
    target: str  # "#anchor", or an http(s) or mailto address


@dataclass(frozen=True, slots=True)
class Scope:
    """What must be said beside a number: (14 of 15 counties)."""

    text: str


Run = Text | Number | Link | Scope
Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 is a section."""

    level: int
    content: Inline
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; `role` is plain, note, lead or warning."""

    content: Inline
    role: str = "plain"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is some blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    heading: Inline
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `kind` is plain, sum, stated or group; the first cell names the row."""

    cells: tuple[Inline, ...]
    kind: str = "plain"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption."""

    caption: Inline
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: Inline = ()
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure to be seen first."""

    label: str
    number: Inline
    change: Inline
    note: Inline
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures to be seen first."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One place of a chart; without a value it is a gap."""

    label: str
    value: Decimal | None
    other: Decimal | None = None  # a second value beside it: what was stated
    kind: str = ""  # of a calendar: received, late, missing, not_expected
    text: str = ""  # the value as printed


@dataclass(frozen=True, slots=True)
class Series:
    """The places of one line, one set of bars, or one row of a calendar."""

    name: str
    points: tuple[Point, ...]
    kind: str = ""  # "before": last year's line; of a funnel: the limit that it is


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a kind (line, bars, dumbbell, calendar, map …), with all it shows as a table."""

    kind: str
    title: str
    description: str
    series: tuple[Series, ...]
    table: Table
    legend: tuple[tuple[str, str], ...] = ()  # kind of point and what it is called
    key: tuple[tuple[str, str], ...] = ()  # the same, drawn inside the picture: what each class of a map stands for
    target: Point | None = None  # a line across all bars
    shapes: tuple[Rings, ...] = ()  # of a map: one for each point


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that open on demand."""

    summary: Inline
    blocks: tuple["Block", ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list of findings or of evidence, with a place that can be led to."""

    anchor: str
    heading: Inline
    blocks: tuple["Block", ...]
    role: str = "evidence"  # or finding
    level: int = 3


Block = Heading | Prose | Listing | Table | KeyFigures | Chart | Fold | Entry


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above everything: the publication and the issue."""

    campaign: str
    title: str
    facts: tuple[tuple[str, Inline], ...]  # label and content: period, as of, issued by, next due …
    notice: Inline = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole briefing."""

    language: str
    title: str
    head: Head
    blocks: tuple[Block, ...]
    words: dict[str, str] = field(default_factory=dict)  # the writer's own words: "Skip to the content"
    facts: str = ""  # JSON for machines
