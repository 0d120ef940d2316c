"""Take a suggestion: a figure counts with another value, on the word of an office; what was received stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.engine import Engine
from crossfoot.engine.journal import Acceptance, append_entries, now
from crossfoot.errors import AlreadyThereError, NotFoundError
from crossfoot.pipeline.check import check
from crossfoot.pipeline.decisions import Decision, accepted, standing
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.suggesting import Change, Suggested, plain, read_suggestions
from crossfoot.tables import LARGEST

SHORTEST = 4  # characters of a suggestion's key that may stand for it
MOST_NAMED = 5  # keys that an ambiguous beginning is told with
PLACES = 6  # decimals that the ledger keeps
_WRITTEN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
STANDS = "SELECT 1 FROM current_figures WHERE figure_id = $1"
EXACTNESS = "SELECT hi - lo FROM figures WHERE figure_id = $1"
CORRECTS = "SELECT corrects FROM acceptances WHERE figure_id = $1"


@dataclass(frozen=True, slots=True)
class Taken:
    """A suggestion as accepted."""

    key: str
    entries: tuple[Acceptance, ...]  # one for each figure that it changes
    new: bool  # False where it had been accepted already, and nothing was written


def accept(folder: Folder, asked: str, *, by: str, why: str, value: Decimal | None = None) -> Taken:
    """Accept the suggestion with this key, or beginning of one; return what counts from now on.

    Args:
        folder: of the campaign.
        asked: a suggestion's key as `check` shows it, or a beginning that no other shares.
        by: the office that accepts it.
        why: its reason.
        value: the right value where it is another than the suggested one; for suggestions of one figure only.

    Raises:
        NotFoundError: there is no such suggestion (any more), several are meant, or the value is wanting.
        AlreadyThereError: it is accepted already with another value.
        StorageError: the journal cannot be written.
    """
    taken = [d for d in accepted(standing(folder.written(), moment())) if _key(d).startswith(asked)]
    checked = check(folder)
    try:
        found = {s.key: s for s in read_suggestions(checked.engine, "starts_with(s.suggestion_key, $1)", (asked,))}
        key = _only(asked, sorted({*found, *map(_key, taken)}), folder)
        decided = [d for d in taken if _key(d) == key]
        if decided and _stands(checked.engine, decided):
            return _again(key, decided, value, folder)
        if key not in found:
            raise _gone(asked, folder, superseded=bool(decided))
        entries = _entries(checked.engine, found[key], by, why, value)
    finally:
        checked.engine.close()
    append_entries(folder.journal, entries)
    return Taken(key, tuple(entries), new=True)


def _key(decision: Decision) -> str:
    return decision.entry.suggestion_key if isinstance(decision.entry, Acceptance) else ""


def _only(asked: str, keys: Sequence[str], folder: Folder) -> str:
    """Return the one key that is meant."""
    if asked in keys:
        return asked
    if not keys or len(asked) < SHORTEST:
        raise _gone(asked, folder, superseded=False)
    if len(keys) > 1:
        named = ", ".join(keys[:MOST_NAMED]) + (" …" if len(keys) > MOST_NAMED else "")
        raise NotFoundError(f"'{asked}' may mean several suggestions: {named}. Give more of the key.")
    return keys[0]


def _gone(asked: str, folder: Folder, *, superseded: bool) -> NotFoundError:
    if superseded:
        return NotFoundError(
            f"'{asked}' was accepted, and a later return has superseded it since. Look at what stands now with: "
            f"crossfoot check {folder.path}"
        )
    return NotFoundError(
        f"'{asked}' is no suggestion, or no more: the figure it was about may have changed. Give the key, or at least "
        f"{SHORTEST} characters of it, as shown by: crossfoot check {folder.path}"
    )


def _stands(engine: Engine, decided: Sequence[Decision]) -> bool:
    return any(engine.rows(STANDS, [decision.figure_id]) for decision in decided)


def _again(key: str, decided: Sequence[Decision], value: Decimal | None, folder: Folder) -> Taken:
    """Nothing is written where it was accepted already with the same value."""
    entries = tuple(d.entry for d in decided if isinstance(d.entry, Acceptance))
    if value is not None and any(Decimal(entry.value) != value for entry in entries):
        raise AlreadyThereError(
            f"{key}: is accepted already with {entries[0].value}, by {entries[0].by}. To give another value, take it "
            f"back first: crossfoot withdraw {folder.path} {key} --why …"
        )
    return Taken(key, entries, new=False)


def _entries(
    engine: Engine, suggested: Suggested, by: str, why: str, value: Decimal | None
) -> list[Acceptance]:
    """The journal's entries for a suggestion, all with one moment."""
    if value is not None and len(suggested.changes) > 1:
        raise NotFoundError(
            f"{suggested.key}: changes {len(suggested.changes)} figures, so one value cannot be given for it. "
            "Accept it as it is, or ask the area with: crossfoot questions"
        )
    recorded_at = now()
    out = []
    for change in suggested.changes:
        right = change.suggested if value is None else value
        if right is None:
            raise NotFoundError(f"{suggested.key}: says which figure is wrong, not what is right. Say it: --value N")
        text = plain(right) if value is None else f"{value:f}"
        out.append(
            Acceptance(
                suggested.findings[0], suggested.key, _received(engine, change), change.area, change.data_element,
                change.disaggregation, change.period, _as_exact(engine, change, text or "0"), by, why, recorded_at,
            )
        )  # fmt: skip
    return out


def _received(engine: Engine, change: Change) -> str:
    """The figure as received that a change is about, also where an earlier acceptance stands in its place."""
    rows = engine.rows(CORRECTS, [change.figure_id])
    return str(rows[0][0]) if rows else change.figure_id


def _as_exact(engine: Engine, change: Change, text: str) -> str:
    """A suggested value written with the places that the figure was stated with: 12.3 as 12.30 beside 21.30."""
    rows = engine.rows(EXACTNESS, [change.figure_id])
    width = rows[0][0] if rows else None
    if not width or width >= 1:
        return text
    places = next((n for n in range(1, PLACES + 1) if width >= Decimal(1).scaleb(-n)), PLACES)
    if -int(Decimal(text).as_tuple().exponent) >= places:
        return text
    return f"{Decimal(text).quantize(Decimal(1).scaleb(-places)):f}"


def readable_value(text: str) -> Decimal:
    """Return a value as a command gives it: digits with a decimal point.

    Raises:
        ValueError: it is no number, or one that the ledger cannot keep exactly.
    """
    value = Decimal(text) if _WRITTEN.fullmatch(text) else None
    if value is None or abs(value) >= LARGEST or -int(value.as_tuple().exponent) > PLACES:
        raise ValueError(f"'{text}' is not a number. Write it with digits and a decimal point: 794 or 7.5.")
    return value
