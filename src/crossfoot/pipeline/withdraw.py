"""Take a return back: it counts no more; its bytes and the journal keep both."""

from crossfoot.engine.journal import Receipt, Withdrawal, append_entries, now
from crossfoot.errors import NotFoundError
from crossfoot.pipeline.folder import Folder

SHORTEST = 6  # characters of a return's id that may stand for it


def withdraw(folder: Folder, asked: str, *, why: str, by: str) -> list[Receipt]:
    """Withdraw the return with this id, beginning of an id, or file name; return its receipts.

    Raises:
        NotFoundError: no return that counts is called so, or several are.
    """
    entries = folder.entries()
    withdrawn: set[str] = set()
    by_id: dict[str, list[Receipt]] = {}
    for entry in entries:
        if isinstance(entry, Withdrawal):
            withdrawn.add(entry.return_id)
        elif isinstance(entry, Receipt):
            withdrawn.discard(entry.return_id)
            by_id.setdefault(entry.return_id, []).append(entry)
    found = [
        return_id
        for return_id, receipts in by_id.items()
        if return_id not in withdrawn
        and (any(r.name == asked for r in receipts) or (len(asked) >= SHORTEST and return_id.startswith(asked)))
    ]
    if not found:
        raise NotFoundError(f"'{asked}' is no return that counts. List them with: crossfoot receive {folder.path}")
    if len(found) > 1:
        ids = ", ".join(return_id[:12] for return_id in found)
        raise NotFoundError(f"'{asked}' may mean several returns: {ids}. Give the beginning of one of these.")
    append_entries(folder.journal, [Withdrawal(found[0], why, by, now())])
    return by_id[found[0]]
