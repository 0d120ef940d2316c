"""Files are whole or not there; what goes wrong says its remedy."""

import errno
import os
import time
from pathlib import Path

import pytest

from crossfoot.engine import Engine
from crossfoot.engine.files import clear_left_over, make_folder, write_whole
from crossfoot.engine.journal import Receipt, Withdrawal, append_entries, read_entries
from crossfoot.errors import StorageError
from crossfoot.tables import ASKED

RECEIPT = Receipt("a" * 64, "Bomi\n2026.csv", 12, None, "2026-01-09T10:00:00.000000Z")
WITHDRAWAL = Withdrawal("a" * 64, "sent twice", "the office", "2026-01-10T10:00:00.000000Z")


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "deep" / "down" / "file"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in path.parent.iterdir()] == ["file"]


def _full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_old_file_and_says_what_to_do(tmp_path, monkeypatch):
    path = tmp_path / "file"
    write_whole(path, b"one")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(StorageError, match=r"file: cannot be written: No space left on device\. Free some space"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "returns").write_bytes(b"a file where a folder should be")
    for attempt in (lambda path: write_whole(path / "x", b""), make_folder, lambda path: make_folder(path / "deeper")):
        with pytest.raises(StorageError, match="Free some space or check the rights"):
            attempt(tmp_path / "returns")


def test_a_segment_on_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    engine = Engine()
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(StorageError, match="Free some space"):
        engine.write_segment(tmp_path / "s.parquet", ASKED, [("weekly", "cases")])
    with pytest.raises(StorageError, match="cannot be written"):
        engine.write_segment(tmp_path / "absent" / "s.parquet", ASKED, [("weekly", "cases")])
    engine.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_is_cleared_after_a_day(tmp_path):
    old, young, whole = tmp_path / "a.csv.7.tmp", tmp_path / "b.csv.8.tmp", tmp_path / "c.csv"
    for path in (old, young, whole):
        path.write_bytes(b"x")
    long_ago = time.time() - 100_000
    os.utime(old, (long_ago, long_ago))
    os.utime(whole, (long_ago, long_ago))
    clear_left_over(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b.csv.8.tmp", "c.csv"]
    clear_left_over(Path("/absent"))


def test_the_journal_gives_back_what_was_written_in_order(tmp_path):
    append_entries(tmp_path, [RECEIPT])
    append_entries(tmp_path, [])
    append_entries(tmp_path, [WITHDRAWAL, RECEIPT])
    (tmp_path / "000009-torn.jsonl.1.tmp").write_bytes(b'{"kind": "rec')
    assert read_entries(tmp_path) == [RECEIPT, WITHDRAWAL, RECEIPT]
    assert len(list(tmp_path.glob("*.jsonl"))) == 2


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{", b"[]", b"1", b'{"kind": "receipt"}', b'{"kind": "gift"}', b"\xff", b'{"kind": ["receipt"]}',
        b'{"kind": "withdrawal", "return_id": "a", "why": "", "by": "", "recorded_at": null}',
        b'{"kind": "withdrawal", "return_id": "a", "why": "", "by": "", "recorded_at": "yesterday"}',
    ],
)  # fmt: skip
def test_a_damaged_journal_names_the_file(tmp_path, line):
    append_entries(tmp_path, [RECEIPT])
    (tmp_path / "000002-x.jsonl").write_bytes(line + b"\n")
    with pytest.raises(StorageError, match=r"000002-x.jsonl.*Restore"):
        read_entries(tmp_path)
