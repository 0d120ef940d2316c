"""A small campaign, and returns placed by a layout of it."""

import pytest
import yaml

from crossfoot.campaign import read_campaign
from crossfoot.figures import place_return
from crossfoot.returns import read_return
from crossfoot.tables import FIGURES, TROUBLES

CAMPAIGN = """
name: Test
levels: [country, county]
calendar:
  frequency: week
  starts: 2026-01-05
  phases:
    first: {name: First phase, starts: 2026-01-05, ends: 2026-02-01}
data_elements:
  doses: {name: Doses given, names: {fr: Doses administrées}, disaggregations: {sex: [m, f], age: [0-4, 5+]}}
  cases: {name: Cases, aliases: [New cases]}
  seized: {name: Opium seized, unit: kg}
  started: {name: Started, kind: milestone}
layouts:
  the: LAYOUT
"""
AREAS = """code,name,level,parent,valid_from,valid_to,aliases
LR,Liberia,country,,,,National
BM,Bomi,county,LR,,,Bomi County
BG,Bong,county,LR,,,
NI,Nimba,county,LR,,,
"""


class Given:
    """What a return was placed as."""

    def __init__(self, placed):
        self.figures = [dict(zip(FIGURES.names, row, strict=True)) for row in placed.figures]
        self.troubles = [dict(zip(TROUBLES.names, row, strict=True)) for row in placed.troubles]

    @property
    def said(self):
        """{cell: (area, data_element, disaggregation, period, value)}; the value is the status where there is none."""
        return {
            f["cell"]: (
                f["area"], f["data_element"], f["disaggregation"], f["period"],
                f["status"] if f["value"] is None else str(f["value"]),
            )
            for f in self.figures
        }  # fmt: skip

    @property
    def told(self):
        """(kind, cell, stated) of each trouble."""
        return [(t["kind"], t["cell"], t["stated"]) for t in self.troubles]


@pytest.fixture
def place(tmp_path):
    """Place a return (text or bytes) by a layout, in the campaign above."""

    def placed(layout, content, *, name="return.csv", areas=AREAS, campaign=CAMPAIGN):
        given = yaml.safe_dump({"files": "*", **layout}, allow_unicode=True, default_flow_style=True, width=10_000)
        (tmp_path / "campaign.yaml").write_text(campaign.replace("LAYOUT", given.strip()), "utf-8")
        (tmp_path / "areas.csv").write_text(areas, "utf-8")
        described, tree = read_campaign(tmp_path / "campaign.yaml")
        blob = content.encode() if isinstance(content, str) else content
        sheets = read_return(blob)
        return Given(place_return("f" * 64, name, sheets, described.layouts["the"], described, tree))

    return placed
