"""Scores the sums found in real tables against AggreCol's gold, and counts those found in decoys.

Run: PYTHONPATH=src python benchmarks/proof/aggrecol.py dataset.jl.gz [--decoys ROUNDS] [--every N]

Tables are counted from 0; the odd half is never looked at in development, and both are reported.

A relation counts as right if its total cell and the set of its part cells are the gold's. Cells
without a number are left out of both sets, and only sums whose printed numbers add up exactly are
scored (gold marks rounded ones too). A decoy is the same table with every number replaced by a random
one of the same sign, digits and trailing zeros.
"""

import argparse
import gzip
import json
import random
import re
import time
from pathlib import Path

from crossfoot.documents.layout import Entry, LayoutBuilder
from crossfoot.proof.relations import find_claims
from crossfoot.proof.relations.tabled import find_tabled
from crossfoot.proof.source import source_of

DIGITS = re.compile(r"\d")


def source_from(table):
    """Return a table of texts, read as the proof of a document reads it."""
    builder = LayoutBuilder()
    builder.add_table([[Entry(cell) for cell in row] for row in table])
    return source_of(builder.layout())


def gold_of(entry, grid):
    """Return the gold's exact sums as (total cell, part cells)."""
    sums = set()
    for note in entry["aggregation_annotations"]:
        total = tuple(note["aggregator_index"])
        parts = frozenset(cell for cell in map(tuple, note["aggregatee_indices"]) if cell in grid.figures)
        if note["operator"] != "Sum" or total not in grid.figures or not parts:
            continue
        if grid.figures[total].value == sum(grid.figures[cell].value for cell in parts):
            sums.add((total, parts))
    return sums


def found_in(source):
    """Return the exact sums that were found, and how many cells were accused."""
    place = {figure.id: cell for cell, figure in source.grids[0].figures.items()}
    sums, accused = set(), 0
    for claim in find_tabled(source):
        accused += claim.outcome == "failed"
        if claim.stated.value == sum(part.value for part in claim.parts):
            sums.add((place[claim.stated.id], frozenset(place[part.id] for part in claim.parts)))
    return sums, accused


def decoy_of(table, draw):
    """Return the table with every number replaced by a random one of the same shape."""

    def other(match):
        digits = match[0]
        bare = digits.rstrip("0")
        if not bare:
            return digits
        swapped = "".join(str(draw.randint(0, 9)) for _ in bare)
        first = str(draw.randint(1, 9)) if bare[0] != "0" else "0"
        return first + swapped[1:] + digits[len(bare) :]

    return [[re.sub(r"\d+", other, cell) for cell in row] for row in table]


def scored(entries):
    """Return (right, wrong, missed, accused) over some tables."""
    right = wrong = missed = alarms = 0
    for entry in entries:
        source = source_from(entry["table_array"])
        if not source.grids:
            continue
        gold = gold_of(entry, source.grids[0])
        found, accused = found_in(source)
        right += len(found & gold)
        wrong += len(found - gold)
        missed += len(gold - found)
        alarms += accused
    return right, wrong, missed, alarms


def shown(name, right, wrong, missed, alarms):
    """Print one line of scores."""
    print(
        f"{name:5} exact gold sums {right + missed:6}  precision {right / max(right + wrong, 1):.4f}  "
        f"recall {right / max(right + missed, 1):.4f}  accused {alarms}"
    )


def main():
    """Print precision, recall and time by halves; then what was found in decoys."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("dataset")
    reader.add_argument("--decoys", type=int, default=0, help="rounds of decoys")
    reader.add_argument("--every", type=int, default=1, help="take every so manieth table for the decoys")
    asked = reader.parse_args()
    with gzip.open(Path(asked.dataset), "rt", encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    began = time.process_time()
    even, odd = scored(entries[::2]), scored(entries[1::2])
    print(f"tables {len(entries)}  CPU {time.process_time() - began:.0f} s")
    shown("even", *even)
    shown("odd", *odd)
    shown("both", *(one + other for one, other in zip(even, odd, strict=True)))
    draw = random.Random(1)
    for _ in range(asked.decoys):
        relations = accused = 0
        for entry in entries[:: asked.every]:
            source = source_from(decoy_of(entry["table_array"], draw))
            if source.grids:
                claims = find_claims(source)
                relations += sum(claim.evidence != "declared" for claim in claims)
                accused += sum(claim.outcome == "failed" for claim in claims)
        print(f"decoys of {len(entries[:: asked.every])}: found by arithmetic {relations}, accused {accused}")


if __name__ == "__main__":
    main()
