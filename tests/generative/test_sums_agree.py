"""Laws of the checks on figures that nobody thought of: the query agrees with a plain reading in Python."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.checks import catalogue, find_findings
from crossfoot.checks._sql import differs as differs_in_sql
from crossfoot.checks.percentage_misstated import share_holds, shares_of
from crossfoot.checks.value_out_of_line import UNIT, standing
from crossfoot.engine import Engine
from crossfoot.footing import Interval, differs, exceeds, interval_of, total_of
from crossfoot.tables import AMOUNT, FIGURES, Column, Table
from crossfoot.terms.figure import Qualifier
from crossfoot.terms.finding import Outcome

FEW = settings(max_examples=25, deadline=None)
MANY = settings(max_examples=300, deadline=None)
amounts = st.decimals(min_value=0, max_value=1000, places=1)
intervals = st.builds(
    interval_of,
    amounts,
    st.sampled_from([q for q in Qualifier if q is not Qualifier.RANGE]),
    st.sampled_from([None, 0, 1]),
)
tolerances = st.sampled_from([Decimal(0), Decimal(0), Decimal("0.5"), Decimal(3)])

PAIRS = Table(
    "pairs",
    "Two intervals a row.",
    (
        Column("place", "INTEGER", "Which pair."),
        *(
            Column(f"{side}_{end}", "BOOLEAN" if "closed" in end else AMOUNT, end, required=False)
            for side in ("a", "b")
            for end in ("lo", "hi", "lo_closed", "hi_closed")
        ),
        Column("tolerance", AMOUNT, "Tolerance."),
    ),
)


def ends(interval: Interval) -> tuple[object, ...]:
    return interval.lower, interval.upper, interval.lower_closed, interval.upper_closed


@FEW
@given(st.lists(st.tuples(intervals, intervals, tolerances), min_size=1, max_size=60))
def test_two_intervals_differ_in_sql_as_in_python(pairs):
    engine = Engine()
    engine.put(PAIRS, [(n, *ends(a), *ends(b), tolerance) for n, (a, b, tolerance) in enumerate(pairs)])
    verdict = differs_in_sql("a_", "b_", "tolerance")
    told = dict(engine.rows(f"SELECT place, {verdict} FROM pairs"))  # noqa: S608 - made of constants
    engine.close()
    assert told == {n: differs(a, b, tolerance) for n, (a, b, tolerance) in enumerate(pairs)}


@contextmanager
def campaign_of(filled, cells, tolerance=Decimal(0)) -> Iterator[Engine]:
    engine = filled(cells, tolerance)
    try:
        yield engine
    finally:
        engine.close()


@pytest.fixture(scope="module")
def filled(drawing):
    """Fill an engine with intervals: area, data element → interval, or None where the cell is blank."""
    said = drawing.campaign_of(
        "data_elements: {cases: {name: Cases, unit: kg}, deaths: {name: Deaths, unit: kg, at_most: cases}}"
    )

    def make(cells: dict[tuple[str, str], Interval | None], tolerance: Decimal) -> Engine:
        tree = drawing.tree_of("", {area for area, _ in cells})
        engine = drawing.filled(said, tree, [], "", "", date(2026, 12, 31))
        engine.run("UPDATE rules SET tolerance = $1", [tolerance])
        engine.run("DROP TABLE current_figures")
        engine.put(FIGURES, [figure(n, *key, interval) for n, (key, interval) in enumerate(cells.items())])
        engine.run("CREATE TABLE current_figures AS SELECT * FROM figures")
        engine.run("INSERT INTO periods VALUES ('2026-W10', 'week', DATE '2026-03-02', DATE '2026-03-08', '', '')")
        return engine

    return make


def figure(n: int, area: str, element: str, interval: Interval | None) -> tuple[object, ...]:
    status = "missing" if interval is None else "reported"
    known = (None, None, True, True) if interval is None else ends(interval)
    value = None if interval is None else next((e for e in (interval.lower, interval.upper) if e is not None), None)
    subject = (area, element, "", "2026-W10")
    return (f"f{n}", "A", *subject, 1, status, value, *known, "exact", "", "", 1, 1, "", "", "A1", "")


def outcomes(engine: Engine, code: str) -> dict[str, str]:
    find_findings(engine, date(2026, 12, 31), checks={code: catalogue()[code]})
    return dict(engine.rows("SELECT area, outcome FROM findings"))


@FEW
@given(total=st.none() | intervals, parts=st.lists(st.none() | intervals, min_size=1, max_size=5), tolerance=tolerances)
def test_sums_agree_with_a_plain_reading(filled, total, parts, tolerance):
    cells = {("Land", "cases"): total} | {(f"A{n}", "cases"): part for n, part in enumerate(parts)}
    told = [part for part in parts if part is not None]
    if total is None and not told:
        expected = {}
    elif total is None or not told:
        expected = {"Land": Outcome.MISSING}
    elif len(told) < len(parts):
        wrong = exceeds(total_of(told), total, tolerance)
        expected = {"Land": Outcome.FAILED if wrong else Outcome.MISSING}
    else:
        expected = {"Land": Outcome.FAILED if differs(total, total_of(told), tolerance) else Outcome.PASSED}
    with campaign_of(filled, cells, tolerance) as engine:
        assert outcomes(engine, "areas-do-not-sum") == expected


@FEW
@given(part=intervals, whole=intervals, tolerance=tolerances)
def test_bounds_agree_with_a_plain_reading(filled, part, whole, tolerance):
    with campaign_of(filled, {("Land", "deaths"): part, ("Land", "cases"): whole}, tolerance) as engine:
        expected = Outcome.FAILED if exceeds(part, whole, tolerance) else Outcome.PASSED
        assert outcomes(engine, "part-exceeds-whole") == {"Land": expected}


@FEW
@given(
    parts=st.lists(st.integers(0, 10**12), min_size=2, max_size=8),
    slip=st.integers(-(10**12), 10**12).filter(bool),
)
def test_a_slip_in_a_total_is_found_once_and_measured_exactly(filled, parts, slip):
    cells = {(f"A{n}", "cases"): interval_of(Decimal(part)) for n, part in enumerate(parts)}
    cells[("Land", "cases")] = interval_of(Decimal(sum(parts) + slip))
    with campaign_of(filled, cells) as engine:
        find_findings(engine, date(2026, 12, 31), checks={"areas-do-not-sum": catalogue()["areas-do-not-sum"]})
        assert engine.rows("SELECT outcome, stated - computed FROM findings") == [("failed", slip)]


@MANY
@given(
    part=st.integers(0, 10**9), whole=st.integers(1, 10**9), decimals=st.integers(0, 3), nudge=st.integers(-3, 3)
)
def test_a_percentage_is_judged_by_exact_fractions(part, whole, decimals, nudge):
    exact = Fraction(part * 100, whole)
    unit = Fraction(1, 10**decimals)
    stated = round(exact / unit) + nudge  # in units of the last place
    shares = shares_of(interval_of(Decimal(part)), interval_of(Decimal(whole)), 100)
    assert shares is not None
    written = Decimal(stated).scaleb(-decimals)
    holds = abs(stated * unit - exact) <= unit / 2
    assert share_holds(interval_of(written, decimals=decimals), shares) is holds


@MANY
@given(
    line=st.lists(st.integers(80, 160), min_size=4, max_size=17), at=st.integers(0, 16), up=st.booleans()
)
def test_a_tenfold_slip_is_out_of_line_and_nothing_else_is(line, at, up):
    """From the fourth period on, wherever it is; and the figures beside it stay in line."""
    at %= len(line)
    slipped = [value * 10 * UNIT if up and n == at else value * UNIT for n, value in enumerate(line)]
    told = [standing(v, slipped[:n] + slipped[n + 1 :], whole=True)[0] for n, v in enumerate(slipped)]
    assert [n for n, outcome in enumerate(told) if outcome == "failed"] == ([at] if up else [])
