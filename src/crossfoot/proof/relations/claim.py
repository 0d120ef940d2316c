"""A relation before it has its number: its figures, what follows from them, and whether that can be true."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from crossfoot.footing import Interval, differs, exceeds, share_of, total_of
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.terms.figure import Qualifier
from crossfoot.terms.finding import Outcome

FEWEST = 2  # parts of a sum
PLACES = 6  # after the point, of computed shares


@dataclass(frozen=True, slots=True)
class Claim:
    """What the document says about `stated` and `parts`, and the verdict."""

    kind: RelationKind
    stated: Figure
    parts: tuple[Figure, ...]
    outcome: Outcome
    evidence: Evidence
    cue: str
    lower: Decimal | None = None  # what the parts give
    upper: Decimal | None = None
    imbalance: Decimal | None = None
    holds_if: str | None = None
    note: str = ""  # why it cannot be told, as a key of the wording; "" where it can
    elsewhere: tuple[Figure, bool] | None = None  # where the true value stands, and whether in a table


def verdict(*, failed: bool) -> Outcome:
    """Return the outcome of a relation that could be judged."""
    return Outcome.FAILED if failed else Outcome.PASSED


def sum_of(stated: Figure, parts: Sequence[Figure], evidence: Evidence, cue: str) -> Claim:
    """Claim that the parts make the stated total."""
    computed = total_of(part.interval for part in parts)
    imbalance = stated.value - sum((part.value for part in parts), Decimal(0))
    failed = differs(stated.interval, computed)
    ends = computed.lower, computed.upper
    return Claim(
        RelationKind.SUM, stated, tuple(parts), verdict(failed=failed), evidence, cue, *ends, imbalance
    )


def part_of(whole: Figure, parts: Sequence[Figure], evidence: Evidence, cue: str) -> Claim:
    """Claim that the parts, which do not overlap, are no more than the whole."""
    computed = total_of(part.interval for part in parts)
    failed = exceeds(computed, whole.interval)
    imbalance = whole.value - sum((part.value for part in parts), Decimal(0))
    ends = computed.lower, computed.upper
    return Claim(
        RelationKind.PART_OF, whole, tuple(parts), verdict(failed=failed), evidence, cue, *ends, imbalance
    )


def untold(claim: Claim, note: str) -> Claim:
    """Return a claim that cannot be told; `note` says why: remainder, whole, part or base."""
    return replace(claim, outcome=Outcome.MISSING, holds_if=None, note=note)


def difference_of(stated: Figure, before: Figure, added: Figure, evidence: Evidence, cue: str) -> Claim:
    """Claim that what was before and what was added make what is stated now."""
    computed = before.interval + added.interval
    failed = differs(stated.interval, computed)
    imbalance = stated.value - before.value - added.value
    return Claim(
        RelationKind.DIFFERENCE, stated, (before, added), verdict(failed=failed), evidence, cue,
        computed.lower, computed.upper, imbalance,
    )  # fmt: skip


def ratio_claim(
    kind: RelationKind,
    stated: Figure,
    parts: Sequence[Figure],
    computed: tuple[Fraction | None, Fraction | None],
    evidence: Evidence,
    cue: str,
) -> Claim:
    """Claim that a stated percentage or rate follows from figures that give `computed`."""
    least, most = computed
    failed = apart(stated.interval, least, most)
    holds_if = "truncated" if failed and truncated(stated, least, most) else None
    lower, upper = decimal_of(least), decimal_of(most)
    imbalance = stated.value - lower if lower is not None and lower == upper else None
    return Claim(
        kind, stated, tuple(parts), verdict(failed=failed), evidence, cue, lower, upper, imbalance, holds_if
    )


def share_claim(percent: Figure, part: Figure, whole: Figure, evidence: Evidence, cue: str) -> Claim:
    """Claim that a percentage is the share of a part in a whole."""
    computed = share_of(part.interval, whole.interval)
    return ratio_claim(RelationKind.SHARE, percent, (part, whole), computed, evidence, cue)


def apart(stated: Interval, least: Fraction | None, most: Fraction | None) -> bool:
    """Tell whether no value between two exact ends is among the stated ones."""
    if stated.upper is not None and least is not None:
        upper = Fraction(stated.upper)
        if least > upper or (least == upper and not stated.upper_closed):
            return True
    if stated.lower is not None and most is not None:
        lower = Fraction(stated.lower)
        if most < lower or (most == lower and not stated.lower_closed):
            return True
    return False


def truncated(stated: Figure, least: Fraction | None, most: Fraction | None) -> bool:
    """Tell whether the figure would be right had its further digits been cut off instead of rounded."""
    if stated.decimals is None or stated.qualifier not in (Qualifier.EXACT, Qualifier.ONLY):
        return False
    cut = Interval(stated.value, stated.value + Decimal(1).scaleb(-stated.decimals), upper_closed=False)
    return not apart(cut, least, most)


def decimal_of(value: Fraction | None) -> Decimal | None:
    """Return an exact ratio as a decimal of a few places."""
    if value is None:
        return None
    with localcontext(prec=60, rounding=ROUND_HALF_UP):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        return round(quotient, PLACES).normalize() + 0
