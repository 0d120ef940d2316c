"""A cell whose value or date cannot be read."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import TROUBLE_FIELDS, troubles_query
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="value-unreadable",
    severity=Severity.ERROR,
    what="Looks for cells that should hold a number or a day and hold something else, or something that may mean two "
    "different ones, such as 1.234 for a count. A cell whose figure a later return states is settled.",
    why="What cannot be read is in no total; what is guessed may be in the wrong one.",
    remedy="Ask the sender what is meant, or say in the layout how the file writes numbers and days.",
    detail=TROUBLE_FIELDS,
)
QUERY = troubles_query("value-unreadable", "period-unreadable")
PROOF = ""
