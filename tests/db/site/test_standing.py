"""Taking a plan back and bringing it back, confirming one, answering whether two are one: on the site and by command."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.files import files_in
from db.load.dispatch import load
from db.schema.database import open_existing, rows
from kehoach import main
from tests.db.drafts import draft
from tests.db.site.client import Person

PLAN = "van-chan-34-kh-ubnd-2023"
STAFF = {"id": "minh", "name": "minh", "roles": ["staff"]}


@pytest.fixture
def staff(own_database: Path) -> Person:
    return Person(own_database, STAFF)


def counts(path: Path) -> dict[str, Any]:
    """What is counted, shown and found, table by table."""
    with closing(open_existing(path)) as db:
        asked = {
            "plans": "SELECT count(*) AS n FROM plans WHERE relation = 'current'",
            "comparison": "SELECT count(*) AS n FROM comparison",
            "finding": "SELECT count(*) AS n FROM finding",
            "cascade": "SELECT count(*) AS n FROM cascade",
            "due": "SELECT count(*) AS n FROM due",
            "occurrence": "SELECT count(*) AS n FROM occurrence",
            "duties": "SELECT count(*) AS n FROM duties",
            "citations": "SELECT count(*) AS n FROM citations",
            "coverage": "SELECT count(*) AS n FROM coverage WHERE state = 'sent'",
            "compared": f"SELECT count(*) AS n FROM comparison WHERE plan = '{PLAN}'",
        }
        return {name: rows(db, sql)[0]["n"] for name, sql in asked.items()}


def shown(person: Person) -> list[bool]:
    """Whether pages show the plan: the list, search, comparison, the cascade."""
    pages = ("/plans", "/search?q=V%C4%83n+Ch%E1%BA%A5n", "/compare?level=district&kind=all", "/cascade")
    return [PLAN in person.get(page).text for page in pages]


def command(path: Path, *arguments: str) -> Any:
    return CliRunner().invoke(main, [*arguments, "--db", str(path)])


def test_a_plan_taken_back_is_counted_nowhere_and_back_again_as_before(staff: Person) -> None:
    before, seen = counts(staff.path), shown(staff)
    assert before["compared"]
    assert all(seen[:3])
    assert staff.post(f"/plans/{PLAN}/remove", {"reason": ""}).status_code == 400
    assert counts(staff.path) == before
    assert staff.post(f"/plans/{PLAN}/remove", {"reason": "nạp nhầm tệp"}).status_code == 303
    between = counts(staff.path)
    assert between["plans"] == before["plans"] - 1
    assert between["compared"] == 0
    assert all(between[name] < before[name] for name in ("comparison", "finding", "due", "duties", "citations"))
    assert shown(staff) == [False] * 4
    page = staff.text(f"/plans/{PLAN}")
    assert "Đã rút, không được tính: nạp nhầm tệp minh" in page
    assert "nạp nhầm tệp" in staff.text("/files")
    assert staff.post(f"/plans/{PLAN}/remove", {"reason": "lần nữa"}).status_code == 400
    assert staff.post(f"/plans/{PLAN}/restore", {"back": "files"}).status_code == 303
    assert counts(staff.path) == before
    assert shown(staff) == seen
    with closing(open_existing(staff.path)) as db:
        log = rows(db, "SELECT state, reason, reviewer FROM removals ORDER BY id")
    assert log == [
        {"state": "removed", "reason": "nạp nhầm tệp", "reviewer": "minh"},
        {"state": "restored", "reason": None, "reviewer": "minh"},
    ]


def test_the_same_by_command(own_database: Path) -> None:
    before = counts(own_database)
    done = command(own_database, "remove", "van-chan", "--reason", "đã thay", "--replaced-by", "la-gi")
    assert done.exit_code == 0, done.output
    assert counts(own_database)["plans"] == before["plans"] - 1
    assert command(own_database, "remove", PLAN, "--reason", "x").exit_code == 2
    with closing(open_existing(own_database)) as db:
        assert rows(
            db, "SELECT d.slug LIKE 'la-gi%' AS ok FROM removals r JOIN documents d ON d.id = r.replaced_by"
        ) == [{"ok": 1}]
    assert command(own_database, "reinstate", PLAN).exit_code == 0
    assert counts(own_database) == before
    assert command(own_database, "reinstate", PLAN).exit_code == 2
    assert command(own_database, "remove", PLAN, "--reason", " ").exit_code == 2


def test_what_was_taken_back_stays_away_when_it_is_loaded_again(own_database: Path, tmp_path: Path) -> None:
    """The same file, or its words in another; a corrected version counts."""
    assert command(own_database, "remove", PLAN, "--reason", "sai").exit_code == 0
    before = counts(own_database)
    from tests.db.drafts import WRITTEN

    folder = tmp_path / "again"
    folder.mkdir()
    (folder / "a.txt").write_text(WRITTEN, encoding="utf-8")
    (folder / "b.txt").write_text(WRITTEN + "\n", encoding="utf-8")
    with closing(open_existing(own_database)) as db:
        list(load(db, files_in([folder])))
    assert counts(own_database) == before
    (folder / "c.txt").write_text(WRITTEN.replace("16/24 xã", "18/24 xã"), encoding="utf-8")
    with closing(open_existing(own_database)) as db:
        list(load(db, files_in([folder])))
    assert counts(own_database)["plans"] == before["plans"] + 1


def test_what_is_no_document_of_an_office_counts_once_somebody_confirms_it(staff: Person, tmp_path: Path) -> None:
    note = tmp_path / "ghi-chep.txt"
    note.write_text(
        "Ghi chép của tôi\n- mua sữa cho con\n- 90% trẻ em dưới 1 tuổi được tiêm đầy đủ 8 loại vắc xin vào năm 2025\n",
        encoding="utf-8",
    )
    before = counts(staff.path)
    with closing(open_existing(staff.path)) as db:
        list(load(db, files_in([note])))
        found = rows(db, "SELECT slug, genre, relation FROM documents WHERE genre = 'other'")
    assert [row["relation"] for row in found] == ["unconfirmed"]
    assert counts(staff.path) == before
    assert "Chưa xác định là kế hoạch" in staff.text("/files")
    slug = found[0]["slug"]
    assert staff.post(f"/plans/{slug}/confirm", {"reason": "gửi qua thư"}).status_code == 303
    assert counts(staff.path)["plans"] == before["plans"] + 1
    assert command(staff.path, "confirm", slug).exit_code == 2
    with closing(open_existing(staff.path)) as db:
        assert rows(db, "SELECT field, note, reviewer FROM corrections") == [
            {"field": "genre", "note": "gửi qua thư", "reviewer": "minh"}
        ]


def test_whether_two_drafts_are_one_is_asked_and_answered_on_the_page_of_files(staff: Person, tmp_path: Path) -> None:
    for name in ("đuối nước", "dinh dưỡng"):
        (tmp_path / f"{name}.txt").write_text(draft(name), encoding="utf-8")
    with closing(open_existing(staff.path)) as db:
        list(load(db, files_in([tmp_path / "đuối nước.txt", tmp_path / "dinh dưỡng.txt"])))
        (asked,) = rows(db, "SELECT one, other FROM version_questions")
    assert "Cùng một văn bản?" in staff.text("/files")
    assert "The same document?" in staff.text("/files?lang=en")
    assert staff.post("/files/versions", {**asked, "answer": "maybe"}).status_code == 400
    assert staff.post("/files/versions", {**asked, "answer": "same"}).status_code == 303
    assert "Cùng một văn bản?" not in staff.text("/files")
    with closing(open_existing(staff.path)) as db:
        assert rows(db, "SELECT answer, reviewer FROM version_answers") == [{"answer": "same", "reviewer": "minh"}]
        assert (
            len(rows(db, "SELECT DISTINCT plan FROM documents WHERE id IN (?, ?)", [asked["one"], asked["other"]])) == 1
        )


@pytest.mark.parametrize("what", ["remove", "restore", "confirm"])
def test_only_staff_may(own_database: Path, what: str) -> None:
    reviewer = Person(own_database, {"id": "lan", "name": "lan", "roles": ["reviewer"]})
    for person in (Person(own_database), reviewer):
        assert person.post(f"/plans/{PLAN}/{what}", {"reason": "x"}).status_code == 403
        assert "Rút kế hoạch" not in person.text(f"/plans/{PLAN}")
    assert Person(own_database).post("/files/versions", {"answer": "same"}).status_code == 403


def test_the_page_of_files_says_whose_content_a_duplicate_has(staff: Person, tmp_path: Path) -> None:
    with closing(open_existing(staff.path)) as db:
        (path,) = rows(db, "SELECT f.path FROM files f JOIN documents d ON d.id = f.document WHERE d.slug = ?", [PLAN])
        copy = shutil.copy(path["path"], tmp_path / "zz-ban-sao.txt")
        outcomes = list(load(db, files_in([Path(copy)])))
    assert [(one.result, one.same_as) for one in outcomes] == [("duplicate", path["path"])]
    assert "trùng nội dung với tệp" in staff.text("/files")
