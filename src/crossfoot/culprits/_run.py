"""From the constraints to rows of suggestions: the search is run around each failed relation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from hashlib import sha256
from typing import Any

from crossfoot.culprits._cells import read_cells, slack_of
from crossfoot.culprits._view import build_view
from crossfoot.engine import Engine
from crossfoot.footing.culprit import Cell, Constraint, Suggestion, components, suggest
from crossfoot.footing.culprit.components import violated
from crossfoot.tables import SUGGESTIONS
from crossfoot.terms.finding import Outcome

CONSTRAINTS = "SELECT key, outcome, tolerance, has_slack FROM constraints ORDER BY key"
TERMS = "SELECT key, figure_id, sign FROM constraint_terms ORDER BY key, figure_id, sign"
SUBJECTS = """
    SELECT f.figure_id, f.area, f.data_element, f.disaggregation, f.period
    FROM current_figures f JOIN (SELECT DISTINCT figure_id FROM constraint_terms) t ON t.figure_id = f.figure_id
"""
MOST = 3  # suggestions under one finding
Row = tuple[Any, ...]


def find_culprits(engine: Engine) -> None:
    """Fill the table `suggestions` from the findings; no figure and no finding is changed.

    Args:
        engine: holds the tables of figures, of the campaign and of the findings.
    """
    build_view(engine)
    cells = read_cells(engine)
    constraints = _constraints(engine, cells)
    subjects = {row[0]: row[1:] for row in engine.rows(SUBJECTS)}
    found: list[Suggestion] = []
    for component in components(cells.values(), constraints):
        found.extend(suggest(component))
    engine.put(SUGGESTIONS, _rows(found, subjects))


def _constraints(engine: Engine, cells: dict[str, Cell]) -> list[Constraint]:
    """Return the relations whose verdict the cells bear out, and add what they leave open to the cells.

    An end that is not allowed itself ("over 500") cannot be told to a search, which takes all ends as
    allowed: a relation that hangs on it is left out.
    """
    terms: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, figure_id, sign in engine.rows(TERMS):
        terms[key].append((figure_id, sign))
    out = []
    for key, outcome, tolerance, has_slack in engine.rows(CONSTRAINTS):
        if has_slack:
            slack = slack_of(key)
            cells[slack.id] = slack
            terms[key].append((slack.id, 1))
        constraint = Constraint(key, tuple(terms[key]), tolerance)
        if violated(constraint, cells) == (outcome == Outcome.FAILED):
            out.append(constraint)
    return out


def _rows(found: Iterable[Suggestion], subjects: dict[str, Row]) -> Iterator[Row]:
    """Yield the rows of `suggestions`: each change, under each finding that is repaired, the best first."""
    under: dict[str, list[tuple[Decimal, str, Suggestion]]] = defaultdict(list)
    for suggestion in found:
        for finding in suggestion.repairs:
            under[finding].append((-suggestion.score, suggestion_key(suggestion), suggestion))
    for finding in sorted(under):
        ranked = sorted(under[finding], key=lambda one: one[:2])[:MOST]
        for rank, (_, key, one) in enumerate(ranked, start=1):
            for change in one.changes:
                yield (
                    finding, key, rank, one.cause, one.confidence.value, one.score, change.cell,
                    *subjects[change.cell], change.stated, change.suggested, len(one.repairs), len(one.breaks),
                    "\t".join(one.against),
                )  # fmt: skip


def suggestion_key(suggestion: Suggestion) -> str:
    """Return 12 digits that name a suggestion: of its findings, its cells and the values suggested."""
    said = [*sorted(suggestion.repairs)]
    said += sorted(f"{c.cell}={'' if c.suggested is None else c.suggested.normalize()}" for c in suggestion.changes)
    return sha256("\n".join(said).encode()).hexdigest()[:12]
