"""A letter from its arrival to the briefing: every command shows the sentence, and where the figure stands in it."""

import json
import re

import pytest

LAYOUT = """layouts:
  letters:
    kind: prose
    files: "*.txt"
    phrases: {vaccinated: [girls and boys vaccinated]}
"""
ALBA = "Alba, 2026-W03\n\nWe began on time. In all, 310 girls and boys vaccinated here. The weather was fine for 3 hours.\n"


@pytest.fixture
def letters(campaign):
    described = campaign / "campaign.yaml"
    described.write_text(re.sub(r"(?m)^layouts:\n", LAYOUT, described.read_text("utf-8"), count=1), "utf-8")
    file = campaign / "inbox/week-3.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("Alba")), "utf-8")
    (campaign / "inbox/alba.txt").write_text(ALBA, "utf-8")
    return campaign


def test_receive_tells_what_became_of_a_letter(run, letters):
    ran = run("receive", letters, "--json")
    [unread] = [one for one in ran.objects if one.get("file") == "alba.txt"]
    assert unread["kind"] == "text-left-aside"
    assert unread["stated"] == "The weather was fine for ⟦3 hours⟧."
    ran = run("receive", letters, letters / "inbox/alba.txt")
    assert ran.code == 0


def test_trace_shows_the_sentence_with_the_figure_marked(run, letters):
    run("receive", letters)
    ran = run("trace", letters, "vaccinated", "--area", "Alba", "--period", "2026-W03")
    shown = " ".join(ran.out.split())
    assert "alba.txt, characters 42-45" in shown
    assert "⟦310⟧ girls and boys vaccinated here." in shown


def test_a_table_and_a_letter_are_added_up_and_checked(run, letters):
    run("receive", letters)
    [passed] = [
        f for f in run("check", letters, "--json").objects
        if f["check"] == "areas-do-not-sum" and (f["area"], f["data_element"]) == ("XX-N", "vaccinated")
    ]  # fmt: skip
    assert (passed["outcome"], passed["computed"]) == ("passed", "310")
    evidence = next(e for e in passed["evidence"] if e["file"] == "alba.txt")
    assert (evidence["cell"], evidence["stated"], evidence["column"]) == ("42-45", "310", "girls and boys vaccinated")
    assert evidence["sentence"] == "In all, ⟦310⟧ girls and boys vaccinated here."


def test_a_letter_that_states_a_thing_twice_differently_is_found(run, letters):
    (letters / "inbox/alba.txt").write_text(ALBA + "\nIn Alba: 301 girls and boys vaccinated.\n", "utf-8")
    run("receive", letters)
    ran = run("check", letters, "--json")
    [twice] = [f for f in ran.objects if f["check"] == "figure-stated-twice" and f["outcome"] == "failed"]
    assert (twice["stated"], twice["computed"]) == ("301", "310")
    assert [e["sentence"] for e in twice["evidence"]] == [
        "In Alba: ⟦301⟧ girls and boys vaccinated.", "In all, ⟦310⟧ girls and boys vaccinated here.",
    ]  # fmt: skip


def test_what_nothing_takes_is_a_finding_with_its_place(run, letters):
    (letters / "inbox/alba.txt").write_text(ALBA + "\nWe also saw 12 measels cases.\n", "utf-8")
    run("receive", letters)
    ran = run("check", letters, "--json")
    [unknown] = [f for f in ran.objects if f["check"] == "name-unknown" and f["outcome"] == "failed"]
    assert "measels cases" in unknown["detail"]
    ran = run("check", letters)
    assert "alba.txt, characters" in " ".join(ran.out.split())


def test_the_briefing_quotes_the_sentence(run, letters):
    run("receive", letters)
    assert run("brief", letters, "--period", "2026-W03").code == 0
    [page] = letters.glob("issues/*/briefing.html")
    text = page.read_text("utf-8")
    assert "In all, ⟦310⟧ girls and boys vaccinated here." in text
    assert "characters 42-45" in text


def test_propose_writes_a_layout_for_a_letter(run, letters, tmp_path):
    file = tmp_path / "brio.txt"
    file.write_text("Week 2026-W04\n\nPeople vaccinated: 12. Dogs: 3.\n", "utf-8")
    ran = run("receive", letters, "--propose", file)
    assert "kind: prose" in ran.out
    assert "file_name" in ran.out
    found = json.loads(run("receive", letters, "--propose", file, "--json").out)
    assert found["figures"] == 1


@pytest.mark.parametrize("content", [b"%PDF-1.7 torn", b"PK\x03\x04 torn", b"12 \0 cases"])
def test_a_damaged_letter_is_a_finding(run, letters, content):
    (letters / "inbox/alba.txt").write_bytes(content)
    ran = run("receive", letters, "--json")
    assert ran.code == 0
    [trouble] = [one for one in ran.objects if one.get("file") == "alba.txt"]
    assert trouble["kind"] == "file-unreadable"
