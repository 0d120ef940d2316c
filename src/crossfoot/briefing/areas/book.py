"""The evidence of an area's page: one row a number, with file, row, column and cell in it."""

from collections.abc import Iterator
from itertools import groupby

from crossfoot.briefing.document import Block, Column, Fold, Inline, Link, Listing, Prose, Row, Run, Table, Text
from crossfoot.briefing.evidence import MOST_PARTS, Evidence, EvidenceBook, Part, phrase
from crossfoot.briefing.lookup import Cell
from crossfoot.wording.messages import word

CLOSE = 5  # parts that stand beside their number; more are folded away, and not printed on paper


class AreaBook(EvidenceBook):
    """Collects the evidence of one area's page; quotes no whole rows, so that it stays a page or two."""

    def record_of(self, cell: Cell, *, needed: bool = False) -> str:
        """Return "": a cell is told with its place alone."""
        return ""

    def quoted_cell(
        self, key: str, title: str, cell: Cell, text: str, dimensions: tuple[tuple[str, str], ...] = ()
    ) -> Evidence:
        """Keep a number that one cell states."""
        return self.keep(key, title, cell.value, text, "how.cell", (Part("", cell.stated, cell=cell),), dimensions)

    def blocks(self) -> list[Block]:
        """Return a table of the numbers that were printed, or lead on from one; long sums folded away behind it."""
        shown = list(self._reached())
        columns = tuple(Column((Text(word(f"area.{head}", self.language)),)) for head in ("number", "made"))
        if not shown:
            return []
        rows = tuple(self._row(entry) for entry in shown)
        table = Table((Text(word("area.evidence", self.language)),), columns, rows, kind="evidence-of-area")
        return [table, *(self._folded(entry) for entry in shown if len(entry.parts) > CLOSE)]

    def _reached(self) -> Iterator[Evidence]:
        """The entries that were printed, and those that they are made of."""
        known = {entry.anchor: entry for entry in self._entries.values() if entry.parts}
        ahead = [anchor for anchor in known if self.printed.get(anchor)]
        seen = dict.fromkeys(ahead)
        while ahead:
            for part in known[ahead.pop()].parts:
                if part.target in known and part.target not in seen:
                    seen[part.target] = None
                    ahead.append(part.target)
        return (known[anchor] for anchor in seen)

    def _row(self, entry: Evidence) -> Row:
        title: list[Run] = [Text(f"{entry.anchor} ", quiet=True), Text(entry.title)]
        if self.printed.get(entry.anchor):
            title += [Text(" "), Link(word("area.back", self.language), f"#n-{entry.anchor}")]
        value: Inline = (Text(entry.text, strong=True),)
        count: Inline = (Text(str(len(entry.parts))),)
        made: list[Run] = list(phrase(entry.how, self.language, value=value, count=count))
        if len(entry.parts) > CLOSE:
            made += [Text(" "), Link(word("evidence.parts", self.language), f"#p-{entry.anchor}")]
        else:
            for n, part in enumerate(entry.parts):
                made += [Text(" " if n == 0 else "; "), *self._told(part)]
        return Row((tuple(title), tuple(made)), anchor=entry.anchor)

    def _told(self, part: Part) -> Inline:
        """One part: its name, what it is, and its cell."""
        name = f"{part.label} " if part.label else ""
        if part.cell is not None:
            return (Text(name), Text(part.text, code=True), Text(" ("), self.place_of(part.cell), Text(")"))
        told: list[Run] = [Text(name + part.text)]
        if part.where:
            told.append(Text(f" ({part.where})"))
        if part.target:
            told += [Text(" "), Link(word("evidence.how", self.language), f"#{part.target}")]
        return tuple(told)

    def _folded(self, entry: Evidence) -> Fold:
        """The parts of a long sum: cells by file and column, numbers one by one."""
        cells = [part for part in entry.parts[:MOST_PARTS] if part.cell is not None]
        items: list[tuple[Block, ...]] = []
        for (return_id, sheet, column), found in groupby(sorted(cells, key=_by_column), key=_by_column):
            name = self.lookup.sources()[return_id].name + (f" · {sheet}" if sheet else "")
            where = word("place.column", self.language).format(file=name, column=column)
            told = "; ".join(f"{part.label} {part.text} ({part.cell.cell})" for part in found if part.cell is not None)
            items.append((Prose((Text(where, strong=True), Text(f": {told}"))),))
        items += [(Prose(self._told(part)),) for part in entry.parts[:MOST_PARTS] if part.cell is None]
        if len(entry.parts) > MOST_PARTS:
            more = word("evidence.more", self.language).format(count=len(entry.parts) - MOST_PARTS)
            items.append((Prose((Text(more),)),))
        summary: Inline = (Text(f"{entry.title}: {word('evidence.parts', self.language)}"),)
        return Fold(summary, (Listing(tuple(items)),), f"p-{entry.anchor}")


def _by_column(part: Part) -> tuple[str, str, str]:
    cell = part.cell
    return ("", "", "") if cell is None else (cell.return_id, cell.sheet, cell.column_name)
