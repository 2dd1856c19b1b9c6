"""Cells that name agencies: what sets them apart, what belongs to a name, what names nobody."""

from __future__ import annotations

import pytest

from patterns import spelling
from patterns.agency_cells import read


@pytest.mark.parametrize(
    ("cell", "names", "partners"),
    [
        ("Sở Y tế", ["Sở Y tế"], []),
        ("Sở Y tế; Thuế Nam Định", ["Sở Y tế", "Thuế Nam Định"], []),
        ("Sở Khoa học và Công nghệ Sở Công Thương; UBND các phường, xã", ["Sở Khoa học và Công nghệ", "Sở Công Thương", "UBND các phường, xã"], []),
        ("Doanh nghiệp, nhà cung cấp dịch vụ IoT, nhà đầu tư", ["Doanh nghiệp, nhà cung cấp dịch vụ IoT, nhà đầu tư"], []),
        ("Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh", ["Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh"], []),
        ("Văn phòng UBND tỉnh (Trung tâm Thông tin)", ["Văn phòng UBND tỉnh (Trung tâm Thông tin)"], []),
        ("- Phòng Nội vụ - Phòng Y tế", ["Phòng Nội vụ", "Phòng Y tế"], []),
        ("Chủ trì: Sở Y tế; phối hợp: Sở Tư pháp, Công an tỉnh", ["Sở Y tế"], ["Sở Tư pháp", "Công an tỉnh"]),
        ("Sở Lao động - Thương binh và Xã hội (chủ trì), Sở Y tế", ["Sở Lao động - Thương binh và Xã hội", "Sở Y tế"], []),
        ("Theo phân công tại Quyết định số 144/QĐ-UBND", [], []),
        ("+ Cơ quan trực tiếp thực hiện: Sở Tư pháp + Cơ quan có thẩm quyền quyết định: UBND tỉnh", ["Sở Tư pháp", "UBND tỉnh"], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_cells(cell: str, names: list[str], partners: list[str]) -> None:
    said = read(cell, cell.lower())
    assert [name.words for name in said.names] == names
    assert [name.words for name in said.partners] == partners


def test_names_are_as_written_whatever_spelling_patterns_read() -> None:
    text = "Sở Văn hoá và Thể thao; Ủy ban nhân dân xã"
    view = spelling.view(text)
    assert [name.words for name in read(view, spelling.lower(view), text).names] == text.split("; ")
