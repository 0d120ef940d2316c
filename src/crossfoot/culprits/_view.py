"""The ledger as constraints: the relations that failed, and those that hold and touch their figures.

Everything starts from the figures of failed findings, so that the work grows with the errors and
not with the ledger. In: findings, proofs, current_figures and the campaign's tables. Out: near,
near_series, constraint_terms, constraints.
"""

from collections.abc import Iterable

from crossfoot.culprits.relations import relations
from crossfoot.culprits.relations._sql import said, same
from crossfoot.engine import Engine
from crossfoot.tables import Column, Table
from crossfoot.tables.findings import KEY

SUMMED = ("areas-do-not-sum", "parts-do-not-sum")
# Checks of the figures of one period: where one fails, one of just these is wrong, and no good as a history.
WITHIN_A_RETURN = (*SUMMED, "margins-disagree", "stock-does-not-balance", "figure-stated-twice")
HISTORY = 8  # earlier values of a series that are looked at
_SERIES = ("area", "data_element", "disaggregation", "frequency")

TERMS = Table(
    "constraint_terms",
    "One row for each figure of each relation.",
    (
        Column("key", "VARCHAR", "Key of the finding that says whether the relation holds."),
        Column("figure_id", "VARCHAR", "The figure."),
        Column("sign", "INTEGER", "1, or -1 on the other side of the relation."),
    ),
)
# A relation that says "not more than" can be kept by many values: a search does not begin with one.
NEAR = """
    CREATE OR REPLACE TABLE near AS
    SELECT f.figure_id, f.area, f.data_element, f.disaggregation, f.period, f.occurrence, d.frequency,
           max(CASE WHEN n.check_code IN ({sums}) THEN 1 ELSE 0 END) AS doubted
    FROM findings n
    JOIN proofs p ON p.key = n.key
    JOIN current_figures f ON f.figure_id = p.figure_id
    LEFT JOIN periods d ON d.period = f.period
    WHERE n.outcome = 'failed' AND n.exempted = '' AND n.check_code IN ({equalities})
    GROUP BY f.figure_id, f.area, f.data_element, f.disaggregation, f.period, f.occurrence, d.frequency
"""
# A blank shows no finding, but a figure may belong there: then the relations around it matter as well.
BLANKS = """
    INSERT INTO near
    SELECT DISTINCT f.figure_id, f.area, f.data_element, f.disaggregation, f.period, f.occurrence, d.frequency, 0
    FROM constraint_terms t
    JOIN findings n ON n.key = t.key AND n.outcome = 'failed' AND n.check_code IN ({equalities})
    JOIN current_figures f ON f.figure_id = t.figure_id
    LEFT JOIN periods d ON d.period = f.period
    LEFT JOIN near k ON k.figure_id = f.figure_id
    WHERE k.figure_id IS NULL
"""
# The series of those figures in order of time; `place` counts what was said in each so far.
SERIES = f"""
    CREATE OR REPLACE TABLE near_series AS
    WITH placed AS (
        SELECT f.area, f.data_element, f.disaggregation, p.frequency, f.period, f.figure_id, f.value,
               {said("f")} AS is_said,
               sum(CASE WHEN {said("f")} THEN 1 ELSE 0 END) OVER (
                   PARTITION BY f.area, f.data_element, f.disaggregation, p.frequency ORDER BY p.starts, f.period
                   ROWS UNBOUNDED PRECEDING
               ) AS place
        FROM current_figures f
        JOIN periods p ON p.period = f.period
        JOIN (SELECT DISTINCT {", ".join(_SERIES)} FROM near) s ON {same("s", "f", *_SERIES[:3])}
         AND s.frequency = p.frequency
        WHERE f.occurrence = 1 AND p.starts IS NOT NULL
    )
    SELECT s.area, s.data_element, s.disaggregation, s.frequency, s.period, s.figure_id, s.value, s.is_said, s.place,
           n.figure_id IS NOT NULL AS is_near, coalesce(n.doubted, 0) AS doubted
    FROM placed s LEFT JOIN near n ON n.figure_id = s.figure_id
"""
DEFINED = """
    INSERT INTO constraint_terms
    SELECT f.key, q.figure_id, q.sign
    FROM (SELECT {key} AS key, q.figure_id, q.sign FROM ({terms}) q) q
    JOIN findings f ON f.key = q.key AND f.outcome IN ('failed', 'passed') AND f.exempted = ''
"""
PROVED = """
    INSERT INTO constraint_terms
    SELECT p.key, p.figure_id, {sign}
    FROM proofs p JOIN findings f ON f.key = p.key
    WHERE f.check_code = '{code}' AND f.outcome = 'failed' AND f.exempted = ''
"""
# Parts that have no cell at all: unknown, unless the campaign says that they count as zero.
CONSTRAINTS = """
    CREATE OR REPLACE TABLE constraints AS
    SELECT f.key, f.check_code, f.outcome, r.tolerance, f.check_code IN ({bounds})
           OR (f.check_code IN ({sums}) AND k.parts < f.parts_expected AND coalesce(m.missing, e.missing) = 'default')
               AS has_slack
    FROM findings f
    JOIN (
        SELECT key, sum(CASE WHEN sign > 0 THEN 1 ELSE 0 END) AS parts FROM constraint_terms GROUP BY key
    ) k ON k.key = f.key
    JOIN rules r ON r.check_code = f.check_code AND r.data_element = f.data_element
    LEFT JOIN elements e ON e.data_element = f.data_element
    LEFT JOIN (SELECT relation, min(missing) AS missing FROM sums GROUP BY relation) m
      ON m.relation = f.detail AND f.check_code = 'parts-do-not-sum'
"""


def build_view(engine: Engine) -> None:
    """Fill the tables `near`, `near_series`, `constraint_terms` and `constraints`."""
    kinds = relations()
    equalities = _listed(code for code, kind in kinds.items() if not kind.SLACK)
    engine.run(NEAR.format(equalities=equalities, sums=_listed(WITHIN_A_RETURN)))
    _find_terms(engine)
    [(known,)] = engine.rows("SELECT count(*) FROM near")
    engine.run(BLANKS.format(equalities=equalities))
    if engine.rows("SELECT count(*) FROM near") != [(known,)]:
        _find_terms(engine)
    bounds = _listed(code for code, kind in kinds.items() if kind.SLACK)
    engine.run(CONSTRAINTS.format(bounds=bounds, sums=_listed(SUMMED)))


def _find_terms(engine: Engine) -> None:
    """Fill `near_series` and `constraint_terms` with what touches the figures in `near`."""
    engine.run(SERIES)
    engine.create(TERMS)
    for code, kind in relations().items():
        for statement in kind.PREPARE:
            engine.run(statement)
        proved = getattr(kind, "PROVED", None)
        if proved is not None:
            engine.run(PROVED.format(code=code, sign=proved))
        else:
            engine.run(DEFINED.format(key=KEY.format(code=code), terms=kind.TERMS))


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"'{code}'" for code in codes)
