"""What a way of sending offers: it takes one message and tells what became of it."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Outcome(Enum):
    """What is known of a message that was given away."""

    SENT = "sent"
    FAILED = "failed"  # certainly not sent
    UNKNOWN = "unknown"  # given away, and no answer came


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one message."""

    outcome: Outcome
    said: str = ""  # what the server answered, or why it failed
    stop: bool = False  # whether the way itself is broken, so that further messages are not tried


class Post(Protocol):
    """A way of sending messages."""

    @property
    def name(self) -> str:
        """What the journal calls it: smtp or folder."""
        ...

    def deliver(self, message: bytes, to: str, area: str) -> Delivery:
        """Send one message and return what became of it; a failure is told, not raised."""
        ...

    def close(self) -> None:
        """End the work."""
        ...
