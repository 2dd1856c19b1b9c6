"""Every rule on small plans: what it must find, and what it must leave alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus.files import files_in
from db.findings import all_rules
from db.load.dispatch import load
from db.schema.database import rows
from tests.reports import BIRTHS, plan, report

_BASIS = "Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ"


def text(
    body: str,
    *,
    unit: str = "TỈNH BÌNH MINH",
    number: str = "Số: 15/KH-UBND",
    day: str = "ngày 15 tháng 4 năm 2021",
    kind: str = "KẾ HOẠCH",
    title: str = "Thực hiện Chương trình hành động vì trẻ em giai đoạn 2021 - 2030",
    opening: str = f"Thực hiện {_BASIS}, Ủy ban nhân dân ban hành văn bản như sau:",
    tail: str = "",
) -> str:
    """A whole plan around a body."""
    return (
        f"ỦY BAN NHÂN DÂN\n{unit}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{number}\nBình Minh, {day}\n"
        f"{kind}\n{title}\n{opening}\n{body}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n{tail}"
    )


def aims(*lines: str) -> str:
    """The body of a plan that states aims."""
    return (
        "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n"
        + "\n".join(f"- {line}" for line in lines)
        + "\nII. NHIỆM VỤ\n1. Tuyên truyền."
    )


def duties(body: str, *lines: str) -> str:
    """The body of a plan that lays duties on agencies."""
    return f"{aims(*lines)}\nIII. TỔ CHỨC THỰC HIỆN\n{body}"


def tasks(*lines: str) -> str:
    """The body of a plan with tasks."""
    return "I. MỤC TIÊU\n1. Trẻ em được an toàn.\nII. NHIỆM VỤ, GIẢI PHÁP\n" + "\n".join(
        f"{number}. {line}" for number, line in enumerate(lines, 1)
    )


_INDICATORS = [f"Chỉ tiêu {number}: {words}." for number, words in enumerate(
    [
        "Tỷ lệ xã, phường, thị trấn đạt tiêu chuẩn phù hợp với trẻ em đạt 65% vào năm 2025 và 75% vào năm 2030",
        "Tỷ lệ trẻ em đến 8 tuổi được tiếp cận các dịch vụ hỗ trợ chăm sóc phát triển toàn diện đạt 90% vào năm 2025 và 95% vào năm 2030",
        "Giảm tỷ suất tử vong trẻ em dưới 5 tuổi xuống dưới 18,5 trẻ/1.000 trẻ đẻ sống vào năm 2025 và 15 vào năm 2030",
    ], 1)]  # fmt: skip
# Most of the programme, so that a plan means the whole of it.
_MOST = [
    *_INDICATORS,
    "Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống dưới 9% vào năm 2025 và dưới 6% vào năm 2030.",
    "Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi xuống 17% vào năm 2025 và dưới 15% vào năm 2030.",
    "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ 8 loại vắc xin đạt 97% vào năm 2025 và 98% vào năm 2030.",
    "Tỷ lệ cơ sở giáo dục có công trình vệ sinh đạt 100% vào năm 2025 và duy trì đến năm 2030.",
    "Giảm tỷ lệ trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em xuống dưới 6,5% vào năm 2025 và 6% vào năm 2030.",
    "Tỷ lệ trẻ em có hoàn cảnh đặc biệt được chăm sóc, nuôi dưỡng, trợ giúp đạt 90% vào năm 2025 và 95% vào năm 2030.",
    "Giảm tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em xuống dưới 4,5% vào năm 2025 và 4% vào năm 2030.",
    "Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,9% vào năm 2025 và 4,5% vào năm 2030.",
    "Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025 và 100% vào năm 2030.",
    "Tỷ lệ trẻ em 5 tuổi được đến trường mầm non đạt 99,1% vào năm 2025 và 99,3% vào năm 2030.",
    "Tỷ lệ trẻ em hoàn thành cấp tiểu học đạt 97% vào năm 2025 và 99% vào năm 2030.",
    "Tỷ lệ trẻ em hoàn thành cấp trung học cơ sở đạt 88% vào năm 2025 và 93% vào năm 2030.",
    "Giảm tỷ lệ trẻ em bỏ học cấp tiểu học xuống dưới 0,12% vào năm 2025 và 0,1% vào năm 2030.",
    "Giảm tỷ lệ trẻ em bỏ học cấp trung học cơ sở xuống dưới 0,14% vào năm 2025 và 0,05% vào năm 2030.",
    "Tỷ lệ trẻ em từ 7 tuổi trở lên được hỏi ý kiến về các vấn đề của trẻ em đạt 30% vào năm 2025 và 35% vào năm 2030.",
    "Tỷ lệ trẻ em được nâng cao nhận thức về quyền tham gia đạt 85% vào năm 2025 và 90% vào năm 2030.",
    "Tỷ lệ trẻ em từ 11 tuổi trở lên tham gia vào các mô hình quyền tham gia của trẻ em đạt 30% vào năm 2025 và 35% vào năm 2030.",
]  # fmt: skip
_TO_2025 = "Thực hiện Chương trình hành động vì trẻ em giai đoạn 2021 - 2025, tầm nhìn đến năm 2030"
_EXPIRED = "Quyết định số 565/QĐ-TTg ngày 25/4/2017 về Chương trình trợ giúp xã hội giai đoạn 2016 - 2020"
_YEARLY = "Thực hiện công tác trẻ em năm 2023"
_IN_2023 = {
    "title": _YEARLY,
    "day": "ngày 15 tháng 02 năm 2023",
    "opening": f"Căn cứ {_BASIS}, Ủy ban nhân dân ban hành Kế hoạch:",
}
_COMMUNE = _IN_2023 | {"unit": "XÃ AN LẠC"}
_PARENT = text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99,5% vào năm 2025."), number="Số: 21/KH-UBND")
_CARRIES = "Thực hiện Kế hoạch số 21/KH-UBND ngày 15/4/2021 của Ủy ban nhân dân tỉnh Bình Minh, Ủy ban nhân dân huyện ban hành:"
_BELOW = {"unit": "HUYỆN AN LẠC", "opening": _CARRIES, "number": "Số: 8/KH-UBND", "day": "ngày 20 tháng 5 năm 2021"}

# A plan that carries out no programme.
_OF_NONE = {
    "title": "Công tác trẻ em giai đoạn 2021 - 2030",
    "opening": "Căn cứ Luật Trẻ em năm 2016, Ủy ban nhân dân ban hành:",
}


@dataclass(frozen=True)
class Case:
    """A rule, the plans loaded (the last is looked at), and the subjects that it must find (none: it must stay silent)."""

    rule: str
    plans: tuple[str, ...]
    subjects: tuple[str, ...] = ()


def case(rule: str, *plans: str, finds: tuple[str, ...] | str = ()) -> Case:
    return Case(rule, plans, (finds,) if isinstance(finds, str) else finds)


_OLD, _NEW = "ngày 15 tháng 9 năm 2024", "ngày 15 tháng 9 năm 2025"
_OF_DISTRICT = {
    "unit": "XÃ AN LẠC", "number": "Số: 8/KH-UBND",
    "opening": "Thực hiện Kế hoạch số 21/KH-UBND ngày 15/4/2024 của Ủy ban nhân dân huyện An Bình, Ủy ban nhân dân xã ban hành:",
}  # fmt: skip
_OF_PROVINCE = {
    "unit": "XÃ AN LẠC", "number": "Số: 8/KH-UBND", "day": "ngày 20 tháng 10 năm 2025",
    "opening": "Thực hiện Kế hoạch số 21/KH-UBND ngày 15/9/2025 của Ủy ban nhân dân tỉnh Bắc Ninh, Ủy ban nhân dân xã ban hành:",
}  # fmt: skip
# What a plan sets of its own, of no programme.
_OWN = [f"Ít nhất {number}0 {words} vào năm 2025." for number, words in enumerate(["bể bơi được xây mới", "tủ sách được trang bị", "sân chơi được sửa", "nhà vệ sinh được xây", "biển báo được lắp", "xe buýt được mua"], 1)]  # fmt: skip

_WITHOUT_STUNTED = [one for one in _MOST if "thấp còi" not in one]
_WITHOUT_CARE = [one for one in _MOST if "được chăm sóc, nuôi dưỡng" not in one]
_DISTRICT = _IN_2023 | {"unit": "HUYỆN AN LẠC"}
_OF_TAM_NONG = {
    "unit": "HUYỆN TAM NÔNG",
    "opening": f"Thực hiện {_BASIS}, Ủy ban nhân dân huyện Tam Nông, tỉnh Phú Thọ ban hành văn bản như sau:",
}
_ANNEX = "PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 15/4/2021)\n1. Xây dựng điểm vui chơi.\n"
_FILES = "hoàn thành việc lập hồ sơ quản lý trẻ em có hoàn cảnh đặc biệt trước ngày"
_REACHED = "- Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt {}."
_FROM = "- Tăng tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh từ 97,2% năm 2020 lên 98% vào năm 2025."

CASES = [
    case(
        "weaker-than-national",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2025.")), finds="14 2025",
    ),
    case("weaker-than-national", text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025."))),
    case("weaker-than-national", text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2023."))),
    case(  # a plan older than the programme
        "weaker-than-national",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2025."), day="ngày 15 tháng 12 năm 2020"),
    ),
    case(  # a step, and the value that it leads to
        "weaker-than-national",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98% vào năm 2027 và 100% vào năm 2030."), day="ngày 15 tháng 4 năm 2026"),
    ),
    case(
        "weaker-than-national",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98% vào năm 2027 và 99% vào năm 2030."), day="ngày 15 tháng 4 năm 2026"),
        finds=("14 2027", "14 2030"),
    ),
    case(  # one group, where the programme asks for all
        "weaker-than-national",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh ở vùng nông thôn đạt 97% vào năm 2025.")),
    ),
    case(
        "weaker-than-parent", _PARENT,
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025."), **_BELOW), finds="14 2025",
    ),
    case(
        "weaker-than-parent", _PARENT,
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99,5% vào năm 2025."), **_BELOW),
    ),
    case(  # whether or not either carries out a programme
        "weaker-than-parent", _PARENT.replace(_BASIS, "Luật Trẻ em").replace("Chương trình hành động vì trẻ em", "công tác trẻ em"),
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025."), **_BELOW, title="Công tác trẻ em giai đoạn 2021 - 2030"),
        finds="14 2025",
    ),
    case(
        "below-milestone",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2023.")), finds="14 2023",
    ),
    case("below-milestone", text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2023."))),
    case("below-milestone", text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 97% vào năm 2023 và 98,5% vào năm 2025."))),
    case("below-milestone", text(aims("Tỷ lệ trẻ em dưới 5 tuổi được tiêm chủng đầy đủ đạt 95% vào năm 2025."))),  # five years before
    case("missing-measures", text(aims(*_MOST[:-1])), finds="measures left out"),
    case("missing-measures", text(aims(*_MOST[:6]), title="Bảo vệ, chăm sóc trẻ em giai đoạn 2021 - 2030")),
    case("missing-measures", text(aims(*_MOST[:6])), finds="measures left out"),
    case("missing-measures", text(aims(*_MOST[:6], *_OWN))),  # what is left out may be among what was not understood
    case("missing-measures", text(aims(*_MOST[:6]), unit="TỈNH BÌNH MINH\nSỞ Y TẾ", number="Số: 15/KH-SYT")),
    case("missing-measures", text(aims(*_MOST[:-1]), **_IN_2023)),
    case(
        "year-missing",
        text(aims(*_MOST[:-1], "Tỷ lệ trẻ em từ 11 tuổi trở lên tham gia vào các mô hình quyền tham gia của trẻ em đạt 30% vào năm 2025.")),
        finds="24 2030",
    ),
    case("year-missing", text(aims(*_MOST))),
    case(
        "denominator-differs",
        text(aims("Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống còn 1,5/10.000 trẻ em vào năm 2025.")), finds="11b 2025",
    ),
    case(
        "denominator-differs",
        text(aims("Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống còn 15/100.000 trẻ em vào năm 2025.")),
    ),
    case("unit-mismatch", text(aims("Tỷ lệ xã, phường đạt tiêu chuẩn phù hợp với trẻ em đạt 12 xã, phường."), **_IN_2023), finds="share"),
    case("unit-mismatch", text(aims("Tỷ lệ xã, phường đạt tiêu chuẩn phù hợp với trẻ em đạt 12/16 xã, phường."), **_IN_2023)),
    case(
        "denominator-differs",
        text(aims("14/16 xã có điểm vui chơi cho trẻ em.", "12/15 xã đạt tiêu chuẩn phù hợp với trẻ em."), **_IN_2023), finds="total xã",
    ),
    case(
        "denominator-differs",
        text(aims("Huyện có 15 xã.", "14/16 xã có điểm vui chơi cho trẻ em.", "12/15 xã đạt tiêu chuẩn phù hợp với trẻ em."), **_IN_2023),
        finds="total xã",
    ),
    case("denominator-differs", text(aims("Xã có 10 thôn.", "08/11 thôn có điểm vui chơi cho trẻ em."), **_COMMUNE), finds="total thôn"),
    case("denominator-differs", text(aims("Xã có 10 thôn.", "Có 08/11 thôn duy trì điểm vui chơi cho trẻ em."), **_COMMUNE), finds="total thôn"),
    case("denominator-differs", text(aims("Xã An Lạc thành lập ngày 01/7/2020 từ hai xã; hiện có 31 thôn, 5.140 trẻ em.", "33/33 thôn có tổ bảo vệ trẻ em."), **_COMMUNE), finds="total thôn"),
    case("denominator-differs", text(aims("Huyện có 11 đơn vị hành chính cấp xã (10 xã và thị trấn Tam Nông).", "12/12 xã, thị trấn có Ban Bảo vệ trẻ em."), **_DISTRICT), finds="total"),
    case("denominator-differs", text(aims("Huyện có 11 đơn vị hành chính cấp xã gồm 10 xã và 01 thị trấn.", "12/12 xã, thị trấn có Ban Bảo vệ trẻ em."), **_DISTRICT), finds="total"),
    case("denominator-differs", text(aims("Huyện có 11 đơn vị hành chính cấp xã.", "10/10 xã có Ban Bảo vệ trẻ em."), **_DISTRICT)),
    case("denominator-differs", text(aims("Xã có 10 thôn, 2 bản đặc biệt khó khăn.", "08/11 thôn có điểm vui chơi."), **_COMMUNE)),
    case("denominator-differs", text(aims("Xã có 11 thôn.", "08/10 thôn đặc biệt khó khăn có điểm vui chơi."), **_COMMUNE)),
    case("denominator-differs", text(aims("Xã An Bình có 10 thôn.", "08/11 thôn có điểm vui chơi cho trẻ em."), **_COMMUNE)),
    case("denominator-differs", text(aims("Xã có 9 khu dân cư, 1.730 hộ; có 03 trường học.", "3/4 trường học có cây xanh."), **_COMMUNE), finds="total"),
    case("denominator-differs", text(aims("9/9 khu dân cư có điểm vui chơi.", "8/11 khu dân cư có tủ sách."), **_COMMUNE), finds="total khu dân cư"),
    case(
        "denominator-differs",
        text(aims("Tỉnh Bình Minh (hợp nhất hai tỉnh) có 92 xã, phường.", "60/95 phường, xã có nhóm thường trực."), **_IN_2023), finds="total",
    ),
    case("denominator-differs", text(aims("Tỉnh có 82 xã, 10 phường.", "60/92 xã, phường có nhóm thường trực."), **_IN_2023)),
    case("denominator-differs", text(aims("14/16 xã có điểm vui chơi.", "12/16 xã đạt tiêu chuẩn phù hợp với trẻ em."), **_IN_2023)),
    case(
        "magnitude-suspect",
        text(aims("Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống còn 150/100.000 trẻ em vào năm 2025.")), finds="11b 2025",
    ),
    case(
        "magnitude-suspect",
        text(aims(
            "Giảm tỷ suất trẻ em bị tai nạn, thương tích xuống còn 40/100.000 trẻ em vào năm 2025.",
            "Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống còn 45/100.000 trẻ em vào năm 2025.",
        )),
        finds="11b 2025 sister",
    ),
    case(  # better, however far
        "magnitude-suspect", text(aims("Giảm tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em xuống dưới 0,05% vào năm 2025.")),
    ),
    case(  # on the way from a base that is worse still
        "magnitude-suspect", text(aims("Giảm tỷ lệ trẻ em bỏ học cấp trung học cơ sở từ 1,1% năm 2020 xuống dưới 0,6% vào năm 2025.")),
    ),
    case(  # before the milestone
        "magnitude-suspect", text(aims("Giảm tỷ lệ trẻ em bỏ học cấp trung học cơ sở xuống dưới 0,6% vào năm 2023.")),
    ),
    case("magnitude-suspect", text(aims("Giảm tỷ lệ trẻ em bỏ học cấp trung học cơ sở xuống dưới 0,6% vào năm 2025.")), finds="18b 2025"),
    case(
        "magnitude-suspect",
        text(aims("Giảm tỷ suất trẻ em tử vong do tai nạn, thương tích xuống còn 20/100.000 trẻ em vào năm 2025.")),
    ),
    case(  # a decimal place off, as the others of the row tell
        "magnitude-suspect",
        text(
            "I. MỤC TIÊU\n1. Chỉ tiêu\n| Chỉ tiêu | Thực hiện 2023 | Kế hoạch 2024 | Kế hoạch 2025 |\n|---|---|---|---|\n"
            "| Tỷ suất trẻ em tử vong do tai nạn, thương tích (trẻ/100.000 trẻ) | 18 | 17 | 1,6 |",
            day="ngày 05 tháng 3 năm 2024",
        ),
        finds="11b 2025",
    ),
    case(  # two values agree
        "magnitude-suspect",
        text(
            "I. MỤC TIÊU\n1. Chỉ tiêu\n| Chỉ tiêu | Thực hiện 2023 | Kế hoạch 2024 | Kế hoạch 2025 |\n|---|---|---|---|\n"
            "| Tỷ suất trẻ em tử vong do tai nạn, thương tích (trẻ/100.000 trẻ) | 18 | 1,7 | 1,6 |",
            day="ngày 05 tháng 3 năm 2024",
        ),
    ),
    case(
        "magnitude-suspect", text(aims("Giảm tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em từ 4,8% năm 2020 xuống dưới 0,45% vào năm 2025.")),
        finds="9 2025",
    ),
    case(  # its base is as low
        "magnitude-suspect", text(aims("Giảm tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em từ 0,5% năm 2020 xuống dưới 0,05% vào năm 2025.")),
    ),
    case(
        "regressing",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025 và 98,8% vào năm 2030.")), finds="14 2030",
    ),
    case(  # two parts below their own headings
        "regressing",
        text(
            "I. MỤC TIÊU\n1. Trường tiểu học\n- Ít nhất 90% học sinh được học bơi vào năm 2025.\n2. Trường mầm non\n"
            "- Ít nhất 60% học sinh được học bơi vào năm 2030.\nII. NHIỆM VỤ\n1. Tuyên truyền."
        ),
    ),
    case(
        "regressing",
        text(
            "I. MỤC TIÊU\n1. Đến năm 2025\n- Ít nhất 90% học sinh được học bơi.\n2. Đến năm 2030\n"
            "- Ít nhất 60% học sinh được học bơi.\nII. NHIỆM VỤ\n1. Tuyên truyền."
        ),
        finds="2030",
    ),
    case("regressing", text(aims("Bình quân mỗi năm giảm 3% trẻ em nghèo vào năm 2025.", "Bình quân mỗi năm giảm 2% trẻ em nghèo vào năm 2030."))),
    case("regressing", text(aims("Tỷ lệ hạ tầng công nghệ số: 60% vào năm 2025.", "Tỷ lệ hạ tầng số công nghệ: 70% vào năm 2030."))),
    case("regressing", text(aims("Tỷ lệ trẻ em được bơi an toàn tăng từ 83% năm 2020 lên 82% vào năm 2025.")), finds="baseline"),
    case(
        "regressing",
        text(aims(
            "Đến năm 2025, 120 trường học đạt tiêu chuẩn Ngôi trường an toàn.",
            "Đến năm 2030, 100 trường học đạt tiêu chuẩn Ngôi trường an toàn.",
        )),
        finds="2030",
    ),
    case(
        "regressing",
        text(aims(
            "Đến năm 2025, 60 xã đạt tiêu chuẩn Cộng đồng an toàn phòng, chống tai nạn, thương tích trẻ em.",
            "Đến năm 2030, 90 xã đạt tiêu chuẩn Cộng đồng an toàn phòng, chống tai nạn, thương tích trẻ em.",
        )),
    ),
    case(  # events of two years, fewer in the later one: nothing has got worse
        "regressing",
        text(aims(
            "Đến năm 2025, có ít nhất 12 lớp tập huấn cho cộng tác viên trẻ em.",
            "Đến năm 2030, có ít nhất 10 lớp tập huấn cho cộng tác viên trẻ em.",
        )),
    ),
    case(  # a ceiling that rises, of what no word tells
        "regressing",
        text(aims("Tỷ lệ hộ gia đình đun bếp than dưới 10% vào năm 2025 và dưới 12% vào năm 2030.")), finds="2030",
    ),
    case("regressing", text(aims("Tỷ lệ hộ gia đình đun bếp than dưới 10% vào năm 2025 và dưới 8% vào năm 2030."))),
    case(  # infrastructure is no fall
        "regressing", text(aims("Tỷ lệ thôn có hạ tầng số từ 60% năm 2020 đạt 82% vào năm 2025.")),
    ),
    case("impossible-value", text(aims("110% hồ sơ của trẻ em được giải quyết đúng hạn vào năm 2025.")), finds="2025"),
    case("impossible-value", text(aims("17/16 xã có điểm vui chơi cho trẻ em vào năm 2025.")), finds="2025"),
    case(
        "impossible-value",
        text(aims(
            "Giảm tỷ suất tử vong trẻ em dưới 1 tuổi xuống 19 trẻ/1.000 trẻ đẻ sống vào năm 2025.",
            "Giảm tỷ suất tử vong trẻ em dưới 5 tuổi xuống 18 trẻ/1.000 trẻ đẻ sống vào năm 2025.",
        )),
        finds="3b above 3c 2025",
    ),
    case("impossible-value", text(aims("Giảm tỷ số giới tính khi sinh xuống 111 bé trai/100 bé gái sinh ra sống vào năm 2025."))),
    case("impossible-value", text(aims("Tốc độ tăng trưởng số trẻ em đến trường đạt 107,2% vào năm 2025."))),
    case("impossible-value", text(aims("Huy động kinh phí chăm sóc trẻ em đạt 105% kế hoạch vào năm 2025."))),
    case("impossible-value", text(aims("Số trẻ em biết bơi tăng 120% so với năm 2020 vào năm 2025.", "100% xã có cộng tác viên."))),
    case(
        "number-differs",
        text(aims(*_INDICATORS, "Chỉ tiêu 5: Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025.")),
        finds="indicator 5",
    ),
    case("number-differs", text(aims(*_INDICATORS, "Chỉ tiêu 14: Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025."))),
    case(
        "unassigned-indicator",
        text(duties("1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì thực hiện chỉ tiêu 1, 2 và chỉ tiêu 9.\n2. Sở Y tế\n- Tuyên truyền.", *_INDICATORS)),
        finds="indicator 3",
    ),
    case(
        "unassigned-indicator",
        text(duties("1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n2. Sở Y tế\n- Chủ trì thực hiện chỉ tiêu 3.", *_INDICATORS)),
    ),
    case(
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Tư pháp\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n2. Sở Nội vụ\n- Chủ trì thực hiện chỉ tiêu 2, 3.", *_INDICATORS
        )),
        finds="indicator 2",
    ),
    case(
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n"
            "2. Sở Nội vụ\n- Chủ trì thực hiện chỉ tiêu 2, 3.", *_INDICATORS
        )),
        finds="indicator 2",
    ),
    case(
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n"
            "2. Sở Nội vụ\n- Tuyên truyền, thực hiện chỉ tiêu 2, 3.", *_INDICATORS
        )),
    ),
    case(
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n"
            "2. Sở Nội vụ\n- Chủ trì tổ chức Diễn đàn trẻ em; phối hợp với Sở Lao động - Thương binh và Xã hội thực hiện chỉ tiêu 2.", *_INDICATORS
        )),
    ),
    case(  # one clause leads, the other helps
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Tư pháp\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n"
            "2. Sở Nội vụ: chủ trì thực hiện chỉ tiêu 3; phối hợp với Sở Tư pháp thực hiện chỉ tiêu 1.", *_INDICATORS
        )),
    ),
    case(  # helping with one indicator takes nothing from leading another
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Tư pháp\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n"
            "2. Sở Nội vụ: phối hợp với Sở Tư pháp thực hiện chỉ tiêu 1, chủ trì thực hiện chỉ tiêu 2.", *_INDICATORS
        )),
        finds="indicator 2",
    ),
    case(  # each has other items of the plan's own lists
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Tư pháp\n- Phụ trách chỉ tiêu 1.1, 1.2 và các chỉ tiêu từ 2.1 đến 2.4.\n"
            "2. Sở Nội vụ: phụ trách các chỉ tiêu từ 2.5 đến 2.7 và chỉ tiêu 3.", *_INDICATORS
        )),
    ),
    case(  # one agency, written in two ways
        "doubly-assigned-indicator",
        text(duties(
            "1. Sở Tư pháp\n- Chủ trì thực hiện chỉ tiêu 1, 2.\n2. Sở Nội vụ\n- Chủ trì thực hiện chỉ tiêu 3.\n"
            "3. Sở Tư pháp tỉnh\n- Chủ trì thực hiện chỉ tiêu 2.", *_INDICATORS
        )),
    ),
    case(
        "unknown-indicator",
        text(duties("1. Sở Y tế\n- Chủ trì thực hiện chỉ tiêu 1, 2 và chỉ tiêu 9.", *_INDICATORS)), finds="indicator 9",
    ),
    case("unknown-indicator", text(duties("1. Sở Y tế\n- Chủ trì thực hiện chỉ tiêu 1, 2, 3.", *_INDICATORS))),
    case("deadline-before-issue", text(tasks("Các xã gửi kế hoạch trước ngày 10/4/2021.")), finds="2021-04-10"),
    case("deadline-before-issue", text(tasks("Các xã gửi kế hoạch trước ngày 30/4/2021.", "Hoàn thành trong tháng 4 năm 2021."))),
    case(
        "deadline-outside-period",
        text(tasks("Các xã hoàn thành việc rà soát trước ngày 30/6/2024."), **_IN_2023), finds="2024-06-30",
    ),
    case("deadline-outside-period", text(tasks("Các xã gửi báo cáo năm trước ngày 15/01/2024."), **_IN_2023)),
    case(
        "deadline-outside-period",
        text(tasks("Các xã hoàn thành việc rà soát trước ngày 30/6/2024."), **_IN_2023 | {"title": f"{_YEARLY} và định hướng đến năm 2024"}),
    ),
    case(
        "deadline-after-parent",
        text(tasks("Ủy ban nhân dân các huyện gửi báo cáo trước ngày 15/11 hằng năm."), number="Số: 21/KH-UBND"),
        text(tasks("Ủy ban nhân dân các xã gửi báo cáo trước ngày 30/11 hằng năm."), **_BELOW),
        finds="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30",
    ),
    case(
        "deadline-after-parent",
        text(tasks("Ủy ban nhân dân các huyện gửi báo cáo trước ngày 15/11 hằng năm."), number="Số: 21/KH-UBND"),
        text(tasks("Ủy ban nhân dân các xã gửi báo cáo trước ngày 05/11 hằng năm."), **_BELOW),
    ),
    case(  # a report of several years is held against the parent's, not against its yearly one
        "deadline-after-parent",
        text(tasks("Ủy ban nhân dân các huyện gửi báo cáo trước ngày 15/11 hằng năm, báo cáo sơ kết trước ngày 20/12/2025."), number="Số: 21/KH-UBND"),
        text(tasks("Ủy ban nhân dân các xã gửi báo cáo sơ kết trước ngày 10/12/2025."), **_BELOW),
    ),
    case(
        "deadline-after-parent",
        text(tasks("Kiện toàn ban chỉ đạo; mỗi khu dân cư có 01 cộng tác viên bảo vệ trẻ em, hoàn thành trước ngày 31/12/2023."), number="Số: 21/KH-UBND"),
        text(tasks("Mỗi khu dân cư có 01 cộng tác viên bảo vệ trẻ em, hoàn thành trước ngày 30/6/2024."), **_BELOW),
        finds="2024-06-30",
    ),
    case(  # another task
        "deadline-after-parent",
        text(tasks("Mỗi khu dân cư có 01 cộng tác viên bảo vệ trẻ em, hoàn thành trước ngày 31/12/2023."), number="Số: 21/KH-UBND"),
        text(tasks("Mỗi trường học có 01 cộng tác viên bảo vệ trẻ em, hoàn thành trước ngày 30/6/2024."), **_BELOW),
    ),
    case(  # the parent's day is past
        "deadline-after-parent",
        text(tasks("Mỗi khu dân cư có 01 cộng tác viên bảo vệ trẻ em, hoàn thành trước ngày 30/4/2021."), number="Số: 21/KH-UBND"),
        text(tasks("Mỗi khu dân cư có 01 cộng tác viên bảo vệ trẻ em, hoàn thành trước ngày 30/6/2024."), **_BELOW),
    ),
    case(  # since July 2025 the province is right above communes
        "deadline-after-parent",
        text(tasks("Ủy ban nhân dân các xã, phường gửi báo cáo trước ngày 15/11 hằng năm."), number="Số: 21/KH-UBND", day=_NEW, unit="TỈNH BẮC NINH"),
        text(tasks("Các thôn gửi báo cáo Ủy ban nhân dân xã trước ngày 30/11 hằng năm."), **_OF_PROVINCE),
        finds="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30",
    ),
    case(
        "deadline-after-parent",
        text(tasks("Ủy ban nhân dân các huyện gửi báo cáo trước ngày 15/11 hằng năm."), number="Số: 21/KH-UBND", day=_NEW, unit="TỈNH BẮC NINH"),
        text(tasks("Các thôn gửi báo cáo Ủy ban nhân dân xã trước ngày 30/11 hằng năm."), **_OF_PROVINCE),
    ),
    case("citation-date", text(tasks("Thực hiện Chỉ thị số 20-CT/TW ngày 05/12/2012 của Bộ Chính trị.")), finds="20-CT/TW"),
    case("citation-date", text(tasks("Thực hiện Nghị định số 80/2017/NĐ-CP ngày 17/7/2018 của Chính phủ.")), finds="80/2017/NĐ-CP"),
    case("citation-date", text(tasks("Thực hiện Thông tư số 77/2015/TT-BYT ngày 17/7/2016 của Bộ Y tế.")), finds="77/2015/TT-BYT"),
    case("citation-date", text(tasks("Thực hiện Luật Trẻ em năm 2017.")), finds="Luật Trẻ em"),
    case(
        "citation-date",
        text(tasks(
            "Thực hiện Chỉ thị số 20-CT/TW ngày 05/11/2012 của Bộ Chính trị và Luật Trẻ em năm 2016.",
            "Thực hiện Quyết định số 23/QĐ-TTg ngày 06/01/2019 của Thủ tướng Chính phủ về quy hoạch cảng biển.",
        )),
    ),
    case(  # numbers begin anew each year: another resolution, whose title has words that all of them have
        "citation-date",
        text(tasks(
            "Theo Nghị quyết số 50/NQ-CP ngày 13/3/2025 của Chính phủ ban hành Kế hoạch thực hiện Nghị quyết về chương trình phòng, chống ma túy."
        ), day=_NEW),
    ),
    case("citation-issuer", text(tasks("Thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Chính phủ.")), finds="06/QĐ-TTg"),
    case(
        "citation-issuer",
        text(tasks(
            "Thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ.",
            "Thực hiện Thông tư số 13/2021/TT-BLĐTBXH ngày 30/9/2021 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội.",
            "Thực hiện Thông tư số 29/2019/TT-BLĐTBXH ngày 26/12/2019 của Bộ trưởng Bộ LĐTBXH.",
        )),
    ),
    case("symbol-misprint", text(tasks("Theo Công văn số 99/LĐTĐBXH-TE ngày 15/01/2021.")), finds="99/LĐTĐBXH-TE"),
    case("symbol-misprint", text(tasks("Theo Công văn số 9/SNN-PTNT ngày 15/01/2021, số 8/BCĐTE ngày 05/01/2021 và số 7/BTV-LHPN ngày 04/01/2021."))),
    case("symbol-misprint", text(tasks("Theo Công văn số 99/SLĐTBXH-TE ngày 15/01/2021 và Công văn số 7/LĐTB&XH-TE ngày 05/01/2021."))),
    case(
        "citation-conflict",
        text(tasks(
            "Theo Kế hoạch số 77/KH-UBND ngày 10/3/2021 của UBND tỉnh.", "Theo Kế hoạch số 77/KH-UBND ngày 12/3/2021 của UBND tỉnh.",
        )),
        finds="77 kh ubnd",
    ),
    case(
        "citation-conflict",
        text(tasks(
            "Theo Kế hoạch số 77/KH-UBND ngày 10/3/2021 của UBND tỉnh.", "Theo Kế hoạch số 77/KH-UBND ngày 12/3/2020 của UBND tỉnh.",
        )),
    ),
    case("citation-after-issue", text(tasks("Theo Kế hoạch số 77/KH-UBND ngày 20/4/2021 của UBND tỉnh.")), finds="77/KH-UBND"),
    case("citation-after-issue", text(tasks("Theo Kế hoạch số 77/KH-UBND ngày 10/4/2021 của UBND tỉnh."))),
    case(
        "replaced-law",
        text(tasks("Trợ giúp trẻ em theo Nghị định số 136/2013/NĐ-CP ngày 21/10/2013 của Chính phủ."), **_IN_2023), finds="136/2013/NĐ-CP",
    ),
    case(
        "replaced-law",
        text(
            "I. ĐẶC ĐIỂM TÌNH HÌNH\nTỉnh đã thực hiện Nghị định số 136/2013/NĐ-CP ngày 21/10/2013 của Chính phủ.\nII. NHIỆM VỤ\n"
            "1. Thực hiện Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ.", **_IN_2023,
        ),
    ),
    case(
        "replaced-law", text(tasks("Xử lý theo Luật Hôn nhân và gia đình năm 2000."), **_IN_2023), finds="Luật Hôn nhân và gia đình",
    ),
    case("replaced-law", text(tasks("Xử lý theo Luật Hôn nhân và gia đình năm 2014."), **_IN_2023)),
    # What was amended later is no past, what another one amends or replaces is.
    case(
        "replaced-law", text(tasks("Xử lý theo Bộ luật Lao động năm 2012, Luật Xử lý vi phạm hành chính năm 2012 (sửa đổi, bổ sung năm 2020)."), **_IN_2023),
        finds="Bộ luật Lao động",
    ),
    case(
        "replaced-law",
        text(
            tasks("Theo Nghị định số 140/2018/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 136/2013/NĐ-CP ngày 21/10/2013 của Chính phủ."), **_IN_2023,
        ),
    ),
    # The budget law of 2025 was passed in June 2025 and holds from 1 January 2026.
    case("replaced-law", text(tasks("Bố trí kinh phí theo Luật Ngân sách nhà nước năm 2015."), day="ngày 20 tháng 11 năm 2025")),
    case(
        "replaced-law", text(tasks("Bố trí kinh phí theo Luật Ngân sách nhà nước năm 2015."), day="ngày 05 tháng 01 năm 2026"),
        finds="Luật Ngân sách nhà nước",
    ),
    case("replaced-law", text(tasks("Bố trí kinh phí theo Luật Ngân sách nhà nước."), day="ngày 05 tháng 01 năm 2026")),
    # Two laws of the name in 2025: the second holds.
    case("replaced-law", text(tasks("Theo Luật Tổ chức chính quyền địa phương năm 2025."), day="ngày 05 tháng 01 năm 2026")),
    case(
        "replaced-law", text(tasks("Theo Luật Tổ chức chính quyền địa phương ngày 19/02/2025."), day="ngày 05 tháng 01 năm 2026"),
        finds="Luật Tổ chức chính quyền địa phương",
    ),
    case("citation-date", text(tasks("Theo Luật Tổ chức chính quyền địa phương ngày 19/02/2025."), day="ngày 05 tháng 01 năm 2026")),
    case("citation-date", text(tasks("Theo Luật Tổ chức chính quyền địa phương ngày 16/6/2025."), day="ngày 05 tháng 01 năm 2026")),
    # A law of the name that is younger than any the register has.
    case("citation-date", text(tasks("Xử lý theo Luật Hôn nhân và gia đình năm 2024."), day="ngày 05 tháng 01 năm 2026")),
    # A plan without a day is judged by what its opening rests on.
    case(
        "replaced-law",
        text(
            tasks("Xử lý theo Luật Phòng, chống bạo lực gia đình năm 2007."), day="ngày     tháng     năm", title="Công tác trẻ em giai đoạn 2021 - 2030",
            opening="Căn cứ Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị, Ủy ban nhân dân ban hành:",
        ),
        finds="Luật Phòng, chống bạo lực gia đình",
    ),
    case(
        "replaced-law",
        text(
            tasks("Xử lý theo Luật Phòng, chống bạo lực gia đình năm 2007."), day="ngày     tháng     năm", title="Công tác trẻ em giai đoạn 2021 - 2030",
            opening="Căn cứ Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân ban hành:",
        ),
    ),
    case(
        "citation-after-issue",
        text(
            tasks("Theo Quyết định số 02/QĐ-TTg ngày 05/01/2022 của Thủ tướng Chính phủ."), day="ngày     tháng     năm",
            title="Công tác trẻ em giai đoạn 2021 - 2030",
        ),
    ),
    case(
        "law-not-in-force",
        text(
            tasks("Tuyên truyền."), day="ngày 15 tháng 8 năm 2025", title="Công tác trẻ em năm 2025",
            opening="Căn cứ Luật Ngân sách nhà nước ngày 25/6/2025, Ủy ban nhân dân ban hành Kế hoạch:",
        ),
        finds="Luật Ngân sách nhà nước",
    ),
    case(
        "law-not-in-force",
        text(
            tasks("Tuyên truyền."), day="ngày 15 tháng 12 năm 2025", title="Công tác trẻ em năm 2026",
            opening="Căn cứ Luật Ngân sách nhà nước ngày 25/6/2025, Ủy ban nhân dân ban hành Kế hoạch:",
        ),
    ),
    case(
        "law-not-in-force",
        text(
            tasks("Tuyên truyền."), day="ngày 15 tháng 8 năm 2025", title="Triển khai thi hành Luật Ngân sách nhà nước",
            opening="Căn cứ Luật Ngân sách nhà nước ngày 25/6/2025, Ủy ban nhân dân ban hành Kế hoạch:",
        ),
    ),
    case("citation-date", text(tasks("Xử lý theo Luật Hôn nhân và gia đình năm 2000."), **_IN_2023)),
    case(
        "expired-programme",
        text(tasks("Theo Quyết định số 565/QĐ-TTg ngày 25/4/2017 về Chương trình trợ giúp xã hội giai đoạn 2016 - 2020."), **_IN_2023),
        finds="565/QĐ-TTg",
    ),
    case(
        "expired-programme",
        text(tasks(
            "Tổng kết 5 năm thực hiện Quyết định số 565/QĐ-TTg ngày 25/4/2017 về Chương trình trợ giúp xã hội giai đoạn 2016 - 2020.",
            "Theo Quyết định số 112/QĐ-TTg ngày 22/01/2021 về Chương trình công tác xã hội giai đoạn 2021 - 2030.",
        ), **_IN_2023),
    ),
    case("expired-programme", text(tasks(f"Giai đoạn trước, tỉnh thực hiện {_EXPIRED}, số hộ nghèo giảm một nửa."), **_IN_2023)),
    case("expired-programme", text(tasks(f"Từ năm 2017 đến năm 2020, tỉnh thực hiện {_EXPIRED}."), **_IN_2023)),
    case("expired-programme", text(tasks(f"Năm 2023, tỉnh thực hiện {_EXPIRED}."), **_IN_2023), finds="565/QĐ-TTg"),
    case("expired-programme", text(f"I. VÌ SAO PHẢI LÀM\nTỉnh thực hiện {_EXPIRED} và giảm nghèo.\nII. MỤC TIÊU\n1. Trẻ em được an toàn.", **_IN_2023)),
    case(
        "expired-programme",
        text(f"I. VÌ SAO PHẢI LÀM\nTiếp tục thực hiện {_EXPIRED}.\nII. MỤC TIÊU\n1. Trẻ em được an toàn.", **_IN_2023), finds="565/QĐ-TTg",
    ),
    case("basis-missing", text(aims(*_MOST), opening="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"), finds="23/QĐ-TTg"),
    case("expired-programme", text(tasks(f"Tổng kết việc thực hiện Chương trình trợ giúp người có hoàn cảnh khó khăn, người khuyết tật, trẻ em và các đối tượng bảo trợ khác của tỉnh ({_EXPIRED}) trong quý II."), **_IN_2023)),
    case("basis-missing", text(aims(*_MOST))),
    case(
        "basis-missing",
        text(aims(*_MOST), opening="Ủy ban nhân dân tỉnh ban hành Kế hoạch, trên tinh thần Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, như sau:"),
    ),
    case("annex-missing", text(tasks("Báo cáo theo 02 Phụ lục kèm theo Kế hoạch này.")), finds="annex"),
    case(
        "annex-missing",
        text(tasks("Báo cáo theo mẫu tại Phụ lục II kèm theo."), tail="PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\nNội dung báo cáo."), finds="annex",
    ),
    case("annex-missing", text(tasks("Báo cáo theo Phụ lục kèm theo Kế hoạch này."), tail="PHỤ LỤC\nMẪU BÁO CÁO\nNội dung báo cáo.")),
    case(
        "annex-missing",
        text(tasks("Chi tiết theo Biểu số 03 đính kèm."), tail="PHỤ LỤC\nMẪU BÁO CÁO\nBiểu số 01\nSố trẻ em.\nBiểu số 02\nSố xã.\nBiểu số 03\nSố trường."),
    ),
    case("annex-missing", text(tasks("Báo cáo theo Phụ lục ban hành kèm theo Thông tư số 13/2021/TT-BLĐTBXH."))),
    case(
        "same-unit-conflict",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025."), unit="TỈNH BẮC GIANG", **_OF_NONE),
        text(
            aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025."), unit="TỈNH BẮC GIANG",
            number="Số: 99/KH-UBND", day="ngày 15 tháng 9 năm 2021", title="Phát triển y tế cơ sở giai đoạn 2021 - 2030", opening=_OF_NONE["opening"],
        ),
        finds="14 2025",
    ),
    case(
        "same-unit-conflict",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025."), unit="TỈNH BẮC GIANG"),
        text(
            aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025."), unit="TỈNH BẮC GIANG",
            number="Số: 99/KH-UBND", day="ngày 15 tháng 9 năm 2021",
            title="Thực hiện Chiến lược phát triển trẻ em giai đoạn 2021 - 2030",
        ),
        finds="14 2025",
    ),
    case(
        "same-unit-conflict",
        text(aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99% vào năm 2025."), unit="TỈNH BẮC GIANG"),
        text(
            aims("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 98,5% vào năm 2025."), unit="TỈNH BẮC NINH",
            number="Số: 99/KH-UBND", day="ngày 15 tháng 9 năm 2021",
        ),
    ),
    case("copied-text", text(duties("1. Các sở, ban, ngành\n- Tuyên truyền."), unit="HUYỆN AN LẠC"), finds="so ban nganh"),
    case("copied-text", text(tasks("Thực hiện các nội dung của Kế hoạch này."), kind="CHƯƠNG TRÌNH", number="Số: 3/CTr-UBND"), finds="ke hoach nay"),
    case(
        "copied-text", text(tasks("Tuyên truyền; các sở, ban, ngành của tỉnh đưa chỉ tiêu về trẻ em vào kế hoạch."), unit="HUYỆN AN LẠC"),
        finds="so ban nganh cua tinh",
    ),
    case(
        "copied-text", text(tasks("Trường học dạy bơi. Mỗi sở, ngành cấp tỉnh căn cứ chức năng xây dựng kế hoạch."), unit="HUYỆN AN LẠC"),
        finds="so nganh cap tinh",
    ),
    case(
        "copied-text",
        text("I. TÌNH HÌNH\nCông tác trẻ em có tiến bộ; các sở, ban, ngành của tỉnh tổ chức nhiều hoạt động.\n" + tasks("Tuyên truyền."), unit="HUYỆN AN LẠC"),
    ),
    case("copied-text", text(tasks("Đề nghị tỉnh hỗ trợ; các sở, ban, ngành của tỉnh bố trí kinh phí."), unit="HUYỆN AN LẠC")),
    case("copied-text", text(tasks("Tuyên truyền; phối hợp với các sở, ban, ngành của tỉnh tổ chức diễn đàn."), unit="HUYỆN AN LẠC")),
    case("copied-text", text(tasks("Tuyên truyền; các sở, ban, ngành của tỉnh đưa chỉ tiêu về trẻ em vào kế hoạch."))),
    case("copied-text", text(tasks("Tuyên truyền trên địa bàn tỉnh Hà Giang."), unit="TỈNH BẮC GIANG"), finds="ha giang"),
    case("copied-text", text(duties("1. Các sở, ban, ngành\n- Tuyên truyền trên địa bàn tỉnh Bắc Giang."), unit="TỈNH BẮC GIANG")),
    case("copied-text", text(tasks("Tuyên truyền trên địa bàn thành phố Huế."), unit="TỈNH THỪA THIÊN HUẾ")),  # a city of the province
    case("copied-text", text(tasks("Tuyên truyền trên địa bàn tỉnh Bắc Giang."), unit="TỈNH BẮC NINH", day=_NEW)),  # merged with it
    case("copied-text", text(tasks("Tuyên truyền trên địa bàn tỉnh Bắc Giang."), unit="TỈNH BẮC NINH", day=_OLD), finds="bac giang"),
    case("copied-text", text(duties("1. Công chức văn hóa\n- Phối hợp với các sở, ban, ngành."), unit="XÃ AN LẠC", day=_OLD), finds="so ban nganh"),
    case("copied-text", text(duties("1. Phòng Văn hóa - Xã hội\n- Phối hợp với các sở, ban, ngành."), unit="XÃ AN LẠC", day=_NEW)),
    case("copied-text", text(duties("1. Phòng Văn hóa - Xã hội\n- Hướng dẫn các huyện, thị xã."), unit="XÃ AN LẠC", day=_NEW), finds="cac huyen"),
    case("parent-missing", text(tasks("Tuyên truyền."), **_BELOW), finds="21/KH-UBND"),
    case("parent-missing", text(tasks("Tuyên truyền."), **_OF_DISTRICT, day=_OLD), finds="21/KH-UBND"),
    case("parent-missing", text(tasks("Tuyên truyền."), **_OF_DISTRICT, day=_NEW)),  # the province is right above it
    case("parent-missing", _PARENT, text(tasks("Tuyên truyền."), **_BELOW)),
    case(
        "defunct-agency",
        text(duties("1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì, phối hợp với Ủy ban nhân dân các huyện triển khai."), day="ngày 15 tháng 9 năm 2025"),
        finds=("so-lao-dong-thuong-binh-va-xa-hoi", "uy-ban-nhan-dan-cap-huyen"),
    ),
    case("defunct-agency", text(duties("1. Sở Y tế\n- Chủ trì, phối hợp với Ủy ban nhân dân các xã triển khai."), day="ngày 15 tháng 9 năm 2025")),
    case("defunct-agency", text(duties("1. Sở Lao động - Thương binh và Xã hội\n- Chủ trì triển khai."), day="ngày 15 tháng 02 năm 2025")),
    # Named for what they were, a committee of the council, a centre that went on under another name.
    case(
        "defunct-agency",
        text(duties(
            "1. Sở Y tế\n- Tiếp nhận hồ sơ của Sở Lao động - Thương binh và Xã hội (trước đây).\n- Phối hợp với Sở Thông tin và Truyền thông (nay là Sở Khoa học và Công nghệ)."
            "\n2. Ban Dân tộc Hội đồng nhân dân tỉnh\n- Giám sát việc thực hiện.\n3. Trung tâm Y tế các huyện\n- Khám sức khỏe."
        ), day="ngày 15 tháng 9 năm 2025"),
    ),
    case(  # what they did while they were there
        "defunct-agency",
        text(tasks("Hồ sơ do Sở Lao động - Thương binh và Xã hội lập trong những năm trước được bàn giao đủ cho Sở Y tế."), day="ngày 15 tháng 9 năm 2025"),
    ),
    case(
        "defunct-agency", text(duties("1. Ban Dân tộc\n- Tuyên truyền trong đồng bào."), day="ngày 15 tháng 9 năm 2025"), finds="ban-dan-toc",
    ),
    case(
        "defunct-agency",
        text(duties("1. Sở Y tế\n- Chủ trì thực hiện Kế hoạch số 12/KH-SLĐTBXH ngày 15/01/2024 của Sở Lao động - Thương binh và Xã hội."), day=_NEW),
    ),
    case(  # a centre of the city that is the province
        "defunct-agency", text(duties("1. Trung tâm Chuyển đổi số Thành phố\n- Chủ trì triển khai."), unit="THÀNH PHỐ HỒ CHÍ MINH", day=_NEW),
    ),
    case("impossible-date", text(tasks("Thực hiện Quyết định số 23/QĐ-BYT ngày 31/9/2020 của Bộ Y tế.")), finds="31/9/2020"),
    case("impossible-date", text(tasks("Tuyên truyền."), day="ngày 31 tháng 02 năm 2021"), finds="31 tháng 02 năm 2021"),
    case("impossible-date", text(tasks("Thực hiện Quyết định số 23/QĐ-BYT ngày 30/9/2020 của Bộ Y tế."))),
    case("suspect-reading", text(aims("l00% trẻ em được tiêm chủng vào năm 2025.")), finds="l00%"),
    case("suspect-reading", text(aims("100% trẻ em được tiêm chủng vào năm 2025."), number="Số: 15/KH-UBND, tháng 0l"), finds="0l"),
    case("suspect-reading", text(aims("100% trẻ em được tiêm chủng vào năm 2025."))),
    case("suspect-reading", text(aims("Lắp đặt biển cảnh báo trong năm 2025\n- 120 trường học có nước sạch."))),
    case("suspect-reading", text(aims("100% trẻ em được tiêm chủng giai đoạn 2021- 030 trong tỉnh.")), finds="2021- 030"),
    case("regressing", text(aims("Tỷ lệ học sinh bỏ học được vận động trở lại trường đạt 60% vào năm 2025 và 70% vào năm 2030."))),
    case(
        "regressing",
        text(aims("Tỷ lệ cha, mẹ được trang bị kỹ năng đạt 75% vào năm 2025 và 70% vào năm 2030.")), finds="2030",
    ),
    case("impossible-value", text(aims("Tập huấn cho 120 lượt cán bộ, trong đó 150 lượt là cộng tác viên.")), finds=""),
    case("impossible-value", text(aims("Tập huấn cho 150 lượt cán bộ, trong đó 120 lượt là cộng tác viên."))),
    case(
        "citation-conflict",
        text(tasks("Thực hiện Quyết định số 777/QĐ-BYT ngày 01/3/2020 của Bộ Y tế.", "Theo Quyết định số 777/QĐ-BYT ngày 01/3/2021 của Bộ Y tế.")),
        finds="777",
    ),
    case("deadline-outside-period", text(tasks("Xây dựng mô hình an toàn, hoàn thành trong quý I/2031.")), finds="2031-03"),
    case("deadline-outside-period", text(tasks("Tổng kết Chương trình trong quý I/2031."))),
    case(
        "defunct-agency",
        text(duties("1. Phòng Tư pháp huyện Bình Minh\n- Hướng dẫn khai sinh."), unit="XÃ BÌNH MINH", day="ngày 15 tháng 9 năm 2025"),
        finds="phong-tu-phap-cap-huyen",
    ),
    case(
        "defunct-agency",
        text(duties("1. Phòng Kinh tế\n- Hướng dẫn khai sinh."), unit="XÃ BÌNH MINH", day="ngày 15 tháng 9 năm 2025"),
    ),
    case(
        "year-missing",
        text(aims(*_MOST[:-1], "Tỷ lệ trẻ em từ 11 tuổi trở lên tham gia vào các mô hình quyền tham gia của trẻ em đạt 30% vào năm 2025."), title=_TO_2025),
        finds="24 2030",
    ),
    case("year-missing", text(aims(*(words.split(" vào năm 2025")[0] + " vào năm 2025." for words in _MOST)), title=_TO_2025)),
    case("target-below-reached", report(2020, _REACHED.format("98,5%")), plan(BIRTHS), finds="14 2025 2020"),
    case("target-below-reached", report(2020, _REACHED.format("97,5%")), plan(BIRTHS)),
    case("baseline-differs", report(2020, _REACHED.format("96,1%")), plan(_FROM), finds="14 2020"),
    case("baseline-differs", report(2020, _REACHED.format("97,2%")), plan(_FROM)),
    case("impossible-result", report(2024, _REACHED.format("104%")), plan(BIRTHS), finds="14 2024"),
    case("impossible-result", report(2024, _REACHED.format("100%")), plan(BIRTHS)),
    # --- ways of committing each fault, and what looks like it -----------------------------------------------------
    case("year-missing", text(aims(*_WITHOUT_STUNTED, "Riêng trẻ em người dân tộc thiểu số, tỷ lệ suy dinh dưỡng thể thấp còi còn 24% vào năm 2025."))),
    case(
        "year-missing",
        text(aims(*_WITHOUT_CARE, "Năm 2020, có 85% trẻ em có hoàn cảnh đặc biệt được chăm sóc, trợ giúp; phấn đấu đạt 92% vào năm 2025, 96% vào năm 2030.")),
    ),
    case("impossible-value", text(aims("Huy động trẻ em 5 tuổi ra lớp đạt trên 100%.")), finds=""),
    case("impossible-value", text(aims("Tập huấn cho 200 cán bộ, trong đó có 250 cộng tác viên.")), finds=""),
    case("impossible-value", text(aims("Tập huấn cho 250 cán bộ, trong đó có 200 cộng tác viên."))),
    case("impossible-value", text(aims("Chi trả trợ cấp bằng 150% mức chuẩn.", "Tỷ lệ đi học chung cấp tiểu học đạt 102%.", "Hỗ trợ bằng 120% lương cơ sở."))),
    case("regressing", text(aims("Ít nhất 60% trẻ em được học bơi vào năm 2025 và ít nhất 50% vào năm 2030.")), finds="2030"),
    case("denominator-differs", text(aims("Huyện có 15 xã.") + "\n3. Lắp biển cảnh báo tại cả 14 xã.\n4. Chỉ đạo 16 xã kiện toàn Ban.", **_DISTRICT), finds=("total xã", "total xã")),
    case("denominator-differs", text(aims("Huyện có 15 xã.") + "\n3. Lắp biển cảnh báo tại cả 15 xã.\n4. Chỉ đạo 14 xã làm điểm.\n5. Học tập 20 xã của tỉnh.", **_DISTRICT)),
    case("citation-issuer", text(tasks("Thực hiện Chỉ thị số 20-CT/TW ngày 05/11/2012 của Thủ tướng Chính phủ.")), finds="20-CT/TW"),
    case("symbol-misprint", text(tasks("Thực hiện Quyết định số 1863/QĐ-TTCP ngày 23/12/2019 của Thủ tướng Chính phủ.")), finds="1863/QĐ-TT"),
    case("symbol-misprint", text(tasks("Thực hiện Quyết định số 1863/QĐ-UBND ngày 23/12/2019 của UBND tỉnh Bình Minh."))),
    case("impossible-value", text(aims("Giảm mất cân bằng khi sinh, từ 114 bé trai/100 bé gái về 111/100 vào năm 2030."))),
    case("impossible-value", text(aims("Có 111/100 hộ được hỗ trợ vào năm 2030.")), finds=""),
    case(  # a part of them against what the parent asks for all
        "weaker-than-parent", _PARENT,
        text(aims("Trẻ em dưới 5 tuổi được đăng ký khai sinh đạt 99,6% vào năm 2025; riêng trẻ em người dân tộc thiểu số đạt 98,5%."), **_BELOW),
    ),
    case("symbol-misprint", text(tasks("Theo Thông tư số 31/2017/TT-BGĐDT ngày 18/12/2017 của Bộ Giáo dục và Đào tạo.")), finds="31/2017/TT-BGĐDT"),
    case("replaced-law", text(tasks("Xử phạt theo Nghị định số 144/2013/NĐ-CP ngày 29/10/2013 của Chính phủ."), **_IN_2023), finds="144/2013/NĐ-CP"),
    case("replaced-law", text(tasks("Xử phạt theo Nghị định số 144/2013/NĐ-CP ngày 29/10/2013 của Chính phủ."))),  # held until the end of 2021
    case("replaced-law", text(tasks("Theo Luật Giáo dục số 38/2005/QH11 ngày 14/6/2005.")), finds="38/2005/QH11"),
    case("replaced-law", text(tasks("Theo Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019."))),
    case("impossible-date", text(tasks("Báo cáo trước ngày 31/11 hằng năm.", "Hoàn thành trước ngày 15/13/2022.", "Xong trong tháng 13/2022.")), finds=("ngày 15/13/2022", "ngày 31/11", "tháng 13/2022")),
    case("impossible-date", text(tasks("Báo cáo trước ngày 30/6 và ngày 31/12 hằng năm, ngày 29/02 thì sớm hơn."))),
    case("deadline-outside-period", text(tasks("Xây bể bơi cho các xã, đưa vào sử dụng tháng 9 năm 2031.", "Giai đoạn 2031 - 2035 xây 5 nhà văn hóa.")), finds=("2031", "2031")),
    case("deadline-outside-period", text(tasks("Lồng ghép với Chiến lược phát triển đến năm 2035.", "Đến hết năm 2045, mọi trẻ em được phát triển."))),
    case(
        "doubly-assigned-indicator",
        text(duties("1. Sở Y tế: chủ trì thực hiện chỉ tiêu 3.\n2. Sở Tư pháp: chịu trách nhiệm thực hiện chỉ tiêu 3.", *_INDICATORS)), finds="indicator 3",
    ),
    case(
        "doubly-assigned-indicator",
        text(duties("1. Sở Y tế: chủ trì thực hiện chỉ tiêu 3.\n2. Sở Tư pháp: chịu trách nhiệm phối hợp thực hiện chỉ tiêu 3.", *_INDICATORS)),
    ),
    case("annex-missing", text(tasks("Nhiệm vụ theo Phụ lục I, kinh phí theo Phụ lục II kèm theo Kế hoạch này."), tail=_ANNEX), finds="annex"),
    case("annex-missing", text(tasks("Nhiệm vụ theo Phụ lục I kèm theo Kế hoạch này."), tail=_ANNEX)),
    case("defunct-agency", text(tasks("Tuyên truyền."), day=_NEW).replace("- Như trên;", "- Sở Thông tin và Truyền thông;"), finds="so-thong-tin"),
    case("defunct-agency", text(tasks("Tuyên truyền."), day=_OLD).replace("- Như trên;", "- Sở Thông tin và Truyền thông;")),
    case("copied-text", text(tasks("Giao Sở Y tế chủ trì tập huấn."), **_OF_TAM_NONG), finds="giao so y te"),
    case("copied-text", text(tasks("Huy động nhân dân huyện Lâm Thao tham gia."), **_OF_TAM_NONG), finds="lam thao"),
    case("copied-text", text(tasks("Nâng cao năng lực cho cán bộ của tỉnh Vĩnh Phúc."), **_OF_TAM_NONG), finds="vinh phuc"),
    case("copied-text", text(tasks("Học tập kinh nghiệm của tỉnh Vĩnh Phúc.", "Phối hợp với UBND huyện Lâm Thao.", "Dự hội thi tại thành phố Hà Nội."), **_OF_TAM_NONG)),
    case("copied-text", text(tasks("Truyền thông trên địa bàn tỉnh cho trẻ em."), **_OF_TAM_NONG), finds="tren dia ban tinh"),
    case("copied-text", text(tasks("Chi theo quy định trên địa bàn tỉnh."), **_OF_TAM_NONG)),
    case(
        "deadline-after-parent", text(tasks(f"Các huyện {_FILES} 30/6/2023."), number="Số: 21/KH-UBND"),
        text(tasks(f"{_FILES.capitalize()} 31/12/2023."), **_BELOW), finds="2023-12-31",
    ),
    case(
        "deadline-after-parent", text(tasks(f"Các huyện {_FILES} 30/6/2023."), number="Số: 21/KH-UBND"),
        text(tasks(f"{_FILES.capitalize()} 31/5/2023."), **_BELOW),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    "one", CASES, ids=[f"{one.rule}-{'finds' if one.subjects else 'silent'}-{n}" for n, one in enumerate(CASES)]
)
def test_a_rule_finds_what_it_must_and_nothing_else(one: Case, db: Database, tmp_path: Path) -> None:
    for number, words in enumerate(one.plans):
        (tmp_path / f"{number}.txt").write_text(words, encoding="utf-8")
        outcomes = list(load(db, files_in([tmp_path / f"{number}.txt"])))
    last = outcomes[-1].slug
    found = [
        row["subject"] for row in rows(db, "SELECT subject FROM reason WHERE plan = ? AND rule = ?", [last, one.rule])
    ]
    assert len(found) == len(one.subjects), found
    for said, wanted in zip(sorted(found), sorted(one.subjects), strict=True):
        assert wanted in said


def test_every_rule_has_a_case_that_it_finds_and_one_that_it_leaves_alone() -> None:
    codes = {rule.code for rule in all_rules()}
    assert {one.rule for one in CASES if one.subjects} == codes
    assert {one.rule for one in CASES if not one.subjects} == codes


def _message(db: Database, folder: Path, rule: str, words: str, what: str = "message_vi") -> str:
    folder.mkdir(exist_ok=True)
    (folder / "plan.txt").write_text(words, encoding="utf-8")
    slug = list(load(db, files_in([folder / "plan.txt"])))[-1].slug
    return str(rows(db, "SELECT * FROM reason WHERE plan = ? AND rule = ?", [slug, rule])[0][what])


def test_an_annex_that_is_missing_is_told_by_its_number(db: Database, tmp_path: Path) -> None:
    words = text(tasks("Nhiệm vụ theo Phụ lục I, kinh phí theo Phụ lục II kèm theo Kế hoạch này."), tail=_ANNEX)
    assert _message(db, tmp_path, "annex-missing", words) == "Văn bản nhắc đến Phụ lục II nhưng tệp chỉ có 1 phụ lục."


def test_the_register_says_the_symbol_before_what_is_merely_near(db: Database, tmp_path: Path) -> None:
    words = text(tasks("Theo Thông tư số 29/2019/TT-LĐBTXH ngày 26/12/2019 của Bộ Lao động - Thương binh và Xã hội."))
    said = _message(db, tmp_path, "symbol-misprint", words, "suggestion_vi")
    assert said == "Thông tư số 29/2019/TT-BLĐTBXH"


def test_a_law_is_suggested_with_its_number(db: Database, tmp_path: Path) -> None:
    words = text(tasks("Theo Luật Trẻ em số 102/2016/QH13 ngày 04/5/2016."))
    said = _message(db, tmp_path, "citation-date", words, "suggestion_vi")
    assert said == "Luật Trẻ em số 102/2016/QH13 ngày 05/04/2016"


def test_parts_of_indicators_are_told_from_indicators(db: Database, tmp_path: Path) -> None:
    said = _message(
        db, tmp_path, "basis-missing", text(aims(*_MOST), opening="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
    )
    assert "chỉ tiêu thành phần thuộc" in said


def test_what_is_left_out_is_listed_by_name(db: Database, tmp_path: Path) -> None:
    said = _message(db, tmp_path, "missing-measures", text(aims(*_MOST[:-1])))
    assert "24 (tham gia mô hình của trẻ em)" in said
    assert said.startswith("Không đề cập ")


def test_what_falls_due_only_after_the_plan_is_not_left_out(db: Database, tmp_path: Path) -> None:
    whole = _message(db, tmp_path / "whole", "missing-measures", text(aims(*_MOST)))
    short = "Thực hiện Chương trình hành động vì trẻ em giai đoạn 2021 - 2025"
    to_2025 = [words.split(" vào năm 2025")[0] + " vào năm 2025." for words in _MOST]
    said = _message(
        db, tmp_path / "short", "missing-measures", text(aims(*to_2025), title=short, number="Số: 16/KH-UBND")
    )
    # The first is due in 2025 and 2030, the second in 2030, the third from 2025 to 2030.
    assert [name in whole for name in ("3a (", "5b (", "13 (")] == [True, True, True]
    assert [name in said for name in ("3a (", "5b (", "13 (")] == [True, False, False]


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("24 (", "5/8 câu lạc bộ tham gia hội thi vào năm 2030."),
        (
            "8b (",
            "Trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em: dưới 6% vào năm 2030; được chăm sóc, trợ giúp: 95% vào năm 2030.",
        ),
    ],
)
def test_what_a_target_speaks_of_that_is_not_understood_is_not_left_out(
    measure: str, words: str, db: Database, tmp_path: Path
) -> None:
    others = [one for one in _MOST[:-1] if "hoàn cảnh đặc biệt" not in one]
    assert measure not in _message(db, tmp_path, "missing-measures", text(aims(*others, words)))
