"""Tables: rows and columns that add up, both margins, and the cells in which they do not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.claim import FEWEST, Claim, sum_of, untold
from crossfoot.proof.relations.footed import find_footed
from crossfoot.proof.relations.lines import Line, Number
from crossfoot.proof.relations.search import Pattern, find_patterns, judged
from crossfoot.proof.relations.words import AVERAGE, TOTAL
from crossfoot.proof.source import Grid, Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

FINEST = 8  # digits after the point that are kept
ENOUGH_LINES = 4  # on so many a pattern must hold before it may accuse one on which it does not
MOST_SLIPS, SLIP_SHARE = 2, 0.05  # lines that may be slips; more of them follow another rule
UNROUNDED_LINES = (
    10  # lines of a pattern without a remainder that show a table of counts, not of rounded sums
)
LEAST_HOLDING = 2
NOT_GIVEN = re.compile(
    r"n\.?[/ ]?[ad]\.?|na|not (?:available|reported|known)|pending|unknown|missing|"
    r"non (?:disponible|communiqué|précisé)e?|inconnue?|en attente|不详|不詳|暂无|暫無|未报|缺|无数据",
    re.IGNORECASE,
)
HEAD_ROWS, LABEL_COLUMNS = 12, 4
NEAR = Decimal("0.2")  # of the total: a sum farther off is another kind of number, not a slip


def find_tabled(source: Source) -> Iterator[Claim]:
    """Yield the sums along the rows and the columns of each table."""
    for grid in source.grids:
        if len(grid.figures) > FEWEST and grid.block not in source.unsearched:
            claims = list(of_grid(grid))
            yield from claims
            yield from find_footed(grid, {claim.stated.id for claim in claims})


def of_grid(grid: Grid) -> Iterator[Claim]:
    """Yield the sums of one table; a cell is accused once."""
    finest = max(max(0, -exponent(figure.value)) for figure in grid.figures.values())
    scale = min(finest, FINEST)
    rows: list[list[Number | None]] = [[None] * grid.width for _ in range(grid.height)]
    for (row, column), figure in grid.figures.items():
        rows[row][column] = number_of(figure, scale)
    accused: set[str] = set()
    for across in (True, False):
        lines = rows if across else [list(line) for line in zip(*rows, strict=True)]
        labels = labelled(grid, across=across)
        patterns = find_patterns(lines, labels)
        patterns += declared(lines, labels, {pattern.total for pattern in patterns})
        yield from incomplete(grid, lines, labels, patterns, across=across)
        for pattern in patterns:
            for claim in of_pattern(grid, pattern, across=across, label=pattern.total in labels):
                if claim.outcome is Outcome.FAILED:
                    if claim.stated.id in accused:
                        continue
                    accused.add(claim.stated.id)
                yield claim


def declared(lines: Sequence[Line], labels: frozenset[int], explained: set[int]) -> Iterator[Pattern]:
    """Yield totals that only their label declares: of all numbers before them, or else of all behind them.

    Half of the lines must hold, and two at least: a heading that says "total" may mean another one.
    """
    width = max(map(len, lines), default=0)
    given = [place for place in range(width) if any(line[place] is not None for line in lines)]
    for total in sorted(labels - explained):
        before = [place for place in given if place < total]
        behind = [place for place in given if place > total]
        for parts in (before, behind):
            if len(parts) < FEWEST or labels & set(parts):
                continue
            pattern = judged(lines, total, tuple(parts), 0.0, rounded=False)
            if len(pattern.holding) >= max(LEAST_HOLDING, len(pattern.failing)) and pattern.score > 0:
                yield pattern
                break


def incomplete(
    grid: Grid, lines: Sequence[Line], labels: frozenset[int], patterns: Sequence[Pattern], *, across: bool
) -> Iterator[Claim]:
    """Yield the lines with a labelled total of which a part is "n/a", where no more lines fail than hold."""
    known = {pattern.total: pattern for pattern in patterns}
    for total in sorted(labels):
        before = tuple(place for place in range(total) if any(line[place] is not None for line in lines))
        pattern = known.get(total) or judged(lines, total, before, 0.0, rounded=False)
        if len(pattern.parts) < FEWEST or (total not in known and labels & set(pattern.parts)):
            continue
        open_lines = [
            line for line in range(len(lines)) if blanks_of(grid, pattern.parts, line, across=across)
        ]
        if len(set(pattern.failing) - set(open_lines)) > len(pattern.holding):
            continue
        for line in open_lines:
            places = [(line, place) if across else (place, line) for place in (total, *pattern.parts)]
            stated, *parts = (grid.figures.get(place) for place in places)
            given = [part for part in parts if part is not None]
            if stated is not None and given:
                cue = label_of(grid, total, line, across=across)
                yield untold(sum_of(stated, given, Evidence.DECLARED, cue), "part")


def blanks_of(grid: Grid, parts: Sequence[int], line: int, *, across: bool) -> list[int]:
    """Return the parts of a line whose cells say that there is no figure."""
    return [
        place
        for place in parts
        if NOT_GIVEN.fullmatch(grid.texts.get((line, place) if across else (place, line), ""))
    ]


def exponent(value: Decimal) -> int:
    """Return the power of ten of a number's last digit."""
    found = value.as_tuple().exponent
    return found if isinstance(found, int) else 0


def number_of(figure: Figure, scale: int) -> Number:
    """Return a figure as a whole number of the table's smallest unit."""
    places = min(max(0, -exponent(figure.value)), scale)
    return Number(int(figure.value.scaleb(scale)), 10 ** (scale - places))


def labelled(grid: Grid, *, across: bool) -> frozenset[int]:
    """Return the columns (or rows) whose heading calls them a total."""
    limit = (HEAD_ROWS, grid.width) if across else (grid.height, LABEL_COLUMNS)
    return frozenset(
        column if across else row
        for (row, column), words in grid.texts.items()
        if row < limit[0] and column < limit[1] and TOTAL.search(words.lower())
    )


def of_pattern(grid: Grid, pattern: Pattern, *, across: bool, label: bool) -> Iterator[Claim]:
    """Yield a claim for each line of a pattern: those on which it holds, and slips on the others."""
    evidence = Evidence.DECLARED if label else Evidence.REPEATED
    failing = frozenset(
        line for line in pattern.failing if not blanks_of(grid, pattern.parts, line, across=across)
    )
    few = len(failing) <= max(MOST_SLIPS, SLIP_SHARE * len(pattern.holding))
    may_accuse = few and (label or len(pattern.holding) >= ENOUGH_LINES)
    lines = pattern.holding + (tuple(sorted(failing)) if may_accuse else ())
    lines = tuple(line for line in lines if not blanks_of(grid, pattern.parts, line, across=across))
    finest = 0
    for line in lines:

        def at(place: int, line: int = line) -> Figure | None:
            return grid.figures.get((line, place) if across else (place, line))

        stated = at(pattern.total)
        parts = [figure for place in pattern.parts if (figure := at(place)) is not None]
        if stated is None or not parts:
            continue
        cue = label_of(grid, pattern.total, line, across=across)
        claim = sum_of(stated, parts, evidence, cue)
        if line not in failing:
            finest = max(finest, *(places_of(figure) for figure in (stated, *parts)))
            yield replace(claim, outcome=Outcome.PASSED)
        elif claim.outcome is Outcome.PASSED or slip(claim, cue, finest, counted=len(pattern.holding)):
            yield claim


def slip(claim: Claim, label: str, finest: int, counted: int) -> bool:
    """Tell a wrong total from a line of another kind: percentages, averages, prices, a rounded sum.

    Args:
        claim: the sum that does not hold.
        label: the heading of the total.
        finest: digits after the point on the lines that hold.
        counted: lines that hold exactly; many show that nothing is rounded, and a unit too much is a slip.
    """
    figures = [claim.stated, *claim.parts]
    alike = len({figure.unit for figure in figures}) == 1 and all(
        figure.kind is not Kind.PERCENT for figure in figures
    )
    several = sum(1 for part in claim.parts if part.value) >= 2  # noqa: PLR2004 - one part is no sum
    off = abs(claim.imbalance or Decimal(0))
    rounding = (
        Decimal(0)
        if counted >= UNROUNDED_LINES
        else max(Decimal(1), Decimal(len(figures)) / 4).scaleb(-finest)
    )
    return (
        alike
        and several
        and max(places_of(figure) for figure in figures) <= finest
        and not AVERAGE.search(label.lower())
        and rounding < off <= NEAR * abs(claim.stated.value)
    )


def places_of(figure: Figure) -> int:
    """Return the digits after the point that are not zero."""
    return max(0, -exponent(figure.value.normalize()))


def label_of(grid: Grid, total: int, line: int, *, across: bool) -> str:
    """Return the words that name the total: of its column and of the line."""
    names: Sequence[tuple[int, int]] = (
        [(row, total) for row in range(min(grid.head, HEAD_ROWS))]
        if across
        else [(total, c) for c in range(LABEL_COLUMNS)]
    )
    words = [grid.texts[place] for place in names if place in grid.texts]
    return " ".join(dict.fromkeys(words))[:80]
