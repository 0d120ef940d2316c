"""Where else in the document the true value of a failed sum stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.documents import BlockKind
from crossfoot.proof.document import Figure, RelationKind
from crossfoot.proof.relations.claim import Claim
from crossfoot.proof.relations.words import TOTAL
from crossfoot.proof.source import Source
from crossfoot.terms.finding import Outcome

LEAST_TELLING = Decimal(100)  # a smaller number stands everywhere
UNMISTAKABLE = Decimal(10_000)  # needs no label to be the same number
MOST_PLACES = 50  # at which one value is looked for
SHORTEST_STEM = 4


def with_elsewhere(source: Source, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims; failed sums with the figure of another place that has the value they come to."""
    if not any(wants(claim) for claim in claims):
        return list(claims)
    places: dict[Decimal, list[Figure]] = defaultdict(list)
    for figure in source.figures:
        if figure.exact and figure.value >= LEAST_TELLING and len(places[figure.value]) < MOST_PLACES:
            places[figure.value].append(figure)
    labels = row_labels(source)
    return [
        replace(claim, elsewhere=other_of(source, claim, places[claim.lower], labels))
        if wants(claim) and claim.lower is not None
        else claim
        for claim in claims
    ]


def wants(claim: Claim) -> bool:
    """Tell a failed sum whose parts come to one value."""
    return (
        claim.outcome is Outcome.FAILED
        and claim.kind in (RelationKind.SUM, RelationKind.PART_OF)
        and claim.lower is not None
        and claim.lower == claim.upper
    )


def row_labels(source: Source) -> dict[str, str]:
    """Return the words in front of each figure of a table, by its id."""
    labels: dict[str, str] = {}
    for grid in source.grids:
        first: dict[int, str] = {}
        for (row, _), words in sorted(grid.texts.items()):
            first.setdefault(row, words.lower())
        labels |= {figure.id: first.get(row, "") for (row, _), figure in grid.figures.items()}
    return labels


def other_of(
    source: Source, claim: Claim, candidates: Iterable[Figure], labels: dict[str, str]
) -> tuple[Figure, bool] | None:
    """Return the figure of another block that counts the same, and whether it stands in a table."""
    noun = stems(claim.stated.counted.lower())
    for figure in candidates:
        if figure.block == claim.stated.block or figure.unit != claim.stated.unit or figure.block < 0:
            continue
        label = labels.get(figure.id, "")
        alike = noun & stems(f"{figure.counted.lower()} {label}")
        if alike or figure.value >= UNMISTAKABLE or TOTAL.search(label):
            return figure, source.blocks[figure.block].kind is BlockKind.TABLE
    return None


def stems(words: str) -> frozenset[str]:
    """Return the words of a label without their plural."""
    return frozenset(word.rstrip("s") for word in words.split() if len(word) >= SHORTEST_STEM)
