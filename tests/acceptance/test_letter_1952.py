"""The briefing of 1952 itself, received as a letter into the example campaign: each figure in its place, or told."""

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive
from crossfoot.pipeline.trace import trace
from crossfoot.terms.passage import named_place

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "examples" / "anti-narcotics-1952"
SOURCE = PROJECT.parent / "shared" / "acceptance" / "briefing-1952"
LAYOUT = """
layouts:
  the-briefing:
    kind: prose
    files: "briefing.txt"
    period: {value: first_phase}
    period_names: {"As of August 29": first_phase, before the campaign: first_phase, during the campaign: first_phase}
    phrases:
      cities_started: [key cities]
      cases_reached: [drug offenders have been arrested, person arrested, arrests]
      share_reached: ["accounting for #", "# of known offenders arrested", "# arrested"]
      known_cases: [known offenders]
      known_cases_before: ["up from #"]
      became_known: ["# identified during the campaign"]
      in_training: ["# drug offenders into concentrated training"]
      drugs_seized: ["# of drugs"]
      machines_seized: [drug manufacturing machines]
      equipment_seized: ["# additional sets"]
      tools_seized: ["various drug production, consumption, transport, and storage tools"]
      cities_covered: ["In # cities"]
      meetings: [meetings, meetings have been held]
      people_reached: ["educating #", "reaching #"]
      rally_attendance: ["rally of #"]
      letters_received: [letters of denunciation]
      reports_received: [reports]
      registrations: [registrations, "# drug offenders have been forced to register"]
      new_registrations: ["# registrations in"]
      days_counted: ["received in #", "registrations in #"]
      leads: [new leads]
      cases_in_leads: [individuals identified]
    received_on: 1952-08-29
"""
AREAS = {
    "East China; North China": "east_and_north",
    "15 cities including Shenyang, Beijing, Wuhan, Guangzhou, Chengdu, Xi'an": "fifteen_cities",
    "Northeast; Southwest; Northwest; Central South": "several_provinces",
    "12 cities including Shenyang, Harbin, Xi'an, Chongqing, Guiyang, and parts of East China": "twelve_cities",
}
SCOPES = {15: "fifteen_cities", 12: "twelve_cities"}  # the number of the cities itself


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    if not SOURCE.exists():
        pytest.skip(f"the source is not here: {SOURCE}")
    folder = tmp_path_factory.mktemp("letter") / "campaign"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("inbox"))
    described = (folder / "campaign.yaml").read_text("utf-8")
    (folder / "campaign.yaml").write_text(described.replace("\nlayouts:\n", LAYOUT, 1), "utf-8")
    receive(open_folder(folder), [SOURCE / "briefing.txt"])
    return folder


@pytest.fixture(scope="module")
def figures(campaign):
    engine, _ = open_ledger(open_folder(campaign), moment())
    columns = ("cell", "area", "data_element", "period", "value", "qualifier", "stated", "row_name", "occurrence")
    rows = engine.rows(f"SELECT {', '.join(columns)} FROM figures")  # noqa: S608
    return {named_place(row[0]).start: dict(zip(columns, row, strict=True)) for row in rows}


@pytest.fixture(scope="module")
def wanted():
    if not SOURCE.exists():
        pytest.skip(f"the source is not here: {SOURCE}")
    with (SOURCE / "figures.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def code_of(folder, row):
    if not row["area"]:
        return SCOPES[int(row["value"])]
    tree = open_folder(folder).tree
    return AREAS.get(row["area"]) or next(a.code for a in tree.areas if a.name == row["area"])


def test_every_figure_with_a_data_element_is_in_the_ledger(campaign, figures, wanted):
    """42 of the 46; four are cases of single persons, which the campaign does not count."""
    placed = [row for row in wanted if row["note"] != "a single case"]
    assert len(placed) == 42
    for row in placed:
        got = figures[int(row["start"])]
        assert (got["value"], got["qualifier"]) == (Decimal(row["value"]), row["qualifier"]), row["text"]
        assert got["area"] == code_of(campaign, row), row["text"]
        assert got["occurrence"] == 1


def test_nothing_else_is_in_the_ledger(figures, wanted):
    assert set(figures) == {int(row["start"]) for row in wanted if row["note"] != "a single case"}


def test_counts_of_a_few_days_keep_their_length(figures):
    assert {f["data_element"] for f in figures.values() if f["period"] == "P5D"} == {"reports_received", "days_counted"}
    assert {f["data_element"] for f in figures.values() if f["period"] == "P3D"} == {"new_registrations", "days_counted"}
    assert {f["period"] for f in figures.values()} == {"first_phase", "P5D", "P3D"}


def test_every_span_reads_back(figures):
    text = (SOURCE / "briefing.txt").read_text("utf-8")
    for got in figures.values():
        place = named_place(got["cell"])
        assert text[place.start : place.end] == got["stated"]
        assert f"⟦{got['stated']}⟧" in got["row_name"]


def test_single_cases_are_told_with_their_sentence(campaign, wanted):
    engine, _ = open_ledger(open_folder(campaign), moment())
    told = {named_place(cell).start for (cell,) in engine.rows("SELECT cell FROM troubles")}
    assert {int(row["start"]) for row in wanted if row["note"] == "a single case"} <= told
    assert engine.rows("SELECT DISTINCT kind FROM troubles") == [("text-left-aside",)]


def test_trace_shows_the_sentence(campaign):
    [cell] = trace(open_folder(campaign), "meetings", area="XA", period="first_phase").stated
    assert (cell.file, cell.cell, cell.stated) == ("briefing.txt", "1981-1987", "16,500")
    assert "Over ⟦16,500⟧ meetings held, educating over 595,000 people." in cell.row_name
