"""The relations of one component as a sparse system of whole numbers: what fails, and what each cell would have to say.

All values are multiplied by one power of ten, so that sums are exact and quick.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from crossfoot.footing.culprit.cells import Cell, Constraint
from crossfoot.footing.culprit.components import Component

PARTS = 2  # at the least, of a total

End: TypeAlias = int | None  # of an interval, in grid units; None: unbounded


@dataclass(frozen=True, slots=True)
class Range:
    """The values, in grid units, that a cell may take; an end that is None is unbounded."""

    lo: End
    hi: End

    def __contains__(self, value: int) -> bool:
        return (self.lo is None or self.lo <= value) and (self.hi is None or value <= self.hi)

    def meet(self, other: "Range") -> "Range | None":
        """Return what is in both; None if nothing is."""
        lo = other.lo if self.lo is None else self.lo if other.lo is None else max(self.lo, other.lo)
        hi = other.hi if self.hi is None else self.hi if other.hi is None else min(self.hi, other.hi)
        return None if lo is not None and hi is not None and lo > hi else Range(lo, hi)


@dataclass(frozen=True, slots=True)
class Sum:
    """What the terms of a constraint add up to: its bounded ends, and how many of them are unbounded."""

    least: int
    greatest: int
    open_below: int = 0
    open_above: int = 0

    def plus(self, lo: End, hi: End, sign: int = 1) -> "Sum":
        """Return the sum with one more term (or, with sign -1, without it)."""
        return Sum(
            self.least + sign * (lo or 0),
            self.greatest + sign * (hi or 0),
            self.open_below + sign * (lo is None),
            self.open_above + sign * (hi is None),
        )

    def fails(self, tolerance: int) -> bool:
        """Tell whether zero, give or take the tolerance, cannot be reached."""
        return (not self.open_below and self.least > tolerance) or (not self.open_above and self.greatest < -tolerance)


class System:
    """One component in grid units; cells and constraints are told by their place in the tuples."""

    def __init__(self, component: Component, about: Collection[str] | None = None) -> None:
        """Take a component, and which of its violated constraints are to be explained; by default all."""
        self.cells: tuple[Cell, ...] = component.cells
        self.constraints: tuple[Constraint, ...] = component.constraints
        self.grid = _grid(component)
        place = {cell.id: at for at, cell in enumerate(self.cells)}
        self.stated = [None if cell.value is None else self.units(cell.value) for cell in self.cells]
        self.lo = [None if cell.lo is None else self.units(cell.lo) for cell in self.cells]
        self.hi = [None if cell.hi is None else self.units(cell.hi) for cell in self.cells]
        self.slack = [self._slack(at) for at in range(len(self.cells))]
        self.terms = [[(place[name], factor) for name, factor in row.terms] for row in self.constraints]
        self.tolerance = [self.units(row.tolerance) for row in self.constraints]
        self.rows_of: list[list[tuple[int, int]]] = [[] for _ in self.cells]
        for at, terms in enumerate(self.terms):
            for cell, factor in terms:
                self.rows_of[cell].append((at, factor))
        self.sums = [self._sum(terms) for terms in self.terms]
        self.violated = frozenset(at for at, total in enumerate(self.sums) if total.fails(self.tolerance[at]))
        self.aside = frozenset(at for at in self.violated if about is not None and self.constraints[at].id not in about)
        self.wanted = self.violated - self.aside
        self.whole = int(1 / self.grid)  # one, in grid units
        self._parts = self._with_parts()
        self.is_total = [any(self.parts(at)) for at in range(len(self.cells))]
        self.totals = [cell for cell, total in enumerate(self.is_total) if total]
        self.lines, self.rows, self.columns, self._at = _places(self.cells)

    def units(self, value: Decimal) -> int:
        """Return a value in grid units."""
        return int(value / self.grid)

    def value(self, units: int) -> Decimal:
        """Return grid units as a value, without needless zeros."""
        plain = self.grid * units
        return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain.normalize()

    def parts(self, cell: int) -> list[list[tuple[int, int]]]:
        """Return, for each relation of which a cell is the total, its parts that are not zero and their values."""
        return self._parts[cell]

    def before(self, cell: int) -> int | None:
        """Return what the cell's series stated a period earlier."""
        found = self.cells[cell].context.before
        if found is None and self.cells[cell].history:
            found = self.cells[cell].history[-1]
        return None if found is None else self.units(found)

    def earlier(self, cell: int) -> list[int]:
        """Return what the cell's series stated in earlier periods."""
        history = self.cells[cell].history
        before = self.cells[cell].context.before
        return [self.units(value) for value in (history or (() if before is None else (before,)))]

    def to_date_before(self, cell: int) -> int | None:
        """Return the figure to date of the period before."""
        found = self.cells[cell].context.to_date_before
        return None if found is None else self.units(found)

    def neighbours(self, cell: int) -> list[int]:
        """Return the cells to the left, to the right, above and below in the table as received."""
        near = self.cells[cell].context
        if near.table is None or near.row is None or near.column is None:
            return []
        beside = ((0, -1), (0, 1), (-1, 0), (1, 0))
        places = ((near.table, near.row + down, near.column + right) for down, right in beside)
        return [self._at[place] for place in places if place in self._at]

    def needed(self, cell: int, sums: Mapping[int, Sum] | None = None) -> set[int]:
        """Return the single values that a cell's failing constraints demand of it."""
        changed = sums or {}
        failing = self.failing(changed)
        wanted = [self.demand(cell, row, factor, changed) for row, factor in self.rows_of[cell] if row in failing]
        return {found.lo for found in wanted if found.lo is not None and found.lo == found.hi}

    def mends(self, changes: Mapping[int, int]) -> bool:
        """Tell whether changes make a failing constraint hold and leave none of those they touch failing."""
        failing = {row for cell in changes for row, _ in self.rows_of[cell]} & self.violated
        if not failing or self._still_fails(min(failing), changes):
            return False  # one is looked at before all: most changes do not make even that one hold
        return not any(total.fails(self.tolerance[row]) for row, total in self.applied(changes).items())

    def _still_fails(self, row: int, changes: Mapping[int, int]) -> bool:
        total = self.sums[row]
        for cell, factor in self.terms[row]:
            if cell in changes:
                old, new = self.ends(cell, None), self.ends(cell, changes[cell])
                total = total.plus(*_scaled(old, factor), sign=-1).plus(*_scaled(new, factor))
        return total.fails(self.tolerance[row])

    def may_change(self, cell: int) -> bool:
        """Tell whether a cell may be wrong at all."""
        return self.cells[cell].weight is not None

    def allowed(self, cell: int, units: int) -> bool:
        """Tell whether a cell may state a value: its sign, and the smallest unit it is written in."""
        return units >= 0 or self.cells[cell].may_be_negative

    def ends(self, cell: int, units: int | None) -> tuple[End, End]:
        """Return what a cell allows if it states `units`; None: as it stands."""
        if units is None:
            return self.lo[cell], self.hi[cell]
        below, above = self.slack[cell]
        return (None if below is None else units - below), (None if above is None else units + above)

    def applied(self, changes: Mapping[int, int], sums: Mapping[int, Sum] | None = None) -> dict[int, Sum]:
        """Return the sums that are other than at first after changes; `sums` are those before them."""
        found = dict(sums or {})
        for cell, units in changes.items():
            old, new = self.ends(cell, None), self.ends(cell, units)
            for row, factor in self.rows_of[cell]:
                total = found.get(row, self.sums[row])
                found[row] = total.plus(*_scaled(old, factor), sign=-1).plus(*_scaled(new, factor))
        return found

    def failing(self, sums: Mapping[int, Sum]) -> frozenset[int]:
        """Return the constraints that fail, given the sums that are other than at first."""
        still = {row for row in self.violated if row not in sums}
        return frozenset(still | {row for row, total in sums.items() if total.fails(self.tolerance[row])})

    def demand(self, cell: int, row: int, factor: int, sums: Mapping[int, Sum]) -> Range:
        """Return the values of a cell, as it would be stated, for which a constraint holds."""
        others = sums.get(row, self.sums[row]).plus(*_scaled((self.lo[cell], self.hi[cell]), factor), sign=-1)
        below, above = self.slack[cell]
        near, far = (below, above) if factor > 0 else (above, below)
        size, tolerance = abs(factor), self.tolerance[row]
        most = None if others.open_below or near is None else tolerance - others.least + size * near
        least = None if others.open_above or far is None else -tolerance - others.greatest - size * far
        if factor < 0:
            least, most = (None if most is None else -most), (None if least is None else -least)
        return Range(None if least is None else -(-least // size), None if most is None else most // size)

    def _with_parts(self) -> list[list[list[tuple[int, int]]]]:
        """Return for each cell the parts of the relations in which it alone is on its side of the equation."""
        found: list[list[list[tuple[int, int]]]] = [[] for _ in self.cells]
        for terms in self.terms:
            for sign in (1, -1):
                sole = [cell for cell, factor in terms if factor * sign > 0]
                if len(sole) == 1 and len(terms) > PARTS:
                    others = (cell for cell, factor in terms if factor * sign < 0)
                    found[sole[0]].append([(cell, value) for cell in others if (value := self.stated[cell])])
        return found

    def _slack(self, cell: int) -> tuple[End, End]:
        stated, lo, hi = self.stated[cell], self.lo[cell], self.hi[cell]
        if stated is None:
            return 0, 0
        return (None if lo is None else stated - lo), (None if hi is None else hi - stated)

    def _sum(self, terms: list[tuple[int, int]]) -> Sum:
        total = Sum(0, 0)
        for cell, factor in terms:
            total = total.plus(*_scaled((self.lo[cell], self.hi[cell]), factor))
        return total


def _scaled(ends: tuple[End, End], factor: int) -> tuple[End, End]:
    lo, hi = ends
    if factor == 1:
        return ends
    if factor == -1:
        return (None if hi is None else -hi), (None if lo is None else -lo)
    scaled = (None if lo is None else lo * factor), (None if hi is None else hi * factor)
    return scaled if factor > 0 else scaled[::-1]


def _places(
    cells: tuple[Cell, ...],
) -> tuple[dict[str, list[int]], list[list[int]], list[list[int]], dict[tuple[str, int, int], int]]:
    """Return the cells by line typed in one go, by row and by column of the table as received, and by their place."""
    lines: dict[str, list[int]] = defaultdict(list)
    rows: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    columns: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    places = {}
    for at, cell in enumerate(cells):
        near = cell.context
        if near.line is not None:
            lines[near.line].append(at)
        if near.table is not None and near.row is not None and near.column is not None:
            rows[near.table, near.row].append((near.column, at))
            columns[near.table, near.column].append((near.row, at))
            places[near.table, near.row, near.column] = at
    along, down = ([[at for _, at in sorted(line)] for _, line in sorted(of.items())] for of in (rows, columns))
    return lines, along, down, places


def _grid(component: Component) -> Decimal:
    """Return the coarsest power of ten, at most 1, of which everything in the component is a multiple."""
    numbers = [row.tolerance for row in component.constraints]
    for cell in component.cells:
        near = (cell.value, cell.lo, cell.hi, cell.step, cell.context.before, cell.context.after,
                cell.context.to_date_before)  # fmt: skip
        numbers += [number for number in near if number is not None]
    places = 0
    for number in set(numbers):
        exponent = number.normalize().as_tuple().exponent
        places = max(places, -exponent if isinstance(exponent, int) else 0)
    return Decimal(1).scaleb(-places)
