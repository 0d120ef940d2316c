"""Send a published issue down the hierarchy, or say what would go where."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from crossfoot.campaign.calendar import find_period
from crossfoot.circulation.recipients import read_recipients
from crossfoot.circulation.standing import Note, last_sendings, notes_of, standings
from crossfoot.engine.journal import ABOUT_TO_SEND, SENT, Forwarding, Written, append_entries, now
from crossfoot.engine.lock import only_one
from crossfoot.errors import AlreadyThereError, NotFoundError
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.issues import Published, read_published
from crossfoot.pipeline.posting import Batch, Line, Posted, line_for, open_post, post_all, unsent
from crossfoot.pipeline.trace import area_of
from crossfoot.terms.area import Area
from crossfoot.terms.issue import IssueNumber

LOCK = "circulation.lock"


@dataclass(frozen=True, slots=True)
class Circulated:
    """What went where, or would go."""

    number: str
    sender: str  # area that it comes from
    lines: tuple[Line, ...]  # one an area, in the order of the areas file
    notes: tuple[Note, ...]  # as printed above the briefing, the newest first
    posted: Posted | None = None  # None for a dry run


def circulate(
    folder: Folder, number: IssueNumber, *, levels: Sequence[str] = (), sender: str | None = None,
    office: str = "", cover: str | None = None, out: Path | None = None, send: bool = False, resend: bool = False,
) -> Circulated:  # fmt: skip
    """Send a published issue to the areas below one, with a note; nothing leaves without `out` or `send`.

    Each area gets it once from each sender, however often this runs. A message whose fate is not known is sent
    again, under the same Message-ID, only with `resend`.

    Args:
        folder: of the campaign.
        number: of the issue.
        levels: of the areas it goes to; by default those directly below.
        sender: code or name of the area that sends it on; by default the whole campaign.
        office: as it signs the note; by default who issues the briefing, or the name of the area.
        cover: the note, in Markdown.
        out: a folder that the messages are written to.
        send: by SMTP.
        resend: also what may have been sent already.

    Raises:
        NotFoundError: the issue is not published, there is no such area or level, or the sender never got it.
        AlreadyThereError: it went out from there with another note.
        CampaignError: the recipients, or the settings of the mail, are wrong.
        StorageError: the folder cannot be written, or another process circulates.
    """
    published = read_published(folder, number)
    day = hierarchy_day(folder, published)
    code = area_of(folder, sender)
    areas = areas_below(folder, code, day, levels)
    recipients = read_recipients(
        folder.path / folder.campaign.circulation.recipients, folder.tree.by_code, folder.campaign.language
    )
    post = open_post(folder, number, out) if out is not None or send else None
    with nullcontext() if post is None else only_one(folder.path / LOCK, "circulate"):
        entries = folder.written()
        if code != folder.tree.top:
            _require_received(folder, entries, number, code)
        standing, forwarding = _forwarding(folder, entries, number, code, office, cover)
        last = last_sendings(entries, number.label)
        has_it = {c for c, one in standings(entries, number.label).items() if one.acknowledged is not None}
        lines = tuple(
            line_for(area, recipients.get(area.code), last.get((code, area.code, "")), resend=resend,
                     has_it=area.code in has_it)
            for area in areas
        )  # fmt: skip
        notes = (_note(forwarding), *notes_of(entries, number.label, code, own=False))
        notes = notes if forwarding.note or code != folder.tree.top else notes[1:]
        if post is None:
            return Circulated(number.label, code, lines, notes)
        if unsent(lines) and forwarding is not standing:
            append_entries(folder.journal, [forwarding])
        posted = post_all(Batch(folder, number, published, day, code, forwarding.office, notes), lines, post)
        return Circulated(number.label, code, lines, notes, posted)


def hierarchy_day(folder: Folder, published: Published) -> date:
    """Return the day whose hierarchy an issue is circulated to: the last of the period that it is about."""
    as_of = datetime.fromisoformat(published.drafted.as_of).date()
    try:
        return find_period(published.drafted.period, folder.campaign).ends or as_of
    except ValueError:  # a phase that the campaign has no more
        return as_of


def areas_below(folder: Folder, code: str, day: date, levels: Sequence[str]) -> list[Area]:
    """Return the areas of these levels below one, as of a day, from the top down; those directly below by default.

    Raises:
        NotFoundError: the campaign has no such level.
    """
    known = folder.campaign.levels
    for level in levels:
        if level not in known:
            raise NotFoundError(f"'{level}' is not a level of this campaign. There are: {', '.join(known)}.")
    out: list[Area] = []
    below = folder.tree.children(code, day)
    while below:
        out += [area for area in below if not levels or area.level in levels]
        below = [a for area in below for a in folder.tree.children(area.code, day)] if levels else []
    return out


def _require_received(folder: Folder, entries: Sequence[Written], number: IssueNumber, code: str) -> None:
    found = standings(entries, number.label).get(code)
    if found is None or (found.sent is None and found.acknowledged is None):
        raise NotFoundError(
            f"Issue {number.label} was not sent to {code}, which cannot send it on. "
            f"Send it there first: crossfoot circulate {folder.path} {number.label}"
        )


def _forwarding(
    folder: Folder, entries: Sequence[Written], number: IssueNumber, code: str, office: str, cover: str | None
) -> tuple[Forwarding | None, Forwarding]:
    """The entry that stands, and the one that is to hold: the same where nothing new was said."""
    standing = next(
        (w.entry for w in reversed(entries)
         if isinstance(w.entry, Forwarding) and (w.entry.number, w.entry.area) == (number.label, code)),
        None,
    )  # fmt: skip
    issued_by = folder.campaign.issued_by if code == folder.tree.top else folder.tree.by_code[code][-1].name
    signed = office or (standing.office if standing is not None else issued_by)
    note = (standing.note if standing is not None else "") if cover is None else cover.strip()
    if standing is not None and (standing.office, standing.note) == (signed, note):
        return standing, standing
    last = last_sendings(entries, number.label)
    if any(s.sender == code and not s.reminder and s.state in (SENT, ABOUT_TO_SEND) for s in last.values()):
        raise AlreadyThereError(
            f"Issue {number.label} went out from {code} with another note or signature, which is kept. "
            "Leave --cover and --from away to send it on to those who do not have it yet."
        )
    return standing, Forwarding(number.label, code, signed, note, now())


def _note(forwarding: Forwarding) -> Note:
    return Note(forwarding.office, forwarding.recorded_at[:10], forwarding.note)
