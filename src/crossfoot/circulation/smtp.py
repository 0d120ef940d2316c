"""E-mail by SMTP: one message at a time, with a clear word on what is known of each."""

import smtplib
import ssl
from dataclasses import dataclass, field

from crossfoot.circulation.sending import Delivery, Outcome

DONE = 250
FORWARDS = 251  # the server will forward it: as good as taken
IMPLICIT_TLS = 465  # RFC 8314
PLAIN_PORT = 25
TIMEOUT = 60  # seconds without an answer


@dataclass
class SmtpPost:
    """Sends by one server; connects when the first message is given, and again where the line was cut."""

    server: str  # host or host:port
    sender: str  # address
    starttls: bool = True
    user: str = ""
    password: str = ""
    timeout: float = TIMEOUT
    _line: smtplib.SMTP | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """What the journal calls it."""
        return "smtp"

    def deliver(self, message: bytes, to: str, area: str) -> Delivery:
        """Send one message.

        Until the text itself is given away a break means that nothing was sent. After that, only the server's
        answer tells; where none comes, the fate is not known (RFC 1047).
        """
        try:
            line = self._connected()
            for code, said in (line.mail(self.sender), line.rcpt(to)):
                if code not in (DONE, FORWARDS):
                    line.rset()
                    return Delivery(Outcome.FAILED, _told(code, said))
        except (smtplib.SMTPException, OSError) as exc:
            self.close()
            return Delivery(Outcome.FAILED, _reason(exc), stop=True)
        try:
            code, said = line.data(message)
        except smtplib.SMTPDataError as exc:  # it would not even take the text
            self.close()
            return Delivery(Outcome.FAILED, _told(exc.smtp_code, exc.smtp_error))
        except (smtplib.SMTPException, OSError) as exc:
            self.close()
            return Delivery(Outcome.UNKNOWN, _reason(exc), stop=True)
        return Delivery(Outcome.SENT if code == DONE else Outcome.FAILED, _told(code, said))

    def close(self) -> None:
        """Hang up; a server that does not answer is left."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _connected(self) -> smtplib.SMTP:
        if self._line is not None:
            return self._line
        host, _, port = self.server.partition(":")
        number = int(port or PLAIN_PORT)
        if number == IMPLICIT_TLS:
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                host, number, timeout=self.timeout, context=ssl.create_default_context()
            )
        else:
            line = smtplib.SMTP(host, number, timeout=self.timeout)
        self._line = line
        line.ehlo_or_helo_if_needed()
        if self.starttls and number != IMPLICIT_TLS:
            line.starttls(context=ssl.create_default_context())  # raises where the server has none: never in the open
        if self.password:
            line.login(self.user or self.sender, self.password)
        return line


def _told(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"[:300]


def _reason(exc: Exception) -> str:
    if isinstance(exc, smtplib.SMTPResponseException):
        return _told(exc.smtp_code, exc.smtp_error)
    return " ".join(str(exc).split())[:300] or type(exc).__name__
