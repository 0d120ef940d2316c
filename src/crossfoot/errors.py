"""Every exception that Crossfoot raises.

An exception means that the work cannot go on as asked. What is wrong with the
*figures* is never an exception: it is a `Finding`, a row in a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass


class CrossfootError(Exception):
    """Base of all errors that the command line shows without a traceback."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, told so that its reader can do it without us."""

    file: str
    line: int | None  # counted from 1; None when the whole file is meant
    entry: str  # "indicators → coverage → denominator"; "" when the whole file is meant
    trouble: str  # what is wrong, with the offending value
    remedy: str  # what to do

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        entry = f" {self.entry}:" if self.entry else ""
        return f"{place}:{entry} {self.trouble}\n    {self.remedy}"


class CampaignError(CrossfootError):
    """The campaign description cannot be used; all its problems are listed at once."""

    exit_code = 10

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class UnreadableReturnError(CrossfootError):
    """A received file is not what it claims to be (a damaged workbook, a scanned page)."""

    exit_code = 11


class TemplateError(CrossfootError):
    """The briefing's template cannot be rendered; names its line and the remedy."""

    exit_code = 12


class MisprintError(CrossfootError):
    """A number was printed so that it reads as another: the fault is Crossfoot's, and the issue is not written."""

    exit_code = 16


class NotFoundError(CrossfootError):
    """What was asked for is not in the campaign: a return, an area, a data element, an issue."""

    exit_code = 13


class AlreadyThereError(CrossfootError):
    """Something that would be overwritten is already there."""

    exit_code = 14


class StorageError(CrossfootError):
    """The campaign folder cannot be read or written: rights, disk full, damaged journal."""

    exit_code = 15
