"""Numbers that are no figures are recognised and said so."""

import pytest

from crossfoot.prose import Kind, read


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("on 14 March 2019", "en", Kind.DATE),
        ("on March 14, 2019", "en", Kind.DATE),
        ("on 14/03/2019", "en", Kind.DATE),
        ("le 14 mars 2019", "fr", Kind.DATE),
        ("3月14日", "zh", Kind.DATE),
        ("at 16:45", "en", Kind.TIME),
        ("at 4 p.m.", "en", Kind.TIME),
        ("since 1987", "en", Kind.YEAR),
        ("the 1970s", "en", Kind.YEAR),
        ("the 2016-17 school year", "en", Kind.PERIOD),
        ("week 31 began", "en", Kind.PERIOD),
        ("call +33 1 44 55 66 77", "en", Kind.PHONE),
        ("see section 3.2", "en", Kind.REFERENCE),
        ("bulletin N° 27", "fr", Kind.REFERENCE),
        ("as shown before [7]", "en", Kind.REFERENCE),
        ("the H7N9 virus", "en", Kind.CODE),
        ("https://example.org/7 was down", "en", Kind.CODE),
        ("Zone 6 was closed", "en", Kind.NAME),
        ("open 24/7", "en", Kind.NAME),
        ("the 14th round", "en", Kind.ORDINAL),
        ("第5个", "zh", Kind.ORDINAL),
        ("数千人", "zh", Kind.VAGUE),
        ("a 4-1 win", "en", Kind.SCORE),
    ],
)
def test_kinds(text: str, language: str, kind: Kind) -> None:
    """Dates, times, telephones, references, codes and names keep their place in the text."""
    readings = read(text, language=language)
    assert [reading.kind for reading in readings] == [kind]
    assert not readings[0].is_figure


@pytest.mark.parametrize("text", ["no one came", "they met one another", "one can see it"])
def test_pronouns(text: str) -> None:
    """ "One" is not always a number."""
    assert read(text) == []


def test_code_before_a_noun() -> None:
    """A code does not hide the figure in front of it."""
    figures = [r for r in read("They treated 28 COVID-19 patients") if r.is_figure]
    assert [(r.value, r.counted) for r in figures] == [(28, "COVID-19 patients")]
