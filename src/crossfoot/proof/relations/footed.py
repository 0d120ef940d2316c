"""The total row of a table, column by column, where too few columns hold for a pattern to be seen."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.claim import FEWEST, Claim, sum_of
from crossfoot.proof.relations.words import AVERAGE, PARTLY, TOTAL
from crossfoot.proof.source import Grid
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

TELLING = 100  # a smaller total may be the sum of its column by accident, or one digit off it
NEAR = Decimal("0.2")  # of the total: a sum farther off by one digit of a part is another kind of number
LAST_DIGIT = 9  # the most by which the last digit can be off; that much may be rounding
HEAD_ROWS = 12


def find_footed(grid: Grid, judged: set[str]) -> Iterator[Claim]:
    """Yield the totals of the last row, called "Total", of a plain table, that hold or are one slip of the pen off.

    Args:
        grid: a table; its other rows may have no total and no "of which" among them.
        judged: ids of the figures that patterns have told already.
    """
    rows = sorted({row for row, _ in grid.figures})
    labels = {row: grid.texts.get((row, 0), "").lower().strip(" *:：") for row in rows}
    if len(rows) <= FEWEST or TOTAL.fullmatch(labels[rows[-1]]) is None:
        return
    if any(not labels[row] or TOTAL.search(labels[row]) or PARTLY.search(labels[row]) for row in rows[:-1]):
        return
    for column in sorted({column for row, column in grid.figures if row == rows[-1]}):
        claim = of_column(grid, rows, column)
        if claim is not None and claim.stated.id not in judged:
            yield claim


def of_column(grid: Grid, rows: Sequence[int], column: int) -> Claim | None:
    """Return what the total of one column says of it; None where it is far off, and so another kind of number."""
    stated = grid.figures[rows[-1], column]
    parts = [figure for row in rows[:-1] if (figure := grid.figures.get((row, column))) is not None]
    head = " ".join(grid.texts.get((row, column), "") for row in range(min(grid.head, HEAD_ROWS))).lower()
    if len(parts) != len(rows) - 1 or not counted([stated, *parts]) or AVERAGE.search(head) or TOTAL.search(head):
        return None
    if stated.value < TELLING or sum(1 for part in parts if part.value) < FEWEST:
        return None
    claim = sum_of(stated, parts, Evidence.DECLARED, grid.texts[rows[-1], 0])
    computed = sum((part.value for part in parts), Decimal(0))
    rounded = abs(stated.value - computed) <= max(LAST_DIGIT, len(parts))  # to a base of three, or from decimals
    slipped = not rounded and slip_apart(stated.value, computed)
    return claim if claim.outcome is Outcome.PASSED or slipped else None


def counted(figures: Sequence[Figure]) -> bool:
    """Tell whether all are exact whole numbers of one unit."""
    return all(
        figure.kind in (Kind.COUNT, Kind.MONEY) and figure.exact and figure.value == figure.value.to_integral_value()
        for figure in figures
    ) and len({figure.unit for figure in figures}) == 1


def slip_apart(stated: Decimal, computed: Decimal) -> bool:
    """Tell a total that one digit of it, or of one of its parts, would mend from one of another kind of number."""
    off = f"{abs(stated - computed):f}".split(".")[0].strip("0")
    near = abs(stated - computed) <= NEAR * abs(stated)
    return (near and len(off) == 1) or one_slip(f"{stated:f}".split(".")[0], f"{computed:f}".split(".")[0])


def one_slip(stated: str, computed: str) -> bool:
    """Tell numbers that differ by one digit replaced, left out or put in, or by two neighbours changed over."""
    if len(stated) == len(computed):
        apart = [place for place, (one, other) in enumerate(zip(stated, computed, strict=True)) if one != other]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(stated) == sorted(computed)  # noqa: PLR2004
        return len(apart) == 1 or swapped
    short, long = sorted((stated, computed), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )
