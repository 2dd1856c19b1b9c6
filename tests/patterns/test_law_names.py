"""Laws, codes and conventions by name: what belongs to the name and what does not."""

from __future__ import annotations

import pytest

from patterns import law_names, spelling


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("Luật Trẻ em", " năm 2016"),
        ("Luật trẻ em", ", nâng cao nhận thức"),
        ("Luật Hôn nhân và gia đình", " và các văn bản"),
        ("Luật Phòng, chống mua bán người", "."),
        ("Luật Thi đua khen thưởng", " và Luật Ngân sách nhà nước"),
        ("Luật Ban hành văn bản QPPL", ", Luật"),
        ("Luật HN&GĐ", " quy định"),
        ("Luật Phòng, chống tác hại của rượu, bia", " trong trường học"),
        ("Luật Nghề cá cộng đồng", " và tuyên truyền"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục và Luật Nhà giáo", " năm 2030"),
        ("Pháp lệnh Dân số", " năm 2003"),
    ],
)
def test_names_of_laws(name: str, behind: str) -> None:
    view = spelling.view(name + behind)
    found = law_names.law_at(view, spelling.lower(view), 0, len(view))
    assert found is not None
    assert view[: found[1]] == name


@pytest.mark.parametrize("words", ["Luật sư", "Luật pháp hiện hành", "Luật gia", "Luật này", "luật của trò chơi"])
def test_what_is_no_law(words: str) -> None:
    view = spelling.view(words)
    assert law_names.law_at(view, spelling.lower(view), 0, len(view)) is None


@pytest.mark.parametrize(
    ("name", "behind", "number", "issuer"),
    [
        ("Công ước của Liên hợp quốc về quyền trẻ em", " và", None, "Liên hợp quốc"),
        ("Công ước Quốc tế về trẻ em", ",", None, None),
        ("Công ước số 182 của Tổ chức Lao động quốc tế", " và", "182", "Tổ chức Lao động quốc tế"),
        ("Công ước 138", " và", "138", None),
        ("Công ước về xóa bỏ mọi hình thức phân biệt đối xử với phụ nữ", " năm 1979", None, None),
        ("Công ước của Liên hợp quốc về Quyền của người khuyết tật", ";", None, "Liên hợp quốc"),
    ],
)
def test_conventions(name: str, behind: str, number: str | None, issuer: str | None) -> None:
    match = law_names.CONVENTION.match(name + behind)
    assert match is not None
    assert (match.group(), match["number"], match["issuer"]) == (name, number, issuer)
