"""A child process takes no more than its limits, and whatever ends it, its parent is told how."""

import ctypes
import io
import pickle
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot import confinement
from crossfoot.confinement import Answer, EndedError, Ending, Limits, confined
from crossfoot.errors import UnreadableReturnError
from crossfoot.footing import Interval

LIMITS = Limits(memory=300_000_000, seconds=2)


def answer(value):
    return value, Interval(Decimal("7.75"), None)


def refuse():
    raise UnreadableReturnError("has a password")


def spin():
    while True:
        pass


def gorge():
    return len(bytearray(10**9))


def crash():
    ctypes.string_at(0)


def stumble():
    return {}["nothing"]


def chatter():
    sys.stdout.write("this goes nowhere")
    sys.stdout.flush()
    return Decimal(1)


@pytest.fixture(params=["forked", "spawned"])
def way(request, monkeypatch):
    """Run the work in a fork, or in a fresh interpreter."""
    monkeypatch.setattr(confinement, "may_fork", lambda: request.param == "forked")
    if request.param == "spawned":
        monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
        for work in (answer, refuse, spin, gorge, crash, stumble, chatter):
            monkeypatch.setattr(work, "__module__", "test_confinement")
        monkeypatch.setitem(sys.modules, "test_confinement", sys.modules[__name__])
    return request.param


def test_the_answer_comes_back_as_it_was(way):
    assert confined(answer, ["as", "given"], limits=LIMITS) == (["as", "given"], Interval(Decimal("7.75"), None))


def test_what_the_work_refuses_is_refused(way):
    with pytest.raises(UnreadableReturnError, match="has a password"):
        confined(refuse, limits=LIMITS)


@pytest.mark.parametrize(
    ("work", "ending"),
    [(spin, Ending.TIME), (gorge, Ending.MEMORY), (crash, Ending.CRASHED), (stumble, Ending.DEFECT)],
)
def test_every_end_without_an_answer_has_its_name(way, work, ending):
    began = time.monotonic()
    with pytest.raises(EndedError) as caught:
        confined(work, limits=Limits(memory=300_000_000, seconds=1))
    assert caught.value.ending is ending
    assert time.monotonic() - began < 30


def test_a_defect_keeps_its_traceback(way):
    with pytest.raises(EndedError) as caught:
        confined(stumble, limits=LIMITS)
    assert "KeyError" in caught.value.__notes__[0]


def test_what_is_printed_in_the_child_is_not_taken_for_its_answer(way):
    assert confined(chatter, limits=LIMITS) == 1


def test_a_child_that_waits_is_ended_by_the_clock(monkeypatch):
    monkeypatch.setattr(confinement, "PATIENCE", 0.2)
    with pytest.raises(EndedError) as caught:
        confined(time.sleep, 60, limits=Limits(memory=300_000_000, seconds=1))
    assert caught.value.ending is Ending.TIME


@pytest.mark.parametrize("hostile", ["os\nsystem", "builtins\neval", "crossfoot.confinement\nforked", "subprocess\nPopen"])
def test_an_answer_is_made_of_values_only(hostile):
    """A file that takes over its child can send values, never something that runs here."""
    with pytest.raises(pickle.UnpicklingError, match="is no value"):
        Answer(io.BytesIO(f"c{hostile}\n.".encode())).load()


def test_a_process_with_threads_is_not_forked():
    """Another thread may hold a lock, which nobody would ever open in the fork."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not confinement.may_fork()
    finally:
        stop.set()
        thread.join()
