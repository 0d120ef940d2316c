"""Versions of one report in two languages, given as two files: the totals that both state in the same words."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from crossfoot.footing import differs
from crossfoot.proof.document import Evidence, RelationKind
from crossfoot.proof.relations.claim import Claim, verdict
from crossfoot.proof.relations.restated import TELLING, Statement, statements
from crossfoot.proof.source import Source
from crossfoot.terms.finding import Outcome

ENOUGH = 3  # totals of several digits that agree before another may be accused
FEW = 3  # for so many that agree, one may fail


def find_versions(sources: Sequence[tuple[str, Source]]) -> list[list[Claim]]:
    """Return for each document the totals that another one, in another language, states in the same words.

    Nothing says that two files are versions of one report, so three of their totals must agree first, and few fail.
    """
    claims: list[list[Claim]] = [[] for _ in sources]
    if len({source.language for _, source in sources}) < 2:  # noqa: PLR2004 - one language: nothing to compare
        return claims
    stated = [totals_of(source) for _, source in sources]
    for one, other in combinations(range(len(sources)), 2):
        if sources[one][1].language != sources[other][1].language:
            claims[other] += compared(sources[one][0], stated[one], stated[other])
    return claims


def totals_of(source: Source) -> dict[frozenset[str], Statement]:
    """Return the sure statements of a document by their words, without those that it states differently itself."""
    found: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for statement in statements(source):
        if statement.sure and statement.words:
            found[statement.words].append(statement)
    return {
        words: same[0]
        for words, same in found.items()
        if len({statement.figure.value for statement in same}) == 1
    }


def compared(
    name: str, first: dict[frozenset[str], Statement], second: dict[frozenset[str], Statement]
) -> list[Claim]:
    """Return what the second document states against the first, if they are versions of one report."""
    claims = [against(name, first[words], statement) for words, statement in second.items() if words in first]
    held = [claim for claim in claims if claim.outcome is Outcome.PASSED]
    telling = sum(1 for claim in held if claim.stated.value >= TELLING)
    return claims if telling >= ENOUGH and (len(claims) - len(held)) * FEW <= len(held) else []


def against(name: str, one: Statement, other: Statement) -> Claim:
    """Claim that a figure is the one that another document states."""
    failed = differs(other.figure.interval, one.figure.interval)
    return Claim(
        RelationKind.SAME, other.figure, (), verdict(failed=failed), Evidence.DECLARED, name,
        one.figure.lower, one.figure.upper, other.figure.value - one.figure.value,
    )  # fmt: skip
