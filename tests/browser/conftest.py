"""The site in Debian's Chromium, on a port of its own, with a database that tests may write to."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, Page

from db.review.accounts import Accounts
from db.site import uploads
from db.site.serve import application
from tests.db.site.conftest import site_database

__all__ = ["site_database"]

PASSWORD = "mật khẩu dài"

# Without these a browser in a container without a network of its own asks for addresses outside, again and again.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": shutil.which("chromium"), "args": list(FLAGS)}


class Server:
    """The site, served as `kehoach serve` does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._site = site = application(path)
        self.address = f"http://127.0.0.1:{port}"

        async def run() -> None:
            await site.invoke_startup()
            await self._server.serve()

        self._server = uvicorn.Server(uvicorn.Config(site.app(), host="127.0.0.1", port=port, log_level="warning"))
        self._thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    def stop(self) -> None:
        """Ends it."""
        self._server.should_exit = True
        self._thread.join(timeout=20)
        self._site.close()
        for process in uploads.RUNNING.values():
            process.wait()


@pytest.fixture(scope="session")
def server(site_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("browser") / "plans.db"
    shutil.copy(site_database, path)
    Accounts(path).add("lan", PASSWORD, ("reviewer", "staff"))
    Accounts(path).add("mai", PASSWORD, ("admin",))
    running = Server(path)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def base_url(server: Server) -> str:
    return server.address


@pytest.fixture
def outside(context: BrowserContext, server: Server) -> Iterator[list[str]]:
    """Addresses that the pages asked for and that are not the site's own; there must be none."""
    asked: list[str] = []
    context.on(
        "request",
        lambda request: asked.append(request.url) if not request.url.startswith((server.address, "data:")) else None,
    )
    yield asked
    assert asked == []


@pytest.fixture
def visitor(page: Page, outside: list[str]) -> Page:
    """A page on which nothing may go wrong: no error on the console, no request outside."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda message: wrong.append(message.text) if message.type == "error" and "403" not in message.text else None,
    )
    page.set_default_timeout(20_000)
    page.wrong = wrong  # type: ignore[attr-defined]
    return page


def sign_in(page: Page, name: str = "lan") -> None:
    """Signs in with an account of the fixture: `lan` reviews and loads, `mai` administers."""
    page.goto("/-/login?next=/review")
    page.get_by_label("Tên", exact=True).fill(name)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/review", wait_until="load")
