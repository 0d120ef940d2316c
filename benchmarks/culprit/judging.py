"""Holds suggestions against the truth, which the search never sees."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from settings import Case

from crossfoot.footing.culprit import Confidence, Suggestion, components, examine


@dataclass
class Score:
    """What came of many cases."""

    cases: int = 0
    right: int = 0  # just the wrong cells, with their values, as the unique first suggestions
    named: int = 0  # and by the cause that was at work
    likely: int = 0  # suggestions told as likely
    likely_right: int = 0
    unsettled: int = 0
    seconds: float = 0.0
    firsts: list[tuple[Decimal, bool]] = field(
        default_factory=list
    )  # score of each first suggestion, and whether right

    def add(self, case: Case) -> bool:
        """Judge one case."""
        started = time.perf_counter()
        found = [examine(component) for component in components(case.cells, case.constraints)]
        self.seconds += time.perf_counter() - started
        truth = {(cell, Decimal(value)) for cell, value in case.truth.items()}
        firsts = [first for examination in found for first in unique_firsts(examination.suggestions)]
        named = {(change.cell, change.suggested) for first in firsts for change in first.changes}
        right = named == truth
        self.cases += 1
        self.right += right
        self.named += right and {first.cause for first in firsts} <= set(case.kinds)
        self.unsettled += not all(examination.settled for examination in found)
        for first in firsts:
            correct = {(change.cell, change.suggested) for change in first.changes} <= truth
            self.firsts.append((first.score, correct))
            self.likely += first.confidence is Confidence.LIKELY
            self.likely_right += first.confidence is Confidence.LIKELY and correct
        return right


def unique_firsts(suggestions: tuple[Suggestion, ...]) -> Iterator[Suggestion]:
    """Yield the first suggestion for each violated constraint, where no other has the same score."""
    done: set[str] = set()
    for suggestion in suggestions:
        if done & set(suggestion.repairs):
            continue
        done |= set(suggestion.repairs)
        tied = [
            other
            for other in suggestions
            if other.score == suggestion.score and set(other.repairs) & set(suggestion.repairs)
        ]
        if len(tied) == 1:
            yield suggestion
