"""Figures drawn as a table, so that a test shows what it is about; and the checks run on them."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
import yaml

from crossfoot.campaign import AreaTree, Campaign, rows
from crossfoot.campaign.calendar import period_rows
from crossfoot.campaign.rows import counts_whole
from crossfoot.checks import catalogue, find_findings
from crossfoot.engine import Engine
from crossfoot.engine.current import CURRENT
from crossfoot.figures.values import Value, read_value
from crossfoot.footing import interval_of
from crossfoot.tables import (
    ANCESTORS,
    AREAS,
    ASKED,
    BALANCES,
    BOUNDS,
    COMPLETE,
    ELEMENTS,
    EXEMPTIONS,
    EXPECTED,
    FIGURES,
    INDICATORS,
    LINKS,
    PERIODS,
    RECEIPTS,
    RULES,
    SUMS,
    TERMS,
    TROUBLES,
    WITHIN,
)  # fmt: skip
from crossfoot.terms.area import EVER, FOREVER, Area
from crossfoot.terms.figure import Qualifier, Status
from crossfoot.terms.finding import Finding, Outcome, Severity

TOP, PERIOD, RETURN = "Land", "2026-W10", "A"
SUBJECT = ("area", "data_element", "disaggregation", "period", "occurrence", "return", "value")
CAMPAIGN: dict[str, Any] = {
    "name": "Test",
    "levels": ["country", "county"],
    "calendar": {"frequency": "week", "starts": "2026-01-05"},
    "data_elements": {"cases": {"name": "Cases"}},
}


def drawn(table: str) -> list[dict[str, str]]:
    """Return the rows of a drawn table by column name."""
    lines = [line for line in table.strip().splitlines() if set(line.strip()) - set("-+ ")]
    head, *body = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(head, cells, strict=True)) for cells in body]


def campaign_of(text: str) -> Campaign:
    """Return the test campaign with these sections of a campaign.yaml in place of its own."""
    return Campaign.model_validate(CAMPAIGN | (yaml.load(text, Loader=yaml.BaseLoader) or {}))  # noqa: S506


def tree_of(areas: str, codes: set[str]) -> AreaTree:
    """Return the areas as drawn; by default one country, and all other areas that have figures below it."""
    if areas:
        return AreaTree(
            tuple(
                Area(
                    a["area"], a["area"], a.get("level") or ("county" if a["parent"] else "country"), a["parent"],
                    date.fromisoformat(a["from"]) if a.get("from") else EVER,
                    date.fromisoformat(a["to"]) if a.get("to") else FOREVER,
                )
                for a in drawn(areas)
            )
        )  # fmt: skip
    below = (Area(code, code, "county", TOP) for code in sorted(codes - {TOP}))
    return AreaTree((Area(TOP, TOP, "country", ""), *below))


def figure_rows(table: str, campaign: Campaign) -> list[tuple[Any, ...]]:
    """Return rows of `figures`: one for each cell drawn; `.` is no cell, a blank one is a blank figure."""
    out: list[tuple[Any, ...]] = []
    seen: Counter[tuple[str, ...]] = Counter()
    for row in drawn(table):
        given = [(row.get("data_element", "cases"), row["value"])] if "value" in row else []
        given += [(name, text) for name, text in row.items() if name not in SUBJECT]
        for name, text in given:
            if text == ".":
                continue
            element, _, categories = name.partition("[")
            subject = (
                row.get("area") or TOP, element, row.get("disaggregation") or categories.rstrip("]"),
                row.get("period") or PERIOD,
            )  # fmt: skip
            sender = row.get("return") or RETURN
            seen[(sender, *subject)] += 1
            out.append(_figure(sender, subject, seen[(sender, *subject)], text, campaign))
    return out


def _figure(
    sender: str, subject: tuple[str, ...], occurrence: int, text: str, campaign: Campaign
) -> tuple[Any, ...]:
    element = campaign.data_elements[subject[1]]
    value = _qualified(text) or read_value(text, kind=element.kind, whole=counts_whole(element))
    assert value is not None, f"the test draws {text!r}, which cannot be read"
    interval = value.interval
    return (
        f"{sender}:{'/'.join(subject)}#{occurrence}", sender, *subject, occurrence, value.status.value, value.value,
        interval.lower, interval.upper, interval.lower_closed, interval.upper_closed, value.qualifier.value, "",
        "", 1, 1, "", "", "A1", text,
    )  # fmt: skip


def _qualified(text: str) -> Value | None:
    """A number with one of our qualifiers before it: over 500, at_least 3."""
    word, _, number = text.partition(" ")
    if word not in set(Qualifier):
        return None
    value = Decimal(number)
    return Value(Status.REPORTED, value, interval_of(value, Qualifier(word)), Qualifier(word))


class Run:
    """Runs one check on drawn figures; `proofs` holds what proved the findings of the last run, by key."""

    def __init__(self) -> None:
        self.proofs: dict[str, set[tuple[str, str]]] = {}

    def __call__(
        self, code: str, figures: str = "", areas: str = "", campaign: str = "", *, returns: str = "",
        troubles: str = "", today: date = date(2026, 12, 31), as_of: date | None = None,
    ) -> list[Finding]:  # fmt: skip
        """Return the check's findings, ordered by key."""
        said = campaign_of(campaign)
        cells = figure_rows(figures, said) if figures else []
        tree = tree_of(areas, {cell[2] for cell in cells})
        engine = filled(said, tree, cells, returns, troubles, as_of or today)
        try:
            find_findings(engine, today, as_of, {code: catalogue()[code]})
            self.proofs = {}
            for key, role, figure in engine.rows("SELECT key, role, figure_id FROM proofs"):
                self.proofs.setdefault(key, set()).add((role, figure))
            return [_finding(row) for row in engine.rows("SELECT * FROM findings ORDER BY key")]
        finally:
            engine.close()


def filled(
    campaign: Campaign, tree: AreaTree, cells: list[tuple[Any, ...]], returns: str, troubles: str, as_of: date
) -> Engine:
    """Return an engine with all tables of the campaign and of these figures."""
    engine = Engine()
    engine.put(AREAS, rows.area_rows(campaign, tree))
    engine.put(ANCESTORS, tree.above())
    engine.put(ELEMENTS, rows.element_rows(campaign))
    engine.put(SUMS, rows.sum_rows(campaign))
    engine.put(BOUNDS, rows.bound_rows(campaign))
    engine.put(LINKS, rows.link_rows(campaign))
    engine.put(COMPLETE, rows.complete_rows(campaign))
    engine.put(BALANCES, rows.balance_rows(campaign))
    engine.put(INDICATORS, rows.indicator_rows(campaign))
    engine.put(TERMS, rows.term_rows(campaign))
    engine.put(ASKED, rows.asked_rows(campaign))
    engine.put(EXEMPTIONS, rows.exemption_rows(campaign))
    engine.put(RULES, rows.rule_rows(campaign, {c: m.CHECK.severity for c, m in catalogue().items()}))
    expected = rows.expected_rows(campaign, tree, as_of)
    engine.put(EXPECTED, expected)
    periods, within = period_rows({cell[5] for cell in cells} | {row[2] for row in expected}, campaign)
    engine.put(PERIODS, periods)
    engine.put(WITHIN, within)
    engine.put(FIGURES, cells)
    engine.put(RECEIPTS, _receipts(returns, {cell[1] for cell in cells}))
    engine.put(TROUBLES, _troubles(troubles))
    engine.run(CURRENT)
    return engine


def _receipts(returns: str, senders: set[str]) -> list[tuple[Any, ...]]:
    given = drawn(returns) if returns else [{"return": sender} for sender in sorted(senders)]
    return [
        (
            row["return"], row.get("file") or f"{row['return']}.csv", "table",
            datetime.fromisoformat(row.get("received") or "2026-03-10"), datetime(2026, 3, 10), sequence,
            row.get("copy_of", ""),
        )
        for sequence, row in enumerate(given)
    ]  # fmt: skip


def _troubles(troubles: str) -> list[tuple[Any, ...]]:
    return [
        (
            row.get("return") or RETURN, row["kind"], "", int(row.get("row") or 0), row.get("column", ""),
            row.get("cell", ""), row.get("stated", ""), row.get("suggestion", ""),
            row.get("area", ""), row.get("data_element", ""), "", row.get("period", ""),
        )
        for row in (drawn(troubles) if troubles else [])
    ]  # fmt: skip


def _finding(row: tuple[Any, ...]) -> Finding:
    stated, computed = row[8], row[9]
    imbalance = None if stated is None or computed is None else stated - computed
    return Finding(
        row[0], row[1], Outcome(row[2]), Severity(row[3]), *row[4:8], stated, computed, imbalance, *row[10:16]
    )


@pytest.fixture
def run_check() -> Run:
    """Run one check on drawn figures: run_check(code, figures, areas, campaign)."""
    return Run()


class Drawing(NamedTuple):
    """What `run_check` is made of, for tests that fill the tables themselves."""

    campaign_of: Callable[[str], Campaign]
    tree_of: Callable[[str, set[str]], AreaTree]
    filled: Callable[..., Engine]
    figure_rows: Callable[[str, Campaign], list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def drawing() -> Drawing:
    """The pieces that `run_check` is made of."""
    return Drawing(campaign_of, tree_of, filled, figure_rows)


@pytest.fixture
def outcomes() -> Callable[[list[Finding]], dict[str, int]]:
    """Count findings by outcome."""
    return lambda findings: dict(Counter(f.outcome.value for f in findings))
