"""Where each printed number comes from: the sum it is, down to file, row, column and cell.

Entries are shared: a number printed five times has one entry, and a row that sixteen cells are
quoted from is quoted once.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from crossfoot.briefing.document import Block, Column, Entry, Inline, Link, Number, Prose, Row, Run, Table, Text
from crossfoot.briefing.lookup import Cell, Lookup, RecordKey, Subject
from crossfoot.terms.passage import named_place
from crossfoot.wording.dates import period_name
from crossfoot.wording.messages import pieces, word
from crossfoot.wording.numbers import format_number
from crossfoot.wording.places import place_in_text

MOST_PARTS = 5000  # cells that one entry lists; the rest stand in the ledger
TABLED = 60  # up to so many parts stand in a table, and their rows are quoted; more stand close together
MOST_RECORDS = 500  # rows that are quoted; a cell of any other row is told with its place alone


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a number: a cell, another number, or a count of returns."""

    label: str
    text: str  # as printed
    target: str = ""  # anchor of its entry; empty when `cell` is given
    cell: Cell | None = None
    where: str = ""  # in words, where it stands outside the returns: a line of the areas file


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a number is made of."""

    anchor: str
    title: str
    text: str  # as printed
    value: Decimal | None
    how: str  # key of the message that says how it is made: how.sum, how.cell, how.ratio …
    parts: tuple[Part, ...]
    dimensions: tuple[tuple[str, str], ...] = ()  # for machines: concept, entity, period …
    decimals: int | None = None  # places that it was rounded to; None where it was not rounded


@dataclass
class EvidenceBook:
    """Collects the evidence of an issue while it is written."""

    lookup: Lookup
    _entries: dict[str, Evidence] = field(default_factory=dict)  # by what it is of
    _records: dict[RecordKey, str] = field(default_factory=dict)  # anchors of quoted rows
    _made: int = 0
    printed: dict[str, int] = field(default_factory=dict)  # how often each anchor was printed

    @property
    def language(self) -> str:
        """The issue's language."""
        return self.lookup.issue.language

    def find(self, key: str) -> Evidence | None:
        """Return the entry kept under a key."""
        return self._entries.get(key)

    def keep(
        self, key: str, title: str, value: Decimal | None, text: str, how: str, parts: tuple[Part, ...],
        dimensions: tuple[tuple[str, str], ...] = (), decimals: int | None = None,
    ) -> Evidence:  # fmt: skip
        """Keep an entry under a key and return it; the first one kept stands."""
        found = self._entries.get(key)
        if found is None:
            self._made += 1
            anchor = f"e{self._made}"
            found = self._entries[key] = Evidence(anchor, title, text, value, how, parts, dimensions, decimals)
            for part in parts if len(parts) <= TABLED else ():
                if part.cell is not None:
                    self.record_of(part.cell)
        return found

    def print(self, entry: Evidence, text: str = "", finding: str = "", accepted: str = "") -> Number:
        """Return a number to print that leads to an entry, and count that it was printed."""
        self.printed[entry.anchor] = self.printed.get(entry.anchor, 0) + 1
        return Number(text or entry.text, entry.anchor, finding, entry.value, accepted)

    def record_of(self, cell: Cell, *, needed: bool = False) -> str:
        """Return the anchor of the row a cell stands in, to be quoted at the end.

        It is empty once enough rows are quoted, save where the row is `needed` as a number's only evidence.
        """
        key = (cell.return_id, cell.sheet, cell.row_number)
        accepted = self.lookup.accepted.get(cell.figure_id)
        if accepted is not None and accepted.received is not None:
            self.record_of(accepted.received)  # both are quoted: what counts, and what was received
        if key not in self._records and len(self._records) >= MOST_RECORDS and not needed:
            return ""
        return self._records.setdefault((cell.return_id, cell.sheet, cell.row_number), f"r{len(self._records) + 1}")

    def place_of(self, cell: Cell) -> Link | Text:
        """Return a link to a cell: file, row, column, cell."""
        accepted = self.lookup.accepted.get(cell.figure_id)
        if accepted is not None:
            anchor = self.record_of(cell)
            told = accepted.told(self.language)
            return Link(told, f"#{anchor}-{cell.cell}") if anchor else Text(told)
        name = self.lookup.sources()[cell.return_id].name
        sheet = f" · {cell.sheet}" if cell.sheet else ""
        words = word("place", self.language).format(
            file=name + sheet, row=cell.row_number, column=cell.column_name, cell=cell.cell
        )
        in_text = place_in_text(cell.cell, self.language)
        words = f"{name}, {in_text}" if in_text else words
        anchor = self.record_of(cell)
        return Link(words, f"#{anchor}-{cell.cell}") if anchor else Text(words)

    def cell_entry(self, about: Subject, cells: list[Cell]) -> Evidence:
        """Keep the entry of a figure that returns state themselves; of one cell, the quoted row is the entry."""
        value = sum((c.value for c in cells if c.value is not None), Decimal(0))
        text = format_number(value, self.language)
        title, dimensions = self.title_of(about), dimensions_of(about, "stated")
        if len(cells) == 1:
            return self.quoted_cell(f"stated/{subject_key(about)}", title, cells[0], text, dimensions)
        parts = tuple(Part(c.row_name, c.stated, cell=c) for c in cells)
        return self.keep(f"stated/{subject_key(about)}", title, value, text, "how.lines", parts, dimensions)

    def quoted_cell(
        self, key: str, title: str, cell: Cell, text: str, dimensions: tuple[tuple[str, str], ...] = ()
    ) -> Evidence:
        """Keep a number that one cell states: its row is quoted, and leads back."""
        found = self._entries.get(key)
        if found is None:
            anchor = f"{self.record_of(cell, needed=True)}-{cell.cell}"
            found = self._entries[key] = Evidence(anchor, title, text, cell.value, "how.cell", (), dimensions)
        return found

    def place_entry(self, key: str, title: str, value: Decimal, text: str, target: str) -> Evidence:
        """Keep a count whose evidence is a section of this page: the list that was counted."""
        found = self._entries.get(key)
        if found is None:
            found = self._entries[key] = Evidence(target, title, text, value, "", ())
        return found

    def title_of(self, about: Subject) -> str:
        """Return what a figure is about, in words: Confirmed cases to date, Liberia, 31 October 2014."""
        return f"{self.element_name(about)}, {self.lookup.area_name(about.area)}, {self.period_name(about.period)}"

    def element_name(self, about: Subject) -> str:
        """Return the name of a data element, with its disaggregation."""
        campaign = self.lookup.issue.campaign
        element = campaign.data_elements.get(about.data_element)
        name = about.data_element if element is None else named(element.name, element.names, self.language)
        if element is None and about.data_element in campaign.equivalents:
            name = campaign.equivalents[about.data_element].name
        if about.disaggregation:
            name += f" ({about.disaggregation.replace(';', ', ').replace('=', ' ')})"
        return name

    def period_name(self, code: str) -> str:
        """Return a period in words."""
        phase = self.lookup.issue.campaign.calendar.phases.get(code)
        try:
            return period_name(self.lookup.period(code), self.language, phase.name if phase else "")
        except ValueError:
            return code

    def blocks(self) -> list[Block]:
        """Return all entries that were printed or lead on from one, then the rows they quote."""
        return [self._entry(entry) for entry in self._entries.values() if entry.parts]

    def facts(self) -> dict[str, dict[str, object]]:
        """Return all printed figures by what they are of, for machines; numbers are strings."""
        return {
            key: {
                "title": e.title,
                "value": None if e.value is None else f"{e.value.normalize():f}",
                "printed": e.text,
                "anchor": e.anchor,
                "decimals": e.decimals,
                "dimensions": self._dimensions(e),
                "evidence": self._made_of(e),
            }
            for key, e in self._entries.items()
            if self.printed.get(e.anchor)
        }

    def _dimensions(self, entry: Evidence) -> dict[str, str]:
        """An entry's dimensions with its unit; a plain count has none."""
        out = dict(entry.dimensions)
        unit = self.lookup.unit_of(out.get("concept", ""))
        return {**out, "unit": unit} if unit else out

    def _made_of(self, entry: Evidence) -> dict[str, object]:
        """How an entry is made, and of what: cells of returns, or other entries by their anchors."""
        if not entry.parts:
            return {"how": entry.how.removeprefix("how."), "anchor": entry.anchor}
        parts = [self._part_of(part) for part in entry.parts[:MOST_PARTS]]
        return {"how": entry.how.removeprefix("how."), "parts": parts}

    def _part_of(self, part: Part) -> dict[str, object]:
        if part.cell is None:
            return {"label": part.label, "printed": part.text, "anchor": part.target}
        cell = part.cell
        place = {"return": cell.return_id, "sheet": cell.sheet, "row": cell.row_number, "cell": cell.cell}
        return {"label": part.label, "stated": cell.stated, **place}

    def records(self) -> list[Block]:
        """Return the quoted rows, each a table with its headings."""
        found = self.lookup.records(self._records)
        return [self._quoted(key, anchor, found[key]) for key, anchor in self._records.items()]

    def _entry(self, entry: Evidence) -> Entry:
        language = self.language
        blocks: list[Block] = [Prose(phrase(entry.how, language, value=(Text(entry.text, strong=True),),
                                            count=(Text(str(len(entry.parts))),)))]  # fmt: skip
        if len(entry.parts) > TABLED and all(part.cell is not None for part in entry.parts):
            blocks += self._close_together([p.cell for p in entry.parts[:MOST_PARTS] if p.cell is not None])
        elif entry.parts:
            rows = tuple(self._part(part) for part in entry.parts[:MOST_PARTS])
            heads = ("part", "value", "where")
            columns = tuple(Column((Text(word(f"evidence.{h}", language)),), h == "value") for h in heads)
            blocks.append(Table((Text(word("evidence.parts", language)),), columns, rows, kind="parts"))
        if len(entry.parts) > MOST_PARTS:
            more = word("evidence.more", language).format(count=len(entry.parts) - MOST_PARTS)
            blocks.append(Prose((Text(more),), "note"))
        if self.printed.get(entry.anchor):
            blocks.append(Prose((Link(word("evidence.back", language), f"#n-{entry.anchor}"),), "back"))
        return Entry(entry.anchor, (Text(entry.title),), tuple(blocks))

    def _close_together(self, cells: list[Cell]) -> list[Block]:
        """Many cells: by file and column, each with its name and its text as written."""
        out: list[Block] = []
        by_column = sorted(cells, key=lambda c: (c.return_id, c.sheet, c.column_name, c.row_number))
        for (return_id, sheet, column), of_column in groupby(
            by_column, key=lambda c: (c.return_id, c.sheet, c.column_name)
        ):
            name = self.lookup.sources()[return_id].name + (f" · {sheet}" if sheet else "")
            where = word("place.column", self.language).format(file=name, column=column)
            said = "; ".join(f"{c.cell} {c.stated}" for c in of_column)
            out.append(Prose((Link(where, f"#s-{return_id[:12]}"), Text(f": {said}")), "note"))
        return out

    def _part(self, part: Part) -> Row:
        if part.cell is not None:
            return Row(((Text(part.label),), (Text(part.text, code=True),), (self.place_of(part.cell),)))
        where: Inline = (Text(part.where),) if part.where else ()
        if part.target:
            where = (Link(word("evidence.how", self.language), f"#{part.target}"),)
        return Row(((Text(part.label),), (Text(part.text),), where))

    def _quoted(self, key: RecordKey, anchor: str, cells: list[Cell]) -> Entry:
        language = self.language
        source = self.lookup.sources()[key[0]]
        if source.accepted and cells:
            return self._quoted_acceptance(anchor, cells[0])
        title = word("record.title", language).format(file=source.name + (f" · {key[1]}" if key[1] else ""), row=key[2])
        columns = tuple(Column((Text(word(f"record.{h}", language)),)) for h in ("cell", "column", "stated", "back"))
        rows = tuple(self._quoted_cell(c, f"{anchor}-{c.cell}") for c in cells)
        prose = bool(cells) and named_place(cells[0].cell) is not None  # then each row quotes its sentence
        names = source.name if prose else " · ".join(dict.fromkeys(c.row_name for c in cells))
        line = word("record.line", language).format(name=names, line=cells[0].line if cells else key[2])
        table = Table((Text(line),), columns, rows, kind="record")
        to = Link(word("record.source", language), f"#s-{key[0][:12]}")
        return Entry(anchor, (Text(title),), (table, Prose((to,), "back")))

    def _quoted_acceptance(self, anchor: str, cell: Cell) -> Entry:
        """An entry of the journal: the figure that counts, and the one as received."""
        language, accepted = self.language, self.lookup.accepted[cell.figure_id]
        heads = ("accepted", "value", "where")
        columns = tuple(Column((Text(word(f"evidence.{h}", language)),), h == "value") for h in heads)
        back: Inline = ()
        if self.printed.get(f"{anchor}-{cell.cell}"):
            back = (Link(word("record.printed", language), f"#n-{anchor}-{cell.cell}"),)
        counts = (Text(word("accepted.counts", language)),)
        rows = [Row((counts, (Text(cell.stated, code=True),), back), anchor=f"{anchor}-{cell.cell}")]
        if accepted.received is not None:
            received = (Text(word("accepted.received", language)),)
            stated = (Text(accepted.received.stated, code=True),)
            rows.append(Row((received, stated, (self.place_of(accepted.received),))))
        table = Table((Text(accepted.told(language)),), columns, tuple(rows), kind="record")
        to = Link(word("record.source", language), f"#s-{accepted.entry_id[:12]}")
        return Entry(anchor, (Text(accepted.source(language)),), (table, Prose((to,), "back")))

    def _quoted_cell(self, cell: Cell, anchor: str) -> Row:
        back: Inline = ()
        if self.printed.get(anchor):
            back = (Link(word("record.printed", self.language), f"#n-{anchor}"),)
        in_text = place_in_text(cell.cell, self.language)
        said = cell.row_name if in_text else cell.stated
        cells = ((Text(in_text or cell.cell),), (Text(cell.column_name),), (Text(said, code=True),), back)
        return Row(cells, anchor=anchor)


def subject_key(about: Subject) -> str:
    """Return a subject as one text: element[disaggregation]/area/period."""
    inside = f"[{about.disaggregation}]" if about.disaggregation else ""
    return f"{about.data_element}{inside}/{about.area}/{about.period}"


def dimensions_of(about: Subject, measure: str) -> tuple[tuple[str, str], ...]:
    """Return a figure's dimensions by the names of xBRL-JSON, and how it was taken: rolled, stated …"""
    out = (("concept", about.data_element), ("entity", about.area), ("period", about.period), ("measure", measure))
    return (*out, ("disaggregation", about.disaggregation)) if about.disaggregation else out


def named(name: str, names: dict[str, str] | object, language: str) -> str:
    """Return a name in a language, where the campaign gives one."""
    found = names.get(language) if isinstance(names, dict) else None
    return found or name


def phrase(key: str, language: str, count: int | None = None, /, **gaps: Inline) -> Inline:
    """Return a message with runs in its gaps."""
    out: list[Run] = []
    for text, name in pieces(word(key, language, count)):
        if text:
            out.append(Text(text))
        if name:
            out.extend(gaps[name])
    return tuple(out)
