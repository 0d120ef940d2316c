"""Measures how often suggestions are right by their score, and writes what the product says "likely" by.

Run: PYTHONPATH=src python benchmarks/culprit/calibrate.py [cases in each setting]

Writes src/crossfoot/footing/culprit/measured.json and docs/culprits-reliability.svg. It uses one half of the real
values and seeds of its own; `bench.py` measures with the other half.
"""

import json
import math
import random
import sys
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import reliability_plot
from judging import Score
from other_errors import ERRORS, case_of
from real_values import italy, liberia, split
from settings import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
MEASURED = ROOT / "src/crossfoot/footing/culprit/measured.json"
PLOT = ROOT / "docs/culprits-reliability.svg"
SEED = "calibrate"
SURE = 1.96  # of Wilson's interval: 95 %
LIKELY, POSSIBLE = 0.95, 0.5
NEAR = Decimal("0.05")
BANDS = [Decimal(n) / 100 for n in (0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95, 97, 98, 99)] + [Decimal("1.01")]
GRID = [Decimal(n) / 200 for n in range(1, 200)] + [Decimal("0.999")]


def main() -> None:
    """Measure, choose the least scores, write both files."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    firsts = measure(cases)
    likely = least(firsts, LIKELY)
    possible = min(likely, least(firsts, POSSIBLE))
    bands = {name: table(found) for name, found in firsts.items()}
    measured = {
        "provenance": {
            "made_by": "benchmarks/culprit/calibrate.py",
            "seed": SEED,
            "cases_in_each_setting": cases,
            "values": "examples/italy-vaccines, by week; examples/ebola-liberia-2014, lines that foot; "
            "every other stretch of ten periods",
            "rule": "the least score at and above which, in each setting by itself, the lower end of Wilson's 95 % "
            "interval of the share of right suggestions is 0.95 (likely), 0.5 (possible), and down to which that share "
            "itself is so great among the scores up to 0.05 higher",
        },
        "least_score": {"likely": str(likely), "possible": str(possible)},
        "bands": bands,
    }
    MEASURED.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    PLOT.write_text(reliability_plot.drawn(bands), encoding="utf-8")
    print(json.dumps(measured["least_score"]))


def measure(cases: int) -> dict[str, list[tuple[Decimal, bool]]]:
    """Return, for each setting, the score of each first suggestion and whether it was right."""
    found = {}
    pools = [split(italy(), held_out=False), split(liberia(), held_out=False)]
    for name, make in SETTINGS.items():
        chance = random.Random(f"{SEED} {name}")
        score = Score()
        while score.cases < cases:
            case = make(chance, pools[score.cases % 2])
            if case is not None:
                score.add(case)
        found[name] = score.firsts
        print(name, score.right / score.cases)
    for margins, name in (
        (False, "other causes, sums of 4 parts"),
        (True, "other causes, table 8 x 4 with both margins"),
    ):
        score = Score()
        for cause in ERRORS:
            chance = random.Random(f"{SEED} {cause}")
            for tries in range(cases // 10):
                case = case_of(chance, pools[tries % 2], cause, margins=margins)
                if case is not None:
                    score.add(case)
        found[name] = score.firsts
        print(name, score.right / score.cases)
    return found


def least(firsts: dict[str, list[tuple[Decimal, bool]]], wanted: float) -> Decimal:
    """Return the least score from which on suggestions are right often enough: all of them, and those just above it.

    All of them: in each setting by itself, by the lower end of Wilson's interval. Just above: all settings together.
    """
    everything = [first for found in firsts.values() for first in found]
    best = Decimal(1)
    for score in reversed(GRID):
        just_above = [right for at, right in everything if score <= at < score + NEAR]
        above = ([right for at, right in found if at >= score] for found in firsts.values())
        if sum(just_above) < wanted * len(just_above) or any(lower_end(found) < wanted for found in above if found):
            return best
        best = score
    return best


def lower_end(outcomes: list[bool]) -> float:
    """Return the lower end of Wilson's interval for the share of right ones."""
    if not outcomes:
        return 0.0
    size, share = len(outcomes), sum(outcomes) / len(outcomes)
    middle = share + SURE**2 / (2 * size)
    half = SURE * math.sqrt(share * (1 - share) / size + SURE**2 / (4 * size**2))
    return (middle - half) / (1 + SURE**2 / size)


def table(firsts: list[tuple[Decimal, bool]]) -> list[dict[str, object]]:
    """Return, for each band of scores, how many suggestions there were and how many were right."""
    rows = []
    for low, high in pairwise(BANDS):
        found = [(score, right) for score, right in firsts if low <= score < high]
        if found:
            mean = sum(score for score, _ in found) / len(found)
            rows.append(
                {
                    "from": str(low),
                    "suggestions": len(found),
                    "right": sum(right for _, right in found),
                    "mean_score": str(mean.quantize(Decimal("0.001"))),
                }
            )
    return rows


if __name__ == "__main__":
    main()
