"""Is the right cell named, with its right value, as the unique first suggestion? Prints its tables.

Run: PYTHONPATH=src python benchmarks/culprit/bench.py [cases in each setting]

The values are the half of the real returns that `calibrate.py` did not see. Exits with 1 if a bar is missed.
"""

import random
import sys
from collections import defaultdict

import peers
from judging import Score
from other_errors import ERRORS, case_of
from real_values import Panel, italy, liberia, split
from settings import SETTINGS

BARS = {
    "one sum of 5 parts": 0.75,
    "one sum of 12 parts": 0.65,
    "table 8 x 4 with both margins": 0.99,
    "one sum of 5 parts, four earlier periods": 0.90,
    "two errors in a table 8 x 4 with both margins": 0.95,
}
LIKELY = 0.95
SEED = "bench"
CAUSE_CASES = 20  # a hundredth of the cases at the most: cases of each other cause are cases / CAUSE_CASES


def main() -> None:
    """Measure and print; half of the cases are from Italy, half from Liberia."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    pools = {"Italy": split(italy(), held_out=True), "Liberia": split(liberia(), held_out=True)}
    missed = six_kinds(cases, pools)
    other_causes(cases // CAUSE_CASES, pools)
    missed += peers.compare()
    sys.exit(bool(missed))


def six_kinds(cases: int, pools: dict[str, list[Panel]]) -> int:
    """Print the table of settings; return how many bars are missed."""
    print(f"Six kinds of typing error in equal parts, {cases:,} cases in each setting, seed {SEED!r}\n")
    print(f"| {'setting':45} | right | bar  | Italy | Liberia | likely | of these right | not settled | ms |")
    print("|---|---|---|---|---|---|---|---|---|")
    missed = 0
    by_kind: dict[str, dict[str, list[bool]]] = {}
    for name, make in SETTINGS.items():
        scores = {pool: Score() for pool in pools}
        kinds: dict[str, list[bool]] = defaultdict(list)
        chance = random.Random(f"{SEED} {name}")
        for at, (pool, panels) in enumerate(pools.items()):
            wanted = cases // 2 + (cases % 2) * at
            while scores[pool].cases < wanted:
                case = make(chance, panels)
                if case is not None:
                    right = scores[pool].add(case)
                    for kind in case.kinds:
                        kinds[kind].append(right)
        by_kind[name] = kinds
        missed += _line(name, scores)
    print("\nRight, by kind of error\n")
    _kinds(by_kind)
    return missed


def _line(name: str, scores: dict[str, Score]) -> int:
    every = list(scores.values())
    cases, right = sum(s.cases for s in every), sum(s.right for s in every)
    likely, likely_right = sum(s.likely for s in every), sum(s.likely_right for s in every)
    shares = {pool: score.right / score.cases for pool, score in scores.items()}
    print(
        f"| {name:45} | {right / cases:.1%} | {BARS[name]:.0%} | {shares['Italy']:.1%} | {shares['Liberia']:.1%} "
        f"| {likely} | {likely_right / max(1, likely):.1%} | {sum(s.unsettled for s in every)} "
        f"| {1000 * sum(s.seconds for s in every) / cases:.1f} |",
        flush=True,
    )
    return (right < BARS[name] * cases) + (likely_right < LIKELY * likely)


def _kinds(by_kind: dict[str, dict[str, list[bool]]]) -> None:
    names = sorted({kind for kinds in by_kind.values() for kind in kinds})
    print(f"| setting | {' | '.join(names)} |")
    print("|---" * (len(names) + 1) + "|")
    for setting, kinds in by_kind.items():
        print(f"| {setting} | {' | '.join(f'{sum(kinds[name]) / max(1, len(kinds[name])):.1%}' for name in names)} |")


def other_causes(cases: int, pools: dict[str, list[Panel]]) -> None:
    """Print how often each other cause is found, in sums of four parts alone and with both margins."""
    print(f"\nOther causes, {cases} cases each at the most, returns of 8 areas with 4 data elements\n")
    print("| cause | margins | cases | right | right and so named | likely | of these right | not settled | ms |")
    print("|---|---|---|---|---|---|---|---|---|")
    for cause in sorted(ERRORS):
        for margins in (False, True):
            score = Score()
            chance = random.Random(f"{SEED} {cause}")
            for at in range(4 * cases):
                panels = list(pools.values())[at % len(pools)]
                case = case_of(chance, panels, cause, margins=margins) if score.cases < cases else None
                if case is not None:
                    score.add(case)
            if score.cases:
                _cause(cause, score, margins=margins)


def _cause(cause: str, score: Score, *, margins: bool) -> None:
    print(
        f"| {cause} | {'both' if margins else 'rows'} | {score.cases} | {score.right / score.cases:.1%} "
        f"| {score.named / score.cases:.1%} | {score.likely} | {score.likely_right / max(1, score.likely):.1%} "
        f"| {score.unsettled} | {1000 * score.seconds / score.cases:.1f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
