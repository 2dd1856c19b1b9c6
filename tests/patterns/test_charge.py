"""Lines and brackets that say who does a task, and lists of agencies that take up all of their words."""

from __future__ import annotations

import pytest

from patterns import agency_lists, charge, spelling
from patterns.charge import Key


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("Cơ quan chủ trì: Sở Y tế.", [(Key.LEAD, "Sở Y tế")]),
        ("Đơn vị chủ trì tham mưu thực hiện: Sở Tư pháp", [(Key.LEAD, "Sở Tư pháp")]),
        ("Đơn vị thực hiện: UBND các xã", [(Key.ACT, "UBND các xã")]),
        ("Đơn vị phối hợp thực hiện: Các đơn vị liên quan.", [(Key.TOGETHER, "Các đơn vị liên quan")]),
        ("Thời gian thực hiện: Quý II/2026.", [(Key.TIME, "Quý II/2026")]),
        (
            "Chủ trì: Phòng Y tế; phối hợp: Công an huyện; thời gian: tháng 6/2026; kinh phí: 10 triệu đồng",
            [(Key.LEAD, "Phòng Y tế"), (Key.TOGETHER, "Công an huyện"), (Key.TIME, "tháng 6/2026"), (Key.OTHER, "10 triệu đồng")],
        ),
        ("Mở hội thi. Đơn vị chủ trì: Huyện đoàn.", [(Key.LEAD, "Huyện đoàn")]),
        ("Tổ chức thực hiện:", []),
        ("Các đơn vị thực hiện tốt các nhiệm vụ được giao.", []),
        ("Phân công nhiệm vụ: các phòng theo chức năng", []),
    ],
)  # fmt: skip
def test_keys_of_a_line_and_their_values(line: str, keys: list[tuple[Key, str]]) -> None:
    low = spelling.view(line).lower()
    assert [(part.key, line[part.start : part.end]) for part in charge.parts(low, 0, len(low))] == keys


@pytest.mark.parametrize(
    ("words", "names", "partners", "leads", "rest"),
    [
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh", ["Sở Y tế"], ["Công an tỉnh"], True, ""),
        ("Sở Y tế và Sở Nội vụ thực hiện", ["Sở Y tế", "Sở Nội vụ"], [], False, ""),
        ("Sở Xây dựng đăng tải thông điệp", ["Sở Xây dựng"], [], False, "đăng tải thông điệp"),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh tổ chức lễ phát động", ["Sở Y tế"], ["Công an tỉnh"], True, "tổ chức lễ phát động"),
        ("Các cơ quan, đơn vị theo quy định", ["Các cơ quan, đơn vị theo quy định"], [], False, ""),
    ],
)  # fmt: skip
def test_whom_a_value_charges(words: str, names: list[str], partners: list[str], leads: bool, rest: str) -> None:
    view = spelling.view(words)
    found = charge.charge(view, view.lower(), 0, len(view))
    assert found is not None
    assert [name.text(words) for name in found.names] == names
    assert [name.text(words) for name in found.partners] == partners
    assert (found.leads, words[found.rest :]) == (leads, rest)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Tổ chức hội thi (Huyện đoàn chủ trì, phối hợp với Phòng Y tế).", ["Huyện đoàn"]),
        ("Rà soát trẻ em (đơn vị thực hiện: UBND các xã)", ["UBND các xã"]),
        ("Rà soát trẻ em (Phòng Y tế)", None),
        ("Rà soát trẻ em (nếu có)", None),
        ("Lập danh sách (Phòng Y tế chủ trì) và gửi các xã.", None),
    ],
)
def test_brackets_behind_a_task(words: str, names: list[str] | None) -> None:
    view = spelling.view(words)
    found = charge.bracket(view, view.lower(), 0, len(view))
    assert (found and [name.text(words) for name in found[1].names]) == names


@pytest.mark.parametrize(
    "names",
    [
        ["Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới"],
        ["Phòng Văn hóa và Thông tin - ", "Phòng Kinh tế và Hạ tầng"],
        ["Trung tâm Dịch vụ việc làm, ", "Trung tâm Cung ứng dịch vụ công"],
        ["Chi cục Dân số - Trẻ em và Phòng, chống tệ nạn xã hội; ", "Hội Làm vườn tỉnh"],
        ["Các doanh nghiệp hoạt động trong lĩnh vực vận tải, kho bãi và công nghệ thông tin trên địa bàn tỉnh"],
        ["Các sở, ngành chủ trì, quản lý, tham gia thực hiện các dự án thuộc Chương trình"],
        ["Các Sở, ban, ngành tỉnh, ", "Ủy ban nhân dân các xã, phường"],
        ["Đồng chí Trần Văn B, Phó Bí thư; ", "các chi, đảng bộ trực thuộc"],
        ["Báo và Phát thanh, Truyền hình tỉnh; ", "Sở Tư pháp, ", "các cơ quan, đơn vị, địa phương"],
    ],
)
def test_names_that_take_up_all_of_their_words(names: list[str]) -> None:
    words = "".join(names)
    view = spelling.view(words)
    assert [name.text(words) for name in agency_lists.fill(view, 0, len(view))] == [
        name.rstrip(" ,;-") for name in names
    ]


def test_no_head_word_is_carried_over_a_semicolon() -> None:
    words = "Sở Y tế; Thuế tỉnh; Văn phòng UBND tỉnh (Trung tâm Thông tin)"
    found = agency_lists.fill(spelling.view(words), 0, len(words))
    assert [name.text(words) for name in found] == words.split("; ")


def test_names_of_a_cell_whose_line_break_is_lost() -> None:
    words = "Sở Khoa học và Công nghệ Sở Công Thương; UBND các xã"
    found = agency_lists.fill(spelling.view(words), 0, len(words))
    assert [name.text(words) for name in found] == ["Sở Khoa học và Công nghệ", "Sở Công Thương", "UBND các xã"]


@pytest.mark.parametrize(
    "words",
    [
        "Tổ chuyên môn mầm non, tổ chuyên môn tiểu học, tổ chuyên môn THCS",
        "Ban Cán sự đảng Tòa án nhân dân tỉnh, Ban Cán sự đảng Viện kiểm sát nhân dân tỉnh",
        "Ban quản lý chợ Đông, ban quản lý bến thuyền",
        "Nhóm trẻ độc lập Hoa Sen, nhóm trẻ Hoa Mai",
        "Phòng Bảo vệ, chăm sóc trẻ em",
    ],
)
def test_a_name_that_begins_as_the_one_before_it_is_the_next(words: str) -> None:
    found = agency_lists.fill(spelling.view(words), 0, len(words))
    parts = [words] if words.startswith("Phòng") else words.split(", ")
    assert [name.text(words) for name in found] == parts
