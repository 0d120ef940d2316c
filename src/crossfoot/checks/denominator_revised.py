"""A denominator that was changed: every percentage that it stands under is reopened."""

from itertools import groupby

from crossfoot.checks._check import Check
from crossfoot.checks._returns import fields
from crossfoot.checks._sql import STEPS, said
from crossfoot.engine import Engine
from crossfoot.tables import Column, Table
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="denominator-revised",
    severity=Severity.INFORMATION,
    what="Looks for denominators that a later return states otherwise for the same period, and for denominators of "
    "the kind stock, such as a population, that differ from the period before.",
    why="A percentage that rises because its denominator fell is no progress; the published ones are reopened.",
    remedy="Say in the briefing which denominator is used from when, and give both percentages once.",
    detail=("before_period", "indicators"),
)

# `was` holds each figure beside the one that it took the place of: in the same period, or in the one before.
PREPARE = (
    STEPS,
    f"""
    CREATE OR REPLACE TABLE superseded AS
    SELECT f.area, f.data_element, f.disaggregation, f.period, f.figure_id, f.value,
           row_number() OVER (
               PARTITION BY f.area, f.data_element, f.disaggregation, f.period
               ORDER BY c.received_at DESC, c.sequence DESC, c.return_id DESC
           ) AS age
    FROM figures f
    JOIN receipts c ON c.return_id = f.return_id AND c.copy_of = ''
    JOIN (SELECT DISTINCT data_element FROM terms WHERE side = 'denominator') d ON d.data_element = f.data_element
    WHERE f.occurrence <= 1 AND {said("f")} AND f.value IS NOT NULL
    """,
    """
    CREATE OR REPLACE TABLE was AS
    SELECT n.area, n.data_element, n.disaggregation, n.period, 'revised' AS extra, n.figure_id, n.value,
           b.figure_id AS before_id, b.value AS before_value, b.period AS before_period
    FROM superseded n
    JOIN superseded b ON b.area = n.area AND b.data_element = n.data_element AND b.period = n.period
     AND b.disaggregation = n.disaggregation AND b.age = 2
    WHERE n.age = 1
    UNION ALL
    SELECT s.area, s.data_element, s.disaggregation, s.period, '', s.figure_id, s.value,
           s.before_id, s.before_value, s.before_period
    FROM steps s
    JOIN (SELECT DISTINCT data_element FROM terms WHERE side = 'denominator') d ON d.data_element = s.data_element
    JOIN elements e ON e.data_element = s.data_element AND e.kind = 'stock'
    WHERE s.value IS NOT NULL AND s.before_value IS NOT NULL
    """,
)

REOPENED = Table(
    "reopened",
    "The indicators that stand or fall with a denominator.",
    (Column("data_element", "VARCHAR", "The denominator."), Column("indicators", "VARCHAR", "Codes, commas between.")),
)


def prepare(engine: Engine) -> None:
    """List each denominator's indicators in one text. Here, not in SQL, where engines differ."""
    used = engine.rows(
        "SELECT DISTINCT data_element, indicator FROM terms WHERE side = 'denominator' ORDER BY data_element, indicator"
    )
    engine.put(REOPENED, [(e, ", ".join(i for _, i in found)) for e, found in groupby(used, key=lambda row: row[0])])


QUERY = f"""
    SELECT CASE WHEN w.value <> w.before_value THEN 'failed' ELSE 'passed' END AS outcome,
           w.area, w.data_element, w.disaggregation, w.period, w.extra, w.value AS stated,
           w.before_value AS computed, NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if,
           {fields("w.before_period", "d.indicators")} AS detail
    FROM was w
    JOIN reopened d ON d.data_element = w.data_element
    JOIN rule_now r ON r.data_element = w.data_element
"""

PROOF = """
    SELECT area, data_element, disaggregation, period, extra, 'stated' AS role, figure_id FROM was
    UNION ALL
    SELECT area, data_element, disaggregation, period, extra, 'other', before_id FROM was
"""
