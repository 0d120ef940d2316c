"""Sums in a sentence that nobody declared but that chance hardly makes; they only ever confirm."""

from collections.abc import Iterator

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import by_sentence
from crossfoot.proof.relations.claim import FEWEST, Claim, sum_of
from crossfoot.proof.source import Source
from crossfoot.prose import Kind

EPSILON = 0.01  # accidental sums expected in a whole document
FLAT_CHANCE = 1.5
LONGEST = 30  # digits that count; more make no difference
MOST = 60  # figures of a sentence that are looked at


def find_coincidences(source: Source) -> Iterator[Claim]:
    """Yield runs of counts beside their total that a whole document would not show by accident."""
    sentences = []
    tried = 0
    for figures in source.running:
        for sentence in by_sentence(figures):
            counts = [figure for figure in sentence if figure.kind is Kind.COUNT and figure.exact][:MOST]
            if len(counts) > FEWEST:
                sentences.append(counts)
                tried += len(counts) * (len(counts) - 1)
    for counts in sentences:
        yield from in_sentence(counts, EPSILON / max(tried, 1))


def in_sentence(counts: list[Figure], bound: float) -> Iterator[Claim]:
    """Yield the sums of one sentence whose chance of being an accident is below the bound."""
    for number, total in enumerate(counts):
        if chance_of(total) > bound or total.decimals is not None:
            continue
        for step in (1, -1):
            rest = total.value
            parts: list[Figure] = []
            place = number + step
            while 0 <= place < len(counts) and rest > 0:
                rest -= counts[place].value
                parts.append(counts[place])
                place += step
                if (
                    rest == 0
                    and sum(1 for part in parts if part.value) >= FEWEST
                    and len({part.unit for part in parts}) == 1
                ):
                    yield sum_of(total, sorted(parts, key=lambda part: part.start), Evidence.FOUND, "")


def chance_of(total: Figure) -> float:
    """Return how likely a number of such a size equals a sum by accident; zeros at its end say nothing."""
    digits = f"{abs(total.value):f}".partition(".")[0].strip("0")
    return min(1.0, FLAT_CHANCE / float(digits[:LONGEST] or 1))
