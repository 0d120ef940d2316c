"""Names in a campaign description that lead nowhere, or in a circle."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.description import Campaign, Entry, Place
from crossfoot.campaign.units import KNOWN_UNITS

Broken = tuple[Entry, str, str]  # where, the trouble, the remedy


def broken_references(campaign: Campaign, tree: AreaTree) -> Iterator[Broken]:
    """Yield (entry, trouble, remedy) for every name that leads nowhere.

    Not a pydantic validator: a validator can raise only once, and we want all.
    """
    yield from _elements(campaign)
    yield from _uses(campaign)
    yield from _layouts(campaign, tree)
    yield from _areas(campaign, tree)
    yield from _dates(campaign)


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
    units = [*campaign.units, *KNOWN_UNITS]
    for code, element in campaign.data_elements.items():
        at: Entry = ("data_elements", code)
        if element.unit:
            yield from _unknown((*at, "unit"), element.unit, units, "a unit", "units")
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
    for code, unit in campaign.units.items():
        if unit.of is not None:
            yield from _unknown(("units", code, "of"), unit.of, units, "a unit", "units")
    for code, equivalent in campaign.equivalents.items():
        if code in campaign.data_elements:
            yield ("equivalents", code), f"'{code}' is already a data element", "Give one of them another name."
        yield from _unknown(("equivalents", code, "unit"), equivalent.unit, units, "a unit", "units")
        for other in equivalent.factors:
            yield from _element(("equivalents", code, "factors", other), other, campaign)


def _uses(campaign: Campaign) -> Iterator[Broken]:
    for code, indicator in campaign.indicators.items():
        for side in ("numerator", "denominator"):
            given = getattr(indicator, side)
            for n, other in enumerate(given):
                entry: Entry = ("indicators", code, side, n)
                yield from _element(entry if len(given) > 1 else entry[:-1], other, campaign)
        if indicator.stated is not None:
            yield from _element(("indicators", code, "stated"), indicator.stated, campaign)
    for code, account in campaign.accounts.items():
        yield from _element(("accounts", code, "opening"), account.opening, campaign)
        yield from _element(("accounts", code, "closing"), account.closing, campaign)
        for n, other in enumerate(account.in_):
            yield from _element(("accounts", code, "in", n), other, campaign)
        for n, other in enumerate(account.out):
            yield from _element(("accounts", code, "out", n), other, campaign)
    for code, obligation in campaign.obligations.items():
        at: Entry = ("obligations", code)
        for n, other in enumerate(obligation.data_elements):
            yield from _element((*at, "data_elements", n), other, campaign)
        if obligation.level is not None:
            yield from _unknown((*at, "level"), obligation.level, campaign.levels, "a level", "levels")
        if obligation.level is None and not obligation.areas:
            yield at, "does not say who must report", "Add 'level: ...' or 'areas: [...]'."
    for section, codes in (("key_figures", campaign.briefing.key_figures), ("coverage", campaign.briefing.coverage)):
        for n, other in enumerate(codes):
            yield from _element(("briefing", section, n), other, campaign)
    if campaign.briefing.level is not None:
        yield from _unknown(("briefing", "level"), campaign.briefing.level, campaign.levels, "a level", "levels")


def _layouts(campaign: Campaign, tree: AreaTree) -> Iterator[Broken]:
    for code, layout in campaign.layouts.items():
        at: Entry = ("layouts", code)
        for name, place in _places(campaign, code):
            said = [k for k in ("column", "header", "cell", "file_name", "sheet_name", "value") if getattr(place, k)]
            if len(said) != 1:
                trouble = f"names {len(said)} places" if said else "names no place"
                yield (*at, *name), trouble, "Give exactly one of column, header, cell, file_name, sheet_name, value."
            if place.header is not None and place.header > layout.header_rows:
                yield (*at, *name, "header"), "is below the heading", "Raise 'header_rows'."
        for written, target in layout.data_element_names.items():
            yield from _element((*at, "data_element_names", written), target.partition("[")[0], campaign)
        for written, target in layout.area_names.items():
            if target not in campaign.groups:
                codes = {area.code for area in tree.areas}
                yield from _unknown((*at, "area_names", written), target, codes, "an area", campaign.areas)


def _places(campaign: Campaign, code: str) -> Iterator[tuple[Entry, Place]]:
    layout = campaign.layouts[code]
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


def _dates(campaign: Campaign) -> Iterator[Broken]:
    spans: list[tuple[Entry, date | None, date | None]] = [
        (("calendar",), campaign.calendar.starts, campaign.calendar.ends)
    ]
    spans += [(("calendar", "phases", c), p.starts, p.ends) for c, p in campaign.calendar.phases.items()]
    spans += [(("obligations", c), o.starts, o.ends) for c, o in campaign.obligations.items()]
    for at, starts, ends in spans:
        if starts is not None and ends is not None and ends < starts:
            yield (*at, "ends"), f"{ends} is before {starts}", "Exchange the two days."
