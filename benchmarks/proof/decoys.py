"""Counts what is claimed of decoys: texts in which every number is replaced by a random one of the same length.

Run: PYTHONPATH=src python benchmarks/proof/decoys.py [--rounds 20] FILE_OR_FOLDER...

What a decoy claims by arithmetic is an accident, and must stay below one in a hundred of what the texts
themselves claim so; what fails in a decoy must be asserted by words, labels or signs, never by arithmetic.
Trailing zeros, signs, marks and number words stay as they are. Every alarm of a decoy is listed once a cue.
"""

import argparse
import random
import re
from collections import Counter

from alarms import proofed, texts_of

NUMBER = re.compile(r"\d+")


def decoy_of(text, draw):
    """Return the text with every run of digits replaced by a random one with the same trailing zeros."""

    def other(match):
        bare = match[0].rstrip("0")
        digits = [str(draw.randint(0, 9)) for _ in bare]
        if digits and bare[0] != "0":
            digits[0] = str(draw.randint(1, 9))
        return "".join(digits) + match[0][len(bare) :]

    return NUMBER.sub(other, text)


def main():
    """Print what is claimed of the texts, then of their decoys, by warrant and outcome."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("places", nargs="+")
    reader.add_argument("--rounds", type=int, default=20)
    asked = reader.parse_args()
    texts = [(name, content.decode("utf-8", "replace")) for _, name, content in texts_of(asked.places, 2_000_000)]
    real, accidental, cues = Counter(), Counter(), Counter()
    for name, text in texts:
        document = proofed(name, text.encode())
        for relation in document.relations if document else ():
            real[relation.warrant, relation.outcome] += 1
    draw = random.Random(1)
    for _ in range(asked.rounds):
        for name, text in texts:
            document = proofed(name, decoy_of(text, draw).encode())
            for relation in document.relations if document else ():
                accidental[relation.warrant, relation.outcome] += 1
                if relation.outcome == "failed":
                    cues[relation.warrant, relation.kind, relation.cue] += 1
    print(f"texts {len(texts)}, decoys of each {asked.rounds}")
    for key in sorted({*real, *accidental}):
        print(f"  {key[0]:10} {key[1]:8} texts {real[key]:6}  a round of decoys {accidental[key] / asked.rounds:.2f}")
    for (warrant, kind, cue), count in cues.most_common():
        print(f"  alarm by {warrant:10} {kind:10} {cue!r} {count}")


if __name__ == "__main__":
    main()
