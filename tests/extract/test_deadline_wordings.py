"""Deadlines as different offices word them: keys, cells, counts, several times, receivers of every kind."""

from __future__ import annotations

import pytest

from extract.records import Deadline
from tests.plans import organisation, plan

_HEADED = "1. Phòng Y tế\n"


def _times(records: tuple[Deadline, ...]) -> list[tuple[str, str, str | None]]:
    return [(d.kind, d.relation, d.due or d.recurrence) for d in records]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Xây dựng tài liệu truyền thông. Hoàn thành: tháng 10/2024.", [("task", "within", "2024-10")]),
        ("Rà soát danh sách. Thời hạn: trước 30/6/2024.", [("task", "before", "2024-06-30")]),
        ("Lập dự toán kinh phí. Thời gian: quý III.", [("budget", "within", "2024-09")]),
        ("Tháng 02/2024: Ban hành kế hoạch.", [("task", "within", "2024-02")]),
        ("Từ tháng 3 đến tháng 10/2024: Tổ chức kiểm tra.", [("task", "within", "2024-10")]),
        ("Báo cáo Sở Y tế theo định kỳ (6 tháng, năm).", [("report", "every", "FREQ=MONTHLY;INTERVAL=6"), ("report", "every", "FREQ=YEARLY")]),
        ("Định kỳ 02 tuần một lần báo cáo tiến độ về Sở Y tế.", [("report", "every", "FREQ=WEEKLY;INTERVAL=2")]),
        ("Kiểm tra 01 lần/năm, báo cáo 01 lần/quý về Sở Y tế.", [("task", "every", "FREQ=YEARLY"), ("report", "every", "FREQ=MONTHLY;INTERVAL=3")]),
        ("Mỗi năm 02 lần kiểm tra bếp ăn.", [("task", "every", "FREQ=MONTHLY;INTERVAL=6")]),
        ("Phát sóng ít nhất 02 lần/tháng.", []),
        ("Khám sức khỏe cho học sinh mỗi năm học ít nhất 01 lần.", [("task", "every", "FREQ=YEARLY")]),
        ("Họp giao ban mỗi quý ít nhất một lần.", [("task", "every", "FREQ=MONTHLY;INTERVAL=3")]),
        ("Mỗi năm ít nhất 02 lần kiểm tra bếp ăn.", []),
        ("Ngày 05 hằng tháng, gửi báo cáo về Sở Y tế.", [("report", "by", "FREQ=MONTHLY;BYMONTHDAY=5")]),
        ("Kiểm tra lưới điện, hoàn thành trước mùa mưa.", []),
        ("Xong trong tháng 5 năm 2024, báo cáo kết quả trước 10/6/2024.", [("task", "within", "2024-05"), ("report", "before", "2024-06-10")]),
        ("Báo cáo sơ kết 6 tháng trước 15/6 và tổng kết năm trước 30/11/2024.", [("report", "before", "2024-06-15"), ("report", "before", "2024-11-30")]),
        (
            "Xây dựng kế hoạch, gửi về Sở Y tế trước ngày 20/02/2024; định kỳ báo cáo 6 tháng (trước 15/6), năm (trước 10/12).",
            [
                ("task", "before", "2024-02-20"),
                ("report", "before", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"),
                ("report", "before", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"),
            ],
        ),
        ("Hằng năm, vào tháng 9, lập dự toán gửi Sở Tài chính.", [("budget", "by", "FREQ=YEARLY;BYMONTH=9")]),
        ("Báo cáo kết quả định kỳ 6 tháng trước ngày 15/6, năm trước ngày 01/12 hằng năm.", [("report", "before", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"), ("report", "before", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1")]),
        ("Kiện toàn Ban Bảo vệ trẻ em xong trong quý III năm 2024.", [("task", "within", "2024-09")]),
        ("Cho trẻ uống vitamin A (đợt 1 từ ngày 01/6 đến ngày 02/6/2024, đợt 2 tháng 12/2024).", [("task", "within", "2024-06-02"), ("task", "within", "2024-12")]),
        ("Khai giảng năm học mới: Ngày 05/9/2024 (thứ Năm).", [("task", "by", "2024-09-05")]),
        ("Giải quyết hồ sơ còn tồn đọng vào năm 2025.", [("task", "by", "2025")]),
        ("Hoàn thành việc hỗ trợ nhà ở theo Quyết định số 22/2013/QĐ-TTg ngày 26/4/2013 đến hết năm 2025.", [("task", "by", "2025")]),
        ("Thông báo kết quả thực hiện dự toán, quyết toán kinh phí hằng quý, năm cho các phòng.", []),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", []),
        ("Khi có vụ việc xảy ra, báo cáo nhanh về UBND huyện trong vòng 24 giờ.", [("task", "within", None)]),
        ("Hội thi được tổ chức vào sáng ngày 20/11/2024 tại Nhà Văn hóa.", [("task", "by", "2024-11-20")]),
        ("Lễ trao giải: tháng 10/2024.", [("task", "within", "2024-10")]),
        ("Đợt cao điểm: 15/11 - 15/12/2024.", [("task", "within", "2024-12-15")]),
        ("Báo cáo Sở Y tế trước 25 hằng tháng.", [("report", "before", "FREQ=MONTHLY;BYMONTHDAY=25")]),
        ("Gửi số liệu về Phòng Kế hoạch tổng hợp vào thứ Sáu hằng tuần.", [("report", "every", "FREQ=WEEKLY")]),
        ("Định kỳ hàng tháng (trước ngày 25), hàng quý (trước ngày 25 tháng cuối quý) báo cáo Sở Y tế.", [("report", "before", "FREQ=MONTHLY;BYMONTHDAY=25"), ("report", "before", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25")]),
        ("Phấn đấu đến hết tháng 6/2024 có 80% hồ sơ được số hóa.", []),
        ("Từ ngày 15 đến ngày 20 hằng tháng, tổ chức thu gom.", [("task", "by", "FREQ=MONTHLY;BYMONTHDAY=20")]),
        ("Trình HĐND huyện tại kỳ họp cuối năm 2024.", [("task", "by", "2024")]),
        ("Tổ chức Diễn đàn trẻ em 02 năm một lần.", [("task", "every", "FREQ=YEARLY;INTERVAL=2")]),
        ("Mỗi năm một lần, tổ chức cuộc thi cho học sinh.", [("task", "every", "FREQ=YEARLY")]),
        ("Công khai nguồn vận động hằng quý trên trang thông tin điện tử.", [("task", "every", "FREQ=MONTHLY;INTERVAL=3")]),
        ("Hằng năm thanh tra, kiểm tra tối thiểu 20 cơ sở sản xuất.", [("task", "every", "FREQ=YEARLY")]),
        ("Hằng năm hỗ trợ ít nhất 20 hộ nghèo.", []),
        ("Vận động hằng năm trên 500 triệu đồng.", []),
        ("Phát sóng 24 chuyên đề “An toàn cho con” mỗi năm trên Báo tỉnh.", []),
        (
            "Lồng ghép trong báo cáo tháng (trước ngày 15), báo cáo quý (trước ngày 20) và báo cáo năm (trước ngày 10/11/2024).",
            [
                ("report", "before", "FREQ=MONTHLY;BYMONTHDAY=15"),
                ("report", "before", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"),
                ("report", "before", "2024-11-10"),
            ],
        ),
        ("Báo cáo ngay khi có dịch bệnh, chậm nhất 24 giờ.", [("task", "within", None)]),
        ("Cân đo trẻ mầm non 3 lần/năm học (tháng 9, 12 và tháng 3).", [("task", "every", f"FREQ=YEARLY;BYMONTH={month}") for month in (9, 12, 3)]),
        ("Tẩy giun 02 đợt/năm (đợt 1: tháng 4; đợt 2: tháng 10).", [("task", "every", f"FREQ=YEARLY;BYMONTH={month}") for month in (4, 10)]),
        ("Uống vitamin A hai đợt mỗi năm (tháng 6 và tháng 12), đạt trên 98%.", [("task", "every", f"FREQ=YEARLY;BYMONTH={month}") for month in (6, 12)]),
        ("Mỗi năm học 02 lần (tháng 9 và tháng 4) cân đo trẻ.", [("task", "every", f"FREQ=YEARLY;BYMONTH={month}") for month in (9, 4)]),
        ("Dạy bơi tại 20 trường trước khi kết thúc năm học 2022 - 2023.", [("task", "before", "2023")]),
        ("Sửa chữa trường lớp trước khi bước vào năm học mới 2024 - 2025.", [("task", "before", "2024")]),
        ("Lắp 45 biển cảnh báo trước mùa lũ năm 2026.", [("task", "before", "2026")]),
        ("Trao quà trước Tết Nguyên đán Ất Tỵ năm 2025.", [("task", "before", "2025")]),
        ("Cung ứng vitamin A chậm nhất 10 ngày trước mỗi đợt chiến dịch.", [("task", "by", None)]),
        ("Xây dựng điểm vui chơi trong năm 2025 và năm 2027.", [("task", "by", "2025"), ("task", "by", "2027")]),
        ("Khảo sát trẻ em vào các năm 2026, 2028 và 2030.", [("task", "by", year) for year in ("2026", "2028", "2030")]),
        ("Điều tra dinh dưỡng 30 cụm, thực hiện tháng 7, tháng 8 năm 2024.", [("task", "within", "2024-08")]),
        ("Tổ chức 04 hội nghị truyền thông (tháng 10 và tháng 11/2025).", [("task", "within", "2025-11")]),
        ("Tổ chức Lễ phát động (ngày 20/5/2024) và Hội thi (tháng 8).", [("task", "by", "2024-05-20"), ("task", "within", "2024-08")]),
        ("Tổ chức Hội thi cấp tỉnh, dự kiến trong tháng 6/2027.", [("task", "within", "2027-06")]),
        ("Cập nhật kết quả cân đo thực hiện tháng 6/2023.", []),
        ("Phát loa 02 tin, bài/tháng; riêng tháng cao điểm hè (tháng 6 - 8) 01 tin, bài/tuần.", []),
        ("Dự trù và tiếp nhận viên nang vitamin A trong tháng 4/2024.", [("task", "within", "2024-04")]),
        ("Lập dự trù chi tiết gửi Phòng Kế hoạch - Tài chính trước ngày 20/3/2024.", [("budget", "before", "2024-03-20")]),
        ("Các đơn vị thực hiện thanh, quyết toán trước ngày 15/01/2025.", [("task", "before", "2025-01-15")]),
        ("Quyết toán kinh phí, gửi Sở Tài chính trước ngày 15/01/2025.", [("budget", "before", "2025-01-15")]),
        ("Rà soát trẻ em sinh mới báo về UBND xã vào ngày 28 hàng tháng.", [("report", "by", "FREQ=MONTHLY;BYMONTHDAY=28")]),
        ("Điều tra dinh dưỡng hằng năm, công bố số liệu trong quý I năm sau.", [("task", "every", "FREQ=YEARLY"), ("task", "within", "FREQ=YEARLY;BYMONTH=3")]),
        ("Tuần thứ 2 tháng 5/2024 tổ chức lễ phát động; tháng 8 tổ chức hội thi.", [("task", "within", "2024-05"), ("task", "within", "2024-08")]),
        ("Tháng 6/2023 đạt 50% trẻ em.", []),
        ("Tổ chức hội thi giữa tháng 6/2024.", [("task", "by", "2024-06")]),
        ("Báo cáo nhanh trong ngày khi có vụ việc.", [("task", "within", None)]),
        ("Trước ngày khai giảng năm học mới, hoàn thành rà soát cơ sở vật chất.", [("task", "before", None)]),
        ("Hoàn thành trong 6 tháng đầu năm.", [("task", "within", "2024-06")]),
        ("Báo cáo kết quả 6 tháng đầu năm trước ngày 15/6.", [("report", "before", "2024-06-15")]),
        ("Lập dự toán trình HĐND xã vào kỳ họp cuối năm.", [("budget", "by", "2024")]),
        ("Trả lời công dân muộn nhất 05 ngày làm việc.", [("task", "within", None)]),
        ("Có mặt chậm nhất 7 giờ ngày 20/5/2024.", [("task", "by", "2024-05-20")]),
        ("Khai mạc: 07 giờ 30 phút ngày 30/5/2024 (thứ Năm).", [("task", "by", "2024-05-30")]),
        ("Cho trẻ uống vitamin A trong hai ngày 01 và 02/6/2024.", [("task", "within", "2024-06-02")]),
        ("Khám sức khỏe trong các ngày 03 và 05 tháng 6 năm 2024.", [("task", "by", "2024-06-03"), ("task", "by", "2024-06-05")]),
        ("Kết thúc năm 2024, Phòng Y tế báo cáo kết quả về Sở Y tế.", [("report", "by", "2024")]),
        ("Gửi dự trù kinh phí về Phòng Tài chính trước ngày 18/5/2024.", [("budget", "before", "2024-05-18")]),
        ("Kết quả gửi về Sở Y tế trước ngày 20/11/2024 để tổng hợp.", [("report", "before", "2024-11-20")]),
        ("Chuyển số liệu sang Sở Y tế trước ngày 20/11/2024.", [("report", "before", "2024-11-20")]),
    ],
)  # fmt: skip
def test_times_and_kinds(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _times(organisation(f"{_HEADED}- {line}").deadlines) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Xong trước 30/6", ("before", "2024-06-30")),
        ("30/6", ("by", "2024-06-30")),
        ("Tháng 12", ("within", "2024-12")),
        ("Tháng 3, 4, 5", ("within", "2024-05")),
        ("Tháng 4 - 5", ("within", "2024-05")),
        ("Quý II - III", ("within", "2024-09")),
        ("Quý IV", ("within", "2024-12")),
        ("Ngày 15 hằng tháng", ("by", "FREQ=MONTHLY;BYMONTHDAY=15")),
        ("Trước 30/6 hằng năm", ("before", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30")),
    ],
)
def test_cells_of_a_plan_for_one_year(cell: str, expected: tuple[str, str]) -> None:
    table = f"| TT | Nội dung công việc | Đơn vị chủ trì | Thời hạn hoàn thành |\n|---|---|---|---|\n| 1 | Kiểm tra | Phòng Y tế | {cell} |\n| 2 | Tập huấn | Phòng Y tế | Tháng 4/2024 |"
    first = plan(f"I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nII. PHÂN CÔNG NHIỆM VỤ\n{table}").deadlines[0]
    assert (first.relation, first.due or first.recurrence) == expected


@pytest.mark.parametrize(
    ("body", "actor", "recipient"),
    [
        (
            "1. Văn phòng HĐND và UBND tham mưu, trình Chủ tịch UBND huyện báo cáo Ban Thường vụ Huyện ủy trước ngày 10/12/2024.",
            "Văn phòng HĐND và UBND",
            "Ban Thường vụ Huyện ủy",
        ),
        (
            "1. Trường Tiểu học Lê Lợi lập danh sách trình Hội đồng trường trước ngày 05/9/2024.",
            "Trường Tiểu học Lê Lợi",
            "Hội đồng trường",
        ),
        (
            "1. Tỉnh hội Chữ thập đỏ: Gửi kết quả vận động về Sở Y tế trước ngày 05/9/2024.",
            "Tỉnh hội Chữ thập đỏ",
            "Sở Y tế",
        ),
        (
            "Đề nghị Ban Chấp hành các công đoàn cơ sở gửi báo cáo về Công đoàn ngành Giáo dục trước ngày 25/10/2024.",
            "Ban Chấp hành các công đoàn cơ sở",
            "Công đoàn ngành Giáo dục",
        ),
        ("1. Sở Y tế\n- Trước ngày 20/12/2024, các đơn vị cung cấp số liệu về Sở Y tế.", "các đơn vị", "Sở Y tế"),
        (
            "Các cơ quan, đơn vị được giao chủ trì nhiệm vụ tại Phụ lục kèm theo chuyển số liệu về Phòng Y tế trước ngày 15/11/2024.",
            "Các cơ quan, đơn vị được giao chủ trì nhiệm vụ tại Phụ lục kèm theo",
            "Phòng Y tế",
        ),
        ("Các cấp Hội Phụ nữ gửi báo cáo về Hội Phụ nữ huyện trước ngày 20/3/2024.", "Các cấp Hội Phụ nữ", "Hội Phụ nữ huyện"),
        ("Các cấp bộ Đoàn gửi báo cáo về Huyện đoàn trước ngày 20/3/2024.", "Các cấp bộ Đoàn", "Huyện đoàn"),
        ("Các trường chưa có nhân viên y tế đăng ký với Phòng Y tế trước ngày 30/9/2024.", "Các trường chưa có nhân viên y tế", "Phòng Y tế"),
        ("Các xã chưa đạt chuẩn phù hợp với trẻ em báo cáo Phòng Y tế trước ngày 30/9/2024.", "Các xã chưa đạt chuẩn phù hợp với trẻ em", "Phòng Y tế"),
        ("Các đơn vị không gửi báo cáo về Phòng Y tế trước ngày 30/9/2024.", "Các đơn vị", "Phòng Y tế"),
        ("Các xã có đông đồng bào dân tộc thiểu số báo cáo Phòng Dân tộc trước ngày 30/9/2024.", "Các xã có đông đồng bào dân tộc thiểu số", "Phòng Dân tộc"),
        ("Các cơ quan chủ trì nhiệm vụ tại Phụ lục lập dự toán gửi Phòng Tài chính trước ngày 31/7/2024.", "Các cơ quan chủ trì nhiệm vụ tại Phụ lục", "Phòng Tài chính"),
        ("Các cơ quan thực hiện nhiệm vụ tại Phụ lục và báo cáo Phòng Y tế trước ngày 30/9/2024.", "Các cơ quan", "Phòng Y tế"),
        ("Phó Thủ tướng Chính phủ Nguyễn Văn An yêu cầu Bộ Y tế báo cáo Thủ tướng Chính phủ trước ngày 30/9/2024.", "Bộ Y tế", "Thủ tướng Chính phủ"),
        ("Kết thúc năm 2024, Chính phủ báo cáo Quốc hội kết quả thực hiện.", "Chính phủ", "Quốc hội"),
        (
            "1. Phòng Y tế\n- Khi xảy ra tai nạn, các trường phải thông báo ngay cho gia đình, gửi thông tin vụ việc về Phòng Y tế trong vòng 02 ngày kể từ ngày xảy ra.",
            "các trường",
            "Phòng Y tế",
        ),
        ("1. Công an huyện\n- Chuyển hồ sơ sang Viện kiểm sát nhân dân huyện trước ngày 15/11/2024.", "Công an huyện", "Viện kiểm sát nhân dân huyện"),
    ],
)  # fmt: skip
def test_who_acts_and_who_receives(body: str, actor: str, recipient: str) -> None:
    assert [(d.actor, d.recipient) for d in organisation(body).deadlines] == [(actor, recipient)]


@pytest.mark.parametrize(
    ("line", "recipient"),
    [
        ("Trình Thủ tướng Chính phủ trong quý I/2024.", "Thủ tướng Chính phủ"),
        ("Tổng hợp báo cáo Trung ương Hội trước ngày 05/12/2024.", "Trung ương Hội"),
        ("Báo cáo Hội cấp trên trước ngày 05/12/2024.", "Hội cấp trên"),
        ("Thông báo ngay Phòng Lao động trong vòng 12 giờ kể từ khi tiếp nhận.", "Phòng Lao động"),
        ("Rà soát để tổng hợp gửi Sở Giáo dục và Đào tạo trước ngày 15/6/2024.", "Sở Giáo dục và Đào tạo"),
        ("Bàn giao học sinh về địa phương trước ngày 31/5/2024.", None),
        ("Thông tin lại cho cơ quan chuyển tin trong vòng 12 giờ kể từ khi tiếp nhận.", None),
        ("Thông báo cho UBND xã hoặc Công an xã trong vòng 12 giờ.", "UBND xã hoặc Công an xã"),
    ],
)
def test_receivers(line: str, recipient: str | None) -> None:
    assert [d.recipient for d in organisation(f"{_HEADED}- {line}").deadlines] == [recipient]


def test_whom_the_receiver_tells_receives_nothing() -> None:
    line = "Báo cáo kết quả về Phòng Lao động 6 tháng (trước ngày 15/6), năm (trước ngày 01/12) để tổng hợp, báo cáo UBND huyện."
    assert [d.recipient for d in organisation(f"{_HEADED}- {line}").deadlines] == ["Phòng Lao động"] * 2


def test_who_acts_in_the_first_clause_acts_in_those_behind_it() -> None:
    body = "1. Bệnh viện Đa khoa tỉnh, Trung tâm Y tế các huyện\n- Trung tâm Y tế các huyện chủ trì tập huấn; báo cáo số liệu trước ngày 05 hằng tháng."
    assert [d.actor for d in organisation(body).deadlines] == ["Trung tâm Y tế các huyện"]


def test_a_first_and_a_last_day_are_one_deadline() -> None:
    found = organisation(f"{_HEADED}- Bắt đầu từ ngày 06/9/2024; kết thúc trước ngày 18/01/2025.").deadlines
    assert [(d.relation, d.start_date, d.due) for d in found] == [("before", "2024-09-06", "2025-01-18")]


def test_months_one_after_the_other_are_one_span() -> None:
    found = organisation(f"{_HEADED}- Tập huấn cán bộ.\n- Thời gian: Tháng 11, 12/2024 và bổ sung hằng năm.").deadlines
    assert [(d.start_date, d.due or d.recurrence) for d in found] == [("2024-11", "2024-12"), (None, "FREQ=YEARLY")]


def test_a_sentence_that_sets_a_part_apart_belongs_to_the_one_before() -> None:
    line = "Tựu trường các cấp học: Ngày 26/8/2024 (thứ Hai). Riêng lớp 1 tựu trường ngày 19/8/2024."
    found = organisation(f"{_HEADED}- {line}").deadlines
    assert [(d.due, d.quote) for d in found] == [("2024-08-26", line), ("2024-08-19", line)]


@pytest.mark.parametrize(
    ("first", "apart", "kind", "actor"),
    [
        ("Các phòng lập dự toán gửi Phòng Tài chính trước ngày 31/7 hằng năm.", "Riêng năm 2024, gửi trước 15/9/2024.", "budget", "Các phòng"),
        ("Các xã báo cáo Phòng Tài chính trước ngày 10/12/2024.", "Riêng xã biên giới, gửi chậm nhất ngày 15/12/2024.", "report", "Các xã"),
        ("Các phòng lập dự toán gửi Phòng Tài chính trước ngày 31/7/2024.", "Riêng kinh phí bổ sung, các đơn vị gửi trước ngày 20/11/2024.", "budget", "các đơn vị"),
    ],
)  # fmt: skip
def test_a_sentence_set_off_by_a_comma_stands_for_itself_and_leaves_the_rest_unsaid(
    first: str, apart: str, kind: str, actor: str
) -> None:
    found = organisation(f"{first} {apart}").deadlines
    assert [d.quote for d in found] == [first, apart]
    assert (found[1].kind, found[1].actor, found[1].recipient) == (kind, actor, "Phòng Tài chính")


def test_a_bracket_behind_a_heading_charges_the_items_below_it() -> None:
    body = "I. MỤC TIÊU\n1. Giảm tai nạn.\nII. NỘI DUNG\n1. Thăm hỏi (Hội Phụ nữ huyện chủ trì, phối hợp với Phòng Y tế)\n- Thăm trẻ em vào ngày 01/6/2024.\n2. Tập huấn\n- Mở lớp vào ngày 02/6/2024."
    assert [d.actor for d in plan(body).deadlines] == ["Hội Phụ nữ huyện", None]


def test_an_event_of_a_theme_month_has_its_day_and_the_month_none() -> None:
    body = """I. CHỦ ĐỀ, THÔNG ĐIỆP
1. Thời gian: Từ ngày 01/6/2024 đến hết ngày 30/6/2024.
II. NỘI DUNG
1. Lễ phát động Tháng hành động vì trẻ em
- Thời gian: 07 giờ 30 phút ngày 30/5/2024 (thứ Năm).
2. Hưởng ứng Tháng hành động vì trẻ em
- Thời gian: ngày 01/6/2024."""
    assert [d.due for d in plan(body).deadlines] == ["2024-05-30"]


def test_a_task_that_is_more_than_the_theme_month_has_its_time() -> None:
    tasks = "1. Truyền thông\na) Phát động Tháng hành động vì trẻ em; nói chuyện chuyên đề tại 06 trường.\n- Thời gian: Tháng 5, tháng 6 hằng năm."
    found = plan(f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. NỘI DUNG\n{tasks}").deadlines
    assert [(d.relation, d.recurrence) for d in found] == [
        ("within", f"FREQ=YEARLY;BYMONTH={month}") for month in (5, 6)
    ]


@pytest.mark.parametrize(
    ("aim", "expected"),
    [
        ("78/78 Hội LHPN xã, phường xây dựng kế hoạch trước ngày 30/10/2024.", [("before", "2024-10-30", "Hội LHPN xã, phường")]),
        ("100% tổ chức cơ sở đảng tổ chức học tập Chỉ thị, hoàn thành trong quý III/2024.", [("within", "2024-09", "tổ chức cơ sở đảng")]),
        ("Tất cả các trường học ký cam kết với Công an xã trước ngày 15/9/2024.", [("before", "2024-09-15", "các trường học")]),
        ("12/12 xã kiện toàn Ban Bảo vệ trẻ em, xong trước tháng 6/2024.", [("before", "2024-06", "xã")]),
        ("100% xã, phường được tập huấn trước ngày 30/6/2024.", []),
        ("100% trường học có nhà vệ sinh trước tháng 12/2024.", []),
        ("100% trẻ em được cấp thẻ trước ngày 31/12/2024.", []),
        ("12/12 xã xây dựng điểm vui chơi vào năm 2025.", []),
    ],
)  # fmt: skip
def test_an_aim_that_tells_all_offices_to_do_something_is_a_deadline_too(
    aim: str, expected: list[tuple[str, str, str]]
) -> None:
    found = plan(f"I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- {aim}").deadlines
    assert [(d.relation, d.due, d.actor) for d in found] == expected


def test_a_sentence_that_sums_up_is_nobodys_of_those_before_it() -> None:
    body = "II. CHẾ ĐỘ BÁO CÁO\nCác ngành báo cáo UBND xã trước ngày 05/6/2024. Tổ chức sơ kết vào tháng 12/2025."
    found = plan(f"I. MỤC TIÊU\n1. Giảm tai nạn.\n{body}").deadlines
    assert [(d.due, d.actor) for d in found] == [("2024-06-05", "Các ngành"), ("2025-12", None)]


def test_the_last_of_several_reports_says_to_whom_all_go() -> None:
    body = "Các đơn vị báo cáo 6 tháng trước ngày 10/6/2024; báo cáo năm trước ngày 10/12/2024 về UBND huyện."
    assert [d.recipient for d in organisation(body).deadlines] == ["UBND huyện", "UBND huyện"]


def test_a_task_before_a_report_has_no_receiver() -> None:
    body = f"{_HEADED}- Ban hành hướng dẫn trong tháng 3/2024, báo cáo UBND huyện trước ngày 30/3/2024."
    assert [d.recipient for d in organisation(body).deadlines] == [None, "UBND huyện"]


def test_a_key_behind_its_task_is_quoted_with_it() -> None:
    body = f"{_HEADED}- Xây dựng tài liệu truyền thông. Hoàn thành: tháng 10/2024."
    assert organisation(body).deadlines[0].quote == "Xây dựng tài liệu truyền thông. Hoàn thành: tháng 10/2024."


def test_a_line_of_time_in_a_section_on_reports_is_a_report() -> None:
    body = "I. NHIỆM VỤ\n1. Tuyên truyền.\nII. CHẾ ĐỘ BÁO CÁO\n- Thời hạn: trước ngày 15/12/2024."
    assert [d.kind for d in plan(body).deadlines] == ["report"]


def _unread(body: str) -> list[str]:
    return [warning.code for warning in plan(body).warnings if warning.code == "deadline-not-understood"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [("0,5 ngày", False), ("07 ngày làm việc", False), ("QT.GĐ.01", False), ("Mùa mưa 2024", True)],
)
def test_a_cell_that_says_how_long_is_no_time_that_was_not_understood(cell: str, told: bool) -> None:
    table = f"| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Kiểm tra | Phòng Y tế | {cell} |\n| 2 | Tập huấn | Phòng Y tế | Tháng 4/2024 |"
    assert bool(_unread(f"I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\nII. PHÂN CÔNG NHIỆM VỤ\n{table}")) is told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hết thời hạn 100 ngày, tổng hợp kết quả.", False),
        ("Rà soát trẻ em trước 5 tuổi.", False),
        ("Báo cáo nhanh trước 19h00 hằng ngày.", True),
        ("Gửi hồ sơ trước ngày 31 của kỳ đó.", True),
    ],
)
def test_only_what_may_set_a_time_is_told(sentence: str, told: bool) -> None:
    assert bool(_unread(f"I. NHIỆM VỤ\n1. {sentence}\n2. Tuyên truyền.")) is told


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("UBND huyện đã giao Phòng Y tế báo cáo trước ngày 30/11/2023.", []),
        ("UBND huyện đã giao Phòng Y tế báo cáo trước ngày 30/11/2024.", ["2024-11-30"]),
        ("Phòng Y tế báo cáo bổ sung trước ngày 30/11/2023.", ["2023-11-30"]),
    ],
)
def test_a_day_of_an_earlier_order_that_is_over_binds_no_one(line: str, due: list[str]) -> None:
    assert [d.due for d in organisation(f"{_HEADED}- {line}").deadlines] == due


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hằng tháng có báo cáo nhanh, 3 tháng một lần có báo cáo định kỳ gửi về Sở Y tế.", [("report", "every", "FREQ=MONTHLY"), ("report", "every", "FREQ=MONTHLY;INTERVAL=3")]),
        ("Bố trí kinh phí cho công tác kiểm tra từ nguồn chi thường xuyên được giao bổ sung hằng năm cho Phòng.", []),
        ("Tựu trường: Khối 9 và Khối 5 ngày 22/8/2026; Khối 6, 7 ngày 28/8/2026.", [("task", "by", "2026-08-22"), ("task", "by", "2026-08-28")]),
        ("Phạm vi: trường có quyết định thành lập ngày 12/5/2023.", []),
        ("Sơ kết vào cuối năm 2025 và tổng kết việc thực hiện mô hình điểm vào cuối năm 2030.", [("task", "by", "2025"), ("task", "by", "2030")]),
        ("Tổng kết giai đoạn 2023-2025 vào năm 2025; giai đoạn 2026-2030 vào năm 2030.", [("task", "by", "2025"), ("task", "by", "2030")]),
        ("Trong năm 2026, các trường phải hoàn thành sửa chữa.", [("task", "within", "2026")]),
        ("Trong năm 2026, tập huấn cho 120 cán bộ.", []),
        ("Ban hành các văn bản hướng dẫn của huyện (trong năm 2025).", [("task", "within", "2025")]),
        ("Danh sách các trường đã báo cáo (trong năm 2022).", []),
    ],
)  # fmt: skip
def test_periods_and_years_that_a_clause_is_bound_to(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _times(plan(f"II. NHIỆM VỤ\n1. Các nội dung\n- {line}").deadlines) == expected


def test_two_quarters_over_new_year_are_one_span() -> None:
    (found,) = plan("II. NHIỆM VỤ\n1. Các nội dung\n- Kiểm tra các trường (Quý IV/2025, Quý I/2026).").deadlines
    assert (found.start_date, found.due) == ("2025-10", "2026-03")


def test_a_line_of_periods_may_end_with_others_that_nobody_counts() -> None:
    body = "II. NHIỆM VỤ\n1. Kiểm tra các trường\n- Đơn vị thực hiện: Phòng Y tế.\n- Thời gian thực hiện: 6 tháng, hằng năm và đột xuất."
    assert [one.recurrence for one in plan(body).deadlines] == ["FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"]


def test_reports_said_to_be_periodic_come_every_year() -> None:
    found = organisation("1. UBND các xã\n- Báo cáo định kỳ trước ngày 08 tháng 6 và ngày 25 tháng 11.").deadlines
    assert [one.recurrence for one in found] == [
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=8",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25",
    ]


def test_money_given_every_year_is_no_deadline() -> None:
    lines = "1. Sở Y tế\n- Nguồn chi sự nghiệp y tế được giao hằng năm.\n- Hằng năm, thẩm định dự toán."
    assert [one.quote for one in organisation(lines).deadlines] == ["Hằng năm, thẩm định dự toán."]


@pytest.mark.parametrize(
    ("line", "kind", "recipient"),
    [
        ("Hằng quý thông báo cho Phòng Tư pháp số vụ việc bạo lực trẻ em.", "report", "Phòng Tư pháp"),
        ("Định kỳ 6 tháng cung cấp cho Hội Phụ nữ huyện tình hình, số liệu tội phạm.", "report", "Hội Phụ nữ huyện"),
        ("Hằng tháng nghe trạm y tế báo cáo tình hình trẻ suy dinh dưỡng.", "task", None),
        ("Định kỳ 6 tháng nghe báo cáo về công tác trẻ em.", "task", None),
        ("Phản ánh vướng mắc về Sở Y tế trước ngày 25 hằng tháng để tổng hợp, báo cáo UBND tỉnh.", "task", "Sở Y tế"),
        ("Hồ sơ chuyển cơ quan điều tra chậm nhất 02 ngày làm việc kể từ khi tiếp nhận.", "task", "cơ quan điều tra"),
        ("Hằng tháng trao đổi danh sách với Phòng Văn hóa - Xã hội.", "task", "Phòng Văn hóa - Xã hội"),
        (
            "Thông báo cho cơ quan công an và cơ quan lao động - thương binh và xã hội trong vòng 24 giờ kể từ khi tiếp nhận.",
            "task",
            "cơ quan công an và cơ quan lao động - thương binh và xã hội",
        ),
        ("Báo cáo năm trước ngày 05/11 hằng năm về cơ quan chủ quản ngành dọc cấp trên.", "report", "cơ quan chủ quản ngành dọc cấp trên"),
        ("Lập dự toán gửi cơ quan tài chính cùng cấp trước ngày 15 tháng 7 hằng năm.", "budget", "cơ quan tài chính cùng cấp"),
        ("Tổng hợp, trình Lãnh đạo Sở báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2024.", "report", "Ủy ban nhân dân tỉnh"),
        ("Tổng hợp báo cáo Trung ương Hội, Tỉnh ủy trước ngày 15/6/2024.", "report", "Trung ương Hội, Tỉnh ủy"),
        ("Tham mưu báo cáo Phòng Nội vụ huyện 6 tháng trước ngày 10/6/2024.", "report", "Phòng Nội vụ huyện"),
    ],
)  # fmt: skip
def test_what_is_told_and_to_whom(line: str, kind: str, recipient: str | None) -> None:
    assert [(d.kind, d.recipient) for d in organisation(f"{_HEADED}- {line}").deadlines] == [(kind, recipient)]


def test_a_line_of_keys_is_quoted_by_the_sentence_that_says_when() -> None:
    body = "II. NHIỆM VỤ\n1. Truyền thông\n- Lập kế hoạch truyền thông.\nĐơn vị chủ trì: Phòng Y tế. Thời gian: xong trong quý II/2024."
    assert [(d.quote, d.actor) for d in plan(body).deadlines] == [("Thời gian: xong trong quý II/2024.", "Phòng Y tế")]


def test_a_sentence_that_only_says_by_when_belongs_to_the_one_before() -> None:
    found = organisation(f"{_HEADED}- Kiện toàn tổ công tác. Hoàn thành trước ngày 15/4/2024.").deadlines
    assert [d.quote for d in found] == ["Kiện toàn tổ công tác. Hoàn thành trước ngày 15/4/2024."]
