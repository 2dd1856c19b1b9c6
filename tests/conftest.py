"""Fixtures that many tests share."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable
from sqlite_utils import Database

from corpus.files import files_in
from db.load import registers
from db.load.dispatch import load
from db.schema.database import open_database, transaction
from tests.bench.render import NoFont, font_path

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT / "corpus/plans"


_PACKAGES = {
    "chromium": "chromium libatomic1",
    "tesseract": "tesseract-ocr tesseract-ocr-vie",
    "soffice": "libreoffice-writer-nogui libreoffice-calc-nogui",
}


@lru_cache
def _runs(program: str) -> bool:
    """Whether a program is there, for a browser with the Node that Playwright brings along (which needs libatomic1 of the system)."""
    if shutil.which(program) is None:
        return False
    if program != "chromium":
        return True
    node, *_ = compute_driver_executable()
    return subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that needs a program is skipped where it is missing; in CI the missing program is a failure.

    Tests in a browser come last: while one is open its event loop runs, and `asyncio.run` of other tests may not.
    """
    items.sort(key=lambda item: "browser" in item.path.parts)
    for item in items:
        for marker in item.iter_markers("needs"):
            missing = [program for program in marker.args if not _runs(program)]
            if missing and not os.environ.get("CI"):
                item.add_marker(
                    pytest.mark.skip(
                        reason=f"needs {', '.join(missing)}: apt-get install {' '.join(_PACKAGES.get(one, one) for one in missing)}"
                    )
                )


@pytest.fixture(scope="session")
def serif() -> str:
    """The file of a font with Vietnamese letters; where none is installed the test is skipped, in CI it fails."""
    try:
        return font_path()
    except NoFont as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def loaded() -> Iterator[Database]:
    """A database in memory with the five plans that ship; read only."""
    db = open_database(None)
    for _ in load(db, files_in([PLANS])):
        pass
    yield db
    db.close()


@pytest.fixture(scope="session")
def _empty() -> bytes:
    """A database without plans, with the units and laws that every one has."""
    database = open_database(None)
    with transaction(database):
        registers.store(database)
    image = database.conn.serialize()
    database.close()
    return image


@pytest.fixture
def db(_empty: bytes) -> Iterator[Database]:
    """An empty database in memory."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(_empty)
    connection.execute("PRAGMA foreign_keys = ON")
    database = Database(connection, recursive_triggers=False)
    yield database
    database.close()


def few_units(connection: sqlite3.Connection) -> None:
    """Leaves the provinces and the units that documents are of: of all, the coverage of each programme has tens of thousands of rows,
    which an export writes three times.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(
        "DELETE FROM units WHERE code <> province AND code NOT IN (SELECT unit FROM documents WHERE unit IS NOT NULL)"
    )
    connection.commit()
