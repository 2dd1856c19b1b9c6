"""Aims, joined parts, cells of tables of targets: what matches and what does not."""

from __future__ import annotations

from types import ModuleType

import pytest

from patterns import aiming, joining, reached, restating, subjects, tables, target_cells, task_cells


@pytest.mark.parametrize(
    ("module", "name", "yes", "no"),
    [
        (aiming, "AIM_OF_RATE", ["giảm tỷ lệ bỏ học", "tăng số xã"], ["giảm nghèo"]),
        (aiming, "REMARK", ["trong đó nữ 50%", "số liệu năm 2020", "các chỉ tiêu nêu trên"], ["90% trẻ em"]),
        (aiming, "OPENS_WITH_AIM", ["hằng năm, phấn đấu giảm"], ["công tác trẻ em"]),
        (aiming, "NOTHING_TO_REACH", ["mục tiêu chung", "kinh phí: 5%", "theo phụ lục"], ["tỷ lệ trẻ em"]),
        (aiming, "BESIDE_COMMITMENT", [", ưu tiên trẻ em gái"], [", trẻ em gái"]),
        (aiming, "BESIDE_MATTER", [" (theo chuẩn mới)", " (sở y tế)"], [" (trẻ em gái)"]),
        (aiming, "SHARE_BEHIND_WORK", ["mở lớp học, phấn đấu "], ["đến năm 2025, phấn đấu "]),
        (aiming, "VERB", ["phấn đấu đạt", "giảm số ca"], ["đạt"]),
        (joining, "JOINER", [", và ", " và "], ["; "]),
        (joining, "NEXT_PART", [", còn nông thôn", "và nông thôn"], [". nông thôn"]),
        (joining, "LEADING", [", trong đó nam", " và nữ"], ["nam"]),
        (joining, "CLOSES_VALUE", [") có cộng tác viên"], [") và 5%", ") năm 2025"]),
        (joining, "LISTS", [" và tử vong trẻ em còn ", ", sử dụng nước sạch đạt "], [" (nữ ", " còn "]),
        (joining, "AIMS_ANEW", ["và phấn đấu "], ["và trẻ em được "]),
        (
            restating,
            "NAMES_AGAIN",
            ["đến các tỷ lệ tương ứng là ", "các chỉ tiêu này cùng đạt ", "tương ứng "],
            ["tỷ lệ này đạt ", "các tỷ lệ "],
        ),
        (restating, "OPENS", ["phấn đấu các tỷ lệ này"], ["các tỷ lệ mắc bệnh"]),
        (
            task_cells,
            "COUNTS",
            ["02 phòng", "5.000 em", "05 điểm vui chơi"],
            ["02 báo cáo", "3 ngày", "quy mô 500 người"],
        ),
        (task_cells, "COUNT_IN_BRACKETS", ["(18 lớp)", "(2.480 lượt người)"], ["(đợt 1)", "(02 ngày)"]),
        (task_cells, "EVENT", ["hội thi vẽ tranh", "tổ chức diễn đàn"], ["giải quyết đơn", "lớp tập huấn"]),
        (task_cells, "TICK", ["x"], ["đã xong"]),
        (task_cells, "YEAR_OF_DAY", ["2025"], ["năm 2025"]),
        (joining, "HAS_LEAD", ["đến năm", "cuối năm"], ["năm"]),
        (target_cells, "SHARE", ["giảm tỷ lệ", "tỉ lệ"], ["số trẻ em"]),
        (target_cells, "IS_COUNT", ["1.2. tổng số", "số lượng"], ["tỷ lệ"]),
        (target_cells, "DASH", ["- nam", "trong đó: nữ"], ["nam"]),
        (target_cells, "NUMBER", ["3", "3a", "3.1"], ["a3"]),
        (target_cells, "CHANGE", ["mức giảm", "tăng số xã"], ["số giảm"]),
        (target_cells, "CHANGE_NAMED", ["tỷ lệ giảm"], ["tỷ lệ giảm nghèo"]),
        (target_cells, "OBJECTIVE", ["i. mục tiêu 2", "mục tiêu số 3"], ["mục tiêu chung"]),
        (subjects, "VALUE_FIRST", ["phấn đấu đến năm 2025 có ít nhất 90%", "ít nhất 5 %"], ["tỷ lệ 90%"]),
        (subjects, "PART", ["trong đó nữ", "riêng trẻ em gái"], ["riêng năm 2025", "trong năm"]),
        (subjects, "SHARES", ["tỷ lệ này còn", "và đến năm 2030, chiều cao"], ["tỷ lệ trẻ em"]),
        (subjects, "INDICATOR_IN_BRACKETS", ["(chỉ tiêu 8)", "(thuộc ct số 8):"], ["(8)"]),
        (subjects, "NO_SUBJECT", [", giảm", " vào năm", " so với"], [" trẻ em", " xã"]),
        (subjects, "MEASURED", ["giảm tỷ lệ", "diện tích rừng"], ["công tác trẻ em"]),
        (subjects, "SCOPE", ["đối với trẻ em", "khu vực nông thôn"], ["trẻ em"]),
    ],
)
def test_begins(module: ModuleType, name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(module, name)
    assert [words for words in yes if pattern.match(words) is None] == []
    assert [words for words in no if pattern.match(words) is not None] == []


@pytest.mark.parametrize(
    ("module", "name", "yes", "no"),
    [
        (aiming, "NEXT_AIM", ["90%, giảm số ca"], ["90% giảm"]),
        (aiming, "WHAT_FOR", [", góp phần nâng tỷ lệ "], [", góp phần bảo vệ"]),
        (aiming, "LEADS", ["sở y tế chủ trì "], ["chủ trương "]),
        (joining, "IN_TURN", ["lần lượt là 5%"], ["lần đầu"]),
        (
            joining,
            "YEARS_AGAIN",
            [
                " vào các năm tương ứng.",
                " (tương ứng)",
                ", theo các mốc thời gian tương ứng;",
                " tương ứng với các mốc trên",
            ],
            [" vào năm 2030", " tương ứng 12 em", " vào các năm"],
        ),
        (joining, "ENDS_JOINED", ["nam và", "nam, "], ["nam"]),
        (joining, "LAST_JOINER", ["giảm 5%, sửa chữa"], ["giảm 5"]),
        (joining, "VERB_AFTER", ["và giảm ", ", "], ["giảm "]),
        (joining, "SUFFERS", ["hộ bị ngập"], ["hộ nghèo"]),
        (joining, "TRAILING", ["nam, trong đó"], ["nam"]),
        (joining, "MARK_BEFORE", ["5%; phấn đấu ", "5% và"], ["5%"]),
        (target_cells, "OR_MORE", ["90% trở lên"], ["90%"]),
        (target_cells, "UNIT_SAID", ["(đvt: người)", "đơn vị tính : %"], ["đơn vị"]),
        (target_cells, "PER_IN_SUBJECT", ["trên 100.000 trẻ"], ["trên 100 trẻ"]),
        (tables, "SPAN_OF_YEARS", ["2021 đến 2025", "2021-2025", "2021 tới 2025"], ["2021"]),
        (target_cells, "CITES", ["quyết định số 23", "kèm theo"], ["số xã"]),
        (target_cells, "AGAINST", ["so với cuối năm 2020"], ["so với năm trước"]),
        (reached, "TO_COME", ["phương hướng năm 2026"], ["kết quả"]),
        (reached, "OF_RESULTS", ["đánh giá tình hình"], ["phương hướng"]),
        (reached, "FUTURE", ["sẽ đạt"], ["đạt"]),
        (reached, "SPEAKS_OF_PLAN", ["so với kh", "chỉ tiêu"], ["khám"]),
        (subjects, "DENOMINATOR", ["trên 100.000 trẻ em"], ["100.000 trẻ em"]),
    ],
)
def test_stands_within(module: ModuleType, name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(module, name)
    assert [words for words in yes if pattern.search(words) is None] == []
    assert [words for words in no if pattern.search(words) is not None] == []
