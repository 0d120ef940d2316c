"""What was withheld, or never asked for, is not printed as "not reported"."""

import re
from html import unescape

from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder

CAMPAIGN = """
name: Doses
levels: [country, region, city]
calendar: {frequency: month, starts: 2026-05-01}
data_elements: {doses: {name: Doses}, target: {name: Target, kind: stock}}
indicators: {coverage: {name: Coverage, numerator: doses, denominator: target}}
layouts:
  monthly:
    files: "*.csv"
    area: {column: Area}
    data_element: {header: 1}
    period: {value: 2026-06}
"""
AREAS = """code,name,level,parent
XX,Land,country,
N,North,region,XX
S,South,region,XX
A,Alba,city,N
B,Brio,city,N
D,Dora,city,S
"""
RETURN = "Area,Doses,Target\nAlba,950,1000\nBrio,450,500\nDora,<5,100\n"


def _page(home) -> str:
    (home / "inbox").mkdir()
    (home / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
    (home / "areas.csv").write_text(AREAS, "utf-8")
    (home / "inbox" / "june.csv").write_text(RETURN, "utf-8")
    return brief(open_folder(home)).path.read_text("utf-8")


def _plain(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)))


def test_a_total_with_a_withheld_part_is_a_range_that_leads_to_its_cells(tmp_path) -> None:
    page = _page(tmp_path)
    # 950 + 450 + [0, 5)
    number = re.search(r'<a class="n"[^>]* href="#(e\d+)"[^>]*>1,400 to 1,405</a>', page)
    assert number is not None
    entry = re.search(rf'<article class="evidence" id="{number[1]}">.*?</article>', page, re.S)
    assert entry is not None
    assert "Dora, June 2026 <5" in _plain(entry[0])


def test_what_was_withheld_is_not_called_not_reported(tmp_path) -> None:
    page = _page(tmp_path)
    figures = re.search(r'<h2 id="key-figures">.*?(?=<h2 )', page, re.S)
    table = re.search(r'<h2 id="coverage">.*?(?=<h2 )', page, re.S)
    assert figures is not None
    assert table is not None
    assert "not reported" not in _plain(figures[0])
    assert "Coverage not known" in _plain(figures[0])
    assert "not reported" not in _plain(table[0])


def test_charts_do_not_reach_back_before_the_campaign_began(tmp_path) -> None:
    charts = re.search(r'<h2 id="charts">.*?(?=<h2 )', _page(tmp_path), re.S)
    assert charts is not None
    assert "2026-05" in charts[0]
    assert "2026-04" not in charts[0]
