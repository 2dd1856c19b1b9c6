"""Fixtures that many tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.files import find
from db.database import open_database
from db.loading import load

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT / "corpus/plans"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that needs a program is skipped where it is missing; in CI the missing program is a failure."""
    for item in items:
        for marker in item.iter_markers("needs"):
            missing = [program for program in marker.args if shutil.which(program) is None]
            if missing and not os.environ.get("CI"):
                item.add_marker(
                    pytest.mark.skip(reason=f"needs {', '.join(missing)}: apt-get install {' '.join(missing)}")
                )


@pytest.fixture(scope="session")
def loaded() -> Iterator[Database]:
    """A database in memory with the five plans that ship; read only."""
    db = open_database(None)
    for _ in load(db, find([PLANS])):
        pass
    yield db
    db.close()


@pytest.fixture
def db() -> Iterator[Database]:
    """An empty database in memory."""
    database = open_database(None)
    yield database
    database.close()
