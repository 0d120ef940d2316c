"""The finished text read back: each number as printed, read by the grammar of numbers, against its figure.

What is printed goes through rounding, grouping, a unit and a qualifier in one of three languages;
what a reader takes from it has to be the figure that was looked up.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.briefing.document import (
    Block,
    Chart,
    Document,
    Entry,
    Fold,
    Heading,
    Inline,
    KeyFigures,
    Listing,
    Number,
    Prose,
    Table,
)  # fmt: skip
from crossfoot.prose import read_quantity

ALONE = re.compile(r"^\D*?(?=[+\-−]?\d)|(?<=\d)[^\d.,]*[^\W\d_].*$", re.DOTALL)  # what stands around the first number


@dataclass(frozen=True, slots=True)
class Misprint:
    """A number whose text says something else than its figure."""

    text: str
    value: Decimal  # of the figure
    evidence: str  # its anchor


def misprints(document: Document) -> tuple[Misprint, ...]:
    """Return the numbers of a document that do not read as their figures; an empty tuple if all do."""
    found: dict[tuple[str, Decimal], Misprint] = {}
    seen: set[tuple[str, Decimal]] = set()
    for number in _numbers(document.blocks):
        if number.value is None or (number.text, number.value) in seen:
            continue
        seen.add((number.text, number.value))
        if not reads_as(number.text, number.value, document.language):
            found[number.text, number.value] = Misprint(number.text, number.value, number.evidence)
    return tuple(found.values())


def reads_as(text: str, value: Decimal, language: str) -> bool:
    """Tell whether a printed number allows a value: rounding may hide places, never change them."""
    mark = "," if language == "fr" else "."
    # A unit may hold a number of its own (boxes of 20): then the number before it is read alone.
    read = read_quantity(text, decimal_mark=mark) or read_quantity(ALONE.sub("", text), decimal_mark=mark)
    return read is not None and (read.value == value or value in read.interval)


def _numbers(blocks: Iterable[Block]) -> Iterator[Number]:
    for block in blocks:
        for content in _inlines(block):
            yield from (run for run in content if isinstance(run, Number))
        yield from _numbers(_inside(block))


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Heading() | Prose():
            yield block.content
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)
            yield from (block.caption, block.note)
        case KeyFigures():
            yield from (inline for item in block.items for inline in (item.number, item.change, item.note))
        case Fold():
            yield block.summary
        case Entry():
            yield block.heading
        case Chart() | Listing():
            return


def _inside(block: Block) -> tuple[Block, ...]:
    match block:
        case Listing():
            return tuple(inside for item in block.items for inside in item)
        case Chart():
            return (block.table,)
        case Fold() | Entry():
            return block.blocks
        case _:
            return ()
