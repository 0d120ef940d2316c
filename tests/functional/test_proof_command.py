"""The command `proof` end to end: what it prints, what it writes, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossfoot.cli.proof import proof as command

WRONG = "Le cumul des décès est de 360 dont 228 confirmés, 133 probables et 02 suspects.\n"
RIGHT = WRONG.replace("360", "363")
FIGURE = (
    "id text start end page value lower upper lower_closed upper_closed qualifier unit counted area period"
)
BRIEFING = Path(__file__).parents[3] / "shared" / "acceptance" / "briefing-1952"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in an empty folder that holds wrong.md and right.md."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("wrong.md").write_text(WRONG, "utf-8")
    Path("right.md").write_text(RIGHT, "utf-8")
    return lambda *words, **more: CliRunner().invoke(command, words, **more)


def test_what_does_not_add_up_is_shown_and_ends_with_1(run):
    result = run("wrong.md", "--language", "en")
    assert result.exit_code == 1
    assert "wrong.md · 4 figures · 1 relation checked · 1 does not add up" in result.output
    assert "228 + 133 + 02 = 363, stated 360 (−3)" in result.output
    assert max(map(len, result.output.splitlines())) <= 80
    assert Path("wrong.md.proof.html").exists()


def test_what_adds_up_ends_with_0(run):
    result = run("right.md", "--no-copy")
    assert result.exit_code == 0
    assert "tout tombe juste" in result.output
    assert not Path("right.md.proof.html").exists()


def test_json_is_as_documented(run):
    result = run("wrong.md", "--json")
    row = json.loads(result.stdout)
    assert set(row) == {"file", "sha256", "language", "figures", "relations"}
    assert row["language"] == "fr"
    first, (relation,) = row["figures"][0], row["relations"]
    assert list(first) == FIGURE.split()
    assert WRONG[first["start"] : first["end"]] == "360" == first["value"]
    assert relation["outcome"] == "failed"
    assert relation["imbalance"] == "-3"
    assert relation["stated"] == first["id"]


def test_text_is_what_offsets_count_in(run):
    assert run("wrong.md", "--text").stdout == WRONG


def test_standard_input(run):
    result = run("-", "--json", input=WRONG)
    assert json.loads(result.stdout)["file"] == "-"
    assert result.exit_code == 1


def test_fail_on_never(run):
    assert run("wrong.md", "--no-copy", "--fail-on", "never").exit_code == 0


def test_an_accepted_finding_does_not_fail(run):
    """What was looked at and stands is listed with its reason, and no longer ends with 1."""
    rows = json.loads(run("wrong.md", "--write-baseline").stdout)
    Path("accepted.json").write_text(
        json.dumps([{**row, "reason": "as printed in 1952"} for row in rows]), "utf-8"
    )
    result = run("wrong.md", "--baseline", "accepted.json", "--language", "en")
    assert result.exit_code == 0
    assert "1 accepted" in result.output
    assert "as printed in 1952" in Path("wrong.md.proof.html").read_text("utf-8")


def test_a_baseline_without_reasons_is_refused(run):
    Path("accepted.json").write_bytes(run("wrong.md", "--write-baseline").stdout_bytes)
    result = run("wrong.md", "--baseline", "accepted.json")
    assert "reason" in str(result.exception)


def test_the_copy_is_one_accessible_file(run):
    run("wrong.md")
    copy = Path("wrong.md.proof.html").read_text("utf-8")
    assert copy.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert 'class="f failed stated"' in copy
    assert 'href="#findings"' in copy
    for outside in ("http:", "https:", "src=", "@import", "url("):
        assert outside not in copy.replace("http://www.w3.org/2000/svg", "")


def test_a_copy_cannot_carry_a_script(run):
    Path("evil.txt").write_text('<script>alert(1)</script> 12 "cases" & <b>', "utf-8")
    run("evil.txt")
    copy = Path("evil.txt.proof.html").read_text("utf-8")
    assert "<script>alert" not in copy
    assert "&lt;script&gt;alert" in copy


def test_a_file_that_is_not_there(run):
    result = run("nothing.md")
    assert "cannot be opened" in str(result.exception)


@pytest.mark.skipif(not BRIEFING.exists(), reason="the briefing is not part of the product")
def test_the_briefing_of_1952(run):
    """Every relation of the gold is found with its verdict, and no other fails."""
    result = run(str(BRIEFING / "briefing.txt"), "--json")
    row = json.loads(result.stdout)
    value = {figure["id"]: figure["value"] for figure in row["figures"]}
    found = {
        (
            relation["kind"],
            value[relation["stated"]],
            tuple(value[part] for part in relation["parts"]),
        ): relation
        for relation in row["relations"]
    }
    assert found["sum", "462", ("84", "86", "71", "157", "53", "11")]["outcome"] == "passed"
    assert found["share", "7.8", ("14939", "189338")]["outcome"] == "failed"
    assert found["share", "7.8", ("14939", "189338")]["holds_if"] == "truncated"
    assert found["difference", "189338", ("165000", "20000")]["outcome"] == "passed"
    assert found["part-of", "34200", ("16500", "9000")]["outcome"] == "passed"
    assert found["part-of", "4570000", ("595000", "1900000")]["outcome"] == "passed"
    assert found["part-of", "22844", ("2042", "8505", "4727")]["outcome"] == "passed"
    assert sum(relation["outcome"] == "failed" for relation in row["relations"]) == 1
