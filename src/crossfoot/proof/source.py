"""A layout read: its figures in order, its tables as grids, and the lower-case text for the rules."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

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
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}
HAS_DIGIT = re.compile(r"\d")
MOST_SPREAD = 200_000  # places of a table that texts of merged cells are written to
ZERO = Decimal(0)
MOST_SEARCHED = 100_000  # numbers of a document's tables that sums and shares are sought among
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
    pictures: tuple[int, ...] = ()  # pages that nothing could be read on
    unsearched: frozenset[int] = frozenset()  # blocks of tables that are too large to be searched


def source_of(layout: Layout) -> Source:
    """Read a layout: running text by the grammar of prose, cells that are one number as they stand."""
    text, blocks = layout.text, layout.blocks
    language = detect_language(text)
    readings = [] if not blocks else read(masked(layout))
    habit = habit_of(text[:SAMPLE], "," if language == "fr" else ".")
    cells: list[tuple[Grid, Cell]] = []
    plain: list[tuple[Reading, Grid, tuple[int, int]]] = []  # with the row and column of each
    grids = [
        grid_of(text, number, block, habit, cells, plain)
        for number, block in enumerate(blocks)
        if block.kind is BlockKind.TABLE
    ]
    readings += read_cells(text, cells)
    others = [reading for reading in readings if not (reading.is_figure and reading.value is not None)]
    found = [reading for reading in readings if reading.is_figure and reading.value is not None]
    figures = numbered(found, plain, blocks, context_of(text, blocks, plain, others))
    running: list[list[Figure]] = [[] for _ in blocks]
    for figure in figures:
        if figure.block >= 0 and blocks[figure.block].kind is not BlockKind.TABLE:
            running[figure.block].append(figure)
    low = text.lower()
    return Source(
        text, low if len(low) == len(text) else text, language, blocks, figures, others, running, grids,
        layout.pictures, too_large(grids),
    )  # fmt: skip


def too_large(grids: Iterable[Grid]) -> frozenset[int]:
    """Return the blocks of the tables that go beyond the numbers which are searched, table after table."""
    left, found = MOST_SEARCHED, set()
    for grid in grids:
        if len(grid.figures) > left:
            found.add(grid.block)
        else:
            left -= len(grid.figures)
    return frozenset(found)


def context_of(
    text: str, blocks: tuple[Block, ...], plain: list[tuple[Reading, Grid, tuple[int, int]]], others: list[Reading]
) -> dict[int, Headed]:
    """Return, by where the figure of a cell starts, what its table says about it."""
    places: dict[int, dict[tuple[int, int], int]] = {}
    grids: dict[int, Grid] = {}
    for reading, grid, place in plain:
        grids[grid.block] = grid
        places.setdefault(grid.block, {})[place] = reading.start
    dates = sorted((reading for reading in others if reading.kind is Kind.DATE), key=attrgetter("start"))
    found: dict[int, Headed] = {}
    for number, grid in grids.items():
        when = caption_date(text, blocks, number, dates)
        said = headed(places[number], grid.texts, heads_of(grid), when)
        found |= {places[number][place]: words for place, words in said.items()}
    return found


def numbered(
    readings: list[Reading],
    plain: list[tuple[Reading, Grid, tuple[int, int]]],
    blocks: Sequence[Block],
    said: dict[int, Headed],
) -> list[Figure]:
    """Return the figures in order with their ids, those of cells with what their table says about them."""
    order: list[tuple[Reading, int, Grid | None, tuple[int, int]]] = [
        (reading, number, None, (0, 0))
        for reading, number in zip(readings, block_numbers(readings, blocks), strict=True)
    ]
    order += [(reading, grid.block, grid, place) for reading, grid, place in plain]
    order.sort(key=lambda entry: entry[0].start)
    figures = []
    for number, (reading, block, grid, place) in enumerate(order, 1):
        words = described(reading, said.get(reading.start))
        figure = figure_of(reading, f"f{number}", block, blocks[block].page if block >= 0 else None, words)
        figures.append(figure)
        if grid is not None:
            grid.figures[place] = figure
    return figures


def figure_of(
    reading: Reading, name: str, block: int, page: int | None, described_as: tuple[str, str, str]
) -> Figure:
    """Return a reading that has a value as a figure of the document."""
    return Figure(
        name, reading.text, reading.start, reading.end, page, reading.value or ZERO, reading.lower, reading.upper,
        reading.lower_closed, reading.upper_closed, reading.qualifier, reading.unit, *described_as,
        reading.kind, reading.decimals, reading.sentence, reading.part_of, reading.restates, block, reading.language,
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


def grid_of(
    text: str,
    number: int,
    block: Block,
    habit: Habit,
    unread: list[tuple[Grid, Cell]],
    plain: list[tuple[Reading, Grid, tuple[int, int]]],
) -> Grid:
    """Return a table; its cells that are one number go to `plain`, those with a number among words to `unread`."""
    height = max((cell.row for cell in block.cells), default=-1) + 1
    width = max((cell.column + cell.column_span for cell in block.cells), default=0)
    grid = Grid(number, height, width)
    numbers: dict[tuple[int, int], Reading] = {}
    for cell in block.cells:
        words = text[cell.start : cell.end].strip()
        if not words:
            continue
        reading = plain_reading(words, cell, text, habit)
        if reading is not None:
            numbers[cell.row, cell.column] = reading
            continue
        spread(grid, cell, words)
        if HAS_DIGIT.search(words) and not (cell.column == 0 and names_age(words)):
            unread.append((grid, cell))
    drop_labels(grid, numbers)
    grid.head = min((row for row, _ in numbers), default=0)
    plain += [(reading, grid, place) for place, reading in numbers.items()]
    return grid


def spread(grid: Grid, cell: Cell, words: str) -> None:
    """Write the text of a cell to all places that it covers, as long as a table has so many."""
    rows = range(cell.row, min(cell.row + cell.row_span, grid.height))
    columns = range(cell.column, cell.column + cell.column_span)
    if len(rows) * len(columns) > 1 and len(grid.texts) > MOST_SPREAD:
        rows, columns = rows[:1], columns[:1]
    for column in columns:
        for row in rows:
            grid.texts[row, column] = words


def plain_reading(words: str, cell: Cell, text: str, habit: Habit) -> Reading | None:
    """Return the reading of a cell that is nothing but a number."""
    if words.isascii() and words.isdigit() and len(words) <= LONGEST and cell.end - cell.start == len(words):
        value = Decimal(words)  # most cells of most tables
        return Reading(Kind.COUNT, words, cell.start, cell.end, value, value, value, sentence=(cell.start, cell.end))
    match = PLAIN.fullmatch(words)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    digits = match["digits"]
    read_as = read_digits(f"0{digits}" if digits[0] in ".," else digits, habit) if sane(digits) else None
    if read_as is None:
        return None
    value = -read_as.value if match["open"] or match["sign"] in ("-", "−", "–") else read_as.value
    kind = Kind.PERCENT if match["percent"] else Kind.MONEY if match["money"] else Kind.COUNT
    decimals = read_as.decimals or (0 if match["percent"] else None)
    start = text.index(words, cell.start)
    bounds = interval_of(value, Qualifier.EXACT, decimals)
    unit = "%" if match["percent"] else CURRENCIES.get(match["money"] or "", "")
    return Reading(
        kind, words, start, start + len(words), value, bounds.lower, bounds.upper,
        decimals=decimals, unit=unit, sentence=(cell.start, cell.end),
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


def drop_labels(grid: Grid, numbers: dict[tuple[int, int], Reading]) -> None:
    """Take numbers that only name a row or a column (years, running numbers) out of the figures."""
    rows: dict[int, list[int]] = {}
    for row, column in numbers:
        rows.setdefault(row, []).append(column)
    for row in sorted(rows):
        values = [numbers[row, column] for column in sorted(rows[row])]
        if not (len(values) > 1 and names(values)):
            break
        for column in rows[row]:
            grid.texts[row, column] = numbers.pop((row, column)).text
    columns: dict[int, list[int]] = {}
    for row, column in numbers:
        columns.setdefault(column, []).append(row)
    first = min(columns, default=-1)
    if (
        first >= 0
        and len(columns[first]) >= FEWEST_LABELS
        and names([numbers[row, first] for row in sorted(columns[first])])
    ):
        for row in columns[first]:
            grid.texts[row, first] = numbers.pop((row, first)).text


def names(readings: Sequence[Reading]) -> bool:
    """Tell years and running numbers from figures: whole, and each one more or one less than the last."""
    values = [reading.value or ZERO for reading in readings]
    if any(reading.unit for reading in readings) or any(value != value.to_integral_value() for value in values):
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
