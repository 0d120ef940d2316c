"""Figures drawn as a table, checked, and what is suggested where they do not add up."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from crossfoot.checks import find_findings
from crossfoot.culprits import find_culprits
from crossfoot.terms.sheet import letters

ROWS = """
    SELECT finding_key, suggestion_key, rank, cause, confidence, area, data_element, disaggregation, period,
           stated, suggested, repairs, breaks, against
    FROM suggestions ORDER BY finding_key, rank, suggestion_key, area, data_element, disaggregation, period
"""
ROW, CELL = 15, 19  # places in a row of `figures`


class Row(NamedTuple):
    """One change of one suggestion under one finding."""

    finding: str
    key: str
    rank: int
    cause: str
    confidence: str
    area: str
    data_element: str
    disaggregation: str
    period: str
    stated: Decimal | None
    suggested: Decimal | None
    repairs: int
    breaks: int
    against: str


class Suggesting:
    """Runs all checks and the search on drawn figures; `before` and `after` hold the ledger around the search."""

    def __init__(self, drawing: Any) -> None:
        self.drawing = drawing
        self.before: list[Any] = []
        self.after: list[Any] = []

    def __call__(
        self, figures: str, areas: str = "", campaign: str = "", *, returns: str = "", order: Sequence[int] = ()
    ) -> list[Row]:
        """Return the rows of `suggestions`; the figures stand in the file as they are drawn, or in another order."""
        said = self.drawing.campaign_of(campaign)
        cells = _placed(self.drawing.figure_rows(figures, said))
        cells = [cells[at] for at in order] if order else cells
        tree = self.drawing.tree_of(areas, {cell[2] for cell in cells})
        engine = self.drawing.filled(said, tree, cells, returns, "", date(2026, 12, 31))
        try:
            find_findings(engine, date(2026, 12, 31), prove_passed=False)
            self.before = engine.rows("SELECT * FROM current_figures ORDER BY figure_id")
            find_culprits(engine)
            self.after = engine.rows("SELECT * FROM current_figures ORDER BY figure_id")
            return [Row(*row) for row in engine.rows(ROWS)]
        finally:
            engine.close()


def _placed(cells: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Give each figure a place: a row for each data element and period, a column for each area."""
    rows, columns = ({name: n for n, name in enumerate(dict.fromkeys(names))} for names in (
        [(cell[3], cell[4], cell[5], cell[6]) for cell in cells], [cell[2] for cell in cells],
    ))  # fmt: skip
    out = []
    for cell in cells:
        row, column = rows[cell[3], cell[4], cell[5], cell[6]] + 2, columns[cell[2]] + 2
        out.append((*cell[:ROW], row, *cell[ROW + 1 : CELL], f"{letters(column)}{row}", *cell[CELL + 1 :]))
    return out


@pytest.fixture
def suggested(drawing: Any) -> Callable[..., list[Row]]:
    """Return what is suggested for drawn figures: suggested(figures, areas, campaign)."""
    return Suggesting(drawing)
