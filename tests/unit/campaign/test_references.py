"""Names that lead nowhere or in a circle, and numbers that cannot be: each with its line and remedy."""

import pytest

from crossfoot.campaign import read_campaign
from crossfoot.errors import CampaignError

BASE = """name: Test
levels: [country]
calendar: {frequency: day, starts: 2026-01-01, ends: 2026-12-31}
data_elements:
  a: {name: A, disaggregations: {sex: [m, f]}}
  b: {name: B, equals: [a]}
"""
LAYOUT = "layouts:\n  t: {files: x, area: {column: A}, data_element: {header: 1}, period: {value: '2026'}, MORE}\n"
EXTRA = "equivalents:\n  e: {name: E, unit: kg, source: s, factors: {SHARES}}\n"

BROKEN = {
    "parts in a circle": (
        BASE.replace("name: A,", "name: A, equals: [b],"), 5, "'a' is a part of its own parts", "Break the circle."
    ),
    "a part of itself": (BASE.replace("equals: [a]", "equals: [b]"), 6, "cannot be a part of itself", "Remove it."),
    "a circle of three": (
        BASE + "  c: {name: C, equals: [d]}\n  d: {name: D, equals: [f]}\n  f: {name: F, equals: [c]}\n", 8,
        "'d' is a part of its own parts", "Break the circle.",
    ),
    "units in a circle": (
        BASE + "units:\n  u: {name: U, of: v}\n  v: {name: V, of: u}\n", 8, "'u' is told in units", "Break the circle."
    ),
    "a known unit turned round": (
        BASE + "units:\n  kg: {name: kg, of: tael}\n", 8, "'kg' is told", "Break the circle."
    ),
    "an equivalent of itself": (
        BASE + EXTRA.replace("SHARES", "e: {factor: 2}"), 8, "'e' is made of itself", "Break the circle."
    ),
    "a name mistyped": (BASE.replace("[a]", "[aa]"), 6, "'aa' is not a data element", "Did you mean 'a'?"),
    "a factor of a billion billions": (
        BASE + "units:\n  u: {name: U, of: kg, factor: 1e18}\n", 8, "is no likely factor", "Write a number"
    ),
    "a range beside its factor": (
        BASE + "units:\n  u: {name: U, of: kg, factor: 2, lower: 3}\n", 8, "3 is above the factor 2", "Write the least"
    ),
    "a share's range beside its factor": (
        BASE + EXTRA.replace("SHARES", "a: {factor: 2, upper: 1}"), 8, "1 is below the factor 2", "Write the most"
    ),
    "a pattern that is none": (
        BASE + LAYOUT.replace("{column: A}", "{file_name: '('}").replace(", MORE", ""), 8, "is not a pattern", "See"
    ),
    "a date without its year": (
        BASE + LAYOUT.replace("{value: '2026'}", "{column: D, format: '%d/%m'}").replace(", MORE", ""), 8,
        "does not tell the year", "Write it as",
    ),
    "a category that is not counted": (
        BASE + LAYOUT.replace("MORE", "data_element_names: {X: 'a[sex=x]'}"), 8, "'a' has no 'sex=x'", "sex: m, f"
    ),
    "a year that cannot be": (
        BASE.replace("starts: 2026-01-01", "starts: 0026-01-01"), 3, "is not in 1800 to 2200", "Correct the year."
    ),
    "days the wrong way round": (BASE.replace("ends: 2026", "ends: 2025"), 3, "is before", "Exchange the two days."),
    "a target that no table holds": (
        BASE + "indicators:\n  i: {name: I, numerator: a, denominator: b, target: 1e30}\n", 8, "is too large", "smaller"
    ),
    "a place of two kinds": (
        BASE + LAYOUT.replace("{header: 1}", "{header: 1, column: X}").replace(", MORE", ""), 8,
        "names 2 places", "exactly",
    ),
    "an entry twice": (BASE + "  a: {name: Again}\n", 7, "already given on line 5", "Keep one of the two."),
    "a tab": (BASE + "\tx: 1\n", 7, "not YAML", "Check indentation"),
    "an alias": (BASE + "x: &y 1\nz: *y\n", 8, "aliases (*) are not read", "Write the entry out."),
    "half a character": (BASE + 'issued_by: "\\ud800"\n', 7, "half a character", "Write the character"),
    "a sign that YAML forbids": (BASE + "issued_by: \x07\n", 7, "not YAML", "Check indentation"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_with_its_line_and_remedy(tmp_path, name):
    text, line, trouble, remedy = BROKEN[name]
    (tmp_path / "campaign.yaml").write_text(text, "utf-8")
    (tmp_path / "areas.csv").write_text("code,name,level,parent\nLR,Liberia,country,\n", "utf-8")
    with pytest.raises(CampaignError) as caught:
        read_campaign(tmp_path / "campaign.yaml")
    found = [p for p in caught.value.problems if trouble in p.trouble]
    assert found, caught.value
    assert found[0].line == line
    assert remedy in found[0].remedy


def test_the_base_is_sound(tmp_path):
    (tmp_path / "campaign.yaml").write_text(BASE + EXTRA.replace("SHARES", "a: {factor: 2}"), "utf-8")
    (tmp_path / "areas.csv").write_text("code,name,level,parent\nLR,Liberia,country,\n", "utf-8")
    campaign, tree = read_campaign(tmp_path / "campaign.yaml")
    assert (list(campaign.data_elements), tree.top) == (["a", "b"], "LR")
