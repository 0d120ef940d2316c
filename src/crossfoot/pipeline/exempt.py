"""Let one finding stand until a day: it is told apart from the others, with its reason, and stays a finding."""

from dataclasses import dataclass
from datetime import date

from crossfoot.checks import find_findings
from crossfoot.engine.journal import Exemption, append_entries, now
from crossfoot.errors import NotFoundError
from crossfoot.pipeline.check import read_findings
from crossfoot.pipeline.decisions import standing
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger, today
from crossfoot.terms.finding import Finding

FAILED = "outcome = 'failed'"
MOST_NAMED = 5  # keys that an ambiguous beginning is told with


@dataclass(frozen=True, slots=True)
class Exempted:
    """A finding with the exemption that stands for it."""

    finding: Finding
    entry: Exemption
    new: bool  # False where just this was in the journal already, and nothing was written


def exempt(folder: Folder, asked: str, *, by: str, why: str, until: date) -> Exempted:
    """Exempt the failed finding with this key, or beginning of one, until a day.

    Raises:
        NotFoundError: no finding fails that is called so, or several do.
        StorageError: the journal cannot be written.
    """
    engine, _ = open_ledger(folder, moment())
    try:
        find_findings(engine, today(), prove_passed=False)
        failed = {f.key: f for f in read_findings(engine, FAILED)}
    finally:
        engine.close()
    finding = failed[_only(asked, list(failed), folder)]
    for decision in standing(folder.written(), moment()):
        entry = decision.entry
        if isinstance(entry, Exemption) and (entry.finding_key, entry.by, entry.why, entry.until) == (
            finding.key, by, why, until.isoformat()
        ):  # fmt: skip
            return Exempted(finding, entry, new=False)
    made = Exemption(finding.key, by, why, until.isoformat(), now())
    append_entries(folder.journal, [made])
    return Exempted(finding, made, new=True)


def _only(asked: str, keys: list[str], folder: Folder) -> str:
    if asked in keys:
        return asked
    found = [key for key in keys if asked and key.startswith(asked)]
    if not found:
        raise NotFoundError(
            f"'{asked}' is no finding that fails now. See the keys of those that do with: "
            f"crossfoot check {folder.path} --all"
        )
    if len(found) > 1:
        named = ", ".join(found[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")
        raise NotFoundError(f"'{asked}' may mean several findings: {named}. Give the whole key.")
    return found[0]
