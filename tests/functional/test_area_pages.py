"""A page for each area beside the briefing: what it says, where its numbers lead, and that it stays."""

import json
import re
from pathlib import Path

import pytest

from crossfoot.pipeline import publishing
from crossfoot.pipeline.folder import open_folder
from crossfoot.terms.issue import IssueNumber

WRONG_TOTAL = """City,Week,Cities that have started,People vaccinated,People vaccinated to date
Alba,2026-W03,1,310,310
Brio,2026-W03,,0,0
North,2026-W03,1,500,310
"""
IDS = re.compile(r'id="([^"]+)"')
TO = re.compile(r'href="#([^"]+)"')


def _pages(campaign: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in sorted((campaign / "issues/001/areas").glob("*.html"))}


@pytest.fixture
def pages(campaign, run) -> dict[str, str]:
    """The pages of a week in which the region's total is wrong, one city is silent and one cell is blank."""
    (campaign / "inbox/week-3.csv").write_text(WRONG_TOTAL, "utf-8")
    assert run("brief", campaign, "--areas", "--period", "2026-W03").code == 0
    return _pages(campaign)


def _code(campaign: Path, name: str) -> str:
    rows = (campaign / "areas.csv").read_text("utf-8").splitlines()
    return next(row.split(",")[0] for row in rows if f",{name}," in row)


def test_every_area_below_the_top_has_a_page_and_the_list_leads_there(campaign, pages) -> None:
    tree = open_folder(campaign).tree
    assert set(pages) == {f"{area.code}.html" for area in tree.areas if area.parent}
    listed = (campaign / "issues/001/areas.html").read_text("utf-8")
    for name in pages:
        assert f'href="../001/areas/{name}"' in listed


def test_a_page_says_what_came_what_is_owed_and_what_was_left_blank(campaign, pages) -> None:
    brio, cora = pages[f"{_code(campaign, 'Brio')}.html"], pages[f"{_code(campaign, 'Cora')}.html"]
    assert "Left blank: Cities that have started." in brio
    assert "week-3.csv" in brio
    assert "Please send the returns that have not come in" in cora
    assert "No figures of yours came in for this period." in cora
    assert "Please send the returns" not in brio


def test_a_page_tells_the_findings_about_its_area_alone(campaign, pages) -> None:
    north, alba = pages[f"{_code(campaign, 'North')}.html"], pages[f"{_code(campaign, 'Alba')}.html"]
    assert "North states <strong>500</strong> for people vaccinated" in north
    assert "crossfoot questions CAMPAIGN --area" in north
    assert "North states" not in alba


def test_each_number_leads_to_its_evidence_on_the_same_page(pages) -> None:
    numbers = 0
    for text in pages.values():
        places = set(IDS.findall(text))
        assert set(TO.findall(text)) <= places
        assert len(IDS.findall(text)) == len(places)
        numbers += text.count('<a class="n"')
    assert numbers > 20
    assert any("week-3.csv, row 2, column People vaccinated, cell D2" in text for text in pages.values())


def test_the_numbers_of_a_page_are_those_of_the_ledger(campaign, pages) -> None:
    alba = pages[f"{_code(campaign, 'Alba')}.html"]
    data = json.loads(alba.partition('id="crossfoot-facts">')[2].partition("</script>")[0])
    found = {f["dimensions"]["concept"]: f["value"] for f in data["facts"].values() if f["dimensions"].get("measure")}
    assert found["vaccinated"] == "310"
    assert found["vaccinated_to_date"] == "310"


def test_a_level_chooses_the_areas_and_an_unknown_one_is_told(campaign, run) -> None:
    assert run("brief", campaign, "--areas").code == 0
    every = set(_pages(campaign))
    assert run("brief", campaign, "--areas", "--level", "region").code == 0
    regions = {f"{area.code}.html" for area in open_folder(campaign).tree.areas if area.level == "region"}
    assert set(_pages(campaign)) == regions < every
    ran = run("brief", campaign, "--areas", "--level", "regoin")
    assert ran.code == 13
    assert "Did you mean 'region'?" in ran.err
    assert run("brief", campaign, "--level", "region").code == 2
    assert run("brief", campaign).code == 0
    assert not _pages(campaign)


def test_a_published_issue_keeps_its_pages_and_makes_them_again(campaign, run) -> None:
    assert run("brief", campaign, "--areas", "--period", "2026-W03").code == 0
    assert run("approve", campaign, "1", "--by", "Ministry").code == 0
    assert run("publish", campaign, "1").code == 0
    before = _pages(campaign)
    assert before
    assert all("approved by Ministry" in text for text in before.values())
    index = (campaign / "issues/index.html").read_text("utf-8")
    assert 'href="001/areas.html"' in index
    assert "001/areas/" not in index
    (campaign / "inbox/week-4.csv").write_text(WRONG_TOTAL.replace("W03", "W04"), "utf-8")
    assert run("brief", campaign, "--areas").code == 0
    assert _pages(campaign) == before
    remade = publishing.make_again(open_folder(campaign), IssueNumber(1))
    assert remade.different == ()
    assert len([name for name in remade.same if name.startswith("areas/")]) == len(before)


@pytest.mark.parametrize(("language", "said"), [("fr", "Ce que vous avez envoyé"), ("zh", "你处报送情况")])
def test_the_pages_speak_the_language_of_the_campaign(campaign, run, language, said) -> None:
    path = campaign / "campaign.yaml"
    path.write_text(path.read_text("utf-8").replace("language: en ", f"language: {language} "), "utf-8")
    assert run("brief", campaign, "--areas").code == 0
    assert all(said in text for text in _pages(campaign).values())
