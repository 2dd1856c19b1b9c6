"""Serving the database with Datasette and the site on top of it, on the loopback interface by default."""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.database import Database as DatasetteDatabase
from datasette.plugins import pm

from db import site
from db.load.derive import behind, derive
from db.review.accounts import Accounts, ServedAccounts
from db.schema.database import open_existing
from db.site import queries
from db.views import metadata

# Chosen for a few dozen people on one machine; each is explained in docs/site.md.
SETTINGS = {
    "sql_time_limit_ms": 3000,
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "facet_time_limit_ms": 500,
    "suggest_facets": False,
    "allow_download": False,
    "allow_csv_stream": True,
    "num_sql_threads": 4,
}


class PortTaken(OSError):
    """Another program listens on the port."""


class Site(Datasette):
    """Datasette with the accounts of a database; what is read-only about it is Datasette's own."""

    def __init__(self, path: Path, *, loopback: bool, reading: bool, **settings: Any) -> None:
        self.kehoach_path = path
        secret = Accounts(path).secret()  # a site does not begin with accounts that cannot be read
        self.kehoach_accounts = ServedAccounts(path)
        self.kehoach_loopback = loopback
        self.kehoach_open = reading
        self.kehoach_assets = _assets()
        self.kehoach_kept: dict[str, Any] = {}
        super().__init__(files=[], secret=secret, **settings)
        self._opened: list[sqlite3.Connection] = []
        internal = self.databases["_internal"]
        connect = internal.connect
        internal.connect = lambda write=False: self._kept(connect(write))

    def _kept(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        self._opened.append(connection)
        return connection

    def close(self) -> None:
        """Closes every connection; Datasette keeps those of its own schemas in its threads, where nobody else would."""
        self.executor.shutdown()
        for database in self.databases.values():
            database.close()
        for connection in self._opened:
            connection.close()

    def plugin_config(self, plugin_name: str, *arguments: Any, **named: Any) -> Any:
        """The configuration of a plugin; accounts come from their file, so that they stand in no metadata anyone can read."""
        if plugin_name == "datasette-auth-passwords":
            return self.kehoach_accounts.plugin_config()
        return super().plugin_config(plugin_name, *arguments, **named)


def application(path: Path, *, loopback: bool = True, reading: bool = True) -> Site:
    """The site on a database file.

    Args:
        path: the database.
        loopback: whether only this machine can reach it (who may run SQL depends on that).
        reading: whether reading is open to people without an account.

    Raises:
        DatabaseError: there is no database, or its file of accounts cannot be read.
    """
    with closing(open_existing(path)) as db:
        if old := behind(db):
            derive(db, old)
        columns = {
            name: [row["name"] for row in db.query(f'SELECT name FROM pragma_table_info("{name}")')]
            for name in (*db.table_names(), *db.view_names())
        }
    if not pm.is_registered(site):
        pm.register(site, name="kehoach")
    folder = Path(str(resources.files("db.site")))
    datasette = Site(
        path,
        loopback=loopback,
        reading=reading,
        metadata=metadata.datasette(columns, queries.as_metadata()),
        settings=SETTINGS,
        template_dir=str(folder / "templates"),
        static_mounts=[("static", str(folder / "static"))],
        cors=False,
    )
    datasette.add_database(DatasetteDatabase(datasette, path=str(path), is_mutable=True), name=metadata.NAME)
    if "_memory" in datasette.databases:
        datasette.remove_database("_memory")
    return datasette


def _assets() -> str:
    """A fingerprint of what pages load, so that browsers keep it until it changes."""
    digest = hashlib.blake2b(digest_size=4)
    folder = Path(str(resources.files("db.site"))) / "static"
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_loopback(host: str) -> bool:
    """Whether an address can only be reached from this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(path: Path, *, host: str, port: int, ready: Callable[[str], None], reading: bool | None = None) -> None:
    """Serves until interrupted; `ready` is told the address just before.

    Args:
        path: the database.
        host: the address to listen on.
        port: its port.
        ready: is told the address.
        reading: whether reading is open without an account; by default only on the loopback interface.

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
    loopback = is_loopback(host)
    datasette = application(path, loopback=loopback, reading=loopback if reading is None else reading)
    with closing(datasette):
        asyncio.run(datasette.invoke_startup())
        ready(f"http://{host}:{port}/")
        uvicorn.run(datasette.app(), host=host, port=port, log_level="warning", lifespan="on")
