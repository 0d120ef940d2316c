"""A percentage or rate as a return states it against its own numerator and denominator."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from crossfoot.checks._check import Check
from crossfoot.checks._sql import ends, repetition, said, same_place, summed_terms, term_proofs
from crossfoot.engine import Engine
from crossfoot.footing import Interval, share_of
from crossfoot.tables import AMOUNT, Column, Table
from crossfoot.terms.figure import Qualifier
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="percentage-misstated",
    severity=Severity.ERROR,
    what="Compares a percentage or rate that a return states (`stated` of an indicator) with the one that its own "
    "figures make, in exact fractions and as far as it was written out: 7.8 is anything from 7.75 to 7.85. It cannot "
    "be told of a return whose numerator or denominator a later one revised.",
    why="A percentage is what readers remember, and nobody computes it again.",
    remedy="Ask for the numerator and the denominator that were used; correct the percentage, not the figures.",
    detail=("indicator",),
)

JUDGED = Table(
    "percentages",
    "Percentages with their verdicts.",
    tuple(
        Column(name, kind, name, required=False)
        for name, kind in (
            ("outcome", "VARCHAR"), ("indicator", "VARCHAR"), ("area", "VARCHAR"), ("disaggregation", "VARCHAR"),
            ("period", "VARCHAR"), ("occurrence", "INTEGER"), ("extra", "VARCHAR"), ("stated", AMOUNT),
            ("computed", AMOUNT), ("holds_if", "VARCHAR"), ("figure_id", "VARCHAR"),
        )
    ),
)  # fmt: skip
# What a return said of a numerator or denominator that a later one revised: its percentage was of that,
# and the check denominator-revised says that it is open again.
_OVERTAKEN = f"""
    SELECT DISTINCT g.return_id, t.indicator, g.area, g.disaggregation, g.period
    FROM figures g
    JOIN terms t ON t.data_element = g.data_element
    LEFT JOIN current_figures c ON c.figure_id = g.figure_id
    WHERE {said("g")} AND g.occurrence > 0 AND c.figure_id IS NULL
"""
_FACTS = f"""
    SELECT i.indicator, f.area, f.disaggregation, f.period, f.occurrence, {repetition("f")} AS extra,
           f.figure_id, i.factor, r.tolerance, coalesce(n.said AND d.said, false) AND o.return_id IS NULL, f.qualifier,
           f.value, {ends("f", "f")}, n.value, {ends("n", "n")}, d.value, {ends("d", "d")}
    FROM indicators i
    JOIN rule_now r ON r.data_element = i.indicator
    JOIN current_figures f ON f.data_element = i.stated AND {said("f")}
    LEFT JOIN ({summed_terms("numerator")}) n ON n.indicator = i.indicator AND {same_place("n", "f")}
    LEFT JOIN ({summed_terms("denominator")}) d ON d.indicator = i.indicator AND {same_place("d", "f")}
    LEFT JOIN ({_OVERTAKEN}) o ON o.return_id = f.return_id AND o.indicator = i.indicator AND o.area = f.area
     AND o.disaggregation = f.disaggregation AND o.period = f.period
    WHERE i.stated <> ''
"""
SCALE = Decimal("0.000001")


def prepare(engine: Engine) -> None:
    """Judge every stated percentage. Here, not in SQL: a product of two amounts may not fit a DECIMAL."""
    engine.put(JUDGED, _judged(engine.rows(_FACTS)))


def _judged(facts: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for row in facts:
        subject, figure_id, factor, tolerance, told, qualifier, value = row[:6], *row[6:12]
        part, whole = Interval(*row[17:21]), Interval(*row[22:26])
        shares = shares_of(part, whole, factor) if told and value is not None else None
        computed, outcome, holds_if = None, "missing", ""
        if shares is not None:
            stated = Interval(*row[12:16])
            computed = _quotient(row[16], row[21], factor)
            outcome = "passed" if share_holds(stated.widened(tolerance), shares) else "failed"
            if outcome == "failed" and qualifier == Qualifier.EXACT and stated.upper is not None:
                holds_if = "truncated" if share_holds(_cut_off(value, stated.upper), shares) else ""
        yield outcome, *subject, value, computed, holds_if, figure_id


Shares = tuple[Fraction | None, Fraction | None, bool, bool]


def shares_of(part: Interval, whole: Interval, factor: int) -> Shares | None:
    """Return the least and the greatest share with whether they are allowed; None where nothing can be told."""
    if whole.lower is None or whole.lower < 0 or whole.upper == 0 or part.lower is None or part.lower < 0:
        return None
    lowest, highest = share_of(part, whole, factor)
    if lowest is None:
        lowest = Fraction(0)
    return lowest, highest, part.lower_closed and whole.upper_closed, part.upper_closed and whole.lower_closed


def share_holds(stated: Interval, shares: Shares) -> bool:
    """Tell whether some share is what was stated."""
    lowest, highest, lowest_closed, highest_closed = shares
    if lowest is not None and stated.upper is not None:
        upper = Fraction(stated.upper)
        if lowest > upper or (lowest == upper and not (lowest_closed and stated.upper_closed)):
            return False
    if highest is not None and stated.lower is not None:
        lower = Fraction(stated.lower)
        if highest < lower or (highest == lower and not (highest_closed and stated.lower_closed)):
            return False
    return True


def _cut_off(value: Decimal, upper: Decimal) -> Interval:
    """What the value allows if its further decimals were cut off instead of rounded."""
    return Interval(value, value + 2 * (upper - value), upper_closed=False)


def _quotient(part: Decimal | None, whole: Decimal | None, factor: int) -> Decimal | None:
    if part is None or not whole:
        return None
    with localcontext() as context:
        context.prec = 60
        return (part * factor / whole).quantize(SCALE)


# A percentage is measured against itself, not against the counts that it is made of.
MEASURE = "greatest(abs(q.stated), abs(q.computed))"

QUERY = """
    SELECT outcome, area, indicator AS data_element, disaggregation, period, extra, stated, computed,
           NULL AS parts_reported, NULL AS parts_expected, holds_if, indicator AS detail
    FROM percentages
"""

PROOF = f"""
    SELECT area, indicator AS data_element, disaggregation, period, extra, 'stated' AS role, figure_id
    FROM percentages
    UNION ALL
    {term_proofs("percentages")}
"""
