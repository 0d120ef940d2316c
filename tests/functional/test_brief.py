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
    for name in ("campaign.yaml", "areas.csv"):
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


def test_the_stated_number_leads_to_its_cell_in_two_steps(page: str) -> None:
    faults = _section(page, "faults")
    first = re.search(r'<a class="n" id="n-(e\d+)" href="#\1">73</a>', faults)
    assert first is not None
    entry = re.search(rf'<article class="evidence" id="{first[1]}">.*?</article>', page, re.S)
    assert entry is not None
    second = re.search(r'<a href="#(r\d+-C30)">([^<]*)</a>', entry[0])
    assert second is not None
    assert second[2] == "2014-10-31-v169.csv, row 30, column National, cell C30"
    row = re.search(rf'<tr id="{second[1]}">.*?</tr>', page)
    assert row is not None
    assert _plain(row[0]) == "C30National73"


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    anchors = set(re.findall(r' id="([^"]+)"', page))
    assert {target for target in re.findall(r'href="#([^"]*)"', page)} <= anchors


def test_no_anchor_is_given_twice(page: str) -> None:
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
