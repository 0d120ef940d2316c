"""Numbers that an author typed into the template: each is told with its line, unless it is marked as the author's own.

A date, a section's number or a number in a name states no figure. Everything else that the number
grammar reads as one does, in digits or in words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from crossfoot.prose import FIGURES, Kind, read

TOLD = FIGURES | {Kind.VAGUE, Kind.AMBIGUOUS, Kind.SCORE}
GAP = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands where the template prints something that was looked up
# Words that state a figure without holding a number; the grammar of numbers does not read them.
MULTIPLES = re.compile(
    r"\b(?:doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing)"
    r"|twice|thrice|(?:two|three|four|five|six|ten|hundred)fold"
    r"|(?:a|ont|est|sont|été) (?:doublé|triplé|quadruplé|décuplé)e?s?|(?:doubl|tripl|quadrupl)(?:ent|ait|aient)"
    r"|moitié|(?:le|du|au) (?:tiers|quart))\b"
    r"|翻番|翻了?[一两二三四五六七八九十]番|翻了?[一两二三四]倍|减半|过半|大半",
    re.IGNORECASE,
)
# The number of a heading or of an item is its own; so is what an address holds.
STRUCTURE = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+)?(?:\d+(?:\.\d+)*[.)、]|\d+(?:\.\d+)+)(?=[ \t])|\]\([^)\n]*\)|https?://\S+", re.MULTILINE
)
# Values that are compared or passed on are not printed as they stand.
NOT_PRINTED = (nodes.Call, nodes.Compare, nodes.Getitem, nodes.Test, nodes.Filter, nodes.Slice)


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that was typed by hand."""

    line: int  # of the template, counted from 1
    text: str  # as written


def typed_numbers(source: str) -> tuple[Typed, ...]:
    """Return the numbers that a template prints without looking them up, in the order of its lines.

    A template that cannot be parsed has none here: rendering it tells its line.
    """
    environment = Environment(autoescape=True)
    try:
        text = _prose(environment, source)
        constants = list(_constants(environment.parse(source)))
    except TemplateSyntaxError:
        return ()
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    found = {Typed(bisect_right(starts, at), word) for at, word in _numbers(text)}
    for line, constant in constants:
        found |= {Typed(line, word) for _, word in _numbers(constant)}
    return tuple(sorted(found, key=lambda typed: (typed.line, typed.text)))


def _prose(environment: Environment, source: str) -> str:
    """Return the words of a template on their lines, with a gap for everything else."""
    out = []
    for _line, kind, value in environment.lex(source):
        gap = GAP if kind == "variable_begin" else ""
        out.append(value if kind == "data" else gap + "\n" * value.count("\n"))
    return "".join(out)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the words of each number that states a figure."""
    masked = STRUCTURE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
    for reading in read(masked):
        if reading.kind in TOLD:
            yield reading.start, reading.text.strip()
    for found in MULTIPLES.finditer(masked):
        yield found.start(), found[0]


def _constants(tree: nodes.Node) -> Iterator[tuple[int, str]]:
    """Yield the constants that a template prints or keeps to print: {{ "34" }}, {% set known = 34 %}."""
    for child in tree.iter_child_nodes():
        if isinstance(child, NOT_PRINTED):
            continue
        if isinstance(child, nodes.Const) and not isinstance(child.value, bool | None):
            yield child.lineno, str(child.value)
        yield from _constants(child)
