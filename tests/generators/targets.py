"""Targets in prose: subjects, values, years and groups that nobody has written yet, in the wordings that offices use."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.generators.case import Case
from tests.generators.prose import WHO, Draw, document, number

_DOES = (
    "được tập huấn nghiệp vụ", "có sổ theo dõi điện tử", "tham gia sinh hoạt định kỳ", "được cấp thẻ đọc sách", "sử dụng nước hợp vệ sinh",
    "được kiểm tra sức khỏe", "có góc truyền thông", "thực hiện ký cam kết",
)  # fmt: skip
_PLACES = ("nông thôn", "thành thị", "miền núi", "đồng bằng")
_PARTS = ("vùng ven sông", "khối trường nội trú", "các xã bãi ngang", "vùng đồng bào Dao", "cụm dân cư mới")
_LABELS = ("- ", "+ ", "(1) ", "a) ", "1.1. ")


def case(draw: random.Random) -> Case:
    """A plan with some lines of targets, and among them some that set none."""
    made = Draw(draw)
    label = draw.choice(_LABELS)
    lines: list[str] = []
    expect: list[dict[str, Any]] = []
    for _ in range(draw.randint(2, 4)):
        words, targets = draw.choice(_WORDINGS)(made)
        lines.append(words)
        expect += targets
        if draw.random() < 0.3:
            lines.append(draw.choice(_NO_TARGETS)(made))
    return Case(data=document(lines, label), expect={"targets": expect})


def _target(value: float, **fields: Any) -> dict[str, Any]:
    plain = {"comparator": "=", "unit": "percent", "year": None, "group": None, "change": None}
    return {"kind": "quantitative", "value": value} | plain | fields


_Made = tuple[str, list[dict[str, Any]]]


def _one(made: Draw) -> _Made:
    """`Tỷ lệ … đạt trên 85% vào năm 2027`."""
    sign, words = made.comparator()
    value, year = made.share(), made.year()
    who, does = made.pick(WHO), made.pick(_DOES)
    if made.draw.random() < 0.5:
        line = f"Tỷ lệ {who} {does} đạt {words}{number(value)}% {made.pick(('vào', 'đến', 'trong'))} năm {year}"
    else:
        line = f"{made.pick(('Phấn đấu', 'Đến'))} năm {year}, {words}{number(value)}% {who} {does}"
        line = line.replace("Phấn đấu năm", "Phấn đấu đến năm")
    return line, [_target(value, comparator=sign, year=year)]


def _milestones(made: Draw) -> _Made:
    """Two to four years of one measure, before or after their values."""
    years = made.years(made.draw.randint(2, 4))
    values = made.shares(len(years))
    subject = f"Tỷ lệ {made.pick(WHO)} {made.pick(_DOES)}"
    expect = [_target(value, year=year) for value, year in zip(values, years, strict=True)]
    way = made.draw.randrange(4)
    if way == 0:
        parts = [f"{number(v)}% vào năm {y}" for v, y in zip(values, years, strict=True)]
        return f"{subject} đạt {made.joined(parts)}", expect
    if way == 1:
        parts = [f"đến năm {y} đạt {number(v)}%" for v, y in zip(values, years, strict=True)]
        return f"{subject}: {'; '.join(parts)}", expect
    if way == 2:
        named = ", ".join(str(year) for year in years)
        return f"{subject} năm {named} lần lượt đạt {'; '.join(f'{number(v)}%' for v in values)}", expect
    return f"{subject}: {', '.join(f'{number(v)}% ({y})' for v, y in zip(values, years, strict=True))}", expect


def _two_years_value_first(made: Draw) -> _Made:
    """`Đến năm 2030 đạt 45% xã …, năm 2026 có 40% xã …`: each value with the year nearest to it."""
    (first, second), (a, b) = made.years(2), made.shares(2)
    who, does = made.pick(WHO), made.pick(_DOES)
    line = f"Đến năm {second} đạt {number(b)}% {who} {does}, {made.pick(('', 'riêng '))}năm {first} đạt {number(a)}% {who} {does}"
    return line, [_target(b, year=second), _target(a, year=first)]


def _places(made: Draw) -> _Made:
    """Two areas of one measure."""
    one, other = made.draw.sample(_PLACES, 2)
    a, b = made.shares(2)
    subject = f"Tỷ lệ {made.pick(WHO)} {made.pick(_DOES)}"
    line = made.pick(
        (
            f"{subject} đạt {number(a)}% ở {one} và {number(b)}% ở {other}",
            f"{subject}: {one} đạt {number(a)}%, {other} đạt {number(b)}%",
            f"{subject} đạt {number(a)}% ({one}) và {number(b)}% ({other})",
        )
    )
    return line, [_target(a, group=one), _target(b, group=other)]


def _part(made: Draw) -> _Made:
    """A whole and a part of it."""
    part, (a, b) = made.pick(_PARTS), made.shares(2)
    opens = made.pick((", trong đó ", "; trong đó ", "; riêng "))
    line = f"{number(a)}% {made.pick(WHO)} {made.pick(_DOES)}{opens}{part} đạt {number(b)}%"
    return line, [_target(a), _target(b, group=part)]


def _fall(made: Draw) -> _Made:
    """A change against an earlier year, or each year."""
    value, year = made.draw.randint(2, 30), made.year()
    way, change = made.pick((("giảm", "decrease"), ("tăng", "increase")))
    thing = made.pick(("số vụ tai nạn", "số lượt khiếu nại", "số hộ vi phạm"))
    if made.draw.random() < 0.5:
        line = f"Năm {year}, {thing} {way} {value}% so với năm {year - 2}"
        return line, [_target(value, change=change, year=year, baseline_year=year - 2)]
    return f"Hằng năm, {thing} {way} trên {value}%", [_target(value, change=change, per_year=True, comparator=">")]


def _start(made: Draw) -> _Made:
    """A value with where it starts."""
    a, b = made.shares(2)
    first, second = made.years(2)
    line = (
        f"Tỷ lệ {made.pick(WHO)} {made.pick(_DOES)} tăng từ {number(a)}% năm {first} lên {number(b)}% vào năm {second}"
    )
    return line, [_target(b, year=second, baseline_value=a, baseline_year=first)]


def _rate(made: Draw) -> _Made:
    """A rate in so many."""
    value, year = made.draw.randint(2, 40), made.year()
    per, over = made.pick(((1000, "1.000 dân"), (100000, "100.000 trẻ em"), (10000, "10.000 dân")))
    line = f"Số {made.pick(('giường bệnh', 'điểm đọc sách', 'nhân viên'))} đạt {value}/{over} vào năm {year}"
    return line, [_target(value, unit="per", per=per, year=year)]


def _threshold(made: Draw) -> _Made:
    """A number inside the predicate of a share."""
    value, many = made.share(), made.draw.randint(1, 9)
    line = f"{number(value)}% {made.pick(WHO)} có ít nhất {many:02d} {made.pick(('điểm truy cập', 'tủ thuốc', 'tin, bài mỗi tháng'))}"
    return line, [_target(value)]


_WORDINGS: tuple[Callable[[Draw], _Made], ...] = (
    _one, _milestones, _two_years_value_first, _places, _part, _fall, _start, _rate, _threshold,
)  # fmt: skip
_NO_TARGETS: tuple[Callable[[Draw], str], ...] = (
    lambda made: (
        f"Hiện nay toàn huyện có {made.draw.randint(20, 900)} {made.pick(WHO)}, đạt {number(made.share())}% kế hoạch năm trước"
    ),
    lambda made: f"Khẩu hiệu “Cả làng vui 100% niềm vui”, áp phích khổ {made.draw.randint(2, 5)} m",
    lambda made: (
        f"Hồ sơ khen thưởng gồm {made.draw.randint(1, 4):02d} bộ; mỗi đơn vị đề nghị khen {made.draw.randint(1, 4):02d} tập thể, {made.draw.randint(2, 9):02d} cá nhân"
    ),
)
