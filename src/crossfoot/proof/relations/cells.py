"""Cells with several figures: "220/277" under (M/F) beside a stated total, and "120 (60%)" against its base."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.documents import Block, BlockKind
from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.claim import FEWEST, Claim, share_claim, sum_of, untold
from crossfoot.proof.relations.words import TOTAL
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

SEXES = re.compile(
    r"\b(?:[mh]\s?/\s?f|f\s?/\s?[mh]|(?:males?|men)\s?/\s?(?:females?|women)|hommes?\s?/\s?femmes?)\b|男\s?/\s?女"
)
NO_SUM = re.compile(r"\b(?:ratio|rapport|age|âge|median|mean|moyenne?)\b|比|平均|%")
STROKE, OPENED, CLOSED = re.compile(r"\s*/\s*"), re.compile(r"\s*[(（]\s*"), re.compile(r"\s*[)）]\s*")
EQUALS = re.compile(r"\s*(?:[)）]\s*)?=\s*")
ENOUGH = 4  # shares that hold of one base before it may accuse another of its lines
MOST_SLIPS = 2
HEAD_ROWS = 4
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shares:
    """The cells "n (%)" of a column against one base, or against the total of their own rows."""

    holding: tuple[Claim, ...]
    failing: tuple[Claim, ...]


def find_cells(source: Source) -> Iterator[Claim]:
    """Yield what tables say in cells of several figures."""
    starts = [figure.start for figure in source.figures]
    for block in source.blocks:
        if block.kind is not BlockKind.TABLE:
            continue
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        if last - first > FEWEST:
            table = table_of(source, block, source.figures[first:last])
            yield from pairs(source, table)
            yield from shares(source, table)


@dataclass(frozen=True, slots=True)
class Table:
    """A table by cell: what is written in it, and its figures."""

    words: dict[tuple[int, int], str]
    figures: dict[tuple[int, int], list[Figure]]

    rows: dict[int, list[int]]  # the columns of the cells of each row
    heads: dict[int, str]  # the words above each column

    def labels(self, row: int, column: int) -> str:
        """Return the words of a cell's row and of the head of its column."""
        across = [
            self.words[row, c] for c in self.rows[row] if c < column and not self.figures.get((row, c))
        ]
        down = [
            self.words[r, column]
            for r in range(min(row, HEAD_ROWS))
            if (r, column) in self.words and not self.figures.get((r, column))
        ]
        return " | ".join([*across, *down])


def table_of(source: Source, block: Block, figures: Sequence[Figure]) -> Table:
    """Return the cells of a block with the figures that stand in each."""
    starts = [figure.start for figure in figures]
    table = Table({}, {}, {}, {})
    for cell in block.cells:
        first, last = bisect_left(starts, cell.start), bisect_left(starts, cell.end)
        for column in range(cell.column, cell.column + cell.column_span):
            table.words[cell.row, column] = source.low[cell.start : cell.end]
            table.rows.setdefault(cell.row, []).append(column)
        table.figures[cell.row, cell.column] = list(figures[first:last])
    for (row, column), words in table.words.items():
        if row < HEAD_ROWS and not table.figures.get((row, column)):
            table.heads[column] = f"{table.heads.get(column, '')} {words}".strip()
    return table


def pairs(source: Source, table: Table) -> Iterator[Claim]:
    """Yield that the two sexes of a cell make the total beside them; a shortfall may be of unknown sex."""
    for (row, column), figures in table.figures.items():
        if not FEWEST <= len(figures) <= FEWEST + 1 or any(figure.kind is not Kind.COUNT for figure in figures):
            continue
        labels = table.labels(row, column)
        sexes = SEXES.search(labels)
        if sexes is None or NO_SUM.search(labels):
            continue
        found = in_cell(source, figures) if len(figures) > FEWEST else beside(source, table, row, column)
        if found is not None:
            total, parts = found
            claim = sum_of(total, parts, Evidence.DECLARED, labels.split(" | ")[0] or sexes[0])
            short = claim.imbalance is not None and claim.imbalance > 0
            yield untold(claim, "remainder") if short and claim.outcome is Outcome.FAILED else claim


def in_cell(source: Source, figures: Sequence[Figure]) -> tuple[Figure, list[Figure]] | None:
    """Read "495 (220/277)" and "220/277 = 495"."""
    first, second, third = figures
    gaps = source.low[first.end : second.start], source.low[second.end : third.start]
    behind = source.low[third.end : third.end + 2]
    if OPENED.fullmatch(gaps[0]) and STROKE.fullmatch(gaps[1]) and CLOSED.match(behind):
        return first, [second, third]
    if STROKE.fullmatch(gaps[0]) and (
        EQUALS.fullmatch(gaps[1]) or (OPENED.fullmatch(gaps[1]) and CLOSED.match(behind))
    ):
        return third, [first, second]
    return None


def beside(source: Source, table: Table, row: int, column: int) -> tuple[Figure, list[Figure]] | None:
    """Read "220/277" with a total of its own row in a column that is called one."""
    left, right = table.figures[row, column]
    if not STROKE.fullmatch(source.low[left.end : right.start]):
        return None
    own = table.heads.get(column, "")
    cells = {c: table.figures[row, c] for c in table.rows[row] if (row, c) in table.figures}
    totals = [
        figures[0]
        for c, figures in cells.items()
        if c != column and len(figures) == 1 and totals_of(table.heads.get(c, ""), own)
    ]
    others = [c for c, figures in cells.items() if len(figures) == FEWEST and SEXES.search(table.heads.get(c, ""))]
    if len(totals) != 1 or len(others) != 1 or totals[0].kind is not Kind.COUNT:
        return None
    return totals[0], [left, right]


def totals_of(head: str, pair: str) -> bool:
    """Tell "Total" and "Total cases" from the total of something that the pair's heading does not name."""
    rest = WORD.findall(TOTAL.sub(" ", head))
    return TOTAL.search(head) is not None and set(rest) <= set(WORD.findall(pair))


def shares(source: Source, table: Table) -> Iterator[Claim]:
    """Yield the shares of "n (%)" cells of the base on which most of their column agree."""
    columns: dict[int, list[tuple[int, Figure, Figure]]] = {}
    for (row, column), figures in table.figures.items():
        if len(figures) == FEWEST and in_brackets(source, *figures):
            columns.setdefault(column, []).append((row, figures[0], figures[1]))
    for column, cells in columns.items():
        tried = [against(cells, bases) for bases in bases_of(table, column, cells)]
        if not tried:
            continue
        best = max(tried, key=lambda found: (len(found.holding), -len(found.failing)))
        if len(best.holding) < ENOUGH - 1 or len(best.failing) > len(best.holding) // ENOUGH:
            continue
        yield from best.holding
        if len(best.holding) >= ENOUGH and len(best.failing) <= MOST_SLIPS:
            yield from best.failing


def in_brackets(source: Source, count: Figure, percent: Figure) -> bool:
    """Tell "120 (60%)": a count, and right behind it a percentage in brackets."""
    return (
        count.kind is Kind.COUNT
        and percent.kind is Kind.PERCENT
        and OPENED.fullmatch(source.low[count.end : percent.start]) is not None
    )


def bases_of(
    table: Table, column: int, cells: Sequence[tuple[int, Figure, Figure]]
) -> Iterator[dict[int, Figure]]:
    """Yield what the shares of a column may be of: the total of each row, or that of the column."""
    single = {
        place: figures[0]
        for place, figures in table.figures.items()
        if figures and figures[0].kind is Kind.COUNT and (len(figures) == 1 or place[1] == column)
    }
    for other in sorted({c for _, c in single if c != column and TOTAL.search(table.heads.get(c, ""))}):
        yield {row: single[row, other] for row, _, _ in cells if (row, other) in single}
    for row in sorted(r for r, c in single if c == column):
        total = single[row, column]
        if TOTAL.search(table.labels(row, column).split(" | ")[0]):
            yield {place: total for place, _, _ in cells if place != row}


def against(cells: Sequence[tuple[int, Figure, Figure]], bases: dict[int, Figure]) -> Shares:
    """Judge the shares of a column against their bases; 0 and 100 per cent show nothing."""
    claims = [
        share_claim(percent, count, bases[row], Evidence.REPEATED, "n (%)")
        for row, count, percent in cells
        if row in bases and bases[row].value and count.value and count.value != bases[row].value
    ]
    return Shares(
        tuple(claim for claim in claims if claim.outcome is Outcome.PASSED),
        tuple(claim for claim in claims if claim.outcome is Outcome.FAILED),
    )
