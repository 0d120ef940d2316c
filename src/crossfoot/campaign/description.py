"""What a campaign description may say: the shape of campaign.yaml."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from crossfoot.terms.finding import Severity
from crossfoot.terms.period import Frequency

Code = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=80)]
AreaCode = Annotated[str, Field(pattern=r"^[^\s/\[\];=,*]+$", max_length=80)]
Element = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*(\[[^\[\]]+\])?$", max_length=200)]
Entry = tuple[str | int, ...]  # where in the description: ("indicators", "coverage", "denominator")


def _listed(given: object) -> object:
    return [given] if isinstance(given, str) else given


Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Codes = Annotated[tuple[Code, ...], BeforeValidator(_listed)]


class Section(BaseModel):
    """Base of all sections: unknown names are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Phase(Section):
    """A named stretch of time with dates of its own."""

    name: str
    starts: date
    ends: date


class Calendar(Section):
    """When the campaign reports."""

    frequency: Literal["day", "week", "month", "quarter", "year", "phase"] = "week"
    starts: date
    ends: date | None = None
    week_starts: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    phases: dict[Code, Phase] = {}


class Unit(Section):
    """A unit of measure, told in another."""

    name: str
    aliases: Texts = ()
    of: Code | None = None  # the unit it is told in: kg
    factor: Decimal = Field(default=Decimal(1), gt=0)  # how many of those it is
    lower: Decimal | None = Field(default=None, gt=0)  # least factor that the sources give
    upper: Decimal | None = Field(default=None, gt=0)  # greatest factor that the sources give
    source: str = ""


class Share(Section):
    """What one unit of a data element counts for in an equivalent."""

    factor: Decimal = Field(gt=0)
    lower: Decimal | None = Field(default=None, gt=0)
    upper: Decimal | None = Field(default=None, gt=0)


class Equivalent(Section):
    """A named convention that makes one total of unlike things: opium equivalent."""

    name: str
    unit: Code
    source: str
    factors: dict[Code, Share] = Field(min_length=1)


Aggregation = Literal[
    "SUM", "AVERAGE", "AVERAGE_SUM_ORG_UNIT", "LAST", "LAST_AVERAGE_ORG_UNIT", "LAST_IN_PERIOD",
    "LAST_IN_PERIOD_AVERAGE_ORG_UNIT", "FIRST", "FIRST_AVERAGE_ORG_UNIT", "COUNT", "MIN", "MAX",
    "MIN_SUM_ORG_UNIT", "MAX_SUM_ORG_UNIT", "NONE",
]  # fmt: skip
Missing = Literal["default", "non_null", "non_zero", "partial_null", "partial_zero", "always_null", "always_zero"]


class DataElement(Section):
    """What is counted or measured."""

    name: str
    names: dict[Literal["en", "fr", "zh"], str] = {}  # in the other languages
    unit: str = ""  # a code under `units`, or one that Crossfoot knows; empty for a plain count
    kind: Literal["flow", "cumulative", "stock", "rate", "milestone"] = "flow"
    aggregation: Aggregation | None = None  # DHIS2's names; by default what the kind implies
    disaggregations: dict[Code, Annotated[tuple[str, ...], Field(min_length=1)]] = {}
    aliases: Texts = ()
    equals: Codes = ()  # the data elements that together make this one
    at_most: Codes = ()  # data elements that this one may not exceed
    feeds: Code | None = None  # of a flow: the cumulative that it adds to
    complete_since: date | None = None  # of a flow: all of it since this day is in, and no line means zero
    missing: Missing = "default"  # what a blank area counts as in a sum over areas
    missing_parts: Missing = "default"  # what a blank part counts as in `equals` and in disaggregations
    whole: bool | None = None  # by default: counts are whole, measures are not
    may_be_negative: bool = False
    from_areas: str | None = None  # taken from this column of the areas file: population


class Account(Section):
    """A stock that must balance: opening + in − out = closing."""

    opening: Code
    in_: Codes = Field(default=(), alias="in")
    out: Codes = ()
    closing: Code


class Indicator(Section):
    """One data element over another."""

    name: str
    names: dict[Literal["en", "fr", "zh"], str] = {}
    numerator: Annotated[Codes, Field(min_length=1)]  # a data element, or several that are added up
    denominator: Annotated[Codes, Field(min_length=1)]
    factor: int = Field(default=100, gt=0)
    decimals: int = Field(default=1, ge=0, le=6)
    target: Decimal | None = None
    direction: Literal["up", "down"] = "up"
    stated: Code | None = None  # the data element in which returns state it themselves
    part_of_whole: bool = True  # the numerator counts some of what the denominator counts


class Group(Section):
    """A number of areas, some of them named: "15 cities including Shenyang". Never rolled up."""

    name: str
    count: int | None = Field(default=None, gt=0)
    members: Texts = ()
    open: bool = True  # whether there are members that are not named


class Obligation(Section):
    """Who must report what, how often and by when."""

    areas: Texts = ()  # codes of areas; or
    level: str | None = None  # every area of this level
    frequency: Literal["day", "week", "month", "quarter", "year", "phase"] | None = None
    due_days: int = Field(default=1, ge=0)  # days after the end of the period
    data_elements: Codes = ()  # by default all of the campaign
    starts: date | None = None
    ends: date | None = None


class Place(Section):
    """Where in a file something stands: exactly one of the first six."""

    column: str | None = None  # in the column with this heading
    header: int | None = Field(default=None, ge=1)  # across the columns, in this row of the heading
    cell: str | None = Field(default=None, pattern=r"^[A-Z]{1,3}[1-9][0-9]*$")
    file_name: str | None = None  # in the name of the file: a pattern with one group in parentheses
    sheet_name: str | None = None  # in the name of the sheet: a pattern with one group
    value: str | None = None  # always this
    format: Texts = ()  # of dates: %m/%d/%Y; by default ISO 8601


class Layout(Section):
    """How a kind of table is laid out."""

    kind: Literal["table"] = "table"
    files: Annotated[Texts, Field(min_length=1)]  # patterns of names: "*.csv"
    sheet: str = "*"  # pattern of the sheets to read
    header_row: int | None = Field(default=None, ge=1)  # by default the first row with the named headings
    header_rows: int = Field(default=1, ge=1, le=10)
    fill_headings: bool = False  # an empty heading repeats the one to its left
    fill_rows: bool = False  # an empty area or data element repeats the one above
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    decimal_mark: Literal[".", ","] | None = None
    area: Place
    data_element: Place
    period: Place
    disaggregations: dict[Code, Place] = {}
    value: Place | None = None  # of a long list: the column of the values
    unit: Place | None = None
    frequency: Frequency | None = None
    area_names: dict[str, AreaCode] = {}  # names as these files write them
    data_element_names: dict[str, Element] = {}
    category_names: dict[str, str] = {}  # {Hommes: m}
    leave_aside_columns: Texts = ()
    remark_columns: Texts = ()  # headings of columns with remarks, which a briefing may quote
    leave_aside_rows: Texts = ()
    repeated: Literal["keep", "add"] = "keep"  # add: lines about the same thing are added up
    received: Literal["now", "period_end"] = "now"  # period_end: an archive, received on its last day
    received_on: date | None = None  # of an archive whose day of receipt is known; comes before `received`


class ProseLayout(Section):
    """How letters of a kind are read: by which words their figures are known, and what holds where none say it."""

    kind: Literal["prose"]
    files: Annotated[Texts, Field(min_length=1)]  # patterns of names: "*.docx"
    encoding: str | None = None
    language: Literal["en", "fr", "zh"] | None = None  # found by itself, paragraph by paragraph
    decimal_mark: Literal[".", ","] | None = None
    area: Place | None = None  # of figures beside which no place is named: `file_name` or `value`
    period: Place | None = None  # `file_name` or `value`; by default the one date before the first figure
    frequency: Frequency | None = None
    area_names: dict[str, AreaCode] = {}  # names as these letters write them
    period_names: dict[str, str] = {}  # {before the campaign: first_phase}
    phrases: dict[Element, Texts] = {}  # how the letters name a data element, beside its own names
    leave_aside: Texts = ()  # phrases of figures that are left aside without a word
    received: Literal["now", "period_end"] = "now"
    received_on: date | None = None


def _kind_of(given: object) -> str:
    kind = given.get("kind", "table") if isinstance(given, dict) else getattr(given, "kind", "table")
    return "prose" if kind == "prose" else "table"


AnyLayout = Annotated[Annotated[Layout, Tag("table")] | Annotated[ProseLayout, Tag("prose")], Discriminator(_kind_of)]


class Rule(Section):
    """How a check applies: to which data elements, with which tolerance and severity."""

    data_elements: Codes = ()  # (or indicators, or obligations); by default all
    tolerance: Decimal = Field(default=Decimal(0), ge=0)
    severity: Severity | None = None
    off: bool = False


class Exemption(Section):
    """A finding that is accepted."""

    check: str
    area: str = ""
    data_element: str = ""
    period: str = ""
    why: str = Field(min_length=3)
    by: str = Field(min_length=1)
    until: date


class FollowUp(Section):
    """A task of the next phase, and how its success is measured."""

    text: str
    areas: Texts = ()
    where: str = ""  # a condition on the areas' figures when it is first asked: coverage < 10
    level: str | None = None  # of the areas that `where` chooses among; by default the briefing's
    due: date | None = None
    measure: str = ""  # in words
    success: str = ""  # a condition: coverage >= 10


class Briefing(Section):
    """What the default template shows, and in which order."""

    key_figures: Codes = ()  # data elements; by default the first eight
    disaggregations: dict[Code, str] = {}
    coverage: Codes = ()  # data elements of the table by area; by default the key figures
    level: str | None = None  # level of the areas in that table; by default the one below the top
    frequency: Literal["day", "week", "month", "quarter", "year", "phase"] | None = None
    template: Literal["default", "daily", "weekly", "final", "minister"] | None = None  # of those that are shipped
    formats: tuple[Literal["html", "pdf", "docx", "xlsx", "text", "short"], ...] = ()  # beside HTML


class MapFile(Section):
    """The shapes of the areas, for maps."""

    file: str  # GeoJSON, in longitude and latitude
    code: str = "code"  # the property of each shape that holds its area's code, or its name
    shows: Code | None = None  # data element or indicator of the default map; by default the first indicator


def _map_file(given: object) -> object:
    return {"file": given} if isinstance(given, str) else given


class Circulation(Section):
    """How published issues go down the hierarchy."""

    recipients: str = "recipients.csv"
    smtp: str | None = Field(default=None, pattern=r"^[A-Za-z0-9.-]+(:[0-9]{1,5})?$")  # host:port
    from_: str = Field(default="", alias="from", pattern=r"^([^\s@<>,;]+@[^\s@<>,;]+)?$")  # an office's address
    user: str = ""  # to log in with; by default the address under `from`
    starttls: bool = True
    link: str = ""  # where the issue lies: https://example.org/issues/{folder}/briefing.html
    answer: str = ""  # where it is acknowledged: https://example.org/acknowledge?token={token}


class Campaign(Section):
    """All that has to be known before the first return comes in."""

    name: str
    issued_by: str = ""
    contact: str = ""
    language: Literal["en", "fr", "zh"] = "en"
    first_issue: int = Field(default=1, ge=1)
    levels: Annotated[tuple[str, ...], Field(min_length=1)]
    areas: str = "areas.csv"
    map: Annotated[MapFile | None, BeforeValidator(_map_file)] = None
    calendar: Calendar
    units: dict[Code, Unit] = {}
    equivalents: dict[Code, Equivalent] = {}
    data_elements: Annotated[dict[Code, DataElement], Field(min_length=1)]
    accounts: dict[Code, Account] = {}
    indicators: dict[Code, Indicator] = {}
    groups: dict[Code, Group] = {}
    obligations: dict[Code, Obligation] = {}
    layouts: dict[Code, AnyLayout] = {}
    checks: dict[str, Annotated[tuple[Rule, ...], BeforeValidator(lambda v: [v] if isinstance(v, dict) else v)]] = {}
    exemptions: tuple[Exemption, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    briefing: Briefing = Briefing()
    circulation: Circulation = Circulation()
