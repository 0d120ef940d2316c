"""An issue rendered whole: the page, its figures and its findings, for people and for machines."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.briefing.areas import AreaPages, area_pages
from crossfoot.briefing.closing import how_to_read
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Document, Head, Heading, Inline, Link, Prose, Run, Text
from crossfoot.briefing.evidence import EvidenceBook
from crossfoot.briefing.faults import read_faults
from crossfoot.briefing.follow_ups import task_facts
from crossfoot.briefing.formats import FILES, Format, render
from crossfoot.briefing.lookup import Issue, Lookup
from crossfoot.briefing.previous import Previous
from crossfoot.briefing.read_back import misprints
from crossfoot.briefing.revisions import since_of
from crossfoot.briefing.sources import source_blocks
from crossfoot.briefing.template import render_template, shipped
from crossfoot.briefing.typed import Typed, typed_numbers
from crossfoot.briefing.voices import Unquoted
from crossfoot.engine import Engine
from crossfoot.errors import MisprintError
from crossfoot.terms.issue import IssueNumber
from crossfoot.wording.dates import day_name, moment_name
from crossfoot.wording.messages import word

FACTS_FORMAT = "crossfoot-facts/1"  # changes when a reader of facts.json would have to
MOST_TYPED = 12  # numbers without a source that a draft lists
SECTION_OF = frozenset({"faults", "limits"})


@dataclass(frozen=True, slots=True)
class Rendered:
    """An issue's files, by name, and how many findings of each outcome it tells of."""

    files: dict[str, bytes]
    counts: dict[str, int]
    severities: dict[str, int]  # failed findings that are not accepted, by severity
    typed: tuple[Typed, ...] = ()  # numbers that the template's author typed by hand
    unquoted: tuple[Unquoted, ...] = ()  # remarks that may hold a person's name or number


def render_issue(
    engine: Engine, issue: Issue, *, template: str | None = None, previous: Previous | None = None,
    formats: Collection[Format] = (Format.HTML,), house: bytes | None = None, areas: Sequence[str] = (),
) -> Rendered:  # fmt: skip
    """Return an issue's files: facts.json, findings.json and one for each format.

    Args:
        engine: holds the tables of figures, campaign, findings and rollups.
        issue: what the issue is.
        template: the text of briefing.md; by default the one that fits any campaign.
        previous: the issue before, for what was revised and which findings are gone.
        formats: the forms in which it is written.
        house: for DOCX, a document whose styles, page and header are taken.
        areas: codes of the areas that get a page of their own.

    Raises:
        TemplateError: the template cannot be rendered.
        MisprintError: a number as printed, read back, is not the figure that was looked up.
    """
    lookup = Lookup(engine, issue)
    book = EvidenceBook(lookup)
    desk = Desk(lookup, book, read_faults(lookup, book), previous)
    source = shipped() if template is None else template
    typed = typed_numbers(source)
    blocks = [*_typed(issue, typed), *render_template(source, desk)]
    needed = {anchor for anchor in book.printed if anchor in SECTION_OF} - {b.anchor for b in _headings(blocks)}
    for name in sorted(needed):  # a count leads to the section that lists what it counts
        blocks += render_template(f'{{{{ section("{name}") }}}}', desk)
    blocks += _closing(desk)
    facts = _facts(desk)
    document = Document(issue.language, _title(issue), _head(desk), tuple(blocks), _words(issue), _json(facts))
    pages = _area_pages(desk, areas)
    for wrong in misprints(document, *pages.documents.values()):
        raise MisprintError(
            f"“{wrong.text}” would be printed for {wrong.value:f}, and reads as another number. The fault is "
            "Crossfoot's: please report it with this line. Nothing was written."
        )
    files = {FILES[wanted]: render(document, wanted, issue.as_of, house) for wanted in formats}
    files |= pages.files()
    files |= {"facts.json": _json(facts).encode(), "findings.json": _json(_findings(desk)).encode()}
    counts = {name: desk.faults.count(name) for name in ("passed", "failed", "missing", "broken")}
    return Rendered(files, counts, dict(Counter(f.severity for f in desk.faults.failed)), typed,
                    tuple(desk.voices.unquoted.values()))  # fmt: skip


def _area_pages(desk: Desk, areas: Sequence[str]) -> AreaPages:
    """A page for each of these areas; none where there are none."""
    footer = word("area.footer", desk.language).format(version=desk.issue.version)
    words = {**_words(desk.issue), "footer": footer}
    return area_pages(desk, areas, _state(desk.issue), words) if areas else AreaPages({})


def _typed(issue: Issue, typed: tuple[Typed, ...]) -> list[Block]:
    """What a draft says first where numbers in it have no source; such a draft is not published."""
    if not typed:
        return []
    shown = "; ".join(f"{one.line}: “{one.text}”" for one in typed[:MOST_TYPED])
    shown += " …" if len(typed) > MOST_TYPED else ""
    told = word("typed", issue.language).format(count=len(typed), shown=shown)
    return [Prose((Text(told),), "warning")]


def _headings(blocks: list[Block]) -> list[Heading]:
    return [block for block in blocks if isinstance(block, Heading)]


def _title(issue: Issue) -> str:
    number = word("briefing.number", issue.language).format(number=issue.number.label)
    return f"{issue.campaign.name} – {number}"


def _head(desk: Desk) -> Head:
    issue, language = desk.issue, desk.language
    campaign = issue.campaign
    told = [
        ("period", desk.book.period_name(issue.period.code)),
        ("as_of", moment_name(issue.as_of, language)),
        ("issued_by", campaign.issued_by),
        ("contact", campaign.contact),
        ("next_due", day_name(issue.next_due, language) if issue.next_due else ""),
    ]
    facts = tuple((word(f"head.{name}", language), (Text(text),)) for name, text in told if text)
    title = word("briefing.number", language).format(number=issue.number.label)
    return Head(campaign.name, title, facts, _notice(issue))


def _notice(issue: Issue) -> Inline:
    """What stands below the head: whether this may still change, what it corrects, and where corrections of it are."""
    language, number = issue.language, issue.number
    out: list[Run] = []
    if number.erratum:
        corrected = IssueNumber(number.number)
        told = word("erratum", language).format(number=corrected.label)
        out += [Link(told, f"../{corrected.folder}/briefing.html"), Text(" ")]
    out += _state(issue)
    if issue.published is None:
        return tuple(out)
    return (*out, Text(" "), Link(word("corrections", language), f"../index.html#no-{number.number}"))


def _state(issue: Issue) -> Inline:
    """Whether an issue is a draft, or since when and on whose word it is published."""
    if issue.published is None:
        return (Text(word("draft", issue.language)),)
    gaps = {"day": day_name(issue.published.on, issue.language), "office": issue.published.approved_by}
    return (Text(word("published", issue.language).format(**gaps)),)


def _words(issue: Issue) -> dict[str, str]:
    words = {key: word(key, issue.language) for key in ("skip", "contents", "mark", "mark.accepted", "chart.data")}
    return {**words, "footer": word("footer", issue.language).format(version=issue.version)}


def _closing(desk: Desk) -> list[Block]:
    """What no template can leave out: sources, how to read, and where each number comes from."""

    def heading(name: str, anchor: str) -> Heading:
        return Heading(2, (Text(word(f"section.{name}", desk.language)),), anchor)

    out: list[Block] = [heading("sources", "sources"), *source_blocks(desk.lookup)]
    out += [heading("how_to_read", "how-to-read"), *how_to_read(desk)]
    entries = desk.book.blocks()
    records = desk.book.records()
    if entries:
        out += [heading("evidence", "evidence"), *entries]
    if records:
        out += [heading("records", "records"), *records]
    return out


def _facts(desk: Desk) -> dict[str, Any]:
    issue = desk.issue
    return {
        "format": FACTS_FORMAT,
        "number": issue.number.number,
        "erratum": issue.number.erratum,
        "period": issue.period.code,
        "as_of": issue.as_of.isoformat(),
        "campaign": issue.campaign.name,
        "campaign_hash": issue.campaign_hash,
        "version": issue.version,
        "returns": list(desk.lookup.sources()),
        "follow_ups": task_facts(desk),
        "facts": desk.book.facts(),
    }


def _findings(desk: Desk) -> dict[str, Any]:
    since = since_of(desk)
    return {
        "failed": [{"key": f.key, "severity": f.severity, "since": since[f.key]} for f in desk.faults.failed],
        "exempted": [{"key": f.key, "why": f.exempted} for f in desk.faults.exempted],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
