"""What changed from one issue to another: revised figures, what moved on, and findings that came and went."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.briefing import Previous, read_previous
from crossfoot.briefing.previous import OldFigure
from crossfoot.errors import NotFoundError, StorageError
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.issues import FACTS, FINDINGS, home_of
from crossfoot.terms.issue import IssueNumber

Key = tuple[str, str, str, str]  # measure, data element, disaggregation, area


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure in two issues."""

    title: str  # as the later issue calls it
    area: str
    data_element: str
    disaggregation: str
    periods: tuple[str, str]
    printed: tuple[str, str]
    values: tuple[Decimal | None, Decimal | None]

    @property
    def difference(self) -> Decimal | None:
        """The later value minus the earlier one; None where one of them has none."""
        before, after = self.values
        return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one issue to another."""

    revised: tuple[Changed, ...]  # figures about the same period with another value
    moved: tuple[Changed, ...]  # figures about the period of each issue, where the issues are about two
    only_before: tuple[str, ...]  # titles of figures that the later issue does not print
    only_after: tuple[str, ...]
    findings_new: tuple[str, ...]  # keys
    findings_gone: tuple[str, ...]
    findings_same: int


def diff(folder: Folder, before: IssueNumber, after: IssueNumber) -> Difference:
    """Compare two issues by what they printed, from their own files.

    Raises:
        NotFoundError: one of them is not there.
        StorageError: the record of one is damaged.
    """
    old, new = _read(folder, before), _read(folder, after)
    old_by, new_by = _by_subject(old.figures), _by_subject(new.figures)
    revised = [
        _changed(figure, new_by[key]) for key, figure in old_by.items()
        if key in new_by and new_by[key].value != figure.value
    ]  # fmt: skip
    moved, left = _moved(old, new, old_by, new_by)
    found_before, found_after = set(old.since), set(new.since)
    return Difference(
        tuple(revised),
        tuple(moved),
        tuple(f.title for key, f in old_by.items() if key not in new_by and key not in left),
        tuple(f.title for key, f in new_by.items() if key not in old_by and key not in left),
        tuple(sorted(found_after - found_before)),
        tuple(sorted(found_before - found_after)),
        len(found_after & found_before),
    )


def _moved(
    old: Previous, new: Previous, old_by: dict[tuple[Key, str], OldFigure], new_by: dict[tuple[Key, str], OldFigure]
) -> tuple[list[Changed], set[tuple[Key, str]]]:
    """Pair the figures about each issue's own period; return the pairs, and the keys that they use up."""
    moved: list[Changed] = []
    left: set[tuple[Key, str]] = set()
    if old.period == new.period:
        return moved, left
    for (key, period), figure in old_by.items():
        now = new_by.get((key, new.period))
        if period == old.period and now is not None:
            left |= {(key, old.period), (key, new.period)}
            moved.append(_changed(figure, now))
    return moved, left


def _by_subject(figures: Iterable[OldFigure]) -> dict[tuple[Key, str], OldFigure]:
    return {((f.measure, f.data_element, f.disaggregation, f.area), f.period): f for f in figures}


def _changed(before: OldFigure, after: OldFigure) -> Changed:
    return Changed(
        after.title, after.area, after.data_element, after.disaggregation, (before.period, after.period),
        (before.printed, after.printed), (before.value, after.value),
    )  # fmt: skip


def _read(folder: Folder, number: IssueNumber) -> Previous:
    home = home_of(folder, number)
    try:
        found = read_previous((home / FACTS).read_bytes(), (home / FINDINGS).read_bytes())
    except OSError:
        raise NotFoundError(f"There is no issue {number.label} in {folder.issues}.") from None
    if found is None:
        raise StorageError(f"{home}: facts.json or findings.json is damaged. Write the issue again.")
    return found
