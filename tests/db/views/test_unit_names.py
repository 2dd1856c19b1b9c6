"""Names of localities with their kind: cities, wards of a number, units of before July 2025, departments."""

from __future__ import annotations

from typing import Any

import pytest

from db.views import unit_names

QUAN_8 = {"level": "commune", "commune": "02", "district": "8", "province": "Hồ Chí Minh", "unit_code": "2021/27391"}


@pytest.mark.parametrize(
    ("row", "place", "above"),
    [
        (QUAN_8, "phường 02", "Quận 8, Thành phố Hồ Chí Minh"),
        ({"district": "Ba Đồn", "province": "Quảng Bình", "unit_code": "2021/458"}, "thị xã Ba Đồn", "tỉnh Quảng Bình"),
        ({"province": "Đà Nẵng", "unit_code": "2021/48"}, "thành phố Đà Nẵng", ""),
        # without a code: the kind is the issuer's, else that of all units of the name
        ({"district": "Tân An", "province": "Long An", "issuer": "Ủy ban nhân dân thành phố Tân An"}, "thành phố Tân An", "tỉnh Long An"),
        ({"district": "Đức Cơ", "province": "Gia Lai"}, "huyện Đức Cơ", "tỉnh Gia Lai"),
        ({"commune": "05", "district": "8", "province": "Hồ Chí Minh"}, "phường 05", "Quận 8, Thành phố Hồ Chí Minh"),
        ({"district": "Không có đâu", "province": None}, "Không có đâu", ""),
        # who issued it, not who issued what it cites
        ({"district": "8", "issuer": "Chính phủ", "plan_issuer": "Ủy ban nhân dân quận 8"}, "quận 8", ""),
        ({"province": None, "issuer": "Bộ Y tế", "issuer_kind": "ministry"}, "Bộ Y tế", ""),
    ],
)  # fmt: skip
def test_a_locality_has_its_kind(row: dict[str, Any], place: str, above: str) -> None:
    assert (unit_names.place(row), unit_names.above(row)) == (place, above)


@pytest.mark.parametrize("kind", ["department", "organisation", "party", "ministry"])
def test_a_department_is_never_its_locality(kind: str) -> None:
    row = {
        "commune": "Trung Lý", "district": "Mường Lát", "province": "Thanh Hóa", "unit_code": "2021/14857",
        "issuer": "Phòng Văn hóa - Xã hội xã Trung Lý", "issuer_kind": kind,
    }  # fmt: skip
    assert unit_names.place(row) == "Phòng Văn hóa - Xã hội xã Trung Lý"
    assert unit_names.place(row | {"issuer_kind": "people_committee"}) == "xã Trung Lý"
    assert "nay:" not in unit_names.full(row)


@pytest.mark.parametrize(
    ("code", "since"),
    [
        ("2021/17", "trước 01/7/2025; nay: tỉnh Phú Thọ"),
        ("2021/25", "trước 01/7/2025; nay: tỉnh Phú Thọ"),  # it bears the name of what it went into with others
        ("2021/04", ""),  # Cao Bằng: the same today
        ("2025/25", ""),
        ("2021/458", "trước 01/7/2025; nay: 2 phường, 2 xã"),
    ],
)
def test_what_became_of_a_unit_is_said_where_it_is_another_today(code: str, since: str) -> None:
    assert unit_names.since({"unit_code": code}) == since


def test_the_whole_name() -> None:
    assert unit_names.full(QUAN_8) == "phường 02, Quận 8, Thành phố Hồ Chí Minh (trước 01/7/2025)"
