"""Names in a campaign description that lead nowhere, or in a circle."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.calendar import find_period
from crossfoot.campaign.conditions import read_condition
from crossfoot.campaign.description import Campaign, Entry, Layout, Place, ProseLayout, Share, Unit
from crossfoot.campaign.units import KNOWN_UNITS
from crossfoot.tables import LARGEST

FIRST_YEAR, LAST_YEAR = 1800, 2200
LEAST_FACTOR, MOST_FACTOR = Decimal("0.000000001"), Decimal(1_000_000_000)
MOST_DUE_DAYS = Decimal(3_650)
MOST = Decimal(LARGEST)

Broken = tuple[Entry, str, str]  # where, the trouble, the remedy


def broken_references(campaign: Campaign, tree: AreaTree) -> Iterator[Broken]:
    """Yield (entry, trouble, remedy) for every name that leads nowhere.

    Not a pydantic validator: a validator can raise only once, and we want all.
    """
    yield from _elements(campaign)
    yield from _units(campaign)
    yield from _equivalents(campaign)
    yield from _uses(campaign)
    yield from _levels(campaign)
    yield from _layouts(campaign, tree)
    yield from _areas(campaign, tree)
    yield from _follow_ups(campaign)
    yield from _dates(campaign)
    yield from _numbers(campaign)
    yield from _map(campaign)


def _map(campaign: Campaign) -> Iterator[Broken]:
    if campaign.map is not None and campaign.map.shows is not None:
        known = [*campaign.indicators, *campaign.data_elements, *campaign.equivalents]
        shown = campaign.map.shows
        yield from _unknown(("map", "shows"), shown, known, "an indicator or data element", "indicators")


def _unknown(at: Entry, given: str, known: Iterable[str], what: str, where: str) -> Iterator[Broken]:
    known = list(known)
    if given not in known:
        close = get_close_matches(given, known, n=1)
        remedy = f"Did you mean '{close[0]}'?" if close else f"List it under '{where}'."
        yield at, f"'{given}' is not {what} of this campaign", remedy


def _element(at: Entry, given: str, campaign: Campaign) -> Iterator[Broken]:
    known = [*campaign.data_elements, *campaign.equivalents]
    yield from _unknown(at, given, known, "a data element", "data_elements")


def _elements(campaign: Campaign) -> Iterator[Broken]:
    for code, element in campaign.data_elements.items():
        at: Entry = ("data_elements", code)
        if element.unit:
            yield from _unit((*at, "unit"), element.unit, campaign)
        for side in ("equals", "at_most"):
            for n, other in enumerate(getattr(element, side)):
                yield from _element((*at, side, n), other, campaign)
                if other == code:
                    yield (*at, side, n), f"'{code}' cannot be a part of itself", "Remove it."
        if element.feeds is not None:
            yield from _element((*at, "feeds"), element.feeds, campaign)
            fed = campaign.data_elements.get(element.feeds)
            if fed is not None and fed.kind != "cumulative":
                yield (*at, "feeds"), f"'{element.feeds}' is not cumulative", "Give it 'kind: cumulative'."
        if element.complete_since is not None and element.feeds is None:
            yield (*at, "complete_since"), "is of use for a flow that feeds a cumulative only", "Add 'feeds: ...'."
    parts = {c: [other for other in e.equals if other != c] for c, e in campaign.data_elements.items()}
    for code in _in_circles(parts):
        yield ("data_elements", code, "equals"), f"'{code}' is a part of its own parts", "Break the circle."


def _unit(at: Entry, given: str, campaign: Campaign) -> Iterator[Broken]:
    yield from _unknown(at, given, [*campaign.units, *KNOWN_UNITS], "a unit", "units")


def _units(campaign: Campaign) -> Iterator[Broken]:
    for code, unit in campaign.units.items():
        at: Entry = ("units", code)
        if unit.of is not None:
            yield from _unit((*at, "of"), unit.of, campaign)
        yield from _factors(at, unit)
    told_in = {c: [unit.of] if unit.of else [] for c, unit in {**KNOWN_UNITS, **campaign.units}.items()}
    for code in _in_circles(told_in):
        if code in campaign.units:
            yield ("units", code, "of"), f"'{code}' is told in units that are told in it", "Break the circle."


def _equivalents(campaign: Campaign) -> Iterator[Broken]:
    for code, equivalent in campaign.equivalents.items():
        at: Entry = ("equivalents", code)
        if code in campaign.data_elements:
            yield at, f"'{code}' is already a data element", "Give one of them another name."
        yield from _unit((*at, "unit"), equivalent.unit, campaign)
        for other, share in equivalent.factors.items():
            yield from _element((*at, "factors", other), other, campaign)
            yield from _factors((*at, "factors", other), share)
    for code in _in_circles({c: list(e.factors) for c, e in campaign.equivalents.items()}):
        yield ("equivalents", code, "factors"), f"'{code}' is made of itself", "Break the circle."


def _factors(at: Entry, given: Unit | Share) -> Iterator[Broken]:
    """The range of a factor must hold the factor, and all must be numbers that a sum can bear."""
    for name in ("factor", "lower", "upper"):
        number = getattr(given, name)
        if number is not None and not LEAST_FACTOR <= number <= MOST_FACTOR:
            yield (*at, name), f"{number} is no likely factor", "Write a number such as 0.5 or 1000."
    if given.lower is not None and given.lower > given.factor:
        yield (*at, "lower"), f"{given.lower} is above the factor {given.factor}", "Write the least that is known."
    if given.upper is not None and given.upper < given.factor:
        yield (*at, "upper"), f"{given.upper} is below the factor {given.factor}", "Write the most that is known."


def _in_circles(leads: dict[str, list[str]]) -> Iterator[str]:
    """Yield each name from which one comes back to it."""
    for name, first in leads.items():
        seen: set[str] = set()
        ahead = list(first)
        while ahead:
            at = ahead.pop()
            if at == name:
                yield name
                break
            if at not in seen:
                seen.add(at)
                ahead.extend(leads.get(at, ()))


def _uses(campaign: Campaign) -> Iterator[Broken]:
    """Data elements that indicators, accounts, obligations and the briefing name."""
    named: list[tuple[Entry, str | None]] = []
    for code, indicator in campaign.indicators.items():
        for side in ("numerator", "denominator"):
            given = getattr(indicator, side)
            at: Entry = ("indicators", code, side)
            named += [((*at, n) if len(given) > 1 else at, other) for n, other in enumerate(given)]
        named.append((("indicators", code, "stated"), indicator.stated))
    for code, account in campaign.accounts.items():
        named += [(("accounts", code, "opening"), account.opening), (("accounts", code, "closing"), account.closing)]
        named += [(("accounts", code, "in", n), other) for n, other in enumerate(account.in_)]
        named += [(("accounts", code, "out", n), other) for n, other in enumerate(account.out)]
    for code, obligation in campaign.obligations.items():
        asked = enumerate(obligation.data_elements)
        named += [(("obligations", code, "data_elements", n), other) for n, other in asked]
    for section in ("key_figures", "coverage"):
        named += [(("briefing", section, n), other) for n, other in enumerate(getattr(campaign.briefing, section))]
    for entry, given in named:
        if given is not None:
            yield from _element(entry, given, campaign)


def _levels(campaign: Campaign) -> Iterator[Broken]:
    for code, obligation in campaign.obligations.items():
        at: Entry = ("obligations", code)
        if obligation.level is not None:
            yield from _unknown((*at, "level"), obligation.level, campaign.levels, "a level", "levels")
        if obligation.level is None and not obligation.areas:
            yield at, "does not say who must report", "Add 'level: ...' or 'areas: [...]'."
    if campaign.briefing.level is not None:
        yield from _unknown(("briefing", "level"), campaign.briefing.level, campaign.levels, "a level", "levels")


def _layouts(campaign: Campaign, tree: AreaTree) -> Iterator[Broken]:
    for code, layout in campaign.layouts.items():
        at: Entry = ("layouts", code)
        yield from _area_names(at, layout, campaign, tree)
        if isinstance(layout, ProseLayout):
            yield from _prose(at, layout, campaign)
            continue
        for name, place in _places(layout):
            said = [k for k in ("column", "header", "cell", "file_name", "sheet_name", "value") if getattr(place, k)]
            if len(said) != 1:
                trouble = f"names {len(said)} places" if said else "names no place"
                yield (*at, *name), trouble, "Give exactly one of column, header, cell, file_name, sheet_name, value."
            if place.header is not None and place.header > layout.header_rows:
                yield (*at, *name, "header"), "is below the heading", "Raise 'header_rows'."
            yield from _patterns((*at, *name), place)
        for written, target in layout.data_element_names.items():
            yield from _target((*at, "data_element_names", written), target, campaign)


def _area_names(at: Entry, layout: Layout | ProseLayout, campaign: Campaign, tree: AreaTree) -> Iterator[Broken]:
    codes = {area.code for area in tree.areas}
    for written, target in layout.area_names.items():
        if target not in campaign.groups:
            yield from _unknown((*at, "area_names", written), target, codes, "an area", campaign.areas)


def _prose(at: Entry, layout: ProseLayout, campaign: Campaign) -> Iterator[Broken]:
    """What a letter's layout names: places outside the text, data elements, periods."""
    for name, place in (("area", layout.area), ("period", layout.period)):
        if place is None:
            continue
        said = [k for k in Place.model_fields if k != "format" and getattr(place, k) is not None]
        if len(said) != 1 or said[0] not in ("file_name", "value"):
            yield (*at, name), "names no place that a letter has", "Give file_name or value, or leave it out."
        yield from _patterns((*at, name), place)
    for target, phrases in layout.phrases.items():
        yield from _target((*at, "phrases", target), target, campaign)
        for n, phrase in enumerate(phrases):
            if phrase.count("#") > 1 or not phrase.replace("#", "").strip():
                yield (*at, "phrases", target, n), f"'{phrase}' is no phrase", "Write words, with at most one '#'."
    for written, code in layout.period_names.items():
        try:
            find_period(code, campaign)
        except ValueError:
            remedy = "Write a period such as 2026-W45, or the code of a phase."
            yield (*at, "period_names", written), f"'{code}' is no period", remedy


def _target(at: Entry, target: str, campaign: Campaign) -> Iterator[Broken]:
    """What a name counts: doses, or doses[sex=m;age=0-4]."""
    code, _, rest = target.partition("[")
    element = campaign.data_elements.get(code)
    yield from _unknown(at, code, campaign.data_elements, "a data element", "data_elements")
    for pair in filter(None, rest.rstrip("]").split(";")):
        dimension, _, category = (part.strip() for part in pair.partition("="))
        if element is not None and category not in element.disaggregations.get(dimension, ()):
            known = "; ".join(f"{d}: {', '.join(c)}" for d, c in element.disaggregations.items())
            yield at, f"'{code}' has no '{pair}'", f"Use one of: {known}." if known else "Remove the brackets."


def _patterns(at: Entry, place: Place) -> Iterator[Broken]:
    for name in ("file_name", "sheet_name"):
        pattern = getattr(place, name)
        try:
            re.compile(pattern or "")
        except (re.error, OverflowError, RecursionError) as exc:
            yield (*at, name), f"'{pattern}' is not a pattern: {exc}", "See 'regular expressions' in docs/layouts.md."
    for n, written in enumerate(place.format):
        if not re.search("%[YyGcxD+]", written):
            yield (*at, "format", n), f"'{written}' does not tell the year", "Write it as %d/%m/%Y."


def _places(layout: Layout) -> Iterator[tuple[Entry, Place]]:
    for name in ("area", "data_element", "period", "value", "unit"):
        place = getattr(layout, name)
        if place is not None:
            yield (name,), place
    for name, place in layout.disaggregations.items():
        yield ("disaggregations", name), place


def _areas(campaign: Campaign, tree: AreaTree) -> Iterator[Broken]:
    codes = {area.code for area in tree.areas}
    if not codes:
        return  # the areas file has its own problems, told beside these
    for code, obligation in campaign.obligations.items():
        for n, area in enumerate(obligation.areas):
            yield from _unknown(("obligations", code, "areas", n), area, codes, "an area", campaign.areas)
    for code, group in campaign.groups.items():
        if code in codes:
            yield ("groups", code), f"'{code}' is already an area", "Give the group another name."
        for n, area in enumerate(group.members):
            yield from _unknown(("groups", code, "members", n), area, codes, "an area", campaign.areas)
    for n, follow_up in enumerate(campaign.follow_ups):
        for m, area in enumerate(follow_up.areas):
            yield from _unknown(("follow_ups", n, "areas", m), area, codes, "an area", campaign.areas)


def _follow_ups(campaign: Campaign) -> Iterator[Broken]:
    """The conditions of follow-ups, their levels, and texts by which two of them could not be told apart."""
    known = [*campaign.data_elements, *campaign.equivalents, *campaign.indicators]
    seen: set[str] = set()
    for n, one in enumerate(campaign.follow_ups):
        at: Entry = ("follow_ups", n)
        if one.text in seen:
            yield (*at, "text"), f"'{one.text}' is there twice", "Say in each what sets it apart."
        seen.add(one.text)
        for name, text in (("where", one.where), ("success", one.success)):
            if not text:
                continue
            try:
                condition = read_condition(text)
            except ValueError as exc:
                yield (*at, name), str(exc), "Write it as coverage < 10, with <, <=, >, >= or =."
                continue
            where = "data_elements or indicators"
            yield from _unknown((*at, name), condition.code, known, "a data element or indicator", where)
        if one.level is not None:
            yield from _unknown((*at, "level"), one.level, campaign.levels, "a level", "levels")


def _dates(campaign: Campaign) -> Iterator[Broken]:
    spans: list[tuple[Entry, date | None, date | None]] = [
        (("calendar",), campaign.calendar.starts, campaign.calendar.ends)
    ]
    spans += [(("calendar", "phases", c), p.starts, p.ends) for c, p in campaign.calendar.phases.items()]
    spans += [(("obligations", c), o.starts, o.ends) for c, o in campaign.obligations.items()]
    for at, starts, ends in spans:
        if starts is not None and ends is not None and ends < starts:
            yield (*at, "ends"), f"{ends} is before {starts}", "Exchange the two days."
        for name, day in (("starts", starts), ("ends", ends)):
            if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
                yield (*at, name), f"{day} is not in {FIRST_YEAR} to {LAST_YEAR}", "Correct the year."


def _numbers(campaign: Campaign) -> Iterator[Broken]:
    """Numbers that no table can hold."""
    given: list[tuple[Entry, Decimal | int | None, Decimal]] = []
    for code, indicator in campaign.indicators.items():
        given.append((("indicators", code, "factor"), indicator.factor, MOST_FACTOR))
        given.append((("indicators", code, "target"), indicator.target, MOST))
    for code, obligation in campaign.obligations.items():
        given.append((("obligations", code, "due_days"), obligation.due_days, MOST_DUE_DAYS))
    for code, group in campaign.groups.items():
        given.append((("groups", code, "count"), group.count, MOST_FACTOR))
    for code, rules in campaign.checks.items():
        given += [(("checks", code, n, "tolerance"), rule.tolerance, MOST) for n, rule in enumerate(rules)]
    for at, number, most in given:
        if number is not None and not -most <= number <= most:
            yield at, f"{number} is too large", "Write a smaller number."
