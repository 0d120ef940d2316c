"""Score our reader and its peers on the same sets, and time them on the same text, in one run.

python benchmarks/prose/bench.py [--peers] [--data DIR] [--work DIR] [--system NAME] [--only SET]

Without --peers only ours is scored. Each peer is installed into an environment of its own under --work, on first
use; one that cannot be installed is left out, and the reason is printed. What a peer has read is kept there too,
until its version, its adapter or the texts change. The tables are Markdown.
"""

import argparse
import hashlib
import json
import subprocess
import sys
from pathlib import Path

from metrics import evaluate
from peers import ROOT, SYSTEMS, environment, reads

from gold import NOUNS_ARE_UNITS, SETS, available, load

HERE = Path(__file__).resolve().parent
SPEED_CHARACTERS, SLOW_CHARACTERS = 200_000, 20_000
ROUNDS, PASSES = 3, 3


def read_all(name, language, texts, work, passes=1):
    """Return what a system reads in each text, and {seconds, slowest, plain}; None where it cannot run."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    try:
        python, variables = environment(name, work)
        command = [python, HERE / "systems.py", name, language, str(passes)]
        done = subprocess.run(command, input=lines, capture_output=True, text=True, env=variables, check=True, cwd=work)
    except (OSError, subprocess.CalledProcessError) as problem:
        told = (getattr(problem, "stderr", None) or str(problem)).strip().splitlines()
        print(f"{name} {language}: left out: {told[-1][:160]}", file=sys.stderr, flush=True)
        return None
    *found, cost = map(json.loads, done.stdout.splitlines())
    return found, cost


def kept(system, language, texts, work):
    """Return what a system reads in each text. What a peer read is kept: it changes with its versions and texts only.

    Two of the peers need many minutes for the texts of grobid-quantities.
    """
    if system == "crossfoot":
        result = read_all(system, language, texts, work)
        return result and result[0]
    adapter = [(HERE / name).read_text(encoding="utf-8") for name in ("systems.py", "recognizers.js")]
    told = json.dumps([repr(SYSTEMS[system]), language, texts, adapter])
    place = work / f"read-{system}-{hashlib.sha256(told.encode()).hexdigest()[:16]}.json"
    if not place.exists():
        result = read_all(system, language, texts, work)
        if result is None:
            return None
        place.write_text(json.dumps(result[0]), encoding="utf-8")
    return json.loads(place.read_text(encoding="utf-8"))


def score_one(system, name, data, work):
    """Return the scores of a system on a set, or None."""
    _, language, mode = SETS[name]
    if not reads(system, language, name):
        return None
    rows = load(name, data)
    read = kept(system, language, [row["text"] for row in rows], work)
    if read is None:
        return None
    for quantities in read:
        for quantity in quantities:
            noun = quantity.pop("noun", "")
            if name in NOUNS_ARE_UNITS and not quantity["unit"]:
                quantity["unit"] = noun
    predictions = {row["id"]: found for row, found in zip(rows, read, strict=True)}
    return evaluate(rows, predictions, mode, 2e-3 if name.startswith("pitfalls") else 1e-6)


def cell(scores):
    """Return "V / VU", or the S of a set that labels places only; then what was wrongly read as a figure."""
    if scores is None:
        return "–"
    told = " / ".join(f"{scores[key][2]:.1f}" for key in ("V", "VU", "S") if key in scores)
    wrong = scores.get("read as figures")
    return f"{told} ({wrong})" if wrong else told


def score(names, sets, data, work):
    """Print one line a set, with a column for each system, and after it whether ours is above all others."""
    print("| set | texts | " + " | ".join(names) + " |\n" + "|---" * (len(names) + 2) + "|", flush=True)
    below = []
    for name in sets:
        results = {system: score_one(system, name, data, work) for system in names}
        cells = [
            cell(found) + (" *own*" if found and SYSTEMS[system].own and name.startswith(SYSTEMS[system].own) else "")
            for system, found in results.items()
        ]
        print(f"| {name} | {len(load(name, data)):,} | " + " | ".join(cells) + " |", flush=True)
        below += [f"{name} {key}: {system} {theirs:.1f}, ours {ours:.1f}" for system, key, theirs, ours in
                  above_ours(name, results)]  # fmt: skip
    print("\nBelow a peer on a set that is not its own: " + ("; ".join(below) or "none"), flush=True)


def above_ours(name, results):
    """Yield the systems above ours on a set that is not their own: (system, metric, theirs, ours)."""
    ours = results.get("crossfoot")
    for system, found in results.items():
        own = SYSTEMS[system].own and name.startswith(SYSTEMS[system].own)
        for key in ("V", "VU", "S") if ours and found and not own else ():
            if key in found and found[key][2] > ours[key][2]:
                yield system, key, found[key][2], ours[key][2]


def paragraphs(sets, data, limit):
    """Return the first English texts, up to a number of characters."""
    texts = []
    for name in sets:
        for row in load(name, data) if SETS[name][1] == "en" else []:
            if sum(map(len, texts)) < limit:
                texts.append(row["text"])
    return texts


def speed(names, sets, data, work):
    """Print the processor's time of each system beside that of one plain pass over the same paragraphs.

    The systems take turns, and of each the least of all passes counts: what else runs on the machine disturbs least.
    """
    costs = {name: [] for name in names if not SYSTEMS[name].sets}
    texts = {slow: paragraphs(sets, data, SLOW_CHARACTERS if slow else SPEED_CHARACTERS) for slow in (False, True)}
    for round_ in range(ROUNDS):
        for name, found in costs.items():
            slow = SYSTEMS[name].slow
            if not (slow and round_):
                result = read_all(name, "en", texts[slow], work, 1 if slow else PASSES)
                found.extend([result[1]] if result else [])
    print("\n| system | characters | characters/s | × plain pass | slowest text, ms |\n|---|---|---|---|---|")
    for name, found in costs.items():
        if found:
            total = sum(map(len, texts[SYSTEMS[name].slow]))
            seconds, plain, slowest = (min(cost[key] for cost in found) for key in ("seconds", "plain", "slowest"))
            print(f"| {name} | {total:,} | {total / seconds:,.0f} | {seconds / plain:,.1f} | {1000 * slowest:,.1f} |")


def main():
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "prose-gold")
    parser.add_argument("--work", type=Path, default=ROOT / ".bench", help="where environments are made")
    parser.add_argument("--peers", action="store_true", help="install and score the peers too")
    parser.add_argument("--system", action="append", choices=SYSTEMS, help="a system; may be given more than once")
    parser.add_argument("--only", action="append", help="a set to score; may be given more than once")
    parser.add_argument("--no-speed", action="store_true", help="scores only")
    settings = parser.parse_args()
    names = settings.system or (list(SYSTEMS) if settings.peers else ["crossfoot"])
    there = available(settings.data)
    if not there:
        sys.exit(f"No gold sets under {settings.data}: give their folder with --data.")
    work = settings.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    score(names, settings.only or there, settings.data, work)
    if not settings.no_speed:
        speed(names, there, settings.data, work)


if __name__ == "__main__":
    main()
