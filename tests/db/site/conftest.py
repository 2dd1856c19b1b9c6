"""A database with the plans that ship, those written for tests, and one that means harm; people who visit its site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.files import files_in
from db.load.dispatch import load
from db.schema.database import open_database
from tests.conftest import PLANS, ROOT
from tests.db.site.client import REVIEWER, VISITORS, Person
from tests.plans import HEAD, TAIL

# Plans by name, so that counts in tests do not change when others are added beside them.
WRITTEN = (
    "cam-le-kh-cds-2024", "ha-tinh-kh-tntt-2021", "la-gi-kh-ubnd-2021", "van-chan-kh-ubnd-2023", "yen-bai-ctr-ubnd-2021",
)  # fmt: skip
SHIPPED = (
    "cao-bang-kh-ubnd-2023", "duc-co-kh-2022", "ha-trung-kh-ubnd-2023", "quang-ninh-52-kh-ubnd-2021", "tan-yen-ctr-ubnd-2021",
)  # fmt: skip

HOSTILE = "<script>alert('xin chào')</script> & <b>đậm</b>"


@pytest.fixture(scope="session")
def site_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database; nothing writes to it."""
    folder = tmp_path_factory.mktemp("site")
    hostile = HEAD.replace("Thực hiện công tác trẻ em năm 2024", f"Thực hiện công tác trẻ em {HOSTILE} năm 2024")
    body = f"I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Tỷ lệ trẻ em {HOSTILE} đạt 110% vào năm 2024.\n"
    (folder / "hostile.txt").write_text(hostile + body + TAIL, encoding="utf-8")
    path = folder / "plans.db"
    db = open_database(path)
    files = [
        *(PLANS / f"{name}.txt" for name in SHIPPED),
        *(ROOT / f"tests/data/written/{name}.txt" for name in WRITTEN),
        folder / "hostile.txt",
    ]
    for _ in load(db, files_in(files)):
        pass
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return path


@pytest.fixture(scope="session")
def visitor(site_database: Path) -> Iterator[Person]:
    """Someone without an account."""
    person = Person(site_database)
    VISITORS.remove(person)
    yield person
    person.site.close()


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """What the sites of a test have opened is closed behind it."""
    yield
    while VISITORS:
        VISITORS.pop().site.close()


@pytest.fixture
def own_database(site_database: Path, tmp_path: Path) -> Path:
    """A copy to write to."""
    path = tmp_path / "plans.db"
    shutil.copy(site_database, path)
    return path


@pytest.fixture
def reviewer(own_database: Path) -> Person:
    """Someone with an account, on a database of their own."""
    return Person(own_database, REVIEWER)
