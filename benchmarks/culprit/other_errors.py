"""The other causes, put one by one into the returns of eight areas with four data elements and both margins.

Every cell has its place in the table as received, its line, and the figures of four earlier periods.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from real_values import Panel
from settings import HISTORY, Case

from crossfoot.footing.culprit import Cell, Constraint, Context, exact

ROWS, COLUMNS = 8, 4
Values = dict[str, list[int]]  # of each cell, oldest first, this period last
Spoilt = dict[str, int | None] | None  # cell and what is stated instead; None: the error does not fit here


def case_of(chance: random.Random, panels: Sequence[Panel], cause: str, *, margins: bool) -> Case | None:
    """Return the table with one error of a cause; without `margins` only its row totals are stated."""
    values = _values(chance, panels)
    if values is None:
        return None
    row, column = chance.randrange(ROWS), chance.randrange(COLUMNS)
    if cause == "decimal-mark-as-thousands":
        decimals = {name: [Decimal(value) / 10 for value in series] for name, series in values.items()}
    else:
        decimals = {name: [Decimal(value) for value in series] for name, series in values.items()}
    spoilt = ERRORS[cause](chance, values, row, column)
    changed = {name: wrong for name, wrong in (spoilt or {}).items() if (wrong or 0) != decimals[name][-1]}
    if not changed:
        return None
    late = {f"r{row}c{column}"} if cause == "late-part" else set()
    constraints = _constraints(margins=margins)
    names = {name for constraint in constraints for name, _ in constraint.terms}
    if not set(changed) <= names:
        return None
    cells = tuple(
        _cell(name, decimals[name], Decimal(changed[name] or 0) if name in changed else None, name in late)
        for name in sorted(names)
    )
    return Case(cells, constraints, {name: decimals[name][-1] for name in changed}, (cause,))


def _values(chance: random.Random, panels: Sequence[Panel]) -> Values | None:
    long = [panel for panel in panels if len(panel.periods) > HISTORY]
    first = chance.choices(long, weights=[len(panel.periods) for panel in long])[0]
    beside = [panel for panel in long if panel.areas == first.areas and panel.periods == first.periods]
    chosen = (beside * COLUMNS)[:COLUMNS] if len(beside) < COLUMNS else chance.sample(beside, COLUMNS)
    at = chance.randrange(HISTORY, len(first.periods))
    periods = first.periods[at - HISTORY : at + 1]
    areas = chance.sample(first.areas, ROWS)
    values = {
        f"r{r}c{c}": [chosen[c].values[period, areas[(r + c) % ROWS]] for period in periods]
        for r in range(ROWS)
        for c in range(COLUMNS)
    }

    def added(names: list[str]) -> list[int]:
        return [sum(column) for column in zip(*(values[name] for name in names), strict=True)]

    values |= {f"r{r}": added([f"r{r}c{c}" for c in range(COLUMNS)]) for r in range(ROWS)}
    values |= {f"c{c}": added([f"r{r}c{c}" for r in range(ROWS)]) for c in range(COLUMNS)}
    return values | {"all": added([f"r{r}" for r in range(ROWS)])}


def _constraints(*, margins: bool) -> tuple[Constraint, ...]:
    across = [Constraint(f"row {r}", (*((f"r{r}c{c}", 1) for c in range(COLUMNS)), (f"r{r}", -1))) for r in range(ROWS)]
    if not margins:
        return tuple(across)
    down = [
        Constraint(f"column {c}", (*((f"r{r}c{c}", 1) for r in range(ROWS)), (f"c{c}", -1))) for c in range(COLUMNS)
    ]
    right = Constraint("right margin", (*((f"r{r}", 1) for r in range(ROWS)), ("all", -1)))
    return (*across, *down, right)


def _cell(name: str, series: list[Decimal], wrong: Decimal | None, late: bool) -> Cell:
    row = int(name[1]) if name[0] == "r" else ROWS
    column = int(name[-1]) if "c" in name else COLUMNS
    earlier = series[:-1]
    context = Context(
        before=earlier[-1],
        to_date_before=sum(earlier),
        table="return",
        row=row,
        column=column,
        line=f"{row}",
        late=late,
    )
    stated = exact(name, series[-1] if wrong is None else wrong)
    return replace(stated, history=tuple(earlier), context=context)


def _shift(values: Values, names: list[str], start: int) -> Spoilt:
    moved: dict[str, int | None] = {names[start]: 0}
    for before, after in zip(names[start:], names[start + 1 :], strict=False):
        moved[after] = values[before][-1]
    return moved


def _under_neighbour(chance: random.Random, values: Values, row: int, column: int) -> Spoilt:
    other = f"r{row}c{(column + 1) if column + 1 < COLUMNS else column - 1}"
    name = f"r{row}c{column}"
    return {name: 0, other: values[name][-1]} if values[other][-1] == 0 and values[name][-1] else None


def _part(values: Values, row: int, column: int) -> int:
    return values[f"r{row}c{column}"][-1]


ERRORS: dict[str, Callable[[random.Random, Values, int, int], Spoilt]] = {
    "sign-turned": lambda _, v, r, c: {f"r{r}c{c}": -_part(v, r, c)},
    "digit-doubled": lambda x, v, r, c: {f"r{r}c{c}": int(_doubled(x, str(_part(v, r, c))))},
    "cells-exchanged": lambda _, v, r, c: {
        f"r{r}c{c}": _part(v, (r + 1) % ROWS, c),
        f"r{(r + 1) % ROWS}c{c}": _part(v, r, c),
    },
    "part-left-out": lambda _, v, r, c: {f"r{r}": v[f"r{r}"][-1] - _part(v, r, c)},
    "part-counted-twice": lambda _, v, r, c: {f"r{r}": v[f"r{r}"][-1] + _part(v, r, c)},
    "late-part": lambda _, v, r, c: {f"r{r}": v[f"r{r}"][-1] - _part(v, r, c)},
    "total-not-renewed": lambda _, v, r, c: {f"r{r}": v[f"r{r}"][-2]},
    "total-is-to-date": lambda _, v, r, c: {f"r{r}": sum(v[f"r{r}"])},
    "to-date-under-new": lambda _, v, r, c: {f"r{r}c{c}": sum(v[f"r{r}c{c}"])},
    "blank-instead-of-figure": lambda _, v, r, c: {f"r{r}c{c}": 0},
    "copied-from-neighbour": lambda _, v, r, c: {f"r{r}c{c}": _part(v, r, c - 1)} if c else None,
    "wrong-period": lambda x, v, r, c: {f"r{r}c{c}": x.choice(v[f"r{r}c{c}"][:-1])},
    "unit-slip": lambda x, v, r, c: {f"r{r}c{c}": _part(v, r, c) * 10 ** x.choice((2, 4, 6))},
    "other-unit": lambda x, v, r, c: {f"r{r}c{c}": _part(v, r, c) * x.choice((2, 16))},
    "decimal-mark-as-thousands": lambda _, v, r, c: {f"r{r}c{c}": _part(v, r, c)},
    "typed-under-neighbour": _under_neighbour,
    "row-shifted": lambda x, v, r, c: _shift(v, [f"r{r}c{n}" for n in range(COLUMNS)], x.randrange(COLUMNS - 2)),
    "column-shifted": lambda x, v, r, c: _shift(v, [f"r{n}c{c}" for n in range(ROWS)], x.randrange(ROWS - 2)),
    "return-sent-again": lambda _, v, r, c: {
        name: v[name][-2] for name in [*(f"r{r}c{n}" for n in range(COLUMNS)), f"r{r}"]
    },
    "whole-return-in-another-unit": lambda x, v, r, c: {
        name: v[name][-1] * x.choice((1000,)) for name in [*(f"r{r}c{n}" for n in range(COLUMNS)), f"r{r}"]
    },
}


def _doubled(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at] + text[at:]
