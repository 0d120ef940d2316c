"""Running the checks: one that breaks is told, and the others go on."""

import logging
from datetime import date
from types import ModuleType

import pytest

from crossfoot.checks import catalogue, find_findings
from crossfoot.checks._check import Check
from crossfoot.terms.finding import Severity


def broken_check() -> ModuleType:
    module = ModuleType("broken")
    module.CHECK = Check("broken", Severity.ERROR, "", "", "")  # type: ignore[attr-defined]
    module.QUERY = "SELECT no_such_column FROM current_figures"  # type: ignore[attr-defined]
    module.PROOF = ""  # type: ignore[attr-defined]
    return module


@pytest.fixture
def engine(drawing):
    campaign = drawing.campaign_of("")
    filled = drawing.filled(campaign, drawing.tree_of("", set()), [], "", "", date(2026, 12, 31))
    yield filled
    filled.close()


def test_a_check_that_breaks_is_one_row_and_the_others_go_on(engine, caplog, monkeypatch):
    # Another test may have configured logging anew, which turns off loggers that are there already.
    monkeypatch.setattr(logging.getLogger("crossfoot.checks._run"), "disabled", False)
    with caplog.at_level(logging.ERROR):
        find_findings(engine, date(2026, 12, 31), checks={"broken": broken_check()} | catalogue())
    assert engine.rows("SELECT key, outcome, severity FROM findings WHERE check_code = 'broken'") == [
        ("broken/broken", "broken", "error")
    ]
    assert engine.rows("SELECT count(*) FROM findings WHERE outcome = 'broken'") == [(1,)]
    assert "no_such_column" in caplog.text


def test_no_figures_at_all(engine):
    """On an empty ledger every check runs and finds nothing."""
    find_findings(engine, date(2026, 12, 31))
    assert engine.rows("SELECT * FROM findings") == []
