"""How long the first version takes, and how much memory: one run, all numbers side by side with their bars.

    python benchmarks/first.py            # about two minutes, most of it Italy
    python benchmarks/first.py --quick    # without Italy

Prints a table; the exit code is 1 if a bar is missed. See benchmarks/README.md.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

EXAMPLES = Path(__file__).parents[1] / "examples"
STARTS = 11  # of the interpreter and of `--help`, in turn; the median is told
CROSSFOOT = (sys.executable, "-c", "from crossfoot.cli import main; main()")
MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux


@dataclass(frozen=True, slots=True)
class Run:
    """What one child process took."""

    wall: float  # seconds by the clock
    cpu: float  # seconds of all processors together, its own children included
    peak: float  # megabytes of memory at the most


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    what: str
    run: Run
    seconds: float | None = None  # the bar
    megabytes: float | None = None
    note: str = ""

    @property
    def missed(self) -> bool:
        """Whether a bar is missed."""
        return (self.seconds is not None and self.run.wall > self.seconds) or (
            self.megabytes is not None and self.run.peak > self.megabytes
        )


def measured(command: Sequence[str], *, allowed: Sequence[int] = (0,)) -> Run:
    """Run a command to its end, its output thrown away; stop if its exit code is not an allowed one."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen(command, stdout=told, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in allowed:
            told.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{told.read().decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE)


def starts() -> list[Line]:
    """Return the lines of the bare interpreter and of `crossfoot --help`, taken in turn."""
    bare, helped = [], []
    for _ in range(STARTS):
        bare.append(measured((sys.executable, "-c", "pass")))
        helped.append(measured((*CROSSFOOT, "--help")))
    return [
        Line("python -c pass", _middle(bare), note=f"median of {STARTS}"),
        Line("crossfoot --help", _middle(helped), seconds=0.25, note=f"median of {STARTS}"),
    ]


def _middle(runs: Sequence[Run]) -> Run:
    return Run(median(r.wall for r in runs), median(r.cpu for r in runs), max(r.peak for r in runs))


def liberia(place: Path) -> list[Line]:
    """Return the lines of Liberia: from nothing to the briefing, again unchanged, and with one new return."""
    folder = place / "liberia"
    shutil.copytree(EXAMPLES / "ebola-liberia-2014", folder)
    command = (*CROSSFOOT, "brief", str(folder))
    first = measured(command)
    again = measured(command)
    before = ledger(folder)
    last = (folder / "inbox" / "2014-12-09.csv").read_text("utf-8")
    (folder / "inbox" / "2014-12-09-corrected.csv").write_text(last.replace(",0,", ",1,", 1), "utf-8")
    second = measured(command)
    after = ledger(folder)
    touched = [name for name in after if before.get(name) not in (None, after[name])]
    note = f"ledger: {len(after.keys() - before.keys())} files new, {len(touched)} changed, {len(before)} untouched"
    note = note if not touched else f"{note}: {', '.join(touched)}"
    return [
        Line("Liberia, empty ledger to briefing", first, seconds=15, megabytes=500),
        Line("Liberia, nothing new", again),
        Line("Liberia, one new return", second, seconds=3, note=note),
    ]


def ledger(folder: Path) -> dict[str, tuple[int, str]]:
    """Return each file of the ledger with when it was written and what is in it."""
    files = (path for path in sorted((folder / "ledger").rglob("*")) if path.is_file())
    return {path.name: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files}


def italy(place: Path) -> list[Line]:
    """Return the lines of Italy in full: 172,069 cells taken in and checked, checked again, and briefed."""
    folder = place / "italy"
    shutil.copytree(EXAMPLES / "italy-vaccines", folder)
    return [
        Line("Italy, receive", measured((*CROSSFOOT, "receive", str(folder)))),
        Line("Italy, check", measured((*CROSSFOOT, "check", str(folder)), allowed=(0, 1))),
        Line("Italy, brief", measured((*CROSSFOOT, "brief", str(folder)))),
    ]


def told(lines: Sequence[Line]) -> str:
    """Return the table."""
    rows = [("what", "seconds", "bar", "of CPU", "MB", "bar", "")]
    for line in lines:
        rows.append(
            (
                line.what,
                f"{line.run.wall:.2f}",
                "" if line.seconds is None else f"{line.seconds:g}",
                f"{line.run.cpu:.2f}",
                f"{line.run.peak:.0f}",
                "" if line.megabytes is None else f"{line.megabytes:g}",
                ("MISSED  " if line.missed else "") + line.note,
            )
        )
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    texts = []
    for row in rows:
        sides = enumerate(zip(row, widths, strict=True))
        cells = (t.ljust(w) if n in (0, len(row) - 1) else t.rjust(w) for n, (t, w) in sides)
        texts.append("  ".join(cells).rstrip())
    return "\n".join(texts)


def main() -> None:
    """Measure, print, and exit 1 if a bar is missed."""
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as place:
        lines = [*starts(), *liberia(Path(place))]
        if "--quick" not in sys.argv[1:]:
            lines += italy(Path(place))
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f}, Python {sys.version.split()[0]}\n")
    print(told(lines))
    sys.exit(any(line.missed for line in lines))


if __name__ == "__main__":
    main()
