"""return-missing"""

from datetime import date

WEEKLY = """
calendar: {frequency: week, starts: 2026-03-02, ends: 2026-03-15}
obligations: {weekly: {level: county, due_days: 2}}
"""
FIGURES = """
    area | period   | value
    -----+----------+------
    Bomi | 2026-W10 |     5
    Bomi | 2026-W11 |
    Bong | 2026-W10 |     0
    Bong | 2026-W11 |   n/a
    """


def test_a_return_that_is_due(run_check):
    """A blank form is no return; a zero is one, and so is “not known”."""
    findings = run_check("return-missing", FIGURES, campaign=WEEKLY)
    assert {(f.area, f.period): f.outcome.value for f in findings} == {
        ("Bomi", "2026-W10"): "passed", ("Bomi", "2026-W11"): "failed",
        ("Bong", "2026-W10"): "passed", ("Bong", "2026-W11"): "passed",
    }  # fmt: skip
    assert {f.data_element for f in findings} == {"weekly"}
    assert findings[1].detail == "2026-03-17"


def test_before_the_due_day_has_passed(run_check):
    """On the due day itself it may still come."""
    findings = run_check("return-missing", FIGURES, campaign=WEEKLY, as_of=date(2026, 3, 17))
    assert [f.outcome.value for f in findings if f.key.startswith("return-missing/Bomi/weekly/2026-W11")] == ["missing"]
    findings = run_check("return-missing", FIGURES, campaign=WEEKLY, as_of=date(2026, 3, 18))
    assert [f.outcome.value for f in findings if f.key.startswith("return-missing/Bomi/weekly/2026-W11")] == ["failed"]


def test_daily_figures_for_a_weekly_return(run_check):
    """A week has been reported on when any day of it was."""
    findings = run_check("return-missing", """
        area | period     | value
        -----+------------+------
        Bomi | 2026-03-04 |     5
        """, campaign=WEEKLY)
    assert [(f.period, f.outcome.value) for f in findings] == [("2026-W10", "passed"), ("2026-W11", "failed")]


def test_only_what_is_asked_for_counts(run_check):
    """A return with other data elements than the obligation asks for is not the one that is due."""
    asked = WEEKLY.replace("due_days: 2", "due_days: 2, data_elements: [deaths]")
    asked += "data_elements: {cases: {name: Cases}, deaths: {name: Deaths}}"
    findings = run_check("return-missing", "area | cases\nBomi | 4", campaign=asked)
    assert {f.outcome.value for f in findings} == {"failed"}
