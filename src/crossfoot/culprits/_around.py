"""What is searched at once: a few failed relations that hang together, with all that touches their figures.

Where very many failed relations hang together (each day's new figures disagree with the figures to date,
say), each is searched with those nearest to it, so that the work grows with their number and no faster.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.footing.culprit import Cell, Component, Constraint, components

# Relations that fail, searched together. So few are searched without a limit of time, which a busy machine would
# reach sooner: a briefing made again must say the same.
MOST_FAILED = 5
FOLDED = 4  # more figures than this, in a relation that holds and beside those that fail, become one
NEAREST = 3  # other failed relations searched with one, beyond those that share a figure with it
REST = "rest:"  # begins the name of such a figure


@dataclass(frozen=True, slots=True)
class Search:
    """A component, the failed relations whose suggestions are wanted, and the figures all whose relations are in it."""

    component: Component
    wanted: frozenset[str]
    known: frozenset[str]


def searches(cells: Mapping[str, Cell], constraints: Iterable[Constraint], begin: frozenset[str]) -> Iterator[Search]:
    """Yield what is to be searched, in a fixed order.

    Args:
        cells: the figures by name.
        constraints: the relations between them.
        begin: names of the failed relations that a search may begin with.
    """
    ordered = sorted(constraints, key=lambda row: row.id)
    for component in components(cells.values(), ordered):
        wanted = begin & set(component.violated)
        if not wanted:
            continue
        if len(component.violated) <= MOST_FAILED:
            yield _folded(component, frozenset(wanted), frozenset(cell.id for cell in component.cells))
        else:
            around = _Around(component, begin)
            yield from (around.search(name, cells) for name in sorted(wanted))


class _Around:
    """Finds what lies around one failed relation of a large component."""

    def __init__(self, component: Component, begin: frozenset[str]) -> None:
        self._rows = {row.id: row for row in component.constraints}
        self._failed = frozenset(component.violated)
        self._begin = begin & self._failed
        self._of_cell: dict[str, list[str]] = defaultdict(list)
        for row in component.constraints:
            for name, _ in row.terms:
                self._of_cell[name].append(row.id)

    def search(self, name: str, cells: Mapping[str, Cell]) -> Search:
        """Return one failed relation with those beside it, the failed ones nearest to it, and what touches these."""
        beside = self._touching([name])
        counted: dict[str, int] = defaultdict(int)
        for row in beside - self._failed:
            for other in self._touching([row]) & self._begin - beside:
                counted[other] += 1
        nearest = sorted(counted, key=lambda other: (-counted[other], other))[:NEAREST]
        taken = beside | self._touching(nearest)
        rows = tuple(self._rows[row] for row in sorted(taken))
        names = sorted({cell for row in rows for cell, _ in row.terms})
        known = frozenset(cell for cell in names if taken.issuperset(self._of_cell[cell]))
        failed = tuple(row.id for row in rows if row.id in self._failed)
        return _folded(Component(tuple(cells[n] for n in names), rows, failed), frozenset([name]), known)

    def _touching(self, rows: Iterable[str]) -> set[str]:
        return {other for row in rows for cell, _ in self._rows[row].terms for other in self._of_cell[cell]}


def _folded(component: Component, wanted: frozenset[str], known: frozenset[str]) -> Search:
    """Return a search in which many figures of a relation that holds, none of which is in doubt, are one fixed figure.

    A county's total that holds protects the one district that is in doubt; the others need no looking at.
    """
    cells = {cell.id: cell for cell in component.cells}
    failed = set(component.violated)
    doubted = {name for row in component.constraints if row.id in failed for name, _ in row.terms}
    rows: list[Constraint] = []
    gone: set[str] = set()
    for row in component.constraints:
        rest = [(name, factor) for name, factor in row.terms if name not in doubted]
        if row.id not in failed and len(rest) > FOLDED:
            one = _sum_of(f"{REST}{row.id}", rest, cells)
            cells[one.id] = one
            gone.update(name for name, _ in rest)
            kept = tuple(term for term in row.terms if term[0] in doubted)
            rows.append(Constraint(row.id, (*kept, (one.id, 1)), row.tolerance))
        else:
            rows.append(row)
    left = sorted({name for row in rows for name, _ in row.terms})
    return Search(Component(tuple(cells[name] for name in left), tuple(rows), component.violated), wanted, known - gone)


def _sum_of(name: str, terms: Iterable[tuple[str, int]], cells: Mapping[str, Cell]) -> Cell:
    """Return a fixed cell that allows what the terms together allow."""
    lows, highs = [], []
    for cell, factor in terms:
        ends = (cells[cell].lo, cells[cell].hi) if factor > 0 else (cells[cell].hi, cells[cell].lo)
        lows.append(None if ends[0] is None else factor * ends[0])
        highs.append(None if ends[1] is None else factor * ends[1])
    return Cell(name, None, _total(lows), _total(highs), weight=None)


def _total(ends: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of ends; None where one of them is unbounded."""
    total = Decimal(0)
    for end in ends:
        if end is None:
            return None
        total += end
    return total
