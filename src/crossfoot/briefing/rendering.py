"""An issue rendered whole: the page, its figures and its findings, for people and for machines."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from crossfoot.briefing.document import Block, Document, Head, Heading, Text
from crossfoot.briefing.evidence import EvidenceBook
from crossfoot.briefing.faults import Faults, fault_blocks, read_faults
from crossfoot.briefing.html import render_html
from crossfoot.briefing.lookup import Issue, Lookup
from crossfoot.briefing.sources import source_blocks
from crossfoot.engine import Engine
from crossfoot.wording.dates import moment_name
from crossfoot.wording.messages import word


@dataclass(frozen=True, slots=True)
class Rendered:
    """An issue's files, by name, and how many findings of each outcome it tells of."""

    files: dict[str, bytes]
    counts: dict[str, int]
    severities: dict[str, int]  # failed findings that are not accepted, by severity


def render_issue(engine: Engine, issue: Issue) -> Rendered:
    """Return an issue's files: briefing.html, facts.json and findings.json.

    Raises:
        TemplateError: the template cannot be rendered.
    """
    lookup = Lookup(engine, issue)
    book = EvidenceBook(lookup)
    faults = read_faults(lookup, book)
    blocks: list[Block] = [Heading(2, (Text(word("section.faults", issue.language)),), "faults")]
    blocks += fault_blocks(faults)
    blocks.append(Heading(2, (Text(word("section.sources", issue.language)),), "sources"))
    blocks += source_blocks(lookup)
    blocks += _evidence(book)
    facts = _facts(issue, book)
    document = Document(
        issue.language, _title(issue), _head(issue, book), tuple(blocks), _words(issue), _json(facts)
    )
    files = {
        "briefing.html": render_html(document),
        "facts.json": _json(facts).encode(),
        "findings.json": _json(_findings(faults)).encode(),
    }
    counts = {name: faults.count(name) for name in ("passed", "failed", "missing", "broken")}
    return Rendered(files, counts, dict(Counter(f.severity for f in faults.failed)))


def _title(issue: Issue) -> str:
    number = word("briefing.number", issue.language).format(number=issue.number)
    return f"{issue.campaign.name} – {number}"


def _head(issue: Issue, book: EvidenceBook) -> Head:
    language = issue.language
    facts = [
        (word("head.period", language), (Text(book.period_name(issue.period.code)),)),
        (word("head.as_of", language), (Text(moment_name(issue.as_of, language)),)),
    ]
    number = word("briefing.number", language).format(number=issue.number)
    return Head(issue.campaign.name, number, tuple(facts), (Text(word("draft", language)),))


def _words(issue: Issue) -> dict[str, str]:
    words = {key: word(key, issue.language) for key in ("skip", "contents", "mark")}
    return {**words, "footer": word("footer", issue.language).format(version=issue.version)}


def _evidence(book: EvidenceBook) -> list[Block]:
    out: list[Block] = [Heading(2, (Text(word("section.evidence", book.language)),), "evidence")]
    out += book.blocks()
    out.append(Heading(2, (Text(word("section.records", book.language)),), "records"))
    return [*out, *book.records()]


def _facts(issue: Issue, book: EvidenceBook) -> dict[str, Any]:
    return {
        "number": issue.number,
        "period": issue.period.code,
        "as_of": issue.as_of.isoformat(),
        "campaign": issue.campaign.name,
        "campaign_hash": issue.campaign_hash,
        "version": issue.version,
        "facts": book.facts(),
    }


def _findings(faults: Faults) -> dict[str, Any]:
    return {
        "failed": [{"key": f.key, "severity": f.severity} for f in faults.failed],
        "exempted": [{"key": f.key, "why": f.exempted} for f in faults.exempted],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
