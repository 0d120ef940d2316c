"""Exact division: SQL divides decimals as floating-point numbers, so quotients are made here."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from crossfoot.engine import Engine
from crossfoot.tables import AMOUNT, Column, Table

SCALE = 10**6
WIDE = Context(prec=1000)  # digits: more than any number that is kept, so that nothing is rounded twice
QUOTIENTS = Table(
    "rollup_quotients",
    "Quotients to six decimals, by the row they belong to.",
    (
        Column("longer", "VARCHAR", "Code of the period."),
        Column("area", "VARCHAR", "Code of the area."),
        Column("subject", "INTEGER", "Number of the data element and disaggregation."),
        Column("value", AMOUNT, "Quotient, to the nearest."),
        Column("lo", AMOUNT, "Least quotient, rounded down."),
        Column("hi", AMOUNT, "Greatest quotient, rounded up."),
    ),
)
REPLACE = """
    CREATE OR REPLACE TABLE {table} AS
    SELECT s.longer, s.day, s.area, s.subject,
           CASE WHEN q.area IS NULL THEN s.value ELSE q.value END AS value,
           CASE WHEN q.area IS NULL THEN s.lo ELSE q.lo END AS lo,
           CASE WHEN q.area IS NULL THEN s.hi ELSE q.hi END AS hi,
           s.lo_closed, s.hi_closed, 1 AS divisor, s.place, s.reach
    FROM {table} s
    LEFT JOIN rollup_quotients q ON q.longer = s.longer AND q.area = s.area AND q.subject = s.subject
"""


def divide(engine: Engine, table: str) -> None:
    """Divide value, lo and hi of a table's rows by their divisor, where that is not 1."""
    rows = engine.rows(f"SELECT longer, area, subject, value, lo, hi, divisor FROM {table} WHERE divisor > 1")  # noqa: S608
    if not rows:
        return
    quotients = [
        (
            longer, area, subject, quotient(value, divisor),
            quotient(lo, divisor, ROUND_FLOOR), quotient(hi, divisor, ROUND_CEILING),
        )
        for longer, area, subject, value, lo, hi, divisor in rows
    ]  # fmt: skip
    engine.put(QUOTIENTS, quotients)
    engine.run(REPLACE.format(table=table))


def quotient(dividend: Decimal | None, divisor: Decimal | int, rounding: str = ROUND_HALF_EVEN) -> Decimal | None:
    """Return dividend / divisor to six decimals, rounded once; None where there is none."""
    if dividend is None or divisor == 0:
        return None
    return to_six(Fraction(dividend) / Fraction(divisor), rounding)


def to_six(number: Fraction, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return a fraction as a decimal of six places, rounded once."""
    scaled, rest = divmod(number.numerator * SCALE, number.denominator)
    if rounding == ROUND_CEILING:
        scaled += rest > 0
    elif rounding == ROUND_HALF_EVEN:
        twice = 2 * rest - number.denominator
        scaled += twice > 0 or (twice == 0 and scaled % 2 == 1)
    return WIDE.scaleb(Decimal(scaled), -6)
