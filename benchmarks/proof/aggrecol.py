"""Scores the sums found in real tables against AggreCol's gold, and counts those found in decoys.

Run: PYTHONPATH=src python benchmarks/proof/aggrecol.py dataset.jl.gz [decoys]

A relation counts as right if its total cell and the set of its part cells are the gold's. Cells
without a number are left out of both sets, and only sums whose printed numbers add up exactly are
scored (gold marks rounded ones too). A decoy is the same table with every number replaced by a random
one of the same sign, digits and trailing zeros.
"""

import gzip
import json
import random
import re
import sys
import time
from pathlib import Path

from crossfoot.documents.layout import Entry, LayoutBuilder
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


def main():
    """Print precision, recall and time; then what was found in decoys."""
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    right = wrong = missed = alarms = 0
    began = time.process_time()
    for entry in entries:
        source = source_from(entry["table_array"])
        if not source.grids:
            continue
        gold = gold_of(entry, source.grids[0])
        found, accused = found_in(source)
        right, wrong, missed = (
            right + len(found & gold),
            wrong + len(found - gold),
            missed + len(gold - found),
        )
        alarms += accused
    print(f"tables {len(entries)}  exact gold sums {right + missed}  CPU {time.process_time() - began:.0f} s")
    print(f"precision {right / (right + wrong):.4f}  recall {right / (right + missed):.4f}  accused {alarms}")
    draw = random.Random(1)
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        relations = accused = 0
        for entry in entries:
            source = source_from(decoy_of(entry["table_array"], draw))
            if source.grids:
                claims = list(find_tabled(source))
                relations += len(claims)
                accused += sum(claim.outcome == "failed" for claim in claims)
        print(f"decoys: relations {relations}, of them accusing {accused}")


if __name__ == "__main__":
    main()
