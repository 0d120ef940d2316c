"""Relations that words or a table declare, but that the document does not let one check."""

import pytest

from crossfoot.proof import proof


def outcomes(text):
    """Return the outcomes of what is claimed of a text, in order."""
    return [str(relation.outcome) for relation in proof(text).relations]


@pytest.mark.parametrize(
    ("text", "expected", "remainder"),
    [
        ("200 cases, of which 110 men and 80 women.", "missing", "the other 10"),
        ("200 cases, of which 110 men and 95 women.", "failed", "(−5)"),
        ("200 cas, dont 110 hommes et 80 femmes.", "missing", "le reste (10)"),
        ("共有200人，其中男110人，女80人。", "missing", "其余 10"),
        ("200 cases: 110 men and 80 women.", "missing", "the other 10"),
        ("200 patients (110 men and 80 women) came.", "failed", "(+10)"),
        ("370 décès dont 228 confirmés, 133 probables et 2 suspects.", "failed", "(+7)"),
    ],
)
def test_a_shortfall_fails_only_where_the_parts_are_all(text, expected, remainder):
    """Two sexes after "of which" need not be all; all three statuses of a case are, and so is a bracket."""
    [relation] = proof(text).relations
    assert str(relation.outcome) == expected
    assert remainder in relation.why


@pytest.mark.parametrize(
    "text",
    [
        "Of 500, 300 (60%) in 2013 and 350 (75%) in 2014 attended.",
        "Of 500 children, 300 (60%) in Nimba and 350 (75%) in Bong were reached.",
        "Sur 500 enfants, 300 (60 %) en 2013 et 350 (75 %) en 2014 ont été vus.",
        "Sur 500 enfants, 300 (60 %) à Nimba et 350 (75 %) à Bong ont été vus.",
        "500人中，2013年300人（60%），2014年350人（75%）参加。",
        "Of 500 people, 300 (60%) came and 150 (50%) spoke.",
    ],
)
def test_shares_in_other_years_or_places_may_have_other_bases(text):
    assert outcomes(text) == ["passed", "missing"]


@pytest.mark.parametrize(
    "text",
    [
        "New deaths, of which 12 were confirmed, were notified.",
        "De nouveaux décès, dont 12 confirmés, ont été notifiés.",
        "新增病例，其中12例确诊。",
    ],
)
def test_a_part_without_its_whole_is_said_to_miss_it(text):
    [relation] = proof(text).relations
    assert (str(relation.kind), str(relation.outcome)) == ("part-of", "missing")
    assert "12" in relation.why


def test_a_whole_in_the_paragraph_before_is_not_called_missing():
    assert outcomes("There were 30 deaths.\n\nOf which 12 were confirmed.") == []


@pytest.mark.parametrize(
    ("head", "blank", "word"),
    [("Male | Female | Total", "n/a", "not given"), ("Hommes | Femmes | Total", "n.d.", "n’est pas donnée")],
)
def test_a_row_with_a_part_that_is_not_given(head, blank, word):
    """Nothing fails, and nothing is said to add up."""
    language = "en" if "Male" in head else "fr"
    text = f"| X | {head} |\n|---|---|---|---|\n| Nimba | 120 | 80 | 200 |\n| Bong | 220 | {blank} | 225 |\n"
    document = proof(text, language=language)
    [missing] = [relation for relation in document.relations if relation.outcome == "missing"]
    assert document.failed == ()
    assert document.figure(missing.stated).text == "225"
    assert word in missing.why


@pytest.mark.parametrize(
    ("head", "blank"),
    [("Male | Female | Total", "n/a"), ("Hommes | Femmes | Total", "n.d."), ("男 | 女 | 合计", "不详")],
)
def test_a_part_that_is_not_given_leaves_a_total_open_even_where_the_others_make_it(head, blank):
    """225 men and women not known make no 225 people: the row is not said to add up."""
    rows = "| Nimba | 120 | 80 | 200 |\n| Lofa | 130 | 80 | 210 |\n| Bong | 225 | " + blank + " | 225 |\n"
    text = f"| X | {head} |\n|---|---|---|---|\n{rows}"
    assert outcomes(text) == ["passed", "passed", "missing"]
