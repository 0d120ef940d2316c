"""The shipped example, against plain sums over its files."""

import csv
import shutil
from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.engine import Engine
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive
from crossfoot.rollups import roll_up, trace

EXAMPLE = Path(__file__).parents[3] / "examples" / "ebola-liberia-2014"
VARIABLES = {
    "Total confirmed cases": "confirmed", "Total case/s (confirmed)": "confirmed",
    "New case/s (confirmed)": "new_confirmed", "Currently under follow-up": "contacts_followed",
}  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory) -> Engine:
    folder = tmp_path_factory.mktemp("liberia") / "campaign"
    shutil.copytree(EXAMPLE, folder)
    opened = open_folder(folder)
    receive(opened)
    engine, _ = open_ledger(opened, moment())
    roll_up(engine)
    return engine


def plain_cells() -> dict[tuple[str, str], dict[str, Decimal]]:
    """(data element, day) → county → number, from the first statement of each day in the files."""
    cells: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for path in sorted((EXAMPLE / "inbox").glob("2014-*.csv")):
        seen = set()
        with path.open(encoding="utf-8-sig", newline="") as file:
            for record in csv.DictReader(file):
                element = VARIABLES.get(record["Variable"].strip())
                if element is None or element in seen:
                    continue
                seen.add(element)
                month, day, year = record["Date"].split("/")
                code = datetime(2000 + int(year) % 100, int(month), int(day)).date().isoformat()
                for column, text in record.items():
                    if column not in ("Date", "Variable", "National", "", None) and (text or "").strip():
                        cells[element, code][column] = Decimal(text.strip().replace(",", ""))
    return cells


def test_the_country_is_the_plain_sum_of_its_counties_on_every_day(ledger):
    """Wherever any county has a number, so do the country, and as many places."""
    compared = 0
    found = {
        (element, period): (value, reported)
        for element, period, value, reported in ledger.rows(
            "SELECT data_element, period, value, reported FROM rollups WHERE area = 'LR'"
        )
    }
    for key, counties in plain_cells().items():
        assert found[key] == (sum(counties.values()), len(counties)), key
        compared += 1
    assert compared > 200


def test_the_flows_of_october_are_the_plain_sum_of_its_days(ledger):
    days = [c for (element, day), c in plain_cells().items() if element == "new_confirmed" and day[:7] == "2014-10"]
    [(value,)] = ledger.rows(
        "SELECT sum(value) FROM rollups"
        " WHERE data_element = 'new_confirmed' AND period = '2014-10' AND area LIKE 'LR-%'"
    )
    assert value == sum(sum(counties.values()) for counties in days)


def test_seventy_three_against_two_thousand_three_hundred_and_seventy_eight(ledger):
    """The sum of fourteen counties of fifteen; Sinoe's cell is blank. Each leads to its cell."""
    row = "SELECT value, reported, expected FROM rollups WHERE area = 'LR' AND data_element = 'confirmed'"
    assert ledger.rows(row + " AND period = '2014-10-31'") == [(2378, 14, 15)]
    parts = trace(ledger, "LR", "confirmed", "", "2014-10-31")
    assert len(parts) == 14
    assert sum(part.value for part in parts) == 2378


def test_incidence_is_cases_over_the_people_of_the_areas_file(ledger):
    [row] = ledger.rows(
        "SELECT numerator, denominator, value, reported, expected FROM ratios"
        " WHERE indicator = 'incidence' AND area = 'LR' AND period = '2014-10-31'"
    )
    assert row == (6525, 3489072, Decimal("187.012478"), 15, 15)
    [(cell, stated)] = ledger.rows("SELECT cell, stated FROM figures WHERE area = 'LR' AND data_element = 'population'")
    assert (cell, stated) == ("H2", "3489072")
    people = trace(ledger, "LR", "population", "", "2014-10-31")
    assert (len(people), sum(figure.value for figure in people)) == (15, 3489072)


def test_one_hundred_of_one_hundred_and_seventy_seven_days_were_reported(ledger):
    """16 June to 9 December are 177 days; the volunteers had 101 reports, two of them about one day."""
    year = "SELECT expected, received, on_time FROM reporting WHERE area = 'LR' AND period = '2014'"
    assert ledger.rows(year) == [(177, 100, 100)]
    assert ledger.rows("SELECT area, CAST(last AS VARCHAR), days, periods FROM silence") == [("LR", "2014-12-09", 0, 0)]


def test_no_other_check_is_touched_by_the_people_of_the_areas_file(ledger):
    assert ledger.rows("SELECT count(*) FROM rules WHERE data_element = 'population'") == [(0,)]
    assert ledger.rows("SELECT count(*) FROM asked WHERE data_element = 'population'") == [(0,)]
