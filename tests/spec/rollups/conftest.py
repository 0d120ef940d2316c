"""Figures, areas and answers drawn as tables; everything else by the code that campaigns are read with."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from crossfoot.campaign import AreaTree, Campaign, rows
from crossfoot.campaign.calendar import find_period, period_rows
from crossfoot.engine import Engine
from crossfoot.engine.current import CURRENT
from crossfoot.figures.values import read_value
from crossfoot.rollups import Traced, roll_up, trace
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
    Table,
)
from crossfoot.terms.area import EVER, FOREVER, Area

USUAL = {"area": "", "data_element": "cases", "disaggregation": "", "period": "2026-W45", "received": "2026-12-01"}


def drawn(text: str) -> list[dict[str, str]]:
    """The rows of a table drawn with | between its columns."""
    lines = [line for line in text.strip().splitlines() if not set(line.strip()) <= set("-+")]
    head, *body = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(head, row, strict=True)) for row in body]


class Rolled:
    """What came out, looked up in the words of the tests."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def rows(self, table: str, columns: str = "*", where: str = "true") -> list[tuple[Any, ...]]:
        return self.engine.rows(f"SELECT {columns} FROM {table} WHERE {where} ORDER BY ALL")  # noqa: S608

    def number(self, area: str, data_element: str = "cases", period: str = "2026-W45", disaggregation: str = "") -> Any:
        """(value, reported, expected), or None where there is no such row."""
        found = self.engine.rows(
            "SELECT value, reported, expected FROM rollups"
            " WHERE area = $1 AND data_element = $2 AND period = $3 AND disaggregation = $4",
            [area, data_element, period, disaggregation],
        )
        assert len(found) < 2
        return found[0] if found else None

    def interval(self, area: str, data_element: str = "cases", period: str = "2026-W45") -> Any:
        [found] = self.engine.rows(
            "SELECT value, lo, hi FROM rollups WHERE area = $1 AND data_element = $2 AND period = $3",
            [area, data_element, period],
        )
        return found

    def trace(self, area: str, data_element: str = "cases", period: str = "2026-W45", dis: str = "") -> list[Traced]:
        return trace(self.engine, area, data_element, dis, period)


def area_tree(text: str) -> AreaTree:
    """Areas drawn as a table: code, parent, and if need be level, from, to, becomes."""
    return AreaTree(
        tuple(
            Area(
                row["code"],
                row["code"],
                row.get("level") or ("country" if not row["parent"] else "county"),
                row["parent"],
                date.fromisoformat(row["from"]) if row.get("from") else EVER,
                date.fromisoformat(row["to"]) if row.get("to") else FOREVER,
                becomes=tuple(row.get("becomes", "").split()),
            )
            for row in drawn(text)
        )
    )


def campaign_of(data_elements: dict[str, Any], more: dict[str, Any]) -> Campaign:
    plain = {
        "name": "Test",
        "levels": ["country", "county", "district"],
        "calendar": {"starts": "2026-01-01", "ends": "2026-12-31"},
        "data_elements": {code: {"name": code, **told} for code, told in data_elements.items()},
        **more,
    }
    return Campaign.model_validate(plain)


def figure_rows(text: str, campaign: Campaign) -> tuple[list[Any], list[Any]]:
    figures, received = [], {}
    seen: Counter[Any] = Counter()
    for at, given in enumerate(drawn(text), start=2):
        row = {**USUAL, **given}
        element = campaign.data_elements[row["data_element"]]
        return_id = f"return-{row['received']}"
        received[return_id] = datetime.fromisoformat(row["received"])
        what = (row["area"], row["data_element"], row["disaggregation"], row["period"])
        seen[return_id, what] += 1
        value = read_value(row["value"], kind=element.kind, whole=rows.counts_whole(element))
        assert value is not None, row
        ends = value.interval
        occurrence = 0 if row.get("add") else seen[return_id, what]
        figures.append(
            (f"{return_id}:A{at}", return_id, *what, occurrence, value.status.value,
             value.value, ends.lower, ends.upper, ends.lower_closed, ends.upper_closed,
             value.qualifier.value, "", "", at, at, "", "", f"A{at}", row["value"])
        )  # fmt: skip
    receipts = [(key, key, "", day, day, n, "") for n, (key, day) in enumerate(sorted(received.items()))]
    return figures, receipts


@pytest.fixture(scope="session")
def roll() -> Callable[..., Rolled]:
    def rolled(
        figures: str, areas: str, data_elements: dict[str, Any] | None = None, *,
        until: str = "2026-12-31", more_periods: tuple[str, ...] = (), **more: Any,
    ) -> Rolled:  # fmt: skip
        campaign = campaign_of(data_elements or {"cases": {}}, more)
        tree = area_tree(areas)
        engine = Engine()
        stated, receipts = figure_rows(figures, campaign)
        expected = rows.expected_rows(campaign, tree, date.fromisoformat(until))
        codes = {row[5] for row in stated} | {row[2] for row in expected} | set(more_periods)
        for code in codes:
            find_period(code, campaign)
        periods, within = period_rows(sorted(codes), campaign)
        filled: list[tuple[Table, Any]] = [
            (FIGURES, stated), (RECEIPTS, receipts), (AREAS, rows.area_rows(campaign, tree)), (ANCESTORS, tree.above()),
            (SUCCESSORS, rows.successor_rows(tree)), (PERIODS, periods), (WITHIN, within),
            (ELEMENTS, rows.element_rows(campaign)), (SUMS, rows.sum_rows(campaign)),
            (INDICATORS, rows.indicator_rows(campaign)), (EQUIVALENTS, rows.equivalent_rows(campaign)),
            (EXPECTED, expected), (ASKED, rows.asked_rows(campaign)), (TERMS, rows.term_rows(campaign)),
        ]  # fmt: skip
        for table, content in filled:
            engine.put(table, content)
        engine.run(CURRENT)
        roll_up(engine)
        return Rolled(engine)

    return rolled
