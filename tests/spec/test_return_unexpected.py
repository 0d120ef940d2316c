"""return-unexpected"""

from datetime import date

WEEKLY = """
calendar: {frequency: week, starts: 2026-03-02, ends: 2026-03-15}
obligations: {weekly: {areas: [Bomi]}}
"""
AREAS = """
    area | parent
    -----+-------
    Land |
    Bomi | Land
    Dewoin | Bomi
    Bong | Land
    """


def test_periods_and_areas_that_are_expected(run_check):
    """The area that has to report, those in it and those above it are expected; others are not."""
    findings = run_check("return-unexpected", """
        return | area   | period   | value
        -------+--------+----------+------
        A      | Bomi   | 2026-W10 |     5
        A      | Dewoin | 2026-W10 |     5
        A      | Land   | 2026-W10 |     5
        B      | Bong   | 2026-W10 |     5
        C      | Bomi   | 2026-W12 |     5
        D      | Bomi   | 2026-W12 |
        """, AREAS, WEEKLY)
    assert {(f.detail, f.outcome.value) for f in findings} == {
        ("A.csv", "passed"), ("B.csv", "failed"), ("C.csv", "failed"),
    }  # fmt: skip


def test_days_of_a_week_that_is_expected(run_check):
    """Daily figures for a weekly return are expected, and a month that contains the week is."""
    findings = run_check("return-unexpected", """
        area | period     | value
        -----+------------+------
        Bomi | 2026-03-04 |     5
        Bomi | 2026-03    |     5
        Bomi | 2026-03-20 |     5
        """, AREAS, WEEKLY)
    assert [(f.period, f.outcome.value) for f in findings] == [
        ("2026-03", "passed"), ("2026-03-04", "passed"), ("2026-03-20", "failed"),
    ]  # fmt: skip


def test_a_period_that_has_not_ended(run_check):
    """A return for a running period came early; whether it was asked for cannot be told yet."""
    figures = "area | period | value\nBomi | 2026-W11 | 5"
    [finding] = run_check("return-unexpected", figures, AREAS, WEEKLY, as_of=date(2026, 3, 12))
    assert finding.outcome.value == "missing"


def test_nobody_has_to_report(run_check):
    """A campaign without obligations expects nothing and finds nothing unexpected."""
    assert run_check("return-unexpected", "area | value\nBomi | 5") == []
