"""The failed findings of an issue, worst first, with the cells that show them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Any

from crossfoot.briefing.evidence import EvidenceBook
from crossfoot.briefing.lookup import Cell, Lookup, Subject
from crossfoot.engine.answered import ANSWERED
from crossfoot.terms.question import Answer

# What is about a later period than the issue's has no place in it.
ASKED_FOR = """
    SELECT f.key, f.check_code, f.outcome, f.severity, f.area, f.data_element, f.disaggregation, f.period,
           f.stated, f.computed, f.parts_reported, f.parts_expected, f.holds_if, f.detail, f.weight, f.exempted,
           coalesce(i.period, '') <> '' AS here
    FROM findings f
    LEFT JOIN periods p ON p.period = f.period
    LEFT JOIN within i ON i.period = f.period AND i.longer = $1
    WHERE f.outcome IN ('failed', 'broken') AND (p.ends IS NULL OR p.ends <= $2)
    ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
             coalesce(f.weight, 0) DESC, p.ends DESC, f.key
"""
COUNTED = """
    SELECT f.outcome, count(*) FROM findings f LEFT JOIN periods p ON p.period = f.period
    WHERE f.exempted = '' AND (p.ends IS NULL OR p.ends <= $1) GROUP BY f.outcome
"""
PROVEN = """
    SELECT q.key, q.role, f.figure_id, f.return_id, f.status, f.value, f.sheet, f.row_number, f.line,
           f.column_name, f.row_name, f.cell, f.stated
    FROM proofs q JOIN findings n ON n.key = q.key AND n.outcome = 'failed'
    JOIN figures f ON f.figure_id = q.figure_id
    LEFT JOIN periods p ON p.period = n.period
    WHERE p.ends IS NULL OR p.ends <= $1
    ORDER BY q.key, CASE q.role WHEN 'stated' THEN 0 WHEN 'part' THEN 1 ELSE 2 END,
             f.return_id, f.row_number, length(f.cell), f.cell
"""

# What would change a figure of a later period than the issue's has no place in it.
BEST = """
    SELECT s.finding_key, s.cause, s.confidence, s.repairs, s.breaks, s.against, s.area, s.data_element,
           s.disaggregation, s.period, s.stated, s.suggested
    FROM suggestions s
    LEFT JOIN (
        SELECT k.suggestion_key FROM suggestions k JOIN periods p ON p.period = k.period WHERE p.ends > $1
    ) later ON later.suggestion_key = s.suggestion_key
    WHERE s.rank = 1 AND later.suggestion_key IS NULL
    ORDER BY s.finding_key, s.figure_id
"""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One figure that would be other than stated."""

    subject: Subject
    stated: Decimal | None
    suggested: Decimal | None


@dataclass(frozen=True, slots=True)
class Best:
    """The best suggestion under a finding."""

    cause: str
    confidence: str
    repairs: int
    breaks: int
    against: tuple[str, ...]
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding as the issue needs it."""

    key: str
    check: str
    outcome: str
    severity: str
    about: Subject
    stated: Decimal | None
    computed: Decimal | None
    parts_reported: int | None
    parts_expected: int | None
    holds_if: str
    detail: str
    weight: Decimal | None
    exempted: str
    here: bool  # about the issue's own period

    @property
    def imbalance(self) -> Decimal | None:
        """Stated minus computed."""
        if self.stated is None or self.computed is None:
            return None
        return self.stated - self.computed


@dataclass
class Faults:
    """The findings of one issue."""

    lookup: Lookup
    book: EvidenceBook
    all: tuple[Fault, ...]
    proofs: dict[str, list[tuple[str, Cell]]]  # role (stated, part or other) and cell, by finding
    counted: dict[str, int]  # by outcome, the accepted ones left out
    suggested: dict[str, Best]  # the best suggestion, by finding
    answers: dict[str, list[Answer]]  # what areas answered, by finding

    @cached_property
    def failed(self) -> list[Fault]:
        """What fails and is not accepted, worst first."""
        return [f for f in self.all if f.outcome in ("failed", "broken") and not f.exempted]

    @property
    def exempted(self) -> list[Fault]:
        """What fails and is accepted, with the reason."""
        return [f for f in self.all if f.outcome == "failed" and f.exempted]

    def number(self, fault: Fault) -> int:
        """Return a finding's place in the issue, from 1."""
        return self._numbers[fault.key]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {fault.key: n for n, fault in enumerate(self.all, start=1)}

    def about(self, subject: Subject) -> list[Fault]:
        """Return the failed findings about one figure."""
        return self._by_subject.get(subject, [])

    @cached_property
    def _by_subject(self) -> dict[Subject, list[Fault]]:
        out: dict[Subject, list[Fault]] = {}
        for fault in self.failed:
            out.setdefault(fault.about, []).append(fault)
        return out

    def count(self, outcome: str) -> int:
        """Return how many findings have an outcome, the accepted ones left out."""
        return self.counted.get(outcome, 0)


def _fault(row: tuple[Any, ...]) -> Fault:
    key, check, outcome, severity, area, element, inside, period, *rest = row
    return Fault(key, check, outcome, severity, Subject(area, element, inside, period), *rest)


def read_faults(lookup: Lookup, book: EvidenceBook) -> Faults:
    """Return the findings of the issue with the cells that show them."""
    rows = lookup.engine.rows(ASKED_FOR, [lookup.issue.period.code, lookup.issue.day])
    faults = tuple(_fault(row) for row in rows)
    proofs: dict[str, list[tuple[str, Cell]]] = {}
    for key, of_key in groupby(lookup.engine.rows(PROVEN, [lookup.issue.day]), key=lambda row: row[0]):
        proofs[str(key)] = [(row[1], Cell(*row[2:])) for row in of_key]
    counted = dict(lookup.engine.rows(COUNTED, [lookup.issue.day]))
    return Faults(lookup, book, faults, proofs, counted, _suggested(lookup), _answers(lookup))


def _answers(lookup: Lookup) -> dict[str, list[Answer]]:
    out: dict[str, list[Answer]] = {}
    for key, *told in lookup.engine.rows(ANSWERED.format(which="true")):
        out.setdefault(key, []).append(Answer(*told))
    return out


def _suggested(lookup: Lookup) -> dict[str, Best]:
    out = {}
    for finding, rows in groupby(lookup.engine.rows(BEST, [lookup.issue.day]), key=lambda row: row[0]):
        told = list(rows)
        cause, confidence, repairs, breaks, against = told[0][1:6]
        wrong = tuple(Wrong(Subject(*row[6:10]), *row[10:]) for row in told)
        out[str(finding)] = Best(cause, confidence, repairs, breaks, tuple(filter(None, against.split("\t"))), wrong)
    return out
