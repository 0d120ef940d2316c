"""Cells with several figures: "220/277" under (M/F) beside a stated total, and "120 (60%)" against its base."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.documents import BlockKind
from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.agreement import Share, agreed, as_percent
from crossfoot.proof.relations.claim import FEWEST, Claim, sum_of, untold
from crossfoot.proof.relations.columns import find_columns, of_size
from crossfoot.proof.relations.table import Table, size_above, table_of
from crossfoot.proof.relations.words import TOTAL
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

SEXES = re.compile(
    r"\b(?:[mh]\s?/\s?f|f\s?/\s?[mh]|(?:males?|men)\s?/\s?(?:females?|women)|hommes?\s?/\s?femmes?)\b|男\s?/\s?女"
)
NO_SUM = re.compile(r"\b(?:ratio|rapport|age|âge|median|mean|moyenne?)\b|比|平均|%")
STROKE, CLOSED = re.compile(r"\s*/\s*"), re.compile(r"\s*[)）]\s*")
OPENED = re.compile(r"\s*[例人名个户件]?\s*[(（]\s*")
EQUALS = re.compile(r"\s*(?:[)）]\s*)?=\s*")
PERCENT_IN_HEAD = re.compile(r"[(（]\s*[%％]\s*[)）]")
WORD = re.compile(r"\w+")


def find_cells(source: Source) -> Iterator[Claim]:
    """Yield what tables say in cells of several figures."""
    starts = [figure.start for figure in source.figures]
    for number, block in enumerate(source.blocks):
        if block.kind is not BlockKind.TABLE or number in source.unsearched:
            continue
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        if last - first > FEWEST:
            table = table_of(source, block, source.figures[first:last])
            yield from pairs(source, table)
            yield from shares(source, table)
            yield from find_columns(source, table)


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
    columns: dict[int, list[Share]] = {}
    for (row, column), figures in table.figures.items():
        percent = in_brackets(source, table, column, figures)
        if percent is not None:
            columns.setdefault(column, []).append(Share(row, figures[0], percent))
    for column, found in columns.items():
        size = size_above(source, table, column)
        claims = list(agreed([(found, bases) for bases in bases_of(table, column, found, size)], "n (%)"))
        yield from claims or (of_size(found, size) if size is not None else ())


def in_brackets(source: Source, table: Table, column: int, figures: Sequence[Figure]) -> Figure | None:
    """Return the percentage of "120 (60%)", or of "120 (60)" under "n (%)"; None where it is none."""
    if len(figures) != FEWEST or figures[0].kind is not Kind.COUNT:
        return None
    count, percent = figures
    if OPENED.fullmatch(source.low[count.end : percent.start]) is None:
        return None
    if percent.kind is Kind.PERCENT:
        return percent
    closed = CLOSED.match(source.low, percent.end) is not None
    headed = PERCENT_IN_HEAD.search(table.above(column)) is not None
    return as_percent(percent) if closed and headed and percent.kind is Kind.COUNT and percent.exact else None


def bases_of(
    table: Table, column: int, shares: Sequence[Share], size: Figure | None
) -> Iterator[dict[int, Figure]]:
    """Yield what the shares of a column may be of: a size above it, the total of each row, or that of the column."""
    single = {
        place: figures[0]
        for place, figures in table.figures.items()
        if figures and figures[0].kind is Kind.COUNT and (len(figures) == 1 or place[1] == column)
    }
    if size is not None:
        yield {share.line: size for share in shares}
    for other in sorted({c for _, c in single if c != column and TOTAL.search(table.heads.get(c, ""))}):
        yield {share.line: single[share.line, other] for share in shares if (share.line, other) in single}
    for row in sorted(r for r, c in single if c == column):
        total = single[row, column]
        if TOTAL.search(table.labels(row, column).split(" | ")[0]):
            yield {share.line: total for share in shares if share.line != row}
