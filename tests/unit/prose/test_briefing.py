"""The briefing of 1952: each figure with value, qualifier, unit, place. Skipped where it is not at hand."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.prose import read

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "acceptance" / "briefing-1952"


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the briefing is not kept in this repository")
def test_every_figure() -> None:
    text = (FOLDER / "briefing.txt").read_text(encoding="utf-8")
    readings = [reading for reading in read(text) if reading.is_figure]
    with (FOLDER / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    placed = 0
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        [reading] = [r for r in readings if r.start < end and start < r.end]
        found = (reading.value, reading.qualifier.value, reading.unit)
        assert found == (Decimal(row["value"]), row["qualifier"], row["unit"]), row
        placed += reading.area == row["area"]
    assert placed >= 0.9 * len(rows)
