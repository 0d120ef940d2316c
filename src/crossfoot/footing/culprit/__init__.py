"""Which cell is wrong: from relations that fail to the changes that would make them hold, best first.

It never changes a figure. Give the cells and the relations to `components`, each component that comes out to
`examine` (or `suggest`).
"""

from crossfoot.footing.culprit.cells import Cell, Constraint, Context, exact
from crossfoot.footing.culprit.components import Component, components
from crossfoot.footing.culprit.examining import examine, suggest
from crossfoot.footing.culprit.suggestion import Change, Confidence, Examination, Suggestion

__all__ = [
    "Cell",
    "Change",
    "Component",
    "Confidence",
    "Constraint",
    "Context",
    "Examination",
    "Suggestion",
    "components",
    "exact",
    "examine",
    "suggest",
]
