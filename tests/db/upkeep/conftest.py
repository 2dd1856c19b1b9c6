"""A database with plans, an upload, accounts, a decision, a correction and a plan that was taken back: all that must come back."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from corpus.files import files_in
from db.load.derive import derive
from db.load.dispatch import load
from db.review import audit, corrections, decisions, removal
from db.review.accounts import Accounts
from db.review.private import keep_private
from db.schema.database import open_database, rows
from db.site.uploads import Upload
from tests.db.load.test_at_once import plans

PASSWORD = "mật khẩu dài"


@pytest.fixture(scope="session")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the database; nothing writes to it."""
    folder = tmp_path_factory.mktemp("kept")
    path = folder / "plans.db"
    with closing(open_database(path)) as db:
        upload = Upload.new(path, "lan").folder / "kế hoạch.txt"
        shutil.copy(plans(folder / "other", range(60, 61)) / "60.txt", upload)
        list(load(db, files_in([plans(folder / "given", range(50, 52)), upload])))
        finding = rows(db, "SELECT key FROM findings ORDER BY key")[0]["key"]
        decisions.decide(db, [finding], decisions.Decision(state="accepted", note="đúng"), reviewer="lan")
        head = rows(db, "SELECT id FROM documents WHERE number LIKE '50/%'")[0]["id"]
        corrections.correct(db, "documents", head, "signer", "Nguyễn Thị Lan", note="", reviewer="lan")
        other = rows(db, "SELECT id FROM documents WHERE number LIKE '51/%'")[0]["id"]
        derive(db, removal.remove(db, other, reason="nạp nhầm", reviewer="lan") | {head})
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    Accounts(path).add("lan", PASSWORD, ("reviewer",))
    audit.record(path, "decided", who="lan", where="site")
    keep_private(path)
    return folder


@pytest.fixture
def database(kept_folder: Path, tmp_path: Path) -> Path:
    """A copy of it, which lies elsewhere than the files of its uploads say."""
    shutil.copytree(kept_folder, tmp_path / "here")
    return tmp_path / "here/plans.db"
