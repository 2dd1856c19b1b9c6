"""Tables of tasks whose rows say how many of something are to be brought about: text → targets."""

from __future__ import annotations

import pytest

from tests.plans import TAIL, plan

# value, year, first year of the span
_Said = tuple[float | None, int | None, int | None]

_HEAD = "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian | Sản phẩm/Ghi chú |"


def _read(*rows: str, head: str = _HEAD, title: str = "TIẾN ĐỘ THỰC HIỆN CÁC NHIỆM VỤ NĂM 2024") -> list[_Said]:
    annex = f"{TAIL}\n\nPHỤ LỤC\n{title}\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2024)\n\n" + "\n".join(
        [head, *rows]
    )
    found = plan("I. MỤC TIÊU\nNêu tại Phụ lục.", tail=annex).targets
    assert all(" | " in one.quote for one in found)
    return [(one.value, one.year, one.year_from) for one in found]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 1 | In áp phích, tờ gấp | Phòng Y tế | Trước 30/4 | 60 áp phích, 3.500 tờ gấp |", [(60, 2024, None), (3500, 2024, None)]),
        ("| 1 | Lớp bồi dưỡng cộng tác viên | Phòng Y tế | Từ 10/4 đến 14/4/2025 | 75 học viên |", [(75, 2025, None)]),
        ("| 1 | Bồi dưỡng cộng tác viên (12 lớp) | Phòng Y tế | 2024-2025 | Báo cáo |", [(12, 2025, 2024)]),
        ("| 1 | Sản xuất 02 phim ngắn | Phòng Y tế | Quý II | 02 phim |", [(2, 2024, None)]),
        ("| 1 | Thí điểm can thiệp sớm | Phòng Y tế | Năm 2025 | 03 điểm |", [(3, 2025, None)]),
        ("| 1 | Tập huấn cộng tác viên | Phòng Y tế | Tháng 9/2024 - tháng 11/2025 | 20 lớp |", [(20, 2025, 2024)]),
        ("| 1 | Tập huấn cộng tác viên | Phòng Y tế | Quý III/2024 đến quý I/2026 | 20 lớp |", [(20, 2026, 2024)]),
        ("| 1 | Hội thi kỹ năng | Phòng Y tế | Tháng 6 | 150 thí sinh |", []),
        ("| 1 | Rà soát | Phòng Y tế | Tháng 6 | 01 báo cáo, quy mô 50 trang |", []),
        ("| 1 | Lễ phát động | Phòng Y tế | Tháng 6 | Quy mô 500 người |", []),
    ],
)  # fmt: skip
def test_what_a_task_brings_about_by_number_is_a_target_of_the_year_of_its_time(
    row: str, expected: list[_Said]
) -> None:
    assert _read(row) == expected


def test_a_span_in_the_title_is_no_year_of_a_task() -> None:
    row = "| 1 | Sản xuất 02 phim ngắn | Phòng Y tế | Quý II | 02 phim |"
    assert _read(row, title="TIẾN ĐỘ THỰC HIỆN CÁC NHIỆM VỤ GIAI ĐOẠN 2024-2026") == [(2, None, None)]


def test_a_time_in_words_goes_before_ticks_below_years_and_these_before_the_title() -> None:
    head = "| TT | Hoạt động | Đơn vị thực hiện | Tiến độ 2025 | Tiến độ 2026 | Thời hạn hoàn thành |"
    rows = (
        "| 1 | Sản xuất 12 phóng sự | Phòng Y tế | x | x | 30/6/2026 |",
        "| 2 | Cấp phát 450 tờ rơi | Phòng Y tế | x | | |",
        "| 3 | Lắp đặt 08 biển báo | Phòng Y tế | | | |",
    )
    assert _read(*rows, head=head) == [(12, 2026, None), (450, 2025, None), (8, 2024, None)]


def test_a_number_of_something_that_became_no_target_is_told_of() -> None:
    rows = (
        _HEAD,
        "| 1 | Biên soạn | Phòng Y tế | Quý II | 02 loại sổ tay |",
        "| 2 | Rà soát | Phòng Y tế | Quý II | 01 báo cáo |",
    )
    found = plan("I. MỤC TIÊU\nNêu tại bảng.\n" + "\n".join(rows))
    assert not [one for one in found.targets if one.kind == "quantitative"]
    told = [one for one in found.warnings if one.code == "target-not-understood"]
    assert [found.text[one.start : one.end] for one in told] == ["02 loại sổ tay"]
