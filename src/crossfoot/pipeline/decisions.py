"""What offices decided: the acceptances and exemptions that stand at a moment, as rows of the tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.campaign import Campaign
from crossfoot.campaign.rows import counts_whole
from crossfoot.engine import Engine
from crossfoot.engine.current import ACCEPTED, CORRECTED
from crossfoot.engine.journal import Acceptance, Exemption, Withdrawal, Written
from crossfoot.figures.placing import ID_LENGTH
from crossfoot.footing import interval_of
from crossfoot.pipeline.ledger import Moment, parse_moment
from crossfoot.tables import ACCEPTANCES, FIGURES, RECEIPTS
from crossfoot.terms.figure import Qualifier, Status

Row = tuple[Any, ...]
FIELD = "value"  # of the entry in the journal: where the accepted value stands


@dataclass(frozen=True, slots=True)
class Decision:
    """An acceptance or an exemption, with its place in the journal."""

    entry: Acceptance | Exemption
    entry_id: str
    file: str
    line: int
    sequence: int  # order in the journal

    @property
    def figure_id(self) -> str:
        """The id of the figure that an acceptance makes."""
        return f"{self.entry_id[:ID_LENGTH]}:{FIELD}"


def standing(journal: Sequence[Written], at: Moment) -> list[Decision]:
    """Return the decisions that were made and not taken back by a moment, in order."""
    seen = [(n, w) for n, w in enumerate(journal) if parse_moment(w.entry.recorded_at) <= min(at.as_of, at.known_at)]
    withdrawn = {w.entry.return_id for _, w in seen if isinstance(w.entry, Withdrawal)}
    return [
        Decision(w.entry, w.entry_id, w.file, w.line, n)
        for n, w in seen
        if isinstance(w.entry, Acceptance | Exemption) and w.entry_id not in withdrawn
    ]


def exempted(decisions: Iterable[Decision]) -> list[Row]:
    """Return the rows of `exemptions` that the journal holds: each about one finding."""
    out: list[Row] = []
    for decision in decisions:
        entry = decision.entry
        if isinstance(entry, Exemption):
            check = entry.finding_key.partition("/")[0]
            out.append((check, "", "", "", entry.why, entry.by, date.fromisoformat(entry.until), entry.finding_key))
    return out


def accepted(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the acceptances among decisions."""
    return [decision for decision in decisions if isinstance(decision.entry, Acceptance)]


def put_accepted(engine: Engine, campaign: Campaign, decisions: Iterable[Decision]) -> None:
    """Fill `acceptances`, and add each accepted figure to `figures` and `receipts` with the journal as evidence.

    What is about a data element that the campaign counts no more is left aside, as a return's column would be.
    """
    acceptances: list[Row] = []
    figures: list[Row] = []
    receipts: list[Row] = []
    for decision in decisions:
        entry = decision.entry
        if not isinstance(entry, Acceptance) or entry.data_element not in campaign.data_elements:
            continue
        recorded = parse_moment(entry.recorded_at).replace(tzinfo=None)
        subject = (entry.area, entry.data_element, entry.disaggregation, entry.period)
        acceptances.append(
            (
                decision.figure_id, entry.figure_id, *subject, entry.finding_key, entry.suggestion_key, entry.why,
                entry.by, recorded, decision.sequence,
            )
        )  # fmt: skip
        figures.append(_figure(decision, entry, subject, campaign))
        place = f"journal/{decision.file}"
        receipts.append((decision.entry_id, place, ACCEPTED, recorded, recorded, decision.sequence, ""))
    engine.put(ACCEPTANCES, acceptances)
    engine.add(FIGURES, figures)
    engine.add(RECEIPTS, receipts)


def _figure(decision: Decision, entry: Acceptance, subject: Row, campaign: Campaign) -> Row:
    """The row of `figures` of an acceptance; a measure is as exact as the value is written."""
    value = Decimal(entry.value)
    places = max(0, -int(value.as_tuple().exponent))
    whole = counts_whole(campaign.data_elements[entry.data_element])
    interval = interval_of(value, decimals=None if whole else places)
    return (
        decision.figure_id, decision.entry_id, *subject, 1, Status.REPORTED.value, value, interval.lower,
        interval.upper, interval.lower_closed, interval.upper_closed, Qualifier.EXACT.value, "", "", decision.line,
        decision.line, FIELD, entry.by, "", entry.value,
    )  # fmt: skip


def correct(engine: Engine) -> None:
    """Put each accepted figure in place of the one it corrects, where that one still stands."""
    if engine.rows("SELECT 1 FROM acceptances LIMIT 1"):
        for statement in CORRECTED:
            engine.run(statement)
