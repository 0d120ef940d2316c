"""return-late"""

WEEKLY = """
calendar: {frequency: week, starts: 2026-03-02, ends: 2026-03-08}
obligations: {weekly: {level: county, due_days: 2}}
"""


def test_days_after_the_due_day(run_check):
    """A return of the due day is in time; the first figures count, not their later correction."""
    findings = run_check("return-late", """
        return | area | value
        -------+------+------
        A      | Bomi |     5
        B      | Bong |     5
        C      | Bomi |     6
        """, campaign=WEEKLY, returns="""
        return | received
        -------+--------------------
        A      | 2026-03-10T23:59:00
        B      | 2026-03-13T08:00:00
        C      | 2026-03-20T08:00:00
        """)
    assert [(f.area, f.outcome.value, f.stated) for f in findings] == [("Bomi", "passed", 0), ("Bong", "failed", 3)]
    assert findings[1].detail == "2026-03-10\t2026-03-13"


def test_returns_that_never_came(run_check):
    """A return that did not come is missing, not late."""
    assert run_check("return-late", "area | value\nBomi |", campaign=WEEKLY) == []
