"""The campaign's own briefing.md: what it can ask for, what it is told when it cannot, hostile names."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from crossfoot.errors import TemplateError
from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder

HOSTILE = "<script>alert(1)</script>*_[x](javascript:1)"
CAMPAIGN = """
name: Deliveries
language: {language}
levels: [country, district]
calendar: {{frequency: month, starts: 2026-01-01}}
obligations:
  monthly: {{level: district, due_days: 5}}
data_elements:
  boxes: {{name: Boxes delivered}}
  asked_for: {{name: Boxes asked for}}
indicators:
  met: {{name: Demand met, numerator: boxes, denominator: asked_for, target: 90}}
layouts:
  table:
    files: "*.csv"
    area: {{column: Place}}
    data_element: {{header: 1}}
    period: {{column: Month}}
    received: period_end
follow_ups:
  - {{text: Ask the districts that were silent, areas: [D2], measure: returns received}}
"""
AREAS = (
    f'code,name,level,parent\nC,Country,country,\nD1,"{HOSTILE}",district,C\nD2,South,district,C\nD3,East,district,C\n'
)
HEAD = "Place,Month,Boxes delivered,Boxes asked for\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A campaign of three districts, of which two have reported on January and February."""
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN.format(language="en"), "utf-8")
    (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
    (tmp_path / "inbox").mkdir()
    send(tmp_path, "jan.csv", f'"{HOSTILE}",2026-01,100,200\nSouth,2026-01,50,50\n')
    send(tmp_path, "feb.csv", f'"{HOSTILE}",2026-02,120,200\nSouth,2026-02,70,80\n')
    return tmp_path


def send(home: Path, name: str, rows: str) -> None:
    (home / "inbox" / name).write_text(HEAD + rows, "utf-8")


def page(home: Path, template: str | None = None, number: int | None = None, period: str = "2026-02") -> str:
    if template is not None:
        (home / "briefing.md").write_text(template, "utf-8")
    return brief(open_folder(home), number=number, period=period).path.read_text("utf-8")


def plain(html: str) -> str:
    body = html.split("<main", 1)[1].split("</main>", 1)[0]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body)))


def test_a_sentence_is_made_of_figures_that_are_looked_up(home: Path) -> None:
    told = plain(page(home, 'In all {{ figure("boxes") }}; {{ indicator("met") }} of demand; {{ change("boxes") }}.'))
    assert "In all 190 (2 of 3 districts) ; 67.9 %" in told
    assert "+40 since January 2026" in told


def test_each_function_prints_something(home: Path) -> None:
    told = plain(
        page(
            home,
            'Share {{ share("boxes", "D2") }}. Of {{ name("boxes") }} in {{ period() }} and {{ period("previous") }}: '
            '{{ reporting_rate() }}. Target {{ target("met") }}. {{ sources() }}. No. {{ number }} of {{ campaign }}.\n\n'
            '{{ table("boxes", "met") }}\n\n{{ chart("bars", "boxes") }}\n\n{{ chart("calendar") }}\n\n'
            '{{ chart("trend", "boxes") }}\n\n{{ follow_ups() }}\n\n{{ laggards() }}\n',
        )
    )
    assert "Share 36.8 %" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "Of Boxes delivered in February 2026 and January 2026: 2 / 3" in told
    assert "No. 1 of Deliveries" in told
    assert "Ask the districts that were silent" in told


def test_a_hostile_name_is_text_everywhere(home: Path) -> None:
    html = page(home)
    assert "<script>alert" not in html
    assert 'href="javascript' not in html
    assert HOSTILE in plain(html)
    assert html.count("<script") == 1  # the facts, as JSON


@pytest.mark.parametrize(
    ("template", "line", "remedy"),
    [
        ('one\n\n{{ figure("boxs") }}', 3, "Did you mean 'boxes'?"),
        ('{{ figure("boxes", area="Sout") }}', 1, "Did you mean 'South'?"),
        ('{{ figur("boxes") }}', 1, "Did you mean 'figure'?"),
        ('\n{{ indicator("mett") }}', 2, "Did you mean 'met'?"),
        ('{{ figure("boxes", period="soon") }}', 1, "Write a day as"),
        ("\n\n{% if %}", 3, "See docs/briefing.md"),
        ('{{ figure("boxes").value * 2 }}', 1, "declare an indicator"),
        ("{{ figure() }}", 1, "See docs/briefing.md"),
        ('{{ section("highlight") }}', 1, "Did you mean 'highlights'?"),
        ("In a sentence {{ coverage() }} stands", None, "line of its own"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "without end"),
    ],
)
def test_trouble_is_told_with_its_line_and_a_remedy(home: Path, template: str, line: int | None, remedy: str) -> None:
    with pytest.raises(TemplateError) as caught:
        page(home, template)
    assert remedy in str(caught.value)
    assert line is None or str(caught.value).startswith(f"briefing.md:{line}:")


@pytest.mark.parametrize(("language", "heading"), [("fr", "Ce qui ne tombe pas juste"), ("zh", "对不上的数字")])
def test_the_default_briefing_speaks_the_campaigns_language(home: Path, language: str, heading: str) -> None:
    (home / "campaign.yaml").write_text(CAMPAIGN.format(language=language), "utf-8")
    html = page(home)
    assert f'<html lang="{"zh-Hans" if language == "zh" else language}">' in html
    assert heading in plain(html)
    assert "What does not" not in html


def test_a_correction_and_a_late_return_are_told_with_their_reason(home: Path) -> None:
    assert "This is the first issue." in plain(page(home, number=1))
    send(home, "south-again.csv", "South,2026-02,75,80\n")
    send(home, "east.csv", "East,2026-02,5,10\n")
    told = plain(page(home, number=2))
    assert "Boxes delivered, Country, February 2026 190 200 +10" in told
    assert "corrected by south-again.csv ; late return: east.csv" in told
    assert "Boxes delivered, South, February 2026 70 75 +5 corrected by south-again.csv" in told


def test_findings_are_new_the_same_or_gone(home: Path) -> None:
    send(home, "total.csv", "Country,2026-02,100,280\n")
    page(home, number=1)
    assert "0 new" in plain(page(home, number=2))
    key = "areas-do-not-sum: C, boxes, 2026-02"
    assert key not in plain(page(home, number=2))
    send(home, "total-again.csv", "Country,2026-02,190,280\n")
    assert key in plain(page(home, number=3))


def test_a_draft_is_replaced_and_a_published_issue_is_not(home: Path) -> None:
    assert brief(open_folder(home)).number.label == "1"
    assert brief(open_folder(home)).number.label == "1"
    (home / "issues" / "001" / "published.json").write_text("{}", "utf-8")
    assert brief(open_folder(home)).number.label == "2"


def test_the_same_day_gives_the_same_bytes(home: Path) -> None:
    """An old briefing can be made again: nothing of today stands in it but the day that is asked for."""
    first = brief(open_folder(home), as_of=date(2026, 3, 5)).path.read_bytes()
    send(home, "march.csv", "South,2026-03,99,99\n")
    assert brief(open_folder(home), as_of=date(2026, 3, 5), period="2026-02").path.read_bytes() == first


def test_the_period_is_one_of_the_calendar_that_something_came_in_for(home: Path) -> None:
    send(home, "later.csv", "South,2031-01,1,1\n")
    assert brief(open_folder(home)).period == "2026-02"


def test_every_link_leads_somewhere_and_no_anchor_is_given_twice(home: Path) -> None:
    page(home, number=1)
    send(home, "south-again.csv", "South,2026-02,75,80\n")
    html = page(home, number=2)
    anchors = re.findall(r' id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(anchors)
