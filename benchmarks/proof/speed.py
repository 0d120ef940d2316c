"""Times reading and proofing beside one plain pass of `re` over the same text, in the same process.

Run: PYTHONPATH=src python benchmarks/proof/speed.py FILE... [--pdf FILE]
"""

import argparse
import gc
import re
import time
from pathlib import Path

from crossfoot.proof.proofing import proof_bytes, proof_here
from crossfoot.prose import read

# The yardstick of benchmarks/prose, fixed so that runs can be compared.
PLAIN = re.compile(
    r"(?:(?:over|about|around|nearly|almost|at least|more than|less than|up to|some|approximately)\s+)?"
    r"(?:US\$|[$€£¥])?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s?(?:million|billion|thousand|trillion|m|bn|k))?"
    r"(?:\s?(?:%|per cent|percent|km2|km|kg|mg|cm|mm|tonnes?|hectares?|years?|days?|weeks?|months?|hours?))?",
    re.IGNORECASE,
)
MEGABYTE = 1_000_000
PIECE = 5_000  # code points: "a paragraph" of the bar of 50 ms; a longer one is read in such pieces
HOSTILE = {  # what paragraphs are made of that once cost too much
    "digits": "7", "ones": "1 ", "commas": "1,", "slashes": "1/", "brackets": "(1", "shares": "5% of ",
    "breakdowns": "12 confirmed and 13 probable, ", "of which": "360 cases of which 1 ", "words": "two million ",
    "places": "In Bo, Ko 1 ", "han": "一百万二千亿三", "gaps": "1  ", "tabs": "1\t", "lines": "1\n",
}  # fmt: skip


def seconds(work, text, rounds=3):
    """Return the least CPU seconds of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        work(text)
        best = min(best, time.process_time() - began)
    return best


def proofed(text):
    """Return the proof of a text, as the child process of the command makes it."""
    return proof_here(text.encode("utf-8", "replace"), "a.txt", None)


def texts(names):
    """Print what a megabyte of the files costs, and ten."""
    text = "\n\n".join(Path(name).read_text("utf-8", errors="replace") for name in names)
    text = (text * (1 + MEGABYTE // len(text)))[:MEGABYTE]
    plain = seconds(lambda words: sum(1 for _ in PLAIN.finditer(words)), text)
    reading, whole = seconds(read, text, 2), seconds(proofed, text, 2)
    figures = len(proofed(text).figures)
    ratios = f"reading {reading / plain:.1f} times, proof {whole / plain:.1f} times"
    print(f"1 MB, {figures:,} figures: re {plain:.2f} s, {ratios}")
    tenfold = seconds(proofed, text * 10, 1)
    print(f"10 MB: proof {tenfold / whole:.1f} times 1 MB")


def paragraphs():
    """Print the cost of hostile paragraphs, in milliseconds for each 5,000 characters."""
    for name, piece in HOSTILE.items():
        short, long = ((piece * (size // len(piece) + 1))[:size] for size in (PIECE, 20 * PIECE))
        one, many = 1000 * seconds(proofed, short), 1000 * seconds(proofed, long, 1) / 20
        print(f"{name:12} {one:6.1f} ms alone, {many:6.1f} ms in a paragraph of {20 * PIECE:,}")


def main():
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--pdf", help="a PDF to time from its bytes to its proof")
    settings = parser.parse_args()
    gc.disable()  # as the child process does
    texts(settings.files)
    paragraphs()
    if settings.pdf:
        content = Path(settings.pdf).read_bytes()
        began = time.perf_counter()
        pages = max((figure.page or 0 for figure in proof_bytes(content, settings.pdf).figures), default=0)
        print(f"{settings.pdf}: {pages} pages in {time.perf_counter() - began:.2f} s by the clock")


if __name__ == "__main__":
    main()
