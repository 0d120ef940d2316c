"""Text and Markdown → blocks; the text itself stays as it is, so that offsets are the file's own."""

import re

from crossfoot.documents.grid import Segment, cells_of, find_tables
from crossfoot.documents.layout import Block, BlockKind, Cell, Layout

CONTROLS = {code: " " for code in [*range(9), *range(11, 32), *range(127, 160)]}
ITEM = re.compile(
    r"([ \t]*)(?:[-*+•‣▪◦–—·●○■□➢✓]|\(?\d{1,3}[.)、]|\(?[a-z][.)]|[（(][一二三四五六七八九十]{1,3}[)）])\s+\S"
)
COLUMNS = 2  # that make a line one of a table
BARS, BARRED = 2, 3  # bars in a line, and lines with as many of them, that are a table without a line of dashes
HEADING = re.compile(r" {0,3}(#{1,6})\s")
FENCE = re.compile(r" {0,3}(```|~~~)")
PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
UNDERLINE = re.compile(r"\s*(=+|-{3,}|~{3,})\s*$")
GAP = re.compile(r"[ \u00a0]{2,}|\t[ \t]*")
DIGIT = re.compile(r"\d")


def normalised(text: str) -> str:
    """Return the text with one kind of line end and no control characters."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)


def read_plain(text: str) -> Layout:
    """Return the blocks of a text or of a Markdown source."""
    text = normalised(text)
    blocks: list[Block] = []
    group: list[tuple[int, str]] = []
    fenced = ""
    offset = 0
    for line in text.split("\n"):
        fence = FENCE.match(line)
        if fenced or fence:
            if group and not fenced:
                blocks += read_group(group)
                group = []
            if fence and (not fenced or fence[1] == fenced):
                fenced = "" if fenced else fence[1]
            blocks.append(Block(BlockKind.CODE, offset, offset + len(line)))
        elif line.strip():
            group.append((offset, line))
        elif group:
            blocks += read_group(group)
            group = []
        offset += len(line) + 1
    blocks += read_group(group)
    return Layout(text, tuple(blocks))


def read_group(lines: list[tuple[int, str]]) -> list[Block]:
    """Return the blocks of lines without an empty line between them."""
    if len(lines) >= COLUMNS and PIPE_RULE.match(lines[1][1]) and "|" in lines[0][1]:
        return [pipe_table(lines)]
    barred = with_bars(lines)
    if barred is not None:
        first, last = barred
        return [*read_group(lines[:first]), pipe_table(lines[first:last]), *read_group(lines[last:])]
    spaced = [segments(offset, line) if GAP.search(line.strip()) else [] for offset, line in lines]
    if sum(len(line) >= COLUMNS for line in spaced) >= COLUMNS:
        return read_spaced(lines, spaced)
    return read_running(lines)


def with_bars(lines: list[tuple[int, str]]) -> tuple[int, int] | None:
    """Return the first run of lines with the same number of bars, two or more: a table without a line of dashes."""
    counts = [line.strip().strip("|").count("|") for _, line in lines]
    first = 0
    while first < len(counts):
        last = first + 1
        while last < len(counts) and counts[last] == counts[first]:
            last += 1
        if counts[first] >= BARS and last - first >= BARRED:
            return first, last
        first = last
    return None


def read_spaced(lines: list[tuple[int, str]], spaced: list[list[Segment]]) -> list[Block]:
    """Return the blocks of lines some of which are laid out in columns."""
    whole = [parts or segments(*line) for parts, line in zip(spaced, lines, strict=True)]
    blocks: list[Block] = []
    done = 0
    for first, last in find_tables(whole):
        blocks += read_running(lines[done:first])
        start, end = lines[first][0], lines[last - 1][0] + len(lines[last - 1][1])
        blocks.append(Block(BlockKind.TABLE, start, end, cells=cells_of(whole[first:last])))
        done = last
    return blocks + read_running(lines[done:])


def segments(offset: int, line: str) -> list[Segment]:
    """Return the stretches between wide gaps; a tab is a gap of its own and a step to the next eight."""
    found: list[Segment] = []
    shown = 0.0  # column on the screen, tabs spread out
    last = 0
    for match in [*GAP.finditer(line), None]:
        end = len(line) if match is None else match.start()
        if line[last:end].strip():
            part = line[last:end]
            has_digit = DIGIT.search(part) is not None
            found.append(Segment(shown, shown + len(part), offset + last, offset + end, has_digit))
        if match is None:
            break
        shown += end - last
        for character in match[0]:
            shown = (shown // 8 + 1) * 8 if character == "\t" else shown + 1
        last = match.end()
    return found


def read_running(lines: list[tuple[int, str]]) -> list[Block]:
    """Return headings, list items and paragraphs of lines that belong together."""
    blocks: list[Block] = []
    open_kind: BlockKind | None = None
    start = end = level = 0
    for number, (offset, line) in enumerate(lines):
        item, heading = ITEM.match(line), HEADING.match(line)
        if heading or item or open_kind is BlockKind.HEADING:
            if open_kind is not None:
                blocks.append(Block(open_kind, start, end, level=level))
            open_kind = None
        if open_kind is None:
            open_kind = BlockKind.HEADING if heading else BlockKind.ITEM if item else BlockKind.PARAGRAPH
            start = offset
            level = len(heading[1]) if heading else len(item[1].expandtabs()) if item else 0
        elif UNDERLINE.match(line) and number == 1:
            open_kind, level = BlockKind.HEADING, 1
        end = offset + len(line)
    if open_kind is not None:
        blocks.append(Block(open_kind, start, end, level=level))
    return blocks


def pipe_table(lines: list[tuple[int, str]]) -> Block:
    """Return a table written with bars; a line of dashes below its head is no row."""
    cells: list[Cell] = []
    row = 0
    for number, (offset, line) in enumerate(lines):
        if number == 1 and PIPE_RULE.match(line):
            continue
        inner = line.strip().strip("|")
        position = offset + line.index(inner) if inner else offset
        for column, part in enumerate(re.split(r"(?<!\\)\|", inner)):
            start = position + len(part) - len(part.lstrip())
            cells.append(Cell(row, column, start, start + len(part.strip()), header=number == 0))
            position += len(part) + 1
        row += 1
    return Block(BlockKind.TABLE, lines[0][0], lines[-1][0] + len(lines[-1][1]), cells=tuple(cells))


def read_separated(text: str, separator: str) -> Layout:
    """Return a CSV or tab-separated file as one table; quoted cells keep their quotes out of the span."""
    text = normalised(text)
    pattern = re.compile(rf'"((?:[^"]|"")*)"({separator}|\n|$)|([^{separator}\n]*)({separator}|\n|$)')
    cells: list[Cell] = []
    row = column = position = 0
    while position < len(text):
        match = pattern.match(text, position)
        if match is None:
            break
        group = 1 if match[1] is not None else 3
        cells.append(Cell(row, column, match.start(group), match.end(group)))
        column += 1
        if (match[2] or match[4]) in ("\n", None, ""):
            row, column = row + 1, 0
        position = max(match.end(), position + 1)
    block = Block(BlockKind.TABLE, 0, len(text), cells=tuple(cells))
    return Layout(text, (block,) if cells else ())
