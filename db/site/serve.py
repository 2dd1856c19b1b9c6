"""Serving the database with Datasette and the site on top of it, on the loopback interface by default."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import ipaddress
import os
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import datasette_auth_passwords
import uvicorn
from datasette.app import Datasette
from datasette.plugins import pm

from corpus import units
from db import site
from db.load.derive import behind, derive
from db.review.accounts import Accounts
from db.review.private import keep_private
from db.review.visits import Visits
from db.schema.database import open_existing
from db.site import queries
from db.site.cache import Cache
from db.site.diffs import Diffs
from db.site.guard.free_sql import FreeSQL, PlansDatabase
from db.site.guard.gate import Gate
from db.site.guard.hosts import Hosts
from db.site.guard.people import People
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


# Rows of counts, and of what ranks localities, that are kept: some sixty megabytes.
_ROWS = 60_000


class PortTaken(OSError):
    """Another program listens on the port."""


class Site(Datasette):
    """Datasette with the accounts of a database; what is read-only about it is Datasette's own."""

    def __init__(self, path: Path, *, loopback: bool, reading: bool, gate: Gate, **settings: Any) -> None:
        self.kehoach_path = path
        secret = Accounts(path).secret()  # a site does not begin with accounts that cannot be read
        self.kehoach_people = People(path)
        self.kehoach_accounts = self.kehoach_people.accounts
        self.kehoach_visits = Visits(path)
        self.kehoach_gate = gate
        self.kehoach_free_sql = FreeSQL(
            path, seconds=SETTINGS["sql_time_limit_ms"] / 1000, rows=SETTINGS["max_returned_rows"]
        )
        self.kehoach_loopback = loopback
        self.kehoach_open = reading
        self.kehoach_assets = _assets()
        self.kehoach_counted = Cache(_ROWS)
        self.kehoach_pages = Cache(32_000_000)
        self.kehoach_diffs = Diffs()
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
        self.kehoach_people.close()
        self.kehoach_free_sql.close()
        for database in self.databases.values():
            database.close()
        for connection in self._opened:
            connection.close()

    def _connected_databases(self) -> list[dict[str, Any]]:
        """The database without the folder in which it lies."""
        return [{**one, "path": Path(one["path"]).name} for one in super()._connected_databases()]


def application(
    path: Path, *, loopback: bool = True, reading: bool = True, host_names: tuple[str, ...] = (), https: bool = False
) -> Site:
    """The site on a database file.

    Args:
        path: the database.
        loopback: whether only this machine can reach it (who may run SQL depends on that).
        reading: whether reading is open to people without an account.
        host_names: the names under which it is asked for, beside those of this machine; the first is its own.
        https: whether browsers come to it over HTTPS, whatever a proxy says.

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
    # Its hashes are used; its pages and its HTTP Basic check passwords where everybody waits for them.
    if pm.is_registered(datasette_auth_passwords):
        pm.unregister(datasette_auth_passwords)
    folder = Path(str(resources.files("db.site")))
    datasette = Site(
        path,
        loopback=loopback,
        reading=reading,
        gate=Gate(Hosts.of(host_names, loopback=loopback), https=https),
        metadata=metadata.datasette(columns, queries.as_metadata()),
        settings=SETTINGS,
        template_dir=str(folder / "templates"),
        static_mounts=[("static", str(folder / "static"))],
        cors=False,
    )
    datasette.add_database(PlansDatabase(datasette, path=str(path), is_mutable=True), name=metadata.NAME)
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


def settle() -> None:
    """Loads what stays as long as the site does, and takes it out of what is looked through for garbage again and again."""
    units.load()
    gc.collect()
    gc.freeze()


def is_loopback(host: str) -> bool:
    """Whether an address can only be reached from this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the site listens, and under which names it is asked for.

    Attributes:
        host: the address to listen on.
        port: its port.
        reading: whether reading is open without an account; by default only on the loopback interface.
        host_names: the names under which it is asked for, beside those of this machine.
        proxies: addresses of web servers before it, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
        https: whether browsers come to it over HTTPS, whatever a proxy says.
    """

    host: str
    port: int
    reading: bool | None = None
    host_names: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    https: bool = False


# Pages that count everything: the first who asked for one of a large database would wait for seconds.
_COUNTING = ("/", "/compare", "/measures", "/cascade", "/review", "/deadlines", "/coverage", "/progress")


async def warm(site: Site) -> None:
    """Has counted what the first readers will ask for, one page after the other."""
    for address in _COUNTING:
        with suppress(Exception):  # whoever asks for it is told
            await site.client.get(address, follow_redirects=True)


class _Server(uvicorn.Server):
    """A server that counts beforehand and, when it is stopped, sends away who waits for a password to be checked."""

    def __init__(self, config: uvicorn.Config, site: Site) -> None:
        super().__init__(config)
        self._site = site
        self._warming: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Takes people in."""
        await super().startup(sockets)
        self._warming = asyncio.create_task(warm(self._site))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stops: takes nobody in any more, and finishes what is in hand."""
        self._site.kehoach_people.turns.stop()
        if self._warming is not None:
            self._warming.cancel()
        await super().shutdown(sockets)


def serve(path: Path, listening: Listening, *, ready: Callable[[str], None]) -> None:
    """Serves until interrupted; `ready` is told the address just before.

    Raises:
        DatabaseError: there is no database.
        PortTaken: the address is in use.
    """
    host, port = listening.host, listening.port
    os.umask(0o077)  # what the site and its loaders write is their owner's alone
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"không mở được {host}:{port} ({error.strerror}); chọn cổng khác bằng --port / choose another port with --port"
            ) from error
    # Behind a web server others come to it as well.
    loopback = is_loopback(host) and not listening.proxies and not listening.host_names
    datasette = application(
        path,
        loopback=loopback,
        reading=loopback if listening.reading is None else listening.reading,
        host_names=listening.host_names,
        https=listening.https,
    )
    keep_private(path)
    with closing(datasette):
        asyncio.run(datasette.invoke_startup())
        settle()
        ready(f"http://{host}:{port}/")
        config = uvicorn.Config(
            datasette.app(),
            host=host,
            port=port,
            log_level="warning",
            lifespan="on",
            server_header=False,
            timeout_graceful_shutdown=10,  # who looks at a page gets it
            proxy_headers=bool(listening.proxies),
            forwarded_allow_ips=list(listening.proxies),
        )
        server = _Server(config, datasette)
        with suppress(KeyboardInterrupt):
            server.run()
    if not server.started:
        sys.exit(1)
