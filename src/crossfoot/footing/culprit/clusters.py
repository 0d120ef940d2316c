"""The violated constraints of a component, split where one error cannot be behind both sides."""

from collections.abc import Iterable

from crossfoot.footing.culprit.candidates import Candidates
from crossfoot.footing.culprit.system import System


def clusters(system: System, candidates: Candidates) -> list[frozenset[int]]:
    """Return the violated constraints in groups that share no cell that may be wrong, and no joint cause."""
    leader = {row: row for row in system.violated}

    def unite(rows: Iterable[int]) -> None:
        first, *others = {leader[row] for row in rows if row in leader} or {-1}
        for row, name in leader.items():
            if name in others:
                leader[row] = first

    for cell, rows in enumerate(system.rows_of):
        if system.may_change(cell):
            unite(row for row, _ in rows)
    for step in candidates.joint:
        unite(row for cell, _ in step.changes for row, _ in system.rows_of[cell])
    return [frozenset(row for row, name in leader.items() if name == first) for first in sorted(set(leader.values()))]
