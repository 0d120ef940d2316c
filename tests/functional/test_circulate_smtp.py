"""Sent by e-mail: every message once, whatever the server or the machine does meanwhile."""

import email
import email.policy
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from crossfoot.circulation import smtp


class Server:
    """A mail server of stdlib sockets, for one conversation after another; it misbehaves as told."""

    def __init__(self):
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.taken = []  # the bytes of each message that it promised to deliver, and of those it kept silent about
        self.misbehave = {}  # by recipient: refuse, refuse_text, refuse_data, drop, drop_before_text, hang
        self.reached = threading.Event()  # a message is whole, and is not answered
        self.stop = threading.Event()
        self.met = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while not self.stop.is_set():
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            self.met += 1
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line):
        try:
            self._converse(line)
        except OSError:
            pass
        finally:
            line.close()

    def _converse(self, line):
        file = line.makefile("rb")
        line.sendall(b"220 ready\r\n")
        how = ""
        while command := file.readline():
            verb = command[:4].upper()
            if verb == b"RCPT":
                to = command.partition(b"<")[2].partition(b">")[0].decode()
                how = self.misbehave.get(to, "")
            if verb == b"RCPT" and how == "refuse":
                line.sendall(b"550 no such office\r\n")
            elif verb == b"DATA":
                if how == "drop_before_text":
                    line.shutdown(socket.SHUT_RDWR)
                    return
                if how == "refuse_text":
                    line.sendall(b"451 come back later\r\n")
                    continue
                line.sendall(b"354 go on\r\n")
                lines = []
                while (one := file.readline()) not in (b".\r\n", b""):
                    lines.append(one[1:] if one.startswith(b"..") else one)
                if how == "refuse_data":
                    line.sendall(b"554 not wanted here\r\n")
                    continue
                self.taken.append(b"".join(lines))
                if how == "drop":
                    line.shutdown(socket.SHUT_RDWR)
                    return
                if how == "hang":
                    self.reached.set()
                    self.stop.wait(60)
                    return
                line.sendall(b"250 taken\r\n")
            elif verb == b"QUIT":
                line.sendall(b"221 bye\r\n")
                return
            else:
                line.sendall(b"250 fine\r\n")

    def close(self):
        self.stop.set()
        self.listening.close()

    def messages(self):
        return [email.message_from_bytes(blob, policy=email.policy.default) for blob in self.taken]

    def to(self):
        return [str(message["To"]) for message in self.messages()]


@pytest.fixture
def server():
    made = Server()
    yield made
    made.close()


@pytest.fixture
def home(circulable, server) -> Path:
    """A campaign with a mail server, and recipients for all three cities."""
    path = circulable()
    with (path / "campaign.yaml").open("a", encoding="utf-8") as file:
        file.write(f"circulation: {{smtp: '127.0.0.1:{server.port}', from: office@health.example, starttls: false}}\n")
    with (path / "recipients.csv").open("a", encoding="utf-8") as file:
        file.write("XX-S1,cora@health.example,\n")
    return path


ALL = ["north@health.example", "south@health.example", "alba@health.example", "brio@health.example",
       "cora@health.example"]  # fmt: skip
SEND = ("--levels", "region,city", "--send")


def sendings(home):
    lines = [line for p in sorted((home / "journal").glob("*.jsonl")) for line in p.read_text("utf-8").splitlines()]
    return [entry for entry in map(json.loads, lines) if entry["kind"] == "sending"]


def test_each_office_gets_one_message_with_the_briefing(home, server, run) -> None:
    ran = run("circulate", home, "1", *SEND)
    assert ran.code == 0, ran.err + ran.out
    assert server.to() == ALL
    assert "5 messages sent." in ran.out
    message = server.messages()[0]
    assert message["From"] == "office@health.example" or "office@health.example" in message["From"]
    assert message["Message-ID"].startswith("<crossfoot.1.")
    assert message["Message-ID"].strip().endswith("@health.example>")
    told = {e["message_id"]: e["digest"] for e in sendings(home) if e["state"] == "sent"}
    assert {m["Message-ID"]: hashlib.sha256(b).hexdigest()
            for m, b in zip(server.messages(), server.taken, strict=True)} == told  # fmt: skip


def test_a_dry_run_does_not_even_connect(home, server, run) -> None:
    assert run("circulate", home, "1").code == 0
    assert server.met == 0


def test_sending_twice_sends_once(home, server, run) -> None:
    run("circulate", home, "1", *SEND)
    ran = run("circulate", home, "1", *SEND)
    assert ran.code == 0
    assert server.to() == ALL
    assert "Sent before: 5." in ran.out
    assert run("circulate", home, "1", *SEND, "--resend").code == 0
    assert server.to() == ALL, "what was certainly sent is never sent again"


@pytest.mark.parametrize("how, said", [
    ("refuse", "550 no such office"), ("refuse_data", "554 not wanted here"), ("refuse_text", "451 come back later"),
])  # fmt: skip
def test_what_the_server_refuses_is_told_and_tried_again_the_next_time(home, server, run, how, said) -> None:
    server.misbehave["alba@health.example"] = how
    ran = run("circulate", home, "1", *SEND)
    assert ran.code == 1
    assert f"Alba (alba@health.example): not sent: {said}" in ran.out
    assert sorted(server.to()) == sorted(set(ALL) - {"alba@health.example"})
    server.misbehave.clear()
    assert run("circulate", home, "1", *SEND).code == 0
    assert sorted(server.to()) == sorted(ALL)
    first, *_, last = [e for e in sendings(home) if e["area"] == "XX-N1"]
    assert first["message_id"] == last["message_id"]


@pytest.mark.parametrize("how", ["drop", "hang"])
def test_a_message_without_an_answer_is_sent_again_only_when_asked(home, server, run, how, monkeypatch) -> None:
    monkeypatch.setattr(smtp.SmtpPost, "__init__", _impatient(smtp.SmtpPost.__init__))
    server.misbehave["alba@health.example"] = how
    ran = run("circulate", home, "1", *SEND)
    assert ran.code == 1
    assert "Alba: it is not known whether the message of" in ran.out
    assert "Not tried: 2." in ran.out
    assert server.to() == ALL[:3]
    server.misbehave.clear()
    again = run("circulate", home, "1", *SEND)
    assert again.code == 1, "it is still not known"
    assert server.to() == ALL
    assert "--resend" in again.out
    assert "not known whether it was sent" in run("acknowledgements", home, "1").out
    assert run("circulate", home, "1", *SEND, "--resend").code == 0
    assert server.to() == [*ALL, "alba@health.example"]
    assert server.taken[2] == server.taken[5], "the same bytes, and so the same Message-ID"
    assert run("circulate", home, "1", *SEND).code == 0
    assert len(server.taken) == 6


def _impatient(made):
    def begin(self, *args, **named):
        made(self, *args, **{**named, "timeout": 0.5})

    return begin


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
    except OSError:
        return False
    return True


def test_a_line_cut_before_the_text_means_not_sent(home, server, run) -> None:
    server.misbehave["north@health.example"] = "refuse"
    server.listening.shutdown(socket.SHUT_RDWR)  # nobody answers at all; a close alone leaves a thread waiting
    assert not _answers(server.port)
    ran = run("circulate", home, "1", *SEND)
    assert ran.code == 1
    assert "not sent:" in ran.out
    assert "Not tried: 4." in ran.out
    assert {e["state"] for e in sendings(home)} == {"about-to-send", "failed"}


def test_an_answer_proves_that_a_message_of_unknown_fate_arrived(home, server, run) -> None:
    server.misbehave["north@health.example"] = "drop"
    run("circulate", home, "1", "--send")
    [entry] = [e for e in sendings(home) if e["area"] == "XX-N"]
    (home / "replies").mkdir()
    reply = f"From: x@health.example\nIn-Reply-To: {entry['message_id']}\n\nWe have it.\n"
    (home / "replies/a.eml").write_text(reply, "utf-8")
    assert "Northern" in (told := run("acknowledgements", home, "1")).out or "North: acknowledged" in told.out
    server.misbehave.clear()
    assert run("circulate", home, "1", "--send", "--resend").code == 0
    assert server.to() == ["north@health.example", "south@health.example"]


def test_a_server_without_starttls_is_an_error_not_a_fallback(home, server, run, monkeypatch) -> None:
    described = home / "campaign.yaml"
    described.write_text(described.read_text("utf-8").replace("starttls: false", "starttls: true"), "utf-8")
    ran = run("circulate", home, "1", "--send")
    assert ran.code == 1
    assert "STARTTLS" in ran.out
    assert server.taken == []


def test_a_password_never_goes_in_the_open(home, run, monkeypatch) -> None:
    described = home / "campaign.yaml"
    described.write_text(described.read_text("utf-8").replace("127.0.0.1:", "mail.example.invalid:"), "utf-8")
    monkeypatch.setenv("CROSSFOOT_SMTP_PASSWORD", "secret-of-ours")
    ran = run("circulate", home, "1", "--send")
    assert ran.code == 10
    assert "would send the password in the open" in ran.err
    assert "secret-of-ours" not in ran.err + ran.out


def test_settings_that_lack_are_told(circulable, run) -> None:
    ran = run("circulate", circulable(), "1", "--send")
    assert ran.code == 10
    assert "circulation → smtp: is not set" in ran.err
    assert "circulation → from: is not set" in ran.err


def _begin(home):
    words = ["-m", "crossfoot", "circulate", str(home), "1", *SEND]
    return subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ)


def _kill(child):
    child.send_signal(signal.SIGKILL)
    child.communicate(timeout=10)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_kill_while_the_server_thinks_loses_none_and_doubles_none(home, server, run, at) -> None:
    server.misbehave[ALL[at]] = "hang"
    child = _begin(home)
    assert server.reached.wait(60), child.communicate(timeout=5)
    second = _begin(home)  # and while one is at it, another cannot begin
    _, said = second.communicate(timeout=60)
    assert second.returncode == 15, said
    assert b"is under way already" in said
    _kill(child)
    assert len(server.taken) == at + 1
    server.misbehave.clear()
    told = run("circulate", home, "1", *SEND, "--json")
    assert told.code == 1
    assert [o["area"] for o in told.objects if o["outcome"] == "unknown"] == [
        e["area"] for e in sendings(home) if e["to"] == ALL[at]
    ]  # fmt: skip
    assert sorted(server.to()) == sorted(ALL), "all others came once"
    assert run("circulate", home, "1", *SEND, "--resend").code == 0
    assert sorted(server.to()) == sorted([*ALL, ALL[at]])
    assert server.taken[at] == server.taken[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_moment_nobody_gets_two_different_messages_and_nobody_none(home, server, run) -> None:
    """Killed again and again, then left to end: one message each, but for those whose fate was not known."""
    for n in range(4):
        child = _begin(home)
        waited = time.monotonic()
        while len(server.taken) <= n and child.poll() is None and time.monotonic() - waited < 30:
            time.sleep(0.001)
        _kill(child)
    run("circulate", home, "1", *SEND)
    assert len(server.taken) == len(set(server.taken)), "none was sent twice without being asked"
    run("circulate", home, "1", *SEND, "--resend")
    assert set(server.to()) == set(ALL), "none is lost"
    ids = {(str(m["To"]), m["Message-ID"]) for m in server.messages()}
    assert len(ids) == len(ALL), "whoever got it twice got it under the same Message-ID"
