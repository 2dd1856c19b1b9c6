"""What a portal leaves behind a document is no text of it; what only looks so is."""

from __future__ import annotations

import pytest

from extract import readers
from extract.source import LineKind
from extract.structure import text

PLAN = "KẾ HOẠCH\n\nChăm sóc trẻ em\n\nI. MỤC TIÊU\n\n- 100% xã có người làm công tác trẻ em.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Chủ trì thực hiện.\n"


def read(raw: str) -> str:
    return text.build(readers.read(raw.encode())).text


@pytest.mark.parametrize(
    "behind",
    [
        "Văn bản liên quan\n\nQuyết định 12/QĐ-UBND năm 2019\n\nBan hành:\n\n18/12/2023\n\nHiệu lực: Đã biết",
        "Hỏi đáp\n\nTrang này có 240 nhân viên, 100% làm việc từ xa.\n\nĐăng ký nhận tin trước ngày 30/6/2026.",
        "Tải về\n\nTHÔNG BÁO\n\nKính gửi: Quý Thành viên,\n\nThực hiện Nghị định 13/2023/NĐ-CP, chúng tôi cập nhật Quy chế.",
    ],
)
def test_leftovers_are_no_text(behind: str) -> None:
    assert read(f"{PLAN}\n{behind}\n") == read(PLAN)


@pytest.mark.parametrize(
    "rest",
    [
        "Hỏi đáp\n\n2. Sở Tư pháp\n\n- Trợ giúp pháp lý.",
        "Chia sẻ kinh nghiệm\n\nPHỤ LỤC\n\nDanh mục nhiệm vụ",
        "Đăng ký khai sinh\n\nNơi nhận:\n- Như trên.",
    ],
)
def test_a_part_of_the_document_behind_such_a_line_keeps_both(rest: str) -> None:
    assert read(f"{PLAN}\n{rest}\n").endswith("\n".join(rest.split("\n\n")))


def test_line_ends_that_are_written_out_are_line_ends() -> None:
    assert read(PLAN.replace("\n", "\\r\\n")) == read(PLAN)
    assert read("Đường dẫn C:\\new; 100% trẻ em") == "Đường dẫn C:\\new; 100% trẻ em"


def test_a_note_in_brackets_is_one_where_its_mark_stands_in_the_text() -> None:
    raw = f"{PLAN}- Mở 40 lớp[1] kỹ năng.\n\nNguyễn Thị Mẫu\n[1] Xã A, Xã\nB, Xã C.\n\n[2] Không phải chú thích.\n"
    built = text.build(readers.read(raw.encode()))
    notes = [built.text[p.start : p.end] for p in built.paragraphs if p.kind is LineKind.FOOTNOTE]
    assert notes == ["[1] Xã A, Xã B, Xã C."]
    assert built.text.endswith("\n[2] Không phải chú thích.")


def test_entities_that_a_page_shows_are_their_characters() -> None:
    words = "Tỷ lệ béo phì &amp;lt; 10%, khai sinh &amp;ge;&amp;nbsp;98,5%; R&amp;D; A &amp;amp; B."
    page = (
        f"<html><body>{''.join(f'<p>{line}</p>' for line in PLAN.split(chr(10)) if line)}<p>{words}</p></body></html>"
    )
    assert read(page).endswith("\nTỷ lệ béo phì < 10%, khai sinh ≥ 98,5%; R&D; A & B.")
