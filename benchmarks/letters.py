"""How long letters take to be placed, beside reading alone: 1,000 letters of 2 kB, in a campaign of 22,000 names.

    python benchmarks/letters.py          # a minute
    python benchmarks/letters.py 100      # fewer letters

Prints seconds of processor time and their ratio; only the ratio can be compared between machines.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from crossfoot.campaign import read_campaign
from crossfoot.figures import LetterReader
from crossfoot.prose import read
from crossfoot.returns import read_letter

NAMES, LENGTH = 22_000, 2_000
SYLLABLES = "ba be bi bo bu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se".split()
CAMPAIGN = """
name: Letters
levels: [country, city]
calendar: {frequency: week, starts: 2014-01-01}
data_elements:
  cases: {name: Cases}
  deaths: {name: Deaths}
  meetings: {name: Meetings held}
layouts:
  letters: {kind: prose, files: "*"}
"""
SENTENCES = (
    "In {}, {} cases and {} deaths were reported. The teams went from house to house, and people received them well; "
    "nobody complained about the work.\n\n",
    "- {}: {} meetings held and {} cases\n\n",
)


def names(chance: random.Random) -> list[str]:
    """Return names that no two places share."""
    found: set[str] = set()
    while len(found) < NAMES:
        found.add("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize())
    return sorted(found)


def letter(chance: random.Random, places: list[str]) -> str:
    """Return one letter with some thirty figures in it."""
    text = f"{chance.choice(places)}, 12 October 2014\n\n"
    while len(text) < LENGTH:
        sentence = chance.choice(SENTENCES)
        text += sentence.format(chance.choice(places), chance.randint(1, 99), chance.randint(1, 9))
    return text[:LENGTH]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    chance = random.Random(1952)
    places = names(chance)
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        rows = "".join(f"A{n},{name},city,XX\n" for n, name in enumerate(places))
        (Path(folder) / "areas.csv").write_text(f"code,name,level,parent\nXX,Land,country,\n{rows}", "utf-8")
        (Path(folder) / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
        campaign, tree = read_campaign(Path(folder) / "campaign.yaml")
    letters = [letter(chance, places) for _ in range(count)]
    documents = [read_letter(text.encode(), "letter.txt") for text in letters]
    readers: list[LetterReader] = []
    gathered = seconds(lambda: readers.append(LetterReader(campaign.layouts["letters"], campaign, tree)))
    alone = seconds(lambda: [read(text) for text in letters])
    figures: list[int] = []
    placed = seconds(lambda: figures.extend(len(readers[0].place("f" * 64, "l.txt", d).figures) for d in documents))
    print(f"{count:,} letters, {sum(map(len, letters)):,} characters, {sum(figures):,} figures placed")
    print(f"gather {NAMES:,} names, once   {gathered:6.2f} s")
    print(f"read alone                 {alone:6.2f} s")
    print(f"read and place             {placed:6.2f} s   {placed / alone:.1f} times reading alone")


if __name__ == "__main__":
    main()
