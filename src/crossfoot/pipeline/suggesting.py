"""The table `suggestions` of a checked ledger, and its rows by suggestion."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from crossfoot.culprits import find_culprits
from crossfoot.engine import Engine

SUGGESTED = """
    SELECT s.suggestion_key, s.finding_key, s.rank, s.cause, s.confidence, s.repairs, s.breaks, s.against,
           s.figure_id, s.area, s.data_element, s.disaggregation, s.period, s.stated, s.suggested
    FROM suggestions s
    WHERE {which}
    ORDER BY s.suggestion_key, s.rank, s.finding_key, s.figure_id, s.area, s.data_element, s.disaggregation, s.period
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that a suggestion would change."""

    figure_id: str  # empty where the cell was not there at all
    area: str
    data_element: str
    disaggregation: str
    period: str
    stated: Decimal | None
    suggested: Decimal | None  # None where only the cell is known to be wrong


@dataclass(frozen=True, slots=True)
class Suggested:
    """What may have gone wrong, in one or several figures, and the findings that it would repair."""

    key: str
    findings: tuple[str, ...]  # keys, the one that it ranks highest under first
    rank: int  # under the first of them
    cause: str
    confidence: str
    repairs: int
    breaks: int
    against: tuple[str, ...]
    changes: tuple[Change, ...]


def suggest(engine: Engine) -> None:
    """Fill the table `suggestions` from the findings; never raises for data."""
    find_culprits(engine)


def read_suggestions(engine: Engine, which: str = "true", parameters: tuple[object, ...] = ()) -> Iterator[Suggested]:
    """Yield the suggestions whose rows a condition chooses, by key."""
    rows = engine.rows(SUGGESTED.format(which=which), parameters)
    for key, of_key in groupby(rows, key=lambda row: row[0]):
        told = list(of_key)
        rank, cause, confidence, repairs, breaks, against = told[0][2:8]
        findings = tuple(dict.fromkeys(row[1] for row in told))
        changes = tuple(dict.fromkeys(Change(*row[8:]) for row in told))
        speaking = tuple(filter(None, against.split("\t")))
        yield Suggested(key, findings, rank, cause, confidence, repairs, breaks, speaking, changes)
