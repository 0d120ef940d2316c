"""What a document's own words say about its figures, and whether that can be true."""

import pytest

from crossfoot.proof import proof


def said(text):
    """Return what is claimed of a text as (kind, outcome) in order."""
    return [(str(relation.kind), str(relation.outcome)) for relation in proof(text).relations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A total of 363 cases, of which 228 confirmed, 133 probable and 2 suspected.", "passed"),
        ("A total of 360 cases, of which 228 confirmed, 133 probable and 2 suspected.", "failed"),
        ("Le cumul des décès est de 363 dont 228 confirmés, 133 probables et 02 suspects.", "passed"),
        ("Le cumul des décès est de 360 dont 228 confirmés, 133 probables et 02 suspects.", "failed"),
        ("200 patients (120 men and 80 women) were admitted.", "passed"),
        ("200 patients (120 men and 90 women) were admitted.", "failed"),
        ("共有200人，其中男120人，女80人。", "passed"),
        ("共有200人，其中男120人，女90人。", "failed"),
        ("New cases: 12 confirmed, 3 probable, 5 suspected, for a total of 21.", "failed"),
        ("A total of 12 deaths: 5 in Nimba, 3 in Bong and 2 in Lofa.", "failed"),
        ("Ten cases were confirmed: 5 in Nimba, 3 in Bong and 2 in Lofa.", "passed"),
        ("120 + 80 = 200.", "passed"),
        ("120 + 90 = 200.", "failed"),
    ],
)
def test_parts_make_their_total(text, expected):
    """Labels that do not overlap, or the word "total", make parts of a whole."""
    assert said(text) == [("sum", expected)]


def test_parts_that_are_not_all_may_not_exceed_the_whole():
    """Two of three labels are given: they may be less than the whole, never more."""
    assert said("Au total 82 malades dont 59 confirmés et 32 suspects.") == [("part-of", "failed")]
    assert said("Au total 98 malades dont 59 confirmés et 32 suspects.") == [("part-of", "passed")]


def test_a_group_of_places_is_not_the_whole_of_its_cases():
    """The nearest number before the parts may count something else: the one that fits is their total."""
    text = "In 15 districts there were 360 cases, of which 228 confirmed, 130 probable and 2 suspected."
    assert said(text) == [("sum", "passed")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("772 of 795 children (97%) were vaccinated.", "passed"),
        ("772/795 (96%) were vaccinated.", "failed"),
        ("97% (772/795) were vaccinated.", "passed"),
        ("Of the 200 cases, 80 (41%) were female.", "failed"),
        ("14 939 personnes, soit 7,9 % du total de 189 338.", "passed"),
        ("共逮捕14939人，占全国189338人的7.8%。", "failed"),
        ("There were 350 cases and 90 deaths (case fatality rate 25.7%).", "passed"),
        ("There were 350 cases and 90 deaths (case fatality rate 27%).", "failed"),
    ],
)
def test_a_share_follows_from_its_part_and_its_whole(text, expected):
    assert said(text) == [("share", expected)]


def test_a_share_that_was_cut_off_says_so():
    """7.890 % is 7.9 % when rounded, 7.8 % when its digits are cut off."""
    [relation] = proof("14,939 offenders, accounting for 7.8% of the nationwide total of 189,338.").relations
    assert relation.outcome == "failed"
    assert relation.holds_if == "truncated"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of cases rose from 120 to 150, an increase of 25%.", [("change", "passed")]),
        ("The number of cases rose from 120 to 150, an increase of 20%.", [("change", "failed")]),
        ("Cases increased by 30 from 120 to 150.", [("difference", "passed")]),
        ("Revenue was $3.2 million, up from $4.1 million a year earlier.", [("change", "failed")]),
        ("Le nombre de cas est passé de 120 à 150, soit une hausse de 25 %.", [("change", "passed")]),
        ("Cases rose from 120 to 150, an average annual increase of 3%.", []),
        ("Seven of the 17 wells failed, down from nine a year before.", []),
    ],
)
def test_a_change_follows_from_its_two_ends(text, expected):
    assert said(text) == expected


def test_other_claims():
    """Whole numbers behind a percentage, shares that make 100, words of rank, numbers in words and digits."""
    assert said("48% of 30 patients relapsed.") == [("grim", "failed")]
    assert said("47% of 30 patients relapsed.") == [("grim", "passed")]
    assert said("Of those infected, 55% were women and 41% were men.") == [("hundred", "failed")]
    assert said("Most of the respondents (45%) agreed.") == [("ranking", "failed")]
    assert said("The majority of cases (120 of 200) were men.") == [("ranking", "passed")]
    assert said("within thirty (40) days") == [("same", "failed")]
    assert ("same", "failed") not in said("within thirty (30) days")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大多数患者（45%）同意。", [("ranking", "failed")]),
        ("过半数（120/200）为男性。", [("ranking", "passed")]),
        ("不到一半（120/200）为男性。", [("ranking", "failed")]),
        ("La plupart des répondants (45 %) sont d’accord.", [("ranking", "failed")]),
        ("Plus de la moitié (80 sur 200) sont des femmes.", [("ranking", "failed")]),
        ("More than half (120 of 200) are women.", [("ranking", "passed")]),
        ("48 % des 30 patients ont rechuté.", [("grim", "failed")]),
        ("47 % des 30 patients ont rechuté.", [("grim", "passed")]),
        ("30名患者中有48%复发。", [("grim", "failed")]),
        ("30名患者中有47%复发。", [("grim", "passed")]),
        ("其中男性占55%，女性占41%。", [("hundred", "failed")]),
        ("Parmi eux, 55 % étaient des femmes et 45 % des hommes.", [("hundred", "passed")]),
        ("在500名儿童中，300名（60%）为男童，210名（40%）为女童。", [("share", "passed"), ("share", "failed")]),
    ],
)
def test_words_of_rank_and_share_in_three_languages(text, expected):
    assert said(text) == expected


def test_a_list_under_its_total():
    """Items of the form "label: number" are the parts of the number that the colon hangs on."""
    items = "\n- North: 84\n- South: 86\n- East: 30\n"
    assert said(f"Launched in 200 cities across the country, including:\n{items}") == [("sum", "passed")]
    assert said(f"Launched in 190 cities across the country, including:\n{items}") == [("part-of", "failed")]
    assert said(f"Launched in 210 cities across the country, including:\n{items}") == [("part-of", "passed")]
    assert said(f"A total of 210 cities:\n{items}") == [("sum", "failed")]


@pytest.mark.parametrize(
    "text",
    [
        "We saw 12 dogs, 30 cats and 45 birds on 3 days in 2014.",
        "See section 3 and 4 of the 12 chapters, pages 7 to 19.",
        "It was 20 % better in 3 of 7 runs, and 15 % in 2 runs.",
        "In 33 districts, including 12 border districts, 45 teams met 300 people.",
        "from 10 to 20 people, by 30 minutes",
        "Of the 200 cases, 120 (60%) were male, of whom 30 (25%) died.",
        "Total 45 cases including 20 men and 22 women (3 not recorded).",
        "In Nimba, 12 of the 15 districts reported 360 cases (228 confirmed, 130 suspected).",
    ],
)
def test_what_nobody_declared_is_left_alone(text):
    assert [outcome for _, outcome in said(text) if outcome == "failed"] == []


TABLE = """\
| County | Male | Female | Total |
| ------ | ---- | ------ | ----- |
| Nimba  |  120 |     80 |   200 |
| Bong   |  220 |    277 |   {bong} |
| Lofa   |   31 |     12 |    43 |
| Total  |  371 |    369 |   740 |
"""


def test_a_table_with_both_margins():
    """Rows and columns are footed; a wrong cell shows in both."""
    assert {outcome for _, outcome in said(TABLE.format(bong=497))} == {"passed"}
    failed = proof(TABLE.format(bong=495)).failed
    assert [relation.imbalance for relation in failed] == [-2, 2]
    assert failed[0].why.startswith("220 + 277 = 497, stated 495 (−2)")


def test_a_table_without_a_heading_repeats_beyond_chance():
    """Nothing says "total"; nine lines that hold do, and the tenth is asked about."""
    rows = [(1237 + 91 * n, 4519 + 203 * n) for n in range(10)]
    lines = [f"area {n},{a},{b},{a + b + (100 if n == 4 else 0)}" for n, (a, b) in enumerate(rows)]
    document = proof("\n".join("   ".join(line.split(",")) for line in lines))
    assert [str(relation.evidence) for relation in document.failed] == ["repeated"]
    assert sum(relation.outcome == "passed" for relation in document.relations) == 9


def test_a_rounded_table_raises_no_alarm():
    """Totals that are off by their rounding on line after line are rounded, not wrong."""
    rows = [(12.14, 45.44), (33.28, 21.44), (18.34, 27.44), (51.04, 13.24), (22.34, 31.33), (17.24, 64.41)]
    lines = [f"area {n}   {a:.1f}   {b:.1f}   {a + b:.1f}" for n, (a, b) in enumerate(rows)]
    assert proof("\n".join(lines)).failed == ()


@pytest.mark.parametrize(
    ("text", "warrant"),
    [
        ("200 patients, of which 120 men and 80 women.", "words"),
        ("120 + 80 = 200.", "layout"),
        ("The counts were 12,345 and 23,457 and 35,802 then.", "arithmetic"),
    ],
)
def test_each_relation_says_what_warrants_it(text, warrant):
    [relation] = proof(text).relations
    assert str(relation.warrant) == warrant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We saw 5,900 patients, of whom 3,200 were women (54%) and 2,700 men (46%).", ["passed", "passed"]),
        ("We saw 5,900 patients, of whom 3,200 were women (45%) and 2,700 men (46%).", ["failed", "passed"]),
        ("On compte 200 cas, dont 120 confirmés (60 %).", ["passed"]),
        ("On compte 200 cas, dont 120 confirmés (66 %).", ["failed"]),
        ("报告200例，其中确诊120例（60%）。", ["passed"]),
        ("报告200例，其中确诊120例（66%）。", ["failed"]),
        ("Of 400 people, 200 were cases, of whom 100 were confirmed (25%).", ["passed"]),
    ],
)
def test_shares_of_a_group_that_is_broken_down(text, expected):
    shares = [relation for relation in proof(text).relations if relation.kind == "share"]
    assert [str(relation.outcome) for relation in shares] == expected
