"""Work on files from outside runs in a child process with limits: a bad file can end the child, never us.

On Linux the child is a fork (a few milliseconds) while this process has one thread; otherwise, and on
other systems, it is a fresh interpreter. Memory and processor time are limited where the system can.
"""

import faulthandler
import gc
import io
import os
import pickle
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any, TypeVar

from crossfoot.errors import UnreadableReturnError

PATIENCE = 3  # seconds by the clock for each of processor time: the machine may be busy
ANSWERED, NO_MEMORY, STUMBLED = 0, 3, 4  # exit codes of the child
PIECE = 1 << 20  # bytes read from the child at once
PLAIN_TYPES = frozenset(
    {("decimal", "Decimal"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "time")}
)
T = TypeVar("T")
SERVING = "from crossfoot.confinement import serve; serve()"


class Ending(StrEnum):
    """How a child ended that gave no answer."""

    TIME = "time"  # it used up its time
    MEMORY = "memory"  # it asked for more than its memory
    CRASHED = "crashed"  # a library fell over the file, or was refused memory
    DEFECT = "defect"  # an exception of ours that nobody expected; its traceback is a note of the error


class EndedError(Exception):
    """The child gave no answer; the caller says so in words that fit the file."""

    def __init__(self, ending: Ending, detail: str = "") -> None:
        super().__init__(ending.value)
        self.ending = ending
        if detail:
            self.add_note(detail)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use."""

    memory: int  # bytes, beyond what the interpreter takes
    seconds: int  # of processor time


inside = False  # whether this process is a child already: work in it is not confined once more


def confined(work: Callable[..., T], *arguments: object, limits: Limits) -> T:
    """Return what a function of a module makes of plain arguments, run in a child with limits.

    The answer may be made of plain values, decimals, dates, enumerations and dataclasses of Crossfoot.

    Raises:
        UnreadableReturnError: the work raised it.
        EndedError: there is no answer.
    """
    if inside:
        return work(*arguments)
    code, sent = (forked if may_fork() else spawned)(work, arguments, limits)
    if code == ANSWERED:
        kind, answer = loaded(sent)
        if kind == "refused":
            raise UnreadableReturnError(answer)
        return answer  # type: ignore[no-any-return]  # what the work returned
    if code in (NO_MEMORY, STUMBLED):
        raise EndedError(Ending.MEMORY if code == NO_MEMORY else Ending.DEFECT, sent.decode("utf-8", "replace"))
    timed = code in (-signal.SIGKILL, -getattr(signal, "SIGXCPU", signal.SIGTERM))
    raise EndedError(Ending.TIME if timed else Ending.CRASHED)


def loaded(sent: bytes) -> tuple[str, Any]:
    """Return what a child sent; meanwhile nothing is collected, for every value that comes is kept."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        kind, answer = Answer(io.BytesIO(sent)).load()
    finally:
        if collecting:
            gc.enable()
    return kind, answer


class Answer(pickle.Unpickler):
    """Reads what a child sends: values only, nothing that runs, for a hostile file may speak through it."""

    def find_class(self, module: str, name: str) -> type:
        """Return a class of values; everything else is refused."""
        if (module, name) in PLAIN_TYPES or module.startswith("crossfoot."):
            found = super().find_class(module, name)
            if isinstance(found, type) and is_value(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value")


def is_value(found: type) -> bool:
    """Tell a class of values from others."""
    return is_dataclass(found) or issubclass(found, Enum) or found.__module__ in ("decimal", "datetime")


def may_fork() -> bool:
    """Tell whether a fork is safe: on Linux, and no other thread could hold a lock."""
    if sys.platform != "linux":
        return False
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:
        return False


def forked(work: Callable[..., object], arguments: tuple[object, ...], limits: Limits) -> tuple[int, bytes]:
    """Return the exit code of a forked child (negative: the signal that ended it) and what it sent."""
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        code = STUMBLED
        try:
            os.close(reading)
            follow(parent)
            code = answer_to(work, arguments, limits, writing)
        finally:  # whatever happens, the child never goes back to the work of its parent
            if code == STUMBLED:
                os.write(writing, traceback.format_exc().encode("utf-8", "replace")[-4000:])
            os._exit(code)
    os.close(writing)
    try:
        sent, late = received(reading, PATIENCE * limits.seconds)
        if late:
            os.kill(child, signal.SIGKILL)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), sent


def received(reading: int, seconds: float) -> tuple[bytes, bool]:
    """Return all that comes through a pipe until it is closed, and whether that took too long."""
    pieces: list[bytes] = []
    until = time.monotonic() + seconds
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            return b"", True
        piece = os.read(reading, PIECE)
        if not piece:
            return b"".join(pieces), False
        pieces.append(piece)


def answer_to(work: Callable[..., object], arguments: tuple[Any, ...], limits: Limits, writing: int) -> int:
    """Do the work in the child and send its answer; return the exit code."""
    global inside  # noqa: PLW0603 - true of the whole process from here on
    inside = True
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):  # libraries written in C may print there
        os.dup2(nowhere, stream)
    faulthandler.disable()  # the parent tells a crash by its signal
    gc.disable()  # the process ends with its one piece of work
    limit(limits)
    try:
        answer = ("answer", work(*arguments))
    except UnreadableReturnError as error:
        answer = ("refused", str(error))
    except MemoryError:
        return NO_MEMORY
    with os.fdopen(writing, "wb", closefd=False) as pipe:
        pickle.dump(answer, pipe, pickle.HIGHEST_PROTOCOL)
    return ANSWERED


def follow(parent: int) -> None:
    """End this process soon after its parent has ended: nobody waits for the answer."""

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(STUMBLED)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)


def limit(limits: Limits) -> None:
    """Let the system end this process when it takes too much; not every system can."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    taken = 0  # by the interpreter itself; a fork has what its parent had
    statm = Path("/proc/self/statm")
    if statm.exists():
        taken = int(statm.read_text().split()[0]) * resource.getpagesize()
    for what, most in (
        (resource.RLIMIT_AS, taken + limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a stricter limit holds already
            continue


def spawned(work: Callable[..., object], arguments: tuple[object, ...], limits: Limits) -> tuple[int, bytes]:
    """Return the exit code of a fresh interpreter (negative: the signal that ended it) and what it sent."""
    root = str(Path(__file__).resolve().parents[1])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    try:
        # -P: the folder that a command runs in must not lend modules to the child.
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-c", SERVING],
            input=pickle.dumps((work, arguments, limits)),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE * limits.seconds,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EndedError(Ending.TIME) from error
    return done.returncode, done.stdout


def serve() -> None:
    """Do the work that standard input names, as a fresh child; send the answer to standard output."""
    work, arguments, limits = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    writing = os.dup(1)
    code = STUMBLED
    try:
        code = answer_to(work, arguments, limits, writing)
    finally:
        if code == STUMBLED:
            os.write(writing, traceback.format_exc().encode("utf-8", "replace")[-4000:])
        os._exit(code)
