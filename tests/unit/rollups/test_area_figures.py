"""What the areas file tells becomes figures that lead back to its cells."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.campaign import read_campaign
from crossfoot.campaign.area_figures import area_figures, area_receipt
from crossfoot.errors import CampaignError
from crossfoot.tables import FIGURES, RECEIPTS

CAMPAIGN = """
name: Test
levels: [country, county]
calendar: {starts: 2026-11-01}
data_elements:
  people: {name: People, from_areas: population}
"""
AREAS = """\
code,name,level,parent,valid_from,valid_to,population
NG,Nigeria,country,,,,500
Kano,Kano,county,NG,,2026-12-31,200
Kano,Kano,county,NG,2027-01-01,,210
Oyo,Oyo,county,NG,,,
Old,Old,county,NG,,2026-10-01,90
"""


def told(folder: Path, areas: str = AREAS) -> list[dict[str, object]]:
    (folder / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
    (folder / "areas.csv").write_text(areas, "utf-8")
    campaign, tree = read_campaign(folder / "campaign.yaml")
    rows = area_figures(folder / "areas.csv", campaign, tree)
    return [dict(zip(FIGURES.names, row, strict=True)) for row in rows]


def test_each_figure_names_its_cell_and_the_day_from_which_it_holds(tmp_path):
    """A blank is not a figure, an area that was gone has none, and a new stretch has its own."""
    figures = told(tmp_path)
    assert [(f["area"], f["cell"], f["period"], f["value"], f["stated"]) for f in figures] == [
        ("NG", "G2", "2026-11-01", Decimal(500), "500"),
        ("Kano", "G3", "2026-11-01", Decimal(200), "200"),
        ("Kano", "G4", "2027-01-01", Decimal(210), "210"),
    ]
    assert {(f["data_element"], f["status"], f["lo"], f["hi"]) for f in figures if f["area"] == "NG"} == {
        ("people", "reported", Decimal(500), Decimal(500))
    }


def test_the_receipt_is_older_than_any_return(tmp_path):
    told(tmp_path)
    campaign, _ = read_campaign(tmp_path / "campaign.yaml")
    receipt = dict(zip(RECEIPTS.names, area_receipt(tmp_path / "areas.csv", campaign), strict=True))
    assert receipt["name"] == "areas.csv"
    assert receipt["received_at"].date() == date(2026, 11, 1)
    assert receipt["return_id"] == told(tmp_path)[0]["return_id"]


@pytest.mark.parametrize("written", ["many", "1e27", "NaN"])
def test_a_number_that_cannot_be_kept_is_told_with_its_line(tmp_path, written):
    with pytest.raises(CampaignError) as caught:
        told(tmp_path, AREAS.replace("500", written))
    [problem] = caught.value.problems
    assert (problem.file, problem.line) == ("areas.csv", 2)
