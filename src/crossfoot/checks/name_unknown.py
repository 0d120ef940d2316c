"""A name in a return that the campaign does not know."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import TROUBLE_FIELDS, troubles_query
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="name-unknown",
    severity=Severity.ERROR,
    what="Looks for names of areas, data elements and categories that are neither a code, a name nor an alias of the "
    "campaign. A near name is proposed, never taken.",
    why="What stands under an unknown name is in no total.",
    remedy="If the proposed name is right, write the alias into the campaign; otherwise ask the sender what is meant.",
    detail=TROUBLE_FIELDS,
)
QUERY = troubles_query("name-unknown")
PROOF = ""
