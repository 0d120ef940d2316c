"""Rates of a count in a population."""

import pytest

from crossfoot.proof import proof


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 45 deaths in a population of 15,000, a rate of 3.0 per 1,000.", ["passed"]),
        ("There were 45 deaths in a population of 15,000, a rate of 3.2 per 1,000.", ["failed"]),
        ("Among 15,000 inhabitants there were 45 cases (attack rate 30 per 10,000).", ["passed"]),
        ("On compte 45 décès pour une population de 15 000, soit un taux de 3,2 pour 1 000.", ["failed"]),
        ("45 décès pour 15 000 habitants, soit un taux de 3,0 pour 1 000 habitants.", ["passed"]),
        ("人口15000人，死亡45人，死亡率为3.2‰。", ["failed"]),
        ("人口15000人，死亡45人，死亡率为3.0‰。", ["passed"]),
        ("There were 45 deaths in a population of 15,000, a rate of 1.1 per 10,000 per day.", []),
        ("There were 45 deaths in a population of 15,000, against a rate of 4.1 per 1,000 elsewhere.", []),
        ("There were 45 deaths in a population of 15,000; the rate was 4.1 per 1,000 in 2013.", []),
        ("45 nurses looked after 15,000 children, a rate of 9 per 1,000.", []),
    ],
)
def test_a_rate_follows_from_its_count_and_its_population(text, expected):
    """Only where each of the three figures is named for what it is, and no time or comparison comes in."""
    found = proof(text).relations
    assert [str(relation.outcome) for relation in found if relation.kind == "rate"] == expected
