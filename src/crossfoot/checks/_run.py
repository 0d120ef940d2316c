"""Run the checks: the one place where a check that breaks is caught, and the others go on."""

import logging
from datetime import date
from types import ModuleType

from crossfoot.checks._catalogue import catalogue
from crossfoot.engine import Engine
from crossfoot.tables import FINDINGS, PROOFS
from crossfoot.terms.finding import Outcome

log = logging.getLogger(__name__)

KEY = (
    "'{code}/' || q.area || '/' || q.data_element"
    " || CASE WHEN q.disaggregation = '' THEN '' ELSE '[' || q.disaggregation || ']' END"
    " || '/' || q.period || CASE WHEN q.extra = '' THEN '' ELSE '#' || q.extra END"
)
# Exemptions are looked up here, once for all checks: the finding stays, and says why it is accepted.
INSERT = """
    INSERT INTO findings
    SELECT {key}, '{code}', q.outcome, r.severity, q.area, q.data_element, q.disaggregation, q.period,
           q.stated, q.computed, q.parts_reported, q.parts_expected, q.holds_if, q.detail,
           CASE WHEN q.outcome = 'failed'
                THEN cast(abs(q.stated - q.computed) / nullif(t.total, 0) AS DECIMAL(38, 6)) END,
           CASE WHEN q.outcome = 'failed' THEN coalesce(e.why, '') ELSE '' END
    FROM ({query}) q
    JOIN rule_now r ON r.data_element = q.data_element
    LEFT JOIN totals t ON t.data_element = q.data_element AND t.period = q.period
    LEFT JOIN (
        SELECT area, data_element, period, min(why) AS why FROM exemptions
        WHERE check_code = '{code}' AND until >= cast('{day}' AS DATE) GROUP BY area, data_element, period
    ) e ON (e.area = '' OR e.area = q.area) AND (e.data_element = '' OR e.data_element = q.data_element)
       AND (e.period = '' OR e.period = q.period)
"""
# The largest value of a data element in a period: what an imbalance is measured against.
TOTALS = """
    CREATE OR REPLACE TABLE totals AS
    SELECT data_element, period, max(abs(value)) AS total FROM current_figures GROUP BY data_element, period
"""


def find_findings(engine: Engine, today: date) -> None:
    """Fill the tables `findings` and `proofs` from all checks; never raises for data.

    Args:
        engine: holds the tables of figures and of the campaign.
        today: the day by which exemptions are judged.
    """
    engine.create(FINDINGS)
    engine.create(PROOFS)
    engine.run(TOTALS)
    for code, module in catalogue().items():
        try:
            _run(engine, code, module, today)
        except Exception:
            log.exception("the check %s broke", code)
            _note_broken(engine, code)


def _run(engine: Engine, code: str, module: ModuleType, today: date) -> None:
    engine.run(
        "CREATE OR REPLACE TEMP VIEW rule_now AS"
        f" SELECT data_element, tolerance, severity FROM rules WHERE check_code = '{code}'"
    )
    for statement in getattr(module, "PREPARE", ()):
        engine.run(statement)
    prepare = getattr(module, "prepare", None)
    if prepare is not None:
        prepare(engine)
    key = KEY.format(code=code)
    engine.run(INSERT.format(key=key, code=code, query=module.QUERY, day=today))
    if module.PROOF:
        engine.run(f"INSERT INTO proofs SELECT DISTINCT {key}, role, figure_id FROM ({module.PROOF}) q")  # noqa: S608


def _note_broken(engine: Engine, code: str) -> None:
    engine.run("DELETE FROM findings WHERE check_code = $1", [code])
    row = (f"{code}/broken", code, Outcome.BROKEN.value, "error", *[""] * 4, None, None, None, None, "", "", None, "")
    engine.add(FINDINGS, [row])
