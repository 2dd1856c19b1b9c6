"""Drafting a programme from its decision: measures, levels, what is doubtful, and what the drafted words find in plans."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from corpus.programme import Measure, Milestone, Programme, load_all, parse
from corpus.programme.alignment import Aligner
from extract import drafting
from extract.drafting import DraftError
from extract.pipeline import extract_file
from tests.conftest import ROOT
from tests.plans import HEAD, TAIL, objectives, read

_DECISIONS = ROOT / "tests/data/decisions"
_SHIPPED = {one.id: one for one in load_all()}

_DECISION = """THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/QĐ-TTg
Hà Nội, ngày 10 tháng 3 năm 2022
QUYẾT ĐỊNH
Phê duyệt Đề án phát triển thư viện công cộng giai đoạn 2022-2030
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Đề án phát triển thư viện công cộng giai đoạn 2022-2030 với các nội dung sau:
I. MỤC TIÊU
1. Mục tiêu cụ thể
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a target says, as the aligner reads it."""

    quote: str
    unit: str | None
    change: str | None
    group: str | None = None
    kind: str = "quantitative"
    clause: str | None = None
    above: tuple[str, ...] = ()
    indicator_no: int | None = None


def draft(*lines: str) -> Programme:
    return parse(text_of(*lines), "draft")


def text_of(*lines: str) -> str:
    return drafting.programme(read(_DECISION + "\n".join(lines) + "\nII. NHIỆM VỤ\n1. Tuyên truyền." + TAIL))


@cache
def drafted(name: str) -> Programme:
    path = next(path for folder in (_DECISIONS, ROOT / "corpus/plans") for path in folder.glob(f"{name}.txt"))
    return parse(drafting.programme(extract_file(path)), name)


def level(milestone: Milestone) -> tuple[object, ...]:
    return milestone.year, milestone.year_from, milestone.group, milestone.comparator, milestone.value, milestone.value_high  # fmt: skip


def pairs(programme: Programme) -> list[tuple[Measure, Measure | None]]:
    """Each measure of a programme that ships with the drafted one whose name means it."""
    aligner = Aligner([programme])
    found: dict[str, Measure] = {}
    for measure in drafted(programme.id).measures:
        for hit in aligner.align(Said(measure.name_vi, measure.unit, measure.change)):
            found.setdefault(hit.code, measure)
    return [(measure, found.get(measure.code)) for measure in programme.measures]


def row(programme: Programme) -> str:
    """The line of the documentation's table."""
    found = pairs(programme)
    here = [(one, other) for one, other in found if other is not None]
    asked = [(level(milestone), other) for one, other in found for milestone in one.milestones]
    right = sum(other is not None and said in map(level, other.milestones) for said, other in asked)
    codes = sum(one.code == other.code for one, other in here)
    ways = sum((one.direction, one.unit, one.per, one.change) == (other.direction, other.unit, other.per, other.change) for one, other in here)  # fmt: skip
    return f"| `{programme.id}` | {len(here)} / {len(found)} | {right} / {len(asked)} | {codes} | {ways} |"


def test_the_table_of_the_documentation_is_what_is_found() -> None:
    rows = [row(programme) for programme in load_all()]
    said = (ROOT / "docs/programmes.md").read_text(encoding="utf-8")
    assert [one for one in rows if one not in said] == []


def test_a_drafted_programme_finds_in_plans_what_the_one_that_ships_finds() -> None:
    aligner = Aligner([drafted("qd-23-2021")])
    counted: Counter[str] = Counter()
    for path in sorted((ROOT / "tests/data/gold").glob("*.json")):
        for one in (
            json.loads(path.read_text(encoding="utf-8")).get("targets", []) if "findings" not in path.name else []
        ):
            hit = next(iter(aligner.align(Said(one["quote"], one["unit"], one["change"], one["group"], indicator_no=one["indicator_no"]))), None)  # fmt: skip
            code = hit.code if hit is not None and hit.match == "exact" else None
            counted["right" if code == one["measure"] else "missed" if code is None else "wrong"] += one["measure"] is not None  # fmt: skip
            counted["extra"] += code is not None and one["measure"] is None
    assert counted["right"] >= 600, counted
    assert (counted["wrong"], counted["extra"]) <= (0, 12), counted


def test_a_province_s_plan_is_drafted_with_its_levels() -> None:
    found = drafted("quang-ninh-52-kh-ubnd-2021")
    gold = json.loads((ROOT / "corpus/gold/quang-ninh-52-kh-ubnd-2021.json").read_text(encoding="utf-8"))
    asked = {
        (
            one["measure"],
            one["year"],
            one["year_from"],
            one["group"],
            one["comparator"],
            one["value"],
            one["value_high"],
        )
        for one in gold["targets"]
        if one["kind"] == "quantitative" and one["measure"] is not None
    }
    said = {(one.code, *level(milestone)) for one in found.measures for milestone in one.milestones}
    assert said == asked
    assert (found.id, found.number, found.issuer) == ("quang-ninh-52-kh-ubnd-2021", "52/KH-UBND", "Ủy ban nhân dân tỉnh Quảng Ninh")  # fmt: skip
    assert found.supplements == "qd-23-2021"
    assert {one.levels for one in found.measures} == {("district", "commune")}


def test_what_a_district_leaves_open_is_marked() -> None:
    text = drafting.programme(extract_file(ROOT / "corpus/plans/tan-yen-ctr-ubnd-2021.txt"))
    assert 'number = "CTr-UBND"  # ? văn bản chưa có số' in text
    assert "issued_on = 2021-08-01  # ? văn bản không ghi đủ ngày" in text
    assert len(parse(text, "draft").measures) == 34


def test_head_code_name_and_levels() -> None:
    found = draft(
        "a) Tỷ lệ thư viện xã có máy tính nối mạng đạt 30% vào năm 2025 và trên 60% vào năm 2030.",
        "b) Giảm tỷ lệ sách bị mất xuống dưới 5% vào năm 2025 và 3% vào năm 2030.",
    )
    assert (found.id, found.number, str(found.issued_on)) == ("qd-77-2022", "77/QĐ-TTg", "2022-03-10")
    assert (found.kind_vi, found.kind_en, found.period) == ("Đề án", "scheme", (2022, 2030))
    assert found.title_vi == "Đề án phát triển thư viện công cộng giai đoạn 2022-2030"
    computers, books = found.measures
    assert (computers.code, computers.direction, computers.unit) == ("1", "more", "percent")
    assert computers.name_vi == "Tỷ lệ thư viện xã có máy tính nối mạng"
    assert [level(one) for one in computers.milestones] == [(2025, None, None, "=", 30, None), (2030, None, None, ">", 60, None)]  # fmt: skip
    assert (books.code, books.direction, books.name_vi) == ("2", "less", "Tỷ lệ sách bị mất")
    assert [one.comparator for one in books.milestones] == ["<", "="]


@pytest.mark.parametrize(
    ("line", "direction", "doubt"),
    [
        ("a) Tỷ lệ hao hụt sách là 5% vào năm 2025 và 3% vào năm 2030.", "less", False),
        ("a) Tỷ lệ hao hụt sách không quá 5% vào năm 2030.", "less", False),
        ("a) Nâng tỷ lệ sách điện tử lên 40% vào năm 2030.", "more", False),
        ("a) 90% học sinh được cấp thẻ thư viện vào năm 2030.", "more", False),
        ("a) 100% thư viện bị hư hỏng được sửa chữa vào năm 2030.", "more", False),
        ("a) Tỷ lệ sách bị mất là 3% vào năm 2030.", "less", True),
        ("a) Tỷ lệ sách thiếu nhi là 30% vào năm 2030.", "more", True),
        ("a) Giảm tỷ lệ sách cũ xuống 20% vào năm 2025 và 30% vào năm 2030.", "more", True),
    ],
)
def test_direction_and_when_it_is_in_doubt(line: str, direction: str, doubt: bool) -> None:
    text = text_of(line)
    assert parse(text, "draft").measures[0].direction == direction
    assert (f'direction = "{direction}"  # ? ' in text) is doubt


def test_groups_changes_rates_and_clauses_that_share_a_subject() -> None:
    found = draft(
        "a) Tỷ lệ học sinh có thẻ thư viện đạt 60% ở khu vực nông thôn và 80% ở khu vực thành thị vào năm 2030.",
        "b) Mỗi năm giảm từ 2% đến 3% số thư viện chưa đạt chuẩn.",
        "c) Giảm tỷ suất vụ mất sách xuống dưới 9,5/1.000 lượt mượn vào năm 2030.",
        "d) Giảm tỷ lệ học sinh béo phì thể nhẹ xuống 9% vào năm 2030; thể nặng xuống 2% vào năm 2030.",
    )
    cards, libraries, thefts, light, heavy = found.measures
    assert [(one.group, one.value) for one in cards.milestones] == [("nông thôn", 60), ("thành thị", 80)]
    assert (libraries.change, libraries.per_year, libraries.direction) == ("decrease", True, "more")
    assert level(libraries.milestones[0]) == (None, None, None, "range", 2, 3)
    assert libraries.name_vi == "Mức giảm số thư viện chưa đạt chuẩn"
    assert (thefts.unit, thefts.per, thefts.name_vi) == ("per", 1000, "Tỷ suất vụ mất sách")
    assert (light.code, heavy.code) == ("4a", "4b")
    assert heavy.name_vi == "Tỷ lệ học sinh béo phì thể nặng"
    assert found.parts == ("thể",)


def test_an_orientation_is_a_further_level_and_one_without_a_figure_none() -> None:
    found = draft(
        "a) Phấn đấu giảm tỷ lệ sách bị mất xuống 5% vào năm 2025.",
        "2. Định hướng đến năm 2030",
        "a) Tiếp tục giảm tỷ lệ sách bị mất xuống 3%.",
        "b) Mở rộng mạng lưới thư viện xã.",
    )
    assert [[level(one)[0] for one in measure.milestones] for measure in found.measures] == [[2025, 2030]]


def test_levels_without_a_year() -> None:
    none = text_of("a) 80% học sinh được cấp thẻ thư viện.")
    assert "values.2030 = 80  # ? câu không nêu năm: lấy năm cuối kỳ" in none
    some = text_of("a) 80% học sinh được cấp thẻ thư viện.", "b) 60% xã có thư viện cộng đồng vào năm 2025.")
    assert "values.always = 80  # ? câu không nêu năm: tính suốt kỳ" in some


def test_every_measure_has_its_sentence_above_it_and_what_gave_none_is_named() -> None:
    text = text_of("a) 80% học sinh được cấp thẻ thư viện vào năm 2030.", "b) Xây dựng mạng lưới thư viện lưu động.")
    assert "# 80% học sinh được cấp thẻ thư viện vào năm 2030\n[measures.1]" in text
    assert "# - Xây dựng mạng lưới thư viện lưu động (không có số / no figure)" in text


def test_a_measure_that_contradicts_itself_is_a_comment() -> None:
    text = text_of(
        "a) 80% học sinh được cấp thẻ thư viện vào năm 2030.",
        "b) Tỷ lệ xã có thư viện đạt 30% vào năm 2025, 20% vào năm 2028 và 40% vào năm 2030.",
    )
    assert [one.code for one in parse(text, "draft").measures] == ["1"]
    assert "# [measures.2]" in text
    assert "# ? 20 kém hơn 30 của năm 2025" in text


def test_sisters_are_told_apart() -> None:
    found = draft(
        "a) Giảm tỷ lệ trẻ em bị tai nạn khi đi tàu hỏa xuống 5% vào năm 2030.",
        "b) Giảm tỷ lệ trẻ em tử vong do tai nạn khi đi tàu hỏa xuống 1% vào năm 2030.",
    )
    aligner = Aligner([found])

    def means(words: str) -> list[str]:
        return [hit.code for hit in aligner.align(Said(words, "percent", None))]

    assert means("giảm tỷ lệ trẻ em bị tai nạn khi đi tàu hỏa còn 4%") == ["1"]
    assert means("tỷ lệ trẻ em tử vong do tai nạn khi đi tàu hỏa dưới 1%") == ["2"]
    assert means("100% trẻ em bị tai nạn tàu hỏa được cứu chữa") == []


def test_a_decision_without_figures_is_refused() -> None:
    with pytest.raises(DraftError, match="không có chỉ tiêu nào có số"):
        text_of("a) Xây dựng mạng lưới thư viện lưu động.")


def test_the_draft_of_a_local_plan_names_it_by_number_alone() -> None:
    text = drafting.programme(objectives("a) 80% trẻ em có thẻ thư viện vào năm 2025."))
    head = tomllib.loads(text)["programme"]
    assert "called" not in head
    assert head["issuer"] in HEAD.replace("\n", " ").title() or head["issuer"].endswith("Bình Minh")


def test_decisions_are_small_texts_of_our_own() -> None:
    assert {path.stem for path in Path(_DECISIONS).glob("*.txt")} == set(_SHIPPED)
