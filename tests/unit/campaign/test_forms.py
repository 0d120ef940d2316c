"""A form asks both margins, and a filled one is read back exactly."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from crossfoot.campaign.forms import FIRST_COLUMN, form_layout
from crossfoot.errors import AlreadyThereError, NotFoundError
from crossfoot.figures import place_return
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.form import make_form
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive
from crossfoot.returns import read_return

CAMPAIGN = """
name: "=HYPERLINK(1)"
language: LANGUAGE
levels: [country, county]
calendar: {frequency: week, starts: 2026-01-05}
data_elements:
  doses: {name: "+Doses", disaggregations: {sex: [m, f], age: [0-4, 5+]}}
  cases: {name: Cases}
  seized: {name: Opium, unit: kg}
  started: {name: Started, kind: milestone}
  population: {name: Population, from_areas: population}
obligations:
  weekly: {level: county, data_elements: [doses, cases, started]}
"""
AREAS = """code,name,level,parent,valid_from,valid_to,population
LR,Liberia,country,,,,100
BM,=Bomi,county,LR,,,50
BG,Bong,county,LR,,,50
GONE,Gone,county,LR,,2025-01-01,
"""


@pytest.fixture(params=["en", "fr", "zh"])
def folder(tmp_path, request):
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN.replace("LANGUAGE", request.param), "utf-8")
    (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
    return open_folder(tmp_path)


def _filled(blob, values):
    """The same cells, written anew with values in them: {(row, column): value}."""
    [sheet] = read_return(blob)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet(sheet.name)
    for r, row in enumerate(sheet.rows):
        for c, cell in enumerate(row):
            if cell != "":
                page.write_string(r, c, str(cell))
    for (r, c), value in values.items():
        page.write(r, c, value)
    book.close()
    return out.getvalue()


def test_a_filled_form_is_read_back_exactly(folder, tmp_path):
    path = tmp_path / "form.xlsx"
    form = make_form(folder, "LR", "2026-W02", path)
    assert [area.code for area in form.rows] == ["BM", "BG", "LR"]
    assert len(form.columns) == 9 + 2  # (2 sexes and both) x (2 ages and all), cases, started; opium is not asked
    below = 9
    values = {
        (below + r, FIRST_COLUMN + c): 1 if q.data_element == "started" else 100 * r + c
        for r in range(3)
        for c, q in enumerate(form.columns)
    }
    blob = _filled(path.read_bytes(), values)
    sheets = read_return(blob)
    layout = form_layout(sheets, folder.campaign)
    placed = place_return("0" * 64, "renamed by someone.xlsx", sheets, layout, folder.campaign, folder.tree)
    assert placed.troubles == ()
    expected = {}
    for r, area in enumerate(form.rows):
        for c, q in enumerate(form.columns):
            key = ";".join(f"{d}={v}" for d, v in q.categories)
            at = (below + r, FIRST_COLUMN + c)
            said = (area.code, q.data_element, key, "2026-W02", Decimal(values[at]))
            expected[xl_rowcol_to_cell(*at)] = said
    assert {row[21 - 1]: (*row[2:6], row[8]) for row in placed.figures} == expected


def test_a_form_comes_in_under_any_name_and_without_a_layout(folder, tmp_path):
    make_form(folder, "=Bomi", "2026-W02", tmp_path / "form.xlsx")
    inbox = folder.path / "inbox"
    inbox.mkdir()
    blank = (tmp_path / "form.xlsx").read_bytes()
    (inbox / "copy of copy.xlsx").write_bytes(_filled(blank, {(9, FIRST_COLUMN): 30}))
    receive(folder)
    engine, _ = open_ledger(folder, moment())
    wanted = "SELECT area, data_element, disaggregation, value, qualifier FROM figures"
    rows = engine.rows(f"{wanted} WHERE data_element = 'doses' AND value IS NOT NULL")
    assert rows == [("BM", "doses", "age=0-4;sex=m", Decimal(30), "exact")]
    assert engine.rows("SELECT * FROM troubles") == []
    engine.close()


def test_nothing_in_a_form_is_a_formula_or_hidden_and_cells_to_fill_in_are_unlocked(folder, tmp_path):
    make_form(folder, "LR", "2026-W02", tmp_path / "form.xlsx")
    with zipfile.ZipFile(tmp_path / "form.xlsx") as box:
        sheet = box.read("xl/worksheets/sheet1.xml").decode()
        styles = box.read("xl/styles.xml").decode()
        book = box.read("xl/workbook.xml").decode()
    assert "<f>" not in sheet
    assert "hidden" not in book
    assert 'hidden="1"' not in sheet
    assert "sheetProtection" in sheet
    assert 'locked="0"' in styles
    assert 'type="whole"' in sheet
    assert 'type="list"' in sheet
    assert "topLeftCell" in sheet


def test_the_same_form_has_the_same_bytes(folder, tmp_path):
    make_form(folder, "LR", "2026-W02", tmp_path / "a.xlsx")
    make_form(folder, "LR", "2026-W02", tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("area", "period", "reason"),
    [
        ("Bomy", "2026-W02", "'Bomy' is not an area"),
        ("GONE", "2026-W02", "'GONE' is not an area in 2026-W02"),
        ("LR", "2026-W99", "'2026-W99' is not a period"),
        ("LR", "P5D", "a length without dates"),
    ],
)
def test_an_area_or_period_that_is_not_there(folder, area, period, reason):
    with pytest.raises(NotFoundError, match=reason):
        make_form(folder, area, period, Path("never.xlsx"))


def test_nothing_is_overwritten(folder, tmp_path):
    (tmp_path / "form.xlsx").write_bytes(b"mine")
    with pytest.raises(AlreadyThereError):
        make_form(folder, "LR", "2026-W02", tmp_path / "form.xlsx")
    assert (tmp_path / "form.xlsx").read_bytes() == b"mine"
