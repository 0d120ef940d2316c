"""The pages of all areas, each one self-contained HTML file, and the list that leads to them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files as resources

from crossfoot.briefing.areas.asked import asked_blocks
from crossfoot.briefing.areas.blocks import fault_blocks, figure_blocks, sent_blocks, standing_blocks
from crossfoot.briefing.areas.book import AreaBook
from crossfoot.briefing.areas.gathered import Gathered, gather
from crossfoot.briefing.areas.places import AREA_INDEX, FOLDER, TARGET, page_names
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Document, Head, Heading, Inline, Link, Listing, Prose, Run, Text
from crossfoot.briefing.formats.html import render_html
from crossfoot.wording.dates import day_name, moment_name
from crossfoot.wording.messages import word

SHOWN = ("sent", "figures", "peers", "faults", "asked", "evidence")  # the sections, in order; also their anchors


@dataclass(frozen=True, slots=True)
class AreaPages:
    """The pages as documents, to be read back before they are written, and their names."""

    documents: dict[str, Document]  # by path below the issue's folder

    def files(self) -> dict[str, bytes]:
        """Return the pages as HTML, by path."""
        style = resources("crossfoot.briefing.areas").joinpath("areas.css").read_text("utf-8")
        return {path: render_html(document, style) for path, document in self.documents.items()}


def area_pages(desk: Desk, codes: Sequence[str], notice: Inline, words: dict[str, str]) -> AreaPages:
    """Return a page for each area, and the page that lists them.

    Args:
        desk: of the issue; its tables are read once for all areas.
        codes: of the areas.
        notice: what stands below the head: whether the issue may still change.
        words: the writer's own, as in the briefing.
    """
    gathered, names = gather(desk), page_names(codes)
    documents = {
        f"{FOLDER}/{names[code]}": _page(desk, code, gathered, names, notice, words) for code in codes
    }
    return AreaPages({**documents, AREA_INDEX: _list(desk, names, notice, words)})


def _page(
    desk: Desk, area: str, gathered: Gathered, names: dict[str, str], notice: Inline, words: dict[str, str]
) -> Document:
    """One area's page; it has a book of evidence of its own."""
    own = Desk(desk.lookup, AreaBook(desk.lookup), desk.faults, desk.previous)
    parts = {
        "sent": sent_blocks(own, area, gathered),
        "figures": figure_blocks(own, area),
        "peers": standing_blocks(own, area, gathered),
        "faults": fault_blocks(own, area, gathered),
        "asked": asked_blocks(own, area, gathered),
    }
    parts["evidence"] = own.book.blocks()
    blocks: list[Block] = []
    for name in SHOWN:
        if parts[name]:
            key = f"area.{name}" if name != "evidence" else "section.evidence"
            blocks += [Heading(2, (Text(word(key, desk.language)),), name), *parts[name]]
    name = desk.lookup.area_name(area)
    issue = desk.issue
    facts = {"number": issue.number.label, "period": issue.period.code, "area": area, "facts": own.book.facts()}
    title = f"{name} – {desk.issue.campaign.name} – {_number(desk)}"
    head = Head(desk.issue.campaign.name, name, _head(desk, area, names), notice)
    told = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return Document(desk.language, title, head, tuple(blocks), words, told)


def _number(desk: Desk) -> str:
    return word("briefing.number", desk.language).format(number=desk.issue.number.label)


def _head(desk: Desk, area: str, names: dict[str, str]) -> tuple[tuple[str, Inline], ...]:
    """The issue that the page belongs to, the area above, the period, and whom to ask."""
    issue, language = desk.issue, desk.language
    told: list[tuple[str, Inline]] = [
        ("area.issue", (Link(_number(desk), "../briefing.html"),)),
        ("head.period", (Text(desk.book.period_name(issue.period.code)),)),
        ("head.as_of", (Text(moment_name(issue.as_of, language)),)),
    ]
    above = issue.tree.on(area, issue.day)
    if above is not None and above.parent:
        told.insert(1, ("area.part_of", (_to(desk, above.parent, names),)))
    if issue.campaign.contact:
        told.append(("head.contact", (Text(issue.campaign.contact),)))
    if issue.next_due:
        told.append(("head.next_due", (Text(day_name(issue.next_due, language)),)))
    return tuple((word(key, language), content) for key, content in told)


def _to(desk: Desk, area: str, names: dict[str, str]) -> Run:
    """A link to an area's page, or its name where it has none."""
    name = desk.lookup.area_name(area)
    page = names.get(area, "")
    return Link(name, f"../{FOLDER}/{page}") if page and TARGET.fullmatch(page) else Text(name)


def _list(desk: Desk, names: dict[str, str], notice: Inline, words: dict[str, str]) -> Document:
    """The page that leads to the others: every area, under its own level."""
    tree, day = desk.issue.tree, desk.issue.day
    by_level: dict[str, list[str]] = {level: [] for level in desk.issue.campaign.levels}
    for code in names:
        found = tree.on(code, day)
        by_level.setdefault(found.level if found is not None else "", []).append(code)
    blocks: list[Block] = []
    folder = desk.issue.number.folder
    for n, (level, codes) in enumerate(by_level.items()):
        if not codes:
            continue
        blocks.append(Heading(2, (Text(level),), f"level-{n}"))
        items = []
        for code in sorted(codes, key=desk.lookup.area_name):
            to = f"../{folder}/{FOLDER}/{names[code]}"
            items.append((Prose((Link(desk.lookup.area_name(code), to),)),))
        blocks.append(Listing(tuple(items)))
    told: tuple[tuple[str, Inline], ...] = (
        (word("area.issue", desk.language), (Link(_number(desk), f"../{folder}/briefing.html"),)),
        (word("head.period", desk.language), (Text(desk.book.period_name(desk.issue.period.code)),)),
    )
    title = word("area.index", desk.language)
    head = Head(desk.issue.campaign.name, title, told, notice)
    return Document(desk.language, f"{title} – {desk.issue.campaign.name}", head, tuple(blocks), words, "{}")
