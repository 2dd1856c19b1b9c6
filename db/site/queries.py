"""The named queries behind the pages: one file a query, served by Datasette under its name, run here without the row limit."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from datasette.app import Datasette
from datasette.utils import sqlite_timelimit

from db.site.cache import Stamp
from db.views import metadata

Row = dict[str, Any]

# What a page waits for at most; exports have no limit.
TIME_LIMIT_MS = 5000

_HEAD = re.compile(r"-- vi: (?P<vi>.+)\n-- en: (?P<en>.+)\n")
# Where the text of `queries/parts/<name>.sql` stands, which several queries share.
_PART = re.compile(r"^ *-- part: (?P<name>\w+)\n", re.MULTILINE)
_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Query:
    """A query with what it gives in both languages, and its parameters; an empty parameter stands for *all*."""

    name: str
    vi: str
    en: str
    sql: str
    parameters: tuple[str, ...]

    def bound(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A value for each parameter, empty where none is given."""
        return {name: "" if given.get(name) is None else given[name] for name in self.parameters}


@lru_cache(maxsize=1)
def all_queries() -> dict[str, Query]:
    """Every named query by name."""
    folder = resources.files("db.site").joinpath("queries")
    parts = _texts(folder.joinpath("parts"))
    parts = {
        name: _PART.sub(lambda match: parts[match["name"]], text) for name, text in parts.items()
    }  # a part may have parts
    texts = _texts(folder) | _texts(resources.files("db.views").joinpath("queries"))
    return {name: _query(name, _PART.sub(lambda match: parts[match["name"]], texts[name])) for name in sorted(texts)}


def _texts(folder: Traversable) -> dict[str, str]:
    return {
        entry.name.removesuffix(".sql"): entry.read_text(encoding="utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".sql")
    }


def _query(name: str, text: str) -> Query:
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"{name}.sql does not begin with its description (-- vi: …, -- en: …)")
    parameters = tuple(dict.fromkeys(_PARAMETER.findall(re.sub(r"--.*", "", text))))
    return Query(name, head["vi"], head["en"], text, parameters)


def as_metadata() -> dict[str, Any]:
    """The queries as Datasette's canned queries."""
    return {
        query.name: {
            "sql": query.sql,
            "title": query.vi,
            "description": query.en,
            "params": list(query.parameters),
        }
        for query in all_queries().values()
    }


async def run(datasette: Datasette, name: str, given: Mapping[str, Any], *, limited: bool = True) -> list[Row]:
    """All rows of a named query; what is made a file of may take as long as it needs (`limited` false).

    Raises:
        sqlite3.OperationalError: it took longer than `TIME_LIMIT_MS`.
    """
    query = all_queries()[name]
    bound = query.bound(given)

    def work(connection: sqlite3.Connection) -> list[Row]:
        with sqlite_timelimit(connection, TIME_LIMIT_MS) if limited else nullcontext():
            return list(_rows(connection.execute(query.sql, bound)))

    found: list[Row] = await read(datasette, work)
    return found


async def read(datasette: Datasette, work: Callable[[sqlite3.Connection], Any]) -> Any:
    """Runs a function on a connection that only reads, in one of Datasette's threads."""
    return await datasette.get_database(metadata.NAME).execute_fn(work)


async def write(datasette: Datasette, work: Callable[[sqlite3.Connection], Any]) -> Any:
    """Runs a function on the one connection that writes, in the thread that owns it."""
    return await datasette.get_database(metadata.NAME).execute_write_fn(work)


def stamp(connection: sqlite3.Connection) -> Stamp:
    """Changes whenever plans, decisions, who has what to review, or corrections do, and while what is computed from plans comes in."""
    acts = connection.execute(
        "SELECT (SELECT coalesce(max(id), 0) FROM reviews), (SELECT coalesce(max(id), 0) FROM review_assignments), "
        "(SELECT coalesce(max(id), 0) FROM corrections), (SELECT coalesce(max(id), 0) FROM removals), "
        "(SELECT coalesce(max(id), 0) FROM version_answers), date('now')"  # what is due, and which year has results
    ).fetchone()
    files, loaded_at, unsettled = connection.execute(
        "SELECT (SELECT count(*) FROM files), (SELECT max(offered_at) FROM files), (SELECT count(*) FROM unsettled)"
    ).fetchone()
    programmes = [tuple(one) for one in connection.execute("SELECT id, is_default, text FROM programmes ORDER BY id")]
    known = hashlib.blake2b(repr(programmes).encode(), digest_size=8).hexdigest()
    return Stamp((*acts, known), (files, loaded_at, unsettled), loading=unsettled > 0, loaded_at=loaded_at)


def _rows(cursor: sqlite3.Cursor) -> Iterator[Row]:
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
