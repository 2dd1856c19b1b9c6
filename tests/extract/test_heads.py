"""Heads and closings of all sorts of issuers, and decisions that enclose a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.plans import read

_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
_BODY = "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n- 90% trẻ em được an toàn vào năm 2025.\n"


def plan(
    issuer: str, number: str, date: str, title: str, *, opening: str = "", closing: str = "", kind: str = "KẾ HOẠCH"
) -> str:
    return f"{issuer}\n{_MOTTO}\n{number}\n{date}\n{kind}\n{title}\n{opening}\n{_BODY}{closing}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            plan("UBND TỈNH LÀO CAI\nSỞ Y TẾ", "Số: 215/KH-SYT", "Lào Cai, ngày 12 tháng 3 năm 2024", "Phòng, chống đuối nước năm 2024"),
            {"issuer": "Sở Y tế tỉnh Lào Cai", "issuer_kind": "department", "level": "province", "province": "Lào Cai"}, id="department",
        ),
        pytest.param(
            plan(
                "UBND HUYỆN KRÔNG PẮC\nPHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Số: ....../KH-LĐTBXH", "Krông Pắc, ngày ... tháng 5 năm 2022",
                "Tổ chức Tháng hành động vì trẻ em năm 2022",
            ),
            {
                "issuer": "Phòng Lao động - Thương binh và Xã hội huyện Krông Pắc", "level": "district", "district": "Krông Pắc",
                "province": "Đắk Lắk", "commune": None, "number": None, "status": "draft",
                "title": "Kế hoạch tổ chức Tháng hành động vì trẻ em năm 2022",
            }, id="office-of-a-district",
        ),
        pytest.param(
            plan("BỘ Y TẾ", "Số: 1500/KH-BYT", "Hà Nội, ngày 20 tháng 5 năm 2025", "Công tác trẻ em năm 2025"),
            {"issuer": "Bộ Y tế", "issuer_kind": "ministry", "level": "central", "province": None}, id="ministry",
        ),
        pytest.param(
            plan("SỞ Y TẾ HÒA BÌNH\nTRUNG TÂM Y TẾ HUYỆN KIM BÔI", "Số: 41/KH-TTYT", "Kim Bôi, ngày 10 tháng 01 năm 2023", "Tiêm chủng năm 2023"),
            {"issuer": "Trung tâm Y tế huyện Kim Bôi", "level": "district", "district": "Kim Bôi", "province": "Hòa Bình"}, id="centre-of-a-district",
        ),
        pytest.param(
            plan("HUYỆN ỦY BẢO LÂM", "Số 77-KH/HU", "Bảo Lâm, ngày 14 tháng 02 năm 2024", "Công tác trẻ em năm 2024"),
            {"issuer": "Huyện ủy Bảo Lâm", "issuer_kind": "party", "number": "77-KH/HU", "district": "Bảo Lâm", "province": None}, id="party",
        ),
        pytest.param(
            plan(
                "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN THƯỜNG VỤ TỈNH ĐỒNG THÁP", "Số: 45/KH-BTV", "Đồng Tháp, ngày 02 tháng 4 năm 2024",
                "Bảo vệ trẻ em năm 2024",
            ),
            {"issuer": "Hội Liên hiệp Phụ nữ tỉnh Đồng Tháp", "issuer_kind": "organisation", "level": "province"}, id="union",
        ),
        pytest.param(
            plan("ỦY BAN NHÂN DÂN\nPHƯỜNG 7 QUẬN TÂN BÌNH", "Số: 21/KH-UBND", "Tân Bình, ngày 03 tháng 02 năm 2023", "Chăm sóc trẻ em năm 2023"),
            {"commune": "7", "district": "Tân Bình", "province": "Hồ Chí Minh", "level": "commune"}, id="numbered-ward",
        ),
        pytest.param(
            plan(
                "ỦY BAN NHÂN DÂN\nXÃ TÂN HƯNG", "Số: 08/KH-UBND", "Tân Hưng, ngày 15 tháng 01 năm 2026",
                "Công tác trẻ em năm 2026 trên địa bàn xã Tân Hưng, tỉnh Cà Mau",
            ),
            {"commune": "Tân Hưng", "district": None, "province": "Cà Mau"}, id="commune-since-2025",
        ),
        pytest.param(
            plan("ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUỐC", "Số: 12/CTr-UBND", "Phú Quốc, ngày 20 tháng 10 năm 2025", "Vì trẻ em giai đoạn 2026 - 2030", kind="CHƯƠNG TRÌNH HÀNH ĐỘNG"),
            {"commune": "Phú Quốc", "province": "An Giang", "period_start": 2026, "doc_type": "CTr"}, id="special-zone",
        ),
        pytest.param(
            "| UBND THÀNH PHỐ ĐÀ NẴNG **SỞ GIÁO DỤC VÀ ĐÀO TẠO** | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |\n"
            f"| Số: 456/KH-SGDĐT | Đà Nẵng, ngày 1 tháng 3 năm 2024 |\nKẾ HOẠCH\nBảo vệ trẻ em năm 2024\n{_BODY}",
            {"issuer": "Sở Giáo dục và Đào tạo thành phố Đà Nẵng", "issued_on": "2024-03-01", "level": "province"}, id="pipe-table",
        ),
        pytest.param(
            "UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\nSố: 215/KH-SYT Lào Cai, ngày 12 tháng 3 năm 2024\n"
            f"KẾ HOẠCH\nPhòng, chống đuối nước năm 2024\n{_BODY}Nơi nhận: KT. GIÁM ĐỐC\n- UBND tỉnh (b/c); PHÓ GIÁM ĐỐC\n- Lưu: VT.\nTrần Thị Bình",
            {
                "issuer": "Sở Y tế tỉnh Lào Cai", "signer": "Trần Thị Bình", "signer_title": "Phó Giám đốc", "issued_on": "2024-03-12",
                "recipients": ("UBND tỉnh (b/c)", "Lưu: VT"),
            }, id="columns-run-together",
        ),
    ],
)  # fmt: skip
def test_heads(text: str, expected: dict[str, Any]) -> None:
    document = read(text).document
    assert {name: getattr(document, name) for name in expected} == expected


_DECISION = f"""ỦY BAN NHÂN DÂN
HUYỆN CHÂU THÀNH
Số: 321/QĐ-UBND
{_MOTTO}
Châu Thành, ngày 09 tháng 8 năm 2022
QUYẾT ĐỊNH
V/v ban hành Kế hoạch phòng, chống đuối nước trẻ em giai đoạn 2022 - 2025 trên địa bàn huyện Châu Thành, tỉnh An Giang
ỦY BAN NHÂN DÂN HUYỆN CHÂU THÀNH
Căn cứ Luật Trẻ em ngày 05/4/2016;
QUYẾT ĐỊNH:
"""
_SIGNED = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Minh\n"
_PLAN = """I. MỤC TIÊU
1. Mục tiêu cụ thể
- 95% trẻ em được học bơi vào năm 2025.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế
- Chủ trì, phối hợp với các phòng, ban triển khai.
"""


def check(text: str) -> None:
    plan = read(text)
    document = plan.document
    assert (document.doc_type, document.number, document.signer) == ("QĐ", "321/QĐ-UBND", "Nguyễn Văn Minh")
    assert (document.province, document.period_start, document.period_end) == ("An Giang", 2022, 2025)
    assert document.title is not None
    assert document.title.endswith("tỉnh An Giang")
    assert [target.value for target in plan.targets] == [95]
    assert [(duty.agencies, duty.role) for duty in plan.assignments] == [(("Phòng Y tế",), "lead")]
    assert [(ref.name, ref.role) for ref in plan.legal_refs if ref.name] == [("Luật Trẻ em", "basis")]


def test_a_plan_enclosed_by_a_decision_is_read_under_the_head_of_the_decision() -> None:
    check(
        f"{_DECISION}Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống đuối nước trẻ em.\nĐiều 2. Quyết định có hiệu lực kể từ ngày ký.\n"
        f"{_SIGNED}ỦY BAN NHÂN DÂN\nHUYỆN CHÂU THÀNH\n{_MOTTO}\nKẾ HOẠCH\nPhòng, chống đuối nước trẻ em\n"
        f"(Kèm theo Quyết định số 321/QĐ-UBND ngày 09/8/2022 của UBND huyện Châu Thành)\n{_PLAN}"
    )


def test_a_plan_within_the_articles_of_a_decision_is_read_as_one() -> None:
    check(
        f"{_DECISION}Điều 1. Phê duyệt Kế hoạch phòng, chống đuối nước trẻ em giai đoạn 2022 - 2025 với các nội dung sau:\n{_PLAN}"
        f"Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n{_SIGNED}"
    )


def test_a_title_below_the_date_is_no_part_of_its_line(tmp_path: Path) -> None:
    text = plan(
        "ỦY BAN NHÂN DÂN\nXÃ AN LẠC", "Số: 8/KH-UBND", "An Lạc, ngày 15 tháng 01 năm 2024", "Công tác trẻ em năm 2024"
    )
    assert read(text).document.title == "Kế hoạch công tác trẻ em năm 2024"
