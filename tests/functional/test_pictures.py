"""Pictures in a whole briefing: the map, the charts a template asks for, and the shipped templates."""

import json
import shutil
from pathlib import Path

import pytest

from crossfoot.briefing import shipped
from crossfoot.briefing.typed import typed_numbers
from crossfoot.errors import CampaignError
from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "ebola-liberia-2014"
TEMPLATES = ["default", "daily", "weekly", "final", "minister"]


@pytest.fixture
def home(tmp_path):
    for name in ("campaign.yaml", "areas.csv", "areas.geojson"):
        shutil.copy(EXAMPLE / name, tmp_path)
    (tmp_path / "inbox").mkdir()
    for name in ("2014-10-31-v169.csv", "2014-10-30-v168.csv"):
        if (EXAMPLE / "inbox" / name).is_file():
            shutil.copy(EXAMPLE / "inbox" / name, tmp_path / "inbox")
    return tmp_path


def page(home: Path, **more: object) -> str:
    return brief(open_folder(home), **more).path.read_text("utf-8")


def test_the_default_briefing_has_the_map_with_its_table(home):
    html = page(home)
    assert html.count('class="chart map"') == 1
    figure = html.split('class="chart map"')[1].split("</figure>")[0]
    assert figure.count('class="area ') >= 15
    assert "Montserrado" in figure.split("<table")[1]
    assert '<a class="n"' in figure.split("<table")[1]


def test_a_county_without_a_figure_is_hatched_and_counted(home):
    html = page(home)
    (home / "briefing.md").write_text('{{ map("in_treatment") }}\n\n{{ map("confirmed") }}\n', "utf-8")
    assert 'class="chart map"' in html
    html = page(home)
    assert "no figure (" in html
    assert "-hatch)" in html


def test_shapes_that_are_not_there_are_told_under_the_table(home):
    data = json.loads((home / "areas.geojson").read_text("utf-8"))
    data["features"] = [f for f in data["features"] if f["properties"]["name"] != "Lofa"]
    (home / "areas.geojson").write_text(json.dumps(data), "utf-8")
    html = page(home)
    assert "Not on the map, for want of a shape: Lofa." in html


def test_a_broken_map_stops_the_briefing_with_the_file_and_the_remedy(home):
    (home / "areas.geojson").write_text("{", "utf-8")
    with pytest.raises(CampaignError, match=r"areas.geojson.*is not JSON") as caught:
        page(home)
    assert caught.value.problems[0].remedy


def test_a_campaign_without_a_map_has_none(home):
    text = (home / "campaign.yaml").read_text("utf-8")
    (home / "campaign.yaml").write_text("".join(s for s in text.splitlines(True) if not s.startswith("map:")), "utf-8")
    (home / "areas.geojson").unlink()
    html = page(home, template="minister")
    assert 'class="chart map"' not in html
    assert 'id="map"' not in html


def test_what_the_map_shows_must_be_there(home):
    text = (home / "campaign.yaml").read_text("utf-8")
    (home / "campaign.yaml").write_text(text.replace("shows: incidence", "shows: incidense"), "utf-8")
    with pytest.raises(CampaignError, match="'incidense' is not an indicator"):
        page(home)


def test_a_template_asks_for_every_kind(home):
    (home / "briefing.md").write_text(
        '{{ chart("funnel", "incidence") }}\n\n{{ chart("multiples", "confirmed") }}\n\n{{ chart("bars", "incidence") }}\n',
        "utf-8",
    )
    html = page(home, formats=("pdf", "docx", "xlsx", "text"))
    for kind in ("funnel", "bars"):
        assert html.count(f'class="chart {kind}"') == 1
    assert (home / "issues/001/briefing.pdf").stat().st_size > 10_000
    assert (home / "issues/001/briefing.docx").stat().st_size > 10_000


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_shipped_template_types_no_number(name):
    assert typed_numbers(shipped(name)) == ()


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_shipped_template_renders_in_each_language(home, name, language):
    text = (home / "campaign.yaml").read_text("utf-8")
    (home / "campaign.yaml").write_text(text.replace("language: en", f"language: {language}"), "utf-8")
    briefed = brief(open_folder(home), template=name)
    html = briefed.path.read_text("utf-8")
    assert briefed.typed == ()
    assert 'id="highlights"' in html
    assert 'class="chart map"' in html


def test_the_campaign_chooses_a_template_and_the_command_another(home):
    text = (home / "campaign.yaml").read_text("utf-8")
    (home / "campaign.yaml").write_text(text.replace("briefing:\n", "briefing:\n  template: minister\n"), "utf-8")
    assert 'id="coverage"' not in page(home)
    assert 'id="coverage"' in page(home, template="weekly")


def test_the_campaigns_own_template_comes_before_all(home):
    (home / "briefing.md").write_text("## Own words\n", "utf-8")
    html = page(home, template="weekly")
    assert "Own words" in html
    assert 'id="coverage"' not in html
