"""Times the proof of texts beside one plain pass of `re` over the same text, in the same process.

Run: PYTHONPATH=src python benchmarks/proof/speed.py FILE...
"""

import re
import sys
import time
from pathlib import Path

from crossfoot.proof import proof

# The yardstick of benchmarks/prose, fixed so that runs can be compared.
PLAIN = re.compile(
    r"(?:(?:over|about|around|nearly|almost|at least|more than|less than|up to|some|approximately)\s+)?"
    r"(?:US\$|[$€£¥])?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s?(?:million|billion|thousand|trillion|m|bn|k))?"
    r"(?:\s?(?:%|per cent|percent|km2|km|kg|mg|cm|mm|tonnes?|hectares?|years?|days?|weeks?|months?|hours?))?",
    re.IGNORECASE,
)


def seconds(work, text, rounds=3):
    """Return the least CPU seconds of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        work(text)
        best = min(best, time.process_time() - began)
    return best


def main():
    """Print the times for the text once and ten times over."""
    text = "\n\n".join(Path(name).read_text("utf-8", errors="replace") for name in sys.argv[1:])
    text = (text * (1 + 1_000_000 // len(text)))[:1_000_000]
    plain = seconds(lambda words: sum(1 for _ in PLAIN.finditer(words)), text)
    whole = seconds(proof, text, 2)
    print(f"1 MB: re {plain:.2f} s, proof {whole:.2f} s, {whole / plain:.1f} times")
    tenfold = seconds(proof, text * 10, 1)
    print(f"10 MB: proof {tenfold:.2f} s, {tenfold / whole:.1f} times 1 MB")


if __name__ == "__main__":
    main()
