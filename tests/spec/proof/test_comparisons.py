"""Changes with their size, ratios, rates before their base, members of a group and figures given "respectively"."""

import pytest

from crossfoot.proof import proof


def said(text):
    """Return what is claimed of a text as (kind, outcome) in order."""
    return [(str(relation.kind), str(relation.outcome)) for relation in proof(text).relations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attendance was 112, up 12% from 100.", [("change", "passed")]),
        ("There were 115 cases, up 12% from 100 last week.", [("change", "failed")]),
        ("There were 88 cases, down 12% from 100.", [("change", "passed")]),
        ("112 cas, en hausse de 12 % par rapport à 100.", [("change", "passed")]),
        ("112 cas, en baisse de 12 % par rapport à 100.", [("change", "failed")]),
        ("本周报告病例112例，较上周（100例）增加12例。", [("difference", "passed")]),
        ("本周报告病例112例，比上周的100例增加15例。", [("difference", "failed")]),
        ("本周报告病例112例，较上周（100例）增长12%。", [("change", "passed")]),
        ("病例数从100例增加到112例，增长12%。", [("change", "passed")]),
        ("病例数从100例增至112例，增加15例。", [("difference", "failed")]),
        ("发病率由7.5%下降到4.0%，下降3.5个百分点。", [("difference", "passed")]),
        ("发病率由7.5%下降到4.0%，下降3.0个百分点。", [("difference", "failed")]),
        ("Le taux est passé de 7,5 % à 4,0 %, soit une baisse de 3,5 points de pourcentage.", [("difference", "passed")]),
        ("本周报告病例112例，较上周增加12例，同比下降3.5个百分点。", []),
        ("Attendance was 112, up 12% a year from 100.", []),
        ("The rate rose from 10% to 12%, an increase of 2%.", []),
    ],
)
def test_a_change_has_two_ends_and_a_size(text, expected):
    """Per cent, points, or the figures' own unit; a yearly average is another thing."""
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ratio of men to women was 3:1 (150 men and 50 women).", [("ratio", "passed")]),
        ("There were 50 women and 150 men, a male to female ratio of 3:1.", [("ratio", "passed")]),
        ("There were 150 men and 50 women, a male to female ratio of 2:1.", [("ratio", "failed")]),
        ("Le ratio hommes/femmes est de 1,6:1 (80 hommes et 50 femmes).", [("ratio", "passed")]),
        ("Le ratio hommes/femmes est de 2,6:1 (80 hommes et 50 femmes).", [("ratio", "failed")]),
        ("男150人，女50人，男女比例为3:1。", [("ratio", "passed")]),
        ("男150人，女50人，男女比例为2:1。", [("ratio", "failed")]),
        ("We mixed 150 men and 50 women in a ratio of 2:1.", []),
        ("The dilution was 3:1 for 150 men and 50 women.", []),
    ],
)
def test_a_ratio_follows_from_the_two_counts_it_names(text, expected):
    assert [relation for relation in said(text) if relation[0] == "ratio"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人口50000人，发病150例，发病率为每10万人300例。", [("rate", "passed")]),
        ("人口50000人，发病150例，发病率为每10万人320例。", [("rate", "failed")]),
        ("人口50000人，发病150例，发病率为300/10万。", [("rate", "passed")]),
        ("人口50000人，发病150例，发病率为320/10万。", [("rate", "failed")]),
        ("发病150例，另有500人，发病率为每10万人320例。", []),
    ],
)
def test_a_rate_may_name_its_base_first(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200 cases, of which 150 were confirmed.", [("part-of", "passed")]),
        ("200 cases, of which 250 were confirmed.", [("part-of", "failed")]),
        ("There were 200 children, including 250 children under five.", [("part-of", "failed")]),
        ("Au total 200 cas, dont 250 confirmés.", [("part-of", "failed")]),
        ("共报告200例，其中确诊250例。", [("part-of", "failed")]),
        ("In 3 districts, including 250 villages, all is well.", []),
        ("3 équipes, dont 30 femmes, sont parties.", []),
        ("812 adults with one visit, of whom 132 died, were seen.", [("part-of", "passed")]),
        ("About 200 cases, of which 202 were confirmed.", [("part-of", "passed")]),
    ],
)
def test_a_named_part_is_no_more_than_its_group(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A total of 42 cases were seen: 12, 14 and 16 in Nimba, Bong and Lofa, respectively.", "passed"),
        ("A total of 43 cases were seen: 12, 14 and 16 in Nimba, Bong and Lofa, respectively.", "failed"),
        ("Nimba, Bong and Lofa reported 12, 14 and 16 cases respectively, for a total of 43.", "failed"),
        ("Nimba, Bong et Lofa ont notifié respectivement 12, 14 et 16 cas, soit un total de 43.", "failed"),
        ("甲、乙、丙三县分别报告12例、14例和16例，共计42例。", "passed"),
        ("甲、乙、丙三县分别报告12例、14例和16例，共计43例。", "failed"),
    ],
)
def test_figures_given_respectively_make_their_total(text, outcome):
    assert said(text) == [("sum", outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "全市共报告手足口病123例，较上周增加15例（上升13.9%）。",
        "新增45例（北京5例，广东2例），含5例由无症状感染者转为确诊病例。",
        "There were 45 cases (5 in Bong, 2 in Lofa), including 5 cases that were reclassified.",
    ],
)
def test_a_change_is_no_earlier_value_and_a_bracket_is_closed(text):
    """A figure behind 增加 says by how much, not from what; what stands in a closed bracket has no members."""
    assert [relation for relation in proof(text).relations if relation.outcome == "failed"] == []
