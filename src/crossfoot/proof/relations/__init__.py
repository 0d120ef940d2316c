"""What figures say about each other; one module a kind of relation."""

from collections.abc import Callable, Iterable, Iterator

from crossfoot.proof.document import Evidence, RelationKind
from crossfoot.proof.relations.absent import find_absent
from crossfoot.proof.relations.breakdowns import find_breakdowns
from crossfoot.proof.relations.cells import find_cells
from crossfoot.proof.relations.changes import find_changes
from crossfoot.proof.relations.claim import Claim
from crossfoot.proof.relations.coincidences import find_coincidences
from crossfoot.proof.relations.comparisons import find_comparisons
from crossfoot.proof.relations.elsewhere import with_elsewhere
from crossfoot.proof.relations.equations import find_equations
from crossfoot.proof.relations.listed import find_lists
from crossfoot.proof.relations.local import find_local
from crossfoot.proof.relations.members import find_members
from crossfoot.proof.relations.percentages import find_grim, find_hundred
from crossfoot.proof.relations.placed import find_placed
from crossfoot.proof.relations.rankings import find_rankings
from crossfoot.proof.relations.rates import find_rates
from crossfoot.proof.relations.ratios import find_ratios
from crossfoot.proof.relations.repeats import find_repeats
from crossfoot.proof.relations.respective import find_respective
from crossfoot.proof.relations.restated import find_restated
from crossfoot.proof.relations.shares import find_shares
from crossfoot.proof.relations.tabled import find_tabled
from crossfoot.proof.source import Source

__all__ = ["Claim", "find_claims"]

RULES: tuple[Callable[[Source], Iterator[Claim]], ...] = (
    find_breakdowns,
    find_local,
    find_members,
    find_placed,
    find_respective,
    find_lists,
    find_equations,
    find_shares,
    find_rates,
    find_ratios,
    find_changes,
    find_comparisons,
    find_grim,
    find_hundred,
    find_rankings,
    find_repeats,
    find_restated,
    find_tabled,
    find_cells,
    find_absent,
    find_coincidences,
)
STRENGTH = {Evidence.DECLARED: 0, Evidence.REPEATED: 1, Evidence.FOUND: 2}


def find_claims(source: Source) -> list[Claim]:
    """Return all relations in the order of the text; what is found twice is kept with its best evidence."""
    best: dict[tuple[object, ...], Claim] = {}
    for rule in RULES:
        for claim in rule(source):
            key = (claim.kind, claim.stated.id, frozenset(part.id for part in claim.parts))
            known = best.get(key)
            if known is None or STRENGTH[claim.evidence] < STRENGTH[known.evidence]:
                best[key] = claim
    return sorted(
        with_elsewhere(source, without_members(best.values())),
        key=lambda claim: (claim.stated.start, claim.kind, [part.start for part in claim.parts]),
    )


def without_members(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims without those of one part that a breakdown of the same whole includes."""
    claims = list(claims)
    broken_down = {
        (claim.stated.id, part.id) for claim in claims if len(claim.parts) > 1 for part in claim.parts
    }
    return [
        claim
        for claim in claims
        if not (
            claim.kind is RelationKind.PART_OF
            and len(claim.parts) == 1
            and (claim.stated.id, claim.parts[0].id) in broken_down
        )
    ]
