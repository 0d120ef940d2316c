"""A small campaign, and the command line run on it."""

import json
import sys
from dataclasses import dataclass

import pytest

from crossfoot.cli import main

WEEK_3 = """City,Week,Cities that have started,People vaccinated,People vaccinated to date
Alba,2026-W03,1,310,310
Brio,2026-W03,0,0,0
Cora,2026-W03,1,95,95
North,2026-W03,1,310,310
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def objects(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(monkeypatch, capfd):
    """Run a command; give its exit code, what it printed, and what it said on the error stream."""

    def run_words(*words):
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["crossfoot", *map(str, words)])
        monkeypatch.setenv("COLUMNS", "80")
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run_words


@pytest.fixture
def campaign(tmp_path, run):
    """The campaign that `crossfoot new` begins, with one week's returns in its inbox."""
    path = tmp_path / "measles-2026"
    assert run("new", path, "--starts", "2026-01-04").code == 0
    (path / "inbox/week-3.csv").write_text(WEEK_3, "utf-8")
    return path
