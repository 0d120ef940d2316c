"""What comes back: a reply as an .eml, or a list with a line for each area or token."""

import csv
import email
import email.policy
import hashlib
import hmac
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from email.message import EmailMessage

IDS = re.compile(r"<[^<>\s]+>")
TOKENS = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
LARGEST = 50_000_000  # bytes of a reply or list
REPORTS = frozenset({"multipart/report", "message/delivery-status", "message/disposition-notification"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One acknowledgement as it came, before it is in the journal."""

    area: str
    day: str  # ISO 8601
    means: str  # reply, link or line
    message_id: str
    digest: str  # SHA-256 of what it stood in


@dataclass(frozen=True, slots=True)
class Refused:
    """What came back and acknowledges nothing; `trouble` is the key of a sentence."""

    name: str  # of the file
    line: int | None
    trouble: str
    said: str = ""


def read_reply(
    blob: bytes, name: str, ours: Mapping[str, str], tokens: Mapping[str, str], today: date
) -> Answer | Refused:
    """Return the acknowledgement that a mail is.

    A notice made by a machine (absence, delivery, display) is none: nobody said that they have it.

    Args:
        blob: the mail as it was received.
        name: of its file.
        ours: area by Message-ID, of all messages that carried the issue or reminded of it.
        tokens: area by token, for a mail program that gave the message another Message-ID.
        today: the day of a mail that does not tell when it was sent.
    """
    try:
        message = email.message_from_bytes(blob[:LARGEST], policy=email.policy.default)
        heads = " ".join(str(message.get(head, "")) for head in ("In-Reply-To", "References"))
        made_by = str(message.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
        kind = message.get_content_type()
        sent = getattr(message["Date"], "datetime", None)
    except (LookupError, ValueError, TypeError, AttributeError):  # of a damaged header
        return Refused(name, None, "refused.unreadable")
    known = [(ours[one], one) for one in IDS.findall(heads) if one in ours]
    known = known or [(tokens[one], "") for one in TOKENS.findall(_body(message)) if one in tokens]
    if not known:
        return Refused(name, None, "refused.other")
    area, message_id = known[0]
    if made_by != "no" or kind in REPORTS or _absent(message):
        return Refused(name, None, "refused.machine", area)
    day = min(sent.astimezone(UTC).date() if sent is not None and sent.tzinfo else today, today)
    return Answer(area, day.isoformat(), "reply", message_id, hashlib.sha256(blob).hexdigest())


def _body(message: EmailMessage) -> str:
    """The words of a mail; empty where it has none that can be read."""
    try:
        body = message.get_body(("plain", "html"))
        return "" if body is None else str(body.get_content())
    except (LookupError, ValueError, TypeError, AttributeError):  # of a damaged part
        return ""


def _absent(message: EmailMessage) -> bool:
    """Whether an older program than RFC 3834 says that a machine answers."""
    precedence = str(message.get("Precedence", "")).strip().lower()
    return precedence in ("auto_reply", "bulk", "junk") or any(h in message for h in ("X-Autoreply", "X-Autorespond"))


def read_lines(
    blob: bytes, name: str, number: str, tokens: Mapping[str, str], sent: Mapping[str, date],
    area_of: Callable[[str], str | None], today: date,
) -> tuple[list[Answer], list[Refused]]:  # fmt: skip
    """Return the acknowledgements of a list (CSV in UTF-8), and the lines that acknowledge nothing.

    Args:
        blob: the list, with the columns area and date, or token; an `issue` column is compared with the number.
        name: of its file.
        number: of the issue, as printed.
        tokens: area by token, of all areas that the issue was sent to.
        sent: the day on which it was sent, by area.
        area_of: gives the code of an area by code or name; None where there is none.
        today: no day after it is taken, and it stands where none is given.
    """
    digest = hashlib.sha256(blob).hexdigest()
    try:
        text = blob[:LARGEST].decode("utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.partition("\n")[0].count))
        records = [(reader.line_num, [cell.strip() for cell in record]) for record in reader]
    except (UnicodeDecodeError, csv.Error):
        return [], [Refused(name, None, "refused.no_list")]
    head = [cell.lower() for cell in records[0][1]] if records else []
    if "token" not in head and not {"area", "date"} <= set(head):
        return [], [Refused(name, 1, "refused.columns")]
    answers: list[Answer] = []
    refused: list[Refused] = []
    for line, record in records[1:]:
        row = dict(zip(head, record, strict=False))
        if not any(record):
            continue
        found = _line(row, number, tokens, sent, area_of, today)
        if isinstance(found, tuple):
            refused.append(Refused(name, line, *found))
        else:
            answers.append(Answer(found.area, found.day, found.means, "", digest))
    return answers, refused


def _line(
    row: dict[str, str], number: str, tokens: Mapping[str, str], sent: Mapping[str, date],
    area_of: Callable[[str], str | None], today: date,
) -> Answer | tuple[str, str]:  # fmt: skip
    """One line as an answer, or why it is none: the key of a sentence and what was given."""
    if row.get("issue") and row["issue"].lstrip("0") != number:
        return "refused.issue", row["issue"]
    token = row.get("token", "").lower()
    area = _by_token(token, tokens) if token else area_of(row.get("area", ""))
    if token and area is None:
        return "refused.token", row["token"]
    if area is None:
        return "refused.area", row.get("area", "")
    if token and row.get("area") and area_of(row["area"]) != area:
        return "refused.token", row["token"]
    if area not in sent:
        return "refused.not_sent", area
    given = row.get("date", "")
    try:
        day = date.fromisoformat(given) if given else today if token else None
    except ValueError:
        day = None
    if day is None:
        return "refused.day", given
    if not sent[area] <= day <= today:
        return "refused.when", given
    return Answer(area, day.isoformat(), "link" if token else "line", "", "")


def _by_token(given: str, tokens: Mapping[str, str]) -> str | None:
    """The area of a token; each is compared in the same time, so that none can be felt out."""
    found = None
    for token, area in tokens.items():
        if hmac.compare_digest(token.encode(), given.encode()):
            found = area
    return found
