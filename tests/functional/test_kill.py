"""A command killed at any moment leaves nothing that the next one does not put right."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

FOLDERS, KILLS = 10, 5  # kills in each folder, one after another: 50 in all

CAMPAIGN = """
name: Test
levels: [country, county]
calendar: {frequency: day, starts: 2026-01-01}
data_elements:
  cases: {name: Cases}
  doses: {name: Doses}
layouts:
  daily: {files: "*.csv", area: {column: Area}, data_element: {header: 1}, period: {column: Day}}
"""
AREAS = "code,name,level,parent\nLR,Liberia,country,\nBM,Bomi,county,LR\nBG,Bong,county,LR\n"

# Forks a child for each run, so that a run takes as long as its work and not as long as its imports.
SERVER = """
import json, os, random, shutil, signal, sys, time
from pathlib import Path
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive

def run(folder, out=None):
    found = open_folder(folder)
    receive(found)
    engine, _ = open_ledger(found, moment())
    if out is not None:
        tables = ("figures", "troubles", "current_figures")
        rows = {t: sorted(map(repr, engine.rows(f"SELECT * FROM {t}"))) for t in tables}
        rows["receipts"] = sorted(map(list, engine.rows("SELECT return_id, name, copy_of FROM receipts")))
        out.write_text(json.dumps(rows))

def forked(folder, out=None):
    child = os.fork()
    if child == 0:
        try:
            run(folder, out)
        finally:
            os._exit(0)
    return child

base, folders, kills = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
shutil.copytree(base / "blank", base / "whole")
begun = time.monotonic()
os.waitpid(forked(base / "whole", base / "whole.json"), 0)
lasts = time.monotonic() - begun
chance = random.Random(20141031)
killed = 0
for n in range(folders):
    folder = base / f"torn{n}"
    shutil.copytree(base / "blank", folder)
    done = 0
    while done < kills:
        if chance.random() < 0.5:  # the ledger may be deleted at any time: then there is more to do again
            shutil.rmtree(folder / "ledger", ignore_errors=True)
        child = forked(folder)
        time.sleep(chance.uniform(0, 0.6 * lasts))
        os.kill(child, signal.SIGKILL)
        done += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL  # or it was through already
    killed += done
    os.waitpid(forked(folder, base / f"torn{n}.json"), 0)
print(json.dumps({"killed": killed, "lasts": lasts}))
"""


@pytest.fixture
def blank(tmp_path):
    folder = tmp_path / "blank"
    (folder / "inbox").mkdir(parents=True)
    (folder / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
    (folder / "areas.csv").write_text(AREAS, "utf-8")
    for day in range(1, 7):
        said = (f"Bomi,{day},?!", "Bongo,2,3", "LR,4,5")
        rows = ("Day,Area,Cases,Doses", *(f"2026-01-{day:02},{rest}" for rest in said))
        (folder / "inbox" / f"{day:02}.csv").write_text("\n".join(rows), "utf-8")
    (folder / "inbox" / "copy of 3.csv").write_bytes((folder / "inbox" / "03.csv").read_bytes())
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_fifty_kills_change_nothing(tmp_path, blank):
    done = subprocess.run(
        [sys.executable, "-c", SERVER, str(tmp_path), str(FOLDERS), str(KILLS)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["killed"] == FOLDERS * KILLS
    whole = json.loads((tmp_path / "whole.json").read_text("utf-8"))
    assert (len(whole["figures"]), len(whole["receipts"])) == (6 * 3, 7)
    for n in range(FOLDERS):
        assert json.loads((tmp_path / f"torn{n}.json").read_text("utf-8")) == whole
        receipts = Counter(_receipts(tmp_path / f"torn{n}"))
        assert set(receipts.values()) == {1}
        assert len(receipts) == 7


def _receipts(folder: Path):
    for path in sorted((folder / "journal").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            entry = json.loads(line)
            yield entry["return_id"], entry["name"]


DECIDER = """
import json, os, random, signal, sys, time
from pathlib import Path
from crossfoot.engine.journal import Acceptance, append_entries
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.decisions import standing

folder = open_folder(Path(sys.argv[1]))
both = [Acceptance("f", "beef", f"x:{n}", "BM", "cases", "", "2026-01-01", str(n), "Office", "why" * 3000,
                   "2026-01-02T00:00:00Z") for n in (1, 2)]
chance = random.Random(1952)
killed = 0
for n in range(int(sys.argv[2])):
    child = os.fork()
    if child == 0:
        append_entries(folder.journal, both)
        os._exit(0)
    time.sleep(chance.uniform(0, 0.004))
    os.kill(child, signal.SIGKILL)
    killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    found = [d.entry.value for d in standing(folder.written(), moment())]
    assert found == ["1", "2"] * (len(found) // 2), found
print(json.dumps({"killed": killed, "found": len(found)}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_decision_is_in_the_journal_whole_or_not_at_all(tmp_path, blank):
    """Two figures that change together: both entries are there, or neither is."""
    done = subprocess.run(
        [sys.executable, "-c", DECIDER, str(blank), "60"], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["killed"] > 0
