"""The number of an issue, and whether it stands: draft or published."""

import re
from dataclasses import dataclass
from datetime import date

NUMBER = re.compile(r"([0-9]{1,6})([a-z]?)")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, order=True)
class IssueNumber:
    """The number of a briefing: 3; or of an erratum to it: 3a, 3b …"""

    number: int
    erratum: str = ""  # a letter; empty for the issue itself

    @property
    def label(self) -> str:
        """The number as printed: 3a."""
        return f"{self.number}{self.erratum}"

    @property
    def folder(self) -> str:
        """The name of its folder: 003a."""
        return f"{self.number:03}{self.erratum}"


def parse_number(text: str) -> IssueNumber:
    """Return the number that a text gives: 3, 003 or 3a.

    Raises:
        ValueError: it is none.
    """
    found = NUMBER.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        raise ValueError(f"'{text}' is not the number of an issue")
    return IssueNumber(int(found[1]), found[2])


@dataclass(frozen=True, slots=True)
class Publication:
    """When an issue was published, and on whose word."""

    on: date
    approved_by: str  # an office
