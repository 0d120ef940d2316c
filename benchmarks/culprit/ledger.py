"""How long the search takes in a whole ledger beside the checks alone, and how often it names the right figure.

A made campaign: 1,000 areas in three levels, four data elements that add up within an area, over the areas and over
time, and as many days as make the cells asked for; then errors of six kinds are typed into cells chosen by chance.

Run: python benchmarks/culprit/ledger.py [cells] [errors]
"""

import random
import resource
import sys
import time
from datetime import date, datetime, timedelta
from decimal import Decimal

from typing_errors import KINDS, spoilt

from crossfoot.campaign import Campaign
from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.calendar import period_rows
from crossfoot.campaign.rows import (
    area_rows,
    bound_rows,
    complete_rows,
    element_rows,
    link_rows,
    rule_rows,
    sum_rows,
)
from crossfoot.checks import catalogue, find_findings
from crossfoot.culprits import find_culprits
from crossfoot.engine import Engine
from crossfoot.engine.current import CURRENT
from crossfoot.tables import (
    ANCESTORS,
    AREAS,
    ASKED,
    BALANCES,
    BOUNDS,
    COMPLETE,
    ELEMENTS,
    EXEMPTIONS,
    EXPECTED,
    FIGURES,
    INDICATORS,
    LINKS,
    PERIODS,
    RECEIPTS,
    RULES,
    SUMS,
    TERMS,
    TROUBLES,
    WITHIN,
)
from crossfoot.terms.area import EVER, FOREVER, Area
from crossfoot.terms.sheet import letters

COUNTIES, DISTRICTS = 40, 24
CODES = ("mild", "severe", "cases", "total")
BAR = 3  # times the checks alone
CAMPAIGN = {
    "name": "Made",
    "levels": ["country", "county", "district"],
    "calendar": {"frequency": "day", "starts": "2024-01-01"},
    "data_elements": {
        "mild": {"name": "Mild"},
        "severe": {"name": "Severe"},
        "cases": {"name": "Cases", "equals": ["mild", "severe"], "feeds": "total"},
        "total": {"name": "Total", "kind": "cumulative"},
    },
}


def made(chance, days):
    """Yield the values that add up: area, data element, day, value."""
    counties = [f"c{n:02}" for n in range(COUNTIES)]
    sizes = {(c, d): chance.lognormvariate(4, 1) for c in counties for d in range(DISTRICTS)}
    totals = {}
    for day in range(days):
        top = [0, 0]
        for county in counties:
            below = [0, 0]
            for d in range(DISTRICTS):
                size = sizes[county, d]
                new = [int(size * chance.uniform(0.7, 1.3)) + 1, int(size * chance.uniform(0.2, 0.4))]
                yield from stated(f"{county}{d:02}", day, new, totals)
                below = [a + b for a, b in zip(below, new, strict=True)]
            yield from stated(county, day, below, totals)
            top = [a + b for a, b in zip(top, below, strict=True)]
        yield from stated("top", day, top, totals)


def stated(area, day, new, totals):
    """Yield the four figures of an area for a day."""
    totals[area] = totals.get(area, 0) + sum(new)
    for code, value in zip(CODES, (*new, sum(new), totals[area]), strict=True):
        yield area, code, day, value


def filled(cells, errors):
    """Return an engine with a campaign of so many cells, and the true values of those that were mistyped."""
    chance = random.Random(4)
    areas = [Area("top", "top", "country", "", EVER, FOREVER)]
    for c in range(COUNTIES):
        areas.append(Area(f"c{c:02}", f"c{c:02}", "county", "top", EVER, FOREVER))
        areas += [Area(f"c{c:02}{d:02}", "d", "district", f"c{c:02}", EVER, FOREVER) for d in range(DISTRICTS)]
    tree, campaign = AreaTree(tuple(areas)), Campaign.model_validate(CAMPAIGN)
    days = max(2, cells // (len(areas) * len(CODES)))
    periods = [(date(2024, 1, 1) + timedelta(days=n)).isoformat() for n in range(days)]
    number = days * len(areas) * len(CODES)
    wrong = set(chance.sample(range(number), errors))
    column = {area.code: n for n, area in enumerate(areas)}
    true = {}

    def figures():
        for at, (area, code, day, right) in enumerate(made(chance, days)):
            name, value = f"{periods[day]}:{area}:{code}", right
            if at in wrong:
                kinds = KINDS[len(true) % len(KINDS) :] + KINDS  # the next one, where the value allows it
                true[name] = right
                value = next(v for k in kinds if (v := spoilt(chance, k, right)) is not None)
            row = CODES.index(code) + 2
            yield (name, periods[day], area, code, "", periods[day], 1, "reported", value, value, value, True, True,
                   "exact", "", "", row, row, area, code, f"{letters(column[area] + 1)}{row}", str(value))  # fmt: skip

    engine = Engine()
    described, within = period_rows(periods, campaign)
    moment = datetime(2027, 1, 1)
    severities = {code: module.CHECK.severity for code, module in catalogue().items()}
    for table, rows in (
        (AREAS, area_rows(campaign, tree)), (ANCESTORS, tree.above()), (ELEMENTS, element_rows(campaign)),
        (SUMS, sum_rows(campaign)), (BOUNDS, bound_rows(campaign)), (LINKS, link_rows(campaign)),
        (COMPLETE, complete_rows(campaign)), (BALANCES, []), (INDICATORS, []), (TERMS, []), (ASKED, []),
        (EXEMPTIONS, []), (EXPECTED, []), (TROUBLES, []), (RULES, rule_rows(campaign, severities)),
        (PERIODS, described), (WITHIN, within), (FIGURES, figures()),
        (RECEIPTS, [(p, p, "", moment, moment, n, "") for n, p in enumerate(periods)]),
    ):  # fmt: skip
        engine.put(table, rows)
    engine.suit(number)
    engine.run(CURRENT)
    return engine, true, number


def timed(what, *arguments, **options):
    """Return the seconds that a call took, and of all processors, and print them with the memory."""
    started, worked = time.perf_counter(), time.process_time()
    what(*arguments, **options)
    took, used = time.perf_counter() - started, time.process_time() - worked
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what.__name__:>14}: {took:7.2f} s, {used:7.2f} s of processor; at most {most:,.0f} MB so far")
    return used


def main():
    """Print the times of the checks and of the search, and how often the right figure was named."""
    cells = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    errors = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    engine, true, number = filled(cells, errors)
    print(f"{number:,} cells, {len(true):,} errors")
    alone = timed(find_findings, engine, date(2026, 12, 31), prove_passed=False)
    search = timed(find_culprits, engine)
    print(f"checks and search: {(alone + search) / alone:.2f} times the checks alone (bar {BAR})")
    told = {}
    for figure, suggested, confidence in engine.rows(
        "SELECT DISTINCT figure_id, suggested, confidence FROM suggestions WHERE rank = 1"
    ):
        told.setdefault(confidence, []).append((figure, suggested))
    hit = {f for rows in told.values() for f, value in rows if f in true and value == Decimal(true[f])}
    print(f"named first, cell and value: {len(hit):,} of {len(true):,} ({100 * len(hit) / len(true):.1f} %)")
    for confidence, rows in sorted(told.items()):
        right = sum(1 for f, value in rows if f in true and value == Decimal(true[f]))
        print(f"  {confidence:>8}: {right:,} of {len(rows):,} right ({100 * right / len(rows):.1f} %)")
    sys.exit(1 if alone + search > BAR * alone else 0)


if __name__ == "__main__":
    main()
