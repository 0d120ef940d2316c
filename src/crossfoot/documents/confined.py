"""Heavy formats are parsed in a child process with limits: a bad file can end the child, never us."""

import json
import os
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path

from crossfoot.documents.layout import Block, BlockKind, Cell, Layout
from crossfoot.errors import UnreadableReturnError

MEMORY = 2 * 2**30
SECONDS = 60
REFUSED = 3  # exit code of a child that says itself what is wrong


def read_confined(content: bytes, form: str) -> Layout:
    """Return what the child made of the file.

    Raises:
        UnreadableReturnError: the file is damaged, or goes beyond the limits of memory and time.
    """
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "crossfoot.documents.confined", form],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableReturnError(f"Not read within {SECONDS} seconds. Proof a part of it.") from error
    if child.returncode == REFUSED:
        raise UnreadableReturnError(child.stderr.decode("utf-8", "replace").strip())
    if child.returncode:
        raise UnreadableReturnError(
            "The file is damaged, or goes beyond the limits of memory and time. Save it anew."
        )
    return layout_from(json.loads(child.stdout))


def layout_from(raw: dict[str, object]) -> Layout:
    """Return the layout that a child wrote as JSON."""
    text, rows = raw["text"], raw["blocks"]
    if not isinstance(text, str) or not isinstance(rows, list):
        raise UnreadableReturnError("The file could not be read. Save it anew.")
    blocks = [
        Block(BlockKind(kind), start, end, page, level, tuple(Cell(*cell) for cell in cells))
        for kind, start, end, page, level, cells in rows
    ]
    return Layout(text, tuple(blocks))


def limit() -> None:
    """Set the limits of this process, where the system has them."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Parse standard input as the form named in the arguments; write the layout as JSON."""
    limit()
    from crossfoot.documents import parse  # noqa: PLC0415 - after the limits are set

    try:
        layout = parse(sys.stdin.buffer.read(), sys.argv[1])
    except UnreadableReturnError as error:
        sys.stderr.write(str(error))
        return REFUSED
    except MemoryError:
        sys.stderr.write("The file needs more memory than a document may. Proof a part of it.")
        return REFUSED
    blocks = [
        (block.kind, block.start, block.end, block.page, block.level, [astuple(cell) for cell in block.cells])
        for block in layout.blocks
    ]
    sys.stdout.write(json.dumps({"text": layout.text, "blocks": blocks}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
