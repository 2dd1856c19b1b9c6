"""Deadlines: what is due, from whom, to whom; times that bind no one."""

from __future__ import annotations

import pytest

from extract.records import Deadline
from tests.plans import organisation, plan


def found(body: str) -> list[tuple[str, str | None, str | None]]:
    return [(d.kind, d.due or d.recurrence, d.actor) for d in organisation(body).deadlines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "1. Phòng Y tế\n- Báo cáo kết quả thực hiện gửi Ủy ban nhân dân huyện trước ngày 20/11/2024.",
            [("report", "2024-11-20", "Phòng Y tế")],
        ),
        (
            "1. Phòng Tài chính - Kế hoạch\n- Hằng năm, thẩm định dự toán kinh phí của các đơn vị.",
            [("budget", "FREQ=YEARLY", "Phòng Tài chính - Kế hoạch")],
        ),
        (
            "1. Ủy ban nhân dân các xã\n- Xây dựng kế hoạch của địa phương, hoàn thành trước ngày 31/3/2024.",
            [("task", "2024-03-31", "Ủy ban nhân dân các xã")],
        ),
        (
            "1. Công an huyện: Định kỳ 6 tháng, hằng năm báo cáo kết quả về Phòng Y tế.",
            [("report", "FREQ=MONTHLY;INTERVAL=6", "Công an huyện"), ("report", "FREQ=YEARLY", "Công an huyện")],
        ),
        (
            "1. Phòng Y tế\n- Báo cáo định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12).",
            [
                ("report", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "Phòng Y tế"),
                ("report", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "Phòng Y tế"),
            ],
        ),
        (
            "1. Phòng Y tế\n- Chậm nhất ngày 05 hằng tháng gửi số liệu về Phòng Y tế.",
            [("report", "FREQ=MONTHLY;BYMONTHDAY=5", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế\n- Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12.",
            [
                ("report", "2024-06-10", "Phòng Y tế"),
                ("report", "2024-12-10", "Phòng Y tế"),
            ],
        ),
        (
            "1. Phòng Y tế\n- Gửi báo cáo chậm nhất là ngày 25/5 (đối với báo cáo 6 tháng) và ngày 25/11 (đối với báo cáo năm).",
            [
                ("report", "2024-05-25", "Phòng Y tế"),
                ("report", "2024-11-25", "Phòng Y tế"),
            ],
        ),
        (
            "1. Phòng Y tế\n- 6 tháng, 1 năm báo cáo kết quả về Ủy ban nhân dân huyện.",
            [("report", "FREQ=MONTHLY;INTERVAL=6", "Phòng Y tế"), ("report", "FREQ=YEARLY", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế\n- Thực hiện từ ngày 01/6/2024 đến ngày 31/8/2024.",
            [("task", "2024-08-31", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế\n- Hoàn thành việc cấp thẻ trong 6 tháng đầu năm 2024.",
            [("task", "2024-06", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế\n- Hằng tháng, thống kê số vụ xâm hại gửi Công an huyện.",
            [("report", "FREQ=MONTHLY", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế\n- Hướng dẫn biểu mẫu thống kê, gửi các xã trước ngày 31/5/2024.",
            [("task", "2024-05-31", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế\n- Báo cáo kết quả trước ngày 30/4/2024; hoàn thành chương trình tập huấn trước ngày 31/5/2024.",
            [("report", "2024-04-30", "Phòng Y tế"), ("task", "2024-05-31", "Phòng Y tế")],
        ),
        (
            "Đoàn kiểm tra, giám sát của huyện tổ chức kiểm tra trong quý III/2024.",
            [("task", "2024-09", "Đoàn kiểm tra, giám sát của huyện")],
        ),
        ("1. Phòng Y tế\n- Tham mưu tổ chức Tháng hành động vì trẻ em hằng năm.", []),
        ("1. Phòng Y tế\n- Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021.", []),
        ("1. Phòng Y tế\n- Lồng ghép vào kế hoạch phát triển kinh tế - xã hội hằng năm.", []),
        (
            "1. Phòng Y tế\n- Báo cáo giữa kỳ (năm 2028) và báo cáo tổng kết (quý IV/2030), gửi Ủy ban nhân dân huyện.",
            [("report", "2028", "Phòng Y tế"), ("report", "2030-12", "Phòng Y tế")],
        ),
        ("1. Phòng Y tế\n- Tổng kết Kế hoạch (tháng 11/2030).", [("task", "2030-11", "Phòng Y tế")]),
        ("1. Phòng Y tế\n- Đưa kết quả vào nội dung đánh giá, phân loại cán bộ hằng năm.", []),
        ("1. Phòng Y tế\n- Lấy kết quả làm tiêu chí xếp loại thi đua hằng năm của đơn vị.", []),
        ("1. Phòng Y tế\n- Tuyên truyền thông qua các đợt cao điểm hằng năm, gồm: ngày hội đọc sách.", []),
        ("1. Phòng Y tế\n- Đánh giá kết quả thực hiện hằng năm.", [("task", "FREQ=YEARLY", "Phòng Y tế")]),
        (
            "1. Ủy ban nhân dân các xã\n- Cân đối, bố trí kinh phí ngân sách địa phương hằng năm bảo đảm thực hiện.",
            [("budget", "FREQ=YEARLY", "Ủy ban nhân dân các xã")],
        ),
        ("1. Phòng Y tế\n- Bố trí kinh phí trong dự toán ngân sách hằng năm.", []),
        ("1. Phòng Y tế\n- Tổ chức 02 hội nghị mỗi năm.", []),
        (
            "1. Phòng Y tế\n- Tổ chức kiểm tra vào tháng 8/2026 và tháng 8/2027.",
            [("task", "2026-08", "Phòng Y tế"), ("task", "2027-08", "Phòng Y tế")],
        ),
        (
            "1. Phòng Y tế, Huyện đoàn, Hội Nông dân huyện\n- Huyện đoàn chủ trì tổ chức diễn đàn trước ngày 15/6/2024.",
            [("task", "2024-06-15", "Huyện đoàn")],
        ),
        (
            "1. Phòng Tài chính\n- Thẩm định dự toán do các đơn vị lập gửi trước ngày 15/7 hằng năm.",
            [("budget", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=15", "các đơn vị")],
        ),
        (
            "1. Phòng Tài chính\n- Thẩm định dự toán của các đơn vị gửi trước ngày 15/7/2024.",
            [("budget", "2024-07-15", "các đơn vị")],
        ),
        (
            "1. Phòng Y tế\n- Cân đo trẻ em.\nYêu cầu các bộ phận, đơn vị gửi báo cáo về Phòng Y tế trước ngày 15/12/2024.",
            [("report", "2024-12-15", "các bộ phận, đơn vị")],
        ),
        (
            "1. Phòng Y tế\n- 06 tháng, hằng năm báo cáo kết quả về Sở Y tế.",
            [("report", "FREQ=MONTHLY;INTERVAL=6", "Phòng Y tế"), ("report", "FREQ=YEARLY", "Phòng Y tế")],
        ),
        # a plan for one year (2024)
        (
            "1. Phòng Y tế\n- Nộp danh sách trước ngày 10/6 và ngày 10/11.",
            [("task", "2024-06-10", "Phòng Y tế"), ("task", "2024-11-10", "Phòng Y tế")],
        ),
        ("1. Phòng Y tế\n- Hoàn thành rà soát trong quý II.", [("task", "2024-06", "Phòng Y tế")]),
        (
            "1. Phòng Y tế\n- Báo cáo sở trước ngày 10/6 hằng năm.",
            [("report", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", "Phòng Y tế")],
        ),
        ("1. Phòng Y tế\n- Tuyên truyền nhân ngày 01/6.", []),
        ("1. Phòng Y tế\n- Lấy mức độ hoàn thành nhiệm vụ để đánh giá thi đua năm 2026.", []),
    ],
)
def test_deadlines(body: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert found(body) == expected


def one(body: str) -> Deadline:
    (deadline,) = organisation(body).deadlines
    return deadline


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        ("Báo cáo kết quả gửi về Phòng Y tế trước ngày 15/12/2024.", "Phòng Y tế"),
        ("Trước ngày 15/12/2024 báo cáo Ủy ban nhân dân huyện kết quả thực hiện.", "Ủy ban nhân dân huyện"),
        ("Báo cáo kết quả thực hiện trước ngày 15/12/2024.", None),
        ("Báo cáo kết quả thực hiện về Phòng Y tế trước ngày 15/12/2024.", "Phòng Y tế"),
        (
            "Định kỳ hằng năm, báo cáo kết quả về Sở Y tế, đồng gửi Ủy ban nhân dân huyện theo dõi.",
            "Sở Y tế",
        ),
        ("Hằng tháng trao đổi thông tin với Phòng Y tế.", "Phòng Y tế"),
        ("Báo cáo Ban Giám đốc kết quả trước ngày 15/7/2024.", "Ban Giám đốc"),
        ("Trình Giám đốc phê duyệt trước ngày 15/7/2024.", "Giám đốc"),
        ("Thông báo cho cơ quan công an nơi xảy ra vụ việc trong vòng 12 giờ.", "cơ quan công an nơi xảy ra vụ việc"),
        ("Báo cáo kết quả về Văn phòng Sở trước ngày 14/4/2024 để tổng hợp, báo cáo Sở Tư pháp.", "Văn phòng Sở"),
        ("Gửi kế hoạch của đơn vị mình về Phòng Y tế trong 10 ngày kể từ ngày ký.", "Phòng Y tế"),
        ("Nộp hồ sơ đề nghị hỗ trợ đến Phòng Y tế trước ngày 15/6/2027.", "Phòng Y tế"),
        ("Hỗ trợ chuyển giao công nghệ cao cho doanh nghiệp, hợp tác xã trước ngày 15/12/2027.", None),
        ("Hằng năm cung cấp dịch vụ tư vấn cho các cơ sở giáo dục.", None),
        ("Biên soạn tài liệu cho Phòng Y tế trước ngày 15/12/2024.", None),
        ("Hằng tháng, thông báo các vụ việc cho Phòng Y tế.", "Phòng Y tế"),
        ("Báo cáo Văn phòng Hội LHPN tỉnh kết quả trước ngày 15/12/2024.", "Văn phòng Hội LHPN tỉnh"),
        (
            "Báo cáo Ủy ban nhân dân huyện (qua Phòng Y tế) kết quả thực hiện trước ngày 15/12/2024.",
            "Ủy ban nhân dân huyện",
        ),
    ],
)
def test_recipients(sentence: str, recipient: str | None) -> None:
    assert one(f"1. Công an huyện\n- {sentence}").recipient == recipient


def test_working_together_with_someone_is_no_delivery_to_him() -> None:
    body = "1. Công an huyện\n- Chủ trì, phối hợp với Phòng Y tế hoàn thành việc rà soát trước ngày 15/12/2024."
    assert one(body).recipient is None


def test_a_verb_that_looks_like_an_agency_is_no_actor() -> None:
    plan_ = plan("I. NHIỆM VỤ\n1. Truyền thông\n- Tổ chức đoàn kiểm tra liên ngành trong quý II/2024.")
    (deadline,) = plan_.deadlines
    assert (deadline.actor, deadline.start_date, deadline.due) == (None, "2024-04", "2024-06")


def test_the_subject_runs_to_its_verb() -> None:
    body = """I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn.
II. CHẾ ĐỘ BÁO CÁO
Các cơ quan, đơn vị được phân công chủ trì chỉ tiêu báo cáo kết quả về Phòng Y tế trước ngày 15/12/2024."""
    (deadline,) = plan(body).deadlines
    assert deadline.actor == "Các cơ quan, đơn vị được phân công chủ trì chỉ tiêu"


def test_a_ceremony_with_a_day_of_its_own_is_due_and_a_theme_month_is_not() -> None:
    ceremony = "1. Phòng Y tế\n- Tổ chức Lễ phát động Tháng hành động vì trẻ em vào ngày 29/5/2024."
    assert found(ceremony) == [("task", "2024-05-29", "Phòng Y tế")]
    assert found("1. Phòng Y tế\n- Hưởng ứng Tháng hành động vì trẻ em vào tháng 6/2024.") == []


def test_a_table_of_tasks_with_times() -> None:
    body = """1. Công việc
| TT | Nội dung công việc | Cơ quan chủ trì | Thời gian |
| --- | --- | --- | --- |
| 1 | Rà soát trẻ em có hoàn cảnh đặc biệt | Phòng Y tế | Quý II/2024 |"""
    deadline = one(body)
    assert (deadline.kind, deadline.start_date, deadline.due, deadline.actor) == (
        "task",
        "2024-04",
        "2024-06",
        "Phòng Y tế",
    )


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        (
            "Báo cáo định kỳ: các phòng, ban và UBND các xã báo cáo trước ngày 15/6/2024.",
            "các phòng, ban và UBND các xã",
        ),
        ("Đối với kinh phí năm 2025, các cơ quan, đơn vị gửi dự toán trước ngày 15/6/2024.", "các cơ quan, đơn vị"),
        ("UBND huyện yêu cầu các phòng, ban báo cáo trước ngày 15/6/2024.", "các phòng, ban"),
        (
            "Các đơn vị được giao chủ trì các mục tiêu, chỉ tiêu tại Mục III báo cáo trước ngày 15/6/2024.",
            "Các đơn vị được giao chủ trì các mục tiêu, chỉ tiêu tại Mục III",
        ),
        ("Rà soát, thống kê, Phòng Y tế tổng hợp trước ngày 15/6/2024.", None),
    ],
)
def test_the_subject_stands_behind_what_opens_the_sentence(sentence: str, actor: str | None) -> None:
    (deadline,) = plan(f"I. MỤC TIÊU\n1. Giảm tai nạn.\nII. CHẾ ĐỘ BÁO CÁO\n1. {sentence}").deadlines
    assert deadline.actor == actor


def test_an_item_does_not_inherit_who_reports_from_the_item_beside_it() -> None:
    body = """I. MỤC TIÊU
1. Giảm tai nạn.
II. CHẾ ĐỘ BÁO CÁO
- Thủ trưởng các cơ quan báo cáo kết quả về Phòng Y tế.
- Tổng hợp báo cáo UBND huyện trước ngày 20/11/2024."""
    (deadline,) = plan(body).deadlines
    assert (deadline.actor, deadline.recipient) == (None, "UBND huyện")


def test_a_day_that_does_not_exist_is_a_warning() -> None:
    found_ = organisation("1. Phòng Y tế\n- Báo cáo kết quả chậm nhất ngày 31/9/2024.")
    assert [(d.due, d.actor) for d in found_.deadlines] == [(None, "Phòng Y tế")]
    assert "date-does-not-exist" in {warning.code for warning in found_.warnings}


@pytest.mark.parametrize(
    "sentence",
    [
        "Thời gian chốt số liệu báo cáo năm: tính từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 12 của năm báo cáo.",
        "Số liệu tính từ ngày 15/12/2023 đến ngày 14/12/2024.",
        "Thời gian báo cáo định kỳ hằng năm tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 12 của kỳ báo cáo.",
        "Kỳ báo cáo năm: từ ngày 15/12 năm trước đến ngày 14/12 của năm báo cáo.",
    ],
)
def test_the_period_that_figures_cover_is_no_deadline(sentence: str) -> None:
    assert found(f"1. Phòng Y tế\n- {sentence}") == []


def test_a_time_among_the_objectives_is_one_where_its_line_says_so() -> None:
    body = "I. MỤC TIÊU\n- Thời gian: Từ ngày 15/11/2024 đến ngày 15/12/2024.\nII. NHIỆM VỤ\n1. Tuyên truyền."
    assert [(d.start_date, d.due) for d in plan(body).deadlines] == [("2024-11-15", "2024-12-15")]


@pytest.mark.parametrize(
    ("words", "relation", "start", "due", "recurrence"),
    [
        ("Tổng kết vào quý I năm 2028", "by", None, "2028-03", None),
        ("Tổng kết trong quý I năm 2028", "within", "2028-01", "2028-03", None),
        ("Mở lớp dạy bơi trong tháng 6 - 8 hằng năm", "within", None, None, "FREQ=YEARLY;BYMONTH=8"),
        ("Hằng năm, từ tháng 6 đến tháng 8 kiểm tra hồ bơi", "within", None, None, "FREQ=YEARLY;BYMONTH=8"),
        ("Chuyển tin báo trong vòng 24 giờ", "within", None, None, None),
        ("Sửa chữa lớp học trước khi khai giảng năm học mới", "before", None, None, None),
    ],
)
def test_how_a_time_binds(
    words: str, relation: str, start: str | None, due: str | None, recurrence: str | None
) -> None:
    deadline = one(f"1. Phòng Y tế\n- {words}.")
    assert (deadline.relation, deadline.start_date, deadline.due, deadline.recurrence) == (
        relation,
        start,
        due,
        recurrence,
    )
