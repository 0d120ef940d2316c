"""Names that a layout's files write, led to the campaign's codes."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from crossfoot.campaign import AreaTree, Campaign, Layout
from crossfoot.campaign.names import Names, folded
from crossfoot.campaign.rows import disaggregation_key


@dataclass(frozen=True, slots=True)
class Counted:
    """What a heading or row name stands for."""

    data_element: str
    categories: tuple[tuple[str, str], ...] = ()  # dimension and category, sorted


class LayoutNames:
    """The names of one layout: its own first, then the campaign's."""

    def __init__(self, campaign: Campaign, tree: AreaTree, layout: Layout) -> None:
        """Gather names and aliases; a layout's own win over the campaign's."""
        groups = {code: (group.name,) for code, group in campaign.groups.items()}
        areas = {c: {n for a in found for n in (a.name, *a.aliases)} for c, found in tree.by_code.items()}
        self._areas = Names({**areas, **groups})
        self._elements = Names({c: (e.name, *e.names.values(), *e.aliases) for c, e in campaign.data_elements.items()})
        self._own_areas = {folded(written): code for written, code in layout.area_names.items()}
        self._own_elements = {folded(n): counted_as(t) for n, t in layout.data_element_names.items()}
        self._aside_columns = tuple(p.casefold() for p in layout.leave_aside_columns)
        self._aside_rows = tuple(p.casefold() for p in layout.leave_aside_rows)
        self._categories = {
            dimension: Names({category: () for e in campaign.data_elements.values()
                              for category in e.disaggregations.get(dimension, ())})
            for dimension in layout.disaggregations
        }  # fmt: skip

    def area(self, written: str) -> str | None:
        """Return the code of an area or group, or None."""
        return self._own_areas.get(folded(written)) or self._areas.find(written.strip())

    def element(self, written: str) -> Counted | None:
        """Return what a name counts, or None."""
        own = self._own_elements.get(folded(written))
        if own is not None:
            return own
        code = self._elements.find(written.strip())
        return Counted(code) if code else None

    def category(self, dimension: str, written: str) -> str | None:
        """Return the category of a dimension that is written, or None."""
        return self._categories[dimension].find(written.strip())

    def propose_area(self, written: str) -> str:
        """Return the area's name that is nearest to this one, or ""."""
        return self._areas.propose(written)

    def propose_element(self, written: str) -> str:
        """Return the data element's name that is nearest to this one, or ""."""
        return self._elements.propose(written)

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


def joined(counted: Counted, more: dict[str, str]) -> str:
    """Return the disaggregation's key of a data element's own categories and further ones."""
    return disaggregation_key({**dict(counted.categories), **more})
