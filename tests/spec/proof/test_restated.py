"""A figure that a headline, the text and a table state."""

import pytest

from crossfoot.proof import proof

TABLE = "\n| Area | Deaths |\n|---|---|\n| Nimba | 163 |\n| Bong | 200 |\n| Total | 363 |\n"
TABLEAU = "\n| Zone | Décès |\n|---|---|\n| Nimba | 163 |\n| Bong | 200 |\n| Total | 363 |\n"
BIAO = "\n| 地区 | 死亡病例 |\n|---|---|\n| 甲 | 163 |\n| 乙 | 200 |\n| 合计 | 363 |\n"


def same(text):
    """Return the outcomes of the figures that are stated twice."""
    return [str(relation.outcome) for relation in proof(text).relations if relation.kind == "same"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A total of 363 deaths have been reported.\n" + TABLE, ["passed"]),
        ("A total of 360 deaths have been reported.\n" + TABLE, ["failed"]),
        ("Un total de 363 décès ont été notifiés.\n" + TABLEAU, ["passed"]),
        ("Un total de 360 décès ont été notifiés.\n" + TABLEAU, ["failed"]),
        ("# 363 deaths in Nimba\n\nA total of 360 deaths have been reported in Nimba.\n", ["failed"]),
        ("# 363 deaths in Nimba\n\nA total of 363 deaths have been reported.\n", ["passed"]),
        ("累计报告363例死亡病例。\n" + BIAO, ["passed"]),
        ("累计报告360例死亡病例。\n" + BIAO, ["failed"]),
    ],
)
def test_the_same_words_state_the_same_figure(text, expected):
    assert same(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A total of 360 deaths have been reported in Lofa.\n" + TABLE,
        "As of 29 August, a total of 360 deaths have been reported.\n" + TABLE,
        "A total of 12 deaths have been reported among health workers.\n" + TABLE,
        "About 360 deaths have been reported.\n" + TABLE,
        "A total of 12 deaths (among women) have been reported.\n" + TABLE,
        "Yesterday 12 deaths were reported.\n" + TABLE,
        "A total of 12 confirmed deaths were reported.\n" + TABLE,
        "# 363 deaths in Nimba\n\n## Bong\n\nA total of 360 deaths have been reported.\n",
        "# 10 patients recovered\n\nA total of 20 patients were admitted.\n",
        "## Lofa\n\nA total of 360 deaths have been reported.\n\n## Bong\n" + TABLE,
    ],
)
def test_other_words_may_state_another_figure(text):
    """Another place, time or group, or a figure that is not exact, is not compared."""
    assert same(text) == []
