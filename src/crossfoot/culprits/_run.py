"""From the constraints to rows of suggestions: the search is run around each failed relation."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from crossfoot.culprits._around import Search, searches
from crossfoot.culprits._cells import read_cells, slack_of
from crossfoot.culprits._view import build_view
from crossfoot.culprits.relations import relations
from crossfoot.engine import Engine
from crossfoot.footing.culprit import Cell, Constraint, Suggestion, examine
from crossfoot.footing.culprit.components import violated
from crossfoot.tables import SUGGESTIONS
from crossfoot.terms.finding import Outcome

CONSTRAINTS = "SELECT key, outcome, tolerance, has_slack FROM constraints ORDER BY key"
TERMS = "SELECT key, figure_id, sign FROM constraint_terms ORDER BY key, figure_id, sign"
FAILED = "SELECT key, check_code FROM constraints WHERE outcome = 'failed'"
SUBJECTS = """
    SELECT f.figure_id, f.area, f.data_element, f.disaggregation, f.period
    FROM current_figures f JOIN (SELECT DISTINCT figure_id FROM constraint_terms) t ON t.figure_id = f.figure_id
"""
MOST = 3  # suggestions under one finding
Row = tuple[Any, ...]


def find_culprits(
    engine: Engine, figures: Collection[str] | None = None, findings: Collection[str] | None = None
) -> None:
    """Fill the table `suggestions` from the findings; no figure and no finding is changed.

    Args:
        engine: holds the tables of figures, of the campaign and of the findings.
        figures: ids of the figures that one wants to know of; by default all.
        findings: keys of the findings that one wants to know of; by default all.
    """
    build_view(engine)
    cells = read_cells(engine)
    constraints = _constraints(engine, cells)
    bounds = {code for code, kind in relations().items() if kind.SLACK}
    begin = {key for (key, code) in engine.rows(FAILED) if code not in bounds}
    begin = begin if findings is None else begin.intersection(findings)
    subjects = {row[0]: row[1:] for row in engine.rows(SUBJECTS)}
    wanted = searches(cells, constraints, frozenset(begin))
    if figures is not None:
        asked = frozenset(figures)
        wanted = (search for search in wanted if not asked.isdisjoint(cell.id for cell in search.component.cells))
    engine.put(SUGGESTIONS, _rows(_best(_suggestions(wanted)), subjects))


def _suggestions(found: Iterable[Search]) -> Iterator[tuple[str, Suggestion]]:
    """Yield each suggestion with each failed relation that it was wanted for."""
    for search in found:
        for one in examine(search.component, about=search.wanted, limit=MOST).suggestions:
            if all(change.cell in search.known for change in one.changes):
                for finding in one.repairs:
                    yield finding, one


def _best(found: Iterable[tuple[str, Suggestion]]) -> dict[str, dict[str, Suggestion]]:
    """Return the suggestions under each finding by their keys.

    One that was found from several sides is told with the least confidence that it had on any of them.
    """
    least: dict[str, Suggestion] = {}
    under: dict[str, dict[str, None]] = defaultdict(dict)
    for finding, one in found:
        key = suggestion_key(one)
        under[finding][key] = None
        if key not in least or one.score < least[key].score:
            least[key] = one
    return {finding: {key: least[key] for key in keys} for finding, keys in under.items()}


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


def _rows(under: Mapping[str, Mapping[str, Suggestion]], subjects: Mapping[str, Row]) -> Iterator[Row]:
    """Yield the rows of `suggestions`: each change, under each finding that is repaired, the best first."""
    for finding in sorted(under):
        ranked = sorted(under[finding].items(), key=lambda item: (-item[1].score, item[0]))[:MOST]
        for rank, (key, one) in enumerate(ranked, start=1):
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
