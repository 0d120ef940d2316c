"""What changed since the issue before: figures that it printed, with the reason, and its findings."""

from dataclasses import dataclass
from decimal import Decimal

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Column, Fold, Inline, Link, Listing, Prose, Row, Table, Text
from crossfoot.briefing.evidence import phrase
from crossfoot.briefing.lookup import Subject
from crossfoot.briefing.previous import OldFigure, Previous
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_signed

MOST = 100  # revised figures listed
MOST_NAMED = 4  # returns named as the reason of one revision
PARTS = """
    SELECT DISTINCT f.return_id, f.area FROM current_figures f
    JOIN ancestors a ON a.area = f.area AND a.ancestor = $1
    JOIN within w ON w.period = f.period AND w.longer = $2
    WHERE f.data_element IN ({marks}) AND f.value IS NOT NULL
"""
SAID_BEFORE = """
    SELECT DISTINCT f.return_id, f.area FROM figures f
    JOIN ancestors a ON a.area = f.area AND a.ancestor = $1
    JOIN within w ON w.period = f.period AND w.longer = $2
    WHERE f.data_element IN ({marks}) AND f.value IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that the issue before printed and that is another one now."""

    old: OldFigure
    now: Decimal | None
    number: Inline
    reason: Inline


def revisions(desk: Desk) -> list[Block]:
    """Return the table of revised figures, or one sentence that says why there is none."""
    previous, language = desk.previous, desk.language
    if previous is None:
        return [Prose((Text(word("revisions.first", language)),))]
    found = find_revisions(desk, previous)
    if not found:
        return [Prose((Text(word("revisions.none", language).format(number=previous.number)),))]
    heads = ("figure", "was", "now", "difference", "reason")
    numeric = ("was", "now", "difference")
    columns = tuple(
        Column((Text(word(f"revisions.{h}", language).format(number=previous.number)),), h in numeric) for h in heads
    )
    rows = tuple(_row(desk, one) for one in found[:MOST])
    caption = word("revisions.caption", language).format(number=previous.number)
    more = len(found) - MOST
    note: Inline = (Text(word("limits.more", language).format(count=more)),) if more > 0 else ()
    return [Table((Text(caption),), columns, rows, note, "figures")]


def find_revisions(desk: Desk, previous: Previous) -> list[Revision]:
    """Return the figures of the issue before whose value is another one in the ledger as it is now."""
    out = []
    for old in previous.figures:
        now = _now(desk, old)
        if now == old.value:
            continue
        about = Subject(old.area, old.data_element, old.disaggregation, old.period)
        number: Inline = (Text(word("status.none", desk.language)),)
        if now is not None:
            number = _print(desk, old, about)
        out.append(Revision(old, now, number, _reason(desk, previous, about)))
    return sorted(out, key=lambda r: (-abs((r.now or Decimal(0)) - (r.old.value or Decimal(0))), r.old.title))


def _now(desk: Desk, old: OldFigure) -> Decimal | None:
    about = Subject(old.area, old.data_element, old.disaggregation, old.period)
    if old.measure == "indicator":
        if old.data_element not in desk.issue.campaign.indicators:
            return None
        return desk.indicator(old.data_element, old.area, old.period).value
    if old.measure == "stated":
        stated = desk.lookup.stated(about)[1]
        if stated is not None:
            return stated
    rolled = desk.lookup.rolled(about)
    return rolled.value if rolled is not None else None


def _print(desk: Desk, old: OldFigure, about: Subject) -> Inline:
    if old.measure == "indicator":
        return desk.indicator(old.data_element, old.area, old.period).whole
    if old.measure == "stated" and desk.lookup.stated(about)[1] is not None:
        return desk.stated(about).whole
    return desk.figure(about).whole


def _row(desk: Desk, one: Revision) -> Row:
    difference = ""
    if one.now is not None and one.old.value is not None:
        difference = format_signed(one.now - one.old.value, desk.language)
    return Row(((Text(one.old.title),), (Text(one.old.printed),), one.number, (Text(difference),), one.reason))


def _reason(desk: Desk, previous: Previous, about: Subject) -> Inline:
    """Tell why a figure changed: a late return, a correction, a withdrawal, or another description."""
    language = desk.language
    elements = _made_of(desk, about.data_element)
    marks = ", ".join(f"${n}" for n in range(3, 3 + len(elements)))
    asked = [about.area, about.period, *elements]
    standing = desk.lookup.engine.rows(PARTS.format(marks=marks), asked)
    said = {(r, a) for r, a in desk.lookup.engine.rows(SAID_BEFORE.format(marks=marks), asked)}
    late: list[str] = []
    corrected: list[str] = []
    for return_id, area in standing:
        if return_id in previous.returns:
            continue
        before = any(r in previous.returns and a == area for r, a in said)
        (corrected if before else late).append(return_id)
    gone = previous.returns - set(desk.lookup.sources())
    out: list[Text | Link] = []
    for key, returns in (("revisions.corrected", corrected), ("revisions.late", late)):
        if returns:
            out += [*([Text("; ")] if out else []), Text(word(key, language)), Text(" "), *_files(desk, returns)]
    if not out and gone:
        out.append(Text(word("revisions.withdrawn", language)))
    if previous.campaign_hash != desk.issue.campaign_hash:
        out += [*([Text("; ")] if out else []), Text(word("revisions.campaign", language))]
    return tuple(out) or (Text(word("revisions.unknown", language)),)


def _made_of(desk: Desk, code: str) -> list[str]:
    """The data elements that a figure comes from: an indicator's terms, an equivalent's parts, or itself."""
    described = desk.issue.campaign.indicators.get(code)
    if described is not None:
        return [*described.numerator, *described.denominator]
    equivalent = desk.issue.campaign.equivalents.get(code)
    return list(equivalent.factors) if equivalent is not None else [code]


def _files(desk: Desk, returns: list[str]) -> list[Text | Link]:
    sources = desk.lookup.sources()
    names = list(dict.fromkeys(r for r in sources if r in set(returns)))
    out: list[Text | Link] = []
    for return_id in names[:MOST_NAMED]:
        if out:
            out.append(Text(", "))
        out.append(Link(sources[return_id].name, f"#s-{return_id[:12]}"))
    if len(names) > MOST_NAMED:
        out.append(Text(" …"))
    return out


def life_cycle(desk: Desk) -> list[Block]:
    """Return which findings are new since the issue before, which are the same, and which are gone."""
    previous, language = desk.previous, desk.language
    if previous is None:
        return []
    now = {f.key for f in desk.faults.failed}
    before = set(previous.since)
    gone = sorted(before - now)
    counts = {"new": len(now - before), "same": len(now & before), "gone": len(gone)}
    gaps: dict[str, Inline] = {
        name: desk.count(f"life/{name}", word(f"life.{name}", language), count, "gone" if name == "gone" and gone
                         else "faults")
        for name, count in counts.items()
    }  # fmt: skip
    number: Inline = (Text(str(previous.number)),)
    out: list[Block] = [Prose(phrase("life.counts", language, number=number, **gaps))]
    if gone:
        accepted = {f.key for f in desk.faults.exempted}
        items = tuple(
            (Prose((Text(_told(desk, key)), Text(f" – {word('life.accepted', language)}" if key in accepted else ""))),)
            for key in gone
        )
        out.append(Fold((Text(word("life.gone_list", language)),), (Listing(items),), "gone"))
    return out


def _told(desk: Desk, key: str) -> str:
    """A finding that is gone is known by its key: check/area/data_element/period."""
    check, _, rest = key.partition("/")
    return f"{check}: {rest.replace('/', ', ')}"


def since_of(desk: Desk) -> dict[str, int]:
    """Return for each failed finding the number of the issue in which it came up first."""
    known = desk.previous.since if desk.previous is not None else {}
    return {f.key: known.get(f.key, desk.issue.number.number) for f in desk.faults.failed}
