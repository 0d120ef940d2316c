"""XLSX and ODS: the values as kept, never a formula worked out anew; unpacked in a process of its own."""

import json
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from crossfoot.errors import UnreadableReturnError
from crossfoot.terms.sheet import MOST_CELLS, Cell, Sheet

SECONDS = 90  # by the wall clock, for one workbook
JAILED = Path(__file__).with_name("jailed.py")


def read_workbook(blob: bytes) -> list[Sheet]:
    """Return the sheets of a workbook, each from its cell A1; a hidden one without its cells.

    Raises:
        UnreadableReturnError: it is no workbook, is damaged, has a password, or exceeds a limit.
    """
    # -P: the folder that a command runs in must not lend modules to the child.
    command = [sys.executable, "-P", str(JAILED), str(MOST_CELLS)]
    try:
        done = subprocess.run(command, input=blob, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise UnreadableReturnError(f"takes longer than {SECONDS} seconds to read") from None
    if done.returncode != 0:
        raise UnreadableReturnError("is a damaged workbook, or needs more memory than a table does")
    answer = json.loads(done.stdout, parse_float=_number, parse_int=Decimal, object_hook=_object)
    if "refused" in answer:
        raise UnreadableReturnError(answer["refused"])
    return [_sheet(given) for given in answer["sheets"]]


def _sheet(given: dict[str, Any]) -> Sheet:
    rows = tuple(map(tuple, given["rows"]))
    merged = tuple((int(top), int(left), int(bottom), int(right)) for top, left, bottom, right in given["merged"])
    return Sheet(given["name"], rows, tuple(range(1, len(rows) + 1)), merged, given["hidden"])


def _number(text: str) -> Decimal:
    # A workbook keeps 0.1 as a double; the shortest decimal that gives that double is what was typed.
    exact = Decimal(text)
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact


def _object(given: dict[str, Any]) -> Cell | dict[str, Any]:
    day = given.get("day")
    if isinstance(day, str):
        return date.fromisoformat(day) if len(day) == len("2026-11-09") else datetime.fromisoformat(day)
    return given
