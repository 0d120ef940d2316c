"""One message: the notes of those who sent it on, the newest first, then the briefing, as text and as HTML."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache

from markdown_it import MarkdownIt

from crossfoot.circulation.standing import Note
from crossfoot.wording.circulation import tell
from crossfoot.wording.dates import day_name

POLICY = SMTP.clone(cte_type="7bit")  # a server need not know 8BITMIME (RFC 6152)
RULE = "-" * 72
STYLE = "font-family:sans-serif;max-width:42em"


@dataclass(frozen=True, slots=True)
class Carried:
    """The issue that a message carries."""

    campaign: str
    number: str  # as printed
    text: str  # the briefing as plain text; empty where the issue has none
    attachment: tuple[str, str, bytes] | None  # name, MIME type, bytes
    link: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is of one message alone."""

    message_id: str
    sent_at: datetime  # UTC
    from_address: str  # empty in a message that somebody else will send
    from_office: str
    to: str
    language: str
    area: str  # name of the area
    token: str
    answer: str = ""  # where the token is taken: a link; empty where there is none
    reminds_of: str = ""  # Message-ID of the message that this one reminds of


def compose(carried: Carried, frame: Frame, notes: Sequence[Note]) -> bytes:
    """Return a message as bytes, ready to be sent: the same bytes whenever it is made of the same values."""
    message = EmailMessage(POLICY)
    key = "subject.reminder" if frame.reminds_of else "subject"
    message["Subject"] = tell(key, frame.language, campaign=_line(carried.campaign), number=carried.number)
    if frame.from_address:
        message["From"] = Address(_line(frame.from_office), addr_spec=frame.from_address)
    else:
        message["X-Unsent"] = "1"  # opened in a mail program, it is a draft to be sent from there
    message["To"] = frame.to
    message["Date"] = format_datetime(frame.sent_at.replace(microsecond=0), usegmt=True)
    message["Message-ID"] = frame.message_id
    if frame.reminds_of:
        message["In-Reply-To"] = message["References"] = frame.reminds_of
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: so that absence notices do not answer
    message.set_content(_text(carried, frame, notes))
    message.add_alternative(_page(carried, frame, notes), subtype="html")
    if carried.attachment is not None:
        name, kind, blob = carried.attachment
        main, _, sub = kind.partition("/")
        message.add_attachment(blob, maintype=main, subtype=sub, filename=name)
    message["Content-Language"] = frame.language  # now only: content takes such headers away
    stem = frame.message_id.strip("<>").partition("@")[0].rpartition(".")[2]
    for n, part in enumerate(p for p in message.walk() if p.is_multipart()):
        part.set_boundary(f"={n}={stem}")  # by itself it would be drawn anew each time
    return message.as_bytes(policy=POLICY)


def _line(text: str) -> str:
    """A text on one line: a header has no other."""
    return " ".join(text.split())


def _heading(note: Note, language: str) -> str:
    key = "note.heading" if note.office else "note.unsigned"
    return tell(key, language, office=note.office, day=day_name(date.fromisoformat(note.day), language))


def _asked(carried: Carried, frame: Frame) -> list[str]:
    """The sentences that ask for an answer."""
    gaps = {"area": frame.area, "number": carried.number, "token": frame.token}
    out = [tell("asked.reminder" if frame.reminds_of else "asked", frame.language, **gaps)]
    if frame.answer:
        link = frame.answer.replace("{token}", frame.token)
        out.append(tell("asked.link", frame.language, link=link))
    return [*out, tell("asked.token", frame.language, **gaps)]


def _text(carried: Carried, frame: Frame, notes: Sequence[Note]) -> str:
    lines = []
    for note in notes:
        lines += [_heading(note, frame.language), "", *([note.text.strip(), ""] if note.text.strip() else []), RULE, ""]
    lines += [*_asked(carried, frame), ""]
    if carried.link:
        lines += [tell("page", frame.language, link=carried.link), ""]
    if carried.attachment is not None:
        lines += [tell("attached", frame.language, name=carried.attachment[0]), ""]
    lines += [RULE, "", carried.text or f"{carried.campaign} – {carried.number}"]
    return "\n".join(lines)


def _page(carried: Carried, frame: Frame, notes: Sequence[Note]) -> str:
    title = f"{html.escape(carried.campaign)} – {carried.number}"
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    out = [f'<!DOCTYPE html>\n<html lang="{frame.language}">{head}<body style="{STYLE}">']
    for note in notes:
        heading = html.escape(_heading(note, frame.language))
        out.append(f"<section><p><strong>{heading}</strong></p>\n{_markdown().render(note.text)}</section>\n<hr>")
    out += [f"<p>{_linked(one, frame, carried)}</p>" for one in _asked(carried, frame)]
    if carried.link:
        out.append(f"<p>{_linked(tell('page', frame.language, link=carried.link), frame, carried)}</p>")
    if carried.attachment is not None:
        out.append(f"<p>{html.escape(tell('attached', frame.language, name=carried.attachment[0]))}</p>")
    out.append(f"<hr>\n<pre>{html.escape(carried.text or carried.campaign)}</pre></body></html>\n")
    return "\n".join(out)


def _linked(sentence: str, frame: Frame, carried: Carried) -> str:
    """A sentence as HTML, the links in it to be followed."""
    out = html.escape(sentence)
    for link in (frame.answer.replace("{token}", frame.token), carried.link):
        if link.startswith(("https://", "http://")):
            shown = html.escape(link)
            out = out.replace(shown, f'<a href="{shown}">{shown}</a>')
    return out


@cache
def _markdown() -> MarkdownIt:
    """Notes are prose: HTML in them is text, and a link leads to nothing that runs."""
    return MarkdownIt("commonmark", {"html": False})
