"""Clean figures of real returns: tables of one data element by period and area, whose totals add up."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DOSES = ("totale", "m", "f", "d1", "d2", "db1", "db2", "db3")
FEWEST = 5  # areas with a figure above zero: a table of nothing teaches nothing
STRETCH = 10  # periods


@dataclass(frozen=True)
class Panel:
    """One data element: what each area reported for each period, periods in order."""

    name: str
    periods: tuple[str, ...]
    areas: tuple[str, ...]
    values: dict[tuple[str, str], int]  # by period and area


def italy() -> list[Panel]:
    """Return doses given by week and region, 2020 to 2023; each element is a panel."""
    path = EXAMPLES / "italy-vaccines/inbox/somministrazioni-vaccini-summary-latest.csv"
    sums: dict[str, dict[tuple[str, str], int]] = {element: defaultdict(int) for element in DOSES}
    with path.open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            year, week, _ = date.fromisoformat(row["data"]).isocalendar()
            for element in DOSES:
                sums[element][f"{year}-W{week:02}", row["area"]] += int(row[element])
    return [_panel(f"italy {element}", dict(values)) for element, values in sums.items()]


def liberia() -> list[Panel]:
    """Return the lines of the daily Ebola reports whose counties make the stated total; each variable is a panel."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for path in sorted((EXAMPLES / "ebola-liberia-2014/inbox").glob("*.csv")):
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        for row in rows[1:]:
            cells = [_count(cell) for cell in row[2:18]]
            if None in cells or sum(cells[1:]) != cells[0]:
                continue
            for area, value in zip(rows[0][3:18], cells[1:], strict=True):
                found[" ".join(row[1].split())][path.stem, area.strip()] = value
    return [_panel(f"liberia {name}", values) for name, values in sorted(found.items())]


def _count(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None


def _panel(name: str, values: dict[tuple[str, str], int]) -> Panel:
    areas = tuple(sorted({area for _, area in values}))
    periods = sorted({period for period, _ in values})
    full = [
        period
        for period in periods
        if all((period, area) in values for area in areas) and sum(values[period, a] > 0 for a in areas) >= FEWEST
    ]
    return Panel(name, tuple(full), areas, values)


def split(panels: list[Panel], *, held_out: bool) -> list[Panel]:
    """Return every other stretch of ten periods: one half to calibrate on, the other to measure with."""
    return [
        Panel(f"{panel.name} {start}", panel.periods[start : start + STRETCH], panel.areas, panel.values)
        for panel in panels
        for start in range(0, len(panel.periods), STRETCH)
        if (start // STRETCH % 2 == 1) is held_out
    ]
