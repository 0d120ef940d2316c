"""A text cut into paragraphs, list items, headings and lines of tables; and these into sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ITEM = re.compile(r"[ >]*(?:[-–+](?=\s)|[•‣▪◦●○■➢✓]|\* |\(?\d{1,2}[.)](?=\s)|\(?[a-zA-Z][.)] |\([ivx]{1,4}\) )\s*")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_STOP = re.compile(r"[.!?。！？](?=[\s\"')\]”’]|$)[\"')\]”’]*\s*|[。！？;；]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:[A-Za-z]|approx|etc|vs|No|no|Nos|Fig|Figs|fig|figs|Mr|Mrs|Ms|Dr|Prof|St|al|cf|ca|env|art|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Rs|Eq|Eqs|Ref|Refs|Sec|pp|vol|e\.g|i\.e|M|Mme)\.$"
)
LOOK_BACK = 8
LONGEST = 5_000  # code points; a longer block is cut at the end of a sentence, so that no one block takes long


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is read on its own."""

    start: int
    end: int
    item: bool = False
    heading: bool = False


def split_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of plain text, in order."""
    start = end = -1
    item = False
    position = 0
    for line in text.splitlines(keepends=True):
        here, position = position, position + len(line)
        stop = here + len(line.rstrip())
        alone = _HEADING.match(line) is not None or _is_row(line)
        begins_item = not alone and _ITEM.match(line) is not None
        if start >= 0 and (stop == here or alone or begins_item):
            yield from _cut(text, Block(start, end, item))
            start = -1
        if stop == here:
            continue
        if alone:
            yield from _cut(text, Block(here, stop, heading=_HEADING.match(line) is not None))
        elif start < 0:
            start, end, item = here, stop, begins_item
        else:
            end = stop
    if start >= 0:
        yield from _cut(text, Block(start, end, item))


def _is_row(line: str) -> bool:
    """Tell a row of a table from prose: cells between bars, tabs or wide gaps."""
    return "\t" in line or line.count("|") > 1 or ("   " in line and "   " in line.strip())


def _cut(text: str, block: Block) -> Iterator[Block]:
    """Yield the block, in pieces if it is too long."""
    start = block.start
    while block.end - start > LONGEST:
        end = _place_to_cut(text, start)
        yield Block(start, end, block.item, block.heading)
        start = end
    yield Block(start, block.end, block.item, block.heading)


def _place_to_cut(text: str, start: int) -> int:
    """Return where a long block is cut: after a sentence, else at a space, else anywhere."""
    half, limit = start + LONGEST // 2, start + LONGEST
    for ends in (("。", "！", "？", ". ", ".\n", "? ", "! "), ("\n", " ", ",", "，")):
        last = max(text.rfind(end, half, limit) for end in ends)
        if last > 0:
            return last + 1
    return limit


def sentences(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the sentences of a block as (start, end)."""
    found: list[tuple[int, int]] = []
    start = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        dot = match.start()
        if text[dot] == ".":
            if _ABBREVIATION.search(text, max(start, dot - LOOK_BACK), dot + 1):
                continue
            following = text[match.end() : match.end() + 1]
            if following.islower():
                continue
        found.append((start, match.end()))
        start = match.end()
    if start < block.end:
        found.append((start, block.end))
    return found
