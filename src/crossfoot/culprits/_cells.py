"""What is known of each figure in the constraints: its interval, its place in the file, its earlier values."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from crossfoot.culprits._view import HISTORY
from crossfoot.culprits.relations._sql import same
from crossfoot.engine import Engine
from crossfoot.footing.culprit import Cell, Context
from crossfoot.terms.figure import Status
from crossfoot.terms.passage import named_place
from crossfoot.terms.sheet import numbered

SLACK = "slack:"  # begins the name of what a "not more than" leaves open
# A blank in a sum over areas counts as the data element says; so it is taken everywhere.
CELLS = """
    SELECT c.figure_id, c.value, c.lo, c.hi, c.status, e.whole, e.may_be_negative, e.missing,
           f.return_id, f.sheet, f.row_number, f.cell, b.value, l.figure_id IS NOT NULL,
           coalesce(r.layout = '(accepted)', false)
    FROM (SELECT DISTINCT figure_id FROM constraint_terms) t
    JOIN current_figures c ON c.figure_id = t.figure_id
    JOIN elements e ON e.data_element = c.data_element
    JOIN figures f ON f.figure_id = c.figure_id
    LEFT JOIN receipts r ON r.return_id = f.return_id AND r.copy_of = ''
    LEFT JOIN periods p ON p.period = c.period
    LEFT JOIN links k ON k.flow = c.data_element
    LEFT JOIN current_figures b ON b.data_element = k.cumulative AND b.area = c.area
     AND b.disaggregation = c.disaggregation AND b.period = p.previous AND b.occurrence = 1
    LEFT JOIN late_figures l ON l.figure_id = c.figure_id
    ORDER BY c.figure_id
"""
# The parts of a total that does not hold which came in after it.
LATE = """
    CREATE OR REPLACE TABLE late_figures AS
    SELECT DISTINCT t.figure_id
    FROM constraints k
    JOIN constraint_terms w ON w.key = k.key AND w.sign = -1
    JOIN constraint_terms t ON t.key = k.key AND t.sign = 1
    JOIN current_figures wf ON wf.figure_id = w.figure_id
    JOIN current_figures tf ON tf.figure_id = t.figure_id AND tf.period = wf.period
    JOIN receipts wr ON wr.return_id = wf.return_id AND wr.copy_of = ''
    JOIN receipts tr ON tr.return_id = tf.return_id AND tr.copy_of = '' AND tr.received_at > wr.received_at
    WHERE k.outcome = 'failed' AND k.check_code IN ('areas-do-not-sum', 'parts-do-not-sum')
"""
EARLIER = f"""
    SELECT n.figure_id, b.value, b.doubted
    FROM (
        SELECT area, data_element, disaggregation, frequency, figure_id,
               place - CASE WHEN is_said THEN 1 ELSE 0 END AS before
        FROM near_series WHERE is_near
    ) n
    JOIN near_series b ON {same("b", "n", "area", "data_element", "disaggregation", "frequency")}
     AND b.is_said AND b.place <= n.before AND b.place > n.before - {HISTORY}
    WHERE b.value IS NOT NULL
    ORDER BY n.figure_id, b.place
"""
# What came after a figure, where it is not in doubt itself; of a blank, too.
LATER = f"""
    SELECT n.figure_id, b.value
    FROM near_series n
    JOIN near_series b ON {same("b", "n", "area", "data_element", "disaggregation", "frequency")}
     AND b.is_said AND b.place = n.place + 1 AND b.doubted = 0
    WHERE n.is_near AND b.value IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class _Series:
    """What a series said before a figure, oldest first, and after it."""

    last: Decimal | None = None
    trusted: tuple[Decimal, ...] = ()  # without those that stand in a relation of their own period that fails
    after: Decimal | None = None


def read_cells(engine: Engine) -> dict[str, Cell]:
    """Return the figures of all constraints by figure_id."""
    engine.run(LATE)
    series = _read_series(engine)
    rows = engine.rows(CELLS)
    finest = min((_step(row[1]) for row in rows if row[1] is not None and not row[5]), default=Decimal(1))
    return {row[0]: _cell(row, series.get(row[0], _Series()), finest) for row in rows}


def _read_series(engine: Engine) -> dict[str, _Series]:
    later = dict(engine.rows(LATER))
    out = {figure: _Series(after=value) for figure, value in later.items()}
    for figure, found in groupby(engine.rows(EARLIER), key=lambda row: row[0]):
        values = [row[1:] for row in found]
        trusted = tuple(value for value, doubted in values if not doubted)
        out[figure] = _Series(values[-1][0], trusted, later.get(figure))
    return out


def slack_of(key: str) -> Cell:
    """Return what a "not more than" leaves open: anything from zero up, never at fault."""
    return Cell(SLACK + key, None, Decimal(0), None, weight=None)


def _cell(row: tuple[Any, ...], series: _Series, finest: Decimal) -> Cell:
    figure_id, value, lo, hi, status, whole, negative, missing = row[:8]
    return_id, sheet, row_number, place, to_date_before, late, accepted = row[8:]
    if status in (Status.MISSING, Status.NULL):
        lo, hi = _blank(missing, negative)
    elif status == Status.NOT_APPLICABLE:
        lo = hi = Decimal(0)
    in_table = place and named_place(place) is None  # a letter has no columns
    column = numbered(place)[1] if in_table else None
    context = Context(
        before=series.last, after=series.after, to_date_before=to_date_before, table=f"{return_id}\t{sheet}",
        row=row_number, column=column, line=f"{return_id}\t{sheet}\t{row_number}", late=late,
    )  # fmt: skip
    # What was kept back is known to be there, and what an office accepted was looked into: neither is accused.
    fixed = accepted or status in (Status.WITHHELD, Status.NOT_APPLICABLE)
    return Cell(
        figure_id, value, lo, hi, step=Decimal(1) if whole else finest, may_be_negative=negative,
        weight=None if fixed else Decimal(1), history=series.trusted, context=context,
    )  # fmt: skip


def _blank(missing: str, negative: bool) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest value of a blank: zero where the campaign says so, anything otherwise."""
    if missing != "default":
        return Decimal(0), Decimal(0)
    return (None if negative else Decimal(0)), None


def _step(value: Decimal) -> Decimal:
    """The last decimal place that a value uses, 1 at most."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))


