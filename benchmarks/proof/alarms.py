"""Counts the relations that fail in real prose, lists every one, and counts the slips that are caught.

Run: PYTHONPATH=src python benchmarks/proof/alarms.py [--slips N] [--longest CHARACTERS] FILE_OR_FOLDER...

Texts (txt, rst, md, html, csv, LICENSE and the like, also compressed with gzip) are read as `crossfoot
proof` reads them. A word is a run of letters or digits; of Chinese, two characters. A slip changes one
digit of the stated figure of a relation that passed; it is caught if that figure, or one of the relation
it stood in, then fails. A part that is more than its group fails; one that is less cannot be told from a right one.
"""

import argparse
import gzip
import random
import re
import sys
import time
import zlib
from collections import Counter
from pathlib import Path

from crossfoot.errors import CrossfootError
from crossfoot.proof import proof_bytes

ENDINGS = {"", ".txt", ".rst", ".md", ".html", ".htm", ".csv", ".news", ".tex", ".po", ".1", ".5", ".7", ".8"}
WORD = re.compile(r"[^\W\u3400-\u9fff]+|[\u3400-\u9fff]{1,2}")
DIGIT = re.compile(r"\d")
SHOWN = 90  # code points of context on either side of an alarm


def texts_of(places, longest):
    """Yield (name, bytes) of the texts among files and folders, each once."""
    seen = set()
    for place in map(Path, places):
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            bare = path.with_suffix("") if path.suffix == ".gz" else path
            if not path.is_file() or bare.suffix.lower() not in ENDINGS:
                continue
            content = content_of(path)
            if b"\0" in content[:4096] or len(content) > longest or hash(content) in seen:
                continue
            seen.add(hash(content))
            name = bare.name if bare.suffix in (".md", ".html", ".htm", ".csv") else f"{bare.name}.txt"
            yield str(path), name, content


def content_of(path):
    """Return the bytes of a file, those within where it is compressed; nothing where it is damaged."""
    try:
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (EOFError, OSError, zlib.error):
        return b""


def proofed(name, content):
    """Return the proof of a text, or None where it is none."""
    try:
        return proof_bytes(content, name)
    except CrossfootError:
        return None


def shown(document, relation):
    """Return an alarm with the text around it, on one line."""
    figures = [document.figure(name) for name in (relation.stated, *relation.parts)]
    start = max(0, min(figure.start for figure in figures) - SHOWN)
    end = max(figure.end for figure in figures) + SHOWN
    around = " ".join(document.text[start : min(end, start + 600)].split())
    return f"{relation.kind}/{relation.evidence}: {relation.why}\n      {around}"


def slipped(document, relation, draw):
    """Return the text with one digit of the stated figure changed."""
    figure = document.figure(relation.stated)
    places = [figure.start + match.start() for match in DIGIT.finditer(figure.text)]
    if not places:
        return None
    place = draw.choice(places[:1] if len(places) == 1 else places)
    old = document.text[place]
    new = draw.choice([digit for digit in "123456789" if digit != old])
    return document.text[:place] + new + document.text[place + 1 :]


def caught(document, relation, name, draw):
    """Return what a slip in the stated figure of a relation that passed makes of it; None without digits.

    That is failed, missing (it is said that something is left over) or unseen.
    """
    text = slipped(document, relation, draw)
    if text is None:
        return None
    start = document.figure(relation.stated).start
    places = {document.figure(part).start for part in relation.parts} | {start}
    again = proofed(name, text.encode())
    if again is None:
        return "unseen"
    outcomes = {other.outcome for other in again.relations if again.figure(other.stated).start in places}
    return next((outcome for outcome in ("failed", "missing") if outcome in outcomes), "unseen")


def main():
    """Print each alarm, the rate for 10,000 words, what was claimed, and the slips that were caught."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("places", nargs="+")
    reader.add_argument("--slips", type=int, default=0, help="slips that are tried in all")
    reader.add_argument("--longest", type=int, default=1_000_000, help="bytes of a text that is read")
    asked = reader.parse_args()
    words = size = texts = 0
    claims, alarms, held = Counter(), 0, []
    began = time.process_time()
    for path, name, content in texts_of(asked.places, asked.longest):
        document = proofed(name, content)
        if document is None:
            continue
        texts, size = texts + 1, size + len(content)
        words += sum(1 for _ in WORD.finditer(document.text))
        for relation in document.relations:
            claims[relation.kind, relation.evidence, relation.outcome] += 1
            if relation.outcome == "failed":
                alarms += 1
                print(f"{path}\n    {shown(document, relation)}")
            elif relation.outcome == "passed" and relation.evidence != "found":
                held.append((path, name, content, relation.id))
        sys.stdout.flush()
    spent = time.process_time() - began
    print(f"\ntexts {texts}  megabytes {size / 1e6:.1f}  words {words}  CPU {spent:.0f} s")
    print(f"alarms {alarms}, for 10,000 words {alarms * 10_000 / max(words, 1):.3f}")
    for (kind, evidence, outcome), count in sorted(claims.items()):
        print(f"  {kind:12} {evidence:10} {outcome:8} {count}")
    if asked.slips:
        try_slips(held, asked.slips)


def try_slips(held, wanted):
    """Print how many slips in relations that hold are caught, by kind."""
    draw = random.Random(5)
    seen = Counter()
    for _, name, content, number in draw.sample(held, min(wanted, len(held))):
        document = proofed(name, content)
        relation = document.relations[int(number[1:]) - 1]
        found = caught(document, relation, name, draw)
        if found is not None:
            seen[relation.kind, found] += 1
    for (kind, found), count in sorted(seen.items()):
        print(f"  slips {kind:12} {found:8} {count}")


if __name__ == "__main__":
    main()
