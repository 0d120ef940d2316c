"""Open a campaign's ledger: its tables filled, as known at a moment."""

from datetime import UTC, date, datetime

from crossfoot import tables
from crossfoot.campaign import rows
from crossfoot.checks import catalogue
from crossfoot.engine import Engine
from crossfoot.engine.current import CURRENT
from crossfoot.pipeline.circulated import circulated_rows
from crossfoot.pipeline.decisions import correct, exempted, put_accepted, standing
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import Moment, Progress, Visible, load


def open_ledger(folder: Folder, at: Moment, progress: Progress | None = None) -> tuple[Engine, list[Visible]]:
    """Return an engine with all tables of figures and campaign filled, and the returns that count.

    Raises:
        CampaignError: the campaign's description is wrong.
        StorageError: the journal is damaged, or the ledger cannot be written.
    """
    campaign, tree = folder.campaign, folder.tree
    engine = Engine()
    engine.put(tables.AREAS, rows.area_rows(campaign, tree))
    engine.put(tables.ANCESTORS, tree.above())
    engine.put(tables.SUCCESSORS, rows.successor_rows(tree))
    engine.put(tables.ELEMENTS, rows.element_rows(campaign))
    engine.put(tables.SUMS, rows.sum_rows(campaign))
    engine.put(tables.BOUNDS, rows.bound_rows(campaign))
    engine.put(tables.LINKS, rows.link_rows(campaign))
    engine.put(tables.COMPLETE, rows.complete_rows(campaign))
    engine.put(tables.BALANCES, rows.balance_rows(campaign))
    engine.put(tables.INDICATORS, rows.indicator_rows(campaign))
    engine.put(tables.TERMS, rows.term_rows(campaign))
    engine.put(tables.EQUIVALENTS, rows.equivalent_rows(campaign))
    engine.put(tables.ASKED, rows.asked_rows(campaign))
    journal = folder.written()
    engine.put(tables.CIRCULATED, circulated_rows(journal, tree, at))
    decisions = standing(journal, at)
    engine.put(tables.EXEMPTIONS, [*rows.exemption_rows(campaign), *exempted(decisions)])
    engine.put(tables.RULES, rows.rule_rows(campaign, {c: m.CHECK.severity for c, m in catalogue().items()}))
    expected = rows.expected_rows(campaign, tree, at.as_of.date())
    engine.put(tables.EXPECTED, expected)
    shown = load(engine, folder, at, {row[2] for row in expected}, progress)
    put_accepted(engine, campaign, decisions)
    engine.run(CURRENT)
    correct(engine)
    return engine, shown


def today() -> date:
    """Return the day by our clock, in UTC."""
    return datetime.now(UTC).date()
