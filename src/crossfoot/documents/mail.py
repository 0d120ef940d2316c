"""A mail as it was sent (RFC 5322, MIME) → its subject and day, and the text of its body; attachments are not read."""

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

from crossfoot.documents.layout import BlockKind, Layout, LayoutBuilder
from crossfoot.documents.markup import read_markup
from crossfoot.documents.plain import normalised, read_plain
from crossfoot.errors import UnreadableReturnError

UNREADABLE = "The mail cannot be read. Save its text in a file of its own."


def read_mail(content: bytes) -> Layout:
    """Return the subject as a heading, the day it was sent, and the blocks of the body.

    Raises:
        UnreadableReturnError: it has no body of text, or one in an encoding that is unknown.
    """
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        if body is None:
            raise UnreadableReturnError(UNREADABLE)
        text = str(body.get_content())
        kind = body.get_content_type()
        heads = [(BlockKind.HEADING, message["Subject"]), (BlockKind.PARAGRAPH, sent_on(message))]
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # of a damaged header or part
        raise UnreadableReturnError(UNREADABLE) from error
    builder = LayoutBuilder()
    for block, head in heads:
        if head:
            builder.add(block, " ".join(normalised(str(head)).split()), 1)
    top = builder.layout()
    rest = read_markup(text) if kind == "text/html" else read_plain(text)
    moved = tuple(
        replace(
            block,
            start=block.start + len(top.text),
            end=block.end + len(top.text),
            cells=tuple(
                replace(cell, start=cell.start + len(top.text), end=cell.end + len(top.text)) for cell in block.cells
            ),
        )
        for block in rest.blocks
    )
    return Layout(top.text + rest.text, (*top.blocks, *moved))


def sent_on(message: EmailMessage) -> str:
    """Return the day on which a mail was sent, where it was sent: 2014-10-12; "" where it does not say."""
    moment = getattr(message["Date"], "datetime", None)
    return "" if moment is None else f"{moment:%Y-%m-%d}"
