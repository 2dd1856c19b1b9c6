"""One plan in several documents: copies, drafts, older and replaced ones are linked and counted once; others are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.links import versions
from db.links.likeness import alike, sketch
from db.load.dispatch import load
from db.schema.database import rows
from tests.conftest import PLANS
from tests.db.drafts import plan

HA_TRUNG = (PLANS / "ha-trung-kh-ubnd-2023.txt").read_text(encoding="utf-8")


def loads(db: Database, folder: Path, **texts: str) -> dict[str, str]:
    """Loads texts under names and gives the relation of each file's document."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    list(load(db, files_in([folder])))
    found = rows(db, "SELECT f.path, d.relation FROM files f JOIN documents d ON d.id = f.document ORDER BY f.path")
    return {Path(row["path"]).stem: row["relation"] for row in found}


def test_a_sketch_tells_how_alike_two_texts_are() -> None:
    paragraphs = HA_TRUNG.split("\n")
    key, whole = sketch(HA_TRUNG)
    assert sketch(HA_TRUNG.upper().replace("\n", "  \n"))[0] == key
    assert alike(whole, whole) == 1
    fewer = sketch("\n".join(p for n, p in enumerate(paragraphs) if n % 10))[1]
    half = sketch("\n".join(paragraphs[: len(paragraphs) // 2]))[1]
    other = sketch((PLANS / "tan-yen-ctr-ubnd-2021.txt").read_text(encoding="utf-8"))[1]
    assert 1 > alike(whole, fewer) > 0.7 > alike(whole, half) > 0.2 > alike(whole, other)
    assert alike(sketch("hai từ")[1], sketch("hai từ")[1]) == 0  # too short to say


def test_what_a_file_held_before_is_history_and_not_counted(db: Database, tmp_path: Path) -> None:
    newer = HA_TRUNG.replace("10 tiểu khu", "12 tiểu khu")
    assert newer != HA_TRUNG
    assert loads(db, tmp_path, plan=HA_TRUNG) == {"plan": "current"}
    assert loads(db, tmp_path, plan=newer) == {"plan": "current"}
    found = rows(db, "SELECT relation, path, replaced_at FROM versions ORDER BY relation")
    assert [row["relation"] for row in found] == ["current", "replaced"]
    assert {Path(row["path"]).name for row in found} == {"plan.txt"}
    assert [row["replaced_at"] is None for row in found] == [True, False]
    assert rows(db, "SELECT count(DISTINCT document) AS n FROM findings") == [{"n": 1}]
    assert loads(db, tmp_path, plan=HA_TRUNG) == {"plan": "current"}
    assert [row["relation"] for row in rows(db, "SELECT relation FROM documents ORDER BY relation")] == [
        "current",
        "replaced",
    ]
    assert rows(db, "SELECT count(*) AS n FROM replacements") == [{"n": 2}]


def test_a_file_that_holds_another_plan_now_takes_the_old_one_along(db: Database, tmp_path: Path) -> None:
    other = (PLANS / "tan-yen-ctr-ubnd-2021.txt").read_text(encoding="utf-8")
    loads(db, tmp_path, plan=HA_TRUNG)
    loads(db, tmp_path, plan=other)
    assert rows(
        db,
        "SELECT d.relation, c.title FROM documents d JOIN documents c ON c.id = d.plan WHERE d.relation = 'replaced'",
    ) == [{"relation": "replaced", "title": "Chương trình hành động vì trẻ em huyện Tân Yên giai đoạn 2021 - 2030"}]


def test_a_replaced_document_goes_with_the_copy_that_is_still_there(db: Database, tmp_path: Path) -> None:
    other = (PLANS / "tan-yen-ctr-ubnd-2021.txt").read_text(encoding="utf-8")
    loads(db, tmp_path, plan=HA_TRUNG, copy=HA_TRUNG + "\n")
    assert loads(db, tmp_path, plan=other) == {"copy": "current", "plan": "current"}
    assert rows(
        db, "SELECT c.title FROM documents d JOIN documents c ON c.id = d.plan WHERE d.relation = 'replaced'"
    ) == [
        {
            "title": rows(
                db, "SELECT d.title FROM files f JOIN documents d ON d.id = f.document WHERE f.path LIKE '%copy.txt'"
            )[0]["title"]
        }
    ]


def test_the_same_words_in_another_encoding_are_a_copy(db: Database, tmp_path: Path) -> None:
    (tmp_path / "utf16.txt").write_text(HA_TRUNG, encoding="utf-16")
    assert sorted(loads(db, tmp_path, utf8=HA_TRUNG).values()) == ["copy", "current"]


def test_drafts_without_number_and_day_are_near_equal_texts_of_one_issuer(db: Database, tmp_path: Path) -> None:
    """A model text that another commune copied is another plan."""
    lines = HA_TRUNG.split("\n")
    changed = "\n".join(line for number, line in enumerate(lines) if number % 25 != 24)
    elsewhere = HA_TRUNG.replace("Hà Trung", "Nga Sơn").replace("HÀ TRUNG", "NGA SƠN")
    assert elsewhere != HA_TRUNG
    found = loads(db, tmp_path, a=HA_TRUNG, b=changed, c=elsewhere)
    assert sorted((found["a"], found["b"])) == ["copy", "current"]
    assert found["c"] == "current"


def test_communes_of_one_name_in_two_provinces_are_kept_apart(db: Database, tmp_path: Path) -> None:
    """Same number, same day, same name of the issuer: what differs is the province."""
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nSố: 12/KH-UBND\nTân Lập, ngày 05 tháng 01 năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2024\n"
        "Ủy ban nhân dân xã Tân Lập, huyện {}, tỉnh {} ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- {}.\n"
    )
    found = loads(
        db,
        tmp_path,
        a=text.format("Mộc Châu", "Sơn La", "Tổ chức diễn đàn trẻ em cấp xã"),
        b=text.format("Sông Lô", "Vĩnh Phúc", "Xây dựng điểm vui chơi cho trẻ em tại thôn"),
    )
    provinces = {row["province"] for row in rows(db, "SELECT province FROM documents")}
    assert provinces == {"Sơn La", "Vĩnh Phúc"}
    assert found == {"a": "current", "b": "current"}


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_the_issued_plan_stands_for_it_and_not_its_draft(db: Database, tmp_path: Path, names: tuple[str, str]) -> None:
    found = loads(db, tmp_path, **dict(zip(names, (plan(number=""), plan(number="34")), strict=True)))
    assert [found[name] for name in names] == ["draft", "current"]


def test_words_that_were_read_stand_for_a_plan_and_not_those_that_were_recognised(db: Database, tmp_path: Path) -> None:
    found = loads(db, tmp_path, a=HA_TRUNG, b=HA_TRUNG + "\n")
    assert sorted(found.values()) == ["copy", "current"]
    db.conn.execute("UPDATE documents SET ocr = 1 WHERE relation = 'current'")
    versions.refresh(db, [row["id"] for row in rows(db, "SELECT id FROM documents")])
    assert rows(db, "SELECT relation, ocr FROM documents ORDER BY relation") == [
        {"relation": "copy", "ocr": 1},
        {"relation": "current", "ocr": 0},
    ]


def test_a_draft_that_another_province_copied_word_for_word_is_another_plan(db: Database, tmp_path: Path) -> None:
    lines = HA_TRUNG.split("\n")
    body = "\n".join(lines[20:])
    head = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nSố:     /KH-UBND\nTân Lập, ngày     tháng     năm 2024\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2024\n"
        "Ủy ban nhân dân xã Tân Lập, huyện {}, tỉnh {} ban hành Kế hoạch như sau:\n"
    )
    found = loads(
        db, tmp_path, a=head.format("Mộc Châu", "Sơn La") + body, b=head.format("Sông Lô", "Vĩnh Phúc") + body
    )
    assert found == {"a": "current", "b": "current"}
    assert rows(db, "SELECT * FROM version_questions") == []
