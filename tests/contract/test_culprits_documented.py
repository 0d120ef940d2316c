"""Every cause and every evidence against stands in docs/culprits.md, and the scores there are those of the product."""

import json
from importlib.resources import files
from pathlib import Path

from crossfoot.footing.culprit.causes import catalogue
from crossfoot.wording import culprits_en

PAGE = (Path(__file__).parents[2] / "docs" / "culprits.md").read_text("utf-8")


def test_every_cause_is_documented_as_it_says_itself():
    for code, module in catalogue().items():
        assert f"| `{code}` | {module.CAUSE.what} |" in PAGE


def test_every_evidence_against_is_documented():
    codes = [key.removeprefix("against.") for key in culprits_en.SENTENCES if key.startswith("against.")]
    assert [code for code in codes if f"| `{code}` |" not in PAGE] == []


def test_the_least_scores_are_those_that_were_measured():
    measured = json.loads(files("crossfoot.footing.culprit").joinpath("measured.json").read_text("utf-8"))
    least = measured["least_score"]
    assert f"at least {least['likely']}, `possible` of {least['possible']}" in PAGE
    assert measured["provenance"]["made_by"] == "benchmarks/culprit/calibrate.py"
