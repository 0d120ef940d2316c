"""A report in two languages, in one document or in two files."""

import pytest

from crossfoot.proof import proof, proof_together


def same(text):
    """Return the outcomes of the figures that are stated twice."""
    return [str(relation.outcome) for relation in proof(text).relations if relation.kind == "same"]


ENGLISH = "A total of {} deaths have been reported as of 29 August 2014.\n\n"
FRENCH = "Un total de {} décès ont été notifiés au 29 août 2014.\n\n"
CHINESE = "截至2014年8月29日，累计报告{}例死亡病例。以下为各地区报告情况的说明，详见附件所列的各项统计表格与说明文字。\n\n"


@pytest.mark.parametrize("versions", [(ENGLISH, FRENCH), (FRENCH, ENGLISH), (CHINESE, FRENCH)])
def test_two_languages_state_the_same_total(versions):
    one, other = versions
    assert same(one.format(363) + other.format(363)) == ["passed"]
    assert same(one.format(363) + other.format(360)) == ["failed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 363 people died in Nimba\n\nA total of 360 deaths have been reported in Nimba.\n", ["failed"]),
        ("As of 29 August, a total of 363 deaths were seen.\n\nIn all, 360 people had died as of 29 August.\n", ["failed"]),
        ("A total of 363 deaths were seen.\n\nIn all, 360 deaths were recorded.\n", []),
        ("A total of 363 people died.\n\n| Area | Deaths |\n|---|---|\n| A | 160 |\n| B | 200 |\n| Total | 360 |\n", ["failed"]),
        ("Un total de 363 décès au 29 août.\n\nAu total, 360 personnes sont mortes au 29 août.\n", ["failed"]),
    ],
)
def test_other_words_for_the_same_figure(text, expected):
    """Two sentences of one text are compared only where both name the day or the place."""
    assert same(text) == expected


def files(last):
    """Return an English and a French report, whose fourth total is given for the French one."""
    english = "".join(f"A total of {n} {noun} were reported.\n\n" for n, noun in
                      [(363, "deaths"), (1240, "confirmed cases"), (872, "suspected cases"), (515, "displaced people")])  # fmt: skip
    french = "".join(f"Un total de {n} {noun} ont été notifiés.\n\n" for n, noun in
                     [(363, "décès"), (1240, "cas confirmés"), (872, "cas suspects"), (last, "déplacés")])  # fmt: skip
    return [(english.encode(), "report.en.md"), (french.encode(), "report.fr.md")]


def test_two_files_are_versions_once_three_totals_agree():
    first, second = proof_together(files(515))
    assert first.relations == ()
    assert [str(relation.outcome) for relation in second.relations] == ["passed"] * 4
    [failed] = proof_together(files(551))[1].failed
    assert failed.why.startswith("report.en.md dit 515, ici c’est 551")


def test_two_reports_of_other_weeks_are_not_compared():
    english, _ = files(515)
    french = "Un total de 370 décès ont été notifiés.\n\nUn total de 1240 cas confirmés ont été notifiés.\n"
    assert proof_together([english, (french.encode(), "autre.md")])[1].relations == ()


def test_versions_in_one_language_are_not_compared():
    """Two English reports given together are two reports."""
    english, _ = files(515)
    assert proof_together([english, english])[1].relations == ()
