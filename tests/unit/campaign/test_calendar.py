"""What is due when, which periods lie in which, and which comes before."""

from datetime import date

import pytest

from crossfoot.campaign import AreaTree, Campaign
from crossfoot.campaign.calendar import expected_returns, find_period, period_on, period_rows, periods_between
from crossfoot.terms.area import Area
from crossfoot.terms.period import Frequency


def _campaign(frequency="week", **more):
    calendar = {
        "frequency": frequency, "starts": "2026-01-05", "ends": "2026-12-31", **more,
        "phases": {
            "one": {"name": "First phase", "starts": "2026-01-05", "ends": "2026-02-28"},
            "two": {"name": "Second phase", "starts": "2026-03-10", "ends": "2026-04-30"},
        },
    }  # fmt: skip
    return Campaign.model_validate(
        {
            "name": "T",
            "levels": ["country", "county"],
            "calendar": calendar,
            "data_elements": {"cases": {"name": "Cases"}},
            "obligations": {
                "weekly": {"level": "county", "due_days": 2},
                "own": {"areas": ["LR"], "frequency": "month"},
            },
        }
    )


def _tree():
    return AreaTree(
        (
            Area("LR", "Liberia", "country", ""),
            Area("OLD", "Old", "county", "LR", ends=date(2026, 1, 18)),
            Area("NEW", "New", "county", "LR", starts=date(2026, 1, 19)),
        )
    )


def test_a_return_is_due_from_the_areas_that_are_there_on_the_last_day():
    due = list(expected_returns(_campaign(), _tree(), date(2026, 2, 1)))
    assert [row for row in due if row[0] == "weekly"] == [
        ("weekly", "OLD", "2026-W02", date(2026, 1, 13)),
        ("weekly", "OLD", "2026-W03", date(2026, 1, 20)),
        ("weekly", "NEW", "2026-W04", date(2026, 1, 27)),
        ("weekly", "NEW", "2026-W05", date(2026, 2, 3)),
    ]
    assert [row for row in due if row[0] == "own"] == [("own", "LR", "2026-01", date(2026, 2, 1))]


@pytest.mark.parametrize(
    ("frequency", "codes"),
    [
        ("day", ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]),
        ("week", ["2026-W09"]),
        ("month", ["2026-02"]),
        ("quarter", []),
        ("phase", ["one"]),
    ],
)
def test_the_periods_that_end_in_a_stretch(frequency, codes):
    found = periods_between(date(2026, 2, 27), date(2026, 3, 2), Frequency(frequency), _campaign())
    assert [period.code for period in found] == codes


def test_a_day_outside_all_phases_has_none():
    campaign = _campaign()
    assert period_on(date(2026, 2, 28), Frequency.PHASE, campaign).code == "one"
    assert period_on(date(2026, 3, 1), Frequency.PHASE, campaign) is None
    assert find_period("two", campaign).starts == date(2026, 3, 10)
    with pytest.raises(ValueError, match="is not a period"):
        find_period("three", campaign)


def test_which_periods_lie_in_which():
    rows, within = period_rows(["2026-W05", "2026-01-31", "two", "P5D"], _campaign())
    assert [longer for longer, code in within if code == "2026-W05"] == [
        "2026", "2026-01", "2026-Q1", "2026-W05", "one",
    ]  # fmt: skip
    # The week of 26 January to 1 February lies in January: its fourth day does.
    assert {longer for longer, code in within if code == "2026-01-31"} == {
        "2026-01-31", "2026-W05", "2026-01", "2026-Q1", "2026", "one",
    }  # fmt: skip
    assert [longer for longer, code in within if code == "P5D"] == ["P5D"]
    by_code = {row[0]: row[1:] for row in rows}
    assert by_code["two"] == ("phase", date(2026, 3, 10), date(2026, 4, 30), "one", "")
    assert by_code["P5D"] == ("length", None, None, "", "")
    assert by_code["2026-W05"] == ("week", date(2026, 1, 26), date(2026, 2, 1), "2026-W04", "2025-W05")


def test_weeks_begin_on_the_campaigns_day():
    campaign = _campaign(week_starts="sunday")
    assert period_on(date(2026, 1, 4), Frequency.WEEK, campaign).code == "2026-SunW01"
    first = next(iter(periods_between(date(2026, 1, 5), date(2026, 2, 1), Frequency.WEEK, campaign)))
    assert (first.code, first.ends) == ("2026-SunW01", date(2026, 1, 10))


def test_every_day_of_a_year_lies_in_one_period_of_each_length():
    days = [period.code for period in periods_between(date(2026, 1, 1), date(2026, 12, 31), Frequency.DAY, _campaign())]
    _, within = period_rows(days, _campaign())
    for pattern, count in (("2026-Q", 4), ("-W", 53)):
        longer = {code for code, day in within if pattern in code and day in days}
        assert len(longer) == count
    assert sum(1 for longer, _ in within if longer == "2026") == 365 + 1  # the year lies in itself
