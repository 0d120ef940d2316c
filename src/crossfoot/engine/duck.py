"""DuckDB in memory: tables in, rows out; segments of the ledger written and read as Parquet.

Queries are plain relational SQL that other engines read too: no list functions, no QUALIFY,
no `::` casts, and never a division whose divisor may be zero.
"""

import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb

from crossfoot.errors import StorageError
from crossfoot.tables import Table

LARGE = 1_000_000  # rows from which a query is worth several threads
_NOTHING = "\\N"  # stands for NULL in the files handed to DuckDB; a text that is just this is quoted


class Engine:
    """A database that lives as long as one command."""

    def __init__(self) -> None:
        """Open an empty database without access to extensions or the network."""
        self._db = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
        self._db.execute("SET threads = 1")

    def suit(self, rows: int) -> None:
        """Take the processors that tables of so many rows are worth.

        On small tables several threads mostly wait for one another: 47,000 figures were checked and rolled up
        with 3.0 s of processor time by one thread a stage, and with 4.2 s by two.
        """
        if rows >= LARGE:
            self._db.execute(f"SET threads = {os.cpu_count() or 1}")

    def branch(self) -> "Engine":
        """Return a second hand on the same tables, for a stage that works beside another one."""
        other = object.__new__(Engine)
        other._db = self._db.cursor()
        return other

    def close(self) -> None:
        """Let go of the memory."""
        self._db.close()

    def put(self, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Make (or make anew) a table of these rows, in the order of the table's columns."""
        self.create(table)
        self.add(table, rows)

    def create(self, table: Table) -> None:
        """Make (or make anew) an empty table."""
        columns = ", ".join(f"{c.name} {c.type}" for c in table.columns)
        self._db.execute(f"CREATE OR REPLACE TABLE {table.name} ({columns})")

    def add(self, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Append rows to a table.

        By way of a file: three times as fast as bound parameters, and nothing but text crosses.
        """
        with _as_csv(rows) as (path, count):
            if count:
                self._db.execute(f"INSERT INTO {table.name} SELECT * FROM {_scan(table, path)}")  # noqa: S608

    def run(self, query: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> None:
        """Run a statement that gives no rows."""
        self._db.execute(query, parameters or None)

    def rows(self, query: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        return self._db.execute(query, parameters or None).fetchall()

    def write_segment(self, path: Path, table: Table, rows: Iterable[Sequence[Any]]) -> None:
        """Write rows as one Parquet file: aside first, synced, then renamed into place.

        Raises:
            StorageError: the disk is full, or the folder cannot be written.
        """
        aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        try:
            with _as_csv(rows) as (source, _count):
                target = str(aside).replace("'", "''")
                self._db.execute(
                    f"COPY (SELECT * FROM {_scan(table, source)}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"  # noqa: S608
                )
            with aside.open("rb+") as file:
                os.fsync(file.fileno())
            aside.replace(path)
        except (OSError, duckdb.IOException) as exc:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            raise StorageError(f"{path}: cannot be written: {exc}. Free some space or check the rights.") from None

    def read_segments(self, table: Table, paths: Sequence[Path]) -> None:
        """Make a table of the rows of these Parquet files."""
        self.create(table)
        if paths:
            self._db.execute(
                f"INSERT INTO {table.name} BY NAME SELECT * FROM read_parquet($1)",  # noqa: S608
                [[str(path) for path in paths]],
            )


class _as_csv:  # noqa: N801 - reads as a word in `with`
    """A temporary CSV file of rows, gone after use; gives its path and the number of rows."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = rows
        self._path = ""

    def __enter__(self) -> tuple[str, int]:
        handle, self._path = tempfile.mkstemp(suffix=".csv", prefix="crossfoot-")
        count = 0
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            for row in self._rows:
                file.write(",".join(map(_quoted, row)) + "\n")
                count += 1
        return self._path, count

    def __exit__(self, *_: object) -> None:
        Path(self._path).unlink(missing_ok=True)


def _quoted(value: object) -> str:
    if value is None:
        return _NOTHING
    return '"' + str(value).replace('"', '""') + '"'


def _scan(table: Table, path: str) -> str:
    columns = ", ".join(f"'{c.name}': '{c.type}'" for c in table.columns)
    place = path.replace("'", "''")
    return (
        f"read_csv('{place}', header=false, auto_detect=false, delim=',', quote='\"', escape='\"', "
        f"nullstr='{_NOTHING}', allow_quoted_nulls=false, new_line='\\n', parallel=false, "
        f"max_line_size=16000000, columns={{{columns}}})"
    )
