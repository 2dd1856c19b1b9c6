"""Labels of headings and items, and the roles that their words give to sections."""

from __future__ import annotations

import pytest

from patterns import headings
from patterns.headings import LabelKind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Phần I. ĐÁNH GIÁ", "PART"), ("IV. TỔ CHỨC THỰC HIỆN", "ROMAN"), ("1. Mục tiêu", "DECIMAL"), ("1.1. Mục tiêu", "DECIMAL"), ("1.3. 63/63 xã", "DECIMAL"), ("2. 95% trẻ em", "DECIMAL"),
        ("a) Sở Y tế", "LETTER"), ("đ) Sở Y tế", "LETTER"), ("- Tuyên truyền", "BULLET"), ("+ Tuyên truyền", "PLUS"), ("\uf0b7 Tuyên truyền", "BULLET"), ("o Tuyên truyền", "PLUS"), ("Điều 2. Thi hành", "ARTICLE"),
    ],
)  # fmt: skip
def test_labels(line: str, kind: str) -> None:
    found = headings.label(line)
    assert found is not None
    assert found.kind is LabelKind[kind]


@pytest.mark.parametrize(
    "line", ["", "Sở Y tế", "100% trẻ em", "2,5% trẻ em", "2021-2030 là giai đoạn", "15/6 hằng năm", "II/2022."]
)
def test_lines_without_a_label(line: str) -> None:
    assert headings.label(line) is None


@pytest.mark.parametrize(
    ("line", "bold", "numbered", "kind"),
    [
        ("MỤC TIÊU", False, False, "HEADING"), ("PHÂN CÔNG NHIỆM VỤ", False, True, "HEADING"), ("CÔNG TÁC TRUYỀN THÔNG", True, False, "HEADING"),
        ("Công tác truyền thông", True, False, "SUBHEADING"),
        ("Công tác truyền thông", True, True, None), ("Công tác truyền thông", False, False, None), ("HUYỆN BÌNH MINH", False, True, None),
        ("Trẻ em được chăm sóc.", True, False, None), ("TM. ỦY BAN NHÂN DÂN", True, False, None), ("1. MỤC TIÊU", True, True, None),
    ],
)  # fmt: skip
def test_headings_without_a_label(line: str, bold: bool, numbered: bool, kind: str | None) -> None:
    assert headings.bare(line, bold=bold, numbered=numbered) == (LabelKind[kind] if kind else None)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("MỤC TIÊU", "objectives"), ("Mục tiêu chung", "general_objectives"), ("Mục tiêu cụ thể", "objectives"),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", "tasks"), ("KINH PHÍ THỰC HIỆN", "funding"), ("TỔ CHỨC THỰC HIỆN", "organisation"),
        ("Phân công trách nhiệm", "organisation"), ("TỔ CHỨC TRIỂN KHAI", "organisation"), ("Trách nhiệm thực hiện", "organisation"), ("CHẾ ĐỘ BÁO CÁO", "reporting"), ("Đặc điểm tình hình", "situation"),
        ("Sở Y tế", None),
    ],
)  # fmt: skip
def test_roles(title: str, role: str | None) -> None:
    assert headings.role(title) == role
