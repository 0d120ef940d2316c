"""How a rolled-up figure came about, found from its parts and proven before it is claimed.

The rollups say what a total is; here it is added up again from the parts that the reader will be
shown. Only parts that make exactly the printed value are called its parts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from crossfoot.briefing.evidence import Evidence, EvidenceBook, Part, dimensions_of, subject_key
from crossfoot.briefing.lookup import Lookup, Subject
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number

MOST_CELLS = 5000  # cells listed where the parts do not make the value in one step
Made = Callable[[Sequence[Decimal]], Decimal | None]


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if values else None


# What each aggregation does with its parts, and the message that says so.
WAYS: dict[str, tuple[Made, str]] = {
    "sum": (lambda v: sum(v, Decimal(0)), "how.sum"),
    "average": (_mean, "how.average"),
    "min": (min, "how.min"),
    "max": (max, "how.max"),
    "count": (lambda v: Decimal(len(v)), "how.count"),
    "last": (lambda v: v[-1], "how.last"),
    "first": (lambda v: v[0], "how.first"),
}
CLOSE = Decimal("0.000001")  # rollups keep six decimals


@dataclass(frozen=True)
class Sums:
    """Finds what rolled-up figures are made of."""

    lookup: Lookup
    book: EvidenceBook

    def entry(self, about: Subject) -> Evidence | None:
        """Return the evidence of a rolled-up figure; None where there is no value."""
        rolled = self.lookup.rolled(about)
        if rolled is None or rolled.value is None:
            return None
        single = self._own_cell(about, rolled.value)
        if single is not None:
            return single
        key = f"rolled/{subject_key(about)}"
        found = self.book.find(key)
        if found is not None:
            return found
        how, parts = self._made_of(about, rolled.value)
        text = format_number(rolled.value, self.book.language)
        title = self.book.title_of(about)
        return self.book.keep(key, title, rolled.value, text, how, parts, dimensions_of(about, "rolled"))

    def behind(self, about: Subject) -> tuple[Part, ...]:
        """Return the cells behind a figure that say something, withheld ones too."""
        return tuple(self._all_cells(about, withheld=True))

    def _own_cell(self, about: Subject, value: Decimal) -> Evidence | None:
        if self._from_children(about, value) is not None:
            return None
        cells = self.lookup.cells(about)
        if len(cells) == 1 and cells[0].value == value:
            return self.book.cell_entry(about, cells)
        return None

    def _made_of(self, about: Subject, value: Decimal) -> tuple[str, tuple[Part, ...]]:
        kids = self._from_children(about, value)
        if kids is not None:
            how, subjects = kids
            return how, tuple(self._part(s, self.lookup.area_name(s.area)) for s in subjects)
        cells = self.lookup.cells(about)
        if cells and sum((c.value for c in cells if c.value is not None), Decimal(0)) == value:
            return "how.lines", tuple(Part(c.row_name, c.stated, cell=c) for c in cells)
        times = self._from_periods(about, value)
        if times is not None:
            how, subjects = times
            return how, tuple(self._part(s, self.book.period_name(s.period)) for s in subjects)
        inside = self._from_parts(about, value)
        if inside is not None:
            how, subjects = inside
            return how, tuple(self._part(s, self.book.element_name(s)) for s in subjects)
        counted = self._from_factors(about, value)
        return ("how.equivalent", counted) if counted else ("how.other", tuple(self._all_cells(about)))

    def _from_children(self, about: Subject, value: Decimal) -> tuple[str, list[Subject]] | None:
        kids = [replace(about, area=code) for code in self.lookup.children(about.area)]
        over = self.lookup.way(about.data_element)[0]
        if self.lookup.kind(about.data_element) == "milestone":
            kids = [k for k in kids if self._value(k) is not None and self._value(k) != 0]
        return self._proven(kids, over, value)

    def _from_periods(self, about: Subject, value: Decimal) -> tuple[str, list[Subject]] | None:
        self.lookup.fetch(about.data_element, about.period)
        times = [replace(about, period=code) for code in self.lookup.inside(about.period)]
        over = self.lookup.way(about.data_element)[1]
        if over in ("last", "first"):
            said = [s for s in times if self._value(s) is not None]
            times = said[-1:] if over == "last" else said[:1]
        return self._proven(times, over, value)

    def _from_parts(self, about: Subject, value: Decimal) -> tuple[str, list[Subject]] | None:
        for subjects in self.lookup.parts_of(about):
            found = self._proven(subjects, "sum", value)
            if found is not None:
                return found
        return None

    def _from_factors(self, about: Subject, value: Decimal) -> tuple[Part, ...]:
        """What an equivalent is made of, if it comes to the value."""
        parts, total = [], Decimal(0)
        for element, factor in self.lookup.factors_of(about.data_element):
            term = replace(about, data_element=element)
            entry = self.entry(term)
            if entry is None or entry.value is None:
                continue
            total += entry.value * factor
            times = format_number(factor, self.book.language)
            parts.append(Part(f"{self.book.element_name(term)} × {times}", entry.text, entry.anchor))
        return tuple(parts) if abs(total - value) < CLOSE * (len(parts) or 1) else ()

    def _proven(self, subjects: list[Subject], over: str, value: Decimal) -> tuple[str, list[Subject]] | None:
        found = [(s, v) for s in subjects if (v := self._value(s)) is not None]
        if not found:
            return None
        for way in dict.fromkeys((over, "sum")):
            if way not in WAYS:
                continue
            made, how = WAYS[way]
            computed = made([v for _, v in found])
            if computed is not None and abs(computed - value) < CLOSE:
                return how, [s for s, _ in found]
        return None

    def _value(self, about: Subject) -> Decimal | None:
        rolled = self.lookup.rolled(about)
        return rolled.value if rolled is not None else None

    def _part(self, about: Subject, label: str) -> Part:
        cells = self.lookup.cells(about)
        rolled = self.lookup.rolled(about)
        if rolled is not None and len(cells) == 1 and cells[0].value == rolled.value:
            return Part(label, cells[0].stated, cell=cells[0])
        entry = self.entry(about)
        return Part(label, entry.text, entry.anchor) if entry else Part(label, word("absent", self.book.language))

    def _all_cells(self, about: Subject, *, withheld: bool = False) -> Iterator[Part]:
        """Yield the cells below an area and inside a period, where no one step makes the value."""
        count = 0
        self.lookup.fetch(about.data_element, about.period)
        for period in (about.period, *self.lookup.inside(about.period)):
            for area in (about.area, *self.lookup.below(about.area)):
                for cell in self.lookup.cells(replace(about, area=area, period=period)):
                    if cell.value is None and not (withheld and cell.status == "withheld"):
                        continue
                    count += 1
                    if count > MOST_CELLS:
                        return
                    yield Part(f"{self.lookup.area_name(area)}, {self.book.period_name(period)}", cell.stated,
                               cell=cell)  # fmt: skip
