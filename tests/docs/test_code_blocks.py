"""Every code block of the documentation runs."""

import csv
import io
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pydantic import TypeAdapter

from crossfoot.campaign.areas import read_areas
from crossfoot.campaign.description import Campaign
from crossfoot.cli.main import crossfoot
from crossfoot.errors import CampaignError

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHOWN = {"text", "mermaid", "sql", "json", "html", "markdown", "jinja"}  # shown, not run
WEEK = """City,Week,Cities that have started,People vaccinated,People vaccinated to date
Alba,2027-W03,1,310,310
Brio,2027-W03,0,0,0
"""


def blocks(page):
    return BLOCK.findall(page.read_text("utf-8"))


def of_language(language):
    return [pytest.param(p, [t for kind, t in blocks(p) if kind == language], id=str(p.relative_to(ROOT)))
            for p in PAGES if any(kind == language for kind, _ in blocks(p))]  # fmt: skip


def test_every_block_has_a_language_that_is_run_or_shown():
    for page in PAGES:
        for kind, _ in blocks(page):
            assert kind in SHOWN | {"bash", "python", "yaml", "csv"}, f"{page.name}: {kind}"


@pytest.mark.parametrize("page, texts", of_language("bash"))
def test_commands_run_in_order(page, texts, tmp_path, monkeypatch):
    """A page's commands run one after the other in one folder, as a reader would type them."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "returns").mkdir()
    (tmp_path / "returns/week-3.csv").write_text(WEEK, "utf-8")
    (tmp_path / "report.txt").write_text("In all 12 places reported: 5 in the north and 7 in the south.\n", "utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for line in "\n".join(texts).replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if not words:
            continue
        if words[0] == "make":
            assert words[1] in targets
        elif words[0] == "cp":
            shutil.copytree(words[2], words[3])
        elif words[0] in ("pip", "python", "cd"):
            continue
        else:
            run(words, line)


def run(words, line):
    assert words[0] == "crossfoot", line
    expanded = [w for word in words[1:] for w in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]
    result = CliRunner().invoke(crossfoot, expanded, catch_exceptions=False)
    assert result.exit_code in ((0, 1) if words[1] == "check" else (0,)), f"{line}\n{result.output}"


@pytest.mark.parametrize("page, texts", of_language("yaml"))
def test_fragments_of_campaign_yaml_are_valid(page, texts):
    for text in texts:
        plain = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - keeps every scalar a string
        for name, given in plain.items():
            TypeAdapter(Campaign.model_fields[name].rebuild_annotation()).validate_python(given)


@pytest.mark.parametrize("page, texts", of_language("csv"))
def test_areas_files_are_read(page, texts, tmp_path):
    for text in texts:
        head = next(csv.reader(io.StringIO(text)))
        if "parent" not in head:
            continue
        path = tmp_path / "areas.csv"
        path.write_text(text, "utf-8")
        levels = tuple(dict.fromkeys(row["level"] for row in csv.DictReader(io.StringIO(text))))
        campaign = Campaign.model_validate(
            {"name": "x", "levels": levels, "calendar": {"starts": "2026-01-01"}, "data_elements": {"a": {"name": "a"}}}
        )
        try:
            assert read_areas(path, campaign).areas
        except CampaignError as error:
            pytest.fail(f"{page.name}: {error}")


@pytest.mark.parametrize("page, texts", of_language("python"))
def test_python_runs(page, texts, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for text in texts:
        exec(compile(text, str(page), "exec"), {})  # noqa: S102 - the point of the test
