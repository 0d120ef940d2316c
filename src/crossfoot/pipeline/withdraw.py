"""Take a return, an acceptance or an exemption back: it counts no more; the journal keeps both."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.engine.journal import Acceptance, Receipt, Withdrawal, Written, append_entries, now
from crossfoot.errors import NotFoundError
from crossfoot.pipeline.decisions import standing
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import moment

SHORTEST = 6  # characters of a return's id or a decision's key that may stand for it


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was taken back."""

    kind: str  # return, acceptance or exemption
    key: str  # id of the return, key of the suggestion, key of the finding
    names: tuple[str, ...]  # of a return: the names under which it came
    ids: tuple[str, ...]  # of the return, or of the entries in the journal


def withdraw(folder: Folder, asked: str, *, why: str, by: str) -> Withdrawn:
    """Withdraw what is called so, and return it: a return, an acceptance or an exemption.

    A return is called by its file name or id, an acceptance by its suggestion's key, an exemption by its finding's;
    the beginning of an id or key is enough where no other begins with it.

    Raises:
        NotFoundError: nothing that counts is called so, or several are.
    """
    journal = folder.written()
    found = [*_returns(journal, asked), *_decisions(journal, asked)]
    exact = [one for one in found if asked in (one.key, *one.names)]
    found = found if len(found) == 1 else exact or found
    if not found:
        raise NotFoundError(
            f"'{asked}' is no return that counts, and nothing that was accepted. List the returns with: "
            f"crossfoot receive {folder.path}"
        )
    if len(found) > 1:
        keys = ", ".join(one.key[:12] if one.kind == "return" else one.key for one in found)
        raise NotFoundError(f"'{asked}' may mean several: {keys}. Give the beginning of one of these.")
    moment_ = now()
    append_entries(folder.journal, [Withdrawal(one, why, by, moment_) for one in found[0].ids])
    return found[0]


def _returns(journal: Sequence[Written], asked: str) -> list[Withdrawn]:
    """The returns that count and are called so."""
    withdrawn: set[str] = set()
    names: dict[str, list[str]] = {}
    for written in journal:
        entry = written.entry
        if isinstance(entry, Withdrawal):
            withdrawn.add(entry.return_id)
        elif isinstance(entry, Receipt):
            withdrawn.discard(entry.return_id)
            names.setdefault(entry.return_id, []).append(entry.name)
    return [
        Withdrawn("return", return_id, tuple(called), (return_id,))
        for return_id, called in names.items()
        if return_id not in withdrawn
        and (asked in called or (len(asked) >= SHORTEST and return_id.startswith(asked)))
    ]


def _decisions(journal: Sequence[Written], asked: str) -> list[Withdrawn]:
    """The acceptances and exemptions that stand and are called so; all entries of one key together."""
    ids: dict[tuple[str, str], list[str]] = {}
    for decision in standing(journal, moment()):
        entry = decision.entry
        key = entry.suggestion_key if isinstance(entry, Acceptance) else entry.finding_key
        if key == asked or (len(asked) >= SHORTEST and key.startswith(asked)):
            ids.setdefault((entry.kind, key), []).append(decision.entry_id)
    return [Withdrawn(kind, key, (), tuple(of_key)) for (kind, key), of_key in ids.items()]
