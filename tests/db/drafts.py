"""Pairs of drafts and plans for tests of what is one plan; invented, but for a written plan of `tests/data`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.conftest import ROOT

WRITTEN = (ROOT / "tests/data/written/van-chan-kh-ubnd-2023.txt").read_text(encoding="utf-8")

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN VĂN CHẤN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/KH-UBND
Văn Chấn, ngày {day} năm {year}
KẾ HOẠCH
{title}
Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện Văn Chấn, tỉnh Yên Bái ban hành Kế hoạch như sau:
"""
CLOSE = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""
_SUBJECTS = {
    "đuối nước": ("Phòng, chống đuối nước cho trẻ em", "60% trẻ em từ 6 tuổi biết bơi vào năm 2025"),
    "dinh dưỡng": (
        "Cải thiện dinh dưỡng trẻ em",
        "Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống còn 15% vào năm 2025",
    ),
}


def draft(subject: str, *, year: int = 2023) -> str:
    """A short draft without number, of a subject; all have a sentence in common that cannot be true."""
    title, target = _SUBJECTS[subject]
    goals = f"I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- {target}.\n- 110% số xã có điểm vui chơi cho trẻ em vào năm 2025.\n"
    return HEAD.format(number="", day="   tháng   ", year=year, title=f"{title} năm {year}") + goals + CLOSE


def plan(*, number: str, day: str = "14 tháng 02", title: str = "", drop: int = 0, year: int = 2023) -> str:
    """The written plan with another number, day, title or year; `drop` leaves out every so-manieth paragraph behind the head."""
    text = WRITTEN.replace("Số: 34/KH-UBND", f"Số: {number}/KH-UBND")
    text = text.replace(
        "ngày 14 tháng 02 năm 2023", f"ngày {day} năm {year}" if number else "ngày    tháng    năm 2023"
    )
    if title:
        text = text.replace("Thực hiện công tác bảo vệ, chăm sóc trẻ em năm 2023 trên địa bàn huyện Văn Chấn", title)
    if year != 2023:
        text = text.replace("trẻ em năm 2023", f"trẻ em năm {year}")
    lines = [line for line in text.split("\n") if line]
    return "\n\n".join(line for place, line in enumerate(lines) if place < 12 or not drop or place % drop)


@dataclass(frozen=True)
class Pair:
    """Two texts, what they are to each other, and what is to come out."""

    name: str
    says: str
    expected: Literal["same", "asked", "apart"]
    one: str
    other: str


_OTHER_TITLE = "Triển khai các hoạt động vì trẻ em trên địa bàn huyện Văn Chấn năm 2023"

PAIRS = (
    Pair(
        "draft-issued",
        "a draft and the plan issued from it, the same text with number and day",
        "same",
        plan(number=""),
        plan(number="34"),
    ),
    Pair(
        "draft-edited",
        "a draft and the plan issued from it, a twelfth of the text new",
        "same",
        plan(number="", drop=12),
        plan(number="34"),
    ),
    Pair(
        "drafts-retitled",
        "two drafts of one text, retitled in other words of the same subject",
        "same",
        plan(number=""),
        plan(number="", title="Thực hiện công tác bảo vệ, chăm sóc trẻ em huyện Văn Chấn năm 2023"),
    ),
    Pair("same-number", "one number and year, a corrected text", "same", plan(number="34"), plan(number="34", drop=4)),
    Pair(
        "draft-cut",
        "a draft and a plan that has a third more",
        "asked",
        plan(number="", title=_OTHER_TITLE, drop=3),
        plan(number="34"),
    ),
    Pair(
        "drafts-other-title",
        "two drafts of one text under titles that say different things",
        "asked",
        plan(number=""),
        plan(number="", title="Phòng, chống tai nạn đuối nước năm 2023"),
    ),
    Pair(
        "drafts-subject",
        "two short drafts of one unit and year from one template, of two subjects",
        "asked",
        draft("đuối nước"),
        draft("dinh dưỡng"),
    ),
    Pair("two-numbers", "one text issued twice under two numbers", "apart", plan(number="34"), plan(number="35")),
    Pair(
        "two-years",
        "the plan of one year and the draft for the next, copied from it",
        "apart",
        plan(number="34"),
        plan(number="", year=2024),
    ),
    Pair(
        "other-plan",
        "a plan and a draft of another kind of the same unit and year",
        "apart",
        plan(number="34"),
        draft("đuối nước"),
    ),
)
