"""Columns of percentages held against the counts beside them: shares of a column, a row, or of "N = 200"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.agreement import Share, agreed, as_percent
from crossfoot.proof.relations.claim import Claim, share_claim, untold
from crossfoot.proof.relations.table import Table, size_above
from crossfoot.proof.relations.words import TOTAL
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

PERCENT_HEAD = re.compile(
    r"[%％]|\bper ?cent(?:age)?s?\b|\bpourcentages?\b|\bproportions?\b|百分比|占比|构成比|比重|比例"
)
FEWEST_SHARES = 2
WIDEST = 8  # columns of counts nearest to one of percentages that are tried
WHOLE = 100
Row = Mapping[int, Figure]


def find_columns(source: Source, table: Table) -> Iterator[Claim]:
    """Yield what columns of percentages are shares of, where the numbers agree on it or "N =" says it."""
    columns = single_figures(table)
    percents = {
        column: cells for column, cells in columns.items() if are_percentages(cells, table.above(column))
    }
    counts = {
        column: counted
        for column, cells in columns.items()
        if column not in percents and (counted := only_counts(cells))
    }
    for column, cells in percents.items():
        near = sorted(counts, key=lambda other: (abs(column - other), other))[:WIDEST]
        sizes = {other: size for other in near if (size := size_above(source, table, other)) is not None}
        claims = list(agreed(options(table, cells, {other: counts[other] for other in near}, sizes), "%"))
        if not claims and column - 1 in sizes:
            claims = list(of_size(shares_of(cells, counts[column - 1]), sizes[column - 1]))
        yield from claims


def single_figures(table: Table) -> dict[int, dict[int, Figure]]:
    """Return the figures that stand alone in their cells, by column and row."""
    columns: dict[int, dict[int, Figure]] = {}
    for (row, column), figures in table.figures.items():
        if len(figures) == 1 and figures[0].start - table.starts[row, column] <= 1:
            columns.setdefault(column, {})[row] = figures[0]
    return columns


def are_percentages(cells: Row, head: str) -> bool:
    """Tell a column of percentages: by their signs, or by its heading."""
    if len(cells) < FEWEST_SHARES:
        return False
    signed = sum(1 for figure in cells.values() if figure.kind is Kind.PERCENT)
    headed = PERCENT_HEAD.search(head) is not None
    small = all(figure.exact and abs(figure.value) <= WHOLE for figure in cells.values())
    return 2 * signed > len(cells) or (headed and small)


def only_counts(cells: Row) -> dict[int, Figure]:
    """Return the whole numbers of a column."""
    return {
        row: figure
        for row, figure in cells.items()
        if figure.kind is Kind.COUNT and figure.value == figure.value.to_integral_value() and figure.value >= 0
    }


def shares_of(percents: Row, counts: Row) -> list[Share]:
    """Return each percentage with the count in its row."""
    return [
        Share(row, counts[row], as_percent(percent))
        for row, percent in sorted(percents.items())
        if row in counts and (percent.kind is Kind.PERCENT or percent.kind is Kind.COUNT)
    ]


def options(
    table: Table, percents: Row, counts: Mapping[int, Row], sizes: Mapping[int, Figure]
) -> Iterator[tuple[Sequence[Share], Row]]:
    """Yield which counts the percentages may be of, and their bases: a size, a column's total, another column."""
    for column, cells in counts.items():
        shares = shares_of(percents, cells)
        if len(shares) < FEWEST_SHARES:
            continue
        for size in dict.fromkeys(sizes.values()):
            yield shares, {share.line: size for share in shares}
        for row, total in cells.items():
            if TOTAL.search(table.labels(row, column).split(" | ")[0]):
                yield shares, {share.line: total for share in shares if share.line != row}
        for other, bases in counts.items():
            if other != column:
                yield shares, bases


def of_size(shares: Sequence[Share], size: Figure) -> Iterator[Claim]:
    """Yield the shares of the size that stands above them; some may be of those with an answer only."""
    for share in shares:
        if share.count is size or share.count.value > size.value:
            continue
        claim = share_claim(share.percent, share.count, size, Evidence.DECLARED, "N =")
        yield untold(claim, "base") if claim.outcome is Outcome.FAILED else claim
