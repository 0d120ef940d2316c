"""How issues stand that were circulated, as rows of the table that briefings read."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from crossfoot.campaign import AreaTree
from crossfoot.circulation.standing import Standing, standings
from crossfoot.engine.journal import SENT, Acknowledgement, Sending, Written
from crossfoot.pipeline.ledger import Moment, parse_moment

Row = tuple[Any, ...]


def circulated_rows(journal: Sequence[Written], tree: AreaTree, at: Moment) -> Iterator[Row]:
    """Yield the rows of `circulated`: all areas of each level that an issue went to, as known at a moment."""
    until = min(at.as_of, at.known_at)
    kinds = (Sending, Acknowledgement)
    known = [w for w in journal if isinstance(w.entry, kinds) and parse_moment(w.entry.recorded_at) <= until]
    days = {
        w.entry.number: date.fromisoformat(w.entry.day)
        for w in known
        if isinstance(w.entry, Sending) and w.entry.state == SENT and not w.entry.reminder
    }
    for number, day in days.items():
        found = standings(known, number)
        there = [area for area in tree.areas if area.starts <= day <= area.ends]
        levels = {area.level for area in there if area.code in found and found[area.code].sent is not None}
        for area in there:
            if area.level in levels:
                one = found.get(area.code, Standing(area.code))
                place = one.acknowledged or one.sent
                told = one.acknowledged.entry if one.acknowledged is not None else None
                acknowledged = date.fromisoformat(told.day) if isinstance(told, Acknowledgement) else None
                yield (
                    number, area.code, area.name, area.level, one.sent is not None, acknowledged,
                    place.file if place is not None else "", place.line if place is not None else 0,
                )  # fmt: skip
