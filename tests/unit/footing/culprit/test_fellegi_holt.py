"""The smallest sets of cells are the smallest, and their values make everything hold."""

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.footing.culprit import Cell, Constraint, components, exact
from crossfoot.footing.culprit.candidates import Candidates
from crossfoot.footing.culprit.fellegi_holt import smallest_repairs
from crossfoot.footing.culprit.system import System

pytest.importorskip("highspy", reason="the solver is not installed")

ROWS, COLUMNS = 3, 3
MARGINS = [
    *(tuple([(f"r{r}c{c}", 1) for c in range(COLUMNS)] + [(f"r{r}", -1)]) for r in range(ROWS)),
    *(tuple([(f"r{r}c{c}", 1) for r in range(ROWS)] + [(f"c{c}", -1)]) for c in range(COLUMNS)),
]


def table(changes: dict[str, int]) -> tuple[list[Cell], list[Constraint]]:
    values = {f"r{r}c{c}": 20 + 7 * r + 3 * c for r in range(ROWS) for c in range(COLUMNS)}
    values |= {f"r{r}": sum(values[f"r{r}c{c}"] for c in range(COLUMNS)) for r in range(ROWS)}
    values |= {f"c{c}": sum(values[f"r{r}c{c}"] for r in range(ROWS)) for c in range(COLUMNS)}
    cells = [replace(exact(name, value + changes.get(name, 0)), may_be_negative=True) for name, value in values.items()]
    return cells, [Constraint(str(at), terms) for at, terms in enumerate(MARGINS)]


def names() -> st.SearchStrategy[str]:
    return st.sampled_from([cell.id for cell in table({})[0]])


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(names(), st.integers(1, 400), min_size=1, max_size=4))
def test_no_smaller_set_can_make_everything_hold(changes):
    cells, rows = table(changes)
    for component in components(cells, rows):
        system = System(component)
        found, settled = smallest_repairs(Candidates(system), system.violated, seconds=20)
        assert settled
        assert found
        sizes = {len(repair.cells) for repair in found}
        assert sizes == {len(found[0].cells)}
        for repair in found:
            assert not system.failing(system.applied(dict(repair.key)))
        every = sorted({cell for row in system.violated for cell, _ in system.terms[row]})
        smaller = (set(some) for size in range(len(found[0].cells)) for some in combinations(every, size))
        assert not any(mendable(system, some) for some in smaller)


def mendable(system: System, cells: set[int]) -> bool:
    """Tell whether values of some cells exist for which all relations hold: adding them does not raise the rank."""
    rows = [[dict(terms).get(cell, 0) for cell in sorted(cells)] for terms in system.terms]
    stated = [[*row, total.least] for row, total in zip(rows, system.sums, strict=True)]
    return rank(rows) == rank(stated)


def rank(rows: list[list[int]]) -> int:
    matrix = [[Fraction(entry) for entry in row] for row in rows]
    done = 0
    for column in range(len(matrix[0])):
        pivot = next((row for row in matrix[done:] if row[column]), None)
        if pivot is None:
            continue
        matrix = [row for row in matrix if row is not pivot]
        matrix.insert(done, pivot)
        for at in range(done + 1, len(matrix)):
            times = matrix[at][column] / pivot[column]
            matrix[at] = [a - times * b for a, b in zip(matrix[at], pivot, strict=True)]
        done += 1
    return done


def test_all_smallest_sets_are_listed_up_to_five():
    cells = [exact(name, value) for name, value in (("a", 0), ("b", 0), ("c", 0), ("t", 411), ("u", 411))]
    rows = [
        Constraint("t", (("a", 1), ("b", 1), ("c", 1), ("t", -1))),
        Constraint("u", (("t", 1), ("u", -1))),
    ]
    [component] = components(cells, rows)
    system = System(component)
    found, settled = smallest_repairs(Candidates(system), system.violated, seconds=20)
    assert settled
    assert sorted(system.cells[cell].id for repair in found for cell in repair.cells) == ["a", "b", "c"]


def test_no_time_is_told_as_not_settled():
    cells, rows = table({"r0c0": 5, "r1c1": 9})
    [component] = components(cells, rows)
    system = System(component)
    assert smallest_repairs(Candidates(system), system.violated, seconds=0) == ((), False)


def test_the_solver_prints_nothing():
    script = (
        "from crossfoot.footing.culprit import fellegi_holt\n"
        "solver = fellegi_holt._solver()\n"
        "solver.addCol(1.0, 0.0, 1.0, 0, [], [])\n"
        "solver.run()\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert (ran.stdout, ran.stderr) == (b"", b"")


def test_the_solver_is_not_loaded_for_one_error():
    script = (
        "import sys\n"
        "from crossfoot.footing.culprit import components, exact, suggest, Constraint\n"
        "cells = [exact('a', 283), exact('b', 115), exact('t', 353)]\n"
        "rows = [Constraint('sum', (('a', 1), ('b', 1), ('t', -1)))]\n"
        "assert suggest(next(components(cells, rows)))\n"
        "assert 'highspy' not in sys.modules and 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
