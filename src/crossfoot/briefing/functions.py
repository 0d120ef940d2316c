"""What a template can call: each function looks figures up; none takes a figure that was typed.

The reference in docs/briefing.md is held against this module by a test.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crossfoot.briefing import charts, overview
from crossfoot.briefing.acknowledged import acknowledged
from crossfoot.briefing.adding_up import findings
from crossfoot.briefing.desk import Desk, Printed
from crossfoot.briefing.document import Block, Heading, Inline, Listing, Prose, Scope, Text
from crossfoot.briefing.evidence import Part
from crossfoot.briefing.follow_ups import follow_ups
from crossfoot.briefing.laggards import laggards
from crossfoot.briefing.limits import limits
from crossfoot.briefing.lookup import Subject
from crossfoot.briefing.revisions import revisions
from crossfoot.briefing.sandbox import Blocked, Inlined
from crossfoot.briefing.sources import source_count
from crossfoot.briefing.voices import LENGTH
from crossfoot.campaign.names import nearest
from crossfoot.terms.issue import parse_number
from crossfoot.wording.dates import day_name, moment_name
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number

PERCENT = 100


class AskedError(Exception):
    """A template asks for what the campaign does not have; the text holds the remedy."""


def functions(desk: Desk) -> dict[str, Any]:
    """Return everything that a template knows, by name."""
    asked = _Asked(desk)
    parts = _Parts(desk)
    inline: dict[str, Callable[..., Inlined]] = {
        "figure": asked.figure, "stated": asked.stated, "bounds": asked.bounds,
        "indicator": asked.indicator, "change": asked.change,
        "share": asked.share, "rank": asked.rank, "started": asked.started, "reporting_rate": asked.reporting_rate,
        "target": asked.target, "name": asked.name, "period": asked.period, "sources": asked.sources,
        "own": asked.own, "voice": asked.voice, "acknowledged": asked.acknowledged,
    }  # fmt: skip
    blocks: dict[str, Callable[..., Blocked]] = {
        "section": parts.section, "highlights": parts.highlights, "key_figures": parts.key_figures,
        "coverage": parts.coverage, "table": parts.coverage, "chart": parts.chart, "map": parts.map,
        "laggards": parts.laggards, "findings": parts.findings, "limits": parts.limits, "revisions": parts.revisions,
        "follow_ups": parts.follow_ups, "voices": parts.voices,
    }  # fmt: skip
    issue = desk.issue
    plain = {
        "areas": tuple(desk.areas),
        "number": Inlined((Text(issue.number.label),), issue.number.number),
        "campaign": issue.campaign.name,
        "issued_by": issue.campaign.issued_by,
        "as_of": moment_name(issue.as_of, issue.language),
        "next_due": day_name(issue.next_due, issue.language) if issue.next_due else "",
        "language": issue.language,
    }
    return {**inline, **blocks, **plain}


def _known(what: str, asked: object, known: Iterable[str]) -> str:
    names = tuple(known)
    if isinstance(asked, str) and asked in names:
        return asked
    near = nearest(str(asked), names)
    remedy = f"Did you mean '{near}'?" if near else f"There are: {', '.join(names[:12])}."
    raise AskedError(f"'{asked}' is not {what} of this campaign. {remedy}")


class _Asked:
    """The functions that print inside a sentence."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def _subject(self, data_element: str, area: str, period: str, disaggregation: str) -> Subject:
        campaign = self.desk.issue.campaign
        element = _known("a data element", data_element, [*campaign.data_elements, *campaign.equivalents])
        return self.desk.subject(element, self._area(area), self._period(period), disaggregation)

    def _area(self, asked: str) -> str:
        if not asked:
            return self.desk.issue.tree.top
        tree = self.desk.issue.tree
        if asked in tree.by_code:
            return asked
        for area in tree.areas:
            if area.name == asked:
                return area.code
        groups = self.desk.issue.campaign.groups
        names = [*tree.by_code, *(area.name for area in tree.areas), *groups]
        return _known("an area or group", asked, names)

    def _period(self, asked: str) -> str:
        here = self.desk.issue.period.code
        if asked in ("", here):
            return here
        if asked == "previous":
            before = self.desk.lookup.periods_before(2)
            return before[0] if len(before) > 1 else here
        try:
            return self.desk.lookup.period(asked).code
        except ValueError as exc:
            raise AskedError(f"{exc}. Write a day as 2026-11-09, a week as 2026-W45, a month as 2026-11.") from None

    def figure(self, data_element: str, area: str = "", period: str = "", disaggregation: str = "") -> Inlined:
        return _inlined(self.desk.figure(self._subject(data_element, area, period, disaggregation)))

    def stated(self, data_element: str, area: str = "", period: str = "", disaggregation: str = "") -> Inlined:
        return _inlined(self.desk.stated(self._subject(data_element, area, period, disaggregation)))

    def bounds(self, data_element: str, area: str = "", period: str = "", decimals: int = 0) -> Inlined:
        """The least and the greatest that a figure allows: its own words, and the range of its unit."""
        places = max(0, min(int(decimals), 6))
        return _inlined(self.desk.bounds(self._subject(data_element, area, period, ""), places))

    def indicator(self, code: str, area: str = "", period: str = "") -> Inlined:
        known = _known("an indicator", code, self.desk.issue.campaign.indicators)
        return _inlined(self.desk.indicator(known, self._area(area), self._period(period)))

    def change(
        self, data_element: str, area: str = "", period: str = "", disaggregation: str = "", since: str = "previous"
    ) -> Inlined:
        against = _known("a change", since, ("previous", "year_ago"))
        return _inlined(self.desk.change(self._subject(data_element, area, period, disaggregation), against))

    def share(self, data_element: str, area: str, of: str = "", period: str = "", decimals: int = 1) -> Inlined:
        """The share of an area in the figure of another, in per cent."""
        desk = self.desk
        part = self._subject(data_element, area, period, "")
        whole = replace(part, area=self._area(of))
        above, below = desk.figure(part), desk.figure(whole)
        if above.value is None or not below.value:
            return Inlined((Text(word("status.none", desk.language)),))
        places = max(0, min(int(decimals), 6))
        value = (above.value * PERCENT / below.value).quantize(Decimal(1).scaleb(-places))
        text = format_number(value, desk.language, places) + ("%" if desk.language == "zh" else "\N{NO-BREAK SPACE}%")
        entries = [desk.sums.entry(part), desk.sums.entry(whole)]
        parts = tuple(Part(e.title, e.text, e.anchor) for e in entries if e is not None)
        title = f"{word('share.title', desk.language)}: {desk.book.title_of(part)}"
        runs = desk.derived(f"share/{part}/{whole.area}/{places}", title, value, text, "how.percent", parts)
        return Inlined(runs, value)

    def rank(self, code: str, area: str, period: str = "") -> Inlined:
        """The place of an area among its peers, the best being 1."""
        known = _known("an indicator", code, self.desk.issue.campaign.indicators)
        place, at = self._area(area), self._period(period)
        rows = self.desk.lookup.engine.rows(
            "SELECT p.place, (SELECT count(*) FROM peers o WHERE o.indicator = p.indicator AND o.period = p.period"
            " AND o.parent = p.parent AND o.value IS NOT NULL) FROM peers p"
            " WHERE p.indicator = $1 AND p.area = $2 AND p.period = $3 AND p.place IS NOT NULL",
            [known, place, at],
        )
        if not rows:
            return Inlined((Text(word("status.none", self.desk.language)),))
        of = self.desk.indicator(known, place, at)
        title = f"{word('rank.title', self.desk.language)}: {self.desk.indicator_name(known)}"
        text = word("rank", self.desk.language).format(place=rows[0][0], count=rows[0][1])
        entry = self.desk.book.find(f"indicator/{known}/{place}/{at}")
        part = Part(self.desk.lookup.area_name(place), entry.text, entry.anchor) if entry else Part("", str(of.value))
        key = f"rank/{known}/{place}/{at}"
        return Inlined(self.desk.derived(key, title, Decimal(rows[0][0]), text, "how.rank", (part,)), rows[0][0])

    def started(self, milestone: str, area: str = "", period: str = "") -> Inlined:
        """The number of areas that have reached a milestone, of all that should."""
        elements = self.desk.issue.campaign.data_elements
        known = _known("a milestone", milestone, [c for c, e in elements.items() if e.kind == "milestone"])
        return _inlined(self.desk.figure(self.desk.subject(known, self._area(area), self._period(period))))

    def reporting_rate(self, obligation: str = "", area: str = "") -> Inlined:
        """Returns received of those expected, for one obligation or for all."""
        desk = self.desk
        campaign = desk.issue.campaign
        chosen = [_known("an obligation", obligation, campaign.obligations)] if obligation else campaign.obligations
        marks = ", ".join(f"${n}" for n in range(3, 3 + len(chosen)))
        if not chosen:
            return Inlined((Text(word("status.none", desk.language)),))
        rows = desk.lookup.engine.rows(
            "SELECT sum(received), sum(expected) FROM reporting WHERE area = $1 AND period = $2"  # noqa: S608
            f" AND obligation IN ({marks})",
            [self._area(area), desk.issue.period.code, *chosen],
        )
        received, expected = rows[0]
        if not expected:
            return Inlined((Text(word("status.none", desk.language)),))
        place = self._area(area)
        gaps = {
            name: desk.count(
                f"rate/{obligation}/{place}/{name}", word(f"limits.{name}", desk.language), int(n), "limits"
            )
            for name, n in (("received", received), ("expected", expected))
        }
        runs: Inline = (*gaps["received"], Text(" / "), *gaps["expected"])
        return Inlined(runs, Decimal(received) / Decimal(expected), received == expected)

    def target(self, code: str) -> Inlined:
        """An indicator's target, as the campaign describes it."""
        described = self.desk.issue.campaign.indicators[
            _known("an indicator", code, self.desk.issue.campaign.indicators)
        ]
        if described.target is None:
            return Inlined((Text(word("status.none", self.desk.language)),))
        text = format_number(described.target, self.desk.language) + self.desk.percent(described)
        return Inlined((Text(text),), described.target)

    def name(self, code: str) -> Inlined:
        """The name of an area, a data element or an indicator."""
        campaign = self.desk.issue.campaign
        if code in campaign.indicators or code in campaign.data_elements or code in campaign.equivalents:
            return Inlined((Text(overview.name_of(self.desk, code)),))
        return Inlined(self.desk.area_link(self._area(code)))

    def period(self, code: str = "") -> Inlined:
        """A period in words; the issue's own by default."""
        return Inlined((Text(self.desk.book.period_name(self._period(code))),))

    def own(self, text: str) -> Inlined:
        """Words with a number that is the author's own: it has no source, and says so in print."""
        return Inlined((Text(str(text)), Scope(f"({word('own', self.desk.language)})")))

    def voice(self, area: str, length: int = LENGTH) -> Inlined:
        """The first remark that came with an area's returns, as written; nothing where there is none to quote."""
        found = [runs for _, runs in self.desk.voices.quoted(self._area(area), max(1, int(length)))]
        return Inlined(found[0]) if found else Inlined(())

    def acknowledged(self, number: int | str, level: str) -> Inlined:
        """How many areas of a level have acknowledged an earlier issue."""
        known = _known("a level", level, self.desk.issue.campaign.levels)
        try:
            return acknowledged(self.desk, parse_number(str(number)).label, known)
        except ValueError as exc:
            raise AskedError(f"{exc}. Write it as 3, or \"3a\" for an erratum.") from None

    def sources(self) -> Inlined:
        """How many returns the issue is made from; leads to the list."""
        return Inlined((Text(source_count(self.desk.lookup)), Text(" "), self.desk.to("section.sources", "sources")))


class _Parts:
    """The functions that print on a line of their own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.asked = _Asked(desk)

    def section(self, name: str) -> Blocked:
        """One section of the default briefing with its heading; nothing where it has nothing to say."""
        known = _known("a section", name, SECTIONS)
        made = SECTIONS[known](self)
        if not made:
            return Blocked(())
        heading = Heading(2, (Text(word(f"section.{known}", self.desk.language)),), ANCHORS.get(known, known))
        return Blocked((heading, *made))

    def highlights(self) -> Blocked:
        return Blocked(tuple(overview.highlights(self.desk)))

    def key_figures(self) -> Blocked:
        return Blocked(tuple(overview.key_figures(self.desk)))

    def coverage(self, *data_elements: str) -> Blocked:
        """The table by area, of these data elements and indicators."""
        campaign = self.desk.issue.campaign
        names = [*campaign.data_elements, *campaign.equivalents, *campaign.indicators]
        chosen = [_known("a data element or indicator", code, names) for code in data_elements]
        return Blocked(tuple(overview.coverage(self.desk, chosen or None)))

    def chart(self, kind: str, data_element: str = "", area: str = "", periods: int = charts.TREND) -> Blocked:
        """A chart of a kind: trend, multiples, bars, dumbbell, funnel or calendar."""
        shown = _known("a chart", kind, ("trend", "multiples", "bars", "dumbbell", "funnel", "calendar"))
        count = max(2, min(int(periods), 60))
        if shown == "calendar":
            return Blocked(tuple(charts.calendar(self.desk, count)))
        campaign = self.desk.issue.campaign
        if shown == "funnel":
            asked = _known("an indicator", data_element, campaign.indicators)
            return Blocked(tuple(charts.funnel(self.desk, asked, self.asked._area(area))))
        names = [*campaign.data_elements, *campaign.equivalents, *campaign.indicators]
        code = _known("a data element or indicator", data_element, names)
        if shown == "trend":
            return Blocked(tuple(charts.trend(self.desk, code, self.asked._area(area), count)))
        if shown == "multiples":
            return Blocked(tuple(charts.multiples(self.desk, code, count)))
        return Blocked(tuple((charts.bars if shown == "bars" else charts.dumbbell)(self.desk, code)))

    def map(self, code: str = "", period: str = "") -> Blocked:
        """A map of the areas, of a data element or indicator; nothing where the campaign has no shapes."""
        campaign = self.desk.issue.campaign
        names = [*campaign.data_elements, *campaign.equivalents, *campaign.indicators]
        shown = _known("a data element or indicator", code, names) if code else ""
        return Blocked(tuple(charts.choropleth(self.desk, shown, self.asked._period(period))))

    def laggards(self, *indicators: str) -> Blocked:
        chosen = [_known("an indicator", code, self.desk.issue.campaign.indicators) for code in indicators]
        return Blocked(tuple(laggards(self.desk, chosen or None)))

    def findings(self) -> Blocked:
        return Blocked(tuple(findings(self.desk)))

    def limits(self) -> Blocked:
        return Blocked(tuple(limits(self.desk)))

    def revisions(self) -> Blocked:
        return Blocked(tuple(revisions(self.desk)))

    def follow_ups(self) -> Blocked:
        return Blocked(tuple(follow_ups(self.desk)))

    def voices(self, most: int = 10) -> Blocked:
        """The remarks that came with the returns of the period, each with its place."""
        found = [runs for _, runs in self.desk.voices.quoted()][: max(1, int(most))]
        return Blocked((Listing(tuple((Prose(runs),) for runs in found)),) if found else ())

    def trends(self) -> Blocked:
        """A line for each of the first two key figures."""
        chosen = overview.key_elements(self.desk)[:2]
        return Blocked(tuple(block for code in chosen for block in charts.trend(self.desk, code)))

    def over_time(self) -> Blocked:
        """A small line for each area, of the first column of the table by area."""
        chosen = overview.coverage_elements(self.desk)[:1]
        return Blocked(tuple(block for code in chosen for block in charts.multiples(self.desk, code)))

    def targets(self) -> Blocked:
        """Bars by area for each indicator with a target."""
        described = self.desk.issue.campaign.indicators
        chosen = [code for code, one in described.items() if one.target is not None]
        return Blocked(tuple(block for code in chosen for block in charts.bars(self.desk, code)))

    def charts(self) -> Blocked:
        """The charts of the default briefing: what fits the campaign."""
        out: list[Block] = [*charts.choropleth(self.desk), *self.trends().blocks]
        for code in overview.coverage_elements(self.desk)[:1]:
            out += charts.bars(self.desk, code)
        for code in overview.coverage_elements(self.desk)[:1]:
            out += charts.dumbbell(self.desk, code)
        return Blocked((*out, *charts.calendar(self.desk)))


SECTIONS: dict[str, Callable[[_Parts], tuple[Block, ...]]] = {
    "highlights": lambda p: p.highlights().blocks,
    "key_figures": lambda p: p.key_figures().blocks,
    "coverage": lambda p: p.coverage().blocks,
    "charts": lambda p: p.charts().blocks,
    "map": lambda p: p.map().blocks,
    "trends": lambda p: p.trends().blocks,
    "over_time": lambda p: p.over_time().blocks,
    "targets": lambda p: p.targets().blocks,
    "calendar": lambda p: p.chart("calendar").blocks,
    "laggards": lambda p: p.laggards().blocks,
    "faults": lambda p: p.findings().blocks,
    "limits": lambda p: p.limits().blocks,
    "revisions": lambda p: p.revisions().blocks,
    "follow_ups": lambda p: p.follow_ups().blocks,
}
ANCHORS = {"key_figures": "key-figures", "follow_ups": "follow-ups", "over_time": "over-time"}


def _inlined(printed: Printed) -> Inlined:
    return Inlined(printed.whole, printed.value, printed.reported >= printed.expected)
