"""Duties as different offices word them: names whole, subjects of sentences, what lays none."""

from __future__ import annotations

import pytest

from tests.plans import organisation


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        ("Trách nhiệm của Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",)),
        ("Các tỉnh, thành phố trực thuộc trung ương", ("Các tỉnh, thành phố trực thuộc trung ương",)),
        ("Tổ đảng ở Thường trực Hội đồng Dân tộc", ("Tổ đảng ở Thường trực Hội đồng Dân tộc",)),
    ],
)  # fmt: skip
def test_names_keep_what_they_are_under_and_where_they_are(heading: str, agencies: tuple[str, ...]) -> None:
    found = organisation(f"1. {heading}\na) Lập danh sách;\nb) Chỉ đạo thực hiện.").assignments
    assert [record.agencies for record in found] == [agencies, agencies]


@pytest.mark.parametrize(
    ("duty", "agencies", "role"),
    [
        ("Ủy ban nhân dân huyện tổ chức thực hiện giao nhiệm vụ cho từng xã.", ("Ủy ban nhân dân huyện",), "implement"),
        ("Thông tấn xã Việt Nam và các cơ quan thông tin đại chúng chú trọng tuyên truyền.", ("Thông tấn xã Việt Nam", "các cơ quan thông tin đại chúng"), "implement"),
        ("Đề nghị các tổ chức chính trị - xã hội, hiệp hội phối hợp với Sở Y tế vận động hội viên.", ("các tổ chức chính trị - xã hội, hiệp hội",), "coordinate"),
        ("Phòng Y tế tăng cường phối hợp giữa nhà trường và gia đình.", ("Phòng Y tế",), "implement"),
    ],
)  # fmt: skip
def test_who_does_what_a_sentence_says(duty: str, agencies: tuple[str, ...], role: str) -> None:
    (found,) = organisation(f"1. {duty}").assignments
    assert (found.agencies, found.role) == (agencies, role)


def test_from_when_a_document_holds_is_no_duty() -> None:
    found = organisation(
        "1. Phòng Y tế\n- Tuyên truyền.\nQuyết định này có hiệu lực thi hành kể từ ngày ký."
    ).assignments
    assert [record.quote for record in found] == ["Tuyên truyền."]
