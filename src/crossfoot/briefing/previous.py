"""The issue before this one, as its own files tell it: what it printed, and what it found."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class OldFigure:
    """A figure that the issue before printed."""

    title: str
    value: Decimal | None
    printed: str
    area: str
    data_element: str
    disaggregation: str
    period: str
    measure: str  # rolled, stated or indicator


@dataclass(frozen=True, slots=True)
class Task:
    """A follow-up as an issue told it."""

    text: str  # by which it is known again
    areas: tuple[str, ...]  # that it was first asked of
    due: date | None
    measure: str  # in words
    success: str  # a condition; empty where it is measured in words alone
    number: int  # of the issue that first asked for it
    standing: bool  # whether the campaign's description still asked for it


@dataclass(frozen=True, slots=True)
class Previous:
    """What the issue before printed, found and was made from."""

    number: int
    period: str
    campaign_hash: str
    figures: tuple[OldFigure, ...]
    returns: frozenset[str]
    since: dict[str, int]  # failed findings, and the number of the issue in which each came up
    exempted: frozenset[str]
    tasks: tuple[Task, ...] = ()


def read_previous(facts: bytes, findings: bytes) -> Previous | None:
    """Return the issue before from its facts.json and findings.json; None if they cannot be read."""
    try:
        told: dict[str, Any] = json.loads(facts)
        found: dict[str, Any] = json.loads(findings)
        return Previous(
            int(told["number"]),
            str(told["period"]),
            str(told["campaign_hash"]),
            tuple(_figure(one) for one in told["facts"].values() if "measure" in one["dimensions"]),
            frozenset(told["returns"]),
            {one["key"]: int(one["since"]) for one in found["failed"]},
            frozenset(one["key"] for one in found["exempted"]),
            tuple(_task(one) for one in told.get("follow_ups", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        return None


def _figure(one: dict[str, Any]) -> OldFigure:
    about = one["dimensions"]
    return OldFigure(
        str(one["title"]), None if one["value"] is None else Decimal(one["value"]), str(one["printed"]),
        str(about["entity"]), str(about["concept"]), str(about.get("disaggregation", "")), str(about["period"]),
        str(about["measure"]),
    )  # fmt: skip


def _task(one: dict[str, Any]) -> Task:
    return Task(
        str(one["text"]), tuple(map(str, one["areas"])), None if one["due"] is None else date.fromisoformat(one["due"]),
        str(one["measure"]), str(one["success"]), int(one["number"]), bool(one["standing"]),
    )  # fmt: skip
