"""What does not add up, told: the worst in full, all others in an annex, the accepted ones apart."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from crossfoot.briefing.desk import Desk, rounded
from crossfoot.briefing.document import Block, Entry, Fold, Heading, Inline, Link, Listing, Number, Prose, Run, Text
from crossfoot.briefing.evidence import Part, phrase
from crossfoot.briefing.faults import Fault
from crossfoot.briefing.lookup import Cell
from crossfoot.briefing.revisions import life_cycle
from crossfoot.briefing.sandbox import CLOSE, OPEN, without_private
from crossfoot.briefing.suggested import answers_of, sentence_of
from crossfoot.wording.dates import day_name
from crossfoot.wording.findings import gaps, sentence, title
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number, format_signed

SHOWN = 10  # findings of the issue's own period that are told in full
SHOWN_EARLIER = 5  # the worst of the periods before it
MOST_CELLS = 40  # cells that one line of the annex names
SIDES = ("stated", "computed", "imbalance")
SUMMED = frozenset({"areas-do-not-sum", "parts-do-not-sum", "stock-does-not-balance"})
GAP = re.compile(f"{OPEN}(\\w+){CLOSE}")


def findings(desk: Desk) -> list[Block]:
    """Return the section's blocks."""
    language, faults = desk.language, desk.faults
    here = [f for f in faults.failed if f.here]
    earlier = [f for f in faults.failed if not f.here]
    out: list[Block] = [Prose(counts(desk)), *life_cycle(desk)]
    if not faults.failed:
        out.append(Prose((Text(word("faults.none", language)),)))
    told = here[:SHOWN]
    asked = [f for f in earlier if f.about.period and f.severity != "information"][:SHOWN_EARLIER]
    out += [entry_of(desk, f) for f in told]
    if asked:
        out.append(Heading(3, (Text(word("faults.earlier", language)),)))
        out += [entry_of(desk, f) for f in asked]
    shown = {f.key for f in (*told, *asked)}
    out += _annex(desk, [f for f in faults.failed if f.key not in shown])
    if faults.exempted:
        count = (Text(str(len(faults.exempted))),)
        head = phrase("faults.exempted", language, len(faults.exempted), count=count)
        out.append(Fold(head, (Listing(tuple(_line(desk, f) for f in faults.exempted)),), "exempted"))
    return out


def counts(desk: Desk) -> Inline:
    """Return one sentence: how much was checked, and how it came out."""
    language, faults = desk.language, desk.faults
    failed = faults.failed
    found = {
        "all": len(failed) + faults.count("passed") + faults.count("missing"),
        "passed": faults.count("passed"),
        "missing": faults.count("missing"),
        "errors": sum(1 for f in failed if f.severity == "error"),
        "warnings": sum(1 for f in failed if f.severity != "error"),
    }
    gaps_ = {name: desk.count(name, word(f"faults.{name}", language), n, "faults") for name, n in found.items()}
    return phrase("faults.counts", language, **gaps_)


def _annex(desk: Desk, rest: list[Fault]) -> list[Block]:
    """Every other finding on one line, by check, with its cells."""
    if not rest:
        return []
    order = {check: n for n, check in enumerate(dict.fromkeys(f.check for f in rest))}
    folds: list[Block] = []
    for check, of_check in groupby(sorted(rest, key=lambda f: order[f.check]), key=lambda f: f.check):
        lines = tuple(_line(desk, fault) for fault in of_check)
        heading = f"{title(check, desk.language)}: {format_number(Decimal(len(lines)), desk.language)}"
        folds.append(Fold((Text(heading),), (Listing(lines),)))
    count = (Text(format_number(Decimal(len(rest)), desk.language)),)
    return [Fold(phrase("faults.rest", desk.language, len(rest), count=count), tuple(folds), "annex")]


def entry_of(desk: Desk, fault: Fault) -> Entry:
    """Return one finding in full: what stands against what, a sentence, and where it stands."""
    sides = sides_of(desk, fault)
    blocks: list[Block] = [Prose(_sentence(desk, fault, sides), "plain")]
    suggested = sentence_of(desk, fault)
    blocks += [Prose(suggested, "plain")] if suggested else []
    answered = answers_of(desk, fault)
    blocks += [Prose(answered, "plain")] if answered else []
    note: list[Run] = [Text(word(f"severity.{fault.severity}", desk.language), strong=True)]
    for said in (_places(desk, fault), _since(desk, fault)):
        note += [Text(" · "), *said] if said else []
    blocks.append(Prose(tuple(note), "note"))
    anchor = f"f-{desk.faults.number(fault)}"
    return Entry(anchor, heading_of(desk, fault, sides), tuple(blocks), f"finding {fault.severity}", 4)


def heading_of(desk: Desk, fault: Fault, sides: dict[str, Inline]) -> Inline:
    """73 against 2,378 (confirmed cases to date, 2014-10-31)."""
    if "stated" not in sides or "computed" not in sides:
        return (Text(title(fault.check, desk.language)),)
    element = running(desk.name_of(fault.about), desk.language)
    about: list[Run] = [Text(element)] if element else []
    if fault.about.period:
        about += [*([Text(", ")] if about else []), Text(_code(desk, fault), kept=True)]
    return phrase("faults.against", desk.language, stated=sides["stated"], computed=sides["computed"],
                  about=tuple(about))  # fmt: skip


def _code(desk: Desk, fault: Fault) -> str:
    """A period by its code, a phase by its name."""
    phase = desk.issue.campaign.calendar.phases.get(fault.about.period)
    return phase.name if phase else fault.about.period


def sides_of(desk: Desk, fault: Fault) -> dict[str, Inline]:
    """Return what was stated and what the other figures make, each leading to its cells."""
    out: dict[str, Inline] = {}
    cells = desk.faults.proofs.get(fault.key, [])
    ours = [c for role, c in cells if role == "stated"]
    others = [c for role, c in cells if role != "stated"]
    for side, value, chosen in (("stated", fault.stated, ours), ("computed", fault.computed, others)):
        if value is None:
            continue
        text = written(desk, fault, value)
        if not chosen:
            out[side] = (Text(text),)
            continue
        name = f"{desk.book.title_of(fault.about)}: {word(f'faults.{side}', desk.language)}"
        key = f"fault/{fault.key}/{side}"
        if len(chosen) == 1 and chosen[0].value == value:
            entry = desk.book.quoted_cell(key, name, chosen[0], text)
        else:
            parts = tuple(Part(_label(c, chosen), c.stated, cell=c) for c in chosen)
            how = "how.sum" if fault.check in SUMMED and side == "computed" else "how.other"
            entry = desk.book.keep(key, name, value, text, how, parts)
        out[side] = (desk.book.print(entry, text),)
    return out


def written(desk: Desk, fault: Fault, value: Decimal) -> str:
    """Return a side's value as printed; what an indicator makes is rounded as the indicator is."""
    described = desk.issue.campaign.indicators.get(fault.about.data_element)
    if described is None:
        return format_number(value, desk.language) + desk.unit(fault.about.data_element)
    exponent = value.normalize().as_tuple().exponent
    decimals = min(max(0, -exponent), described.decimals) if isinstance(exponent, int) else described.decimals
    return format_number(rounded(Fraction(value), decimals), desk.language, decimals) + desk.percent(described)


def _label(cell: Cell, among: list[Cell]) -> str:
    """A part is called by what tells it from its fellows: its column, or its row."""
    if len({c.column_name for c in among}) > 1 and len({c.row_name for c in among}) == 1:
        return cell.column_name
    return cell.row_name if len({c.column_name for c in among}) == 1 else f"{cell.row_name}, {cell.column_name}"


def _sentence(desk: Desk, fault: Fault, sides: dict[str, Inline]) -> Inline:
    """The finding's sentence, with the numbers of `sides` in it as links."""
    values = _values(desk, fault)
    values.update({name: f"{OPEN}{name}{CLOSE}" for name in sides})
    missing = gaps(fault.check, fault.outcome, desk.language) - set(values)
    values.update(dict.fromkeys(missing, "–"))
    text = sentence(fault.check, fault.outcome, desk.language, values)
    text = text[:1].upper() + text[1:]
    out: list[Run] = []
    for n, piece in enumerate(GAP.split(text)):
        if n % 2:
            out += [Text(r.text, strong=True) if isinstance(r, Number) else r for r in sides[piece]]
        elif piece:
            out.append(Text(piece))
    return tuple(out)


def _values(desk: Desk, fault: Fault) -> dict[str, str]:
    """What a sentence may need, written in the issue's language."""
    language, about = desk.language, fault.about
    out = {
        "area": desk.lookup.area_name(about.area),
        "data_element": running(desk.name_of(about), language),
        "period": desk.book.period_name(about.period),
        "holds_if": fault.holds_if,
    }
    for name, value in (("stated", fault.stated), ("computed", fault.computed)):
        if value is not None:
            out[name] = written(desk, fault, value)
    if fault.imbalance is not None:
        out["imbalance"] = format_signed(fault.imbalance, language) + desk.unit(about.data_element)
    for name, count in (("parts_reported", fault.parts_reported), ("parts_expected", fault.parts_expected)):
        if count is not None:
            out[name] = format_number(Decimal(count), language)
    if fault.check == "areas-do-not-sum" and fault.parts_expected:
        level = desk.lookup.level_of(about.area, fault.parts_expected)
        out["parts_name"] = levels_of(level, language) if level else word("places", language)
    for name, text in zip(desk.issue.details.get(fault.check, ()), fault.detail.split("\t"), strict=False):
        out[name] = _detail(desk, fault, name, text)
    return {name: without_private(text) for name, text in out.items()}


def _detail(desk: Desk, fault: Fault, name: str, text: str) -> str:
    """One field of a finding's detail, in words."""
    match name:
        case "before_period":
            return desk.book.period_name(text)
        case "other" | "indicator":
            return running(desk.code_name(text), desk.language)
        case "indicators":
            return ", ".join(desk.code_name(code.strip()) for code in text.split(","))
        case "due" | "received":
            return day_name(date.fromisoformat(text[:10]), desk.language) if text else ""
        case _:
            return text


def running(name: str, language: str) -> str:
    """Return a name as it stands inside a sentence: Confirmed cases as confirmed cases, BCG doses as they are."""
    if language == "zh" or name[1:2].isupper() or not name[1:2].isalpha():
        return name
    return name[:1].lower() + name[1:]


def _places(desk: Desk, fault: Fault) -> Inline:
    """Links to the cells in which it stands, the stated one first."""
    cells = desk.faults.proofs.get(fault.key, [])
    chosen = [c for role, c in cells if role == "stated"] or [c for _, c in cells]
    out: list[Run] = []
    for cell in chosen[:3]:
        out += [*([Text("; ")] if out else []), desk.book.place_of(cell)]
    return tuple(out)


def _since(desk: Desk, fault: Fault) -> Inline:
    if desk.previous is None:
        return ()
    since = desk.previous.since.get(fault.key)
    if since is None:
        return (Text(word("life.is_new", desk.language)),)
    return (Text(word("life.since", desk.language).format(number=since)),)


def _line(desk: Desk, fault: Fault) -> tuple[Block, ...]:
    """One finding on one line: its sentence, and its cells as they were written."""
    text: list[Run] = [Text(r.text) if isinstance(r, Text) else r for r in _sentence(desk, fault, {})]
    if fault.exempted:
        text.append(Text(" " + word("faults.accepted", desk.language).format(why=fault.exempted)))
    cells = desk.faults.proofs.get(fault.key, [])[:MOST_CELLS]
    if not fault.exempted:
        suggested = sentence_of(desk, fault)
        text += [Text(" "), *suggested] if suggested else []
    blocks: list[Block] = [Prose(tuple(text))]
    shown: list[Run] = []
    for (return_id, sheet, row), of_row in groupby(
        (c for _, c in cells), lambda c: (c.return_id, c.sheet, c.row_number)
    ):
        source = desk.lookup.sources()[return_id].name
        where = word("place.row", desk.language).format(file=source + (f" · {sheet}" if sheet else ""), row=row)
        said = "; ".join(f"{c.cell} {c.stated}" for c in of_row)
        shown += [*([Text(" · ")] if shown else []), Link(where, f"#s-{return_id[:12]}"), Text(f": {said}")]
    if shown:
        blocks.append(Prose(tuple(shown), "note"))
    return tuple(blocks)
