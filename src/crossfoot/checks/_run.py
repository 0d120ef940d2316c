"""Run the checks: the one place where a check that breaks is caught, and the others go on."""

import logging
from collections.abc import Mapping
from datetime import date
from types import ModuleType

from crossfoot.checks._catalogue import catalogue
from crossfoot.engine import Engine
from crossfoot.tables import FINDINGS, PROOFS, Column, Table
from crossfoot.tables.findings import KEY
from crossfoot.terms.finding import Outcome

log = logging.getLogger(__name__)

ASKED_ON = Table(
    "asked_on",
    "The one row of days that the checks look from.",
    (
        Column("today", "DATE", "The day by which exemptions are judged."),
        Column("as_of", "DATE", "The day as of which the ledger is known: returns due before it should be there."),
    ),
)
FOUND = "CREATE OR REPLACE TABLE found AS SELECT {key} AS key, q.* FROM ({query}) q"
# Exemptions are looked up here, once for all checks: the finding stays, and says why it is accepted.
INSERT = """
    INSERT INTO findings
    SELECT q.key, '{code}', q.outcome, r.severity, q.area, q.data_element, q.disaggregation, q.period,
           q.stated, q.computed, q.parts_reported, q.parts_expected, q.holds_if, q.detail,
           CASE WHEN q.outcome = 'failed'
                THEN cast(abs(q.stated - q.computed) / nullif({measure}, 0) AS DECIMAL(38, 6)) END,
           coalesce(x.why, '')
    FROM found q
    JOIN rule_now r ON r.data_element = q.data_element
    LEFT JOIN totals t ON t.data_element = q.data_element AND t.period = q.period
    LEFT JOIN (
        SELECT f.key, min(e.why) AS why
        FROM found f
        JOIN exemptions e ON (e.area = '' OR e.area = f.area) AND (e.period = '' OR e.period = f.period)
         AND (e.data_element = '' OR e.data_element = f.data_element) AND (e.key = '' OR e.key = f.key)
        JOIN asked_on d ON e.until >= d.today
        WHERE e.check_code = '{code}' AND f.outcome = 'failed'
        GROUP BY f.key
    ) x ON x.key = q.key
"""
PROVE = """
    INSERT INTO proofs
    SELECT DISTINCT q.key, q.role, q.figure_id
    FROM (SELECT {key} AS key, q.role, q.figure_id FROM ({proof}) q) q
    JOIN findings f ON f.key = q.key
"""
NOT_PASSED = " AND f.outcome <> 'passed'"
# What an imbalance is measured against, unless a check says another: the largest value in its period.
MEASURE = "t.total"
TOTALS = """
    CREATE OR REPLACE TABLE totals AS
    SELECT data_element, period, max(abs(value)) AS total FROM current_figures GROUP BY data_element, period
    UNION ALL
    SELECT b.account, f.period, max(abs(f.value))
    FROM balances b JOIN current_figures f ON f.data_element = b.data_element
    GROUP BY b.account, f.period
    UNION ALL
    SELECT t.indicator, f.period, max(abs(f.value))
    FROM terms t JOIN current_figures f ON f.data_element = t.data_element AND t.side = 'denominator'
    GROUP BY t.indicator, f.period
"""


def find_findings(
    engine: Engine,
    today: date,
    as_of: date | None = None,
    checks: Mapping[str, ModuleType] | None = None,
    *,
    prove_passed: bool = True,
) -> None:
    """Fill the tables `findings` and `proofs`; never raises for data.

    Args:
        engine: holds the tables of figures and of the campaign.
        today: the day by which exemptions are judged.
        as_of: the day as of which the ledger was opened, by which returns are missing; by default today.
        checks: the checks to run, by code; by default all.
        prove_passed: whether `proofs` names the figures of relations that hold, too; a briefing shows none.
    """
    engine.create(FINDINGS)
    engine.create(PROOFS)
    engine.put(ASKED_ON, [(today, as_of or today)])
    engine.run(TOTALS)
    prepared: set[str] = set()
    for code, module in (catalogue() if checks is None else checks).items():
        try:
            _run(engine, code, module, prepared, PROVE if prove_passed else PROVE + NOT_PASSED)
        except Exception:  # one broken check must not hide what the others find
            log.exception("the check %s broke", code)
            _note_broken(engine, code)


def _run(engine: Engine, code: str, module: ModuleType, prepared: set[str], prove: str) -> None:
    """Run one check; a table that an earlier one prepared, and that no rule has a part in, is used again."""
    engine.run(
        "CREATE OR REPLACE TEMP VIEW rule_now AS"
        f" SELECT data_element, tolerance, severity FROM rules WHERE check_code = '{code}'"
    )
    for statement in getattr(module, "PREPARE", ()):
        if statement not in prepared:
            engine.run(statement)
            if "rule_now" not in statement:
                prepared.add(statement)
    prepare = getattr(module, "prepare", None)
    if prepare is not None:
        prepare(engine)
    key = KEY.format(code=code)
    engine.run(FOUND.format(key=key, query=module.QUERY))
    engine.run(INSERT.format(code=code, measure=getattr(module, "MEASURE", MEASURE)))
    if module.PROOF:
        engine.run(prove.format(key=key, proof=module.PROOF))


def _note_broken(engine: Engine, code: str) -> None:
    engine.run("DELETE FROM proofs WHERE key IN (SELECT key FROM findings WHERE check_code = $1)", [code])
    engine.run("DELETE FROM findings WHERE check_code = $1", [code])
    row = (f"{code}/broken", code, Outcome.BROKEN.value, "error", *[""] * 4, None, None, None, None, "", "", None, "")
    engine.add(FINDINGS, [row])
