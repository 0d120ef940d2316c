"""Reading costs in proportion to the text, hostile paragraphs included."""

import time

import pytest

from crossfoot.prose import read

HOSTILE = {
    "digits": "1",
    "commas": "1,",
    "dashes": "1-",
    "semicolons": "1;",
    "stops": "1. ",
    "brackets": "(1) ",
    "groups": "1 234 567 ",
    "stars": "*",
    "words": "one ",
    "joined": "one and ",
    "hyphens": "twenty-",
    "inches": '1" ',
    "places": "In Bo, Ko 1 ",
    "ranges": "1 to ",
    "shares": "1 of ",
    "lines": "1\n",
    "fractions": "½",
    "superscripts": "⁵",
    "characters": "一",
    "parts": "三分之",
    "points": "点",
    "myriads": "1万",
    "quarters": "a quarter of a ",
    "nationwide": "nationwide 1 ",
    "dates": "1 May 2014 ",
}


def seconds(text: str) -> float:
    best = 99.0
    for _ in range(3):
        begin = time.process_time()
        read(text)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_linear(name: str) -> None:
    """Eight times the text takes far less than the 64 times of a quadratic cost."""
    piece = HOSTILE[name]
    small = seconds(piece * (1000 // len(piece)))
    great = seconds(piece * (8000 // len(piece)))
    assert great < 26 * small + 0.02
