"""A file that cannot be read at all, or that fits no layout."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import TROUBLE_FIELDS, troubles_query
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="return-unreadable",
    severity=Severity.ERROR,
    what="Looks for files that are damaged, locked or of an unknown kind, and for tables that fit no layout of the "
    "campaign.",
    why="Its sender believes to have reported, and nothing of it is in the briefing.",
    remedy="Ask for the file again, or describe its layout: crossfoot receive --propose FILE shows one.",
    detail=TROUBLE_FIELDS,
)
QUERY = troubles_query("file-unreadable", "layout-unknown")
PROOF = ""
