"""recipients.csv: the address of each area's office, read and checked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crossfoot.campaign.areas import read_records
from crossfoot.campaign.names import nearest
from crossfoot.errors import CampaignError, Problem
from crossfoot.wording.messages import LANGUAGES

COLUMNS = ("area", "address", "language")
REQUIRED = COLUMNS[:2]
# Nothing that a header, a list or a spreadsheet could take for more than an address; no name before it.
ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+'-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
LONGEST = 254  # RFC 5321, 4.5.3.1.3, without the two brackets of a path


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where an area's office is written to."""

    area: str
    address: str
    language: str  # en, fr or zh: of the words around the briefing


def read_recipients(path: Path, areas: Iterable[str], language: str) -> dict[str, Recipient]:
    """Return the recipients by code of area.

    Args:
        path: the file, CSV in UTF-8 or XLSX, with the columns area, address and, optional, language.
        areas: codes of all areas of the campaign.
        language: of those for which none is given.

    Raises:
        CampaignError: all that is wrong with it, each with its line and remedy.
    """
    known = frozenset(areas)
    problems: list[Problem] = []
    out: dict[str, Recipient] = {}
    lines: dict[str, int] = {}
    for line, row in _rows(path):
        troubles = list(_troubles(row, known))
        code = row["area"]
        if code in lines:
            troubles.append(("area", f"'{code}' stands twice (see line {lines[code]})", "Keep one of the two."))
        lines.setdefault(code, line)
        problems += [Problem(path.name, line, *trouble) for trouble in troubles]
        out.setdefault(code, Recipient(code, row["address"], row.get("language") or language))
    if problems:
        raise CampaignError(problems)
    return out


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    records = read_records(path)
    head = [name.strip() for name in records[0][1]] if records else []
    problems = [
        Problem(path.name, 1, name, "there is no such column", f"Add a column '{name}'.")
        for name in REQUIRED if name not in head
    ]  # fmt: skip
    problems += [
        Problem(path.name, 1, name, "is no column of this file, which holds no persons' names",
                f"Keep the columns {', '.join(COLUMNS)}, each once.")
        for name in dict.fromkeys(head) if name not in COLUMNS or head.count(name) > 1
    ]  # fmt: skip
    if problems:
        raise CampaignError(problems)
    out = []
    for line, record in records[1:]:
        cells = [cell.strip() for cell in record]
        if any(cells):
            out.append((line, dict(zip(head, cells + [""] * (len(head) - len(cells)), strict=False))))
    return out


def _troubles(row: dict[str, str], known: frozenset[str]) -> Iterable[tuple[str, str, str]]:
    area, address, language = row["area"], row["address"], row.get("language", "")
    if area not in known:
        near = nearest(area, known)
        remedy = f"Did you mean '{near}'?" if near else "Write the area's code as in the areas file."
        yield "area", f"'{area}' is not the code of an area", remedy
    if len(address) > LONGEST or not ADDRESS.fullmatch(address):
        yield "address", f"'{address}' is not an address", "Write the office's address alone: health@north.example."
    if language and language not in LANGUAGES:
        yield "language", f"'{language}' is not a language of ours", f"Use one of: {', '.join(LANGUAGES)}."
