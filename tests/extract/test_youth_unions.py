"""Heads of the youth union: its name in full, with its organ and its unit; the man it is named for is no place."""

from __future__ import annotations

import pytest

from tests.plans import TAIL, read

_REST = "Số: 312-KH/ĐTN\n{right}{place}, ngày 21 tháng 5 năm 2024\nKẾ HOẠCH\nTổ chức các hoạt động hè cho thiếu nhi năm 2024\n{opening}I. MỤC TIÊU\n1. Giảm tai nạn."
_FULL = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"


@pytest.mark.parametrize(
    ("lines", "right", "issuer", "province", "district"),
    [
        ("BCH ĐOÀN TNCS HỒ CHÍ MINH\nTỈNH BẾN TRE\n", "ĐOÀN TNCS HỒ CHÍ MINH\n", f"Ban Chấp hành {_FULL} tỉnh Bến Tre", "Bến Tre", None),
        ("BAN CHẤP HÀNH ĐOÀN TNCS HỒ CHÍ MINH\nTỈNH AN GIANG\n", "", f"Ban Chấp hành {_FULL} tỉnh An Giang", "An Giang", None),
        ("BTV ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH\nTỈNH SƠN LA\n", "ĐOÀN TNCS HỒ CHÍ MINH\n", f"Ban Thường vụ {_FULL} tỉnh Sơn La", "Sơn La", None),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nHUYỆN MƯỜNG LA\n", "", f"{_FULL} huyện Mường La", "Sơn La", "Mường La"),
    ],
)  # fmt: skip
def test_who_issues(lines: str, right: str, issuer: str, province: str, district: str | None) -> None:
    place = (district or province).title()
    document = read(lines + _REST.format(right=right, place=place, opening="") + TAIL).document
    assert (document.issuer, document.province, document.district) == (issuer, province, district)


def test_the_secretariat_of_the_union_issues_plans() -> None:
    opening = "Thực hiện Kế hoạch số 225-KH/TWĐTN-CTTN ngày 16/5/2024 của Ban Bí thư Trung ương Đoàn về hoạt động hè; Chỉ thị số 20-CT/TW ngày 05/11/2012 của Ban Bí thư Trung ương Đảng, Ban Thường vụ Tỉnh Đoàn xây dựng kế hoạch.\n"
    head = "BCH ĐOÀN TNCS HỒ CHÍ MINH\nTỈNH BẾN TRE\n"
    found = read(head + _REST.format(right="", place="Bến Tre", opening=opening) + TAIL).legal_refs
    assert [ref.issuer for ref in found] == ["Ban Bí thư Trung ương Đoàn", "Ban Bí thư Trung ương Đảng"]
