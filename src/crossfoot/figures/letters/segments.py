"""A letter in the pieces that are read on their own: headings, list items, lines with a label, paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.documents import Block, BlockKind, Layout, masked

_LABELLED = re.compile(r"[^:：\n]{1,80}[:：=]\s*\S")
_QUOTED = re.compile(r"(?m)^[ \t]*>.*$")
_STOP = re.compile(r"\bSTOP\b")
_TITLE = 90  # code points of a line that may be a title
_STOPS = ".;!?。；！？"
MARKS = " \t*_-–—•‣▪●○|#>\u00a0"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a letter. Offsets are those of its text."""

    start: int
    end: int
    page: int | None
    heading: bool = False
    level: int = 0  # of a heading, 1 to 6; 0 of a title that only looks like one
    item: bool = False  # an item of a list, or one of several lines that begin with a label


def running_text(document: Layout) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without tables, code and quoted letters, each blanked out, and where those quotes stand."""
    text = masked(document)
    if len(_STOP.findall(text)) > 1:
        text = _STOP.sub(".   ", text)  # a telegram: as long as it was
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    return _QUOTED.sub(lambda match: " " * len(match[0]), text), quotes


def segments_of(document: Layout, text: str) -> Iterator[Segment]:
    """Yield the segments of a letter, in order."""
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.CODE):
            continue
        if block.kind is BlockKind.PARAGRAPH:
            yield from _paragraph(block, text)
        else:
            heading = block.kind is BlockKind.HEADING
            yield Segment(block.start, block.end, block.page, heading, block.level if heading else 0, not heading)


def _paragraph(block: Block, text: str) -> Iterator[Segment]:
    lines = []
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        lines.append((start, start + len(line), line))
        start += len(line) + 1
    labelled = sum(_LABELLED.match(line.strip(MARKS)) is not None for _, _, line in lines)
    if len(lines) > 1 and 2 * labelled >= len(lines):
        for first, last, line in lines:
            if line.strip():
                yield Segment(first, last, block.page, item=_LABELLED.match(line.strip(MARKS)) is not None)
        return
    bare = text[block.start : block.end].strip(MARKS)
    short = len(lines) == 1 and 0 < len(bare) <= _TITLE
    title = short and bare[-1] not in _STOPS and ":" not in bare and "：" not in bare
    yield Segment(block.start, block.end, block.page, heading=title)
