"""Who has acknowledged an issue, what comes back is taken in, and the silent are reminded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from crossfoot.circulation.recipients import read_recipients
from crossfoot.circulation.replies import Answer, Refused, read_lines, read_reply
from crossfoot.circulation.standing import Standing, last_sendings, notes_of, standings
from crossfoot.circulation.tokens import read_key, token_of
from crossfoot.engine.journal import FAILED, Acknowledgement, Sending, Written, append_entries, now
from crossfoot.engine.lock import only_one
from crossfoot.errors import NotFoundError, StorageError
from crossfoot.pipeline.circulate import LOCK, hierarchy_day
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.issues import Published, read_published
from crossfoot.pipeline.opening import today
from crossfoot.pipeline.posting import Batch, Line, Posted, line_for, open_post, post_all
from crossfoot.pipeline.trace import area_of
from crossfoot.terms.issue import IssueNumber

REPLY = ".eml"
REPLIES = "replies"  # beside the inbox: for what is no return
ANOTHERS = frozenset({"refused.other", "refused.unreadable"})  # of a mail that nobody named: it may be anything


@dataclass(frozen=True, slots=True)
class AreaStanding:
    """How an issue stands with one area; days are ISO 8601, empty where there is none."""

    area: str
    name: str
    level: str
    parent: str
    state: str  # forwarded, acknowledged, silent, unknown, failed or nothing
    sent: str
    acknowledged: str
    forwarded: str
    reminded: str  # the last time
    said: str  # why a message failed


@dataclass(frozen=True, slots=True)
class Taken:
    """An acknowledgement that came in."""

    area: str
    day: str
    new: bool  # False where the area had acknowledged before


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """How an issue stands, area by area in the order of the areas file, and what came in."""

    number: str
    areas: tuple[AreaStanding, ...]
    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...]

    @property
    def levels(self) -> dict[str, tuple[int, int]]:
        """By level that it was sent to: areas that have acknowledged, of all areas of the level."""
        sent = dict.fromkeys(a.level for a in self.areas if a.sent)
        of_level = {level: [a for a in self.areas if a.level == level] for level in sent}
        return {level: (sum(1 for a in of if a.acknowledged), len(of)) for level, of in of_level.items()}


@dataclass(frozen=True, slots=True)
class Reminded:
    """Whom a reminder went to, or would go to."""

    number: str
    lines: tuple[Line, ...]
    posted: Posted | None = None  # None for a dry run


def acknowledgements(folder: Folder, number: IssueNumber, *, files: Sequence[Path] = ()) -> Acknowledged:
    """Take in what came back, and return how an issue stands with each area.

    Replies that lie in replies/ or in the inbox are taken in each time, and beside them the files that are given.

    Args:
        folder: of the campaign.
        number: of the issue.
        files: replies (.eml) and lists (CSV).

    Raises:
        NotFoundError: the issue is not published, or a file is not there.
        StorageError: the journal cannot be read or written, or another process circulates.
    """
    published = read_published(folder, number)
    given = [(path, True) for path in files] + [(path, False) for path in _lying(folder)]
    taken: list[Taken] = []
    refused: list[Refused] = []
    if given and last_sendings(folder.written(), number.label):
        with only_one(folder.path / LOCK, "circulate"):
            taken, refused = _take_in(folder, number.label, given)
    elif files:
        refused = [Refused(path.name, None, "not_circulated") for path in files]
    areas = area_standings(folder, folder.written(), number.label, hierarchy_day(folder, published))
    return Acknowledged(number.label, tuple(areas), tuple(taken), tuple(refused))


def area_standings(
    folder: Folder, entries: Sequence[Written], number: str, day: date
) -> Iterator[AreaStanding]:
    """Yield how an issue stands with each area that was there on a day."""
    found = standings(entries, number)
    for area in folder.tree.areas:
        if area.starts <= day <= area.ends:
            one = found.get(area.code, Standing(area.code))
            acknowledged = one.acknowledged.entry if one.acknowledged is not None else None
            yield AreaStanding(
                area.code, area.name, area.level, area.parent, one.state, _day(one.sent),
                acknowledged.day if isinstance(acknowledged, Acknowledgement) else "", _day(one.forwarded),
                max(one.reminded, default=""), one.failed.said if one.failed is not None else "",
            )  # fmt: skip


def remind(
    folder: Folder, number: IssueNumber, *, out: Path | None = None, send: bool = False, resend: bool = False
) -> Reminded:
    """Remind the areas that an issue was sent to and that are silent: each at most once a day.

    Raises:
        NotFoundError: the issue is not published.
        CampaignError: the recipients, or the settings of the mail, are wrong.
        StorageError: the folder cannot be written, or another process circulates.
    """
    published = read_published(folder, number)
    recipients = read_recipients(
        folder.path / folder.campaign.circulation.recipients, folder.tree.by_code, folder.campaign.language
    )
    on = today().isoformat()

    def lines_now(entries: Sequence[Written]) -> dict[str, list[Line]]:
        last = last_sendings(entries, number.label)
        out: dict[str, list[Line]] = {}
        for first in _silent(folder, entries, number.label, hierarchy_day(folder, published)):
            area = folder.tree.by_code[first.area][-1]
            before = last.get((first.sender, first.area, on))
            line = line_for(
                area, recipients.get(first.area), before, resend=resend, reminds_of=first.message_id
            )
            out.setdefault(first.sender, []).append(line)
        return out

    if out is None and not send:
        return Reminded(number.label, tuple(_all(lines_now(folder.written()))))
    with only_one(folder.path / LOCK, "circulate"):
        by_sender = lines_now(folder.written())
        posted = _post_reminders(folder, number, published, by_sender, on, out)
    return Reminded(number.label, tuple(_all(by_sender)), posted)


def _post_reminders(
    folder: Folder, number: IssueNumber, published: Published, by_sender: Mapping[str, list[Line]], on: str,
    out: Path | None,
) -> Posted:  # fmt: skip
    entries, day = folder.written(), hierarchy_day(folder, published)
    done = Posted((), (), (), 0)
    for sender, lines in by_sender.items():
        notes = notes_of(entries, number.label, sender)
        office = notes[0].office if notes else folder.campaign.issued_by
        batch = Batch(folder, number, published, day, sender, office, tuple(notes), on)
        one = post_all(batch, lines, open_post(folder, number, out))
        done = Posted((*done.went, *one.went), (*done.failed, *one.failed), (*done.unknown, *one.unknown),
                      done.left + one.left)  # fmt: skip
    return done


def _silent(folder: Folder, entries: Sequence[Written], number: str, day: date) -> Iterator[Sending]:
    """The first message to each area that is silent."""
    for code, one in standings(entries, number).items():
        if one.state == "silent" and one.sent is not None and folder.tree.on(code, day) is not None:
            if isinstance(one.sent.entry, Sending):
                yield one.sent.entry


def _all(by_sender: Mapping[str, Iterable[Line]]) -> Iterator[Line]:
    for lines in by_sender.values():
        yield from lines


def _day(written: Written | None) -> str:
    return "" if written is None else written.entry.recorded_at[:10]


def _lying(folder: Folder) -> list[Path]:
    """The mails that lie in the campaign's folder."""
    homes = (folder.path / REPLIES, folder.inbox)
    return [path for home in homes for path in sorted(home.rglob(f"*{REPLY}")) if path.is_file()]


def _take_in(
    folder: Folder, number: str, given: Sequence[tuple[Path, bool]]
) -> tuple[list[Taken], list[Refused]]:
    entries = folder.written()
    sent = [w.entry for w in entries
            if isinstance(w.entry, Sending) and w.entry.number == number and w.entry.state != FAILED]  # fmt: skip
    key = read_key(folder.path)
    tokens = {token_of(key, number, code): code for code in dict.fromkeys(s.area for s in sent)}
    ours = {s.message_id: s.area for s in sent}
    # Days are told as they are where the area lies: up to one away from ours.
    days = {s.area: date.fromisoformat(s.recorded_at[:10]) - timedelta(days=1) for s in reversed(sent)}
    answers: list[Answer] = []
    refused: list[Refused] = []
    for path, named in given:
        blob = _bytes(path)
        if path.suffix.lower() == REPLY:
            found = read_reply(blob, path.name, ours, tokens, today())
            if isinstance(found, Answer):
                answers.append(found)
            elif named or found.trouble not in ANOTHERS:
                refused.append(found)
            continue
        until = today() + timedelta(days=1)
        more, wrong = read_lines(blob, path.name, number, tokens, days, lambda asked: _code(folder, asked), until)
        answers += more
        refused += wrong
    return _note(folder, number, entries, answers), refused


def _note(folder: Folder, number: str, entries: Sequence[Written], answers: Iterable[Answer]) -> list[Taken]:
    """Note in the journal who had not acknowledged before; what was taken in before is not told again."""
    known = {w.entry.area: w.entry for w in entries
             if isinstance(w.entry, Acknowledgement) and w.entry.number == number}  # fmt: skip
    seen = {entry.digest for entry in known.values()}
    batch: list[Acknowledgement] = []
    taken: list[Taken] = []
    for answer in answers:
        before = known.get(answer.area)
        if before is None:
            entry = Acknowledgement(
                number, answer.area, answer.day, answer.means, answer.message_id, answer.digest, now()
            )
            known[answer.area] = entry
            batch.append(entry)
            taken.append(Taken(answer.area, answer.day, new=True))
        elif answer.means != "reply" or answer.digest not in seen:
            taken.append(Taken(answer.area, before.day, new=False))
    append_entries(folder.journal, batch)
    return taken


def _code(folder: Folder, asked: str) -> str | None:
    """The code of an area by code or name; None where there is none."""
    try:
        code = area_of(folder, asked) if asked else ""
    except NotFoundError:
        return None
    return code if code in folder.tree.by_code else None


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise NotFoundError(f"{path}: there is no such file. Check the path.")
    try:
        return path.read_bytes()
    except OSError as exc:
        raise StorageError(f"{path}: cannot be read: {exc.strerror}. Check its rights.") from None
