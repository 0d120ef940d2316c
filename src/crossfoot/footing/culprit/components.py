"""The relations split into parts that have nothing to do with each other; only those that fail are looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.footing.culprit.cells import Cell, Constraint


@dataclass(frozen=True, slots=True)
class Component:
    """Violated constraints that hang together, the constraints around them, and all their cells."""

    cells: tuple[Cell, ...]
    constraints: tuple[Constraint, ...]
    violated: tuple[str, ...]


def components(cells: Iterable[Cell], constraints: Iterable[Constraint]) -> Iterator[Component]:
    """Yield the components with a violated constraint, in the order of their first violated constraint.

    A component holds violated constraints, every constraint that shares a cell with one of them, and
    the violated ones that such a neighbour shares a cell with, and so on. Constraints further away hold and
    would go on holding, so the work grows with the errors, not with the figures.

    Raises:
        KeyError: a constraint names a cell that is not given.
    """
    by_id = {cell.id: cell for cell in cells}
    rows = tuple(constraints)
    wrong = {row.id: row for row in rows if violated(row, by_id)}
    if not wrong:
        return
    touching = _touching(rows, wrong.values())
    opposite = _opposite(wrong.values(), by_id)
    seen: set[str] = set()
    for first, row in wrong.items():
        if first not in seen:
            found = _reach(row, wrong, touching, opposite)
            seen.update(other.id for other in found if other.id in wrong)
            yield _component(found, wrong, by_id)


def violated(constraint: Constraint, cells: Mapping[str, Cell]) -> bool:
    """Tell whether no values that the cells allow could make a constraint hold."""
    least: Decimal | None = -constraint.tolerance
    greatest: Decimal | None = constraint.tolerance
    for name, factor in constraint.terms:
        cell = cells[name]
        low, high = (cell.lo, cell.hi) if factor > 0 else (cell.hi, cell.lo)
        least = None if least is None or low is None else least + factor * low
        greatest = None if greatest is None or high is None else greatest + factor * high
    return (least is not None and least > 0) or (greatest is not None and greatest < 0)


def _touching(rows: Iterable[Constraint], wrong: Iterable[Constraint]) -> dict[str, list[Constraint]]:
    """Return the constraints of each cell that is in, or beside, a violated one."""
    near = {name for row in wrong for name, _ in row.terms}
    found: dict[str, list[Constraint]] = defaultdict(list)
    for row in rows:
        if any(name in near for name, _ in row.terms):
            for name, _ in row.terms:
                found[name].append(row)
    return found


def _opposite(wrong: Iterable[Constraint], cells: Mapping[str, Cell]) -> dict[str, Constraint]:
    """Return for each violated constraint the only one of the same table that is off by as much the other way.

    Two figures that changed places do that, though no constraint may hold them both.
    """
    by_imbalance: dict[tuple[str | None, Decimal], list[Constraint]] = defaultdict(list)
    keys = {}
    for row in wrong:
        stated = sum((factor * (cells[name].value or Decimal(0)) for name, factor in row.terms), Decimal(0))
        table = cells[row.terms[0][0]].context.table
        if table is not None:
            keys[row.id] = (table, stated)
            by_imbalance[table, stated].append(row)
    return {
        name: by_imbalance[table, -stated][0]
        for name, (table, stated) in keys.items()
        if len(by_imbalance[table, stated]) == 1 == len(by_imbalance.get((table, -stated), []))
    }


def _reach(
    first: Constraint,
    wrong: Mapping[str, Constraint],
    touching: Mapping[str, list[Constraint]],
    opposite: Mapping[str, Constraint],
) -> list[Constraint]:
    found = {first.id: first}
    waiting = [first]
    while waiting:
        row = waiting.pop()
        if row.id in opposite and opposite[row.id].id not in found:
            found[opposite[row.id].id] = opposite[row.id]
            waiting.append(opposite[row.id])
        for name, _ in row.terms:
            for other in touching[name]:
                # From a constraint that holds only a violated one is followed: beyond it nothing changes.
                if other.id not in found and (row.id in wrong or other.id in wrong):
                    found[other.id] = other
                    waiting.append(other)
    return list(found.values())


def _component(rows: Iterable[Constraint], wrong: Mapping[str, Constraint], cells: Mapping[str, Cell]) -> Component:
    ordered = tuple(sorted(rows, key=lambda row: row.id))
    names = sorted({name for row in ordered for name, _ in row.terms})
    return Component(tuple(cells[name] for name in names), ordered, tuple(row.id for row in ordered if row.id in wrong))
