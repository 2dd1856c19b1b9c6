"""Datasette serves the database under one name, described, facets set, no way to write or to download."""

from __future__ import annotations

import asyncio
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus.files import files_in
from db.load.dispatch import load
from db.schema.database import DatabaseError, open_database
from db.site.serve import Listening, PortTaken, application, serve
from db.views import metadata
from tests.conftest import PLANS


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("db") / "plans.db"
    db = open_database(path)
    for _ in load(db, files_in([PLANS])):
        pass
    db.close()
    return path


def get(path: Path, address: str) -> Any:
    async def ask() -> Any:
        with closing(application(path)) as site:
            return await site.client.get(address)

    return asyncio.run(ask())


def test_the_database_is_named_kehoach(path: Path) -> None:
    assert list(get(path, "/-/databases.json").json()[0].items())[0] == ("name", "kehoach")


@pytest.mark.parametrize(
    "table", ["comparison", "targets", "documents", "plans", "due", "duties", "citations", "files"]
)
def test_pages_of_tables_are_described_and_have_facets(path: Path, table: str) -> None:
    page = get(path, f"/kehoach/{table}")
    assert page.status_code == 200
    assert "mỗi dòng" in page.text
    facets = get(path, f"/kehoach/{table}.json?_size=0").json()["facet_results"]
    assert {facet["name"] for facet in facets.values()} == set(metadata.descriptions()["table"][table]["facets"])


def test_queries_run_and_writing_does_not(path: Path) -> None:
    sql = "select count(*) as n from comparison where stance = 'weaker'"
    assert get(path, f"/kehoach.json?_shape=array&sql={sql}").json() == [{"n": 4}]
    assert get(path, "/kehoach.json?sql=delete from targets").status_code == 400
    assert get(path, "/kehoach.db").status_code == 403


def test_a_schema_that_changes_while_the_site_is_open_is_no_fault(path: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(path, tmp_path))
    with closing(application(own)) as site:
        asyncio.run(site.client.get("/kehoach"))
        with closing(sqlite3.connect(own)) as connection:
            connection.execute("CREATE TABLE of_tomorrow (id INTEGER)")
            connection.commit()
        answer = asyncio.run(site.client.get("/kehoach.json?sql=select+1"))
    assert answer.status_code == 200


def test_a_database_must_be_there_and_a_port_free(tmp_path: Path, path: Path) -> None:
    with pytest.raises(DatabaseError, match="kehoach load"):
        application(tmp_path / "none.db")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PortTaken, match="--port"):
            serve(path, Listening("127.0.0.1", taken.getsockname()[1]), ready=lambda _: None)
