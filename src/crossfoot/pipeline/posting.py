"""Messages given away one by one, each noted in the journal before and after."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from crossfoot.circulation.message import Carried, Frame, compose
from crossfoot.circulation.outbox import FolderPost
from crossfoot.circulation.recipients import Recipient
from crossfoot.circulation.sending import Outcome, Post
from crossfoot.circulation.smtp import IMPLICIT_TLS, SmtpPost
from crossfoot.circulation.standing import Note, first_tried
from crossfoot.circulation.tokens import message_id_of, read_key, token_of
from crossfoot.engine.journal import ABOUT_TO_SEND, FAILED, SENT, Sending, append_entries, now
from crossfoot.errors import CampaignError, Problem, StorageError
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.issues import Published, home_of
from crossfoot.pipeline.ledger import parse_moment
from crossfoot.terms.area import Area
from crossfoot.terms.issue import IssueNumber

PASSWORD = "CROSSFOOT_SMTP_PASSWORD"  # noqa: S105 - the name of the variable
NOWHERE = "crossfoot.invalid"  # RFC 6761: the domain of a Message-ID where there is no address of ours
TEXT, PDF, PAGE = "briefing.txt", "briefing.pdf", "briefing.html"
HERE = frozenset({"localhost", "127.0.0.1"})


@dataclass(frozen=True, slots=True)
class Line:
    """One area, and what is to be done about it."""

    area: str
    name: str
    level: str
    to: str  # address; empty where it has no recipient
    language: str
    outcome: str  # send, again, before, unknown or no_recipient
    since: str = ""  # ISO 8601 day of what was done before
    reminds_of: str = ""  # Message-ID of what a reminder is about

    @property
    def goes(self) -> bool:
        """Whether a message goes there now."""
        return self.outcome in ("send", "again")


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of the messages."""

    went: tuple[str, ...]  # areas
    failed: tuple[Sending, ...]
    unknown: tuple[Sending, ...]
    left: int  # not tried, because the line was cut


@dataclass(frozen=True, slots=True)
class Batch:
    """What the messages of one run share."""

    folder: Folder
    number: IssueNumber
    published: Published
    day: date  # whose hierarchy counts
    sender: str
    office: str
    notes: tuple[Note, ...]
    reminder: str = ""  # ISO 8601 day; empty for the issue itself


def line_for(
    area: Area, recipient: Recipient | None, last: Sending | None, *, resend: bool, has_it: bool = False,
    reminds_of: str = "",
) -> Line:  # fmt: skip
    """Return what is to be done about an area, from its recipient and what is known of its message.

    Args:
        area: the area.
        recipient: where it is written to; None where nobody told.
        last: the last that the journal knows of the message; None where it was never tried.
        resend: whether to send again what may have been sent.
        has_it: whether the area has told that the message arrived.
        reminds_of: Message-ID of what a reminder is about.
    """
    to, language = (recipient.address, recipient.language) if recipient is not None else ("", "")
    since = last.recorded_at[:10] if last is not None else ""
    if last is not None and (last.state == SENT or (has_it and last.state == ABOUT_TO_SEND)):
        outcome = "before"
    elif last is not None and last.state == ABOUT_TO_SEND and not resend:
        outcome = "unknown"
    elif recipient is None:
        outcome = "no_recipient"
    else:
        outcome = "again" if last is not None and last.state == ABOUT_TO_SEND else "send"
    return Line(area.code, area.name, area.level, to, language, outcome, since, reminds_of)


def open_post(folder: Folder, number: IssueNumber, out: Path | None) -> Post:
    """Return the way of sending: a folder, or else the server of the campaign; nothing is connected yet.

    Raises:
        CampaignError: the settings are not enough, or would send the password in the open.
    """
    if out is not None:
        return FolderPost(out, number.label)
    settings = folder.campaign.circulation
    password = os.environ.get(PASSWORD, "")
    problems = [
        Problem("campaign.yaml", None, f"circulation → {name}", "is not set", f"Add it: '{name}: {example}'.")
        for name, value, example in (
            ("smtp", settings.smtp, "mail.example.org:587"), ("from", settings.from_, "office@example.org"),
        ) if not value
    ]  # fmt: skip
    server = settings.smtp or ""
    host, _, port = server.partition(":")
    if password and not settings.starttls and host not in HERE and port != str(IMPLICIT_TLS):
        problems.append(Problem("campaign.yaml", None, "circulation → starttls", "would send the password in the open",
                                f"Set 'starttls: true', or unset {PASSWORD}."))  # fmt: skip
    if problems:
        raise CampaignError(problems)
    return SmtpPost(server, settings.from_, settings.starttls, settings.user, password)


def post_all(batch: Batch, lines: Iterable[Line], post: Post) -> Posted:
    """Give away a message for each line that goes; the caller holds the lock.

    Each message is noted before it is given away, together with what became of the one before it: a kill at any
    moment leaves at most one message whose fate is not known.

    Raises:
        StorageError: the journal cannot be written, or the issue is not as it was published.
    """
    maker = _Maker(batch, read_key(batch.folder.path), mails=post.name == "smtp")
    journal = batch.folder.journal
    going = [line for line in lines if line.goes]
    ended: list[Sending] = []
    went: list[str] = []
    failed: list[Sending] = []
    unknown: list[Sending] = []
    try:
        for line in going:
            entry, message = maker.made(line, post.name)
            append_entries(journal, [*ended, entry])
            ended = []
            delivery = post.deliver(message, entry.to, entry.area)
            if delivery.outcome is Outcome.UNKNOWN:
                unknown.append(replace(entry, said=delivery.said))
            else:
                state = SENT if delivery.outcome is Outcome.SENT else FAILED
                ended = [replace(entry, state=state, said=delivery.said, recorded_at=now())]
                if state == SENT:
                    went.append(line.area)
                failed += ended if state == FAILED else []
            if delivery.stop:
                break
    finally:
        append_entries(journal, ended)
        post.close()
    done = len(went) + len(failed) + len(unknown)
    return Posted(tuple(went), tuple(failed), tuple(unknown), len(going) - done)


class _Maker:
    """Makes the messages of a batch."""

    def __init__(self, batch: Batch, key: bytes, *, mails: bool) -> None:
        self.batch, self.key = batch, key
        self.settings = batch.folder.campaign.circulation
        self.address = self.settings.from_ if mails else ""
        self.carried = carried_of(batch.folder, batch.number, batch.published, attach=not batch.reminder)
        self.tried = first_tried(batch.folder.written(), batch.number.label)

    def made(self, line: Line, by: str) -> tuple[Sending, bytes]:
        """The entry of a message that is about to be sent, and its bytes; of one tried before, the same ID and date."""
        batch, label = self.batch, self.batch.number.label
        before = self.tried.get((batch.sender, line.area, batch.reminder))
        at = now()
        domain = self.settings.from_.partition("@")[2] or NOWHERE
        message_id = before.message_id if before is not None else message_id_of(
            self.key, label, batch.sender, line.area, batch.reminder, domain
        )  # fmt: skip
        frame = Frame(
            message_id, parse_moment(before.recorded_at if before is not None else at), self.address, batch.office,
            line.to, line.language, line.name, token_of(self.key, label, line.area), self.settings.answer,
            line.reminds_of,
        )  # fmt: skip
        message = compose(self.carried, frame, batch.notes)
        entry = Sending(
            label, line.area, batch.sender, line.to, message_id, hashlib.sha256(message).hexdigest(), ABOUT_TO_SEND,
            by, batch.day.isoformat(), batch.reminder, "", at,
        )  # fmt: skip
        return entry, message


def carried_of(folder: Folder, number: IssueNumber, published: Published, *, attach: bool) -> Carried:
    """Return the issue as a message carries it: its text, and its PDF or else its page attached.

    Raises:
        StorageError: a file of it is not as it was published.
    """
    text = _published(folder, number, published.files, TEXT)
    attachment = None
    if attach:
        name, kind = (PDF, "application/pdf") if PDF in published.files else (PAGE, "text/html")
        blob = _published(folder, number, published.files, name)
        attachment = None if blob is None else (f"{number.folder}-{name}", kind, blob)
    link = folder.campaign.circulation.link.replace("{number}", number.label).replace("{folder}", number.folder)
    told = "" if text is None else text.decode("utf-8")
    return Carried(folder.campaign.name, number.label, told, attachment, link)


def _published(folder: Folder, number: IssueNumber, files: Mapping[str, str], name: str) -> bytes | None:
    """A file of an issue, exactly as it was published; None where the issue has none of that name."""
    if name not in files:
        return None
    path = home_of(folder, number) / name
    try:
        blob = path.read_bytes()
    except OSError as exc:
        raise StorageError(f"{path}: cannot be read: {exc.strerror}. Restore it from a copy.") from None
    if hashlib.sha256(blob).hexdigest() != files[name]:
        raise StorageError(f"{path}: was changed after it was published. Restore it from a copy.")
    return blob


def unsent(lines: Sequence[Line]) -> bool:
    """Tell whether there is a message that goes now."""
    return any(line.goes for line in lines)
