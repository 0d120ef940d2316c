"""From the draft to the published issue, its erratum, and the same bytes made again."""

import json
from pathlib import Path

import pytest

from crossfoot.pipeline import publishing
from crossfoot.pipeline.folder import open_folder
from crossfoot.terms.issue import IssueNumber

WEEK_4 = """City,Week,Cities that have started,People vaccinated,People vaccinated to date
Alba,2026-W04,1,120,430
Brio,2026-W04,1,44,44
Cora,2026-W04,1,60,155
North,2026-W04,2,164,474
"""
LATE = """City,Week,Cities that have started,People vaccinated,People vaccinated to date
Alba,2026-W03,1,350,350
Brio,2026-W03,0,0,0
Cora,2026-W03,1,95,95
North,2026-W03,1,350,350
"""


def _files(home: Path) -> dict[str, bytes]:
    return {str(p.relative_to(home)): p.read_bytes() for p in sorted(home.rglob("*")) if p.is_file()}


@pytest.fixture
def published(campaign, run) -> Path:
    """A campaign whose first issue, on week 3, is published with PDF and text."""
    assert run("brief", campaign, "--period", "2026-W03", "--format", "pdf", "--format", "text").code == 0
    assert run("approve", campaign, "1", "--by", "Ministry").code == 0
    assert run("publish", campaign, "1").code == 0
    return campaign


def test_a_draft_that_nobody_approved_is_not_published(campaign, run) -> None:
    run("brief", campaign)
    ran = run("publish", campaign, "1")
    assert ran.code == 13
    assert f"crossfoot approve {campaign} 1 --by OFFICE" in ran.err
    assert not (campaign / "issues/001/published.json").exists()


def test_a_draft_that_changed_after_its_approval_is_not_published(campaign, run) -> None:
    run("brief", campaign, "--period", "2026-W03")
    run("approve", campaign, "1", "--by", "Ministry")
    (campaign / "inbox/late.csv").write_text(LATE, "utf-8")
    run("brief", campaign, "--period", "2026-W03")
    ran = run("publish", campaign, "1")
    assert ran.code == 13
    assert "was changed since it was approved" in ran.err


def test_a_published_issue_says_so_and_has_the_figures_of_its_draft(campaign, run) -> None:
    run("brief", campaign, "--period", "2026-W03")
    drafted = _files(campaign / "issues/001")
    assert b"Draft: it is replaced" in drafted["briefing.html"]
    run("approve", campaign, "1", "--by", "Ministry of Health")
    run("publish", campaign, "1")
    final = _files(campaign / "issues/001")
    assert b"approved by Ministry of Health" in final["briefing.html"]
    assert b"Draft: it is replaced" not in final["briefing.html"]
    assert final["facts.json"] == drafted["facts.json"]


def test_a_published_issue_is_never_overwritten(published, run) -> None:
    before = _files(published / "issues/001")
    assert run("brief", published, "--number", "1").code == 14
    assert run("approve", published, "1", "--by", "Ministry").code == 14
    assert run("publish", published, "1").code == 14
    run("brief", published)
    assert (published / "issues/002/draft.json").exists()
    assert _files(published / "issues/001") == before


def test_it_can_be_made_again_to_the_same_bytes_whatever_happened_since(published, run) -> None:
    (published / "inbox/late.csv").write_text(LATE, "utf-8")
    (published / "inbox/week-4.csv").write_text(WEEK_4, "utf-8")
    described = published / "campaign.yaml"
    described.write_text(described.read_text("utf-8").replace("language: en", "language: fr"), "utf-8")
    run("brief", published)
    ran = run("publish", published, "1", "--again", "--json")
    assert ran.code == 0
    told = ran.objects[0]
    assert told["different"] == []
    assert {"briefing.html", "briefing.pdf", "briefing.txt", "facts.json"} <= set(told["same"])


def test_what_was_tampered_with_is_told(published, run) -> None:
    record = published / "issues/001/published.json"
    told = json.loads(record.read_text("utf-8"))
    told["files"]["facts.json"] = "0" * 64
    record.write_text(json.dumps(told), "utf-8")
    ran = run("publish", published, "1", "--again")
    assert ran.code == 1
    assert "facts.json" in ran.out


def test_an_erratum_tells_the_same_period_again_and_both_lead_to_each_other(published, run) -> None:
    (published / "inbox/late.csv").write_text(LATE, "utf-8")
    ran = run("brief", published, "--erratum", "1", "--json")
    assert ran.objects[0]["erratum"] == "a"
    assert ran.objects[0]["period"] == "2026-W03"
    run("approve", published, "1a", "--by", "Ministry")
    assert run("publish", published, "1a").code == 0
    page = (published / "issues/001a/briefing.html").read_text("utf-8")
    assert 'href="../001/briefing.html"' in page
    assert "late.csv" in page[page.index('id="revisions"') :]
    original = (published / "issues/001/briefing.html").read_text("utf-8")
    assert 'href="../index.html#no-1"' in original
    index = (published / "issues/index.html").read_text("utf-8")
    assert 'id="no-1"' in index
    assert 'href="001a/briefing.html">1a</a>' in index
    assert run("brief", published, "--erratum", "1", "--json").objects[0]["erratum"] == "b"


def test_only_what_is_published_can_have_an_erratum(campaign, run) -> None:
    run("brief", campaign)
    ran = run("brief", campaign, "--erratum", "1")
    assert ran.code == 13
    assert "is not published" in ran.err


def test_a_kill_while_publishing_leaves_a_draft_that_is_published_by_the_next_call(campaign, run, monkeypatch) -> None:
    run("brief", campaign, "--period", "2026-W03")
    run("approve", campaign, "1", "--by", "Ministry")
    real = publishing.write_whole
    written = []

    def killed(path, blob):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(path)
        real(path, blob)

    monkeypatch.setattr(publishing, "write_whole", killed)
    with pytest.raises(KeyboardInterrupt):
        publishing.publish(open_folder(campaign), IssueNumber(1))
    monkeypatch.undo()
    assert not (campaign / "issues/001/published.json").exists()
    assert run("publish", campaign, "1").code == 0
    assert (campaign / "issues/001/published.json").exists()


def test_diff_tells_what_was_revised_and_what_moved_on(published, run) -> None:
    (published / "inbox/late.csv").write_text(LATE, "utf-8")
    run("brief", published, "--erratum", "1")
    revised = run("diff", published, "1", "1a", "--json").objects[0]["revised"]
    assert any(one["values"] == ["310", "350"] for one in revised)
    (published / "inbox/week-4.csv").write_text(WEEK_4, "utf-8")
    run("brief", published, "--period", "2026-W04")
    moved = run("diff", published, "1", "2", "--json").objects[0]["moved"]
    assert any(one["periods"] == ["2026-W03", "2026-W04"] for one in moved)
    shown = run("diff", published, "1", "2")
    assert shown.code == 0
    assert "From period to period" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_diff_of_an_issue_that_is_not_there_is_told(published, run) -> None:
    ran = run("diff", published, "1", "7")
    assert ran.code == 13
    assert "There is no issue 7" in ran.err


def test_an_issue_with_a_map_and_a_shipped_template_is_made_again_to_the_same_bytes(campaign, run) -> None:
    """The shapes as they were, and the template that was asked for, belong to the issue."""
    square = [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]
    shapes = [
        {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": square}}
        for code in open_folder(campaign).tree.by_code
    ]
    drawn = campaign / "areas.geojson"
    drawn.write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), "utf-8")
    described = campaign / "campaign.yaml"
    described.write_text(described.read_text("utf-8") + "map: areas.geojson\n", "utf-8")
    assert run("brief", campaign, "--period", "2026-W03", "--template", "minister").code == 0
    run("approve", campaign, "1", "--by", "Ministry")
    assert run("publish", campaign, "1").code == 0
    assert b'class="chart map"' in (campaign / "issues/001/briefing.html").read_bytes()
    drawn.write_text(json.dumps({"type": "FeatureCollection", "features": shapes[:1]}), "utf-8")
    remade = publishing.make_again(open_folder(campaign), IssueNumber(1))
    assert remade.different == ()
    assert "briefing.html" in remade.same
