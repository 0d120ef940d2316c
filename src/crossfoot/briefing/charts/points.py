"""Points of charts: a figure as printed, and its place."""

from decimal import Decimal

from crossfoot.briefing.desk import Desk, Printed
from crossfoot.briefing.document import Number, Point
from crossfoot.wording.numbers import format_number

TREND = 14  # periods
MOST_BARS = 40


def point(desk: Desk, code: str, label: str, value: Decimal | None, other: Decimal | None = None) -> Point:
    """Return a place of a chart; without a value it is a gap. `code` is the data element or indicator."""
    described = desk.issue.campaign.indicators.get(code)
    decimals = described.decimals if described is not None else None
    return Point(label, value, other, text="" if value is None else format_number(value, desk.language, decimals))


def text_of(shown: Printed) -> str:
    """Return a figure as printed, without what is said beside it; where there is none, the word for that."""
    numbers = [run.text for run in shown.number if isinstance(run, Number)]
    return numbers[0] if numbers else "".join(run.text for run in shown.number)
