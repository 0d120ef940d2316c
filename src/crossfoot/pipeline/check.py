"""Check a campaign's figures, and hand the findings on with their evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from crossfoot.checks import find_findings
from crossfoot.engine import Engine
from crossfoot.engine.answered import ANSWERED
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import Progress, end_of, moment
from crossfoot.pipeline.opening import open_ledger, today
from crossfoot.pipeline.suggesting import Suggested, by_finding, plain, suggest, suggestion_as_json
from crossfoot.terms.finding import Evidence, Finding, Outcome, Severity
from crossfoot.terms.passage import named_place
from crossfoot.terms.question import Answer

FINDING = """
    SELECT key, check_code, outcome, severity, area, data_element, disaggregation, period, stated, computed,
           parts_reported, parts_expected, holds_if, detail, weight, exempted
    FROM findings
    WHERE {which}
    ORDER BY CASE outcome WHEN 'broken' THEN 0 WHEN 'failed' THEN 1 WHEN 'missing' THEN 2 ELSE 3 END,
             CASE WHEN exempted = '' THEN 0 ELSE 1 END,
             CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
             coalesce(weight, 0) DESC, check_code, key
    {limit}
"""
OPEN = "outcome = 'failed' AND exempted = ''"  # what does not hold and nobody accepted
EVIDENCE = """
    SELECT p.key, f.figure_id, p.role, coalesce(r.name, f.return_id), f.sheet, f.row_number, f.column_name,
           f.cell, f.stated, f.row_name
    FROM proofs p
    JOIN figures f ON f.figure_id = p.figure_id
    LEFT JOIN receipts r ON r.return_id = f.return_id AND r.copy_of = ''
    WHERE {which}
    ORDER BY p.key, CASE p.role WHEN 'stated' THEN 0 ELSE 1 END, f.return_id, f.row_number, f.figure_id
"""


@dataclass(frozen=True)
class Checked:
    """The findings of one run, worst first, and the tables behind them."""

    findings: tuple[Finding, ...]
    suggestions: dict[str, list[Suggested]]  # by the key of each finding they would repair, best first
    returns: int
    cells: int
    engine: Engine

    def counts(self) -> dict[str, dict[Outcome, int]]:
        """Return how often each check came to each outcome."""
        out: dict[str, dict[Outcome, int]] = {}
        for finding in self.findings:
            row = out.setdefault(finding.check, dict.fromkeys(Outcome, 0))
            row[finding.outcome] += 1
        return out

    def evidence(self, key: str) -> list[Evidence]:
        """Return the cells that show one finding, the stated one first."""
        return evidence_of(self.engine, key)

    def all_evidence(self) -> dict[str, list[Evidence]]:
        """Return the cells of all findings, by key."""
        out: dict[str, list[Evidence]] = {}
        for key, *row in self.engine.rows(EVIDENCE.format(which="true")):
            out.setdefault(key, []).append(Evidence(*row))
        return out

    def answers(self, key: str) -> list[Answer]:
        """Return what areas answered about one finding, oldest first."""
        return answers_of(self.engine, key)

    def all_answers(self) -> dict[str, list[Answer]]:
        """Return the answers to all findings, by key."""
        out: dict[str, list[Answer]] = {}
        for key, *row in self.engine.rows(ANSWERED.format(which="true")):
            out.setdefault(key, []).append(Answer(*row))
        return out

    @property
    def worst(self) -> Severity | None:
        """The highest severity of a failed finding that nobody accepted; None if there is none."""
        failed = {f.severity for f in self.findings if f.outcome is Outcome.FAILED and not f.exempted}
        return next((s for s in Severity if s in failed), None)


def check(folder: Folder, *, as_of: date | None = None, progress: Progress | None = None) -> Checked:
    """Return the findings of a campaign as known at the end of a day (by default, now).

    Raises:
        CampaignError: the campaign's description is wrong.
        StorageError: the journal is damaged, or the ledger cannot be written.
    """
    engine, shown = open_ledger(folder, moment(end_of(as_of) if as_of else None), progress)
    find_findings(engine, as_of or today())
    suggest(engine)
    [(cells,)] = engine.rows("SELECT count(*) FROM figures")
    return Checked(tuple(read_findings(engine)), by_finding(engine), len(shown), cells, engine)


def read_findings(engine: Engine, which: str = "true", most: int | None = None) -> Iterator[Finding]:
    """Yield the rows of `findings` that a condition chooses, worst first, and at most so many."""
    query = FINDING.format(which=which, limit="" if most is None else f"LIMIT {most}")
    for key, code, outcome, severity, *subject_and_more in engine.rows(query):
        area, element, disaggregation, period, stated, computed, *rest = subject_and_more
        imbalance = None if stated is None or computed is None else stated - computed
        yield Finding(
            key, code, Outcome(outcome), Severity(severity), area, element, disaggregation, period, stated, computed,
            imbalance, *rest,
        )  # fmt: skip


def evidence_of(engine: Engine, key: str) -> list[Evidence]:
    """Return the cells that show one finding, the stated one first."""
    return [Evidence(*row[1:]) for row in engine.rows(EVIDENCE.format(which="p.key = $1"), [key])]


def answers_of(engine: Engine, key: str) -> list[Answer]:
    """Return what areas answered about one finding, oldest first."""
    return [Answer(*row[1:]) for row in engine.rows(ANSWERED.format(which="p.key = $1"), [key])]


def as_json(
    finding: Finding, evidence: Sequence[Evidence], suggestions: Sequence[Suggested] = (),
    answers: Sequence[Answer] = (),
) -> dict[str, Any]:  # fmt: skip
    """Return a finding as plain values for JSON; decimals are strings, so that none is rounded."""
    return {
        "check": finding.check,
        "outcome": finding.outcome.value,
        "severity": finding.severity.value,
        "area": finding.area,
        "data_element": finding.data_element,
        "disaggregation": finding.disaggregation,
        "period": finding.period,
        "stated": plain(finding.stated),
        "computed": plain(finding.computed),
        "imbalance": plain(finding.imbalance),
        "parts_reported": finding.parts_reported,
        "parts_expected": finding.parts_expected,
        "holds_if": finding.holds_if or None,
        "detail": finding.detail or None,
        "exempted": finding.exempted or None,
        "evidence": [
            {"file": e.file, "sheet": e.sheet or None, "row": e.row, "column": e.column, "cell": e.cell,
             "stated": e.stated, "role": e.role,
             "sentence": e.row_name if named_place(e.cell) else None}
            for e in evidence
        ],
        "suggestions": [suggestion_as_json(one) for one in suggestions],
        "answers": [asdict(answer) for answer in answers],
        "key": finding.key,
    }  # fmt: skip

