"""Text beside a table: a title, a note, a remark."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import TROUBLE_FIELDS, troubles_query
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="text-left-aside",
    severity=Severity.INFORMATION,
    what="Lists the titles, notes and remarks around a table that no figure was read from.",
    why="Nothing is skipped in silence: a note may say what the figures do not.",
    remedy="Read it; nothing has to be done.",
    detail=TROUBLE_FIELDS,
)
QUERY = troubles_query("text-left-aside")
PROOF = ""
