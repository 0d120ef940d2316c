"""The desk at which an issue is written: every way in which a figure can be printed."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from crossfoot.briefing.claims import between, claim_of, claimed
from crossfoot.briefing.document import Inline, Link, Number, Scope, Text
from crossfoot.briefing.evidence import Evidence, EvidenceBook, Part, named, subject_key
from crossfoot.briefing.faults import Faults
from crossfoot.briefing.lookup import Issue, Lookup, Rolled, Subject
from crossfoot.briefing.previous import Previous
from crossfoot.briefing.sums import Sums
from crossfoot.campaign.description import Indicator
from crossfoot.campaign.units import KNOWN_UNITS
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number, format_signed

PERCENT = 100
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as it is printed: its number with the link, and what must be said beside it."""

    value: Decimal | None
    number: Inline  # the number alone, or the word for its absence
    scope: Inline  # "(14 of 15 counties)" of an incomplete total; empty otherwise
    reported: int = 0
    expected: int = 0

    @property
    def whole(self) -> Inline:
        """The number with what must be said beside it."""
        return (*self.number, Text(" "), *self.scope) if self.scope else self.number


CHANGE = """
    SELECT now, before, places FROM changes
    WHERE area = $1 AND data_element = $2 AND disaggregation = $3 AND period = $4 AND against = $5
"""


@dataclass(frozen=True)
class Desk:
    """Prints figures of one issue, each with its evidence."""

    lookup: Lookup
    book: EvidenceBook
    faults: Faults
    previous: Previous | None

    @property
    def issue(self) -> Issue:
        """The issue that is written."""
        return self.lookup.issue

    @property
    def language(self) -> str:
        """Its language."""
        return self.issue.language

    @cached_property
    def sums(self) -> Sums:
        """Finds what rolled-up figures are made of."""
        return Sums(self.lookup, self.book)

    @cached_property
    def level(self) -> str:
        """The level of the areas that tables list: as the campaign says, or the one below the top."""
        levels = self.issue.campaign.levels
        return self.issue.campaign.briefing.level or levels[min(1, len(levels) - 1)]

    @cached_property
    def areas(self) -> list[str]:
        """The areas of that level, as of the issue's period, in the order of the areas file."""
        day = self.issue.day
        found = [a for a in self.issue.tree.areas if a.level == self.level and a.starts <= day <= a.ends]
        return [a.code for a in found]

    def subject(self, data_element: str, area: str = "", period: str = "", disaggregation: str = "") -> Subject:
        """Return a subject: of the whole campaign and the issue's period, unless said otherwise."""
        top = area or self.issue.tree.top
        return Subject(top, data_element, disaggregation, period or self.issue.period.code)

    def figure(self, about: Subject) -> Printed:
        """Print a rolled-up figure; where there is none, the stated one; where there is none either, why not."""
        rolled = self.lookup.rolled(about)
        element = self.issue.campaign.data_elements.get(about.data_element)
        if rolled is None and element is not None and element.from_areas:  # holds until it is told anew
            about = self.lookup.carried(about)
            rolled = self.lookup.rolled(about)
        if rolled is None or rolled.value is None:
            stated = self.stated(about)
            if stated.value is not None or rolled is None:
                return stated
            return self._ranged(about, rolled, stated)
        entry = self.sums.entry(about)
        if entry is None:
            return self.stated(about)
        claim = claim_of(rolled.value, self.lookup.cells(about), rolled)
        number = claimed(self._print(entry, about, rolled.value), claim, self.language)
        return Printed(rolled.value, number, self._scope(about, rolled), rolled.reported, rolled.expected)

    def _ranged(self, about: Subject, rolled: Rolled, stated: Printed) -> Printed:
        """Print a total with a withheld part as the range that it leaves: the rest of it was reported."""
        ends = [end for end in (rolled.lo, rolled.hi) if end is not None]
        if not ends or self.lookup.stated(about)[0]:
            return replace(stated, reported=rolled.reported, expected=rolled.expected)
        decimals = max(max(0, -int(end.normalize().as_tuple().exponent)) for end in ends)
        text = between(rolled, decimals, self.language) + self.unit(about.data_element)
        entry = self.book.keep(
            f"range/{subject_key(about)}", self.book.title_of(about), None, text, "how.bounds",
            self.sums.behind(about),
        )  # fmt: skip
        number: Inline = (self.book.print(entry),)
        return Printed(None, number, self._scope(about, rolled), rolled.reported, rolled.expected)

    def _scope(self, about: Subject, rolled: Rolled) -> Inline:
        if rolled.complete:
            return ()
        return (Scope(f"({self.places(about.area, rolled.reported, rolled.expected)})"),)

    def stated(self, about: Subject) -> Printed:
        """Print what a return states for the area itself, or the word for its absence."""
        status, value = self.lookup.stated(about)
        if value is None:
            return Printed(None, (Text(word(f"status.{status or 'none'}", self.language), quiet=True),), ())
        cells = self.lookup.cells(about)
        if not cells:
            return Printed(None, (Text(word("status.none", self.language), quiet=True),), ())
        number = self._print(self.book.cell_entry(about, cells), about, value)
        return Printed(value, claimed(number, claim_of(value, cells), self.language), (), 1, 1)

    def bounds(self, about: Subject, decimals: int) -> Printed:
        """Print the least and the greatest that a figure allows, rounded outwards to so many decimals."""
        rolled = self.lookup.rolled(about)
        entry = self.sums.entry(about)
        if rolled is None or entry is None:
            return Printed(None, (Text(word("status.none", self.language)),), ())
        text = between(rolled, decimals, self.language) + self.unit(about.data_element)
        title = f"{word('bounds.title', self.language)}: {self.book.title_of(about)}"
        part = Part(self.book.title_of(about), entry.text, entry.anchor)
        key = f"bounds/{decimals}/{subject_key(about)}"
        number = self.derived(key, title, rolled.value or Decimal(0), text, "how.bounds", (part,))
        return Printed(rolled.value, number, ())

    def _print(self, entry: Evidence, about: Subject, value: Decimal) -> Inline:
        finding = ""
        for fault in self.faults.about(about):
            if fault.severity == "error":
                finding = word("marked", self.language)
        text = format_number(value, self.language) + self.unit(about.data_element)
        return (self.book.print(entry, text, finding, self._accepted(entry, about)),)

    def _accepted(self, entry: Evidence, about: Subject) -> str:
        """On whose word a figure counts; "" where its evidence is not an acceptance."""
        known = self.lookup.accepted
        if entry.how != "how.cell" or not known:
            return ""
        told = [known[c.figure_id].told(self.language) for c in self.lookup.cells(about) if c.figure_id in known]
        return " ".join(told)

    def unit(self, data_element: str) -> str:
        """Return a data element's unit as printed behind the number; nothing for a plain count."""
        element = self.issue.campaign.data_elements.get(data_element)
        code = element.unit if element else ""
        equivalent = self.issue.campaign.equivalents.get(data_element)
        code = equivalent.unit if equivalent is not None else code
        if not code:
            return ""
        if code == "percent":
            return "%" if self.language == "zh" else f"{NO_BREAK}%"
        unit = self.issue.campaign.units.get(code) or KNOWN_UNITS.get(code)
        known_short = code in KNOWN_UNITS and len(code) <= 2  # noqa: PLR2004 - kg, g, t, l, km, ha
        return NO_BREAK + (code if known_short or unit is None else unit.name)

    def places(self, area: str, reported: int, expected: int) -> str:
        """Return "14 of 15 counties"."""
        level = self.lookup.level_of(area, expected)
        places = levels_of(level, self.language) if level else word("places", self.language)
        return word("places.of", self.language).format(
            reported=format_number(Decimal(reported), self.language),
            expected=format_number(Decimal(expected), self.language), places=places,
        )  # fmt: skip

    def change(self, about: Subject, against: str = "previous") -> Printed:
        """Print the change since the period before (or a year ago), over the places that reported in both."""
        rows = self.lookup.engine.rows(
            CHANGE, [about.area, about.data_element, about.disaggregation, about.period, against]
        )
        if not rows or rows[0][0] is None or rows[0][1] is None:
            return Printed(None, (Text(word(f"change.none.{against}", self.language), quiet=True),), ())
        now, before, places = rows[0]
        then = self._then(about, against)
        parts = (self._side(about, now, about.area), self._side(replace(about, period=then), before, about.area))
        text = format_signed(now - before, self.language) + self.unit(about.data_element)
        title = f"{word('change.title', self.language)}: {self.book.title_of(about)}"
        key = f"change/{against}/{subject_key(about)}"
        entry = self.book.keep(key, title, now - before, text, "how.change", parts)
        since = Text(word(f"change.{against}", self.language).format(period=self.book.period_name(then)))
        number: Inline = (self.book.print(entry), Text(" "), since)
        rolled = self.lookup.rolled(about)
        expected = rolled.expected if rolled is not None else places
        scope: Inline = ()
        if places < expected:
            told = word("change.scope", self.language).format(places=self.places(about.area, places, expected))
            scope = (Scope(told),)
        return Printed(now - before, number, scope, places, expected)

    def _then(self, about: Subject, against: str) -> str:
        column = "previous" if against == "previous" else "year_ago"
        rows = self.lookup.engine.rows(f"SELECT {column} FROM periods WHERE period = $1", [about.period])  # noqa: S608
        return str(rows[0][0]) if rows else ""

    def _side(self, about: Subject, value: Decimal, area: str) -> Part:
        """One side of a change; its evidence is the rollup's where the same places are in it."""
        label = self.book.period_name(about.period)
        text = format_number(value, self.language)
        entry = self.sums.entry(about)
        if entry is not None and entry.value == value:
            return Part(label, text, entry.anchor)
        kept = self.book.keep(
            f"common/{subject_key(about)}", f"{self.book.title_of(about)} ({word('change.both', self.language)})",
            value, text, "how.common", tuple(self._common(about)),
        )  # fmt: skip
        return Part(label, text, kept.anchor)

    def _common(self, about: Subject) -> list[Part]:
        out = []
        for area in self.lookup.children(about.area):
            entry = self.sums.entry(replace(about, area=area))
            if entry is not None:
                out.append(Part(self.lookup.area_name(area), entry.text, entry.anchor))
        return out

    def indicator(self, code: str, area: str = "", period: str = "") -> Printed:
        """Print an indicator: a ratio of sums, rounded half up to the campaign's decimals."""
        about = self.subject(code, area, period)
        described = self.issue.campaign.indicators[code]
        ratio = self.lookup.ratio(code, about.area, about.period)
        if ratio is None or ratio[2] is None or not ratio[1]:
            terms = (replace(about, data_element=t) for t in (*described.numerator, *described.denominator))
            # A term with a withheld part was reported, but not how much it is.
            withheld = any(r.value is None and r.reported for t in terms if (r := self.lookup.rolled(t)) is not None)
            status = "status.null" if withheld else "status.none"
            return Printed(None, (Text(word(status, self.language), quiet=True),), ())
        above, below, _value, reported, expected = ratio
        exact = Fraction(above) * described.factor / Fraction(below)
        value = rounded(exact, described.decimals)
        text = format_number(value, self.language, described.decimals) + self.percent(described)
        parts = (*self._terms(described.numerator, about, above), *self._terms(described.denominator, about, below))
        title = (
            f"{self.indicator_name(code)}, {self.lookup.area_name(about.area)}, {self.book.period_name(about.period)}"
        )
        dimensions = (("concept", code), ("entity", about.area), ("period", about.period), ("measure", "indicator"))
        how = "how.percent" if described.factor == PERCENT else "how.ratio"
        entry = self.book.keep(
            f"indicator/{subject_key(about)}", title, value, text, how, parts, dimensions, described.decimals
        )
        scope: Inline = ()
        if reported < expected:
            scope = (Scope(f"({self.places(about.area, reported, expected)})"),)
        return Printed(value, (self.book.print(entry),), scope, reported, expected)

    def percent(self, described: Indicator) -> str:
        """Return the sign behind an indicator's value."""
        if described.factor != PERCENT:
            return ""
        return "%" if self.language == "zh" else f"{NO_BREAK}%"

    def indicator_name(self, code: str) -> str:
        """Return an indicator's name in the issue's language."""
        described = self.issue.campaign.indicators[code]
        return named(described.name, described.names, self.language)

    def code_name(self, code: str) -> str:
        """Return the name of a data element, equivalent, indicator or account; the code where it has none."""
        if code in self.issue.campaign.indicators:
            return self.indicator_name(code)
        return self.book.element_name(self.subject(code))

    def name_of(self, about: Subject) -> str:
        """Return the name of what a finding is about."""
        if about.data_element in self.issue.campaign.indicators:
            return self.indicator_name(about.data_element)
        return self.book.element_name(about)

    def _terms(self, data_elements: tuple[str, ...], about: Subject, value: Decimal) -> tuple[Part, ...]:
        """One side of an indicator; its evidence is the rollups' where the same places are in it."""
        terms = [replace(about, data_element=code) for code in data_elements]
        entries = [self.sums.entry(self.lookup.carried(term)) for term in terms]
        known = [(t, e) for t, e in zip(terms, entries, strict=True) if e is not None]
        if sum((e.value or Decimal(0) for _, e in known), Decimal(0)) == value:
            return tuple(Part(self.book.element_name(t), e.text, e.anchor) for t, e in known)
        label = " + ".join(map(self.book.element_name, terms))
        text = format_number(value, self.language)
        parts = tuple(part for term in terms for part in self._common(self.lookup.carried(term)))
        key = f"common/{about.period}/{subject_key(replace(terms[0], data_element='+'.join(data_elements)))}"
        title = f"{label}, {self.lookup.area_name(about.area)}, {self.book.period_name(about.period)}"
        kept = self.book.keep(key, title, value, text, "how.common", parts)
        return (Part(label, text, kept.anchor),)

    def count(self, key: str, title: str, count: int, target: str) -> Inline:
        """Print a count; it leads to the section that lists what was counted."""
        text = format_number(Decimal(count), self.language)
        return (self.book.print(self.book.place_entry(f"count/{key}", title, Decimal(count), text, target)),)

    def derived(self, key: str, title: str, value: Decimal, text: str, how: str, parts: tuple[Part, ...]) -> Inline:
        """Print a number that follows from others: a share, a rank."""
        return (self.book.print(self.book.keep(key, title, value, text, how, parts)),)

    def area_link(self, area: str) -> Inline:
        """Return an area's name."""
        return (Text(self.lookup.area_name(area)),)

    def to(self, key: str, anchor: str) -> Link:
        """Return a link to a section, worded by a message."""
        return Link(word(key, self.language), f"#{anchor}")


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Return a fraction rounded half up (away from zero) to so many decimals, exactly."""
    scaled = value * 10**decimals
    floor, rest = divmod(abs(scaled.numerator), scaled.denominator)
    whole = floor + (1 if 2 * rest >= scaled.denominator else 0)
    return (
        Decimal(whole if scaled >= 0 else -whole)
        .scaleb(-decimals)
        .quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    )


__all__ = ["Desk", "Number", "Printed", "rounded"]
