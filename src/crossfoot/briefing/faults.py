"""What does not add up: the failed findings of an issue, worst first, each with its cells."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from crossfoot.briefing.document import Block, Entry, Fold, Heading, Inline, Link, Prose, Text
from crossfoot.briefing.evidence import EvidenceBook, Part, phrase
from crossfoot.briefing.lookup import Cell, Lookup, Subject
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number, format_signed

SHOWN = 12  # findings of the issue's own period that are told in full
SHOWN_EARLIER = 5  # the worst of the periods before it
QUOTED = 150  # findings whose rows are quoted; the others name their cells

# What is about a later period than the issue's has no place in it.
ASKED_FOR = """
    SELECT f.key, f.check_code, f.outcome, f.severity, f.area, f.data_element, f.disaggregation, f.period,
           f.stated, f.computed, f.parts_reported, f.parts_expected, f.holds_if, f.detail, f.weight, f.exempted,
           coalesce(i.period, '') <> '' AS here
    FROM findings f
    LEFT JOIN periods p ON p.period = f.period
    LEFT JOIN within i ON i.period = f.period AND i.longer = $1
    WHERE f.outcome IN ('failed', 'broken') AND (p.ends IS NULL OR p.ends <= $2)
    ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
             coalesce(f.weight, 0) DESC, p.ends DESC, f.key
"""
COUNTED = """
    SELECT f.outcome, count(*) FROM findings f LEFT JOIN periods p ON p.period = f.period
    WHERE f.exempted = '' AND (p.ends IS NULL OR p.ends <= $1) GROUP BY f.outcome
"""
PROVEN = """
    SELECT q.key, q.role, f.figure_id, f.return_id, f.status, f.value, f.sheet, f.row_number, f.line,
           f.column_name, f.row_name, f.cell, f.stated
    FROM proofs q JOIN findings n ON n.key = q.key AND n.outcome = 'failed'
    JOIN figures f ON f.figure_id = q.figure_id
    LEFT JOIN periods p ON p.period = n.period
    WHERE p.ends IS NULL OR p.ends <= $1
    ORDER BY q.key, CASE q.role WHEN 'stated' THEN 0 WHEN 'part' THEN 1 ELSE 2 END,
             f.return_id, f.row_number, length(f.cell), f.cell
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding as the issue needs it."""

    key: str
    check: str
    outcome: str
    severity: str
    about: Subject
    stated: Decimal | None
    computed: Decimal | None
    parts_reported: int | None
    parts_expected: int | None
    holds_if: str
    detail: str
    weight: Decimal | None
    exempted: str
    here: bool  # about the issue's own period

    @property
    def imbalance(self) -> Decimal | None:
        """Stated minus computed."""
        if self.stated is None or self.computed is None:
            return None
        return self.stated - self.computed


@dataclass
class Faults:
    """The findings of one issue."""

    lookup: Lookup
    book: EvidenceBook
    all: tuple[Fault, ...]
    proofs: dict[str, list[tuple[str, Cell]]]
    counted: dict[str, int]  # by outcome, the accepted ones left out

    @cached_property
    def failed(self) -> list[Fault]:
        """What fails and is not accepted, worst first."""
        return [f for f in self.all if f.outcome in ("failed", "broken") and not f.exempted]

    @property
    def exempted(self) -> list[Fault]:
        """What fails and is accepted, with the reason."""
        return [f for f in self.all if f.outcome == "failed" and f.exempted]

    def about(self, subject: Subject) -> list[Fault]:
        """Return the failed findings about one figure."""
        return self._by_subject.get(subject, [])

    @cached_property
    def _by_subject(self) -> dict[Subject, list[Fault]]:
        out: dict[Subject, list[Fault]] = {}
        for fault in self.failed:
            out.setdefault(fault.about, []).append(fault)
        return out

    def count(self, outcome: str) -> int:
        """Return how many findings have an outcome, the accepted ones left out."""
        return self.counted.get(outcome, 0)


def read_faults(lookup: Lookup, book: EvidenceBook) -> Faults:
    """Return the findings of the issue with the cells that show them."""
    rows = lookup.engine.rows(ASKED_FOR, [lookup.issue.period.code, lookup.issue.day])
    faults = tuple(Fault(*row[:4], Subject(*row[4:8]), *row[8:]) for row in rows)
    proofs: dict[str, list[tuple[str, Cell]]] = {}
    for key, of_key in groupby(lookup.engine.rows(PROVEN, [lookup.issue.day]), key=lambda row: row[0]):
        proofs[str(key)] = [(row[1], Cell(*row[2:])) for row in of_key]
    counted = dict(lookup.engine.rows(COUNTED, [lookup.issue.day]))
    return Faults(lookup, book, faults, proofs, counted)


def fault_blocks(faults: Faults) -> list[Block]:
    """Return the section's blocks: the worst in full, the rest folded, the accepted ones apart."""
    language = faults.book.language
    here = [f for f in faults.failed if f.here]
    earlier = [f for f in faults.failed if not f.here]
    out: list[Block] = [_told(faults)]
    if not faults.failed:
        out.append(Prose((Text(word("faults.none", language)),)))
    out += [fault_entry(faults, f) for f in here[:SHOWN]]
    if earlier[:SHOWN_EARLIER]:
        out.append(Heading(3, (Text(word("faults.earlier", language)),)))
        out += [fault_entry(faults, f) for f in earlier[:SHOWN_EARLIER]]
    rest = here[SHOWN:] + earlier[SHOWN_EARLIER:]
    if rest:
        told = phrase("faults.rest", language, len(rest), count=(Text(str(len(rest)), strong=True),))
        full = QUOTED - SHOWN - SHOWN_EARLIER
        entries = [fault_entry(faults, f, quoted=n < full) for n, f in enumerate(rest)]
        out.append(Fold(told, tuple(entries), "annex"))
    if faults.exempted:
        told = phrase("faults.exempted", language, len(faults.exempted), count=(Text(str(len(faults.exempted))),))
        out.append(Fold(told, tuple(fault_entry(faults, f, quoted=False) for f in faults.exempted), "exempted"))
    return out


def _told(faults: Faults) -> Prose:
    language = faults.book.language
    failed, passed, missing = len(faults.failed), faults.count("passed"), faults.count("missing")
    gaps: dict[str, Inline] = {
        name: (Text(format_number(Decimal(count), language), strong=True),)
        for name, count in (("all", failed + passed + missing), ("passed", passed), ("failed", failed),
                            ("missing", missing))
    }  # fmt: skip
    return Prose(phrase("faults.counts", language, **gaps))


def fault_entry(faults: Faults, fault: Fault, *, quoted: bool = True) -> Entry:
    """Return one finding: what stands against what, why it matters, and its cells."""
    book, language = faults.book, faults.book.language
    blocks: list[Block] = []
    if fault.imbalance is not None:
        blocks.append(Prose(_told_apart(faults, fault), "note"))
    if fault.exempted:
        blocks.append(Prose((Text(word("faults.accepted", language).format(why=fault.exempted)),), "note"))
    if fault.detail:
        blocks.append(Prose((Text(fault.detail),), "note"))
    if not quoted or fault.stated is None or fault.computed is None:
        blocks += _cells(faults, fault, quoted)
    return Entry(f"f-{_number_of(faults, fault)}", against(faults, fault, quoted=quoted), tuple(blocks), "finding", 4)


def _number_of(faults: Faults, fault: Fault) -> int:
    return next(n for n, f in enumerate(faults.all, start=1) if f is fault)


def against(faults: Faults, fault: Fault, *, quoted: bool) -> Inline:
    """73 against 2,378 (confirmed cases to date, 2014-10-31)."""
    book, language = faults.book, faults.book.language
    about = (Text(_about(book, fault)),)
    check = (Text(word(f"check.{fault.check}", language) if _known(fault, language) else fault.check),)
    if fault.stated is None or fault.computed is None:
        return phrase("faults.about", language, check=check, about=about)
    stated, computed = _two_sides(faults, fault, quoted)
    return phrase("faults.against", language, stated=stated, computed=computed, about=about)


def _known(fault: Fault, language: str) -> bool:
    from crossfoot.wording.messages import messages  # noqa: PLC0415

    return f"check.{fault.check}" in messages(language)


def _about(book: EvidenceBook, fault: Fault) -> str:
    element = book.element_name(fault.about)
    return ", ".join(part for part in (element[:1].lower() + element[1:] if element else "", fault.about.period) if part)


def _two_sides(faults: Faults, fault: Fault, quoted: bool) -> tuple[Inline, Inline]:
    language = faults.book.language
    stated = format_number(fault.stated or Decimal(0), language)
    computed = format_number(fault.computed or Decimal(0), language)
    if not quoted:
        return (Text(stated, strong=True),), (Text(computed, strong=True),)
    book = faults.book
    cells = faults.proofs.get(fault.key, [])
    title = book.title_of(fault.about)
    ours = [c for role, c in cells if role == "stated"]
    parts = [c for role, c in cells if role != "stated"]
    out = []
    for side, text, value, how, chosen in (
        ("stated", stated, fault.stated, "how.cell", ours),
        ("computed", computed, fault.computed, "how.sum" if _is_sum(fault) else "how.other", parts),
    ):
        listed = tuple(Part(_label(c, chosen), c.stated, cell=c) for c in chosen)
        name = word(f"faults.{side}", language)
        entry = book.keep(f"fault/{fault.key}/{side}", f"{title}: {name}", value, text, how, listed)
        out.append((book.print(entry),))
    return out[0], out[1]


def _is_sum(fault: Fault) -> bool:
    return fault.parts_reported is not None


def _label(cell: Cell, among: list[Cell]) -> str:
    """A part is called by what tells it from its fellows: its column, or its row."""
    return cell.column_name if len({c.column_name for c in among}) > 1 else cell.row_name


def _told_apart(faults: Faults, fault: Fault) -> Inline:
    book, language = faults.book, faults.book.language
    imbalance = (Text(format_signed(fault.imbalance or Decimal(0), language), strong=True),)
    area = (Text(faults.lookup.area_name(fault.about.area)),)
    cells = [c for role, c in faults.proofs.get(fault.key, []) if role == "stated"]
    where: Inline = (book.place_of(cells[0]),) if cells else ()
    if fault.parts_reported is not None and fault.parts_expected is not None:
        level = faults.lookup.level_of(fault.about.area, fault.parts_expected)
        places = (
            word("places.of", language).format(
                reported=fault.parts_reported, expected=fault.parts_expected,
                places=levels_of(level, language) if level else word("places", language),
            )
        )  # fmt: skip
        key = "faults.sum" if where else "faults.sum_nowhere"
        return phrase(key, language, area=area, where=where, places=(Text(places),), imbalance=imbalance)
    key = "faults.differs" if where else "faults.differs_nowhere"
    return phrase(key, language, area=area, where=where, imbalance=imbalance)


def _cells(faults: Faults, fault: Fault, quoted: bool) -> list[Block]:
    book, language = faults.book, faults.book.language
    out: list[Text | Link] = []
    for _role, cell in faults.proofs.get(fault.key, [])[:20]:
        source = faults.lookup.sources()[cell.return_id].name
        if out:
            out.append(Text("; "))
        if quoted:
            out.append(book.place_of(cell))
        else:
            words = word("place", language).format(
                file=source, row=cell.row_number, column=cell.column_name, cell=cell.cell
            )
            out.append(Text(f"{words}: {cell.stated}"))
    return [Prose(tuple(out), "note")] if out else []
