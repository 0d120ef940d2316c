"""Remarks that areas send, quoted in a briefing by place."""

from pathlib import Path

import pytest

CAMPAIGN = """name: Coverage
language: {language}
levels: [country, city]
calendar: {{frequency: week, starts: 2026-01-05}}
obligations: {{weekly: {{level: city, due_days: 2}}}}
data_elements:
  reached: {{name: Reached, kind: cumulative}}
layouts:
  city:
    files: ["*.csv"]
    area: {{column: City}}
    data_element: {{header: 1}}
    period: {{column: Week}}
    remark_columns: [Remarks]
    received: period_end
"""
AREAS = "code,name,level,parent\nX,Country,country,\nA,Alba,city,X\nB,Brio,city,X\nC,Cora,city,X\n"
RETURN = """City,Week,Reached,Remarks
A,2026-W02,50,"The road was <b>flooded</b> {{ figure('reached') }}."
B,2026-W02,99,Ask Mary Kollie
C,2026-W02,30,
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A campaign with a week's returns: a remark, a person's name, and nothing."""
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN.format(language="en"), "utf-8")
    (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/week-2.csv").write_text(RETURN, "utf-8")
    return tmp_path


def _brief(home: Path, run, template: str) -> tuple[str, str]:
    (home / "briefing.md").write_text(template, "utf-8")
    ran = run("brief", home)
    assert ran.code == 0
    return (home / "issues/001/briefing.html").read_text("utf-8"), ran.out


def test_a_remark_is_quoted_as_written_with_its_place_and_nothing_in_it_runs(home, run) -> None:
    page, out = _brief(home, run, 'From {{ name("A") }}: {{ voice("A") }}.\n')
    said = "“The road was &lt;b&gt;flooded&lt;/b&gt; {{ figure(&#x27;reached&#x27;) }}.” (Alba; "
    assert said in page
    assert ">week-2.csv, D2</a>)" in page
    assert "not quoted" not in out


def test_a_remark_that_may_name_a_person_is_told_to_the_author_alone(home, run) -> None:
    page, out = _brief(home, run, '{{ voices() }}\n\n{{ section("faults") }}\n\n{{ section("limits") }}\n')
    assert "flooded" in page
    assert "Mary" not in page
    assert not any(b"Mary" in path.read_bytes() for path in (home / "issues").rglob("*") if path.is_file())
    assert "Brio: a remark is not quoted, since it may name a person (week-2.csv, D3)" in " ".join(out.split())
    [told] = run("brief", home, "--json").objects
    assert told["unquoted"] == [{"area": "Brio", "place": "week-2.csv, D3", "why": "unquoted.person"}]


def test_it_is_cut_to_a_length_and_silence_stays_silence(home, run) -> None:
    page, _ = _brief(home, run, '[{{ voice("A", length=12) }}] [{{ voice("C") }}]\n')
    assert "“The road…”" in page
    assert "[]" in page
