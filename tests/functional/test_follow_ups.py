"""What is asked of areas in one issue, and how the next one tells by itself how far they have come."""

import json
import re
from pathlib import Path

import pytest

CAMPAIGN = """name: Coverage
language: {language}
levels: [country, city]
calendar: {{frequency: week, starts: 2026-01-05}}
obligations: {{weekly: {{level: city, due_days: 2}}}}
data_elements:
  target: {{name: Target, kind: stock}}
  reached: {{name: Reached, kind: cumulative}}
indicators:
  coverage: {{name: Coverage, numerator: reached, denominator: target}}
layouts:
  city:
    files: ["*.csv"]
    area: {{column: City}}
    data_element: {{header: 1}}
    period: {{column: Week}}
    received: period_end
"""
TASK = """follow_ups:
  - {text: Reach ten in a hundred, where: coverage < 10, level: city, success: coverage >= 10, due: 2026-01-25}
"""
AREAS = "code,name,level,parent\nX,Country,country,\nA,Alba,city,X\nB,Brio,city,X\nC,Cora,city,X\nD,Dora,city,X\n"
WEEK_1 = "City,Week,Target,Reached\nA,2026-W02,1000,50\nB,2026-W02,1000,99\nC,2026-W02,1000,30\nD,2026-W02,1000,200\n"
WEEK_2 = "City,Week,Target,Reached\nA,2026-W03,1000,120\nB,2026-W03,10000,996\nD,2026-W03,1000,40\n"


@pytest.fixture
def home(tmp_path: Path, run) -> Path:
    """A campaign whose issue 1 asks the three cities below ten per cent; what came in since is in its inbox."""
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN.format(language="en") + TASK, "utf-8")
    (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/week-1.csv").write_text(WEEK_1, "utf-8")
    for words in (("brief", tmp_path), ("approve", tmp_path, "1", "--by", "Ministry"), ("publish", tmp_path, "1")):
        assert run(*words).code == 0
    (tmp_path / "inbox/week-2.csv").write_text(WEEK_2, "utf-8")
    return tmp_path


def _told(home: Path, number: str) -> str:
    text = (home / f"issues/{number}/briefing.html").read_text("utf-8")
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_issue_keeps_what_it_asked_of_whom(home) -> None:
    [task] = json.loads((home / "issues/001/facts.json").read_text("utf-8"))["follow_ups"]
    assert task == {
        "text": "Reach ten in a hundred", "areas": ["A", "B", "C"], "due": "2026-01-25", "measure": "",
        "success": "coverage >= 10", "number": 1, "standing": True,
    }  # fmt: skip
    assert "Alba, Brio, Cora" in _told(home, "001")


def test_the_next_issue_tells_how_many_have_done_so_and_which(home, run) -> None:
    assert run("brief", home, "--areas").code == 0
    told = _told(home, "002")
    words = " ".join(_words(told).split())
    assert "Of the 3 cities asked in no. 1 to bring coverage to 10 % or more, 1 has. Of 1 it cannot be told yet." in words
    assert "Have reached it: Alba 12.0 %" in words
    assert "Have not yet: Brio 10.0 % (decided before rounding)" in words
    assert "Cannot be told yet: Cora" in words
    assert "Dora" not in words.partition("Reach ten in a hundred")[2].partition("Sources")[0]


def _words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_an_area_reads_on_its_page_what_was_asked_of_it_and_how_far_it_is(home, run) -> None:
    assert run("brief", home, "--areas").code == 0
    pages = {c: _words((home / f"issues/002/areas/{c}.html").read_text("utf-8")).replace("\xa0", " ") for c in "ABCD"}
    assert "Reach ten in a hundred Reached: 12.0 %" in pages["A"]
    assert "Reach ten in a hundred Not yet reached: 10.0 % (decided before rounding)" in pages["B"]
    assert "Reach ten in a hundred" in pages["C"]
    assert "Reach ten in a hundred" not in pages["D"]


def test_a_task_taken_out_of_the_description_is_told_until_it_is_due(home, run) -> None:
    (home / "campaign.yaml").write_text(CAMPAIGN.format(language="en"), "utf-8")
    for number in ("2", "3"):
        assert run("brief", home).code == 0
        if number == "2":
            assert run("approve", home, "2", "--by", "Ministry").code == 0
            assert run("publish", home, "2").code == 0
            later = WEEK_2.replace("W03", "W04")
            (home / "inbox/week-3.csv").write_text(later, "utf-8")
    facts = [json.loads((home / f"issues/00{n}/facts.json").read_text("utf-8"))["follow_ups"] for n in (1, 2, 3)]
    assert [[(t["number"], t["standing"]) for t in tasks] for tasks in facts] == [[(1, True)], [(1, False)], [(1, False)]]
    assert "asked in no. 1" in _told(home, "003")


@pytest.mark.parametrize(("language", "said"), [
    ("fr", "Sur 3 cities à qui le n° 1 demandait de porter « coverage » à 10 % ou plus, 1 l’a fait."),
    ("zh", "第1号要求3个city使Coverage达到10%或以上，其中1个已做到。"),
])  # fmt: skip
def test_the_progress_is_told_in_each_language(home, run, language, said) -> None:
    (home / "campaign.yaml").write_text(CAMPAIGN.format(language=language) + TASK, "utf-8")
    assert run("brief", home).code == 0
    if language == "fr":
        said = said.replace("cities", "citys")
    assert said in " ".join(_words(_told(home, "002")).split())


@pytest.mark.parametrize(("task", "trouble"), [
    ("{text: a, where: __import__('os')}", "is not a condition"),
    ("{text: a, where: covrage < 10}", "Did you mean 'coverage'?"),
    ("{text: a, success: coverage < ten}", "is not a condition"),
    ("{text: a, where: coverage < 10, level: town}", "'town' is not a level"),
])  # fmt: skip
def test_a_condition_that_cannot_be_followed_is_told_with_its_line(home, run, task, trouble) -> None:
    path = home / "campaign.yaml"
    path.write_text(CAMPAIGN.format(language="en") + f"follow_ups:\n  - {task}\n", "utf-8")
    ran = run("brief", home)
    assert ran.code == 10
    assert trouble in ran.err
    assert "campaign.yaml:19" in ran.err
