"""Comparison and cascade over loaded plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.comparison.compare import Yardstick, beside
from db.load.dispatch import load
from db.schema.database import open_database, rows
from db.views.selection import Selection, SelectionError, comparisons

_PARENT = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
Số: 310/KH-UBND
Bắc Giang, ngày 05 tháng 7 năm 2021
KẾ HOẠCH
Thực hiện Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030 trên địa bàn tỉnh Bắc Giang
Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. Mục tiêu cụ thể
- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống dưới 7% vào năm 2025.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _cell(db: Database, measure: str, year: int, plan: str) -> dict[str, Any]:
    (row,) = rows(
        db, "SELECT * FROM comparison WHERE measure = ? AND year = ? AND plan LIKE ?", [measure, year, plan + "%"]
    )
    return row


@pytest.mark.parametrize(
    ("measure", "year", "plan", "value", "stance", "programme"),
    [
        ("4a", 2025, "tan-yen", 10, "weaker", 9),
        ("4a", 2030, "tan-yen", 8, "weaker", 6),
        ("11b", 2025, "tan-yen", 75, "weaker", 16),
        ("11b", 2030, "tan-yen", 50, "weaker", 15),
        ("3b", 2025, "quang-ninh", 9, "stricter", 12.5),
        ("3b", 2030, "quang-ninh", 8, "stricter", 10),
    ],
)
def test_the_shipped_plans(
    loaded: Database, measure: str, year: int, plan: str, value: float, stance: str, programme: float | None
) -> None:
    row = _cell(loaded, measure, year, plan)
    assert (row["value"], row["stance"], row["programme_value"]) == (value, stance, programme)
    assert row["quote"]


def test_a_rate_per_4000_is_shown_with_its_conversion(loaded: Database) -> None:
    assert _cell(loaded, "11b", 2025, "tan-yen")["conversion"] == "3/4.000 = 75/100.000"


def test_a_parent_that_is_cited_and_not_loaded_is_a_node_of_its_own(loaded: Database) -> None:
    (row,) = rows(loaded, "SELECT * FROM cascade WHERE plan LIKE 'tan-yen%' AND basis = 'citation'")
    assert (row["parent"], row["parent_label"], row["parent_missing"]) == (None, "KH 310/KH-UBND", 1)


def test_the_programme_is_a_parent_by_its_number(loaded: Database) -> None:
    (row,) = rows(loaded, "SELECT * FROM cascade WHERE plan LIKE 'quang-ninh%'")
    assert (row["programme"], row["parent_missing"]) == ("qd-23-2021", 0)


def test_a_programme_that_the_title_names_is_carried_out(loaded: Database) -> None:
    (row,) = rows(loaded, "SELECT * FROM cascade WHERE plan LIKE 'tan-yen%' AND basis = 'named'")
    assert (row["programme"], row["quote"]) == ("qd-23-2021", None)


@pytest.mark.parametrize("plan", ["duc-co", "cao-bang"])
def test_a_plan_that_carries_out_no_programme_has_measures_and_no_stance(loaded: Database, plan: str) -> None:
    assert rows(loaded, "SELECT * FROM comparison WHERE plan LIKE ?", [f"{plan}%"]) == []
    measured = (
        "SELECT 1 FROM targets t JOIN documents d ON d.id = t.document WHERE t.measure IS NOT NULL AND d.slug LIKE ?"
    )
    assert rows(loaded, measured, [f"{plan}%"])


def test_official_letters_are_no_parents(loaded: Database) -> None:
    assert rows(loaded, "SELECT * FROM cascade WHERE plan LIKE 'cao-bang%'") == []


@pytest.mark.parametrize("order", [1, -1])
def test_a_parent_that_arrives_in_any_order_is_linked_and_compared(db: Database, tmp_path: Path, order: int) -> None:
    child = Path("corpus/plans/tan-yen-ctr-ubnd-2021.txt")
    files = files_in([_write(tmp_path, "parent.txt", _PARENT), child])[::order]
    for file in files:
        list(load(db, [file]))
    row = _cell(db, "4a", 2025, "tan-yen")
    assert row["parent"] == "bac-giang-310-kh-ubnd-2021"
    assert (row["parent_value"], row["parent_stance"]) == (7, "weaker")


def test_a_parent_that_goes_is_missing_again(db: Database, tmp_path: Path) -> None:
    path = _write(tmp_path, "parent.txt", _PARENT)
    list(load(db, files_in([path, Path("corpus/plans/tan-yen-ctr-ubnd-2021.txt")])))
    _write(tmp_path, "parent.txt", _PARENT.replace("310/KH-UBND", "311/KH-UBND"))
    list(load(db, files_in([path])))
    assert rows(db, "SELECT parent FROM cascade WHERE plan LIKE 'tan-yen%' AND basis = 'citation'") == [
        {"parent": None}
    ]
    assert _cell(db, "4a", 2025, "tan-yen")["parent_stance"] is None


@pytest.mark.parametrize(
    ("old", "new"),
    [("TỈNH BẮC GIANG", "TỈNH BẮC NINH"), ("ngày 05 tháng 7 năm 2021", "ngày 06 tháng 7 năm 2021")],
)
def test_a_number_alone_makes_no_parent(db: Database, tmp_path: Path, old: str, new: str) -> None:
    text = _PARENT.replace(old, new).replace("tỉnh Bắc Giang", "tỉnh Bắc Ninh" if "NINH" in new else "tỉnh Bắc Giang")
    list(load(db, files_in([_write(tmp_path, "parent.txt", text), Path("corpus/plans/tan-yen-ctr-ubnd-2021.txt")])))
    assert rows(db, "SELECT parent FROM cascade WHERE plan LIKE 'tan-yen%' AND basis = 'citation'") == [
        {"parent": None}
    ]


_CHILD = """ỦY BAN NHÂN DÂN
HUYỆN YÊN THẾ
Số: 12/KH-UBND
Yên Thế, ngày 05 tháng 9 năm 2021
KẾ HOẠCH
Thực hiện công tác trẻ em giai đoạn 2021 - 2025
Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ; thực hiện {}, Ủy ban nhân dân huyện Yên Thế, tỉnh Bắc Giang ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. Mục tiêu cụ thể
- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống dưới 8% vào năm 2025.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An"""
_CITED = "Kế hoạch số 310/KH-UBND ngày 05/7/2021 của Ủy ban nhân dân tỉnh Bắc Giang"


def _child(db: Database, folder: Path, cited: str, **parents: str) -> dict[str, Any]:
    """The row of the child's one measure beside its parents."""
    paths = [_write(folder, f"{name}.txt", text) for name, text in parents.items()]
    list(load(db, files_in([*paths, _write(folder, "child.txt", _CHILD.format(cited))])))
    return _cell(db, "4a", 2025, "yen-the")


@pytest.mark.parametrize(
    ("cited", "parent"),
    [
        (_CITED, "bac-giang-310-kh-ubnd-2021"),
        ("Kế hoạch số 310/KH-UBND ngày 05/7/2021", "bac-giang-310-kh-ubnd-2021"),
        ("Kế hoạch số 310/KH-UBND năm 2021", None),
        ("Kế hoạch số 310/KH-UBND", None),
    ],
)
def test_a_citation_without_issuer_means_a_plan_only_by_its_day(
    db: Database, tmp_path: Path, cited: str, parent: str | None
) -> None:
    assert _child(db, tmp_path, cited, parent=_PARENT)["parent"] == parent


def test_of_two_plans_that_a_citation_may_mean_none_is_guessed(db: Database, tmp_path: Path) -> None:
    one = _PARENT.replace("TỈNH BẮC GIANG", "HUYỆN LỤC NGẠN").replace(
        "tỉnh Bắc Giang", "huyện Lục Ngạn, tỉnh Bắc Giang"
    )
    other = one.replace("LỤC NGẠN", "LỤC NAM").replace("Lục Ngạn", "Lục Nam")
    child = _CHILD.replace("HUYỆN YÊN THẾ", "TỈNH BẮC GIANG").replace("huyện Yên Thế, ", "").replace("dân huyện", "dân")
    cited = "Kế hoạch số 310/KH-UBND ngày 05/7/2021 của Ủy ban nhân dân huyện"
    files = {"one": one, "other": other, "child": child.format(cited)}
    list(load(db, files_in([_write(tmp_path, f"{name}.txt", text) for name, text in files.items()])))
    found = rows(db, "SELECT parent, parent_label FROM cascade WHERE plan LIKE 'bac-giang%' AND basis = 'citation'")
    assert {row["parent_label"]: row["parent"] for row in found}["KH 310/KH-UBND"] is None
    (tmp_path / "other.txt").write_text(other.replace("310/KH", "311/KH"), encoding="utf-8")
    list(load(db, files_in([tmp_path / "other.txt"])))
    found = rows(db, "SELECT parent, parent_label FROM cascade WHERE plan LIKE 'bac-giang%' AND basis = 'citation'")
    assert {row["parent_label"]: row["parent"] for row in found}["KH 310/KH-UBND"] == "luc-ngan-310-kh-ubnd-2021"


@pytest.mark.parametrize("number", ["311", "312", "313", "314"])  # some come before the other parent, some behind it
@pytest.mark.parametrize("years", [("2024", "2025"), ("2025", "2024")])
def test_a_value_is_held_against_one_parent_and_not_against_the_values_of_several(
    db: Database, tmp_path: Path, number: str, years: tuple[str, str]
) -> None:
    one, other = (_PARENT.replace("vào năm 2025", f"vào năm {year}") for year in years)
    cited = f"{_CITED}; {_CITED.replace('310', number)}"
    row = _child(db, tmp_path, cited, one=one, other=other.replace("310/KH", f"{number}/KH"))
    assert row["parent_stance"] is not None
    (held,) = rows(
        db,
        "SELECT p.slug FROM comparisons c JOIN targets t ON t.id = c.parent_target JOIN documents p ON p.id = t.document",
    )
    assert held["slug"] == row["parent"]


def test_a_near_value_of_a_parent_judges_nothing(db: Database, tmp_path: Path) -> None:
    near = _PARENT.replace("Tỷ lệ trẻ em dưới 5 tuổi suy", "Tỷ lệ trẻ em dưới 2 tuổi suy")
    row = _child(db, tmp_path, _CITED, parent=near)
    assert rows(db, "SELECT DISTINCT match FROM alignments ORDER BY match") == [{"match": "exact"}, {"match": "near"}]
    assert (row["parent"], row["parent_stance"]) == ("bac-giang-310-kh-ubnd-2021", None)


@pytest.mark.parametrize(
    ("day", "judged"),
    [("05 tháng 7 năm 2021", True), ("06 tháng 01 năm 2021", False), ("05 tháng 7 năm 2020", False), ("05 tháng 7 năm 2031", False)],
)  # fmt: skip
def test_a_plan_is_held_only_against_a_programme_in_force_on_its_day(
    db: Database, tmp_path: Path, day: str, judged: bool
) -> None:
    list(load(db, files_in([_write(tmp_path, "plan.txt", _PARENT.replace("05 tháng 7 năm 2021", day))])))
    assert rows(db, "SELECT programme FROM carried") == [{"programme": "qd-23-2021"}]
    assert bool(rows(db, "SELECT * FROM comparisons")) == judged


def test_a_measure_that_is_not_meant_for_a_level_is_not_missed_there(db: Database, tmp_path: Path) -> None:
    commune = _PARENT.replace("TỈNH BẮC GIANG", "XÃ TÂN LẬP").replace("tỉnh Bắc Giang", "xã Tân Lập")
    list(load(db, files_in([_write(tmp_path, "plan.txt", commune)])))
    absent = {row["measure"] for row in rows(db, "SELECT measure FROM comparisons WHERE stance = 'absent'")}
    assert {"1", "14"} & absent == {"14"}  # communes that fit children are counted above the commune


def test_measures_left_out_are_absent(db: Database, tmp_path: Path) -> None:
    list(load(db, files_in([_write(tmp_path, "parent.txt", _PARENT)])))
    absent = [row["measure"] for row in rows(db, "SELECT measure FROM comparisons WHERE stance = 'absent'")]
    assert len(absent) == 33
    assert "4a" not in absent


def test_selection_filters_and_refuses_what_is_not_there(loaded: Database) -> None:
    found = comparisons(loaded, Selection(measures=("4a",), unit="tan yen", year=2025))
    assert [(row["plan"], row["value"]) for row in found] == [("tan-yen-ctr-ubnd-2021", 10)]
    with pytest.raises(SelectionError, match="no measure '99'"):
        comparisons(loaded, Selection(measures=("99",)))
    with pytest.raises(SelectionError, match="no plan of 'Hà Nội'"):
        comparisons(loaded, Selection(unit="Hà Nội"))


def test_nothing_of_a_report_is_absent_or_found_or_counts_as_sent(db: Database, tmp_path: Path) -> None:
    words = _PARENT.replace("310/KH-UBND", "310/BC-UBND").replace("KẾ HOẠCH\nThực hiện", "BÁO CÁO\nKết quả thực hiện")
    path = _write(tmp_path, "report.txt", words)
    list(load(db, files_in([path])))
    assert rows(db, "SELECT genre FROM documents") == [{"genre": "report"}]
    for table in ("targets", "comparisons", "findings", "plans", "carried_out"):
        assert rows(db, f"SELECT * FROM {table}") == [], table
    assert rows(db, "SELECT * FROM coverage WHERE state = 'sent'") == []


def test_what_was_loaded_before_there_were_genres_counts_as_plans(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = open_database(path)
    list(load(old, files_in([_write(tmp_path, "plan.txt", _PARENT)])))
    for (view,) in old.conn.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        old.conn.execute(f"DROP VIEW {view}")
    old.conn.execute("ALTER TABLE documents DROP COLUMN genre")
    old.conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'genres'")
    old.conn.execute("PRAGMA application_id = 0")  # what an older program left
    old.conn.commit()
    old.close()
    assert rows(open_database(path), "SELECT genre FROM documents") == [{"genre": "plan"}]


_23 = "Quyết định số 23/QĐ-TTg ngày 07/01/2021"
_1248 = "Quyết định số 1248/QĐ-TTg ngày 19/7/2021"
_02 = "Quyết định số 02/QĐ-TTg ngày 05/01/2022"
_782 = "Quyết định số 782/QĐ-TTg ngày 27/5/2021"


def _plan(decision: str, *lines: str, title: str = "Công tác trẻ em giai đoạn 2022 - 2030", number: int = 310) -> str:
    """A province's plan whose opening carries a decision out."""
    head, _, close = _PARENT.partition("- Tỷ lệ")
    head = head.replace(
        "Thực hiện Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030 trên địa bàn tỉnh Bắc Giang", title
    )
    head = (
        head.replace(_23, decision).replace("tháng 7 năm 2021", "tháng 7 năm 2022").replace("Số: 310", f"Số: {number}")
    )
    return head + "".join(f"- {line}\n" for line in lines) + close.partition("\n")[2]


_DEATHS = "Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống 20/100.000 trẻ em vào năm 2025."
_STUNTED = "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi giảm xuống 20% vào năm 2025."


def _held(db: Database) -> set[tuple[str, str, str]]:
    return {
        (row["programme"], row["measure"], row["stance"])
        for row in rows(db, "SELECT programme, measure, stance FROM comparisons WHERE target IS NOT NULL")
    }


@pytest.mark.parametrize(
    ("decision", "line", "held", "reference"),
    [
        (_23, _DEATHS, {("qd-23-2021", "11b", "weaker")}, [("qd-1248-2021", "1b", "near", 16)]),
        (_1248, _DEATHS, {("qd-1248-2021", "1b", "weaker")}, [("qd-23-2021", "11b", "near", 16)]),
        (_02, _STUNTED, set(), [("qd-23-2021", "4b", "near", 17)]),
    ],
)  # fmt: skip
def test_a_plan_is_judged_by_what_its_opening_carries_out_and_others_are_for_reference(
    db: Database, tmp_path: Path, decision: str, line: str, held: set[tuple[str, str, str]], reference: list[Any]
) -> None:
    list(load(db, files_in([_write(tmp_path, "plan.txt", _plan(decision, line))])))
    assert _held(db) == held
    (document,) = [row["id"] for row in rows(db, "SELECT id FROM documents")]
    asked = {row["id"]: row["value"] for row in rows(db, "SELECT id, value FROM milestones")}
    found = [(one["programme"], one["measure"], one["stance"], asked[one["milestone"]]) for one in beside(db, [document])]  # fmt: skip
    assert found == reference
    ((programme, measure, *_),) = reference
    assert beside(db, [document], of=(programme, measure)) == beside(db, [document])
    assert beside(db, [document], of=(programme, "no such measure")) == []


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("70% cha, mẹ, người chăm sóc trẻ em được cung cấp kiến thức về phòng ngừa lao động trẻ em vào năm 2025.", "equal"),
        ("60% cha, mẹ, người chăm sóc trẻ em được cung cấp kiến thức về phòng ngừa lao động trẻ em vào năm 2030.", "near"),
        ("60% cha, mẹ, người chăm sóc trẻ em được cung cấp kiến thức về phòng ngừa lao động trẻ em.", "weaker"),
        ("Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,8% vào năm 2030.", "weaker"),
    ],
)  # fmt: skip
def test_a_plan_is_judged_over_the_overlap_of_both_periods(
    db: Database, tmp_path: Path, line: str, stance: str
) -> None:
    """To 2025, and to 2030 only where the orientation has a figure; a value without a year is due by the end of the shorter period."""
    list(load(db, files_in([_write(tmp_path, "plan.txt", _plan(_782, line))])))
    assert [found for _, _, found in _held(db)] == [stance]


@pytest.mark.parametrize(
    ("issued", "start", "communes"),
    [("2021-07-05", None, 209), (None, 2021, 209), (None, 2026, None), (None, None, None)],
)
def test_units_are_counted_on_the_day_of_the_plan_alone(
    db: Database, issued: str | None, start: int | None, communes: int | None
) -> None:
    """The province of these 209 communes was merged in 2025; of a plan without a day nobody knows which units it had."""
    head = {"unit": "2021/24", "level": "province", "issued_on": issued, "period_start": start}
    assert Yardstick(db).units_of_kind(db, head, "commune") == communes
