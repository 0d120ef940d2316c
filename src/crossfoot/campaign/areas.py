"""The areas file: the hierarchy with its changes over time, read and checked."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from crossfoot.campaign.description import Campaign
from crossfoot.errors import CampaignError, Problem
from crossfoot.tables import LARGEST
from crossfoot.terms.area import EVER, FOREVER, Area

COLUMNS = ("code", "name", "level", "parent", "valid_from", "valid_to", "aliases", "becomes")
REQUIRED = ("code", "name", "level", "parent")
FORBIDDEN = set(" /[];=,*\t\n")
LARGEST_BYTES = 200_000_000
MOST_CELLS = 20_000_000


@dataclass(frozen=True)
class AreaTree:
    """All areas, each in each stretch of time in which it stayed the same."""

    areas: tuple[Area, ...]

    @cached_property
    def by_code(self) -> dict[str, tuple[Area, ...]]:
        """The stretches of each area, by code, oldest first."""
        out: dict[str, list[Area]] = {}
        for area in self.areas:
            out.setdefault(area.code, []).append(area)
        return {code: tuple(sorted(found, key=lambda a: a.starts)) for code, found in out.items()}

    def on(self, code: str, day: date) -> Area | None:
        """Return an area as it was on a day; None if it was not there."""
        return next((a for a in self.by_code.get(code, ()) if a.starts <= day <= a.ends), None)

    def children(self, code: str, day: date) -> list[Area]:
        """Return the areas directly below an area on a day, in the order of the file."""
        return [a for a in self.areas if a.parent == code and a.starts <= day <= a.ends]

    @property
    def top(self) -> str:
        """The code of the first area without a parent."""
        return next((a.code for a in self.areas if not a.parent), "")

    def above(self) -> Iterator[tuple[str, str, int, date, date]]:
        """Yield (ancestor, area, distance, starts, ends) for each stretch of time, itself included."""
        for area in self.areas:
            yield area.code, area.code, 0, area.starts, area.ends
            yield from self._above(area.code, area.parent, 1, area.starts, area.ends)

    def _above(
        self, code: str, parent: str, distance: int, starts: date, ends: date
    ) -> Iterator[tuple[str, str, int, date, date]]:
        for upper in self.by_code.get(parent, ()):
            first, last = max(starts, upper.starts), min(ends, upper.ends)
            if first <= last:
                yield upper.code, code, distance, first, last
                yield from self._above(code, upper.parent, distance + 1, first, last)


def read_areas(path: Path, campaign: Campaign) -> AreaTree:
    """Read the areas file (CSV in UTF-8, or XLSX).

    Raises:
        CampaignError: all that is wrong with it, each with its line.
    """
    problems: list[Problem] = []
    areas = tuple(_areas(path, campaign, problems))
    if not problems:
        problems.extend(_broken(path.name, areas))
    if problems:
        raise CampaignError(problems)
    return AreaTree(areas)


def _refuse(path: Path, line: int | None, trouble: str, remedy: str) -> CampaignError:
    return CampaignError([Problem(path.name, line, "", trouble, remedy)])


def read_records(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of the areas file, its heading first, each with the line (in a workbook the row) it begins on.

    Raises:
        CampaignError: it cannot be read, or is no table.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _refuse(path, None, "is larger than 200 MB", "Split the campaign.")
        blob = path.read_bytes()
    except (OSError, ValueError) as exc:  # a ValueError for a name that no file can have
        reason = exc.strerror if isinstance(exc, OSError) else str(exc)
        raise _refuse(path, None, f"cannot be opened: {reason}", "Check its name and rights.") from None
    if path.suffix.lower() in (".xlsx", ".ods"):
        return list(enumerate(_workbook(path, blob), start=1))
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = exc.object[: exc.start].count(b"\n") + 1
        raise _refuse(path, line, f"not UTF-8 at byte {exc.start}", "Save it as 'CSV UTF-8'.") from None
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    out, line = [], 1
    try:
        for record in reader:
            out.append((line, record))
            line = reader.line_num + 1
    except csv.Error as exc:
        raise _refuse(path, line, f"is not a CSV file: {exc}", "Check its quotes.") from None
    return out


def _workbook(path: Path, blob: bytes) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only where one is used

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(blob)).get_sheet_by_index(0)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise _refuse(path, None, f"has more than {MOST_CELLS:,} cells", "Split the campaign.")
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, ValueError, IndexError, OSError) as exc:
        raise _refuse(path, None, f"is not a workbook: {exc}", "Save it again as XLSX or CSV.") from None
    return [[_cell(value) for value in row] for row in rows]


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()[:10]
    return str(value)


def _areas(path: Path, campaign: Campaign, problems: list[Problem]) -> Iterator[Area]:
    records = read_records(path)
    head = [name.strip() for name in records[0][1]] if records else []
    for name in REQUIRED:
        if name not in head:
            problems.append(Problem(path.name, 1, name, "there is no such column", f"Add a column '{name}'."))
    for name in sorted({n for n in head if n and head.count(n) > 1}):
        problems.append(Problem(path.name, 1, name, "the column stands twice", "Keep one of the two."))
    if problems:
        return
    found = False
    for line, record in records[1:]:
        row = dict(zip(head, (cell.strip() for cell in record), strict=False))
        if any(row.values()):
            found = True
            yield _area(path.name, line, row, campaign, problems)
    if not found:
        problems.append(Problem(path.name, 1, "", "lists no area", "Add at least the whole country."))


def _area(file: str, line: int, row: dict[str, str], campaign: Campaign, problems: list[Problem]) -> Area:
    def tell(entry: str, trouble: str, remedy: str) -> None:
        problems.append(Problem(file, line, entry, trouble, remedy))

    code = row.get("code", "")
    if not code or FORBIDDEN & set(code) or not code.isprintable():
        tell("code", f"'{code}' cannot be a code", "Use letters, digits, '-', '_' and '.'.")
    if row.get("level", "") not in campaign.levels:
        tell("level", f"'{row.get('level', '')}' is not a level", f"Use one of: {', '.join(campaign.levels)}.")
    if not row.get("name", "").isprintable():
        tell("name", "holds a sign that cannot be shown", "Type the name again.")
    numbers = list(_numbers(row))
    for element in campaign.data_elements.values():
        wanted = element.from_areas
        if wanted is None or not row.get(wanted):
            continue
        if wanted not in dict(numbers):
            tell(wanted, f"'{row[wanted]}' is not a number that can be kept", "Write a plain number such as 2 or 0.5.")
    return Area(
        code,
        row.get("name") or code,
        row.get("level", ""),
        row.get("parent", ""),
        _day(row, "valid_from", EVER, tell),
        _day(row, "valid_to", FOREVER, tell),
        tuple(a.strip() for a in row.get("aliases", "").split(";") if a.strip()),
        tuple(a.strip() for a in row.get("becomes", "").split(";") if a.strip()),
        tuple(numbers),
        line,
    )


def _numbers(row: dict[str, str]) -> Iterator[tuple[str, Decimal]]:
    """Further columns that hold a number; what is none is a remark, unless the campaign names the column."""
    for name, given in row.items():
        if name and name not in COLUMNS and given:
            try:
                number = Decimal(given)
            except InvalidOperation:
                continue
            if number.is_finite() and abs(number) < LARGEST:
                yield name, number


def _day(row: dict[str, str], name: str, otherwise: date, tell: object) -> date:
    given = row.get(name, "")
    if not given:
        return otherwise
    try:
        return date.fromisoformat(given)
    except ValueError:
        tell(name, f"'{given}' is not a day", "Write the day as 2026-11-09.")  # type: ignore[operator]
        return otherwise


def _broken(file: str, areas: Iterable[Area]) -> Iterator[Problem]:
    tree = AreaTree(tuple(areas))
    for area in tree.areas:
        if area.ends < area.starts:
            yield Problem(file, area.line, "valid_to", f"{area.ends} is before {area.starts}", "Exchange the two days.")
        if area.parent and area.parent not in tree.by_code:
            yield Problem(file, area.line, "parent", f"'{area.parent}' is not listed", "Add its line, or correct it.")
        for name in area.becomes:
            if name not in tree.by_code:
                yield Problem(file, area.line, "becomes", f"'{name}' is not listed", "Add its line, or correct it.")
        if _circle(area, tree):
            yield Problem(file, area.line, "parent", f"'{area.code}' lies in itself", "Correct the parents.")
    for stretches in tree.by_code.values():
        yield from _overlapping(file, stretches)
    if all(area.parent for area in tree.areas):
        yield Problem(file, 2, "parent", "there is no top area", "Leave the parent of the whole country empty.")


def _overlapping(file: str, stretches: tuple[Area, ...]) -> Iterator[Problem]:
    for before, after in pairwise(stretches):
        if after.starts > before.ends:
            continue
        trouble = f"'{after.code}' is there twice on {after.starts} (see line {before.line})"
        remedy = "Give one of them another code, or remove it."
        if after.starts > before.starts:
            remedy = f"End the earlier line: valid_to {after.starts - timedelta(days=1)}."
        yield Problem(file, after.line, "valid_from", trouble, remedy)


def _circle(area: Area, tree: AreaTree) -> bool:
    """Whether an area lies in itself on some day of this stretch."""
    ahead = [(area.parent, area.starts, area.ends, frozenset({area.code}))]
    while ahead:
        code, starts, ends, below = ahead.pop()
        if code in below:
            return True
        for upper in tree.by_code.get(code, ()):
            first, last = max(starts, upper.starts), min(ends, upper.ends)
            if upper.parent and first <= last:
                ahead.append((upper.parent, first, last, below | {code}))
    return False
