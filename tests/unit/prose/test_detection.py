"""The language of a text."""

import pytest

from crossfoot.prose import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The wells of the district were dry", "en"),
        ("Les puits du district étaient à sec", "fr"),
        ("该县水井已干", "zh"),
        ("該縣水井已乾", "zh"),
        ("1234", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language
