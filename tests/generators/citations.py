"""Citations: invented documents of every sort, written as offices write them, in an opening and among tasks."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.generators.case import Case, Fields

_ISSUERS = {
    "TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ", "BYT": "Bộ Y tế", "UBND": "Ủy ban nhân dân tỉnh Bình Minh", "HĐND": "Hội đồng nhân dân tỉnh",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "TU": "Tỉnh ủy", "TW": "Bộ Chính trị", "SYT": "Sở Y tế",
    "BCĐ": "Ban Chỉ đạo về phòng ngừa tai nạn, thương tích và đuối nước tỉnh", "BQL": "Ban Quản lý Vườn quốc gia Sao La",
}  # fmt: skip
# Type word, its abbreviation in symbols, as records have it.
_TYPES = (
    ("Quyết định", "QĐ", "QĐ"), ("Nghị quyết", "NQ", "NQ"), ("Kế hoạch", "KH", "KH"), ("Chỉ thị", "CT", "CT"), ("Thông báo", "TB", "TB"),
    ("Hướng dẫn", "HD", "HD"), ("Kết luận", "KL", "KL"), ("Chương trình hành động", "CTr", "CTr"), ("Quy định", "QĐ", "QyĐ"),
)  # fmt: skip
_LAWS = ("Luật Trẻ em", "Luật Hộ tịch", "Luật Phòng, chống bạo lực gia đình", "Luật Thi đua khen thưởng", "Bộ luật Lao động", "Pháp lệnh Dân số", "Luật Hôn nhân và gia đình")  # fmt: skip
_SUBJECTS = (
    "về công tác trẻ em",
    "về việc tăng cường bảo vệ trẻ em",
    "ban hành Chương trình sữa học đường",
    "phê duyệt Đề án lớp học bơi",
    "quy định mức hỗ trợ",
)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A document and the words that cite it."""

    words: str
    fields: Fields


def _number(r: random.Random, symbol: str, body: str) -> tuple[str, str]:
    """A number as it is written and as the record has it."""
    running, party = r.randint(1, 4999), body in ("TU", "TW", "BCĐ")
    parts = [symbol, body + (str(r.randint(10, 99)) if body == "BCĐ" and r.random() < 0.5 else "")]
    if body == "BCĐ" and r.random() < 0.3:
        parts.append("ĐP")
    if party:
        number = f"{running:02}-" + "/".join(parts)
    else:
        year = f"/{r.randint(2010, 2030)}" if symbol == "QĐ" and r.random() < 0.3 else ""
        number = f"{running:02}{year}/" + "-".join(parts)
    printed = number
    if r.random() < 0.15 and f"{symbol}-" in number:
        printed = number.replace(f"{symbol}-", r.choice((f"{symbol} -", f"{symbol}- ")))
    return printed, number


def _date(r: random.Random) -> tuple[str, str]:
    day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(2005, 2029)
    iso = f"{year}-{month:02}-{day:02}"
    return r.choice(
        (f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year}", f"{day:02} tháng {month:02} năm {year}", f"{day:02}-{month:02}-{year}", f"{day:02}/{month:02}/{year % 100:02}")
    ), iso  # fmt: skip


def _document(r: random.Random) -> _Cited:
    """A document with its number: date and issuer may be missing, or the date stand behind the issuer."""
    word, symbol, kind = r.choice(_TYPES)
    body = r.choice(list(_ISSUERS))
    printed, number = _number(r, symbol, body)
    fields = {"doc_type": kind, "number": number, "issued_on": None, "issuer": None}
    words = word + r.choice((" số ", " số ", " số: ", " ")) + r.choice((printed, printed, printed, f"“{printed}”"))
    date, iso = _date(r)
    order = r.choice(("date issuer", "date issuer", "date issuer", "date", "issuer", "issuer date", ""))
    for part in order.split():
        if part == "date":
            words += f" ngày {date}"
            fields["issued_on"] = iso
        else:
            words += f" của {_ISSUERS[body]}"
            fields["issuer"] = _ISSUERS[body]
    return _Cited(words, fields)


def _law(r: random.Random) -> _Cited:
    name = r.choice(_LAWS)
    kind = "BL" if name.startswith("Bộ") else "PL" if name.startswith("Pháp") else "L"
    year = r.randint(1999, 2025)
    dated = r.random() < 0.6
    words = f"{name} năm {year}" if dated else name
    return _Cited(words, {"doc_type": kind, "name": name, "number": None, "issued_on": str(year) if dated else None})


def _with_provision(r: random.Random, one: _Cited) -> _Cited:
    said = r.choice(
        (
            "Điều 5",
            "khoản 2 Điều 9",
            "khoản 1 và khoản 3 Điều 54",
            "điểm a, điểm b khoản 2 Điều 7",
            "Điều 20, Điều 21",
            "Chương III",
            "Mục 2 Chương IV",
        )
    )
    return _Cited(said + r.choice((" ", " của ")) + one.words, {**one.fields, "provision": said})


def _list(r: random.Random) -> list[_Cited]:
    """Numbers under one type word, the issuer before them or behind the last."""
    word, symbol, kind = r.choice(_TYPES[:4])
    body = r.choice(("TTg", "BYT", "UBND"))
    issuer = _ISSUERS[body]
    numbers = [f"{running}/{symbol}-{body}" for running in r.sample(range(10, 3000), r.randint(2, 4))]
    dates = [_date(r) for _ in numbers]
    items = [f"số {number} ngày {date[0]}" for number, date in zip(numbers, dates, strict=True)]
    before = r.random() < 0.5
    mark = "; " if before or r.random() < 0.3 else ", "
    words = mark.join(items[:-1]) + r.choice((mark, " và ")) + items[-1]
    words = f"các {word} của {issuer}: {words}" if before else f"các {word} {words} của {issuer}"
    fields = [
        {"doc_type": kind, "number": number, "issued_on": date[1], "issuer": issuer}
        for number, date in zip(numbers, dates, strict=True)
    ]
    return [_Cited(words if at == 0 else "", one) for at, one in enumerate(fields)]


def _one(r: random.Random) -> list[_Cited]:
    make: Callable[[random.Random], _Cited] = r.choice((_document, _document, _law))
    if r.random() < 0.2:
        return _list(r)
    one = make(r)
    return [_with_provision(r, one) if r.random() < 0.25 else one]


def _ground(r: random.Random) -> tuple[str, list[Fields]]:
    """A clause of the opening: its documents bear its role, one in the title of another is only mentioned."""
    lead, role = r.choice((("Căn cứ ", "basis"), ("Thực hiện ", "implements"), ("Triển khai ", "implements")))
    cited = _one(r)
    words = lead + " ".join(one.words for one in cited if one.words)
    fields: list[Fields] = [{**one.fields, "role": role} for one in cited]
    if cited[0].fields.get("number") is not None and r.random() < 0.4:
        inner = _law(r)
        words += f" quy định chi tiết một số điều của {inner.words}"
        fields.append({**inner.fields, "role": "mention"})
    elif cited[0].fields.get("number") is not None:
        words += f" {r.choice(_SUBJECTS)}"
    return words + ";", fields


def _task(r: random.Random) -> tuple[str, list[Fields]]:
    cited = _one(r)
    lead = r.choice(
        ("Tuyên truyền, phổ biến ", "Thực hiện chính sách theo ", "Trợ giúp trẻ em theo quy định tại ", "Thi hành ")
    )
    tail = r.choice(
        (".", " cho cha mẹ, người chăm sóc trẻ em.", "; kiểm tra 10/10 xã, thị trấn.", " (tỷ lệ 550/100.000 trẻ em).")
    )
    fields: list[Fields] = [{**one.fields, "role": "mention"} for one in cited]
    return "- " + lead + " ".join(one.words for one in cited if one.words) + tail, fields


def case(r: random.Random) -> Case:
    """A plan whose citations are all known."""
    expected: list[Fields] = []
    opening, tasks = [], []
    for _ in range(r.randint(1, 4)):
        words, fields = _ground(r)
        opening.append(words)
        expected += fields
    for _ in range(r.randint(2, 6)):
        words, fields = _task(r)
        tasks.append(words)
        expected += fields
    head = (
        "ỦY BAN NHÂN DÂN\nHUYỆN AN LẠC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 6001/KH-UBND\nAn Lạc, ngày 05 tháng 01 năm 2030\n"
        "KẾ HOẠCH\nThực hiện công tác trẻ em năm 2030\n"
    )
    closing = "Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"
    text = head + "\n".join(opening) + f"\n{closing}\nI. NHIỆM VỤ\n1. Truyền thông\n" + "\n".join(tasks)
    data = replace_marks(r, text).encode()
    return Case(data=data, expect={"legal_refs": expected})


def replace_marks(r: random.Random, text: str) -> str:
    """Another typist's dashes and quotation marks."""
    return text.replace("“", r.choice(("“", '"'))).replace("”", r.choice(("”", '"'))) if r.random() < 0.5 else text
