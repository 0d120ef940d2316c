"""A number typed into the template has no source: it is told with its line, and stops the publication."""

import pytest

from crossfoot.briefing.typed import typed_numbers

TEMPLATE = """## 1. Where we stand

In {{ period() }}, {{ figure("vaccinated") }} people and 34 children were reached.
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("In {{ period() }}, 34 cities reported.", [(1, "34")]),
        ("Cities\n\ntwo thirds of the cities", [(3, "two thirds")]),
        ("{{ figure('a') }} of 1,200 people", [(1, "1,200")]),
        ("{% if figure('a').value > 10 %}\nhalf a million people\n{% endif %}", [(2, "half a million")]),
        ("{{ '77 places' }}", [(1, "77")]),
        ("{% set known = 34 %}{{ known }}", [(1, "34")]),
        ("Le nombre a doublé, soit un tiers des villes.", [(1, "a doublé"), (1, "un tiers")]),
        ("其中两成已完成，较上月翻番。", [(1, "两成"), (1, "翻番")]),
    ],
)
def test_a_typed_number_is_told_with_its_line(source: str, expected: list[tuple[int, str]]) -> None:
    assert [(one.line, one.text) for one in typed_numbers(source)] == expected


@pytest.mark.parametrize(
    "source",
    [
        "## 2.1 Where we stand",
        "1. First things",
        "As of 29 August 2014, see section 3.2, table 4 and annex 5.",
        "On 2014-10-31, at 14:30, in week 44.",
        "Au 31 octobre 2014, voir tableau 3, annexe 4.",
        "截至2014年8月29日，见第2.4节、附件3。",
        "{{ figure('a', period='2014-10-31') }} cases; {{ bounds('a', decimals=2) }}",
        "{% if figure('a').value > 10 %}many{% endif %}",
        "COVID-19 {# 34 cities #}",
        "[the plan](https://example.org/2014/12)",
        "{{ own('34 cities') }}",
        "{{ broken",
    ],
)
def test_what_states_no_figure_is_not_told(source: str) -> None:
    assert typed_numbers(source) == ()


def test_brief_tells_it_and_publish_refuses(campaign, run) -> None:
    (campaign / "briefing.md").write_text(TEMPLATE, "utf-8")
    ran = run("brief", campaign)
    assert ran.code == 0
    assert "briefing.md:3: “34” is typed by hand" in ran.out
    assert "line 3: “34”" in (campaign / "issues/001/briefing.html").read_text("utf-8")
    run("approve", campaign, "1", "--by", "Ministry")
    refused = run("publish", campaign, "1")
    assert refused.code == 12
    assert "line 3: “34”" in refused.err


def test_the_authors_own_number_says_in_print_that_it_has_no_source(campaign, run) -> None:
    (campaign / "briefing.md").write_text(TEMPLATE.replace("34 children", '{{ own("34 children") }}'), "utf-8")
    assert run("brief", campaign, "--json").objects[0]["typed"] == []
    page = (campaign / "issues/001/briefing.html").read_text("utf-8")
    assert "34 children" in page
    assert "(the author’s own, no source)" in page
    run("approve", campaign, "1", "--by", "Ministry")
    assert run("publish", campaign, "1").code == 0
