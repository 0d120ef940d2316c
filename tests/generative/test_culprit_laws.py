"""Whatever is suggested does what it says: what it repairs holds then, what it breaks fails then, and nothing else."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.footing.culprit import Cell, Constraint, components, exact, examine
from crossfoot.footing.culprit.components import violated

ROWS, COLUMNS = 3, 3


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Cell], list[Constraint]]:
    """Tables with both margins, some of their cells spoilt, rounded, blank or trusted."""
    values = {f"r{r}c{c}": draw(st.integers(0, 5000)) for r in range(ROWS) for c in range(COLUMNS)}
    values |= {f"r{r}": sum(values[f"r{r}c{c}"] for c in range(COLUMNS)) for r in range(ROWS)}
    values |= {f"c{c}": sum(values[f"r{r}c{c}"] for r in range(ROWS)) for c in range(COLUMNS)}
    cells = {name: exact(name, value) for name, value in values.items()}
    for name in draw(st.sets(st.sampled_from(sorted(values)), min_size=1, max_size=3)):
        cells[name] = draw(spoilt(cells[name]))
    across = [Constraint(f"row {r}", (*((f"r{r}c{c}", 1) for c in range(COLUMNS)), (f"r{r}", -1))) for r in range(ROWS)]
    down = [
        Constraint(f"column {c}", (*((f"r{r}c{c}", 1) for r in range(ROWS)), (f"c{c}", -1))) for c in range(COLUMNS)
    ]
    return cells, [*across, *down]


@st.composite
def spoilt(draw: st.DrawFn, cell: Cell) -> Cell:
    kind = draw(st.sampled_from(("other", "unit", "blank", "rounded", "fixed")))
    if kind == "blank":
        return exact(cell.id, None)
    if kind == "unit":
        return exact(cell.id, cell.value * 10)
    value = Decimal(draw(st.integers(0, 9000)))
    if kind == "rounded":
        return replace(cell, value=value, lo=value - 5, hi=value + 5)
    return replace(exact(cell.id, value), weight=None if kind == "fixed" else Decimal(1))


@settings(max_examples=40, deadline=None)
@given(tables())
def test_a_suggestion_repairs_and_breaks_just_what_it_says(table):
    cells, constraints = table
    failing = {row.id for row in constraints if violated(row, cells)}
    examined = [examine(component) for component in components(cells.values(), constraints)]
    named = [row for examination in examined for row in examination.unexplained]
    for suggestion in (suggestion for examination in examined for suggestion in examination.suggestions):
        changed = dict(cells)
        for change in suggestion.changes:
            cell = cells[change.cell]
            assert cell.weight is not None
            assert change.stated == cell.value != change.suggested
            below, above = (Decimal(0),) * 2 if cell.value is None else (cell.value - cell.lo, cell.hi - cell.value)
            changed[change.cell] = replace(cell, lo=change.suggested - below, hi=change.suggested + above)
        after = {row.id for row in constraints if violated(row, changed)}
        assert set(suggestion.repairs) == failing - after
        assert set(suggestion.breaks) == after - failing
        assert suggestion.repairs
        assert 0 < suggestion.score <= 1
        named += suggestion.repairs
    assert set(named) == failing
