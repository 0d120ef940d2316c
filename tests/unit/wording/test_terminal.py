"""The commands say the same in every language."""

import re
from string import Formatter

from crossfoot.wording.terminal import MESSAGES, grouped, say


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_has_every_message_with_the_same_values():
    english = MESSAGES["en"]
    for language, messages in MESSAGES.items():
        assert messages.keys() == english.keys(), language
        for key, text in messages.items():
            assert placeholders(text) == placeholders(english[key]), (language, key)


def test_numbers_are_grouped_as_the_language_does():
    assert grouped(47100, "en") == "47,100"
    assert grouped(47100, "fr") == "47\u202f100"
    assert grouped(47100, "zh") == "47,100"


def test_a_message_takes_its_values():
    text = say("checked", "en", campaign="Ebola", returns=101, cells=47100, as_of="2014-12-09")
    assert text == "Ebola · returns: 101 · cells: 47,100 · as of 2014-12-09"
    assert re.search("47\u202f100", say("checked", "fr", campaign="x", returns=1, cells=47100, as_of="x"))
