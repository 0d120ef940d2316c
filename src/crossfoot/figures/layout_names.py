"""Names that a layout's files write, led to the campaign's codes; an area's name by the day it is about."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fnmatch import fnmatchcase

from crossfoot.campaign import AreaTree, Campaign, Layout
from crossfoot.campaign.names import Names, folded
from crossfoot.campaign.rows import disaggregation_key
from crossfoot.terms.area import FOREVER, Area

MOST_PROPOSALS = 50  # names for which a near one is looked for in one return; it is slow
# A heading or cell that stands for the whole of a disaggregation, not for one of its categories.
TOTALS = frozenset(
    {
        "total", "totals", "all", "both", "both sexes", "all ages", "sum", "grand total", "ensemble", "tous", "toutes",
        "les deux sexes", "合计", "合計", "总计", "總計", "总数", "總數", "小计", "小計", "计", "計",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """What a heading or row name stands for."""

    data_element: str
    categories: tuple[tuple[str, str], ...] = ()  # dimension and category, sorted


class AreaNames:
    """The names of areas and groups, as they were in each stretch of time between two changes of the hierarchy."""

    def __init__(self, campaign: Campaign, tree: AreaTree) -> None:
        """Take the campaign's areas and groups."""
        self._campaign, self._tree = campaign, tree
        changes = {a.starts for a in tree.areas} | {a.ends + timedelta(days=1) for a in tree.areas if a.ends < FOREVER}
        self._changes = sorted(changes)
        self._alive: dict[int, Names] = {}
        self._ever = self._names(tree.areas)

    def find(self, written: str, day: date | None) -> str | None:
        """Return the code of an area or group, or None.

        A code is a code for ever. Names of areas that are there on the day come next: after a merger the
        name of an area that is gone may be that of another. Only a name that no living area has leads
        to a closed one.
        """
        if written in self._tree.by_code:
            return written
        if day is None:
            return self._ever.find(written) or self._on(self._campaign.calendar.ends or FOREVER).find(written)
        alive = self._on(day)
        return alive.find(written) if alive.knows(written) else self._ever.find(written)

    def stretch(self, day: date | None) -> int:
        """Return the number of the stretch of time that a day lies in; names mean the same throughout it."""
        return -1 if day is None else bisect_right(self._changes, day)

    def propose(self, written: str) -> str:
        """Return the known name nearest to this one, or ""."""
        return self._ever.propose(written)

    def _on(self, day: date) -> Names:
        stretch = self.stretch(day)
        if stretch not in self._alive:
            self._alive[stretch] = self._names(a for a in self._tree.areas if a.starts <= day <= a.ends)
        return self._alive[stretch]

    def _names(self, areas: Iterable[Area]) -> Names:
        names: dict[str, list[str]] = {code: [group.name] for code, group in self._campaign.groups.items()}
        for area in areas:
            names.setdefault(area.code, []).extend((area.name, *area.aliases))
        return Names(names)


class LayoutNames:
    """The names of one layout: its own first, then the campaign's."""

    def __init__(self, campaign: Campaign, tree: AreaTree, layout: Layout) -> None:
        """Gather names and aliases; a layout's own win over the campaign's."""
        self._areas = AreaNames(campaign, tree)
        self._elements = Names({c: (e.name, *e.names.values(), *e.aliases) for c, e in campaign.data_elements.items()})
        self._own_areas = {folded(written): code for written, code in layout.area_names.items()}
        self._own_elements = {folded(n): counted_as(t) for n, t in layout.data_element_names.items()}
        self._own_categories = {folded(n): category for n, category in layout.category_names.items()}
        self._aside_columns = tuple(p.casefold() for p in (*layout.leave_aside_columns, *layout.remark_columns))
        self._aside_rows = tuple(p.casefold() for p in layout.leave_aside_rows)
        self._dimensions = {code: e.disaggregations for code, e in campaign.data_elements.items()}
        self._categories = {
            dimension: Names({c: () for known in self._dimensions.values() for c in known.get(dimension, ())})
            for dimension in layout.disaggregations
        }
        self._found: dict[tuple[str, int], str | None] = {}
        self._proposed: dict[str, str] = {}

    def area(self, written: str, day: date | None = None) -> str | None:
        """Return the code of an area or group on a day (at any time without one), or None."""
        key = (written, self._areas.stretch(day))
        if key not in self._found:
            own = self._own_areas.get(folded(written))
            self._found[key] = own or (self._areas.find(written.strip(), day) if written.strip() else None)
        return self._found[key]

    def element(self, written: str) -> Counted | None:
        """Return what a name counts, or None."""
        own = self._own_elements.get(folded(written))
        if own is not None:
            return own
        code = self._elements.find(written.strip()) if written.strip() else None
        return Counted(code) if code else None

    def category(self, dimension: str, written: str) -> str | None:
        """Return the category of a dimension that is written; "" for the whole or a blank; None if unknown."""
        name = written.strip()
        if not name:
            return ""
        own = self._own_categories.get(folded(name))
        found = self._categories[dimension].find(own if own is not None else name)
        return "" if found is None and folded(own or name) in TOTALS else found

    def disaggregation(self, counted: Counted, more: tuple[tuple[str, str], ...]) -> str | None:
        """Return the disaggregation's key, or None where the data element has no such category."""
        categories = {**dict(counted.categories), **dict(more)}
        known = self._dimensions[counted.data_element]
        if any(category not in known.get(dimension, ()) for dimension, category in categories.items()):
            return None
        return disaggregation_key(categories)

    def has(self, counted: Counted, dimension: str) -> bool:
        """Tell whether a data element is counted by a dimension."""
        return dimension in self._dimensions[counted.data_element]

    def propose_area(self, written: str) -> str:
        """Return the area's name that is nearest to this one, or ""."""
        return self._propose(written, self._areas)

    def propose_element(self, written: str) -> str:
        """Return the data element's name that is nearest to this one, or ""."""
        return self._propose(written, self._elements)

    def _propose(self, written: str, names: AreaNames | Names) -> str:
        if written not in self._proposed and len(self._proposed) < MOST_PROPOSALS:
            self._proposed[written] = names.propose(written) if written.strip() else ""
        return self._proposed.get(written, "")

    def left_aside_column(self, heading: str) -> bool:
        """Tell whether the layout leaves a column aside."""
        return any(fnmatchcase(heading.strip().casefold(), p) for p in self._aside_columns)

    def left_aside_row(self, name: str) -> bool:
        """Tell whether the layout leaves a row aside."""
        return any(fnmatchcase(name.strip().casefold(), p) for p in self._aside_rows)


def counted_as(target: str) -> Counted:
    """Return what a target such as doses[sex=m;dose=1] names."""
    code, _, rest = target.rstrip("]").partition("[")
    pairs = (pair.partition("=") for pair in rest.split(";") if pair)
    return Counted(code, tuple(sorted((d.strip(), c.strip()) for d, _, c in pairs)))
