"""Every cause and every evidence against has its words in each language."""

import re
from pathlib import Path

import pytest

from crossfoot.footing import culprit
from crossfoot.footing.culprit import Confidence
from crossfoot.footing.culprit.causes import catalogue
from crossfoot.wording import culprits, culprits_en, culprits_fr, culprits_zh
from crossfoot.wording.culprits import WrittenChange


@pytest.mark.parametrize("language", culprits.LANGUAGES)
def test_every_code_has_its_words(language):
    assert all(culprits.cause(code, language) for code in catalogue())
    assert all(culprits.confidence(confidence.value, language) for confidence in Confidence)
    source = (Path(culprit.__file__).parent / "examining.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"((?:breaks|out|rounding|nothing|another|search)-[a-z-]+)"', source))
    assert codes == {key.removeprefix("against.") for key in culprits_en.SENTENCES if key.startswith("against.")}
    assert all(culprits.against(code, language) for code in codes)
    assert culprits.unsettled(language)
    assert culprits.unexplained(language)


def test_the_languages_have_the_same_keys():
    assert list(culprits_en.SENTENCES) == list(culprits_fr.SENTENCES) == list(culprits_zh.SENTENCES)


@pytest.mark.parametrize(
    ("changes", "repairs", "language", "expected"),
    [
        ([("Montserrado", "194", "794")], 2, "en", "If Montserrado were 794 instead of 194, both sums would add up."),
        ([("Nimba", "", "12")], 1, "en", "If Nimba were 12 instead of blank, this would add up."),
        (
            [("A", "1", "2"), ("B", "3", "")],
            3,
            "en",
            "If A were 2 instead of 1 and B were other than 3, all 3 sums would add up.",
        ),
        ([("Nimba", "194", "794")], 1, "fr", "Si Nimba était 794 au lieu de 194, le compte y serait."),
        ([("甘肃", "194", "794")], 2, "zh", "如果甘肃是 794 而不是 194，两处合计就都相符。"),
    ],
)
def test_the_sentence(changes, repairs, language, expected):
    assert culprits.sentence([WrittenChange(*change) for change in changes], repairs, language) == expected
