"""The ledger, caught up with the journal: one segment for each return, made once and kept."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from crossfoot import __version__
from crossfoot.campaign import Layout, ProseLayout
from crossfoot.campaign.answers import answer_sheet
from crossfoot.campaign.area_figures import area_figures, area_receipt
from crossfoot.campaign.calendar import period_rows
from crossfoot.campaign.forms import form_layout
from crossfoot.engine import Engine
from crossfoot.engine.files import make_folder
from crossfoot.engine.journal import Entry, Receipt, Withdrawal
from crossfoot.errors import UnreadableReturnError
from crossfoot.figures import Placed, layout_for, place_answers, place_return
from crossfoot.pipeline.folder import Folder
from crossfoot.returns import is_letter, read_letter, read_return
from crossfoot.tables import ANSWERS, FIGURES, PERIODS, RECEIPTS, TROUBLES, WITHIN

Row = tuple[Any, ...]
ANSWERS_END = ".answers.parquet"
Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True, slots=True)
class Moment:
    """What was known when: received by `as_of`, and recorded by `known_at`."""

    as_of: datetime
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Visible:
    """A return that counts at a moment."""

    receipt: Receipt
    sequence: int
    layout: str
    copies: tuple[Receipt, ...]  # the same bytes under other names


def moment(as_of: datetime | None = None) -> Moment:
    """Return the moment that a command looks from: now, or a day in the past."""
    now = datetime.now(UTC)
    return Moment(as_of or now, now)


def end_of(day: date) -> datetime:
    """Return the last moment of a day, in UTC."""
    return datetime.combine(day, time(23, 59, 59, 999999), UTC)


def parse_moment(text: str) -> datetime:
    """Return an ISO 8601 moment in UTC; a day alone is its beginning."""
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def visible_returns(folder: Folder, entries: Iterable[Entry], at: Moment) -> list[Visible]:
    """Return the returns that count at a moment, oldest first; copies stand with their first."""
    withdrawn = set()
    first: dict[str, tuple[int, Receipt]] = {}
    copies: dict[str, list[Receipt]] = {}
    for sequence, entry in enumerate(entries):
        if parse_moment(entry.recorded_at) > at.known_at:
            continue
        if isinstance(entry, Withdrawal):
            withdrawn.add(entry.return_id)
        elif isinstance(entry, Receipt):
            if entry.return_id in withdrawn:  # sent again after it was taken back
                withdrawn.discard(entry.return_id)
                first.pop(entry.return_id, None)
            if entry.return_id not in first:
                first[entry.return_id] = (sequence, entry)
            elif entry.name != first[entry.return_id][1].name:
                copies.setdefault(entry.return_id, []).append(entry)
    return [
        Visible(receipt, sequence, layout_for(receipt.name, folder.campaign), tuple(copies.get(key, ())))
        for key, (sequence, receipt) in first.items()
        if key not in withdrawn
    ]


def load(
    engine: Engine, folder: Folder, at: Moment, expected: set[str], progress: Progress | None = None
) -> list[Visible]:
    """Fill `figures`, `troubles`, `answers`, `receipts`, `periods` and `within` as known at a moment.

    Segments that are missing are made from returns/; those that are there are only read.
    `expected` are the periods that returns are due for, whether or not any came.
    """
    shown = visible_returns(folder, folder.entries(), at)
    key = reading_key(folder)
    base = folder.ledger / key
    make_folder(base)
    missing = [v for v in shown if not all(path.exists() for path in _segments(base, v))]
    for done, visible in enumerate(missing):
        if progress is not None:
            progress(done, len(missing))
        make_segments(engine, folder, visible, base)
    engine.read_segments(FIGURES, [_segments(base, v)[0] for v in shown])
    engine.read_segments(TROUBLES, [_segments(base, v)[1] for v in shown])
    given = {path.name for path in base.glob(f"*{ANSWERS_END}")}
    answered = [v for v in shown if _answers(base, v).name in given]
    engine.read_segments(ANSWERS, [_answers(base, v) for v in answered])
    areas_file = folder.description / folder.campaign.areas
    told = list(area_figures(areas_file, folder.campaign, folder.tree))
    engine.add(FIGURES, told)
    engine.suit(engine.rows("SELECT count(*) FROM figures")[0][0])
    _put_periods(engine, folder, expected)
    _put_receipts(engine, folder, shown, {v.receipt.return_id for v in answered})
    engine.add(RECEIPTS, [area_receipt(areas_file, folder.campaign)] if told else [])
    _keep_until(engine, at)
    left = {row[0] for row in engine.rows("SELECT DISTINCT return_id FROM receipts")}
    return [v for v in shown if v.receipt.return_id in left]


def reading_key(folder: Folder) -> str:
    """Return what a segment depends on beside its return: the campaign's version and ours."""
    return hashlib.sha256(f"{__version__}:{folder.campaign_hash}".encode()).hexdigest()[:16]


def make_segments(engine: Engine, folder: Folder, visible: Visible, base: Path) -> None:
    """Read one return and write its rows; the troubles last, as the sign that all are there."""
    placed = read_placed(folder, visible)
    figures, troubles = _segments(base, visible)
    if placed.answers:
        engine.write_segment(_answers(base, visible), ANSWERS, placed.answers)
    engine.write_segment(figures, FIGURES, placed.figures)
    engine.write_segment(troubles, TROUBLES, placed.troubles)


def read_placed(folder: Folder, visible: Visible) -> Placed:
    """Return the rows of one return; a file that cannot be read is one trouble."""
    return_id, name = visible.receipt.return_id, visible.receipt.name
    layout = folder.campaign.layouts.get(visible.layout)
    blob = folder.bytes_of(return_id)
    if isinstance(layout, ProseLayout):
        try:
            document = read_letter(blob, name, encoding=layout.encoding)
        except UnreadableReturnError as exc:
            return Placed((), (_whole_file(return_id, "file-unreadable", str(exc)),))
        return folder.letter_readers[visible.layout].place(return_id, name, document)
    if layout is None and is_letter(blob, name):
        return Placed((), (_whole_file(return_id, "layout-unknown", ""),))
    encoding, delimiter = (None, None) if layout is None else (layout.encoding, layout.delimiter)
    try:
        sheets = read_return(blob, encoding=encoding, delimiter=delimiter)
    except UnreadableReturnError as exc:
        return Placed((), (_whole_file(return_id, "file-unreadable", str(exc)),))
    answered = answer_sheet(sheets)
    if answered is not None:
        return place_answers(return_id, answered, folder.campaign, folder.tree)
    layout = form_layout(sheets, folder.campaign) or layout  # a form of ours, whatever it was renamed to
    if layout is None:
        return Placed((), (_whole_file(return_id, "layout-unknown", ""),))
    return place_return(return_id, name, sheets, layout, folder.campaign, folder.tree)


def _whole_file(return_id: str, kind: str, stated: str) -> Row:
    return (return_id, kind, "", 0, "", "", stated, "", "", "", "", "")


def _segments(base: Path, visible: Visible) -> tuple[Path, Path]:
    return base / f"{_stem(visible)}.figures.parquet", base / f"{_stem(visible)}.troubles.parquet"


def _answers(base: Path, visible: Visible) -> Path:
    """The segment of the answers in a return; only a sheet of questions has one."""
    return base / f"{_stem(visible)}{ANSWERS_END}"


def _stem(visible: Visible) -> str:
    # The layout follows from the name, and the same bytes may come under another one.
    return f"{visible.receipt.return_id}-{visible.layout or 'none'}"


def _put_periods(engine: Engine, folder: Folder, expected: set[str]) -> None:
    codes = {row[0] for row in engine.rows("SELECT DISTINCT period FROM figures WHERE period <> ''")}
    periods, within = period_rows(sorted(codes | expected), folder.campaign)
    engine.put(PERIODS, periods)
    engine.put(WITHIN, within)


def _put_receipts(engine: Engine, folder: Folder, shown: Iterable[Visible], answered: set[str]) -> None:
    """Fill `receipts`; an archive's return was received on the last day it is about, an answer when it came."""
    rows = []
    for visible in shown:
        for receipt, copy_of in ((visible.receipt, ""), *((c, visible.receipt.name) for c in visible.copies)):
            layout = None if receipt.return_id in answered else folder.campaign.layouts.get(visible.layout)
            received = receipt.received_at or _by_layout(layout, receipt.recorded_at)
            rows.append(
                (
                    receipt.return_id, receipt.name, visible.layout, None if received is None else _naive(received),
                    _naive(receipt.recorded_at), visible.sequence, copy_of,
                )
            )  # fmt: skip
    engine.put(RECEIPTS, rows)


def _by_layout(layout: Layout | ProseLayout | None, recorded_at: str) -> str | None:
    """When a return was received that nobody declared a day for; None is the last day that it is about."""
    if layout is None:
        return recorded_at
    if layout.received_on is not None:
        return layout.received_on.isoformat()
    return None if layout.received == "period_end" else recorded_at


def _keep_until(engine: Engine, at: Moment) -> None:
    """Let go of what was received after the moment."""
    engine.run(
        "UPDATE receipts SET received_at = coalesce((SELECT max(p.ends) FROM figures f JOIN periods p"
        " ON p.period = f.period WHERE f.return_id = receipts.return_id), recorded_at)"
        " WHERE received_at IS NULL"
    )
    engine.run("DELETE FROM receipts WHERE received_at > $1", [at.as_of.replace(tzinfo=None)])
    for table in ("figures", "troubles", "answers"):
        engine.run(f"DELETE FROM {table} WHERE return_id NOT IN (SELECT return_id FROM receipts)")  # noqa: S608


def _naive(moment_: str) -> datetime:
    return parse_moment(moment_).replace(tzinfo=None)
