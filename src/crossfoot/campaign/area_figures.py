"""What the areas file tells about each area, population say, as figures like any other."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

from crossfoot.campaign.areas import AreaTree, read_records
from crossfoot.campaign.description import Campaign
from crossfoot.campaign.rows import counts_whole
from crossfoot.footing import interval_of
from crossfoot.terms.figure import Qualifier, Status
from crossfoot.terms.sheet import letters

Row = tuple[Any, ...]
LAYOUT = "(areas)"  # in `receipts`, where a return has the code of its layout: no code has parentheses
ID_LENGTH = 12  # hex digits of the file's hash that begin a figure's id, as for returns
PLACES = 6  # decimals that the ledger keeps


def area_figures(path: Path, campaign: Campaign, tree: AreaTree) -> Iterator[Row]:
    """Yield the rows of `figures` that the areas file states: of each area, the data elements taken from it.

    A figure is about the first day of the campaign, or the first day of the area if that is later;
    as a stock it holds from then on.

    Args:
        path: the areas file.
        campaign: names the columns, by `from_areas`.
        tree: what was read from the file.
    """
    taken = {e.from_areas: (code, counts_whole(e)) for code, e in campaign.data_elements.items() if e.from_areas}
    if not taken:
        return
    records = read_records(path)
    head = [name.strip() for name in records[0][1]]
    by_line = {line: (row, record) for row, (line, record) in enumerate(records, start=1)}
    return_id = hashlib.sha256(path.read_bytes()).hexdigest()
    for area in tree.areas:
        if area.ends < campaign.calendar.starts:
            continue
        period = max(campaign.calendar.starts, area.starts).isoformat()
        for name, number in area.numbers:
            if name not in taken:
                continue
            data_element, whole = taken[name]
            column = head.index(name)
            row, record = by_line[area.line]
            cell = f"{letters(column)}{row}"
            decimals = min(PLACES, max(0, -int(number.as_tuple().exponent)))
            interval = interval_of(number, decimals=None if whole else decimals)
            yield (
                f"{return_id[:ID_LENGTH]}:{cell}", return_id, area.code, data_element, "", period, 1,
                Status.REPORTED.value, round(number, PLACES), interval.lower, interval.upper,
                interval.lower_closed, interval.upper_closed, Qualifier.EXACT.value, "", "", row, area.line,
                name, area.name, cell, record[column],
            )  # fmt: skip


def area_receipt(path: Path, campaign: Campaign) -> Row:
    """Return the row of `receipts` for the areas file: there from the campaign's first day, before any return."""
    there = datetime.combine(campaign.calendar.starts, time())
    return_id = hashlib.sha256(path.read_bytes()).hexdigest()
    return return_id, path.name, LAYOUT, there, there, -1, ""
