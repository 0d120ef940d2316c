"""How an issue stands: what the journal says of each area, folded into one value."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.engine.journal import ABOUT_TO_SEND, FAILED, SENT, Acknowledgement, Forwarding, Sending, Written

Key = tuple[str, str, str]  # sender, area, day of the reminder ("" for the issue itself)


@dataclass(frozen=True, slots=True)
class Note:
    """What an office wrote when it sent an issue on."""

    office: str
    day: str  # ISO 8601
    text: str  # Markdown; empty where it wrote nothing


@dataclass(frozen=True, slots=True)
class Standing:
    """How an issue stands with one area; each entry with its place in the journal."""

    area: str
    sent: Written | None = None  # the first message that certainly went out
    unknown: Sending | None = None  # a message whose fate is not known, where none went out
    failed: Sending | None = None  # a message that certainly did not go out, where none did
    acknowledged: Written | None = None
    forwarded: Written | None = None  # the first message that it sent on
    reminded: tuple[str, ...] = ()  # days

    @property
    def state(self) -> str:
        """The one word for it: forwarded, acknowledged, silent, unknown, failed or nothing."""
        if self.acknowledged is not None:
            return "forwarded" if self.forwarded is not None else "acknowledged"
        if self.forwarded is not None:
            return "forwarded"
        if self.sent is not None:
            return "silent"
        return "unknown" if self.unknown is not None else "failed" if self.failed is not None else "nothing"


def last_sendings(entries: Iterable[Written], number: str) -> dict[Key, Sending]:
    """Return the last that is known of each message of an issue."""
    out: dict[Key, Sending] = {}
    for written in entries:
        entry = written.entry
        if isinstance(entry, Sending) and entry.number == number:
            out[entry.sender, entry.area, entry.reminder] = entry
    return out


def first_tried(entries: Iterable[Written], number: str) -> dict[Key, Sending]:
    """Return the first try of each message of an issue: its moment is the date of the message."""
    out: dict[Key, Sending] = {}
    for written in entries:
        entry = written.entry
        if isinstance(entry, Sending) and entry.number == number:
            out.setdefault((entry.sender, entry.area, entry.reminder), entry)
    return out


def standings(entries: Sequence[Written], number: str) -> dict[str, Standing]:
    """Return how an issue stands with each area that the journal knows of."""
    sent: dict[str, Written] = {}
    acknowledged: dict[str, Written] = {}
    forwarded: dict[str, Written] = {}
    reminded: dict[str, list[str]] = {}
    for written in entries:
        match written.entry:
            case Sending(number=found, state="sent", area=area, sender=sender, reminder=reminder) if found == number:
                if reminder:
                    reminded.setdefault(area, []).append(reminder)
                else:
                    sent.setdefault(area, written)
                    forwarded.setdefault(sender, written)
            case Acknowledgement(number=found, area=area) if found == number:
                acknowledged.setdefault(area, written)
    last = last_sendings(entries, number)
    out = {}
    for area in {key[1] for key in last} | set(acknowledged) | set(forwarded):
        of_area = [s for (_, to, reminder), s in last.items() if to == area and not reminder]
        open_ones = [] if area in sent else of_area
        unknown = next((s for s in open_ones if s.state == ABOUT_TO_SEND), None)
        failed = next((s for s in open_ones if s.state == FAILED), None)
        out[area] = Standing(
            area, sent.get(area), unknown, failed, acknowledged.get(area), forwarded.get(area),
            tuple(reminded.get(area, ())),
        )  # fmt: skip
    return out


def notes_of(entries: Sequence[Written], number: str, area: str, *, own: bool = True) -> list[Note]:
    """Return the notes with which an issue came to an area, the newest first; with `own`, its own before them."""
    forwardings: Mapping[str, Forwarding] = {
        w.entry.area: w.entry for w in entries if isinstance(w.entry, Forwarding) and w.entry.number == number
    }
    came_from = {
        w.entry.area: w.entry.sender
        for w in entries
        if isinstance(w.entry, Sending) and w.entry.number == number and w.entry.state == SENT and not w.entry.reminder
    }
    out: list[Note] = []
    seen: set[str] = set()
    here = area if own else came_from.get(area)
    while here is not None and here not in seen:
        seen.add(here)
        found = forwardings.get(here)
        if found is not None and (found.note or here in came_from):  # the first sender may have nothing to say
            out.append(Note(found.office, found.recorded_at[:10], found.note))
        here = came_from.get(here)
    return out
