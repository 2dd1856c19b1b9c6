"""Deadlines: times in every wording, with an actor above them or as their subject, a recipient, and what is no deadline."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.generators.case import Case, Fields

_OFFICES = (
    "Sở Y tế",
    "Công an tỉnh",
    "UBND các xã, phường",
    "Hội Sinh vật cảnh tỉnh",
    "Chi cục Đê điều",
    "Các sở, ban, ngành",
)
_RECEIVERS = ("Sở Nội vụ", "Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh", "Sở Khoa học và Công nghệ")
_TASKS = (
    "Hoàn thành việc rà soát trẻ em",
    "Lập danh sách hộ nghèo",
    "Củng cố đội ngũ cộng tác viên",
    "Tổ chức tập huấn cho cộng tác viên",
)
_TITLES = {True: ("", "Báo cáo định kỳ: "), False: ("", "Về thời gian: ")}  # of reports, of tasks


def _day(r: random.Random) -> tuple[str, str]:
    day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(2024, 2029)
    words = r.choice((f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year}", f"{day:02} tháng {month:02} năm {year}", f"{day:02}-{month:02}-{year}", f"{day:02}/{month:02}/{year % 100}"))  # fmt: skip
    return words, f"{year}-{month:02}-{day:02}"


def _before(r: random.Random) -> tuple[str, list[Fields]]:
    words, due = _day(r)
    lead, relation = r.choice((("trước ngày", "before"), ("chậm nhất ngày", "by"), ("chậm nhất là ngày", "by"), ("trước 17 giờ ngày", "before"), ("trước 16 giờ 30 ngày", "before"), ("đến hết ngày", "by")))  # fmt: skip
    return f"{lead} {words}", [{"due": due, "relation": relation, "recurrence": None}]


def _yearly(r: random.Random) -> tuple[str, list[Fields]]:
    day, month = r.randint(1, 28), r.randint(1, 12)
    rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    words = r.choice(
        (
            f"trước ngày {day:02}/{month} hằng năm",
            f"trước ngày {day} tháng {month} hàng năm",
            f"trước 17h00 ngày {day:02}/{month:02} hằng năm",
        )
    )
    return words, [{"due": None, "relation": "before", "recurrence": rule}]


def _twice(r: random.Random) -> tuple[str, list[Fields]]:
    day, other = r.randint(1, 28), r.randint(1, 28)
    rules = [f"FREQ=YEARLY;BYMONTH=6;BYMONTHDAY={day}", f"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY={other}"]
    return f"trước ngày {day:02}/6 và {other:02}/12 hằng năm", [
        {"due": None, "relation": "before", "recurrence": rule} for rule in rules
    ]


def _quarterly(r: random.Random) -> tuple[str, list[Fields]]:
    day = r.randint(1, 28)
    words, rule = r.choice(
        (
            (f"trước ngày {day:02} của tháng cuối quý", f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={day}"),
            (f"trước ngày {day:02} của tháng đầu quý sau", f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={day}"),
            (f"trước ngày {day:02} hằng tháng", f"FREQ=MONTHLY;BYMONTHDAY={day}"),
            (f"trước ngày {day:02} của tháng liền kề", f"FREQ=MONTHLY;BYMONTHDAY={day}"),
        )
    )
    return words, [{"due": None, "relation": "before", "recurrence": rule}]


def _span(r: random.Random) -> tuple[str, list[Fields]]:
    year, quarter = r.randint(2024, 2029), r.randint(1, 4)
    roman = ("I", "II", "III", "IV")[quarter - 1]
    start, due = f"{year}-{quarter * 3 - 2:02}", f"{year}-{quarter * 3:02}"
    words, first, last = r.choice(
        (
            (f"trong quý {roman}/{year}", start, due),
            (f"trong Quí {roman} năm {year}", start, due),
            (f"từ ngày 03 đến ngày 17/{quarter}/{year}", f"{year}-{quarter:02}-03", f"{year}-{quarter:02}-17"),
            (
                f"từ ngày 15/{quarter} đến hết ngày 15/{quarter + 1}/{year}",
                f"{year}-{quarter:02}-15",
                f"{year}-{quarter + 1:02}-15",
            ),
            (
                f"từ tháng {quarter} đến tháng {quarter + 5} năm {year}",
                f"{year}-{quarter:02}",
                f"{year}-{quarter + 5:02}",
            ),
        )
    )
    return words, [{"due": last, "start": first, "relation": "within", "recurrence": None}]


def _term(r: random.Random) -> tuple[str, list[Fields]]:
    number = r.randint(2, 90)
    words = r.choice(
        (
            f"trong {number:02} ngày làm việc kể từ ngày nhận đủ hồ sơ",
            f"trong vòng {number} ngày kể từ ngày ban hành Kế hoạch",
            f"chậm nhất {number} ngày kể từ ngày ký",
            f"trong thời hạn {number} giờ kể từ khi phát hiện",
        )
    )
    return words, [{"due": None, "relation": "within", "recurrence": None}]


def _often(r: random.Random) -> tuple[str, list[Fields]]:
    words, rules = r.choice(
        (
            ("định kỳ 6 tháng, hằng năm", ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
            ("hằng quý", ("FREQ=MONTHLY;INTERVAL=3",)),
            ("hàng tháng, quý", ("FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3")),
            ("định kỳ hằng năm", ("FREQ=YEARLY",)),
        )
    )
    return words, [{"due": None, "relation": "every", "recurrence": rule} for rule in rules]


_TIMES: tuple[Callable[[random.Random], tuple[str, list[Fields]]], ...] = (
    _before, _before, _yearly, _twice, _quarterly, _span, _term, _often,
)  # fmt: skip


def _sentence(r: random.Random, actor: str | None) -> tuple[str, list[Fields]]:
    """A sentence with a time; its actor is the heading above it, or stands in it."""
    time, fields = r.choice(_TIMES)(r)
    receiver = r.choice(_RECEIVERS)
    office = actor or r.choice(_OFFICES)
    reports = r.random() < 0.6
    what = f"báo cáo kết quả thực hiện về {receiver}" if reports else r.choice(_TASKS)
    low = what[0].lower() + what[1:]
    if actor is not None:
        words = r.choice(
            (
                f"{what} {time}",
                f"{time}, {low}",
                f"{what} ({time})" if not time.startswith(("từ", "định", "h")) else f"{time}, {low}",
            )
        )
    else:
        words = r.choice(_TITLES[reports]) + r.choice(
            (f"{office} {low} {time}", f"{time}, {office} {low}", f"Căn cứ tình hình thực tế, {office} {low} {time}")
        )
    words = words[0].upper() + words[1:]
    record = {
        "kind": "report" if reports else "task",
        "actor": office,
        "recipient": receiver if reports else None,
        "said": words[:40],
    }
    return words + ".", [{**one, **record} for one in fields]


_NOTHING = (
    "Lồng ghép vào kế hoạch phát triển kinh tế - xã hội hằng năm của địa phương.",
    "Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ.",
    "Hưởng ứng Tháng hành động vì trẻ em vào tháng 6/2024.",
    "Số liệu từ ngày 15/12/2023 đến ngày 14/12/2024.",
)


def case(r: random.Random) -> Case:
    """A plan whose deadlines are known."""
    wanted: list[Fields] = []
    organised: list[str] = []
    for number, office in enumerate(r.sample(_OFFICES, 3), 1):
        organised.append(f"{number}. {office}")
        for _ in range(2):
            words, fields = _sentence(r, office)
            organised.append(f"- {words}")
            wanted += fields
        if r.random() < 0.5:
            organised.append(f"- {r.choice(_NOTHING)}")
    reporting: list[str] = []
    for number in range(1, 4):
        words, fields = _sentence(r, None)
        reporting.append(f"{number}. {words}")
        wanted += fields
    warned = []
    if r.random() < 0.3:
        reporting.append("4. Sở Y tế báo cáo kết quả về Sở Nội vụ chậm nhất ngày 31/9/2024.")
        wanted.append({"due": None, "actor": "Sở Y tế", "kind": "report", "said": "31/9/2024"})
        warned = ["date-does-not-exist"]
    tasks = []
    if r.random() < 0.5:
        tasks = ["- Mở lớp dạy bơi.", "Đơn vị chủ trì: Sở Y tế.", "Thời gian thực hiện: Quý III/2025."]
        wanted.append(
            {
                "due": "2025-09",
                "start": "2025-07",
                "relation": "within",
                "actor": "Sở Y tế",
                "kind": "task",
                "said": "Thời gian thực hiện",
            }
        )
    body = [
        "I. NHIỆM VỤ",
        "1. Công tác trẻ em",
        "- Tuyên truyền.",
        *tasks,
        "II. TỔ CHỨC THỰC HIỆN",
        *organised,
        "III. CHẾ ĐỘ BÁO CÁO",
        *reporting,
    ]
    return Case(data=(_HEAD + "\n".join(body) + _TAIL).encode(), expect={"deadlines": wanted}, warned=warned)


_HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Bình Minh, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Thực hiện công tác trẻ em giai đoạn 2024-2029
Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
"""
_TAIL = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n"
