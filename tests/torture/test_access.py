"""The short form of the campaigns on who may come in and how many at once: what is asked is the same, times are not."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from db.review.accounts import ROLES, Accounts
from tests.db.site.conftest import site_database
from tests.torture import crowd, routes
from tests.torture.crowd import Figures
from tests.torture.routes import Ground

__all__ = ["site_database"]


@pytest.fixture
def database(site_database: Path, tmp_path: Path) -> Path:
    path = tmp_path / "plans.db"
    shutil.copy(site_database, path)
    return path


@pytest.fixture
def grounds(database: Path) -> Iterator[list[Ground]]:
    for role in ROLES:
        Accounts(database).add(role, "mật khẩu dài", (role,))
    made = [Ground(database, private=private) for private in (False, True)]
    yield made
    for ground in made:
        ground.site.close()


def test_the_table_has_every_route_and_says_where_something_may_be_sent() -> None:
    assert routes.unlisted() == []


@pytest.mark.parametrize(
    "pattern",
    [
        "/review/decide",
        "/upload/new",
        "/audit",
        "/comments",
        "/comments.docx",
        "/plans/{plan}/gop-y/sender",
        "/files/versions",
        "/correct/targets/{target}",
        "/plans/{plan}/remove",
        "/kehoach/targets.json",
        "/-/login",
    ],
)
def test_who_may_does_and_who_may_not_does_not(grounds: list[Ground], pattern: str) -> None:
    for ground in grounds:
        assert asyncio.run(routes.by_role(ground, pattern)) == []


# Datasette begins what it then does not wait for, where it stops over a parameter.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
@pytest.mark.parametrize("pattern", ["/coverage", "/kehoach/targets.json"])
def test_odd_values_are_no_faults(grounds: list[Ground], pattern: str) -> None:
    assert asyncio.run(routes.with_odd_values(grounds[0], pattern, few=True)) == []


def short(name: str, folder: Path, database: Path, **sizes: int) -> Figures:
    with TemporaryFile() as log:
        figures = crowd.campaign(name, folder, database, log, **sizes)
        log.seek(0)
        assert b"\n500 " not in log.read()
    assert figures.wrong == []
    return figures


def test_decisions_during_a_load_are_all_kept(tmp_path: Path, database: Path) -> None:
    assert short("decisions", tmp_path, database, each=4, more=20).counts["kept"] == 20


def test_readers_during_a_load_get_their_pages(tmp_path: Path, database: Path) -> None:
    assert short("readers", tmp_path, database, count=3, seconds=3, more=20).seconds["pages"]


def test_right_passwords_are_taken_among_wrong_ones(tmp_path: Path, database: Path) -> None:
    assert short("logins", tmp_path, database, rate=15, seconds=3).counts["wrong passwords sent"] > 0


def test_costly_statements_end(tmp_path: Path, database: Path) -> None:
    figures = short("costly", tmp_path, database, people=2, count=5)
    assert len(figures.seconds["statements"]) == 5
