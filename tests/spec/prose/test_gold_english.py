"""English sentences of news and science, labelled by hand, read as a whole.

In `gold/` each line is a sentence; {surface|value unit} marks a figure, {surface|low..high unit} a range, and
"-" or "~" something that has no value. The rules were developed on the first, third, fifth … sentence of each
file; the others told how far they hold.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from crossfoot.prose import Kind, Reading, read
from crossfoot.terms.figure import Qualifier

_MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")
_NO_FIGURE = frozenset("-~")  # marked to show that it is none, or has no value
_SAME = Decimal("1e-6")
VALUES, UNITS, PLACES = 98.5, 97.0, 98.5  # the least F1, in percent


@dataclass(frozen=True)
class Label:
    """One figure of a sentence: its place, its value or two ends, its unit or what is counted."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    unit: str


@dataclass(frozen=True)
class Sentence:
    """A sentence without its marks, and its figures."""

    text: str
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class Score:
    """F1 in percent: of values, of values with unit, of places; and what was missed."""

    values: float
    units: float
    places: float
    missed: tuple[str, ...]


def sentences(name: str, half: int) -> list[Sentence]:
    """Return every other sentence of a file, from the first (0) or the second (1)."""
    lines = (Path(__file__).parent / "gold" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_sentence(line) for line in lines[half::2]]


def _sentence(line: str) -> Sentence:
    text, labels, last = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[last : match.start()]
        surface, said = match.groups()
        if said not in _NO_FIGURE:
            value, _, unit = said.partition(" ")
            values = tuple(_decimal(end) for end in value.split(".."))
            labels.append(Label(len(text), len(text) + len(surface), values, unit))
        text += surface
        last = match.end()
    return Sentence(text + line[last:], tuple(labels))


def _decimal(written: str) -> Decimal:
    part = Fraction(written)
    return Decimal(part.numerator) / part.denominator


def score(found: list[Sentence]) -> Score:
    """Read each sentence and compare; a label is met by the reading that overlaps it."""
    values = units = places = labels = readings = 0
    missed = []
    for sentence in found:
        figures = [reading for reading in read(sentence.text, language="en") if reading.is_figure]
        labels += len(sentence.labels)
        readings += len(figures)
        free = list(figures)
        for label in sentence.labels:
            over = [figure for figure in free if figure.start < label.end and label.start < figure.end]
            right = next((figure for figure in over if _ends(figure) == _rounded(label.values)), None)
            places += bool(over)
            met = right or (over[0] if over else None)
            if met is not None:
                free.remove(met)
            values += right is not None
            united = right is not None and _unit(right) == label.unit.lower()
            units += united
            if not united:
                surface = sentence.text[label.start : label.end]
                missed.append(f"{surface!r} {label.unit!r}: {_shown(met)} in {sentence.text}")
        missed += [f"extra {_shown(figure)} in {sentence.text}" for figure in free]
    total = (labels + readings) / 200
    return Score(values / total, units / total, places / total, tuple(missed))


def _rounded(values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    return tuple(value.quantize(_SAME) if abs(value) > 1 else round(value.normalize(), 12) for value in values)


def _ends(figure: Reading) -> tuple[Decimal, ...]:
    if figure.value is None:
        return ()
    if figure.qualifier is Qualifier.RANGE and figure.lower is not None and figure.upper is not None:
        return _rounded((figure.lower, figure.upper))
    return _rounded((figure.value,))


def _unit(figure: Reading) -> str:
    return figure.unit.lower() or ("" if figure.kind in (Kind.FRACTION, Kind.RATIO) else figure.counted.lower())


def _shown(figure: Reading | None) -> str:
    if figure is None:
        return "nothing"
    return f"{figure.kind} {figure.text!r} {[str(end) for end in _ends(figure)]} {_unit(figure)!r}"


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize(("name", "least"), [("english_news", 125), ("english_science", 70)])
def test_labelled_sentences(name: str, least: int, half: int) -> None:
    """Nearly every figure is found with its value and unit, and nearly nothing else is taken for one."""
    found = sentences(name, half)
    assert len(found) >= least
    reached = score(found)
    assert reached.values >= VALUES, reached.missed
    assert reached.units >= UNITS, reached.missed
    assert reached.places >= PLACES, reached.missed
