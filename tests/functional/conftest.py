"""A small campaign, and the command line run on it."""

import json
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from crossfoot.cli import main
from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.new import new
from crossfoot.pipeline.publishing import approve, publish
from crossfoot.terms.issue import IssueNumber

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


RECIPIENTS = """area,address,language
XX-N,north@health.example,
XX-S,south@health.example,fr
XX-N1,alba@health.example,
XX-N2,brio@health.example,zh
"""


@pytest.fixture(scope="session")
def publish_once(tmp_path_factory):
    """Give a campaign whose first issue is published in a language, made once; it is to be copied."""

    @cache
    def made(language):
        path = tmp_path_factory.mktemp("published") / "measles-2026"
        new(path, starts=date(2026, 1, 4))
        described = path / "campaign.yaml"
        described.write_text(described.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
        (path / "recipients.csv").write_text(RECIPIENTS, "utf-8")
        (path / "inbox/week-3.csv").write_text(WEEK_3, "utf-8")
        brief(open_folder(path), period="2026-W03", formats=["text", "pdf"] if language == "en" else ["text"])
        approve(open_folder(path), IssueNumber(1), by="Ministry")
        publish(open_folder(path), IssueNumber(1))
        return path

    return made


@pytest.fixture
def circulable(publish_once, tmp_path):
    """A copy of a campaign whose first issue is published, with PDF, text and the offices' addresses."""

    def copied(language="en"):
        return shutil.copytree(publish_once(language), tmp_path / f"published-{language}")

    return copied
