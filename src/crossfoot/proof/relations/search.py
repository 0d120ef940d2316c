"""Numbers in lines → the sums that hold along them more often than chance allows.

A pattern says "the number at this position is the sum of those at these positions". It is
looked for with running sums, so that a line of n numbers costs n log n, and accepted only if
the lines it holds on make an accident unlikely (a-contrario: the expected number of accidental
patterns in a table is below EPSILON).
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.proof.relations.lines import (
    FEWEST,
    Line,
    Number,
    blanks_before,
    chance_of,
    imbalance_of,
    tells,
    weight_of,
)

__all__ = ["Number", "Pattern", "find_patterns"]

EPSILON = 0.001  # accidental patterns expected in a table; a document with ten tables stays below 0.01
ERROR_SHARE = 0.02  # of stated sums that are wrong; 5.5 % were in prose, fewer in tables
WIDEST_GAP = 3  # positions between a total and its nearest part
WIDEST_STRIDE = 8  # parts may be every second, third … column
WIDEST_STRIDED = 200  # positions of a line that are looked at in strides
FLATTEST = 4  # blank or zero positions at the far end of a run that are tried both ways
LIKENESS = 1000  # lines whose parts are the same share of their total, to one in so many, are copies
LEAST_SHARE = 0.85  # of the lines a pattern can be tried on, it holds on so many
ACROSS = 2.0  # what each blank position between a total and its parts counts against a pattern
LABELLED = 2.0  # what a label such as "Total" adds to the score, as a power of ten
UNLABELLED = (
    50.0  # what a sum over scattered positions must bring without one: copies and trends look like sums
)
WIDEST_PAIRS = 80  # positions among which any two are tried as the parts of any third
SEEDS = 3  # lines that such a pair is looked for in
LEAST_ROUNDED, ROUNDED_SHARE = 3, 0.2  # lines off by their rounding that make it a habit; one is a slip
LONGEST_SCATTERED = 2000  # positions of a line that scattered sums are sought in
MOST_VOTING = 50_000  # numbers that sums of neighbours are sought in; what repeats does so on a sample too
MOST_VOTERS = 200  # lines that scattered sums are sought in
LONGEST = 4000  # positions of a line that one pattern may reach over


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sum that repeats: positions of the total and of its parts, and the lines it was tried on."""

    total: int
    parts: tuple[int, ...]
    holding: tuple[int, ...]
    failing: tuple[int, ...]
    score: float  # log10 of the likelihood ratio, less that of the patterns tried
    rounded: bool  # holds only within the rounding of its parts


def voters(lines: Sequence[Line], width: int) -> list[Line]:
    """Return the lines that sums are looked for in: copies once, and of very many a sample."""
    distinct = list({tuple(cell and cell.value for cell in line): line for line in lines}.values())
    return distinct[:: max(1, len(distinct) * width // MOST_VOTING)]


def judged(
    lines: Sequence[Line], total: int, parts: tuple[int, ...], tried: float, *, rounded: bool
) -> Pattern:
    """Try a pattern on every line; lines in the same proportions count once, for a copy is no evidence."""
    holding: list[int] = []
    failing: list[int] = []
    seen: set[tuple[int, ...]] = set()
    score = -tried
    for number, line in enumerate(lines):
        found = imbalance_of(line, total, parts)
        if found is None:
            continue
        imbalance, slack = found
        holds = abs(imbalance) <= (slack if rounded else 0)
        (holding if holds else failing).append(number)
        stated = line[total]
        given = [cell for place in parts if (cell := line[place]) is not None]
        if stated is None:
            continue
        key = tuple(cell.value * LIKENESS // stated.value if stated.value else 0 for cell in given)
        if key in seen:
            continue
        seen.add(key)
        chance = chance_of(stated, given, rounded=rounded)
        if holds:
            score += math.log10((1 - ERROR_SHARE) / chance)
        elif chance < 1:
            score += math.log10(ERROR_SHARE / (1 - chance))
    return Pattern(total, parts, tuple(holding), tuple(failing), score, rounded)


def find_patterns(lines: Sequence[Line], labelled: frozenset[int] = frozenset()) -> list[Pattern]:
    """Return the sums along the lines, the surest first.

    First sums of neighbours are sought, then sums over what these leave: totals of totals, and
    grand totals of all single numbers; then sums over scattered positions.

    Args:
        lines: the numbers; None where a cell is blank or a text.
        labelled: the positions that their labels call a total.
    """
    width = max(map(len, lines), default=0)
    if width <= FEWEST:
        return []
    accepted: dict[int, list[Pattern]] = defaultdict(list)
    blanks = blanks_before(lines, width)

    def preference(pattern: Pattern) -> tuple[float, int, int]:
        """Put the surest first, less something for each part and for each blank line it reaches over."""
        cost = len(pattern.parts) + ACROSS * breaks_of(pattern, blanks)
        return (round(cost - pattern.score, 6), len(pattern.parts), pattern.total)

    for signatures, tried, scattered in rounds(lines, width, labelled, accepted):
        candidates = []
        for signature in signatures:
            need = tried - LABELLED if signature[0] in labelled else tried + (UNLABELLED if scattered else 0)
            candidates.append(best_of(lines, *signature, need))
        for pattern in sorted(candidates, key=preference):
            if repeats(pattern):
                accept(compacted(lines, pattern, accepted, tried), accepted, blanks)
    found = [pattern for patterns in accepted.values() for pattern in patterns]
    return sorted((compacted(lines, pattern, accepted, tried) for pattern in found), key=preference)


def repeats(pattern: Pattern) -> bool:
    """Tell whether a pattern is beyond chance and holds on nearly all lines it can be tried on."""
    tried_on = len(pattern.holding) + len(pattern.failing)
    return pattern.score >= 0 and len(pattern.holding) >= LEAST_SHARE * tried_on


def accept(pattern: Pattern, accepted: dict[int, list[Pattern]], blanks: list[int]) -> None:
    """Keep a pattern if it goes with the others; a surer one takes the place of one that says the same."""
    same = accepted[pattern.total]
    if same and breaks_of(pattern, blanks):
        return  # another section that comes to the same: assets and liabilities
    weaker = [
        other for other in same if set(other.parts) & set(pattern.parts) and other.score < pattern.score
    ]
    accepted[pattern.total] = [other for other in same if other not in weaker]
    if repeats(pattern) and fits(pattern, accepted):
        accepted[pattern.total].append(pattern)
    else:
        accepted[pattern.total] = same


def compacted(
    lines: Sequence[Line], pattern: Pattern, accepted: dict[int, list[Pattern]], tried: float
) -> Pattern:
    """Return the pattern with each set of parts that has a total of its own replaced by that total."""
    parts = compact(pattern, accepted)
    if parts == pattern.parts:
        return pattern
    other = best_of(lines, pattern.total, parts, tried)
    return other if repeats(other) else pattern


Signature = tuple[int, tuple[int, ...]]


def rounds(
    lines: Sequence[Line], width: int, labelled: frozenset[int], accepted: dict[int, list[Pattern]]
) -> Iterator[tuple[list[Signature], float, bool]]:
    """Yield signatures to try, out of how many (a power of ten), and whether they are scattered."""
    every = list(range(width))
    lines = voters(lines, width)
    tried = math.log10(width * min(width, LONGEST) * 4) - math.log10(EPSILON)
    yield voted(lines, [(every, 0)], tried - LABELLED), tried, False
    for _ in range(3):
        before = sum(map(len, accepted.values()))
        if not before:
            break
        parts = {place for found in accepted.values() for pattern in found for place in pattern.parts}
        collapsed = [place for place in every if place not in parts]
        leaves = [place for place in every if place not in accepted]
        yield voted(lines, [(collapsed, 1)], tried - LABELLED), tried, False
        yield voted(lines, [(leaves, 1)], tried - LABELLED), tried, False
        if sum(map(len, accepted.values())) == before:
            break
    if len(labelled) > FEWEST:
        yield voted(lines, [(sorted(labelled), 1)], tried - LABELLED), tried, False
    widest = min(WIDEST_STRIDE, width // 2) if width <= WIDEST_STRIDED else 1
    strides = [(every[first::stride], 1) for stride in range(2, widest + 1) for first in range(stride)]
    tried += math.log10(WIDEST_STRIDE)
    some = lines[:: max(1, len(lines) // MOST_VOTERS)]
    if width <= LONGEST_SCATTERED:
        yield voted(some, [(every, WIDEST_GAP), *strides], tried - LABELLED), tried, True
    if width <= WIDEST_PAIRS:
        yield pairs(lines), tried + math.log10(width), True


def pairs(lines: Sequence[Line]) -> list[Signature]:
    """Return any three positions of which one is the sum of the others on the lines that tell most."""
    telling = sorted(range(len(lines)), key=lambda number: -weight_of(lines[number]))[:SEEDS]
    counts: dict[Signature, int] = defaultdict(int)
    for number in telling:
        line = lines[number]
        places: dict[int, list[int]] = defaultdict(list)
        for place, cell in enumerate(line):
            if cell is not None and cell.value:
                places[cell.value].append(place)
        given = [(place, cell.value) for place, cell in enumerate(line) if cell is not None and cell.value]
        for index, (one, first) in enumerate(given):
            for other, second in given[index + 1 :]:
                for total in places.get(first + second, ()):
                    counts[total, (one, other)] += 1
    least = min(2, len(telling))
    return [signature for signature, count in counts.items() if count >= least]


def best_of(lines: Sequence[Line], total: int, parts: tuple[int, ...], tried: float) -> Pattern:
    """Return the pattern as exact or as rounded, whichever the lines speak for."""
    exact = judged(lines, total, parts, tried, rounded=False)
    if not exact.failing:
        return exact
    rounded = judged(lines, total, parts, tried, rounded=True)
    inexact = len(rounded.holding) - len(exact.holding)
    habit = inexact >= max(LEAST_ROUNDED, ROUNDED_SHARE * len(rounded.holding))
    return rounded if habit and rounded.score > exact.score else exact


def breaks_of(pattern: Pattern, blanks: list[int]) -> int:
    """Return how many blank positions stand between the total and its farthest part."""
    first = min(pattern.total, pattern.parts[0])
    return blanks[max(pattern.total, pattern.parts[-1])] - blanks[first]


def voted(lines: Sequence[Line], orders: Sequence[tuple[list[int], int]], least: float) -> list[Signature]:
    """Return the signatures that enough lines speak for; the others cannot pass."""
    found: dict[Signature, None] = {}
    used = {place for line in lines for place, cell in enumerate(line) if cell is not None}
    for order, gaps in orders:
        votes: dict[tuple[int, int, int], float] = defaultdict(float)
        for line in lines:
            for key, weight in votes_of(line, order, gaps):
                votes[key] += weight
        for (total, first, after), weight in votes.items():
            if weight >= least - 1e-9:
                found[total, tuple(place for place in order[first:after] if place in used)] = None
    return list(found)


def votes_of(line: Line, order: list[int], gaps: int) -> Iterator[tuple[tuple[int, int, int], float]]:
    """Yield (total, first, one after the last) in the order for each sum that this line has."""
    cells = [line[place] if place < len(line) else None for place in order]
    if sum(1 for cell in cells if cell is not None and cell.value) < FEWEST:
        return
    sums = [0]
    for cell in cells:
        sums.append(sums[-1] + (0 if cell is None else cell.value))
    rising = all(cell is None or cell.value >= 0 for cell in cells)
    places = None if rising else places_of(sums)
    for total, stated in enumerate(line):
        if stated is None or not tells(stated):
            continue
        at = bisect_left(order, total)
        after = at + 1 if at < len(order) and order[at] == total else at
        reach = stated.value - stated.unit * len(sums) if rising else -math.inf  # the least that parts make
        for gap in range(gaps + 1):
            if after + gap < len(sums) and sums[-1] - sums[after + gap] >= reach:
                yield from run(sums, places, cells, total, stated, after + gap, 1)
            if at >= gap and sums[at - gap] >= reach:
                yield from run(sums, places, cells, total, stated, at - gap, -1)


def run(
    sums: list[int],
    places: dict[int, list[int]] | None,
    cells: Sequence[Number | None],
    total: int,
    stated: Number,
    start: int,
    step: int,
) -> Iterator[tuple[tuple[int, int, int], float]]:
    """Yield the runs from a start that add up to what is stated, exactly or within rounding."""
    target = sums[start] + step * stated.value
    ends = (
        places.get(target, ())[:FLATTEST]
        if places is not None
        else ends_near(sums, target, start, stated.unit)
    )
    for end in ends:
        first, after = (start, end) if step > 0 else (end, start)
        if after - first < FEWEST or after - first > LONGEST:
            continue
        parts = [cell for cell in cells[first:after] if cell is not None]
        chance = chance_of(stated, parts, rounded=sums[end] != target)
        if chance < 1:
            yield (total, first, after), math.log10((1 - ERROR_SHARE) / chance)


def ends_near(sums: list[int], target: int, start: int, unit: int) -> list[int]:
    """Return the places whose running sum is the target or as near as rounding may bring it."""
    left = bisect_left(sums, target)
    slack = unit * (abs(left - start) + 2) // 2
    above = left < len(sums) and sums[left] - target <= slack
    if not above and not (left and target - sums[left - 1] <= slack):
        return []  # nearly always
    found = []
    right = bisect_right(sums, target, left)
    if start <= left:
        places = range(max(left - 1, 0), min(left + FLATTEST, right + 1, len(sums)))
    else:
        places = range(max(left - 1, right - FLATTEST, 0), min(right + 1, len(sums)))
    for end in places:
        off = abs(sums[end] - target)
        if off <= unit * (abs(end - start) + 1) // 2:
            found.append(end)
    return found


def places_of(sums: list[int]) -> dict[int, list[int]]:
    """Return where each running sum stands, for lines with numbers below zero."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, value in enumerate(sums):
        places[value].append(place)
    return places


def fits(pattern: Pattern, accepted: dict[int, list[Pattern]]) -> bool:
    """Tell whether a pattern says something new and goes with those accepted before.

    No circle, no number counted twice, no second total of the same parts, no second way of saying the same.
    """
    parts = set(pattern.parts)
    for place in parts:
        for other in accepted.get(place, ()):
            if pattern.total in other.parts or parts & set(other.parts):
                return False
    for total, others in accepted.items():
        if total != pattern.total and any(parts == set(other.parts) for other in others):
            return False
    leaves = leaves_of(parts, accepted)
    for other in accepted.get(pattern.total, ()):
        common = leaves & leaves_of(set(other.parts), accepted)
        if common:
            return False
    return True


def compact(pattern: Pattern, accepted: dict[int, list[Pattern]]) -> tuple[int, ...]:
    """Return the parts with each set of them that has a total of its own replaced by that total."""
    parts = set(pattern.parts)
    for total, others in accepted.items():
        for other in others:
            below = set(other.parts)
            if total != pattern.total and total not in parts and below < parts:
                parts = parts - below | {total}
    return tuple(sorted(parts))


def leaves_of(parts: set[int], accepted: dict[int, list[Pattern]]) -> set[int]:
    """Return the parts with every total among them replaced by its own parts, down to the last."""
    leaves: set[int] = set()
    waiting, seen = list(parts), set()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        below = accepted.get(place)
        if below:
            waiting.extend(below[0].parts)
        else:
            leaves.add(place)
    return leaves
