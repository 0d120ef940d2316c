"""Score our reader and its peers on the same sets, and time them on the same text, in one run.

python benchmarks/prose/bench.py [--peers] [--data DIR] [--work DIR] [--system NAME] [--only SET]
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from pathlib import Path

from metrics import evaluate
from systems import LANGUAGES, PACKAGES

from gold import NOUNS_ARE_UNITS, SETS, available, load

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SPEED_CHARACTERS = 200_000


def environment(name, work):
    """Return the Python of a system's own environment, made on first use."""
    if not PACKAGES[name]:
        return sys.executable
    place = work / f"env-{name}"
    python = place / "bin" / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES[name]], check=True)
    return str(python)


def read_all(name, language, texts, work):
    """Return what a system reads in each text, and {seconds, slowest}; None where it cannot run."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src")} if name == "crossfoot" else None
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(
        [environment(name, work), HERE / "systems.py", name, language],
        input=lines,
        capture_output=True,
        text=True,
        env=settings,
        check=False,
    )
    if done.returncode:
        print(f"{name} {language}: {done.stderr.strip().splitlines()[-1][:160]}", file=sys.stderr)
        return None
    *found, cost = map(json.loads, done.stdout.splitlines())
    return found, cost


def score(names, sets, data, work):
    """Print one line a set and system."""
    print(f"{'set':18}{'system':13}{'V':>7}{'VU':>7}{'S':>7}{'Q':>7}  read as figures")
    for name in sets:
        _, language, mode = SETS[name]
        rows = load(name, data)
        for system in names:
            result = (
                read_all(system, language, [row["text"] for row in rows], work)
                if language in LANGUAGES[system]
                else None
            )
            if result is None:
                continue
            for quantities in result[0]:
                for quantity in quantities:
                    noun = quantity.pop("noun", "")
                    if name in NOUNS_ARE_UNITS and not quantity["unit"]:
                        quantity["unit"] = noun
            predictions = {row["id"]: found for row, found in zip(rows, result[0], strict=True)}
            scores = evaluate(rows, predictions, mode, 2e-3 if name.startswith("pitfalls") else 1e-6)
            cells = [f"{scores[key][2]:7.1f}" if key in scores else f"{'':7}" for key in ("V", "VU", "S")]
            claims = f"{scores['Q']:7.1f}" if "Q" in scores else f"{'':7}"
            print(
                f"{name:18}{system:13}{''.join(cells)}{claims}  {scores.get('read as figures', '')}",
                flush=True,
            )


def speed(names, sets, data, work):
    """Print the time of each system beside that of one plain pass over the same paragraphs."""
    texts, total = [], 0
    for name in sets:
        for row in load(name, data) if SETS[name][1] == "en" else []:
            if total < SPEED_CHARACTERS:
                texts.append(row["text"])
                total += len(row["text"])
    print(
        f"\n{'system':13}{'characters/s':>14}{'x plain pass':>14}{'slowest, ms':>13}   on {total} characters"
    )
    for system in names:
        result = read_all(system, "en", texts, work)
        if result is not None:
            cost = result[1]
            rate, times = total / cost["seconds"], cost["seconds"] / cost["plain"]
            print(f"{system:13}{rate:14,.0f}{times:14.1f}{1000 * cost['slowest']:13.1f}", flush=True)


def main():
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "prose-gold")
    parser.add_argument("--work", type=Path, default=ROOT / ".bench", help="where environments are made")
    parser.add_argument("--peers", action="store_true", help="install and score the peers too")
    parser.add_argument(
        "--system", action="append", choices=PACKAGES, help="a system; may be given more than once"
    )
    parser.add_argument("--only", action="append", help="a set to score; may be given more than once")
    settings = parser.parse_args()
    names = settings.system or (list(PACKAGES) if settings.peers else ["crossfoot"])
    sets = settings.only or available(settings.data)
    if not sets:
        sys.exit(f"No gold sets under {settings.data}: give their folder with --data.")
    settings.work.mkdir(parents=True, exist_ok=True)
    score(names, sets, settings.data, settings.work)
    speed(names, sets, settings.data, settings.work)


if __name__ == "__main__":
    main()
