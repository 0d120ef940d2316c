"""How long it takes to roll up 200,000 figures: 1,000 districts in 40 counties, 10 data elements, 20 weeks.

Run: python benchmarks/rollups.py [figures]
"""

import random
import sys
import time
from datetime import date, datetime, timedelta

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import period_rows
from crossfoot.engine import Engine
from crossfoot.engine.current import CURRENT
from crossfoot.rollups import roll_up, trace
from crossfoot.tables import (
    ANCESTORS,
    AREAS,
    ASKED,
    ELEMENTS,
    EQUIVALENTS,
    EXPECTED,
    FIGURES,
    INDICATORS,
    PERIODS,
    RECEIPTS,
    SUCCESSORS,
    SUMS,
    WITHIN,
)

EVER, FOREVER = date(1, 1, 1), date(9999, 12, 31)
DISTRICTS, ELEMENTS_, COUNTIES = 1_000, 10, 40


def filled(weeks: int) -> Engine:
    """An engine with the tables of a campaign of so many weeks."""
    chance = random.Random(7)
    counties = {f"c{n:03}": "top" for n in range(COUNTIES)}
    districts = {f"d{n:05}": f"c{n % COUNTIES:03}" for n in range(DISTRICTS)}
    areas = [("top", "top", "x", 0, "", EVER, FOREVER)]
    areas += [(c, c, "x", 1, "top", EVER, FOREVER) for c in counties]
    areas += [(d, d, "x", 2, c, EVER, FOREVER) for d, c in districts.items()]
    above = [(a[0], a[0], 0, EVER, FOREVER) for a in areas] + [("top", c, 1, EVER, FOREVER) for c in counties]
    above += [row for d, c in districts.items() for row in ((c, d, 1, EVER, FOREVER), ("top", d, 2, EVER, FOREVER))]
    codes = [f"{day.isocalendar().year}-W{day.isocalendar().week:02}"
             for day in (date(2026, 1, 5) + timedelta(weeks=n) for n in range(weeks))]  # fmt: skip
    moment = datetime(2027, 1, 1)
    figures = []
    for period in codes:
        for at, area in enumerate(districts):
            for element in range(ELEMENTS_):
                value = chance.randrange(1000) + (1000 if element == 1 else 0)
                cell = f"{element}-{at}"
                figures.append(
                    (f"{period}:{cell}", period, area, f"e{element}", "", period, 1, "reported", value, value, value,
                     True, True, "exact", "", "", at, at, "", "", cell, str(value))
                )  # fmt: skip
    campaign = Campaign.model_validate(
        {"name": "T", "levels": ["x"], "calendar": {"starts": "2026-01-01"}, "data_elements": {"e": {"name": "e"}}}
    )
    periods, within = period_rows(codes, campaign)
    engine = Engine()
    kinds = ["flow", "stock", *["flow"] * 4, *["cumulative"] * 4]
    for table, rows in (
        (AREAS, areas), (ANCESTORS, above), (SUCCESSORS, []), (FIGURES, figures), (PERIODS, periods), (WITHIN, within),
        (ELEMENTS, [(f"e{n}", kind, "", "sum", "sum" if kind == "flow" else "last", "default", True, False)
                    for n, kind in enumerate(kinds)]),
        (SUMS, []), (EQUIVALENTS, []),
        (INDICATORS, [("i", "e0", "e1", 100, 1, 50, "up", "", True)]),
        (EXPECTED, [("o", d, p, date(2026, 12, 31)) for d in districts for p in codes]),
        (ASKED, [("o", f"e{n}") for n in range(ELEMENTS_)]),
        (RECEIPTS, [(p, p, "", moment, moment, n, "") for n, p in enumerate(codes)]),
    ):  # fmt: skip
        engine.put(table, rows)
    engine.run(CURRENT)
    return engine


def main() -> None:
    """Print the seconds that roll_up and one trace took."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    weeks = wanted // (DISTRICTS * ELEMENTS_)
    engine = filled(weeks)
    for compared, what in ((["2026-W02"], "in one week"), (None, "in all periods")):
        started, worked = time.perf_counter(), time.process_time()
        roll_up(engine, compared)
        took, used = time.perf_counter() - started, time.process_time() - worked
        print(f"roll_up of {wanted} figures, peers compared {what}: {took:.2f} s, {used:.2f} s of processor")
    for table in ("rollups", "ratios", "changes", "reporting", "peers"):
        [(count,)] = engine.rows(f"SELECT count(*) FROM {table}")  # noqa: S608
        print(f"  {count:>9} rows in {table}")
    started = time.perf_counter()
    found = trace(engine, "top", "e0", "", "2026-W02")
    print(f"trace to {len(found)} figures: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main()
