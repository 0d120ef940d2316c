"""Periods: every frequency, every first day of the week, week 53 and the ends of years."""

from datetime import date, timedelta

import pytest

from crossfoot.terms.period import WEEKDAYS, Frequency, parse_period, period_of, previous, year_ago

D, W, M, Q, Y = Frequency.DAY, Frequency.WEEK, Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR


@pytest.mark.parametrize(
    ("code", "frequency", "starts", "ends"),
    [
        ("2014-10-31", D, date(2014, 10, 31), date(2014, 10, 31)),
        ("2024-02-29", D, date(2024, 2, 29), date(2024, 2, 29)),
        ("2026-W01", W, date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-W53", W, date(2026, 12, 28), date(2027, 1, 3)),
        ("2020-W53", W, date(2020, 12, 28), date(2021, 1, 3)),
        ("2021-W01", W, date(2021, 1, 4), date(2021, 1, 10)),
        ("2026-SunW01", W, date(2026, 1, 4), date(2026, 1, 10)),
        ("2026-02", M, date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", M, date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", M, date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-Q1", Q, date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", Q, date(2026, 10, 1), date(2026, 12, 31)),
        ("1952", Y, date(1952, 1, 1), date(1952, 12, 31)),
        ("P5D", Frequency.LENGTH, None, None),
        ("P1Y2M", Frequency.LENGTH, None, None),
    ],
)
def test_a_code_names_its_days(code, frequency, starts, ends):
    period = parse_period(code)
    assert (period.code, period.frequency, period.starts, period.ends) == (code, frequency, starts, ends)


@pytest.mark.parametrize(
    "code",
    [
        "", "2026-W00", "2026-W54", "2025-W53", "2026-13", "2026-00", "2026-02-30", "2026-Q5", "26-W01", "2026W05", "P",
        "PD", "2026-W1", "2026-MonW01", " 2026", "2026 ", "0000", "0001", "9999", "0001-01-01", "9999-12-31",
        "9999-W52", "first",
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused(code):
    with pytest.raises(ValueError, match=r"is not a|month must|day is out|year"):
        parse_period(code)


@pytest.mark.parametrize("first", WEEKDAYS)
def test_every_day_lies_in_one_week_and_its_code_names_it(first):
    day = date(2018, 12, 20)
    while day < date(2028, 1, 15):
        week = period_of(day, W, first)
        assert week.starts <= day <= week.ends
        assert week.ends - week.starts == timedelta(days=6)
        assert WEEKDAYS[week.starts.weekday()] == first
        assert parse_period(week.code) == week
        # The week belongs to the year in which its fourth day falls; a Monday's week is ISO's.
        assert week.code[:4] == f"{(week.starts + timedelta(days=3)).year}"
        if first == "monday":
            iso = day.isocalendar()
            assert week.code == f"{iso.year}-W{iso.week:02}"
        day += timedelta(days=1)


@pytest.mark.parametrize("frequency", [D, W, M, Q, Y])
@pytest.mark.parametrize("first", ["monday", "sunday"])
def test_periods_follow_one_another_without_gap(frequency, first):
    period = period_of(date(2027, 2, 1), frequency, first)
    for _ in range(60):
        before = previous(period, first)
        assert before.ends + timedelta(days=1) == period.starts
        assert before.frequency is frequency
        assert parse_period(before.code) == before
        period = before


@pytest.mark.parametrize(
    ("code", "then"),
    [
        ("2026-W10", "2025-W10"), ("2027-W01", "2026-W01"), ("2020-W53", "2019-W52"), ("2026-W53", "2025-W52"),
        ("2024-02-29", "2023-02-28"), ("2024-02", "2023-02"), ("2026-Q4", "2025-Q4"), ("2026", "2025"),
        ("2026-03-01", "2025-03-01"), ("2021-W01", "2020-W01"), ("P5D", ""),
    ],
)  # fmt: skip
def test_a_year_ago(code, then):
    found = year_ago(parse_period(code))
    assert (found.code if found else "") == then


@pytest.mark.parametrize("first", WEEKDAYS)
def test_a_week_a_year_ago_has_the_same_number(first):
    day = date(2019, 1, 10)
    while day < date(2028, 1, 1):
        week = period_of(day, W, first)
        then = year_ago(week, first)
        number, number_then = int(week.code[-2:]), int(then.code[-2:])
        assert int(then.code[:4]) == int(week.code[:4]) - 1
        assert number_then == (number if number < 53 else 52)
        day += timedelta(days=7)


def test_phases_and_lengths_have_no_day_of_their_own():
    for frequency in (Frequency.PHASE, Frequency.LENGTH):
        with pytest.raises(ValueError, match="is not found from a day"):
            period_of(date(2026, 1, 1), frequency)
    assert previous(parse_period("P5D")) is None
