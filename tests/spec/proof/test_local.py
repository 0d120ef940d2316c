"""Counts for one place after another, and shares of a target: what words declare, in three languages."""

import pytest

from crossfoot.proof import proof


def relations(text: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The relations of a text: kind, outcome, stated figure and parts, as written."""
    document = proof(text)
    words = {figure.id: figure.text for figure in document.figures}
    return [(r.kind.value, r.outcome.value, words[r.stated], tuple(words[p] for p in r.parts)) for r in document.relations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A total of 48 cases, of which 31 in Bo, 12 in Kenema and 4 in Pujehun.", ("part-of", "passed", "48", ("31", "12", "4"))),
        ("In all 48 cases, including 31 in Bo, 12 in Kenema and 14 in Pujehun.", ("part-of", "failed", "48", ("31", "12", "14"))),
        ("48 nouveaux cas notifiés dont 31 à Kamina, 12 à Bukama et 5 à Malemba.", ("sum", "passed", "48", ("31", "12", "5"))),
        ("48 nouveaux cas notifiés dont 31 à Kamina, 12 à Bukama et 14 à Malemba.", ("part-of", "failed", "48", ("31", "12", "14"))),
        ("全省累计报告病例120例，其中甲市50例、乙市40例、丙市20例。", ("part-of", "passed", "120", ("50", "40", "20"))),
        ("全省累计报告病例120例，其中甲市50例、乙市40例、丙市40例。", ("part-of", "failed", "120", ("50", "40", "40"))),
        ("今年累計18例本土登革熱病例，高雄市11例、臺南市7例。", ("sum", "passed", "18", ("11", "7"))),
        (
            "A total of 4,215 households (21,075 people) were displaced across three districts: 1,870 in Banda, "
            "1,420 in Kesho and 935 in Mtoni.",
            ("sum", "failed", "4,215", ("1,870", "1,420", "935")),
        ),
        (
            "In all 330 households were reached in four districts: 120 in Bo, 80 in Kenema, 70 in Pujehun and 60 in Bonthe.",
            ("sum", "passed", "330", ("120", "80", "70", "60")),
        ),
    ],
)  # fmt: skip
def test_a_run_of_places_is_held_against_its_total(text: str, expected: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert expected in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 34 facilities include 400 beds in Bo and 200 in Kenema.",
        "12 districts reported: 340 cases in Bo and 120 in Kenema.",
        "48 cases were reported. In May there were 31 in Bo, 12 in Kenema and 14 in Pujehun.",
        "Bo reported 48 cases; 31 deaths in Kenema, 12 in Pujehun and 14 in Bonthe.",
        "About 48 cases, including 31 in Bo, 12 in Kenema and 14 in Pujehun.",
        "全省新增病例18例，累计报告120例，甲市50例。",
    ],
)
def test_no_run_of_places_is_accused_where_it_need_not_be_in_the_total(text: str) -> None:
    assert [found for found in relations(text) if found[1] == "failed"] == []


def test_what_a_list_of_places_leaves_out_cannot_be_told() -> None:
    assert ("sum", "missing", "48", ("31", "12")) in relations("48 cases: 31 in Bo, 12 in Kenema.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,600 hygiene kits were distributed against a target of 8,000 (70%).", ("share", "passed", "70%", ("5,600", "8,000"))),
        ("5,600 hygiene kits were distributed against a target of 8,000 (72%).", ("share", "failed", "72%", ("5,600", "8,000"))),
        (
            "118 400 enfants de 0 à 59 mois vaccinés sur une cible de 125 000, soit 94,7 %.",
            ("share", "passed", "94,7 %", ("118 400", "125 000")),
        ),
        ("312 des 340 contacts ont été suivis (91,8 %).", ("share", "passed", "91,8 %", ("312", "340"))),
        ("Sur les 46 alertes reçues, 39 ont été investiguées (84,8%).", ("share", "passed", "84,8%", ("39", "46"))),
        ("3,482 people were vaccinated, 91% of the target of 3,826.", ("share", "passed", "91%", ("3,482", "3,826"))),
        ("已接种疫苗457万人次，完成率为78.8%（目标人口580万）。", ("share", "passed", "78.8%", ("457万", "580万"))),
        ("已接种疫苗457万人次，完成率为68.5%（目标人口580万）。", ("share", "failed", "68.5%", ("457万", "580万"))),
    ],
)  # fmt: skip
def test_a_share_of_a_target_follows_from_its_two_numbers(text: str, expected: tuple[str, str, str, tuple[str, ...]]) -> None:
    assert expected in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Of 200 tested, 120 came twice and 60 of them were treated (50%).",
        "450 kits were sent and 300 used, 75% of the target of 400.",
        "Coverage was 85% against a target of 90%.",
    ],
)
def test_a_share_is_not_accused_where_another_base_may_be_meant(text: str) -> None:
    assert [found for found in relations(text) if found[1] == "failed"] == []


def test_lines_with_as_many_bars_are_a_table_without_a_line_of_dashes() -> None:
    rows = ["Zone | Male | Female | Total", "Bo | 310 | 295 | 605", "Kenema | 201 | 190 | 391", "Bonthe | 120 | 129 | 249"]
    found = relations("Table 1. By sex\n" + "\n".join(rows) + "\n")
    assert [(kind, outcome, stated) for kind, outcome, stated, _ in found if kind == "sum"] == [
        ("sum", "passed", "605"), ("sum", "passed", "391"), ("sum", "passed", "249"),
    ]  # fmt: skip
