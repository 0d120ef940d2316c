"""The sentences of findings: the same in every language, and complete."""

import string

import pytest

from crossfoot.checks import catalogue
from crossfoot.wording.findings import LANGUAGES, explanation, gaps, sentence, title
from crossfoot.wording.findings_en import SENTENCES as EN
from crossfoot.wording.findings_fr import SENTENCES as FR
from crossfoot.wording.findings_zh import SENTENCES as ZH

OUTCOMES = ("passed", "failed", "missing", "broken")
COLUMNS = {"area", "data_element", "period", "stated", "computed", "imbalance", "parts_reported", "parts_expected"}


def names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("other", [FR, ZH], ids=["fr", "zh"])
def test_the_same_sentences_and_gaps_in_every_language(other):
    assert other.keys() == EN.keys()
    assert {key: names(text) for key, text in other.items()} == {key: names(text) for key, text in EN.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", catalogue())
def test_every_check_has_a_title_and_a_sentence_for_each_outcome(code, language):
    assert title(code, language)
    for outcome in OUTCOMES:
        needed = gaps(code, outcome, language)
        assert needed <= COLUMNS | set(catalogue()[code].CHECK.detail) | {"file"}
        for suggestion in ("", "Margibi"):
            values = {name: f"<{name}>" for name in needed} | {"suggestion": suggestion}
            text = sentence(code, outcome, language, values)
            assert "{" not in text
            assert text.rstrip(">")[-1] in ".?。？" or text.endswith("<written>"), text


@pytest.mark.parametrize("language", ["fr", "zh"])
@pytest.mark.parametrize("code", catalogue())
def test_every_check_is_explained_in_every_language(code, language):
    explained = explanation(code, language)
    assert explained is not None
    assert all(explained)


def test_english_explanations_stand_in_the_checks():
    assert explanation("areas-do-not-sum", "en") is None


LIBERIA = {
    "area": "Liberia", "stated": "73", "data_element": "confirmed cases to date", "period": "2014-10-31",
    "parts_reported": "14", "parts_expected": "15", "parts_name": "counties", "computed": "2,378",
    "imbalance": "−2,305",
}  # fmt: skip


def test_the_sentence_of_a_sum():
    assert sentence("areas-do-not-sum", "failed", "en", LIBERIA) == (
        "Liberia states 73 for confirmed cases to date (2014-10-31); its 14 of 15 counties make 2,378 (−2,305)."
    )


def test_another_reading_is_told():
    values = {"area": "A", "stated": "7.8", "computed": "7.89", "data_element": "share", "period": "p"}
    plain = sentence("percentage-misstated", "failed", "en", values)
    told = sentence("percentage-misstated", "failed", "en", values | {"holds_if": "truncated"})
    assert told.startswith(plain + " It")


@pytest.mark.parametrize(
    ("cell", "row", "column", "place"),
    [
        ("C4", "4", "Cases", "a.csv, cell C4"), ("", "1", "Casse", "a.csv, row 1, column “Casse”"),
        ("", "7", "", "a.csv, row 7"), ("", "0", "", "(a.csv)"),
    ],
)  # fmt: skip
def test_the_place_in_a_file(cell, row, column, place):
    values = {"written": "x", "file": "a.csv", "cell": cell, "row": row, "column": column}
    assert place in sentence("name-unknown", "failed", "en", values)


def test_a_name_that_is_empty():
    values = {"written": "", "file": "a.csv", "cell": "S1", "row": "1", "column": ""}
    told = sentence("name-unknown", "failed", "en", values)
    assert told == "A row or column with figures has no name (a.csv, cell S1)."


def test_a_value_that_is_not_given():
    with pytest.raises(KeyError):
        sentence("areas-do-not-sum", "failed", "en", {"area": "Liberia"})
