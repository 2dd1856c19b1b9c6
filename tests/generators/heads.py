"""Heads: issuers of every kind and level, laid out as offices, portals and recognition leave them, with titles, dates and signatures."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus import units
from corpus.units import Unit
from tests.generators.case import Case

_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_FREEDOM = "Độc lập - Tự do - Hạnh phúc"
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_FUNCTIONS = (
    ("Y tế", "YT"), ("Lao động - Thương binh và Xã hội", "LĐTBXH"), ("Giáo dục và Đào tạo", "GDĐT"), ("Nội vụ", "NV"), ("Tư pháp", "TP"),
    ("Văn hóa, Thể thao và Du lịch", "VHTTDL"), ("Nông nghiệp và Môi trường", "NNMT"), ("Khoa học và Công nghệ", "KHCN"),
    ("Dân tộc và Tôn giáo", "DTTG"),
)  # fmt: skip
_MINISTRIES = (
    ("Bộ Y tế", "BYT"),
    ("Bộ Giáo dục và Đào tạo", "BGDĐT"),
    ("Văn phòng Chính phủ", "VPCP"),
    ("Bộ Công an", "BCA"),
)
_SUBJECTS = (
    "thực hiện công tác trẻ em", "phòng, chống đuối nước trẻ em", "bảo vệ, chăm sóc trẻ em mồ côi", "triển khai Tháng hành động vì trẻ em",
    "thực hiện Quyết định số 1234/QĐ-TTg ngày 15/8/2019 của Thủ tướng Chính phủ", "phát triển xã hội học tập", "dạy bơi trong trường học",
)  # fmt: skip
_PEOPLE = ("Nguyễn Văn An", "Trần Thị Bích Hà", "Lò Văn Páo", "H'Lan Niê", "Đỗ Minh Tú")


@dataclass(slots=True)
class _Issuer:
    """The lines of the head's left column, the end of the symbol, and what the fields must be."""

    lines: list[str]
    body: str
    fields: dict[str, Any]
    offices: tuple[str, str]
    acts_for: str
    place: str
    party: bool = False
    is_plain: bool = True  # committee: signs `TM. ỦY BAN NHÂN DÂN`


@lru_cache(maxsize=4)
def _known(level: str, new: bool) -> tuple[tuple[Unit, bool], ...]:
    """Units of a level and order, and whether the name is that of one unit only."""
    found = [
        u
        for u in units.load()
        if u.level == level and u.code.startswith("2025" if new else "2021") and not u.name.isdigit()
    ]
    counted: dict[tuple[str, str], int] = {}
    for unit in found:
        counted[unit.type, unit.name.lower()] = counted.get((unit.type, unit.name.lower()), 0) + 1
    return tuple((unit, counted[unit.type, unit.name.lower()] == 1) for unit in found)


def _where(unit: Unit) -> dict[str, Any]:
    """The names of a unit and those above it, by level."""
    names: dict[str, Any] = {
        "level": unit.level,
        "province": None,
        "district": None,
        "commune": None,
        unit.level: unit.name,
    }
    return names | {above.level: above.name for above in units.load().ancestors(unit)}


def _unit(r: random.Random, level: str, new: bool) -> tuple[Unit, bool]:
    return r.choice(_known(level, new))


def _only_one(r: random.Random, level: str, new: bool) -> Unit:
    """A unit whose name no other one bears."""
    while True:
        unit, single = _unit(r, level, new)
        if single:
            return unit


def _committee(r: random.Random, new: bool) -> _Issuer:
    unit, single = _unit(r, r.choice(("province", "commune") if new else ("province", "district", "commune")), new)
    council = r.random() < 0.2
    body = "HỘI ĐỒNG NHÂN DÂN" if council else r.choice(("ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN", "UBND"))
    said = "Hội đồng nhân dân" if council else "Ủy ban nhân dân"
    fields = _where(unit) | {
        "issuer": f"{said} {unit.full_name}",
        "issuer_kind": "people_council" if council else "people_committee",
    }
    lines = [body, unit.full_name.upper()] if r.random() < 0.7 else [f"{body} {unit.full_name.upper()}"]
    issuer = _Issuer(
        lines,
        "HĐND" if council else "UBND",
        fields,
        ("CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        body if council else "ỦY BAN NHÂN DÂN",
        unit.name,
    )
    return issuer if single else _with_province(issuer, unit)


def _with_province(issuer: _Issuer, unit: Unit) -> _Issuer:
    """Several units of one name: the head names those above."""
    above = [one.full_name.upper() for one in reversed(units.load().ancestors(unit))]
    issuer.lines = [*(f"UBND {name}" for name in above), *issuer.lines]
    return issuer


def _department(r: random.Random, new: bool) -> _Issuer:
    unit = _only_one(r, "province" if new else r.choice(("province", "district")), new)
    function, short = r.choice(_FUNCTIONS)
    name, letter = ("Sở", "S") if unit.level == "province" else ("Phòng", "P")
    fields = _where(unit) | {"issuer": f"{name} {function} {unit.full_name}", "issuer_kind": "department"}
    above = r.choice(("UBND", "ỦY BAN NHÂN DÂN")) + " " + unit.full_name.upper()
    chief = ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") if unit.level == "province" else ("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    own = f"{name} {function}".upper()
    return _Issuer([above, own], letter + short, fields, chief, "", unit.name, is_plain=False)


def _party(r: random.Random, new: bool) -> _Issuer:
    unit = _only_one(r, "province" if new else r.choice(("province", "district")), new)
    kinds = {"tỉnh": "TỈNH ỦY", "thành phố": "THÀNH ỦY", "huyện": "HUYỆN ỦY", "quận": "QUẬN ỦY", "thị xã": "THỊ ỦY"}
    name = kinds[unit.type]
    fields = _where(unit) | {"issuer": f"{name.capitalize()} {unit.name}", "issuer_kind": "party"}
    lines = [f"{name} {unit.name.upper()}"]
    if unit.level == "district":
        lines.insert(0, f"ĐẢNG BỘ {units.load().ancestors(unit)[-1].full_name.upper()}")
    body = "TU" if unit.level == "province" else f"{name[0]}U"
    return _Issuer([*lines, "*"], body, fields, ("BÍ THƯ", "PHÓ BÍ THƯ"), "BAN THƯỜNG VỤ", unit.name, party=True)


def _ministry(r: random.Random, new: bool) -> _Issuer:
    name, short = r.choice(_MINISTRIES)
    fields = {
        "level": "central",
        "province": None,
        "district": None,
        "commune": None,
        "issuer": name,
        "issuer_kind": "ministry",
    }
    return _Issuer([name.upper()], short, fields, ("BỘ TRƯỞNG", "THỨ TRƯỞNG"), "", "Hà Nội", is_plain=False)


_ISSUERS: tuple[Callable[[random.Random, bool], _Issuer], ...] = (
    _committee,
    _committee,
    _department,
    _party,
    _ministry,
)


# --- title, number, date ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Title:
    kind: str
    short: str
    genre: str
    subject: str
    years: tuple[int | None, int | None]


def _title(r: random.Random, year: int) -> _Title:
    kind, short, genre = r.choice(
        (("Kế hoạch", "KH", "plan"), ("Kế hoạch", "KH", "plan"), ("Chương trình hành động", "CTr", "plan"), ("Báo cáo", "BC", "report"),
         ("Quyết định", "QĐ", "plan"), ("Nghị quyết", "NQ", "resolution"), ("Chỉ thị", "CT", "letter"), ("Công văn", "", "letter"))
    )  # fmt: skip
    subject = r.choice(_SUBJECTS)
    subject = {
        "Quyết định": f"ban hành Kế hoạch {subject}",
        "Nghị quyết": f"về {subject}",
        "Báo cáo": f"kết quả {subject}",
        "Chỉ thị": f"về {subject}",
    }.get(kind, subject)
    words, years = r.choice((
        ("", (None, None)), (f" năm {year}", (year, year)), (f" giai đoạn {year} - {year + 4}", (year, year + 4)), (f" năm {year}, {year + 1}", (year, year + 1)),
        (f" giai đoạn {year}-{year + 4}, định hướng đến năm {year + 9}", (year, year + 4)), (f" đến năm {year + 4}", (None, year + 4)),
    ))  # fmt: skip
    return _Title(kind, short, genre, subject + words, years)


def _symbol(issuer: _Issuer, title: _Title) -> tuple[str, str]:
    """The symbol, and the mark before it."""
    if issuer.party:
        return (f"{title.short}/{issuer.body}", "-") if title.short else (f"CV/{issuer.body}", "-")
    return (f"{title.short}-{issuer.body}", "/") if title.short else (f"{issuer.body}-KGVX", "/")


def _capitals(words: str) -> str:
    return words.upper().replace("QĐ-TTG", "QĐ-TTg")


# --- layout and damage -----------------------------------------------------------------------------------------------


def _broken(r: random.Random, lines: list[str]) -> list[str]:
    """Lines broken at one of their spaces, as a narrow cell of a portal's table breaks them."""
    out = []
    for line in lines:
        words = line.split(" ")
        if len(words) > 2 and r.random() < 0.5:
            at = r.randrange(1, len(words))
            out += [" ".join(words[:at]), " ".join(words[at:])]
        else:
            out.append(line)
    return out


def _laid_out(r: random.Random, left: list[str], right: list[str]) -> list[str]:
    """The two columns of the head one below the other, cell by cell, or run together line by line."""
    layout = r.choice(("blocks", "blocks", "pipes", "cells", "beside"))
    if layout == "blocks":
        return [*left, "-------", *right]
    if layout == "pipes":
        number, date = left[-1], right[-1]
        return [f"| {' '.join(left[:-1])} | {' '.join(right[:-1])} |", f"| {number} | {date} |"]
    if layout == "cells":
        return [
            "|",
            *_broken(r, left[:-1]),
            "|",
            *_broken(r, right[:-1]),
            "|",
            "|",
            *_broken(r, left[-1:]),
            "|",
            *_broken(r, right[-1:]),
            "|",
        ]
    height = max(len(left), len(right))
    left, right = [*left, *[""] * (height - len(left))], [*[""] * (height - len(right)), *right]
    return [f"{a:<46}{b}".rstrip() for a, b in zip(left, right, strict=True)]


def case(r: random.Random) -> Case:
    """A document with a head of one of many kinds."""
    new = r.random() < 0.5
    year = r.randint(2026, 2029) if new else r.randint(2021, 2024)
    issuer = r.choice(_ISSUERS)(r, new)
    title = _title(r, year)
    symbol, mark = _symbol(issuer, title)
    running, day, month = f"{r.randint(1, 3999):02}", r.randint(1, 28), r.randint(1, 12)
    blank = r.random() < 0.15
    number = None if blank else f"{running}{mark}{symbol}"
    printed = f"{r.choice(('Số:', 'Số:', 'Só:'))} {'      ' if blank else running}{mark}{symbol}"
    date = f"{issuer.place}, ngày {'    ' if blank else f'{day:02}'} tháng {month:02} năm {year}"
    letter = title.kind == "Công văn"
    left = [*issuer.lines, printed]
    if letter:
        left.append(f"V/v {title.subject}")
    right = [_PARTY, date] if issuer.party else [_MOTTO, _FREEDOM, date]
    head = [*left, *right] if letter else _laid_out(r, left, right)
    if r.random() < 0.1 and head[0] != "|":
        head = ["CÔNG VĂN ĐẾN", "Số: 1234", f"Ngày: {day}/{month}/{year}", *head]
    lines = [*head, *_type_and_subject(r, title), *_body(r, issuer, title, letter)]
    signer, office, closing = _closing(r, issuer)
    fields = issuer.fields | {
        "genre": title.genre, "doc_type": title.short or "CV", "number": number, "symbol": symbol, "title": _expected(title, letter),
        "issued_on": f"{year}-{month:02}" if blank else f"{year}-{month:02}-{day:02}", "period_start": title.years[0], "period_end": title.years[1],
        "status": "draft" if blank else "issued", "signer": signer, "signer_title": office, "recipients": ["Như trên", "Lưu: VT"],
    }  # fmt: skip
    return Case(data="\n".join([*lines, *closing]).encode(), document=fields)


def _expected(title: _Title, letter: bool) -> str:
    return f"{title.kind} về việc {title.subject}" if letter else f"{title.kind} {title.subject}"


def _type_and_subject(r: random.Random, title: _Title) -> list[str]:
    if title.kind == "Công văn":
        return ["", "Kính gửi: Các cơ quan, đơn vị có liên quan"]
    kind = title.kind.upper()
    if r.random() < 0.1:
        kind = " ".join(kind.replace(" ", " "))
        kind = "  ".join(" ".join(word) for word in title.kind.upper().split())
    capitals = r.random() < 0.5
    subject = _capitals(title.subject) if capitals else title.subject[:1].upper() + title.subject[1:]
    if title.kind in ("Kế hoạch", "Báo cáo", "Chỉ thị") and capitals and r.random() < 0.2:
        return [subject]  # the line for the type is missing; the symbol says it
    return [kind, *(_broken(r, [subject]) if capitals else [subject])]


def _body(r: random.Random, issuer: _Issuer, title: _Title, letter: bool) -> list[str]:
    grounds = [
        "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
        "Thực hiện Kế hoạch số 99/KH-UBND ngày 02/02/2020 của Ủy ban nhân dân tỉnh Sao Mai, nội dung như sau:",
    ]
    if title.kind in ("Quyết định", "Nghị quyết"):
        return [
            *grounds[:1],
            f"{title.kind.upper() if title.kind == 'Quyết định' else 'QUYẾT NGHỊ'}:",
            "Điều 1. Ban hành kèm theo văn bản này các nội dung về trẻ em.",
        ]
    return [
        *grounds,
        "I. MỤC TIÊU",
        "1. Bảo đảm trẻ em được an toàn.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Các cơ quan, đơn vị",
        "- Triển khai thực hiện.",
    ]


def _closing(r: random.Random, issuer: _Issuer) -> tuple[str, str, list[str]]:
    signer = r.choice(_PEOPLE)
    chief, deputy = issuer.offices
    lines = []
    mark = ("T/M " if issuer.party else "TM. ") if issuer.acts_for else ""
    if mark:
        lines.append(f"{mark}{issuer.acts_for}")
    office = chief
    if r.random() < 0.6:
        lines += [f"{r.choice(('K/T', 'KT.')) if issuer.party else 'KT.'} {chief}", deputy]
        office = deputy
    else:
        lines.append(chief)
    if r.random() < 0.3:
        lines.append(r.choice(("(Đã ký)", "(Ký tên, đóng dấu)")))
    lines.append(signer)
    if r.random() < 0.2:
        lines += ["Ký bởi: Cơ quan phát hành", "Thời gian ký: 01/02/2030 10:11:12 +07:00"]
    first, _, rest = office.lower().partition(" ")
    said = f"{first.capitalize()} {rest.capitalize() if first == 'phó' else rest}"
    return signer, said, ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", *lines]
