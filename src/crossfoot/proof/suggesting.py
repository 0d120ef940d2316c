"""Which figure of a document is wrong, where sums in it do not add up."""

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.footing.culprit import Cell, Constraint, Context, Suggestion, components, examine
from crossfoot.proof.document import Evidence, Figure, RelationKind, Suggested
from crossfoot.proof.relations import Claim
from crossfoot.proof.source import Source
from crossfoot.proof.wording import number
from crossfoot.terms.finding import Outcome
from crossfoot.wording import culprits
from crossfoot.wording.culprits import WrittenChange

ADDED = (RelationKind.SUM, RelationKind.DIFFERENCE)  # the parts make what is stated
TOLD = (Outcome.PASSED, Outcome.FAILED)
MOST_JOINED = 200  # sums that hang together by their figures and are examined
MOST_EXAMINED = 500  # failed sums of a document that are


def suggestions_for(
    source: Source, claims: Sequence[Claim], language: str
) -> tuple[dict[str, tuple[Suggested, ...]], int]:
    """Return what is suggested for each failed sum, best first, by the number of its relation.

    Sums that hold are evidence too, but for those that only their numbers assert. Returned as well is
    how many failed sums were not examined: those of over MOST_JOINED that hang together, and those
    after the first MOST_EXAMINED of a document.
    """
    constraints = [
        Constraint(f"r{number}", (*((part.id, 1) for part in claim.parts), (claim.stated.id, -1)))
        for number, claim in enumerate(claims, 1)
        if claim.kind in ADDED and claim.outcome in TOLD and claim.evidence is not Evidence.FOUND
    ]
    failed = {f"r{number}" for number, claim in enumerate(claims, 1) if claim.outcome is Outcome.FAILED}
    if not any(constraint.id in failed for constraint in constraints):
        return {}, 0
    named = {name for constraint in constraints for name, _ in constraint.terms}
    figures = {figure.id: figure for figure in source.figures if figure.id in named}
    cells = _cells(source, figures)
    found: dict[str, tuple[Suggested, ...]] = {}
    examined = left_out = 0
    for component in components(cells, constraints):
        broken = len(component.violated)
        if len(component.constraints) > MOST_JOINED or examined + broken > MOST_EXAMINED:
            left_out += broken
            continue
        examined += broken
        for suggestion in examine(component).suggestions:
            told = _told(suggestion, figures, language)
            found |= {name: (*found.get(name, ()), told) for name in suggestion.repairs if name in failed}
    return found, left_out


def _cells(source: Source, figures: dict[str, Figure]) -> list[Cell]:
    below_zero = any(figure.value < 0 for figure in figures.values())
    places = {
        figure.id: Context(table=f"t{at}", row=row, column=column)
        for at, grid in enumerate(source.grids)
        for (row, column), figure in grid.figures.items()
    }
    return [
        Cell(
            figure.id,
            figure.value,
            figure.lower,
            figure.upper,
            Decimal(1).scaleb(-(figure.decimals or 0)),
            may_be_negative=below_zero,
            context=places.get(figure.id, Context()),
        )
        for figure in figures.values()
    ]


def _told(suggestion: Suggestion, figures: dict[str, Figure], language: str) -> Suggested:
    written = [
        WrittenChange(
            "",
            " ".join(figures[change.cell].text.split()),
            "" if change.suggested is None else number(change.suggested, language),
        )
        for change in suggestion.changes
    ]
    spoken = language if language in culprits.LANGUAGES else "en"
    return Suggested(
        suggestion.changes,
        suggestion.cause,
        suggestion.confidence,
        suggestion.score,
        suggestion.repairs,
        suggestion.breaks,
        suggestion.against,
        culprits.sentence(written, len(suggestion.repairs), spoken),
        culprits.confidence(suggestion.confidence, spoken),
        culprits.cause(suggestion.cause, spoken),
    )
