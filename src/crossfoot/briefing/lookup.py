"""Figures looked up in the tables of an issue: rollups, stated figures and their cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from crossfoot.briefing.accepted import ACCEPTED_LAYOUT, Accepted, read_accepted
from crossfoot.campaign import AreaTree, Campaign
from crossfoot.campaign.calendar import find_period
from crossfoot.engine import Engine
from crossfoot.tables import Column, Table
from crossfoot.terms.issue import IssueNumber, Publication
from crossfoot.terms.period import Period
from crossfoot.terms.shape import Rings


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about."""

    area: str
    data_element: str
    disaggregation: str
    period: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a return that states a figure."""

    figure_id: str
    return_id: str
    status: str
    value: Decimal | None
    sheet: str
    row_number: int
    line: int
    column_name: str
    row_name: str
    cell: str
    stated: str
    qualifier: str = "exact"


@dataclass(frozen=True, slots=True)
class Rolled:
    """A rolled-up figure, with the number of places in it."""

    value: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    reported: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether every place that should be in it is."""
        return self.reported >= self.expected


@dataclass(frozen=True, slots=True)
class Ratio:
    """An indicator's two sums, and the number of places in them."""

    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None  # to six decimals
    reported: int
    expected: int


@dataclass(frozen=True, slots=True)
class Source:
    """A return that counts, and the names under which it came."""

    return_id: str
    name: str
    received_at: datetime
    copies: tuple[str, ...]
    described: bool = False  # the areas file: a part of the campaign's description, not a return
    accepted: bool = False  # no return but an entry in the journal: a figure that an office accepted


@dataclass(frozen=True, slots=True)
class Issue:
    """What an issue is: everything about it that is not a figure."""

    number: IssueNumber
    period: Period
    as_of: datetime  # UTC
    campaign: Campaign
    tree: AreaTree
    language: str
    version: str
    campaign_hash: str
    next_due: date | None = None
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # fields of a finding's detail, by check
    published: Publication | None = None  # None for a draft
    boundaries: Mapping[str, Rings] = field(default_factory=dict)  # shapes of areas, where the campaign has a map

    @property
    def day(self) -> date:
        """The day whose hierarchy counts: the period's last."""
        return self.period.ends or self.as_of.date()


PERCENT = 100
STANDING = """
    SELECT c.period, f.area, f.disaggregation, f.figure_id, f.return_id, f.status, f.value, f.sheet, f.row_number,
           f.line, f.column_name, f.row_name, f.cell, f.stated, f.qualifier, c.occurrence
    FROM current_figures c JOIN figures f
      ON f.return_id = c.return_id AND f.area = c.area AND f.data_element = c.data_element
     AND f.disaggregation = c.disaggregation AND f.period = c.period
     AND (f.occurrence = c.occurrence OR f.occurrence = 0)
    WHERE c.data_element = $1 AND {periods}
    ORDER BY c.period, f.area, f.disaggregation, c.occurrence, f.row_number, f.figure_id
"""
ROLLED = """
    SELECT c.period, c.area, c.disaggregation, c.value, c.lo, c.hi, c.reported, c.expected FROM rollups c
    WHERE c.data_element = $1 AND {periods}
"""
ONE, INSIDE = "c.period = $2", "c.period IN (SELECT period FROM within WHERE longer = $2)"
RATIO = """
    SELECT area, numerator, denominator, value, reported, expected FROM ratios WHERE indicator = $1 AND period = $2
"""
CHANGE = """
    SELECT area, disaggregation, now, before, places FROM changes
    WHERE data_element = $1 AND period = $2 AND against = $3 AND now IS NOT NULL AND before IS NOT NULL
"""
CARRIED = """
    SELECT k.area, k.period FROM (
        SELECT r.area, r.period,
               row_number() OVER (PARTITION BY r.area ORDER BY p.ends DESC, p.starts DESC, r.period) AS choice
        FROM rollups r JOIN periods p ON p.period = r.period
        JOIN periods q ON q.period = $3 AND p.ends <= q.ends AND (NOT $4 OR p.frequency = q.frequency)
        WHERE r.data_element = $1 AND r.disaggregation = $2
    ) k
    WHERE k.choice = 1
"""
PARTS = """
    SELECT relation, part_element, part_disaggregation FROM sums
    WHERE whole_element = $1 AND whole_disaggregation = $2 ORDER BY relation, part_disaggregation
"""
FACTORS = "SELECT data_element, factor FROM equivalents WHERE equivalent = $1 ORDER BY data_element"
STATED = """
    SELECT area, disaggregation, status, value FROM current_figures
    WHERE data_element = $1 AND period = $2 AND occurrence = 1
"""
QUOTED = Table(
    "quoted",
    "The rows of returns that an issue quotes.",
    (
        Column("return_id", "VARCHAR", "The return."),
        Column("sheet", "VARCHAR", "Its sheet."),
        Column("row_number", "INTEGER", "The row."),
    ),
)
RECORD = """
    SELECT DISTINCT f.figure_id, f.return_id, f.status, f.value, f.sheet, f.row_number, f.line, f.column_name,
           f.row_name, f.cell, f.stated, length(f.cell)
    FROM figures f
    JOIN quoted q ON q.return_id = f.return_id AND q.sheet = f.sheet AND q.row_number = f.row_number
    ORDER BY length(f.cell), f.cell, f.figure_id
"""
AREAS_FILE = "(areas)"  # the layout under which the areas file stands among the receipts
Place = tuple[str, str]  # area and disaggregation
Compared = tuple[Decimal, Decimal, int]  # now, before, and places in both
RecordKey = tuple[str, str, int]  # return, sheet and row


@dataclass
class Lookup:
    """Reads the tables of one issue; what was read once is kept."""

    engine: Engine
    issue: Issue
    _cells: dict[tuple[str, str], dict[Place, list[Cell]]] = field(default_factory=dict)
    _rolled: dict[tuple[str, str], dict[Place, Rolled]] = field(default_factory=dict)
    _stated: dict[tuple[str, str], dict[Place, tuple[str, Decimal | None]]] = field(default_factory=dict)
    _sources: dict[str, Source] = field(default_factory=dict)
    _fetched: set[tuple[str, str]] = field(default_factory=set)
    _inside: dict[str, list[str]] = field(default_factory=dict)
    _ways: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    _ratios: dict[tuple[str, str], dict[str, Ratio]] = field(default_factory=dict)
    _changes: dict[tuple[str, str, str], dict[Place, Compared]] = field(default_factory=dict)
    _carried: dict[tuple[str, str, str, bool], dict[str, str]] = field(default_factory=dict)
    _parts: dict[tuple[str, str], list[tuple[str, str, str]]] = field(default_factory=dict)
    _factors: dict[str, list[tuple[str, Decimal]]] = field(default_factory=dict)

    def rolled(self, about: Subject) -> Rolled | None:
        """Return a rolled-up figure; None where there is none."""
        key = (about.data_element, about.period)
        if key not in self._rolled:
            self._read_rolled(about.data_element, about.period, ONE)
        return self._rolled[key].get((about.area, about.disaggregation))

    def fetch(self, data_element: str, longer: str) -> None:
        """Read all figures of a data element in the periods of a longer one at once."""
        if (data_element, longer) not in self._fetched:
            self._fetched.add((data_element, longer))
            self._read_rolled(data_element, longer, INSIDE)
            self._read_cells(data_element, longer, INSIDE)

    def _read_rolled(self, data_element: str, period: str, which: str) -> None:
        for code in (period, *(self.inside(period) if which == INSIDE else ())):
            self._rolled[data_element, code] = {}
        for code, area, inside, *told in self.engine.rows(ROLLED.format(periods=which), [data_element, period]):
            self._rolled[data_element, code][area, inside] = Rolled(*told)

    def _read_cells(self, data_element: str, period: str, which: str) -> None:
        for code in (period, *(self.inside(period) if which == INSIDE else ())):
            self._cells[data_element, code] = {}
        for row in self.engine.rows(STANDING.format(periods=which), [data_element, period]):
            self._cells[data_element, row[0]].setdefault((row[1], row[2]), []).append(Cell(*row[3:15]))

    def stated(self, about: Subject) -> tuple[str, Decimal | None]:
        """Return the status and value that a return states for an area itself; '' where it says nothing."""
        key = (about.data_element, about.period)
        if key not in self._stated:
            self._stated[key] = {(r[0], r[1]): (r[2], r[3]) for r in self.engine.rows(STATED, list(key))}
        return self._stated[key].get((about.area, about.disaggregation), ("", None))

    def cells(self, about: Subject) -> list[Cell]:
        """Return the cells that state a figure; several when lines are added up or repeated."""
        key = (about.data_element, about.period)
        if key not in self._cells:
            self._read_cells(about.data_element, about.period, ONE)
        return self._cells[key].get((about.area, about.disaggregation), [])

    @cached_property
    def accepted(self) -> dict[str, Accepted]:
        """The figures that count on the word of an office, by id."""
        return read_accepted(self.engine)

    def unit_of(self, concept: str) -> str:
        """Return the unit of a data element, equivalent or indicator; empty for a plain count."""
        campaign = self.issue.campaign
        if concept in campaign.indicators:
            factor = campaign.indicators[concept].factor
            return "percent" if factor == PERCENT else f"per {factor}"
        if concept in campaign.equivalents:
            return campaign.equivalents[concept].unit
        element = campaign.data_elements.get(concept)
        return element.unit or "" if element is not None else ""

    def sources(self) -> dict[str, Source]:
        """Return the returns that count by id, in the order in which they came."""
        if not self._sources:
            copies: dict[str, list[str]] = {}
            words = {one.entry_id: one.source(self.issue.language) for one in self.accepted.values()}
            for return_id, name in self.engine.rows(
                "SELECT return_id, name FROM receipts WHERE copy_of <> '' ORDER BY sequence, name"
            ):
                copies.setdefault(return_id, []).append(name)
            for return_id, name, received, layout in self.engine.rows(
                "SELECT return_id, name, received_at, layout FROM receipts WHERE copy_of = ''"
                " ORDER BY sequence, return_id"
            ):
                self._sources[return_id] = Source(
                    return_id, words.get(return_id, name), received, tuple(copies.get(return_id, ())),
                    layout == AREAS_FILE, layout == ACCEPTED_LAYOUT,
                )  # fmt: skip
        return self._sources

    def records(self, keys: Iterable[RecordKey]) -> dict[RecordKey, list[Cell]]:
        """Return all cells of these rows of returns, from left to right, each once."""
        out: dict[RecordKey, list[Cell]] = {key: [] for key in keys}
        self.engine.put(QUOTED, out)
        for row in self.engine.rows(RECORD):
            cell = Cell(*row[:11])
            out[cell.return_id, cell.sheet, cell.row_number].append(cell)
        return out

    def area_name(self, code: str, day: date | None = None) -> str:
        """Return an area's or group's name on a day (the period's last by default), or its code if it was not there."""
        area = self.issue.tree.on(code, day or self.issue.day)
        group = self.issue.campaign.groups.get(code)
        return area.name if area else group.name if group else code

    def children(self, code: str) -> list[str]:
        """Return the codes of the areas directly below, as of the issue's period."""
        return [area.code for area in self.issue.tree.children(code, self.issue.day)]

    def below(self, code: str) -> list[str]:
        """Return the codes of all areas below, as of the issue's period."""
        out: list[str] = []
        for child in self.children(code):
            out += [child, *self.below(child)]
        return out

    def way(self, data_element: str) -> tuple[str, str]:
        """Return how a data element adds up over areas and over time."""
        self._read_elements()
        return self._ways.get(data_element, ("none", "none", ""))[:2]

    def kind(self, data_element: str) -> str:
        """Return the kind of a data element: flow, cumulative, stock, rate or milestone."""
        self._read_elements()
        return self._ways.get(data_element, ("", "", ""))[2]

    def _read_elements(self) -> None:
        if not self._ways:
            for element, *way in self.engine.rows("SELECT data_element, over_areas, over_time, kind FROM elements"):
                self._ways[element] = (way[0], way[1], way[2])

    def period(self, code: str) -> Period:
        """Return a period of the campaign by its code.

        Raises:
            ValueError: there is no such period.
        """
        return find_period(code, self.issue.campaign)

    def inside(self, period: str) -> list[str]:
        """Return the codes of the periods that lie in one, itself left out, in order of time."""
        if period not in self._inside:
            rows = self.engine.rows(
                "SELECT w.period FROM within w JOIN periods p ON p.period = w.period"
                " WHERE w.longer = $1 AND w.period <> $1 ORDER BY p.starts, w.period",
                [period],
            )
            self._inside[period] = [row[0] for row in rows]
        return self._inside[period]

    def periods_before(self, count: int) -> list[str]:
        """Return the issue's period and those before it since the campaign began, at most as many as asked."""
        out: list[str] = [self.issue.period.code]
        began = self.issue.campaign.calendar.starts
        while len(out) < count and (previous := self.before.get(out[-1], ("", ""))[0]):
            ends = self.period(previous).ends
            if ends is not None and ends < began:
                break  # nobody was asked about it: an empty column there looks like silence
            out.append(previous)
        return out[::-1]

    def level_of(self, area: str, count: int) -> str:
        """Return the level whose areas below an area number `count`, or at least as many; "" when none does.

        The number of places that a total counts is told with the name of their level: 15 counties.
        """
        enough = ""
        below: Iterable[str] = [area]
        while below:
            found = [a for code in below for a in self.issue.tree.children(code, self.issue.day)]
            levels = {a.level for a in found}
            if len(levels) == 1:
                if len(found) == count:
                    return levels.pop()
                if len(found) > count and not enough:
                    enough = levels.pop()
            below = [a.code for a in found]
        return enough

    def carried(self, about: Subject, *, same: bool = False) -> Subject:
        """Return where a figure was last told: the same subject in the last period up to this one.

        With `same`, only periods of the same frequency count.
        """
        key = (about.data_element, about.disaggregation, about.period, same)
        if key not in self._carried:
            self._carried[key] = dict(self.engine.rows(CARRIED, list(key)))
        found = self._carried[key].get(about.area)
        return replace(about, period=found) if found else about

    def parts_of(self, about: Subject) -> list[list[Subject]]:
        """Return the ways in which a whole is made of its disaggregation: by sex, by age …"""
        key = (about.data_element, about.disaggregation)
        if key not in self._parts:
            self._parts[key] = self.engine.rows(PARTS, list(key))
        ways: dict[str, list[Subject]] = {}
        for relation, element, inside in self._parts[key]:
            ways.setdefault(relation, []).append(replace(about, data_element=element, disaggregation=inside))
        return list(ways.values())

    def factors_of(self, equivalent: str) -> list[tuple[str, Decimal]]:
        """Return what an equivalent is made of: each data element, and what one of its units counts for."""
        if equivalent not in self._factors:
            self._factors[equivalent] = self.engine.rows(FACTORS, [equivalent])
        return self._factors[equivalent]

    def ratio(self, indicator: str, area: str, period: str) -> Ratio | None:
        """Return an indicator's two sums; None where there is none. Those of all areas are read at once."""
        key = (indicator, period)
        if key not in self._ratios:
            self._ratios[key] = {area: Ratio(*told) for area, *told in self.engine.rows(RATIO, list(key))}
        return self._ratios[key].get(area)

    def changed(self, about: Subject, against: str) -> Compared | None:
        """Return what a figure is now and was before over the same places, and how many they are; None without both."""
        key = (about.data_element, about.period, against)
        if key not in self._changes:
            self._changes[key] = {(row[0], row[1]): row[2:] for row in self.engine.rows(CHANGE, list(key))}
        return self._changes[key].get((about.area, about.disaggregation))

    @cached_property
    def before(self) -> dict[str, tuple[str, str]]:
        """The period before each period, and the one a year before it; empty where there is none."""
        return {row[0]: (row[1], row[2]) for row in self.engine.rows("SELECT period, previous, year_ago FROM periods")}
