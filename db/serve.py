"""Serving the database with Datasette under the name `kehoach`, on the loopback interface by default."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from datasette.app import Datasette
from datasette.database import Database as DatasetteDatabase

from db import metadata
from db.database import open_existing

SETTINGS = {
    "sql_time_limit_ms": 3000,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,
    "allow_download": False,
}


class PortTaken(OSError):
    """Another program listens on the port."""


def application(path: Path) -> Datasette:
    """Datasette on a database file, described and with its settings."""
    db = open_existing(path)
    columns = {
        name: [row["name"] for row in db.query(f'SELECT name FROM pragma_table_info("{name}")')]
        for name in (*db.table_names(), *db.view_names())
    }
    db.close()
    datasette = Datasette(files=[], metadata=metadata.datasette(columns), settings=SETTINGS, cors=False)
    datasette.add_database(DatasetteDatabase(datasette, path=str(path), is_mutable=True), name=metadata.NAME)
    if "_memory" in datasette.databases:
        datasette.remove_database("_memory")
    return datasette


def serve(path: Path, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves until interrupted; `ready` is told the address just before.

    Raises:
        DatabaseError: there is no database.
        PortTaken: the address is in use.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"không mở được {host}:{port} ({error.strerror}); chọn cổng khác bằng --port / choose another port with --port"
            ) from error
    datasette = application(path)
    asyncio.run(datasette.invoke_startup())
    ready(f"http://{host}:{port}/{metadata.NAME}")
    uvicorn.run(datasette.app(), host=host, port=port, log_level="warning", lifespan="on")
