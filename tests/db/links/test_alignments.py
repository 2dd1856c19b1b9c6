"""Links: targets are aligned to the measures of any programme from what is stored, anew when a programme changes, and no file is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus import programme as programmes
from corpus.files import files_in
from corpus.programme import Programme, load_all
from db.links import alignments as links
from db.load.derive import derive
from db.load.dispatch import load
from db.review import corrections
from db.schema import programme_store
from db.schema.database import open_database, rows, transaction
from tests.corpus.test_programme import GUEST
from tests.plans import HEAD, TAIL

# It carries out both programmes: their numbers are the same, their years are not.
_HEAD = HEAD.replace(
    "Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh",
    "Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 và Quyết định số 23/QĐ-TTg ngày 01/3/2022 của Thủ tướng Chính phủ",
)
_BODY = """I. MỤC TIÊU
1. Mục tiêu cụ thể
- 65% xã đạt tiêu chuẩn xã phù hợp với trẻ em vào năm 2025.
- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025.
- 40% thư viện xã có máy tính nối mạng vào năm 2025."""
Knows = Callable[[Database, tuple[Programme, ...]], None]


@pytest.fixture
def stored(tmp_path: Path) -> Database:
    path = tmp_path / "plan.txt"
    path.write_text(_HEAD + _BODY + TAIL, encoding="utf-8")
    db = open_database(None)
    for _ in load(db, files_in([path])):
        pass
    path.unlink()
    return db


@pytest.fixture
def knows() -> Knows:
    """Makes other programmes known, as if their files had changed."""

    def change(db: Database, known: tuple[Programme, ...]) -> None:
        with transaction(db):
            for one in programme_store.known(db):
                if one.id not in {programme.id for programme in known}:
                    programme_store.remove(db, one.id)
            for one in known:
                programme_store.add(db, one)
        derive(db)

    return change


def aligned(db: Database) -> set[tuple[str, str, float]]:
    found = rows(db, "SELECT a.programme, a.measure, t.value FROM alignments a JOIN targets t ON t.id = a.target")
    return {(row["programme"], row["measure"], row["value"]) for row in found}


_FIRST = {("qd-23-2021", "1", 65.0), ("qd-23-2021", "14", 98.5)}


def test_a_new_programme_is_linked_from_what_is_stored(stored: Database, knows: Knows) -> None:
    assert aligned(stored) == _FIRST
    knows(stored, (*load_all(), programmes.load(GUEST)))
    assert aligned(stored) == {*_FIRST, ("qd-23-2022", "1", 40.0)}
    found = rows(
        stored,
        "SELECT programme, measure, stance FROM comparisons WHERE target IS NOT NULL ORDER BY programme, measure",
    )
    assert [tuple(row.values()) for row in found] == [
        ("qd-23-2021", "1", "equal"), ("qd-23-2021", "14", "equal"), ("qd-23-2022", "1", "stricter"),
    ]  # fmt: skip
    assert rows(
        stored, "SELECT short_vi FROM measures WHERE code = '1' AND programme LIKE 'qd-23-%' ORDER BY programme"
    ) == [
        {"short_vi": load_all()[0].measures[0].short_vi},
        {"short_vi": "Thư viện nối mạng"},
    ]


def test_a_programme_that_goes_takes_its_links_along(stored: Database, knows: Knows) -> None:
    knows(stored, (*load_all(), programmes.load(GUEST)))
    knows(stored, load_all())
    assert aligned(stored) == _FIRST


def test_without_a_change_nothing_is_aligned_anew(stored: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "differing", lambda *_: pytest.fail("aligned anew"))
    derive(stored)


def test_what_a_reviewer_corrected_stays(stored: Database, knows: Knows) -> None:
    target = rows(stored, "SELECT id FROM targets WHERE value = 65")[0]["id"]
    derive(stored, {corrections.correct(stored, "targets", target, "measure", "21", reviewer="lan")})
    assert ("qd-23-2021", "21", 65.0) in aligned(stored)
    knows(stored, (*load_all(), programmes.load(GUEST)))
    assert {("qd-23-2021", "21", 65.0), ("qd-23-2022", "1", 40.0)} < aligned(stored)
    derive(stored, {corrections.withdraw(stored, "targets", target, "measure", reviewer="lan")})
    assert ("qd-23-2021", "1", 65.0) in aligned(stored)


def test_the_version_of_the_extraction_does_not_know_the_programmes() -> None:
    from extract import version

    assert "programme" in version._LEFT_OUT
