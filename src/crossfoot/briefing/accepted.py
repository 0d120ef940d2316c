"""Figures that count on the word of an office, each with the figure as received beside it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from crossfoot.engine import Engine
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import word

if TYPE_CHECKING:
    from crossfoot.briefing.lookup import Cell

ACCEPTED_LAYOUT = "(accepted)"  # under which an acceptance stands among the receipts
ACCEPTED = """
    SELECT k.figure_id, f.return_id, k.by_whom, k.why, k.recorded_at, c.figure_id, c.return_id, c.status, c.value,
           c.sheet, c.row_number, c.line, c.column_name, c.row_name, c.cell, c.stated, c.qualifier
    FROM acceptances k
    JOIN figures f ON f.figure_id = k.figure_id
    LEFT JOIN figures c ON c.figure_id = k.corrects
    ORDER BY k.sequence
"""


@dataclass(frozen=True, slots=True)
class Accepted:
    """On whose word a figure counts, and what was received in its place."""

    figure_id: str
    entry_id: str  # of the journal's entry; it stands where a return's id does
    by: str  # an office
    why: str
    recorded_at: datetime
    received: "Cell | None"  # None where the cell was not there at all

    def source(self, language: str) -> str:
        """Return who accepted it, and when."""
        return word("accepted.source", language).format(by=self.by, day=day_name(self.recorded_at.date(), language))

    def told(self, language: str) -> str:
        """Return in one sentence why the figure is another than the one received."""
        day = day_name(self.recorded_at.date(), language)
        return word("accepted.told", language).format(by=self.by, day=day, why=self.why)


def read_accepted(engine: Engine) -> dict[str, Accepted]:
    """Return all acceptances that are known, by the id of the figure that each makes."""
    from crossfoot.briefing.lookup import Cell  # noqa: PLC0415 - the two look figures up for one another

    out: dict[str, Accepted] = {}
    for figure_id, entry_id, by, why, recorded_at, *cell in engine.rows(ACCEPTED):
        received = None if cell[0] is None else Cell(*cell)
        out[figure_id] = Accepted(figure_id, entry_id, by, why, recorded_at, received)
    return out
