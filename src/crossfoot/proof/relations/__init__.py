"""What figures say about each other; one module a kind of relation."""

from collections.abc import Callable, Iterator

from crossfoot.proof.document import Evidence
from crossfoot.proof.relations.absent import find_absent
from crossfoot.proof.relations.breakdowns import find_breakdowns
from crossfoot.proof.relations.cells import find_cells
from crossfoot.proof.relations.changes import find_changes
from crossfoot.proof.relations.claim import Claim
from crossfoot.proof.relations.coincidences import find_coincidences
from crossfoot.proof.relations.elsewhere import with_elsewhere
from crossfoot.proof.relations.equations import find_equations
from crossfoot.proof.relations.listed import find_lists
from crossfoot.proof.relations.percentages import find_grim, find_hundred
from crossfoot.proof.relations.rankings import find_rankings
from crossfoot.proof.relations.rates import find_rates
from crossfoot.proof.relations.repeats import find_repeats
from crossfoot.proof.relations.restated import find_restated
from crossfoot.proof.relations.shares import find_shares
from crossfoot.proof.relations.tabled import find_tabled
from crossfoot.proof.source import Source

__all__ = ["Claim", "find_claims"]

RULES: tuple[Callable[[Source], Iterator[Claim]], ...] = (
    find_breakdowns,
    find_lists,
    find_equations,
    find_shares,
    find_rates,
    find_changes,
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
        with_elsewhere(source, list(best.values())),
        key=lambda claim: (claim.stated.start, claim.kind, [part.start for part in claim.parts]),
    )
