"""Write the next numbered briefing: take in what is new, check, roll up, render."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from crossfoot import __version__
from crossfoot.briefing import (
    EVERY,
    Format,
    Issue,
    Previous,
    Rendered,
    Typed,
    Unquoted,
    chosen_areas,
    render_issue,
    shipped,
)
from crossfoot.campaign import read_boundaries
from crossfoot.campaign.calendar import find_period, frequency_of, periods_between
from crossfoot.checks import catalogue, find_findings
from crossfoot.engine import Engine
from crossfoot.errors import NotFoundError, TemplateError
from crossfoot.pipeline.check import OPEN, evidence_of, read_findings
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.issues import choose_erratum, choose_number, previous_of, read_published, write_draft
from crossfoot.pipeline.ledger import Moment, Progress, end_of, moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import Received, receive
from crossfoot.pipeline.suggesting import Suggested, by_finding, suggest
from crossfoot.rollups import roll_up
from crossfoot.terms.finding import Evidence, Finding, Severity
from crossfoot.terms.issue import IssueNumber, Publication
from crossfoot.terms.period import Frequency, Period

MOST_SUGGESTED = 10  # findings, of all and of the period, for which a briefing says what may be wrong
MOST_TOLD = 5  # findings told on the screen; the briefing has all of them
EVERY_AREA = EVERY  # in place of a level: all areas below the top
TEMPLATE = "briefing.md"
HOUSE = "briefing.docx"
LONGEST_PERIOD = 800  # days in which a next period ends, whatever its frequency


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its cells, and what may have gone wrong, best first."""

    finding: Finding
    evidence: tuple[Evidence, ...]
    suggestions: tuple[Suggested, ...]


@dataclass(frozen=True, slots=True)
class Briefed:
    """An issue as written."""

    number: IssueNumber
    path: Path  # of briefing.html
    period: str
    taken: tuple[Received, ...]  # what became of each file in the inbox
    counts: dict[str, int]  # findings by outcome: passed, failed, missing, broken
    severities: dict[str, int]  # failed findings that nobody accepted, by severity
    worst: tuple[Told, ...]  # the first few of them
    typed: tuple[Typed, ...]  # numbers that the template's author typed by hand: they have no source
    unquoted: tuple[Unquoted, ...]  # remarks that the template asked for and that may hold a person's name
    fails: bool  # whether there is a finding of the severity asked about, or worse


def brief(  # noqa: PLR0913 - each is an option of the command
    folder: Folder, *, period: str | None = None, as_of: date | None = None, number: int | None = None,
    erratum: int | None = None, formats: Sequence[str] = (), template: str = "", areas: str = "",
    fail_on: Severity | None = None,
    progress: Progress | None = None,
) -> Briefed:  # fmt: skip
    """Take in what is new in the inbox and write the draft of an issue; return what was written.

    Args:
        folder: the campaign's folder.
        period: code of the period to report on; by default the last one that anything came in for.
        as_of: the ledger as known at the end of this day; by default now.
        number: of the issue; by default the draft that is there, or the next one.
        erratum: number of a published issue to correct: the draft is numbered 3a, and tells the same period again.
        formats: the forms in which it is written beside HTML; by default those of the campaign.
        areas: a level whose areas get a page each (`EVERY`: all areas below the top); by default none.
        template: the shipped one to use; a campaign's own briefing.md comes before it.
        fail_on: a severity that makes `fails` true.
        progress: is told how many returns are read, of how many.

    Raises:
        CampaignError: the campaign's description is wrong.
        NotFoundError: there is no such period, issue or level, or nothing has come in yet.
        AlreadyThereError: the issue is published.
        TemplateError: briefing.md cannot be rendered.
        StorageError: the folder cannot be written.
    """
    chosen = choose_number(folder, number) if erratum is None else choose_erratum(folder, erratum)
    if erratum is not None:
        period = period or read_published(folder, IssueNumber(erratum)).drafted.period
    taken = receive(folder)
    at = moment(None if as_of is None else end_of(as_of))
    wanted = _formats(folder, formats)
    before = previous_of(folder, chosen)
    made = make_issue(
        folder, at, chosen, period, wanted, before, template=template, areas=areas, progress=progress
    )
    path = write_draft(folder, made.issue, made.rendered, at, tuple(f.value for f in wanted), template, areas)
    fails = _fails(made.rendered, fail_on)
    rendered = made.rendered
    return Briefed(
        chosen, path, made.issue.period.code, tuple(taken), rendered.counts, rendered.severities, made.worst,
        rendered.typed, rendered.unquoted, fails,
    )


@dataclass(frozen=True, slots=True)
class Made:
    """An issue before it is written."""

    issue: Issue
    rendered: Rendered
    worst: tuple[Told, ...]


def make_issue(  # noqa: PLR0913 - what an issue is made from
    folder: Folder, at: Moment, number: IssueNumber, period: str | None, formats: Sequence[Format],
    previous: Previous | None, *, areas: str = "", published: Publication | None = None, template: str = "",
    progress: Progress | None = None,
) -> Made:  # fmt: skip
    """Work an issue out from the ledger as known at a moment; nothing is written but the ledger.

    Raises:
        CampaignError: the campaign's description is wrong.
        NotFoundError: there is no such period or level, or nothing has come in yet.
        TemplateError: briefing.md cannot be rendered.
    """
    engine, _shown = open_ledger(folder, at, progress)
    try:
        about = _period(folder, engine, period)
        issue = replace(_issue(folder, at, number, about), published=published)
        paged = chosen_areas(folder.tree, folder.campaign.levels, areas, issue.day) if areas else []
        _work_out(engine, at.as_of.date(), about, bool(paged))
        source = _template(folder, template)
        rendered = render_issue(
            engine, issue, template=source, previous=previous, formats=formats, house=_house(folder), areas=paged
        )
        return Made(issue, rendered, _worst(engine))
    finally:
        engine.close()


def _work_out(engine: Engine, day: date, about: Period, all_told: bool) -> None:
    """Check and roll up side by side: neither needs what the other makes."""
    with ThreadPoolExecutor(max_workers=2) as workers:
        checked = workers.submit(_check, engine, day, about, all_told)
        rolled_up = workers.submit(roll_up, engine.branch(), peers_in=[about.code])
        checked.result()
        rolled_up.result()


def _check(engine: Engine, day: date, about: Period, all_told: bool) -> None:
    """Find what does not add up, and what may be wrong in what is told one by one: all of it, to the areas."""
    find_findings(engine, day, prove_passed=False)
    if all_told:
        suggest(engine)
        return
    of_period = f"{OPEN} AND period = '{about.code}'"  # a code of the calendar, never what a return says
    told = [*read_findings(engine, OPEN, MOST_SUGGESTED), *read_findings(engine, of_period, MOST_SUGGESTED)]
    suggest(engine, findings={finding.key for finding in told})


def _worst(engine: Engine) -> tuple[Told, ...]:
    suggested = by_finding(engine)
    return tuple(
        Told(finding, tuple(evidence_of(engine, finding.key)), tuple(suggested.get(finding.key, ())))
        for finding in read_findings(engine, OPEN, MOST_TOLD)
    )


# The last period of the campaign's own frequency that a return was due for and anything came in for.
LAST = """
    SELECT l.longer FROM within l
    JOIN periods p ON p.period = l.longer
    JOIN figures f ON f.period = l.period AND f.status <> 'missing'
    WHERE p.frequency = $1 AND p.ends IS NOT NULL {due}
    GROUP BY l.longer, p.ends ORDER BY p.ends DESC, l.longer LIMIT 1
"""
DUE = "AND (l.period IN (SELECT period FROM expected) OR l.longer IN (SELECT period FROM expected))"
WITHIN_CALENDAR = "AND p.starts >= CAST('{starts}' AS DATE) AND p.ends <= CAST('{ends}' AS DATE)"


def _period(folder: Folder, engine: Engine, asked: str | None) -> Period:
    campaign = folder.campaign
    if asked is not None:
        try:
            return find_period(asked, campaign)
        except ValueError as exc:
            remedy = "Write a day as 2026-11-09, a week as 2026-W45, a month as 2026-11."
            raise NotFoundError(f"{exc}. {remedy}") from None
    frequency = campaign.briefing.frequency or campaign.calendar.frequency
    calendar = campaign.calendar
    inside = WITHIN_CALENDAR.format(starts=calendar.starts, ends=calendar.ends or date.max)
    # Where nothing that came in is due yet, what came in early is what there is to tell.
    found = engine.rows(LAST.format(due=DUE), [frequency]) or engine.rows(LAST.format(due=inside), [frequency])
    if not found:
        raise NotFoundError(
            f"{folder.inbox}: nothing has come in yet for a period of the campaign's calendar. Put returns there, "
            "or name the period: --period"
        )
    return find_period(found[0][0], campaign)


def _issue(folder: Folder, at: Moment, number: IssueNumber, about: Period) -> Issue:
    campaign = folder.campaign
    return Issue(
        number=number, period=about, as_of=at.as_of, campaign=campaign, tree=folder.tree, language=campaign.language,
        version=__version__, campaign_hash=folder.campaign_hash, next_due=_next_due(folder, about),
        details={code: module.CHECK.detail for code, module in catalogue().items()},
        boundaries=read_boundaries(folder.description, campaign.map, folder.tree) if campaign.map else {},
    )  # fmt: skip


def _next_due(folder: Folder, about: Period) -> date | None:
    """Return the day by which the returns about the next period are due; None when the campaign is over."""
    campaign = folder.campaign
    if about.ends is None or about.frequency is Frequency.LENGTH:
        return None
    until = min(about.ends + timedelta(days=LONGEST_PERIOD), campaign.calendar.ends or date.max)
    days = []
    for obligation in campaign.obligations.values():
        frequency = frequency_of(obligation, campaign)
        for period in periods_between(about.ends + timedelta(days=1), until, frequency, campaign):
            if period.ends is not None and (obligation.ends is None or period.ends <= obligation.ends):
                days.append(period.ends + timedelta(days=obligation.due_days))
                break
    return min(days, default=None)


def _template(folder: Folder, asked: str) -> str | None:
    """Return the campaign's own template, or else the shipped one that is asked for; None for the default."""
    path = folder.description / TEMPLATE
    if not path.is_file():
        chosen = asked or folder.campaign.briefing.template
        return shipped(chosen) if chosen else None
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise TemplateError(f"{path}: cannot be read: {exc}. Save it as UTF-8.") from None


def _formats(folder: Folder, asked: Sequence[str]) -> list[Format]:
    """Return the formats to write; the page always, because what is printed elsewhere leads there."""
    chosen = [Format(name) for name in asked or folder.campaign.briefing.formats]
    return list(dict.fromkeys([Format.HTML, *chosen]))


def _house(folder: Folder) -> bytes | None:
    """Return the campaign's own Word template; None where it has none."""
    path = folder.description / HOUSE
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as exc:
        raise TemplateError(f"{path}: cannot be read: {exc}. Save it again, or take it away.") from None


def _fails(rendered: Rendered, fail_on: Severity | None) -> bool:
    if fail_on is None:
        return False
    order = list(Severity)
    return any(rendered.severities.get(s.value, 0) for s in order[: order.index(fail_on) + 1])
