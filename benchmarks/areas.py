"""How long the pages of 500 areas take: 20 regions, 480 cities, 8 data elements, 8 weeks, made up.

Run: python benchmarks/areas.py [areas]
"""

import os
import random
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from crossfoot.pipeline.brief import EVERY_AREA, brief
from crossfoot.pipeline.folder import open_folder

BAR = 60  # seconds, on two cores
REGIONS, WEEKS = 20, 8
ELEMENTS = ("Target", "Vaccinated", "Girls vaccinated", "Boys vaccinated", "Cases", "Deaths", "Doses used", "Teams")
CAMPAIGN = """name: Made-up campaign
language: en
levels: [country, region, city]
calendar: {frequency: week, starts: 2026-01-05}
obligations: {weekly: {level: city, due_days: 2}}
data_elements:
  target: {name: Target, kind: stock}
  vaccinated: {name: Vaccinated, equals: [girls, boys], at_most: [target]}
  girls: {name: Girls vaccinated}
  boys: {name: Boys vaccinated}
  cases: {name: Cases}
  deaths: {name: Deaths, at_most: [cases]}
  doses: {name: Doses used}
  teams: {name: Teams, kind: stock}
indicators:
  coverage: {name: Coverage, numerator: vaccinated, denominator: target, target: 10}
  fatality: {name: Case fatality, numerator: deaths, denominator: cases, direction: down}
layouts:
  city:
    files: ["*.csv"]
    area: {column: City}
    data_element: {header: 1}
    period: {column: Week}
    received: period_end
"""


def write_campaign(folder: Path, cities: int) -> None:
    """Write a campaign in which one figure in two hundred is wrong, and one return in fifty is missing."""
    chance = random.Random(1952)
    for name in ("inbox", "returns", "journal"):
        (folder / name).mkdir(parents=True)
    (folder / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
    lines = ["code,name,level,parent", "XX,Country,country,"]
    lines += [f"R{n:02},Region {n},region,XX" for n in range(REGIONS)]
    lines += [f"C{n:04},City {n},city,R{n % REGIONS:02}" for n in range(cities)]
    (folder / "areas.csv").write_text("\n".join(lines) + "\n", "utf-8")
    for week in range(WEEKS):
        year, number, _ = (date(2026, 1, 5) + timedelta(weeks=week)).isocalendar()
        for region in range(REGIONS):
            rows = [",".join(("City", "Week", *ELEMENTS))]
            for city in range(region, cities, REGIONS):
                if chance.random() < 1 / 50:
                    continue
                target, girls, boys, cases = chance.randint(500, 9000), *(chance.randint(5, 90) for _ in range(3))
                told = [target, girls + boys, girls, boys, cases, chance.randint(0, 5), girls + boys + 9, 4]
                if chance.random() < len(told) / 200:
                    told[1] += 90
                rows.append(",".join((f"C{city:04}", f"{year}-W{number:02}", *map(str, told))))
            (folder / "inbox" / f"region-{region:02}-{number:02}.csv").write_text("\n".join(rows) + "\n", "utf-8")


def main() -> int:
    """Print how long the briefing took without the pages and with them; 1 if it is over the bar."""
    areas = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "campaign"
        write_campaign(folder, areas - REGIONS)
        for pages, what in (("", "first, without pages"), ("", "again, without pages"), (EVERY_AREA, "with pages")):
            started, worked = time.perf_counter(), time.process_time()
            brief(open_folder(folder), areas=pages)
            took, used = time.perf_counter() - started, time.process_time() - worked
            print(f"{what}: {took:.1f} s, {used:.1f} s of processor")
        written = list((folder / "issues/001/areas").glob("*.html"))
        size = sum(path.stat().st_size for path in written) / len(written) / 1000
    print(f"{len(written)} pages of {size:.0f} kB each; most memory "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB; "
          f"bar {BAR} s for 500; load {os.getloadavg()[0]:.1f}")  # fmt: skip
    return 0 if used <= BAR * max(1, areas / 500) else 1


if __name__ == "__main__":
    sys.exit(main())
