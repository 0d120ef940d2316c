"""The table `suggestions` of a checked ledger, and its rows by suggestion."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

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


def suggest(
    engine: Engine, figures: Collection[str] | None = None, findings: Collection[str] | None = None
) -> None:
    """Fill the table `suggestions` from the findings, or for some figures or findings; never raises for data."""
    find_culprits(engine, figures, findings)


def by_finding(engine: Engine) -> dict[str, list[Suggested]]:
    """Return the suggestions by the key of each finding that they would repair, best first."""
    out: dict[str, list[tuple[int, str, Suggested]]] = {}
    ranks = {
        (finding, key): rank
        for finding, key, rank in engine.rows("SELECT DISTINCT finding_key, suggestion_key, rank FROM suggestions")
    }
    for one in read_suggestions(engine):
        for finding in one.findings:
            out.setdefault(finding, []).append((ranks[finding, one.key], one.key, one))
    return {finding: [one for *_, one in sorted(found, key=lambda f: f[:2])] for finding, found in out.items()}


def suggestion_as_json(one: Suggested) -> dict[str, Any]:
    """Return a suggestion as plain values for JSON; decimals are strings, so that none is rounded."""
    return {
        "key": one.key,
        "cause": one.cause,
        "confidence": one.confidence,
        "repairs": one.repairs,
        "breaks": one.breaks,
        "against": list(one.against),
        "changes": [
            {"figure": c.figure_id, "area": c.area, "data_element": c.data_element, "disaggregation": c.disaggregation,
             "period": c.period, "stated": plain(c.stated), "suggested": plain(c.suggested)}
            for c in one.changes
        ],
    }  # fmt: skip


def plain(number: Decimal | None) -> str | None:
    """Return a number as it is written, without the zeros that only fill a column of the ledger."""
    if number is None:
        return None
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


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
