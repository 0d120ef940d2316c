"""Laws of the rollups, on figures that nobody thought of."""

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import period_rows
from crossfoot.engine import Engine
from crossfoot.engine.current import CURRENT
from crossfoot.rollups import roll_up, trace
from crossfoot.tables import (
    ANCESTORS,
    AREAS,
    ASKED,
    ELEMENTS,
    EQUIVALENTS,
    EXPECTED,
    FIGURES,
    INDICATORS,
    PERIODS,
    RECEIPTS,
    SUCCESSORS,
    SUMS,
    TERMS,
    WITHIN,
)

EVER, FOREVER = date(1, 1, 1), date(9999, 12, 31)
PARENTS = {"top": "", "a": "top", "b": "top", "a1": "a", "a2": "a", "b1": "b", "b2": "b", "a1x": "a1", "a1y": "a1"}
DAYS = ("2026-11-02", "2026-11-03", "2026-11-20", "2026-12-01")
CAMPAIGN = Campaign.model_validate(
    {"name": "T", "levels": ["x"], "calendar": {"starts": "2026-01-01"}, "data_elements": {"cases": {"name": "c"}}}
)
Given = dict[tuple[str, str], int]  # (area, day): value


def depth(area: str) -> int:
    return 0 if not PARENTS[area] else 1 + depth(PARENTS[area])


def line(area: str) -> list[str]:
    """The area and all above it, upward."""
    return [area, *(line(PARENTS[area]) if PARENTS[area] else [])]


def rolled(
    given_: Given, over_areas: str = "sum", over_time: str = "sum", reverse: bool = False, missing: str = "default"
) -> Engine:
    engine = Engine()
    areas = [(a, a, "x", depth(a), parent, EVER, FOREVER) for a, parent in PARENTS.items()]
    above = [(up, a, n, EVER, FOREVER) for a in PARENTS for n, up in enumerate(line(a))]
    figures: list[Any] = [
        (f"f{n}", "r", area, "cases", "", day, 1, "reported", value, value, value, True, True, "exact", "", "", n, n,
         "", "", "", str(value))
        for n, ((area, day), value) in enumerate(sorted(given_.items(), reverse=reverse))
    ]  # fmt: skip
    periods, within = period_rows(DAYS, CAMPAIGN)
    moment = datetime(2026, 12, 31)
    for table, rows in (
        (AREAS, areas), (ANCESTORS, above), (SUCCESSORS, []), (FIGURES, figures), (PERIODS, periods), (WITHIN, within),
        (ELEMENTS, [("cases", "flow", "", over_areas, over_time, missing, True, False)]), (SUMS, []),
        (INDICATORS, []), (EQUIVALENTS, []), (EXPECTED, []), (ASKED, []), (TERMS, []),
        (RECEIPTS, [("r", "r", "", moment, moment, 0, "")]),
    ):  # fmt: skip
        engine.put(table, rows)
    engine.run(CURRENT)
    roll_up(engine)
    return engine


def standing(figures: Given, area: str, day: str) -> tuple[int | None, bool]:
    """What an area's total is, read plainly, and whether nothing is missing from it."""
    own = figures.get((area, day))
    parts = [standing(figures, part, day) for part, parent in PARENTS.items() if parent == area]
    known = [value for value, _ in parts if value is not None]
    complete = bool(parts) and all(whole for _, whole in parts)
    if own is None or complete:
        return (sum(known) if known else own), complete or own is not None
    return (sum(known), False) if sum(known) > own else (own, True)


def totals(engine: Engine) -> dict[tuple[str, str], Decimal]:
    return {(area, period): value for area, period, value in engine.rows("SELECT area, period, value FROM rollups")}


def longer_than(day: str) -> list[str]:
    week = date.fromisoformat(day).isocalendar()
    return [f"{week.year}-W{week.week:02}", day[:7], "2026-Q4", "2026"]


figures_anywhere = st.dictionaries(
    st.tuples(st.sampled_from(sorted(PARENTS)), st.sampled_from(DAYS)), st.integers(0, 10**6), min_size=1, max_size=14
)


@settings(max_examples=12, deadline=None)
@given(figures_anywhere)
def test_a_plain_reading_in_a_few_lines_agrees(figures: Given) -> None:
    """On each day it is decided from the bottom up who speaks; then all days are added.

    So areas then periods is periods then areas: a longer period is the sum of its days' totals.
    """
    plain: dict[tuple[str, str], int] = defaultdict(int)
    for area in PARENTS:
        for day in DAYS:
            total, _ = standing(figures, area, day)
            if total is not None:
                for period in (day, *longer_than(day)):
                    plain[area, period] += total
    found = totals(rolled(figures))
    assert found == plain
    for (area, period), value in found.items():
        if period not in DAYS:
            assert value == sum(found.get((area, day), 0) for day in DAYS if period in longer_than(day))


TAKEN = {
    "last": lambda values: values[max(values)],
    "first": lambda values: values[min(values)],
    "min": lambda values: min(values.values()),
    "max": lambda values: max(values.values()),
}


@settings(max_examples=8, deadline=None)
@given(figures_anywhere, st.sampled_from(sorted(TAKEN)))
def test_a_plain_reading_of_what_is_not_added_over_time(figures: Given, over_time: str) -> None:
    """In each period the lowest areas that reported at all in it, each with its last (first, …) figure.

    Read where a blank area counts as zero: then no area's own total stands in for parts that are not there.
    """
    plain: dict[tuple[str, str], int] = defaultdict(int)
    for period in {p for _, day in figures for p in (day, *longer_than(day))}:
        inside = {key: v for key, v in figures.items() if period in (key[1], *longer_than(key[1]))}
        reporting = {area for area, _ in inside}
        for area in reporting:
            if not any(area in line(low)[1:] for low in reporting):
                values = {day: v for (where, day), v in inside.items() if where == area}
                for above in line(area):
                    plain[above, period] += TAKEN[over_time](values)
    assert totals(rolled(figures, "sum", over_time, missing="partial_zero")) == plain


@settings(max_examples=6, deadline=None)
@given(figures_anywhere, st.sampled_from(["sum", "average", "last", "first", "min", "max", "count"]))
def test_the_order_of_the_figures_does_not_matter(figures: Given, over_time: str) -> None:
    over_areas = "count" if over_time == "count" else "sum"
    once, again = (rolled(figures, over_areas, over_time, reverse) for reverse in (False, True))
    query = "SELECT * FROM rollups ORDER BY ALL"
    assert once.rows(query) == again.rows(query)


@settings(max_examples=6, deadline=None)
@given(figures_anywhere, st.sampled_from(["sum", "last", "first"]))
def test_every_total_is_the_sum_of_the_figures_that_it_is_traced_to(figures: Given, over_time: str) -> None:
    engine = rolled(figures, "sum", over_time)
    for (area, period), value in totals(engine).items():
        assert sum(f.value for f in trace(engine, area, "cases", "", period) if f.value is not None) == value


@settings(max_examples=8, deadline=None)
@given(figures_anywhere, st.sampled_from(["sum", "last"]))
def test_never_more_places_than_expected(figures: Given, over_time: str) -> None:
    """And never none; the places of an area are among those of the areas below it, or it is the only one."""
    engine = rolled(figures, "sum", over_time)
    counts = {(a, p): (r, x) for a, p, r, x in engine.rows("SELECT area, period, reported, expected FROM rollups")}
    for (area, period), (reported, expected) in counts.items():
        assert 1 <= reported <= expected
        below = sum(counts.get((c, period), (0, 0))[0] for c, parent in PARENTS.items() if parent == area)
        assert reported <= below or reported == 1
