"""What two plans say differently: text in, rows of a diff out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db.comparison import diff_words
from db.comparison.diff import Change, Diff, Row
from db.comparison.matching import Weights, number_of, words_of
from db.load import aside
from db.load.aside import Source
from tests.conftest import ROOT
from tests.plans import CARRYING, TAIL

Between = Callable[..., Diff]
VERSIONS = ROOT / "tests/data/versions"


@pytest.fixture
def between(tmp_path: Path) -> Between:
    """The diff of two plans whose specific objectives are given, line by line; both carry out the national programme."""

    def compared(old: str, new: str, *, heads: tuple[str, str] = (CARRYING, CARRYING)) -> Diff:
        paths = []
        for name, head, body in zip(("cu", "moi"), heads, (old, new), strict=True):
            path = tmp_path / f"{name}.txt"
            goals = body if body.startswith("I") else f"I. MỤC TIÊU\n1. Mục tiêu cụ thể\n{body}"
            path.write_text(f"{head}{goals}{TAIL}", encoding="utf-8")
            paths.append(path)
        return aside.compare(None, *(Source(path=path) for path in paths))

    return compared


def said(diff: Diff, kind: str) -> list[tuple[object, ...]]:
    """The rows of a kind that are not the same: state, fields, stance."""
    return [
        (one.state, *one.fields, *([one.stance] if one.stance else [])) for one in diff.of(kind) if one.state != "same"
    ]


def sides(one: Change) -> tuple[Row, Row]:
    """Both records of a row."""
    assert one.old is not None
    assert one.new is not None
    return one.old, one.new


UNDERWEIGHT = "- Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống còn {} vào năm 2025."
BANS = "- {} số bản ven sông có biển cảnh báo khu vực nguy hiểm vào năm {}."


def test_a_changed_value_is_one_row_with_both_sentences(between: Between) -> None:
    diff = between(UNDERWEIGHT.format("14%"), UNDERWEIGHT.format("12,5%"))
    assert said(diff, "targets") == [("changed", "value", "stricter")], "less is better"
    old, new = sides(*diff.of("targets"))
    assert (old["value"], new["value"]) == (14, 12.5)
    assert "14%" in old["quote"]
    assert "12,5%" in new["quote"]
    assert said(between(UNDERWEIGHT.format("12%"), UNDERWEIGHT.format("14%")), "targets") == [
        ("changed", "value", "weaker")
    ]


def test_a_value_that_no_programme_measures_is_matched_by_words_and_not_judged(between: Between) -> None:
    assert said(between(BANS.format("80%", 2026), BANS.format("100%", 2026)), "targets") == [("changed", "value")]
    assert said(between(BANS.format("80%", 2026), BANS.format("100%", 2027)), "targets") == [
        ("changed", "value", "year")
    ]


def test_other_words_are_another_target(between: Between) -> None:
    other = "- 100% số hộ nghèo có trẻ em được vay vốn vào năm 2026."
    assert said(between(BANS.format("80%", 2026), other), "targets") == [("dropped",), ("added",)]


def test_words_that_all_have_do_not_make_two_targets_one(between: Between) -> None:
    line = "- Bảo đảm 100% trạm y tế xã có nhân viên được tập huấn {} vào năm 2026."
    old, new = line.format("về chăm sóc người cao tuổi"), line.format("cấp cứu ngạt nước cho trẻ nhỏ")
    assert said(between(old, new), "targets") == [("dropped",), ("added",)]


def test_ages_tell_targets_apart(between: Between) -> None:
    line = "- 90% trẻ em dưới {} tuổi được khám sàng lọc thính lực định kỳ vào năm 2026."
    assert said(between(line.format(2), line.format(4)), "targets") == [("dropped",), ("added",)]


def test_two_measures_are_two_targets_however_alike_their_words_are(between: Between) -> None:
    stunted = UNDERWEIGHT.replace("nhẹ cân", "thấp còi")
    assert said(between(UNDERWEIGHT.format("12%"), stunted.format("12%")), "targets") == [("dropped",), ("added",)]


def test_the_year_that_is_left_out_is_dropped_and_its_sister_stays(between: Between) -> None:
    both = "- Tỷ lệ trẻ em được học bơi đạt 60% vào năm 2025 và 80% vào năm 2030."
    one = "- Tỷ lệ trẻ em được học bơi đạt 65% vào năm 2025."
    diff = between(both, one)
    assert said(diff, "targets") == [("changed", "value"), ("dropped",)]
    assert diff.of("targets", "dropped")[0].record["year"] == 2030
    later = both.replace("60%", "65%")
    assert said(between(both, later), "targets") == [("changed", "value")], (
        "2030 stands in a sentence that changed, and is the same"
    )


def test_groups_are_never_taken_for_each_other(between: Between) -> None:
    line = "- Tỷ lệ trẻ em dưới 5 tuổi thừa cân, béo phì ở khu vực {} dưới 8% vào năm 2025."
    assert said(between(line.format("nông thôn"), line.format("thành thị")), "targets") == [("dropped",), ("added",)]


def test_plans_for_one_year_each_are_held_year_by_year(between: Between) -> None:
    before = CARRYING.replace("2024", "2023")
    old, new = (UNDERWEIGHT.replace("vào năm 2025", f"trong năm {year}") for year in (2023, 2024))
    diff = between(old.format("14%"), new.format("13%"), heads=(before, CARRYING))
    assert said(diff, "targets") == [("changed", "value", "stricter")]
    assert said(between(old.format("14%"), new.format("14%"), heads=(before, CARRYING)), "targets") == []


def test_other_words_for_the_same_are_reworded(between: Between) -> None:
    assert said(between(BANS.format("80%", 2026), BANS.format("80%", 2026).replace("ven", "dọc")), "targets") == [
        ("reworded",)
    ]


DUTY = "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. TỔ CHỨC THỰC HIỆN\n1. {agency}\n- {duty}"
SWIMMING = "Chỉ đạo các trường học dạy bơi, dạy kỹ năng an toàn trong môi trường nước cho học sinh."


def test_a_duty_that_moved_to_another_agency_is_one_row(between: Between) -> None:
    old = DUTY.format(agency="Phòng Giáo dục và Đào tạo", duty=SWIMMING)
    assert said(between(old, DUTY.format(agency="Phòng Văn hóa - Xã hội", duty=SWIMMING)), "assignments") == [
        ("changed", "agencies")
    ]
    other = DUTY.format(
        agency="Phòng Giáo dục và Đào tạo", duty="Bố trí kinh phí xây dựng nhà vệ sinh trong trường học."
    )
    assert said(between(old, other), "assignments") == [("dropped",), ("added",)]


def test_an_agency_written_in_short_is_the_same(between: Between) -> None:
    old, new = (
        DUTY.format(agency=f"Phòng {name}", duty=SWIMMING) for name in ("Lao động - Thương binh và Xã hội", "LĐ-TB&XH")
    )
    assert said(between(old, new), "assignments") == []


def test_a_day_put_off_is_one_row(between: Between) -> None:
    duty = "Tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân huyện trước ngày {}."
    old, new = (DUTY.format(agency="Phòng Y tế", duty=duty.format(day)) for day in ("15/6/2024", "30/6/2024"))
    diff = between(old, new)
    assert said(diff, "deadlines") == [("changed", "due")]
    assert [row["due"] for row in sides(*diff.of("deadlines"))] == ["2024-06-15", "2024-06-30"]


CITING = "I. MỤC TIÊU\n1. Thực hiện {} của Chính phủ."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Nghị định số 56/2017/NĐ-CP ngày 05/9/2017", "Nghị định số 56/2017/NĐ-CP ngày 09/5/2017", [("changed", "issued_on")]),
        ("Nghị quyết số 06/NQ-CP ngày 04/02/2020", "Nghị quyết số 06/NQ-CP ngày 21/01/2021", [("dropped",), ("added",)]),
        ("Nghị quyết số 06/NQ-CP ngày 04/02/2020", "Nghị quyết số 6/NQ-CP", []),
        ("Luật Trẻ em năm 2016", "Luật Trẻ em ngày 05/4/2016", []),
    ],
    ids=["misprint", "another-year", "without-day", "year-alone"],
)  # fmt: skip
def test_citations_go_by_number_and_year(between: Between, old: str, new: str, expected: list[tuple[str, ...]]) -> None:
    assert said(between(CITING.format(old), CITING.format(new)), "legal_refs") == expected


def test_equal_plans_do_not_differ(between: Between) -> None:
    diff = between(UNDERWEIGHT.format("14%"), UNDERWEIGHT.format("14%"))
    assert not diff.differs
    assert {one.state for one in diff.changes} == {"same"}


def test_a_draft_and_the_plan_issued_from_it() -> None:
    draft, issued = VERSIONS / "quan-hoa-du-thao-2024.txt", VERSIONS / "quan-hoa-47-kh-ubnd-2024.txt"
    diff = aside.compare(None, Source(path=draft), Source(path=issued))
    assert said(diff, "documents") == [("changed", "number", "issued_on")]
    assert said(diff, "targets") == [
        ("changed", "value", "stricter"),
        ("changed", "value", "stricter"),
        ("changed", "value"),
        ("changed", "value"),
        ("dropped",),
        ("added",),
        ("reworded",),
    ], "101% cannot be: what follows it is not judged"
    assert said(diff, "assignments") == [("changed", "partners", "role"), ("dropped",), ("added",)]
    assert said(diff, "deadlines") == [("changed", "due")]
    assert said(diff, "legal_refs") == [("changed", "issued_on"), ("dropped",), ("added",)]
    solved = {one.old["rule"] for one in diff.of("findings", "dropped") if one.old}
    assert {"citation-date", "impossible-value"} <= solved
    assert "weaker-than-national" in {one.new["rule"] for one in diff.of("findings", "same") if one.new}


def test_what_words_and_numbers_are() -> None:
    assert words_of("Giảm còn 12,5% trẻ em dưới 05 tuổi") == ["giam", "con", "12,5", "tre", "em", "duoi", "05", "tuoi"]
    assert [number_of(word) for word in ("1.250", "12,5", "05", "12.5", "1.250,5", "em")] == [
        1250,
        12.5,
        5,
        12.5,
        1250.5,
        None,
    ]
    weights = Weights([["tre", "em", "boi"], ["tre", "em", "hoc"], ["tre", "em", "boi"]])
    assert weights.alike(["tre", "em", "boi"], ["tre", "em", "hoc"]) < 2 * 2 / 6, "what all have says little"


def test_a_baseline_has_its_unit(between: Between) -> None:
    diff = between(
        UNDERWEIGHT.format("14%"), UNDERWEIGHT.replace("xuống còn", "từ 15,2% năm 2022 xuống còn").format("12,5%")
    )
    (line,) = [one for one in diff_words.lines(diff) if one["part"] == "targets"]
    assert "mức đầu kỳ: 15,2%" in line["new"]
