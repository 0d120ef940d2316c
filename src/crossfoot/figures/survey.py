"""What the cells of an unknown sheet look like, and the layouts that this suggests."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import product
from typing import Any

from crossfoot.campaign import AreaTree, Campaign, Layout, Place
from crossfoot.campaign.names import folded
from crossfoot.campaign.units import Units
from crossfoot.figures.heading import LOOK_AT
from crossfoot.figures.layout_names import LayoutNames
from crossfoot.figures.periods import read_period
from crossfoot.figures.values import read_value
from crossfoot.terms.sheet import Cell, Sheet, as_text, letters

DATE_FORMATS = (
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y.%m.%d", "%d/%m/%y", "%m/%d/%y", "%d %B %Y",
    "%d %b %Y", "%Y年%m月%d日",
)  # fmt: skip
IN_NAME = r"(\d{4}-\d\d-\d\d|\d{4}-W\d\d|\d{4}-\d\d)"
MOST_ROWS = 2_000  # rows of a sheet that are looked at
MOST_SHAPES = 60
MOSTLY = 0.8  # share of the cells of a column that must be what the column is taken for

Shape = dict[str, Any]  # the entries of a layout, as they stand in campaign.yaml
Test = Callable[[Cell], bool]
Dated = tuple[Shape, tuple[str, ...]]  # where the period stands, and the formats of dates that fit as well


class Survey:
    """One sheet, looked at with the campaign's names in hand."""

    def __init__(self, name: str, sheet: Sheet, campaign: Campaign, tree: AreaTree) -> None:
        """Take the first rows of a sheet of the file of this name."""
        self._name = name
        self._campaign = campaign
        self._dimensions = sorted({d for e in campaign.data_elements.values() for d in e.disaggregations})
        once = {"value": "x"}
        self._layout = Layout.model_validate(
            {"files": "*", "area": once, "data_element": once, "period": once,
             "disaggregations": dict.fromkeys(self._dimensions, once)}
        )  # fmt: skip
        self._names = LayoutNames(campaign, tree, self._layout)
        self._units = Units(campaign)
        self._rows = sheet.rows[:MOST_ROWS]
        self._width = max(map(len, self._rows), default=0)

    def shapes(self) -> Iterator[tuple[Shape, tuple[str, ...]]]:
        """Yield the layouts worth trying, at most 60, and the formats of dates that would fit as well."""
        count = 0
        for top in self._tops():
            columns = [c for c in range(self._width) if self._text(top, c)]
            for area, element in product(self._named("area", top, columns), self._named("data_element", top, columns)):
                if area == element:
                    continue
                for period, doubts in self._periods(top, columns):
                    yield self._shape(top, columns, {"area": area, "data_element": element, "period": period}), doubts
                    count += 1
                    if count == MOST_SHAPES:
                        return

    def _shape(self, top: int, columns: list[int], shape: Shape) -> Shape:
        """The layout with its disaggregations, its unit, and the column of values of a long list."""
        places = list(shape.values())
        taken = {place["column"] for place in places if "column" in place}
        found: Shape = {}
        for dimension in self._dimensions:
            place = self._categories(dimension, top, [c for c in columns if self._text(top, c) not in taken])
            if place is not None:
                found[dimension] = place
                taken.add(place.get("column", ""))
        if found:
            shape["disaggregations"] = found
        rows = max(place.get("header", 1) for place in (*places, *found.values()))
        if rows > 1:
            shape |= {"header_rows": rows, "fill_headings": True}
        free = [c for c in columns if self._text(top, c) not in taken]
        if not any("header" in p for p in (*places, *found.values())):
            self._long(shape, top, free)
        return shape

    def _long(self, shape: Shape, top: int, free: list[int]) -> None:
        units = [c for c in free if self._share(top, c, self._unit)]
        numbers = [(-self._count(top, c, _number), c) for c in free if self._share(top, c, _number)]
        if numbers:
            shape["value"] = {"column": self._text(top, min(numbers)[1])}
        if units:
            shape["unit"] = {"column": self._text(top, units[0])}

    def _tops(self) -> list[int]:
        """Rows that may be the heading: those with the most texts, and without numbers if there are such."""
        texts: list[tuple[bool, int, int]] = []
        for at in range(min(LOOK_AT, len(self._rows))):
            filled = [c for c in range(self._width) if self._text(at, c)]
            numbers = sum(_number(self._cell(at, c)) for c in filled)
            if len(filled) > numbers:
                texts.append((numbers > 0, numbers - len(filled), at))
        plain = [row for row in texts if not row[0]]
        return [at for _, _, at in sorted(plain or texts)[:3]]

    def _named(self, part: str, top: int, columns: list[int]) -> list[Shape]:
        """Where names of areas or data elements stand, the likeliest first: in a column, across, or once."""
        find = self._names.area if part == "area" else self._names.element
        found: list[tuple[int, int, Shape]] = []
        for column in columns:
            texts = {self._text(at, column) for at in range(top + 1, len(self._rows))}
            count = sum(1 for text in texts if find(text))
            found.append((-count, column, {"column": self._text(top, column)}))
        for below in range(2):
            texts = {self._text(top + below, c) for c in range(self._width)}
            count = sum(1 for text in texts if find(text))
            found.append((-count, -1, {"header": below + 1}))
        known = [place for count, _, place in sorted(found, key=lambda item: item[:2]) if count < 0]
        return known[:3] + self._once(part, top)

    def _once(self, part: str, top: int) -> list[Shape]:
        """A name that stands once: in a cell above the table, or in the file's name; or the only one there is."""
        find = self._names.area if part == "area" else self._names.element
        for at, column in product(range(top), range(self._width)):
            if find(self._text(at, column)):
                return [{"cell": f"{letters(column)}{at + 1}"}]
        first = next((word for word in folded(self._name).split() if word.isalpha()), "")
        if part == "area" and first and find(first):
            return [{"file_name": r"([^\W\d_]+)"}]
        if part == "data_element" and len(self._campaign.data_elements) == 1:
            return [{"value": next(iter(self._campaign.data_elements))}]
        return []

    def _categories(self, dimension: str, top: int, columns: list[int]) -> Shape | None:
        """Where the categories of a dimension stand: in a column, or in one of three rows of the heading."""

        def known(cell: Cell) -> bool:
            return self._names.category(dimension, as_text(cell)) is not None

        for column in columns:
            cells = [self._cell(at, column) for at in range(top + 1, len(self._rows))]
            if self._share(top, column, known) and any(self._names.category(dimension, as_text(c)) for c in cells):
                return {"column": self._text(top, column)}
        for below in range(3):
            names = {self._names.category(dimension, self._text(top + below, c)) for c in range(self._width)}
            if len(names - {None, ""}) > 1:
                return {"header": below + 1}
        return None

    def _periods(self, top: int, columns: list[int]) -> Iterator[Dated]:
        """Yield where the period may stand: in a column, a cell above, across the heading, or the file's name."""
        for column in columns:
            dated = self._dated([self._cell(at, column) for at in range(top + 1, len(self._rows))])
            if dated is not None:
                yield {"column": self._text(top, column), **dated[0]}, dated[1]
        for at, column in product(range(top), range(self._width)):
            dated = self._dated([self._cell(at, column)])
            if dated is not None:
                yield {"cell": f"{letters(column)}{at + 1}", **dated[0]}, dated[1]
        across = [self._cell(top, c) for c in columns]
        dated = self._dated(across[1:]) if len(across) > 2 else None  # noqa: PLR2004 - a name and two periods
        if dated is not None:
            yield {"header": 1, **dated[0]}, dated[1]
        yield {"file_name": IN_NAME}, ()

    def _dated(self, cells: Sequence[Cell]) -> Dated | None:
        """How cells write periods: plainly, or in a format that fits nearly all of them; None if they do not."""
        filled = [cell for cell in cells if as_text(cell).strip() and not _number(cell)]
        if not filled:
            return None
        once = Place(value="x")
        plain = sum(read_period(cell, once, self._layout, self._campaign) is not None for cell in filled)
        if plain >= MOSTLY * len(filled):
            return {}, ()
        fitting = [f for f in DATE_FORMATS if sum(_fits(as_text(c).strip(), f) for c in filled) >= MOSTLY * len(filled)]
        return ({"format": [fitting[0]]}, tuple(fitting[1:])) if fitting else None

    def _unit(self, cell: Cell) -> bool:
        return isinstance(cell, str) and self._units.find(cell.strip()) is not None

    def _count(self, top: int, column: int, test: Test) -> int:
        return sum(1 for at in range(top + 1, len(self._rows)) if test(self._cell(at, column)))

    def _share(self, top: int, column: int, test: Test) -> bool:
        """Whether nearly all filled cells of a column pass a test."""
        filled = [at for at in range(top + 1, len(self._rows)) if self._text(at, column)]
        return bool(filled) and sum(test(self._cell(at, column)) for at in filled) >= MOSTLY * len(filled)

    def _cell(self, at: int, column: int) -> Cell:
        row = self._rows[at] if at < len(self._rows) else ()
        return row[column] if column < len(row) else ""

    def _text(self, at: int, column: int) -> str:
        return as_text(self._cell(at, column)).strip()


def _number(cell: Cell) -> bool:
    value = read_value(cell, kind="flow", whole=False)
    return value is not None and value.value is not None


def _fits(text: str, pattern: str) -> bool:
    try:
        datetime.strptime(text, pattern)
    except ValueError:
        return False
    return True
