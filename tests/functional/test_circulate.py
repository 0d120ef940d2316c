"""A published issue goes down the hierarchy once, with the notes of those who sent it on."""

import csv
import email
import email.policy
import io
import json
import socket
from pathlib import Path

import pytest


@pytest.fixture
def published(circulable) -> Path:
    return circulable()


def journal(campaign: Path, kind: str) -> list[dict]:
    lines = [line for p in sorted((campaign / "journal").glob("*.jsonl")) for line in p.read_text("utf-8").splitlines()]
    return [entry for entry in map(json.loads, lines) if entry["kind"] == kind]


def mail(path: Path):
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


@pytest.fixture
def no_network(monkeypatch):
    def refused(*_args, **_kwargs):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def test_without_send_or_out_nothing_is_written_and_all_is_told(published, run, no_network) -> None:
    before = {p: p.stat().st_mtime_ns for p in published.rglob("*") if p.is_file()}
    ran = run("circulate", published, "1")
    assert ran.code == 0, ran.err
    assert "would go to 2 areas. Nothing was sent." in ran.out
    assert "north@health.example" in ran.out
    assert "alba@health.example" not in ran.out
    assert {p: p.stat().st_mtime_ns for p in published.rglob("*") if p.is_file()} == before


def test_a_folder_of_ready_messages(published, run, tmp_path, no_network) -> None:
    note = tmp_path / "note.md"
    note.write_text("Please **read** the page on Brio.\n", "utf-8")
    out = tmp_path / "out"
    ran = run("circulate", published, "1", "--cover", note, "--from", "Ministry of Health", "--out", out)
    assert ran.code == 0, ran.err
    rows = list(csv.DictReader(io.StringIO((out / "list.csv").read_text("utf-8"))))
    assert [(r["area"], r["address"]) for r in rows] == [
        ("XX-N", "north@health.example"), ("XX-S", "south@health.example"),
    ]  # fmt: skip
    message = mail(out / rows[0]["file"])
    assert message["To"] == "north@health.example"
    text = message.get_body(("plain",)).get_content()
    briefing = (published / "issues/001/briefing.txt").read_text("utf-8")
    assert text.index("Ministry of Health") < text.index("Please **read**") < text.index(briefing.splitlines()[0])
    assert briefing.strip() in text.replace("\r\n", "\n")
    page = message.get_body(("html",)).get_content()
    assert "<strong>read</strong>" in page
    [pdf] = list(message.iter_attachments())
    assert pdf.get_content() == (published / "issues/001/briefing.pdf").read_bytes()
    assert mail(out / rows[1]["file"])["Content-Language"] == "fr"


def test_running_it_twice_never_writes_two(published, run, tmp_path) -> None:
    run("circulate", published, "1", "--out", tmp_path / "one")
    ran = run("circulate", published, "1", "--out", tmp_path / "two")
    assert ran.code == 0
    assert "Sent before: 2." in ran.out
    assert not list((tmp_path / "two").glob("*.eml"))
    assert len([e for e in journal(published, "sending") if e["state"] == "sent"]) == 2


def test_only_a_published_issue_goes_down(campaign, run) -> None:
    run("brief", campaign)
    ran = run("circulate", campaign, "1")
    assert ran.code == 13
    assert "is not published" in ran.err


def test_an_area_sends_it_on_with_its_own_note_above_those_before(published, run, tmp_path) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    first.write_text("From the top.", "utf-8")
    second.write_text("From the north.", "utf-8")
    early = run("circulate", published, "1", "--as", "XX-N", "--cover", second)
    assert early.code == 13
    assert "was not sent to XX-N" in early.err
    run("circulate", published, "1", "--cover", first, "--out", tmp_path / "out", "--from", "Ministry")
    ran = run("circulate", published, "1", "--as", "North", "--cover", second, "--out", tmp_path / "north")
    assert ran.code == 0, ran.err
    text = mail(tmp_path / "north/1-XX-N1.eml").get_body(("plain",)).get_content()
    assert text.index("From the north.") < text.index("From the top.") < text.index("vaccinated")
    assert text.index("North Region" if "North Region" in text else "North") < text.index("Ministry")
    chinese = mail(tmp_path / "north/1-XX-N2.eml")
    assert "第1号" in chinese["Subject"]
    assert [e["area"] for e in journal(published, "forwarding")] == ["XX", "XX-N"]


def test_another_note_after_the_first_is_refused(published, run, tmp_path) -> None:
    note, other = tmp_path / "note.md", tmp_path / "other.md"
    note.write_text("One.", "utf-8")
    other.write_text("Two.", "utf-8")
    run("circulate", published, "1", "--cover", note, "--out", tmp_path / "out")
    ran = run("circulate", published, "1", "--cover", other, "--levels", "city", "--out", tmp_path / "out")
    assert ran.code == 14
    assert "another note" in ran.err
    ran = run("circulate", published, "1", "--levels", "city", "--out", tmp_path / "out")
    assert ran.code == 0
    assert "One." in mail(tmp_path / "out/1-XX-N1.eml").get_body(("plain",)).get_content()


def test_an_area_without_a_recipient_and_a_wrong_level_are_told(published, run) -> None:
    ran = run("circulate", published, "1", "--levels", "region,city")
    assert "has no recipient. Add a line to recipients.csv." in ran.out
    wrong = run("circulate", published, "1", "--levels", "province")
    assert wrong.code == 13
    assert "There are: " in wrong.err


def test_what_is_wrong_with_the_recipients_is_told_with_line_and_remedy(published, run) -> None:
    (published / "recipients.csv").write_text(
        "area,address,language\nXX-N,Jane Doe <jane@x.example>,\nXX-Q,q@x.example,de\nXX-N,n@x.example,\n", "utf-8"
    )
    ran = run("circulate", published, "1")
    assert ran.code == 10
    assert "recipients.csv:2: address:" in ran.err and "Write the office's address alone" in ran.err
    assert "recipients.csv:3: area: 'XX-Q' is not the code of an area" in ran.err
    assert "recipients.csv:3: language: 'de'" in ran.err
    assert "recipients.csv:4: area: 'XX-N' stands twice (see line 2)" in ran.err


def test_a_column_for_names_is_refused(published, run) -> None:
    (published / "recipients.csv").write_text("area,address,name\nXX-N,n@x.example,Jane\n", "utf-8")
    ran = run("circulate", published, "1")
    assert ran.code == 10
    assert "no persons' names" in ran.err


def test_a_file_that_changed_after_publication_is_not_sent(published, run, tmp_path) -> None:
    (published / "issues/001/briefing.txt").write_text("8,000 vaccinated", "utf-8")
    ran = run("circulate", published, "1", "--out", tmp_path / "out")
    assert ran.code == 15
    assert "was changed after it was published" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_the_command_speaks_the_language_of_the_campaign(circulable, run, language, tmp_path) -> None:
    home = circulable(language)
    told = {"en": "would go to", "fr": "Rien n’a été envoyé", "zh": "尚未发送"}
    assert told[language] in run("circulate", home, "1").out
    run("circulate", home, "1", "--out", tmp_path / "out")
    asked = {"en": "please tell us", "fr": "merci de nous dire", "zh": "请告知"}
    assert asked[language] in mail(tmp_path / "out/1-XX-N.eml").get_body(("plain",)).get_content()
