"""Totals over places: in a bracket behind them, in a list under them, of imported and local cases."""

import pytest

from crossfoot.proof import proof


def sums(text):
    """Return the outcomes of the sums that are claimed of a text, in order."""
    return [str(relation.outcome) for relation in proof(text).relations if relation.kind == "sum"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25 districts en épidémie (Adamaoua 12, Centre 06, Littoral 07).", ["passed"]),
        ("25 districts en épidémie (Adamaoua 12, Centre 09, Littoral 07).", ["failed"]),
        ("25 districts en épidémie (Adamaoua 12, Centre 06, Littoral 05).", ["missing"]),
        ("Au total 25 districts en épidémie (Adamaoua 12, Centre 06, Littoral 05).", ["failed"]),
        ("报告新增确诊病例15例（广东6例，上海4例，广西3例，福建2例）。", ["passed"]),
        ("报告新增确诊病例15例，均为境外输入病例（广东6例，上海4例，广西3例）。", ["failed"]),
        ("报告新增确诊病例15例（广东6例，上海4例，广西3例）。", ["missing"]),
        ("We saw 25 patients (12 in hospital, 9 on oxygen, 8 at home).", []),
    ],
)
def test_a_bracket_of_places_behind_their_total(text, expected):
    """More than the total cannot be; fewer may be some of them, unless words say that they are all."""
    assert sums(text) == expected


LIST = """\
{cases} nouveaux cas dont {deaths} décès notifiés :
- 78 cas dont 2 décès dans la Région du Centre
- 117 cas dont 3 décès dans la Région du Littoral
- 29 cas dans la Région de Lofa
"""


@pytest.mark.parametrize(
    ("cases", "deaths", "expected"),
    [(224, 5, ["passed", "passed"]), (204, 5, ["failed", "passed"]), (244, 6, ["missing", "missing"])],
)
def test_a_list_of_places_under_their_totals(cases, deaths, expected):
    """Noun by noun; a noun may be missing from an item that has none of it."""
    assert sums(LIST.format(cases=cases, deaths=deaths)) == expected
    assert sums("• " + LIST.format(cases=cases, deaths=deaths)) == expected


def test_items_that_may_overlap_are_not_accused():
    text = "100 cases of both kinds:\n- 80 cases with fever\n- 60 cases with cough\n"
    assert sums(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增确诊病例22例，其中境外输入病例5例（四川3例，内蒙古1例，山东1例），本土病例17例（均在新疆）。", ["passed", "passed"]),
        ("22 new cases, of which 5 imported (3 in Bong) and 17 local.", ["passed"]),
        ("22 new cases, of which 5 imported and 19 local.", ["failed"]),
        ("22 nouveaux cas, dont 5 importés et 17 autochtones.", ["passed"]),
    ],
)
def test_imported_and_local_cases_are_all(text, expected):
    assert sums(text) == expected


def test_case_fatality_beside_other_counts():
    text = "A total of 58 countries reported 589854 cases including 7816 deaths with a case fatality rate of {}%."
    kinds = [str(relation.outcome) for relation in proof(text.format("1.3")).relations if relation.kind == "share"]
    assert kinds == ["passed"]
    assert [str(r.outcome) for r in proof(text.format("1.9")).relations if r.kind == "share"] == ["failed"]
