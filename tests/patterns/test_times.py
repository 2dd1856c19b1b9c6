"""Times of duties: dates, months, quarters, spans and recurrences, and the times that bind no one."""

from __future__ import annotations

import pytest

from patterns import spelling, times


def found(words: str, *, table: bool = False) -> list[tuple[str, str | None, str | None, str | None]]:
    low = spelling.lower(spelling.view(words))
    return [(t.relation, t.due, t.start_date, t.recurrence) for t in times.times_in(low, 0, len(low), table=table)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("báo cáo trước ngày 31/3/2021", [("before", "2021-03-31", None, None)]),
        ("gửi trước ngày 20 tháng 11 hằng năm", [("before", None, None, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")]),
        ("gửi trước ngày 20/11 hàng năm", [("before", None, None, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")]),
        ("chậm nhất ngày 05/12/2023", [("by", "2023-12-05", None, None)]),
        ("hoàn thành trong quý II/2024", [("within", "2024-06", "2024-04", None)]),
        (
            "trước ngày 15/6 và 15/12 hằng năm",
            [("before", None, None, "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"), ("before", None, None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")],
        ),
        ("Từ tháng 10 năm 2023 đến tháng 12 năm 2023 tổ chức thi", [("within", "2023-12", "2023-10", None)]),
        ("định kỳ 6 tháng, hằng năm báo cáo", [("every", None, None, "FREQ=MONTHLY;INTERVAL=6"), ("every", None, None, "FREQ=YEARLY")]),
        ("hằng quý báo cáo kết quả", [("every", None, None, "FREQ=MONTHLY;INTERVAL=3")]),
        ("hàng tháng, quý báo cáo", [("every", None, None, "FREQ=MONTHLY"), ("every", None, None, "FREQ=MONTHLY;INTERVAL=3")]),
        ("trong vòng 10 ngày kể từ ngày ban hành", [("within", None, None, None)]),
        ("báo tin trong vòng 24 giờ kể từ khi phát hiện", [("within", None, None, None)]),
        ("trước ngày 05/6/2026 và ngày 25/11/2026", [("before", "2026-06-05", None, None), ("before", "2026-11-25", None, None)]),
        ("Hoàn thành kết nối dữ liệu trẻ em với cơ sở dữ liệu dân cư vào năm 2023", [("by", "2023", None, None)]),
        ("báo cáo tháng trước ngày 20 hằng tháng, báo cáo quý trước ngày 14 của tháng cuối quý", [("before", None, None, "FREQ=MONTHLY;BYMONTHDAY=20"), ("before", None, None, "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=14")]),
        ("cấp phát tháng 8 - tháng 9/2024", [("within", "2024-09", "2024-08", None)]),
        ("đăng ký khai sinh lưu động mỗi quý 01 lần", [("every", None, None, "FREQ=MONTHLY;INTERVAL=3")]),
        ("định kỳ 02 năm một lần, tổ chức Diễn đàn trẻ em", [("every", None, None, "FREQ=YEARLY;INTERVAL=2")]),
        ("báo cáo 02 năm một lần", [("every", None, None, "FREQ=YEARLY;INTERVAL=2")]),
        ("trước ngày l5/6/2024", [("before", "2024-06-15", None, None)]),
        ("dự kiến tổ chức ngày 22/6/2024", [("by", "2024-06-22", None, None)]),
        ("trước 17 giờ 00 ngày 20/11/2024", [("before", "2024-11-20", None, None)]),
        ("vào lúc 7 giờ 30 ngày 31/5/2024", [("by", "2024-05-31", None, None)]),
        ("trước 17h ngày 20/11 hằng năm", [("before", None, None, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")]),
        ("trước ngày 15/12/25", [("before", "2025-12-15", None, None)]),
        ("trước ngày 30-6-2024", [("before", "2024-06-30", None, None)]),
        ("trước cuối tháng 5 năm 2024", [("before", "2024-05", None, None)]),
        ("trong Quí IV-2025", [("within", "2025-12", "2025-10", None)]),
        ("Quý IV/2025- Quý II/2026", [("within", "2026-06", "2025-10", None)]),
        ("từ quý I đến quý III năm 2024", [("within", "2024-09", "2024-01", None)]),
        ("từ ngày 15/11 đến ngày 15/12/2025", [("within", "2025-12-15", "2025-11-15", None)]),
        ("từ ngày 15 đến ngày 20/11/2025", [("within", "2025-11-20", "2025-11-15", None)]),
        ("trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", [("within", None, None, None)]),
        ("100 ngày kể từ ngày ban hành", [("within", None, None, None)]),
        ("trước ngày 05 của tháng liền kề", [("before", None, None, "FREQ=MONTHLY;BYMONTHDAY=5")]),
        ("chậm nhất ngày 05 của tháng đầu quý sau", [("by", None, None, "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5")]),
        ("trước ngày 31/01 năm liền kề", [("before", None, None, "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")]),
        ("đánh giá giữa kỳ vào năm 2025 và cuối kỳ vào năm 2030", [("by", "2025", None, None), ("by", "2030", None, None)]),
        ("bố trí ngân sách hằng năm để triển khai", [("every", None, None, "FREQ=YEARLY")]),
        ("kiểm tra vào quý II hằng năm", [("by", None, None, "FREQ=YEARLY;BYMONTH=6")]),
        ("nghiệm thu trước quý II hằng năm", [("before", None, None, "FREQ=YEARLY;BYMONTH=4")]),
        ("công bố số liệu trong quý I năm sau", [("within", None, None, "FREQ=YEARLY;BYMONTH=3")]),
        (
            "mỗi năm kiểm tra từ 02 đến 03 đơn vị, tiến hành trong tháng 9 hoặc tháng 10",
            [("within", None, None, "FREQ=YEARLY;BYMONTH=9"), ("within", None, None, "FREQ=YEARLY;BYMONTH=10")],
        ),
        ("xây dựng kế hoạch chi tiết hằng năm, trình phê duyệt trong tháng 01", [("within", None, None, "FREQ=YEARLY;BYMONTH=1")]),
        (
            "cân, đo trẻ 02 đợt/năm (tháng 6 và tháng 12)",
            [("every", None, None, "FREQ=YEARLY;BYMONTH=6"), ("every", None, None, "FREQ=YEARLY;BYMONTH=12")],
        ),
        (
            "cho trẻ uống vitamin A ngày 01-02/6 và 01-02/12 hằng năm",
            [("within", None, None, "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=2"), ("within", None, None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=2")],
        ),
        ("tổ chức diễn đàn vào tháng 6 các năm 2026, 2028 và 2030", [("by", f"{year}-06", None, None) for year in (2026, 2028, 2030)]),
        ("họp vào quý IV các năm 2025, 2027", [("by", "2025-12", None, None), ("by", "2027-12", None, None)]),
        ("tổ chức hội thi tuyên truyền cấp tỉnh vào năm 2025", [("by", "2025", None, None)]),
        ("sơ kết năm 2024 vào tháng 01/2025", [("by", "2025-01", None, None)]),
        ("báo cáo tháng (ngày 10 tháng sau)", [("by", None, None, "FREQ=MONTHLY;BYMONTHDAY=10")]),
        (
            "gửi số liệu mỗi năm 02 lần, trước ngày 30/9 và 30/4",
            [("before", None, None, "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"), ("before", None, None, "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30")],
        ),
        (
            "báo cáo Tỉnh ủy trước ngày 15/6 và ngày 05/12",
            [("before", None, None, "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"), ("before", None, None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5")],
        ),
        ("cân trẻ dưới 2 tuổi 3 tháng một lần, trẻ dưới 5 tuổi 6 tháng một lần", [("every", None, None, "FREQ=MONTHLY;INTERVAL=3"), ("every", None, None, "FREQ=MONTHLY;INTERVAL=6")]),
        (
            "định kỳ (6 tháng, năm) báo cáo kết quả trước ngày 15/6 và 15/12",
            [("before", None, None, "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"), ("before", None, None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")],
        ),
        ("hoàn thành trước năm học 2024 - 2025", [("before", "2024", None, None)]),
        ("vận động trẻ trở lại trường trước khai giảng năm học 2024-2025", [("before", "2024", None, None)]),
        ("báo cáo bằng văn bản trong 24 giờ", [("within", None, None, None)]),
        ("thông báo cho công an, chậm nhất không quá 24 giờ", [("within", None, None, None)]),
        ("trường hợp đột xuất báo cáo ngay trong ngày", [("within", None, None, None)]),
    ],
)  # fmt: skip
def test_times(words: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "định kỳ báo cáo",
        "kế hoạch phát triển kinh tế - xã hội hằng năm của địa phương",
        "dự toán ngân sách hằng năm của đơn vị",
        "tỷ lệ đạt 65%",
        "mỗi năm sản xuất ít nhất 12 chuyên mục",
        "mỗi năm mỗi thôn, làng tổ chức tối thiểu 02 buổi",
        "tổ chức ít nhất 03 đoàn kiểm tra mỗi năm",
        "mỗi năm cung cấp kiến thức, kỹ năng làm cha mẹ cho tối thiểu 15.000 lượt người",
        "kiểm tra tối thiểu 20 doanh nghiệp, cơ sở có dấu hiệu vi phạm mỗi năm",
        "gọi 111 để được tư vấn",
        "khai mạc ngày 22/6/2024",
        "kế hoạch phát triển kinh tế - xã hội 5 năm, hằng năm của ngành",
        "tổ chức tập huấn trong 05 ngày",
        "mục tiêu chung và từng năm",
        "các hoạt động chủ yếu năm 2021 và từng năm",
        "xây dựng kế hoạch truyền thông, tập huấn hằng năm",
        "đưa nội dung này vào chương trình kiểm tra, giám sát hằng năm",
        "mỗi năm giám sát chuyên đề ít nhất 03 tổ chức đảng",
        "mỗi năm kiểm tra ít nhất 04 đơn vị cấp huyện",
        "phát thanh 02 lần/tuần",
        "tẩy giun cho trẻ 2 lần/năm",
        "cho trẻ bú mẹ trong vòng 1 giờ đầu sau sinh",
    ],
)
def test_what_is_no_time(words: str) -> None:
    assert found(words) == []


def test_a_bare_quarter_of_a_table_is_a_span() -> None:
    assert found("Quý II và quý III/2024", table=True) == [("within", "2024-09", "2024-04", None)]


@pytest.mark.parametrize(
    "words", ["chậm nhất ngày 31/9/2024", "trước ngày 30/02 hằng năm", "từ ngày 15/6 đến ngày 31/6/2024"]
)
def test_a_day_that_does_not_exist_gives_no_date(words: str) -> None:
    low = spelling.lower(spelling.view(words))
    (time,) = times.times_in(low, 0, len(low))
    assert (time.due, time.recurrence, time.impossible) == (None, None, True)


def test_many_times_in_one_sentence_are_read_in_one_pass_over_them() -> None:
    low = "báo cáo trước ngày 15/6/2024 và hằng quý, " * 400
    assert len(times.times_in(low, 0, len(low))) == 800
