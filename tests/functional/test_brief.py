"""One return goes through all stages into the page, and each number leads back to its cell."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "ebola-liberia-2014"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The briefing made from the return of 31 October alone."""
    home = tmp_path_factory.mktemp("campaign")
    for name in ("campaign.yaml", "areas.csv", "areas.geojson"):
        shutil.copy(EXAMPLE / name, home / name)
    (home / "inbox").mkdir()
    shutil.copy(EXAMPLE / "inbox" / "2014-10-31-v169.csv", home / "inbox")
    return brief(open_folder(home)).path.read_text("utf-8")


def _section(page: str, anchor: str) -> str:
    found = re.search(rf'<h2 id="{anchor}">.*?(?=<h2 |</main>)', page, re.S)
    assert found is not None, anchor
    return found[0]


def _plain(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)))


def test_the_wrong_total_stands_under_what_does_not_add_up(page: str) -> None:
    assert "73 against 2,378 (confirmed cases to date, 2014-10-31)" in _plain(_section(page, "faults"))


def test_the_stated_number_leads_to_its_cell_and_the_cell_leads_back(page: str) -> None:
    number = re.search(r'<a class="n"[^>]* href="#(r\d+)-C30"[^>]*>73</a>', _section(page, "faults"))
    assert number is not None
    quoted = re.search(rf'<article class="evidence" id="{number[1]}"><h3[^>]*>(.*?)</h3>(.*?)</article>', page, re.S)
    assert quoted is not None
    assert quoted[1] == "2014-10-31-v169.csv, row 30"
    row = re.search(rf'<tr id="{number[1]}-C30">.*?</tr>', quoted[2])
    assert row is not None
    assert _plain(row[0]) == "C30National73in the text"
    assert f'href="#n-{number[1]}-C30"' in row[0]


def test_the_sum_leads_to_its_fourteen_cells_in_two_steps(page: str) -> None:
    number = re.search(r'<a class="n"[^>]* href="#(e\d+)"[^>]*>2,378</a>', _section(page, "faults"))
    assert number is not None
    entry = re.search(rf'<article class="evidence" id="{number[1]}">.*?</article>', page, re.S)
    assert entry is not None
    places = re.findall(r'<a href="#(r\d+-[A-Z]+30)">2014-10-31-v169.csv, row 30, column ([^<]*), cell', entry[0])
    assert [name for _, name in places][:2] == ["Bomi County", "Bong County"]
    assert len(places) == 14
    assert all(f'<tr id="{anchor}">' in page for anchor, _ in places)


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    anchors = set(re.findall(r' id="([^"]+)"', page))
    assert {target for target in re.findall(r'href="#([^"]*)"', page)} <= anchors


def test_no_anchor_is_given_twice(page: str) -> None:
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
