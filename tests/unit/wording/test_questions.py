"""A sheet of questions says the same in every language, and accuses nobody."""

from string import Formatter

import pytest

from crossfoot.wording.questions import QUESTIONS, ask, ask_of, joined


def gaps(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", QUESTIONS)
def test_every_language_has_every_sentence_with_the_same_gaps(language):
    english = QUESTIONS["en"]
    assert QUESTIONS[language].keys() == english.keys()
    for key, text in QUESTIONS[language].items():
        assert gaps(text) == gaps(english[key]), key
        assert text.strip() == text, key


def test_the_words_of_blame_are_not_in_it():
    blame = ("error", "mistake", "fault", "wrong with you", "must", "failed", "incorrect")
    for key, text in QUESTIONS["en"].items():
        assert not any(word in text.lower() for word in blame), key


def test_one_and_many():
    values = {"suggested": "310", "stated": "130"}
    assert ask_of("fits", 1, "en", **values) == "With 310 in place of 130, it would fit together."
    assert ask_of("fits", 3, "en", **values) == "With 310 in place of 130, all 3 would fit together."
    assert ask_of("fits", 3, "zh", **values) == "若为 310 而非 130，这 3 处都可对上。"


def test_sentences_follow_one_another_as_the_language_has_it():
    assert joined(["One.", "", "Two."], "en") == "One. Two."
    assert joined(["一。", "二。"], "zh") == "一。二。"
    assert ask("returns", "fr") == "Rapports qui ne sont pas arrivés"
