"""The settings in which errors are looked for: what is around the wrong cell."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from real_values import Panel
from typing_errors import KINDS, spoilt

from crossfoot.footing.culprit import Cell, Constraint, exact

HISTORY = 4  # earlier periods


@dataclass(frozen=True)
class Case:
    """Cells with errors in them, what must hold, and - for the judge alone - what was there before."""

    cells: tuple[Cell, ...]
    constraints: tuple[Constraint, ...]
    truth: dict[str, int]  # of the wrong cells
    kinds: tuple[str, ...]


def one_sum(chance: random.Random, panels: Sequence[Panel], parts: int, *, history: int = 0) -> Case | None:
    """A total and its parts, without or with as many earlier periods of each."""
    panel = _drawn(chance, panels, history)
    at = chance.randrange(history, len(panel.periods))
    areas = chance.sample(panel.areas, parts)
    series = [[panel.values[period, area] for area in areas] for period in panel.periods[at - history : at + 1]]
    values = {f"part {n + 1:02}": [row[n] for row in series] for n in range(parts)}
    values["total"] = [sum(row) for row in series]
    if values["total"][-1] == 0:
        return None
    row = Constraint("sum", (*((name, 1) for name in values if name != "total"), ("total", -1)))
    cells = tuple(
        replace(exact(name, past[-1]), history=tuple(Decimal(value) for value in past[:-1]))
        for name, past in values.items()
    )
    return with_errors(chance, cells, (row,), 1)


def table(chance: random.Random, panels: Sequence[Panel], errors: int, rows: int = 8, columns: int = 4) -> Case | None:
    """A table of areas by periods with both margins and the grand total."""
    panel = _drawn(chance, panels, columns)
    periods = chance.sample(panel.periods, columns)
    areas = chance.sample(panel.areas, rows)
    values = {f"r{r}c{c}": panel.values[periods[c], areas[r]] for r in range(rows) for c in range(columns)}
    values |= {f"r{r}": sum(values[f"r{r}c{c}"] for c in range(columns)) for r in range(rows)}
    values |= {f"c{c}": sum(values[f"r{r}c{c}"] for r in range(rows)) for c in range(columns)}
    values["all"] = sum(values[f"r{r}"] for r in range(rows))
    across = [Constraint(f"row {r}", (*((f"r{r}c{c}", 1) for c in range(columns)), (f"r{r}", -1))) for r in range(rows)]
    down = [
        Constraint(f"column {c}", (*((f"r{r}c{c}", 1) for r in range(rows)), (f"c{c}", -1))) for c in range(columns)
    ]
    margins = [
        Constraint("right margin", (*((f"r{r}", 1) for r in range(rows)), ("all", -1))),
        Constraint("bottom margin", (*((f"c{c}", 1) for c in range(columns)), ("all", -1))),
    ]
    cells = tuple(exact(name, value) for name, value in values.items())
    return with_errors(chance, cells, (*across, *down, *margins), errors)


def with_errors(
    chance: random.Random, cells: tuple[Cell, ...], constraints: tuple[Constraint, ...], errors: int
) -> Case | None:
    """Put errors of kinds drawn in equal parts into as many cells above zero; None where a kind fits no cell."""
    spoiled = list(cells)
    truth: dict[str, int] = {}
    kinds = []
    for _ in range(errors):
        kind = chance.choice(KINDS)
        order = [at for at, cell in enumerate(cells) if cell.value and cell.id not in truth]
        chance.shuffle(order)
        made = ((at, spoilt(chance, kind, int(cells[at].value or 0))) for at in order)
        at, wrong = next(((at, wrong) for at, wrong in made if wrong is not None), (None, None))
        if at is None or wrong is None:
            return None
        truth[cells[at].id] = int(cells[at].value or 0)
        spoiled[at] = replace(cells[at], value=Decimal(wrong), lo=Decimal(wrong), hi=Decimal(wrong))
        kinds.append(kind)
    return Case(tuple(spoiled), constraints, truth, tuple(kinds))


def _drawn(chance: random.Random, panels: Sequence[Panel], periods: int) -> Panel:
    """Draw a panel with more than so many periods, each period of each as likely."""
    fit = [panel for panel in panels if len(panel.periods) > periods]
    return chance.choices(fit, weights=[len(panel.periods) for panel in fit])[0]


SETTINGS: dict[str, Callable[[random.Random, Sequence[Panel]], Case | None]] = {
    "one sum of 5 parts": lambda chance, panels: one_sum(chance, panels, 5),
    "one sum of 12 parts": lambda chance, panels: one_sum(chance, panels, 12),
    "table 8 x 4 with both margins": lambda chance, panels: table(chance, panels, 1),
    "one sum of 5 parts, four earlier periods": lambda chance, panels: one_sum(chance, panels, 5, history=HISTORY),
    "two errors in a table 8 x 4 with both margins": lambda chance, panels: table(chance, panels, 2),
}
