"""SQL of one's own: in processes beside the site, so that no statement holds a thread of the pages or outlives its limit.

One statement a person at a time, two of all, a few that wait. Which statement is somebody's own is known from the request: what
Datasette runs for its pages beside it goes the usual way.
"""

from __future__ import annotations

import asyncio
import html
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from datasette.database import Database, Results
from datasette.utils.asgi import Request

from db.site.guard import sql_worker
from db.site.guard.forms import Refused, is_own
from db.site.guard.hosts import Hosts
from db.site.guard.people import address_of

PROCESSES = 2
# How many wait for one of the processes.
WAITING = 8

BUSY = (
    "Câu lệnh trước của bạn còn chạy, hoặc nhiều người đang chạy SQL; hãy thử lại sau vài giây. / "
    "Your last statement is still running, or many people run SQL; try again in some seconds."
)
LONG = "Câu lệnh vượt thời gian cho phép; hãy lọc hẹp hơn. / The statement took longer than it may; narrow it."
LARGE = "Kết quả vượt kích thước cho phép; hãy lấy ít cột hoặc ít dòng hơn. / The answer is larger than it may be; take fewer columns or rows."
NO_WHERE = "Điều kiện tự viết chỉ dùng được trong câu lệnh SQL (/kehoach?sql=). / Conditions of one's own belong into SQL (/kehoach?sql=)."


@dataclass(frozen=True, slots=True)
class Asked:
    """The statement of a request, and whose it is."""

    sql: str
    person: str


_ASKED: ContextVar[Asked | None] = ContextVar("kehoach_free_sql", default=None)


def note(request: Request, actor: Mapping[str, Any] | None) -> None:
    """Notes whose statement the request bears, if it bears one."""
    sql = request.args.get("sql") if is_free(request.path, request.query_string) else None
    person = f"name {actor['id']}" if actor else f"address {address_of(request)}"
    _ASKED.set(Asked(sql, person) if sql else None)


def is_free(path: str, query: str) -> bool:
    """Whether a request runs SQL of somebody's own, as far as its address says."""
    return "/kehoach" in path and "sql" in parse_qs(query, keep_blank_values=True)


class FreeSQL:
    """The processes of a site that run people's statements."""

    def __init__(self, database: Path, *, seconds: float, rows: int) -> None:
        self._database = database
        self._seconds = seconds
        self._rows = rows
        self._threads = ThreadPoolExecutor(PROCESSES, thread_name_prefix="sql")
        self._idle: list[_Process] = []
        self._running: set[str] = set()

    async def run(self, asked: Asked, parameters: Mapping[str, Any]) -> Results:
        """The rows of a statement.

        Raises:
            Refused: the person's last one still runs, too many wait, it takes too long, or its answer is too large.
            sqlite3.OperationalError: SQLite will not have it.
        """
        with self._alone(asked.person):
            given = {name: str(value) for name, value in parameters.items()}
            what = {"sql": asked.sql, "parameters": given, "rows": self._rows, "seconds": self._seconds}
            answer = await asyncio.get_running_loop().run_in_executor(self._threads, self._answer, what)
        if answer[0] == "rows":
            _, names, rows, truncated = answer
            return Results([Row.of(names, row) for row in rows], truncated, [(name,) for name in names])
        if answer[0] == "error":
            raise sqlite3.OperationalError(answer[1])
        raise Refused(400, LARGE if answer[0] == "large" else LONG)

    @contextmanager
    def _alone(self, person: str) -> Iterator[None]:
        if person in self._running or len(self._running) >= PROCESSES + WAITING:
            raise Refused(429, BUSY)
        self._running.add(person)
        try:
            yield
        finally:
            self._running.discard(person)

    def _answer(self, what: dict[str, Any]) -> tuple[Any, ...]:
        """What a process says; one that was ended is not used again."""
        process = self._process()
        answer = process.ask(what)
        if answer is None:
            return ("long",) if process.ended() == -signal.SIGALRM else ("large",)
        self._idle.append(process)
        return answer

    def _process(self) -> _Process:
        """One that waits for a statement, or a new one; what was ended from outside while it waited is left."""
        while self._idle:
            process = self._idle.pop()
            if process.is_there():
                return process
            process.ended()
        return _Process(self._database)

    def close(self) -> None:
        """Ends the processes."""
        self._threads.shutdown()
        while self._idle:
            self._idle.pop().ended()


class _Process:
    """One process that runs statements, one after the other."""

    def __init__(self, database: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", sql_worker.__file__, str(database)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def ask(self, what: dict[str, Any]) -> tuple[Any, ...] | None:
        """The answer to a statement, `None` where the process has ended over it."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            return None
        try:
            sql_worker.send(process.stdin, what)
        except BrokenPipeError:
            return None
        answer: tuple[Any, ...] | None = sql_worker.receive(process.stdout)
        return answer

    def is_there(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ended(self) -> int:
        """Waits for its end, after the last statement; gives how it ended."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        return self._process.wait()


class Row(tuple[Any, ...]):
    """Values that are found by their place and by the name of their column, as those of `sqlite3.Row` are."""

    _names: list[str]

    @classmethod
    def of(cls, names: list[str], values: tuple[Any, ...]) -> Row:
        """A row of some columns."""
        made = cls(values)
        made._names = names
        return made

    def __getitem__(self, at: Any) -> Any:
        """A value by its place or name."""
        return super().__getitem__(self._names.index(at) if isinstance(at, str) else at)

    def keys(self) -> list[str]:
        """The names of the columns."""
        return self._names


class PlansDatabase(Database):  # type: ignore[misc]
    """The database as Datasette serves it, statements of people's own apart."""

    async def execute(self, sql: str, params: Any = None, *arguments: Any, **named: Any) -> Results:
        """The rows of a statement."""
        asked = _ASKED.get()
        if asked is None or asked.sql != sql:
            # What is wrong with a statement is said to who asked; Datasette would log it with every value.
            return await super().execute(sql, params, *arguments, **{**named, "log_sql_errors": False})
        return await self.ds.kehoach_free_sql.run(asked, params or {})


# --- who may ask from where ------------------------------------------------------------------------------------------


def check(path: str, query: str, headers: Mapping[str, str], hosts: Hosts) -> None:
    """Looks at where a statement comes from: a picture on any page of the web could start one.

    Raises:
        Refused: it comes from a page elsewhere, or a browser does not say from where.
    """
    if "/kehoach/" in path and "_where" in parse_qs(query, keep_blank_values=True):
        raise Refused(400, NO_WHERE)
    if not is_free(path, query):
        return
    tells = any(name in headers for name in ("sec-fetch-site", "origin", "referer"))
    is_browser = headers.get("user-agent", "").startswith("Mozilla/")
    if not is_own(headers, hosts) or (is_browser and not tells):
        raise Elsewhere(query)


class Elsewhere(Refused):
    """A statement that was sent here from another page: it runs when the person here says so."""

    def __init__(self, query: str) -> None:
        super().__init__(403, "Câu lệnh SQL này đến từ một trang khác. / This SQL comes from another page.")
        self.query = query

    def page(self) -> str:
        """The statement, and a link that runs it."""
        sql = parse_qs(self.query, keep_blank_values=True)["sql"][0]
        link = html.escape(f"?{self.query}", quote=True)
        return (
            '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>SQL · kehoach</title>'
            f"<p>Câu lệnh SQL này đến từ một trang khác. / This SQL comes from another page.</p><pre>{html.escape(sql[:2000])}</pre>"
            f'<p><a href="{link}">Chạy ở đây / Run it here</a></p></html>'
        )
