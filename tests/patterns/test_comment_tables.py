"""Heads of tables of comments and the places that their rows name."""

from __future__ import annotations

import pytest

from patterns.comment_tables import Column, about, column, goes_with, is_whole, place


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("STT", Column.ORDER),
        ("TT", Column.ORDER),
        ("S.T.T.", Column.ORDER),
        ("T/T", Column.ORDER),
        ("Mục, trang", Column.PLACE),
        ("Điều, khoản", Column.PLACE),
        ("Nhóm vấn đề hoặc điều, khoản", Column.PLACE),
        ("Nội dung dự thảo", Column.TEXT),
        ("Nội dung văn bản", Column.TEXT),
        ("Nội dung trong dự thảo Kế hoạch", Column.TEXT),
        ("Dự thảo Kế hoạch", Column.TEXT),
        ("NỘI DUNG", Column.TEXT),
        ("Chủ thể góp ý", Column.AGENCY),
        ("Cơ quan, đơn vị góp ý", Column.AGENCY),
        ("Tên đơn vị", Column.AGENCY),
        ("Nội dung góp ý", Column.OPINION),
        ("Ý kiến góp ý", Column.OPINION),
        ("Ý kiến tham gia", Column.OPINION),
        ("Ý kiến của các cơ quan, đơn vị", Column.OPINION),
        ("Nội dung đề nghị sửa đổi, bổ sung", Column.OPINION),
        ("Đề nghị đính chính", Column.OPINION),
        ("Đề nghị giải trình", Column.EXPLAIN),
        ("Căn cứ, lý do", Column.GROUNDS),
        ("Cơ sở pháp lý", Column.GROUNDS),
        ("Tiếp thu, giải trình", Column.REPLY),
        ("Nội dung tiếp thu, giải trình", Column.REPLY),
        ("Ý kiến của cơ quan soạn thảo", Column.REPLY),
        ("Ghi chú", Column.NOTE),
        ("Kinh phí", None),
        ("Thời gian hoàn thành", None),
        ("", None),
    ],
)
def test_heads_say_what_columns_hold(head: str, expected: Column | None) -> None:
    assert column(head) == expected


@pytest.mark.parametrize(
    ("words", "path", "page"),
    [
        ("Mục I.2.b, trang 3", (1, 2, 2), 3),
        ("Điểm b khoản 2 Mục I", (1, 2, 2), None),
        ("điểm đ, khoản 4, Mục III", (3, 4, 5), None),
        ("Phần II, mục 1", (2, 1), None),
        ("Khoản 2 Điều 5", (5, 2), None),
        ("I.2.a", (1, 2, 1), None),
        ("Trang 12", (), 12),
        ("tr. 4", (), 4),
        ("IX", (9,), None),
        ("Toàn văn bản", (), None),
        ("Mục tiêu cụ thể", (), None),
        ("Điều chỉnh chỉ tiêu", (), None),
        ("Phần mở đầu", (), None),
        ("", (), None),
    ],
)
def test_places_lead_from_the_outermost_part_inwards(words: str, path: tuple[int, ...], page: int | None) -> None:
    assert place(words) == (path, page)


def test_an_annex_says_with_whose_letter_it_goes() -> None:
    assert goes_with("(Kèm theo Công văn số 12/UBND-VX ngày 05/3/2021 của UBND xã Cao Thượng)") == "UBND xã Cao Thượng"
    assert goes_with("(Kèm theo Công văn số …… của …………………)") is None
    assert goes_with("Kế hoạch của Sở Y tế") is None


def test_a_letter_names_the_draft() -> None:
    assert about("về việc góp ý đối với dự thảo Kế hoạch năm 2024, Sở Tư pháp có ý kiến") == "dự thảo Kế hoạch năm 2024"
    assert about("góp ý dự thảo") is None


def test_what_is_about_the_whole() -> None:
    assert is_whole("Góp ý chung")
    assert is_whole("Về thể thức")
    assert not is_whole("Mục chung")
    assert not is_whole("Chungcư")
