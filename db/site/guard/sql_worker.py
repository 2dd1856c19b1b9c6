"""The process that runs SQL of people's own: `python -I -S sql_worker.py DATABASE`, statements in, rows out, the standard library alone.

It reads the database and nothing else, in bounds of time, memory and size. Most statements end at their time limit by SQLite's own
means; a single call that takes longer (`instr` over two long strings is quadratic) is ended by the system with the whole process.
"""

from __future__ import annotations

import marshal
import os
import resource
import signal
import sqlite3
import struct
import sys
import time
from pathlib import Path
from typing import IO, Any

# A text or blob, a statement, a pattern of LIKE and GLOB, all rows of an answer; what the process may take.
LONGEST_VALUE, LONGEST_SQL, LONGEST_PATTERN, LARGEST_ANSWER = 8 * 2**20, 20_000, 200, 16 * 2**20
MEMORY = 2**30
# Seconds after its time limit that a statement is ended with the process.
GRACE = 0.5
# Steps of SQLite's machine between looks at the clock.
_STEPS = 200
_HEAD = struct.Struct("!Q")

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: LONGEST_SQL,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: LONGEST_PATTERN,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


def main() -> None:
    """Answers statements until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    connection = _opened(sys.argv[1])
    while (asked := receive(sys.stdin.buffer)) is not None:
        signal.setitimer(signal.ITIMER_REAL, asked["seconds"] + GRACE)
        answer = _answer(connection, **asked)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(sys.stdout.buffer, answer)


def send(out: IO[bytes], what: Any) -> None:
    """Writes something with its length before it."""
    data = marshal.dumps(what)
    out.write(_HEAD.pack(len(data)) + data)
    out.flush()


def receive(source: IO[bytes]) -> Any:
    """Reads what `send` wrote, `None` where the other end is gone."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    (size,) = _HEAD.unpack(head)
    data = source.read(size)
    return marshal.loads(data) if len(data) == size else None  # noqa: S302  (our own process: values alone)


def _opened(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda given: str(given, "utf-8", "replace")
    connection.create_function("escape_fts", 1, _quoted, deterministic=True)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    return connection


def _quoted(query: str) -> str:
    """Words as FTS5 takes them literally; Datasette's pages of tables write this function into their SQL."""
    return " ".join('"{}"'.format(word.replace('"', '""')) for word in str(query).split())


def _answer(
    connection: sqlite3.Connection, sql: str, parameters: dict[str, str], rows: int, seconds: float
) -> tuple[Any, ...]:
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        cursor = connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description or ()]
        found: list[tuple[Any, ...]] = []
        size = 0
        for row in cursor:
            if len(found) == rows:
                return ("rows", names, found, True)
            found.append(row)
            size += sum(len(value) if isinstance(value, str | bytes) else 8 for value in row)
            if size > LARGEST_ANSWER:
                return ("large",)
    except MemoryError:
        return ("large",)
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        return ("long",) if "interrupted" in str(error) else ("error", str(error))
    return ("rows", names, found, False)


if __name__ == "__main__":
    main()
