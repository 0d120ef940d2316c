"""A layout for an unknown file: every shape that its names suggest is tried, the one that places most is proposed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.campaign import AreaTree, Campaign, Layout
from crossfoot.figures.placing import Placed, place_return
from crossfoot.figures.survey import MOST_ROWS, Shape, Survey
from crossfoot.terms.sheet import Sheet, as_text

MOST_SHOWN = 50  # names that could not be placed
NO_RETURN = "0" * 64  # stands for the hash of a file that is only looked at


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that leads nowhere, and what it may mean."""

    stated: str  # the name as written
    sheet: str
    cell: str  # the first cell it stands in
    suggestion: str  # the nearest name that is known; "" if none comes near


@dataclass(frozen=True, slots=True)
class Proposal:
    """The layout that would be used for a file, and what it would make of it."""

    shape: Shape | None  # the entries of the layout; None if nothing in the file is recognised
    figures: int  # cells that would become figures
    unread: int  # cells, rows and columns that would become a question
    unplaced: tuple[Unplaced, ...]
    doubts: tuple[str, ...]  # formats of dates that fit as well: 03/04 may be in March or in April


def propose_layout(name: str, sheets: Sequence[Sheet], campaign: Campaign, tree: AreaTree) -> Proposal:
    """Return the layout that makes the most figures of a file; names must match exactly, none is guessed.

    Args:
        name: of the file.
        sheets: as read.
        campaign: what is counted.
        tree: its areas.
    """
    filled = [s for s in sheets if not s.hidden and any(as_text(c).strip() for row in s.rows for c in row)]
    best: tuple[int, int] | None = None
    chosen: tuple[Shape, tuple[str, ...]] | None = None
    for sheet in filled:
        head = Sheet(sheet.name, sheet.rows[:MOST_ROWS], sheet.lines[:MOST_ROWS], sheet.merged)
        for shape, doubts in Survey(name, sheet, campaign, tree).shapes():
            entries: Shape = {"files": name, **({"sheet": sheet.name} if len(filled) > 1 else {}), **shape}
            placed = place_return(NO_RETURN, name, [head], Layout.model_validate(entries), campaign, tree)
            subjects = {row[2:6] for row in placed.figures}
            score = (2 * len(subjects) - len(placed.figures) - asked(placed), -len(entries))
            if subjects and (best is None or score > best):
                best, chosen = score, (entries, doubts)
    if chosen is None:
        return Proposal(None, 0, 0, (), ())
    placed = place_return(NO_RETURN, name, sheets, Layout.model_validate(chosen[0]), campaign, tree)
    return Proposal(chosen[0], len(placed.figures), asked(placed), tuple(unplaced(placed)), chosen[1])


def asked(placed: Placed) -> int:
    """Return how many questions a return would raise."""
    return sum(row[1] != "text-left-aside" for row in placed.troubles)


def unplaced(placed: Placed) -> Iterator[Unplaced]:
    """Yield the names that lead nowhere, each once."""
    seen: set[str] = set()
    for row in placed.troubles:
        sheet, cell, written, suggestion = row[2], row[5], row[6], row[7]
        if row[1] == "name-unknown" and written and written not in seen and len(seen) < MOST_SHOWN:
            seen.add(written)
            yield Unplaced(written, sheet, cell, suggestion)
