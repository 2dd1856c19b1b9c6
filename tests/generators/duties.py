"""Duties: invented offices in headings of every layout, tasks with a line or a bracket that says who does them, groups, closings."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.generators.case import Case, Fields

_HEADS = (
    "Sở", "Phòng", "Ban Quản lý", "Chi cục", "Trung tâm", "Hội", "Văn phòng", "Hạt", "Đội", "Công ty", "Hiệp hội", "Trường Cao đẳng", "Bệnh viện", "Quỹ",
)  # fmt: skip
_AFTER = (
    "Khí tượng và Thủy văn", "Sinh vật cảnh", "Đê điều và Phòng, chống lụt bão", "Dữ liệu - Chuyển đổi số", "Vườn quốc gia Sao La", "Kỹ thuật, Vận hành và Bảo trì",
    "Âm nhạc", "Ươm tạo khởi nghiệp", "Bảo vệ, chăm sóc người cao tuổi và Bình đẳng giới", "Hồ chứa nước", "Nghề cá", "Dược liệu",
)  # fmt: skip
_KNOWN = (
    "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh", "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh", "UBND các xã, phường",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Báo và Phát thanh, Truyền hình tỉnh", "Bộ Chỉ huy Quân sự tỉnh",
)  # fmt: skip
_GROUPS = (
    "Các sở, ban, ngành",
    "Các cơ quan, đơn vị, địa phương",
    "Các phòng thuộc Sở",
    "Các doanh nghiệp trên địa bàn tỉnh",
)
_VERBS = (
    "Rà soát",
    "Hướng dẫn",
    "Lắp đặt",
    "Tuyên truyền về",
    "Kiểm tra",
    "Xây dựng",
    "Tham mưu",
    "Bố trí kinh phí cho",
    "Tiếp nhận",
    "Số hóa",
)
_THINGS = (
    "hồ sơ trẻ em", "mô hình bể bơi lắp ghép", "tài liệu truyền thông", "các khu vui chơi", "dữ liệu về hộ nghèo", "biển cảnh báo", "sổ theo dõi",
    "tủ sách thiếu nhi", "đường dây nóng", "quy trình phối hợp",
)  # fmt: skip
_PARTNERS = ("các đơn vị liên quan", "Công an tỉnh", "các sở, ngành liên quan", "Hội Nông dân tỉnh")


@dataclass(slots=True)
class _Draw:
    """Random words, each duty another one, and the records that must come out."""

    r: random.Random
    used: set[str] = field(default_factory=set)
    wanted: list[Fields] = field(default_factory=list)

    def office(self) -> str:
        while True:
            name = (
                self.r.choice(_KNOWN) if self.r.random() < 0.4 else f"{self.r.choice(_HEADS)} {self.r.choice(_AFTER)}"
            )
            if name not in self.used:
                self.used.add(name)
                return name

    def what(self) -> str:
        while True:
            words = f"{self.r.choice(_VERBS)} {self.r.choice(_THINGS)}"
            if words not in self.used:
                self.used.add(words)
                return words

    def partner(self) -> str:
        return self.r.choice(_PARTNERS)

    def want(
        self,
        said: str,
        agencies: list[str],
        role: str = "implement",
        partners: tuple[str, ...] = (),
        requested: bool = False,
    ) -> None:
        self.wanted.append(
            {"said": said, "agencies": agencies, "role": role, "partners": list(partners), "requested": requested}
        )

    def duty(self, agencies: list[str], requested: bool = False, before: str = "") -> str:
        """A duty in some form, and its record; `before` is the start of its sentence."""
        words, partner = self.what(), self.partner()
        low = words[0].lower() + words[1:]
        form = self.r.randrange(6)
        partners: tuple[str, ...]
        if form == 0:
            said, role, partners = f"Chủ trì, phối hợp với {partner} {low}", "lead", (partner,)
        elif form == 1:
            said, role, partners = f"Phối hợp với {partner} {low}", "coordinate", (partner,)
        elif form == 2:
            limit = self.r.choice(
                ("Theo chức năng, nhiệm vụ, ", "Trong phạm vi quản lý của mình, chủ động ", "Hằng năm, ", "Tham gia ")
            )
            said, role, partners = f"{limit}phối hợp với {partner} {low}", "coordinate", (partner,)
        elif form == 3:
            said, role, partners = f"{words} thuộc dự án do Sở, ngành chủ trì, quản lý", "implement", ()
        else:
            said, role, partners = words, "implement", ()
        if before:
            said = said[0].lower() + said[1:]
        self.want(said, agencies, role, partners, requested)
        return said


def _joined(r: random.Random, names: list[str]) -> str:
    """Names in one line, as headings join them."""
    mark = r.choice((", ", "; ", " - ")) if len(names) > 2 or r.random() < 0.7 else " và "
    if mark == ", " and len(names) > 1 and r.random() < 0.5:
        return ", ".join(names[:-1]) + " và " + names[-1]
    return mark.join(names)


_LABELS: tuple[Callable[[int], str], ...] = (
    lambda n: f"{n}. ", lambda n: f"{n}/ ", lambda n: f"{n}) ", lambda n: f"3.{n}. ", lambda n: "abcdeghik"[n - 1] + ") ",
)  # fmt: skip


def _headings(draw: _Draw) -> list[str]:
    """Headings of offices with their duties below or behind them."""
    r, out = draw.r, []
    label, layout = r.choice(_LABELS), r.randrange(4)
    for number in range(1, r.randint(3, 6)):
        names = [draw.office() for _ in range(r.choice((1, 1, 1, 2, 3)))]
        requested = r.random() < 0.15
        line = label(number) + ("Đề nghị " if requested else "") + _joined(r, names)
        if layout == 0:  # the duty behind a colon
            out.append(f"{line}: {draw.duty(names, requested, 'x')}.")
            continue
        out.append(line + (":" if layout == 1 else ""))
        for _ in range(r.randint(1, 3)):
            out.append(
                ("\n" if layout == 3 and r.random() < 0.5 else "- ")
                + draw.duty(names, requested)
                + r.choice((".", ";"))
            )
    return out


def _group(draw: _Draw) -> list[str]:
    """A group whose items open with the office that they are for, or are for all."""
    group = draw.r.choice(_GROUPS)
    out = [f"9. {group}"]
    for _ in range(draw.r.randint(2, 4)):
        if draw.r.random() < 0.5:
            name = draw.office()
            out.append(f"- {name}: {draw.duty([name], False, 'x')}.")
        else:
            out.append(f"- {draw.duty([group])}.")
    return out


def _task(draw: _Draw) -> list[str]:
    """A task outside the organising part that says who does it."""
    words, name, partner = draw.what(), draw.office(), draw.partner()
    form = draw.r.randrange(5)
    if form == 0:
        draw.want(words, [name], "lead", (partner,))
        return [
            f"- {words}.",
            f"{draw.r.choice(('Cơ quan', 'Đơn vị'))} chủ trì: {name}.",
            f"Đơn vị phối hợp: {partner}.",
            "Thời gian thực hiện: Thường xuyên.",
        ]
    if form == 1:
        draw.want(words, [name], "implement")
        return [f"- {words}.", f"- Đơn vị thực hiện: {name}."]
    if form == 2:
        draw.want(words, [name], "lead", (partner,))
        return [f"- {words} ({name} chủ trì, phối hợp với {partner})."]
    if form == 3:
        draw.want(words, [name], "lead", (partner,))
        return [f"- {words}. Chủ trì: {name}; phối hợp: {partner}."]
    second = draw.what()
    draw.want(f"{words}.\n+ {second}", [name], "lead", (partner,))
    return [f"- Nội dung:\n+ {words}.\n+ {second}.", f"- Cơ quan thực hiện: {name} chủ trì, phối hợp với {partner}."]


_CLOSINGS = (
    (
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị {} phản ánh về Sở Y tế để tổng hợp.",
        "các cơ quan, đơn vị, địa phương",
    ),
    ("Trên đây là Kế hoạch của tỉnh. Yêu cầu {} nghiêm túc triển khai thực hiện.", "các sở, ban, ngành"),
    ("{} căn cứ Kế hoạch này tổ chức thực hiện.", "Các cơ quan, đơn vị"),
)


def case(r: random.Random) -> Case:
    """A plan whose duties are known."""
    draw = _Draw(r)
    tasks: list[str] = []
    for number in range(1, r.randint(2, 4)):
        tasks += [f"{number}. Hoạt động {number}", *_task(draw)]
    part = r.choice(("TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG NHIỆM VỤ", "CÁC ĐƠN VỊ VÀO CUỘC", "TRÁCH NHIỆM CỦA CÁC CƠ QUAN"))
    duties = _headings(draw)
    if part != "CÁC ĐƠN VỊ VÀO CUỘC" and duties[0].startswith("1. ") and r.random() < 0.5:
        duties += _group(draw)
    if r.random() < 0.5 and part != "CÁC ĐƠN VỊ VÀO CUỘC":
        words, who = r.choice(_CLOSINGS)
        duties.append(words.format(who))
        draw.want(words.format(who).split(". ")[-1].strip("."), [who])
    body = ["I. MỤC TIÊU", "1. Giảm số trẻ em bị tai nạn.", "II. NHIỆM VỤ", *tasks, f"III. {part}", *duties]
    return Case(data=(_HEAD + "\n".join(body) + _TAIL).encode(), expect={"assignments": draw.wanted})


_HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Bình Minh, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Thực hiện công tác trẻ em năm 2024
Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
"""
_TAIL = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n"
