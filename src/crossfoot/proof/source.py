"""A layout read: its figures in order, its tables as grids, and the lower-case text for the rules."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from crossfoot.documents import Block, BlockKind, Cell, Layout, masked
from crossfoot.footing import interval_of
from crossfoot.proof.document import Figure
from crossfoot.proof.headed import Headed, caption_date, described, headed, names_age
from crossfoot.prose import Kind, Reading, detect_language, read
from crossfoot.prose.digits import Habit, habit_of, read_digits
from crossfoot.terms.figure import Qualifier

PLAIN = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[-−–+])?\s*(?P<money>[$€£¥])?\s*"
    r"(?P<digits>\d[\d.,' \u00a0\u2009\u202f]*\d|\d|[.,]\d+)\s*(?P<percent>%)?\s*"
    r"(?P<close>\))?\s*(?P<mark>[*†‡§]{1,2})?"
)
LONGEST, GROUP = 40, 3  # digits of a number in a cell, and of a group of thousands
LONGEST_HEAD = 120  # code points of a column's heading that are kept
FEWEST_LABELS = 3  # running numbers that make a column of labels
FIRST_YEAR, LAST_YEAR = 1800, 2100
SAMPLE = 200_000  # code points looked at for the habit of a table's decimal mark


@dataclass(slots=True)
class Grid:
    """A table: the figure of each cell that is one number, and the text of the others."""

    block: int
    height: int
    width: int
    figures: dict[tuple[int, int], Figure] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    head: int = 0  # rows above the first that holds figures


@dataclass(slots=True)
class Source:
    """What the rules look at."""

    text: str
    low: str
    language: str
    blocks: tuple[Block, ...]
    figures: list[Figure]
    others: list[Reading]
    running: list[list[Figure]]  # the figures of each block that is not a table
    grids: list[Grid]


def source_of(layout: Layout) -> Source:
    """Read a layout: running text by the grammar of prose, cells that are one number as they stand."""
    text = layout.text
    language = detect_language(text)
    readings = [] if not layout.blocks else read(masked(layout))
    figures: list[Figure] = []
    grids: list[Grid] = []
    habit = habit_of(text[:SAMPLE], "," if language == "fr" else ".")
    cells: list[tuple[Grid, Cell]] = []
    for number, block in enumerate(layout.blocks):
        if block.kind is BlockKind.TABLE:
            grids.append(grid_of(text, number, block, habit, cells))
    readings += read_cells(text, cells)
    homes = block_numbers(readings, layout.blocks)
    others = [reading for reading in readings if not (reading.is_figure and reading.value is not None)]
    for reading, number in zip(readings, homes, strict=True):
        if reading.is_figure and reading.value is not None:
            page = layout.blocks[number].page if number >= 0 else None
            figures.append(figure_of(reading, number, page, reading.value))
    for grid in grids:
        figures += grid.figures.values()
    figures.sort(key=lambda figure: figure.start)
    figures = numbered(figures, grids, context_of(text, layout.blocks, grids, others))
    tables = {number for number, block in enumerate(layout.blocks) if block.kind is BlockKind.TABLE}
    running: list[list[Figure]] = [[] for _ in layout.blocks]
    for figure in figures:
        if figure.block >= 0 and figure.block not in tables:
            running[figure.block].append(figure)
    low = text.lower()
    return Source(
        text, low if len(low) == len(text) else text, language, layout.blocks, figures, others, running, grids
    )


def context_of(
    text: str, blocks: tuple[Block, ...], grids: list[Grid], others: list[Reading]
) -> dict[int, Headed]:
    """Return, by where the figure of a cell starts, what its table says about it."""
    found: dict[int, Headed] = {}
    for grid in grids:
        when = caption_date(text, blocks, grid.block, others)
        said = headed(grid.figures, grid.texts, heads_of(grid), when)
        found |= {grid.figures[place].start: words for place, words in said.items()}
    return found


def numbered(figures: list[Figure], grids: list[Grid], said: dict[int, Headed]) -> list[Figure]:
    """Return the figures with their ids, those of cells with what their table says about them."""
    named = {}
    for number, figure in enumerate(figures, 1):
        counted, area, period = described(figure, said.get(figure.start))
        named[figure.start, figure.end] = replace(
            figure, id=f"f{number}", counted=counted, area=area, period=period
        )
    figures = list(named.values())
    for grid in grids:
        grid.figures = {place: named[figure.start, figure.end] for place, figure in grid.figures.items()}
    return figures


def figure_of(reading: Reading, block: int, page: int | None, value: Decimal) -> Figure:
    """Return a reading as a figure of the document; its id is given later."""
    return Figure(
        "", reading.text, reading.start, reading.end, page, value, reading.lower, reading.upper,
        reading.lower_closed, reading.upper_closed, reading.qualifier, reading.unit, reading.counted,
        reading.area, reading.period, reading.kind, reading.decimals, reading.sentence, reading.part_of,
        reading.restates, block, reading.language,
    )  # fmt: skip


def block_numbers(readings: Sequence[Reading], blocks: Sequence[Block]) -> list[int]:
    """Return for each reading the block it stands in, -1 for none."""
    order = sorted(range(len(readings)), key=lambda index: readings[index].start)
    homes = [-1] * len(readings)
    number = 0
    for index in order:
        start = readings[index].start
        while number < len(blocks) and blocks[number].end <= start:
            number += 1
        if number < len(blocks) and blocks[number].start <= start:
            homes[index] = number
    return homes


def grid_of(text: str, number: int, block: Block, habit: Habit, unread: list[tuple[Grid, Cell]]) -> Grid:
    """Return the cells of a table; those that hold a number among words are left to the grammar."""
    height = max((cell.row for cell in block.cells), default=-1) + 1
    width = max((cell.column + cell.column_span for cell in block.cells), default=0)
    grid = Grid(number, height, width)
    for cell in block.cells:
        words = text[cell.start : cell.end]
        if not words.strip():
            continue
        figure = plain_figure(words, cell, number, block.page, habit)
        if figure is not None:
            grid.figures[cell.row, cell.column] = figure
            continue
        for column in range(cell.column, cell.column + cell.column_span):
            for row in range(cell.row, cell.row + cell.row_span):
                grid.texts[row, column] = words.strip()
        if any(character.isdigit() for character in words) and not (cell.column == 0 and names_age(words)):
            unread.append((grid, cell))
    drop_labels(grid)
    grid.head = min((row for row, _ in grid.figures), default=0)
    return grid


def plain_figure(words: str, cell: Cell, block: int, page: int | None, habit: Habit) -> Figure | None:
    """Return the figure of a cell that is nothing but a number."""
    match = PLAIN.fullmatch(words.strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    digits = match["digits"]
    read_as = read_digits(f"0{digits}" if digits[0] in ".," else digits, habit) if sane(digits) else None
    if read_as is None:
        return None
    value = -read_as.value if match["open"] or match["sign"] in ("-", "−", "–") else read_as.value
    kind = Kind.PERCENT if match["percent"] else Kind.MONEY if match["money"] else Kind.COUNT
    decimals = read_as.decimals or (0 if match["percent"] else None)
    start = cell.start + len(words) - len(words.lstrip())
    bounds = interval_of(value, Qualifier.EXACT, decimals)
    unit = (
        "%"
        if match["percent"]
        else {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}.get(match["money"] or "", "")
    )
    return Figure(
        "", words.strip(), start, start + len(words.strip()), page, value, bounds.lower, bounds.upper, True,
        True, Qualifier.EXACT, unit, "", "", "", kind, decimals, (cell.start, cell.end), None, None, block,
    )  # fmt: skip


def sane(digits: str) -> bool:
    """Tell a number from digits with stray marks, such as a date or a telephone number."""
    marks = set(digits) - set("0123456789")
    if len(digits) > LONGEST:
        return False
    blanks = marks & set("' \u00a0\u2009\u202f")
    groups = re.split(r"['\s\u00a0\u2009\u202f]", digits) if blanks else [digits]
    whole = [
        re.split(r"[.,]", group)[0] if number == len(groups) - 1 else group
        for number, group in enumerate(groups)
    ]
    spaced = len(blanks) <= 1 and all(len(group) == GROUP for group in whole[1:]) and len(groups[0]) <= GROUP
    return (not blanks or spaced) and digits.count(".") * digits.count(",") <= max(
        digits.count("."), digits.count(",")
    )


def drop_labels(grid: Grid) -> None:
    """Take numbers that only name a row or a column (years, running numbers) out of the figures."""
    rows: dict[int, list[int]] = {}
    for row, column in grid.figures:
        rows.setdefault(row, []).append(column)
    for row in sorted(rows):
        values = [grid.figures[row, column] for column in sorted(rows[row])]
        if not (len(values) > 1 and names(values)):
            break
        for column in rows[row]:
            grid.texts[row, column] = grid.figures.pop((row, column)).text
    columns: dict[int, list[int]] = {}
    for row, column in grid.figures:
        columns.setdefault(column, []).append(row)
    first = min(columns, default=-1)
    if (
        first >= 0
        and len(columns[first]) >= FEWEST_LABELS
        and names([grid.figures[row, first] for row in sorted(columns[first])])
    ):
        for row in columns[first]:
            grid.texts[row, first] = grid.figures.pop((row, first)).text


def names(figures: Sequence[Figure]) -> bool:
    """Tell years and running numbers from figures: whole, and each one more or one less than the last."""
    values = [figure.value for figure in figures]
    if any(
        value != value.to_integral_value() or figure.unit
        for value, figure in zip(values, figures, strict=True)
    ):
        return False
    steps = {after - before for before, after in pairwise(values)}
    years = all(FIRST_YEAR <= value <= LAST_YEAR for value in values)
    ordered = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return (years and ordered) or (len(steps) == 1 and abs(steps.pop()) == 1 and len(values) >= FEWEST_LABELS)


def heads_of(grid: Grid) -> dict[int, str]:
    """Return what each column counts, from the words above it."""
    heads: dict[int, str] = {}
    for column in range(grid.width):
        words = [grid.texts[row, column] for row in range(grid.head) if (row, column) in grid.texts]
        heads[column] = " ".join(dict.fromkeys(words))[:LONGEST_HEAD]
    return heads


def read_cells(text: str, cells: Sequence[tuple[Grid, Cell]]) -> list[Reading]:
    """Read the cells that hold words and numbers, each on its own."""
    if not cells:
        return []
    joined = "\n\n".join(text[cell.start : cell.end].replace("\n", " ") for _, cell in cells)
    starts, position = [], 0
    for _, cell in cells:
        starts.append(position)
        position += cell.end - cell.start + 2
    return list(moved(read(joined), starts, [cell.start for _, cell in cells], text))


def moved(readings: Iterable[Reading], starts: list[int], places: list[int], text: str) -> Iterator[Reading]:
    """Yield readings of joined cells with the offsets that they have in the document."""
    number = 0
    for reading in readings:
        while number + 1 < len(starts) and starts[number + 1] <= reading.start:
            number += 1
        by = places[number] - starts[number]
        start, end = reading.start + by, reading.end + by
        yield replace(
            reading,
            start=start,
            end=end,
            text=text[start:end],
            sentence=(reading.sentence[0] + by, reading.sentence[1] + by),
            part_of=None if reading.part_of is None else (reading.part_of[0] + by, reading.part_of[1] + by),
            restates=None
            if reading.restates is None
            else (reading.restates[0] + by, reading.restates[1] + by),
        )
