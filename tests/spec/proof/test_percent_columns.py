"""Percentages in tables: in a column of their own, in "n (%)" cells, of "N = 200" in a heading."""

import pytest

from crossfoot.proof import proof


def shares(text):
    """Return the outcomes of the shares that are claimed of a text, in order."""
    return [str(relation.outcome) for relation in proof(text).relations if relation.kind == "share"]


COVERAGE = [(1200, 900, "75.0"), (1300, 1001, "77.0"), (1150, 997, "86.7"), (990, 812, "82.0"), (1201, 822, "68.4")]


@pytest.mark.parametrize(
    ("head", "last", "expected"),
    [
        ("Site | Target | Vaccinated | Coverage (%)", "68.4", ["passed"] * 5),
        ("Site | Target | Vaccinated | Coverage (%)", "64.8", ["passed"] * 4 + ["failed"]),
        ("Site | Cible | Vaccinés | %", "64.8", ["passed"] * 4 + ["failed"]),
        ("地区 | 应种人数 | 接种人数 | 接种率（%）", "64.8", ["passed"] * 4 + ["failed"]),
        ("Site | Target | Vaccinated | Cost", "64.8", []),
    ],
)
def test_a_column_of_percentages_is_a_share_of_the_columns_beside_it(head, last, expected):
    """Four lines show of what it is the share; the fifth is asked about."""
    rows = [f"| P{n} | {a} | {b} | {p} |" for n, (a, b, p) in enumerate([*COVERAGE[:4], (1201, 822, last)])]
    assert shares("\n".join([f"| {head} |", "|---|---|---|---|", *rows])) == expected


@pytest.mark.parametrize("head", ["Area | Cases | %", "Région | Cas | Pourcentage", "地区 | 病例数 | 构成比（%）"])
def test_a_column_of_percentages_is_a_share_of_its_own_total(head):
    cells = [(120, "24.0"), (130, "26.0"), (150, "30.0"), (100, "20.0")]
    total = "合计" if "地" in head else "Total"
    rows = [f"| P{n} | {a} | {p} |" for n, (a, p) in enumerate(cells)]
    text = "\n".join([f"| {head} |", "|---|---|---|", *rows, f"| {total} | 500 | 100 |"])
    assert shares(text) == ["passed"] * 4
    assert shares(text.replace("26.0", "28.0")).count("failed") == 1


@pytest.mark.parametrize("size", ["N=200", "n = 200", "Cases (n = 200)"])
def test_a_size_in_the_heading_is_what_its_column_is_a_share_of(size):
    """Words say of what; a share that does not follow may be of those with an answer, and stays open."""
    text = f"| Sex | {size} | % |\n|---|---|---|\n| Men | 50 | 25.0 |\n| Women | 140 | 71.0 |\n"
    assert shares(text) == ["passed", "missing"]


def test_the_sign_may_stand_in_the_heading_only():
    text = "| Sex | Cases (n = 200), n (%) |\n|---|---|\n| Men | 50 (25.0) |\n| Women | 140 (70.0) |\n"
    assert shares(text) == ["passed", "passed"]


def test_chinese_cells_of_a_count_and_its_share():
    rows = "| 男 | 120例（60.0%） |\n| 女 | 80（40.0%） |\n| 婴儿 | 33（16.5%） |\n| 合计 | 200 |\n"
    assert shares("| 特征 | 病例数（%） |\n|---|---|\n" + rows) == ["passed"] * 3


def test_percentages_of_something_else_are_left_alone():
    rows = "| A | 120 | 7.1 |\n| B | 140 | 33.3 |\n| C | 90 | 12.9 |\n| D | 70 | 80.2 |\n| Total | 420 | 41.0 |\n"
    assert shares("| Area | Cases | Positive (%) |\n|---|---|---|\n" + rows) == []
