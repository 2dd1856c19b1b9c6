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
            plan("BAN CHỈ ĐẠO QUỐC GIA VỀ DÂN SỐ", "Số: 25/KH-BCĐQG1237", "Hà Nội, ngày 20 tháng 5 năm 2025", "Công tác năm 2025"),
            {"issuer": "Ban Chỉ đạo quốc gia về dân số", "level": "central", "number": "25/KH-BCĐQG1237"}, id="national-committee",
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
            {"issuer": "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Đồng Tháp", "issuer_kind": "organisation", "level": "province"}, id="union",
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


@pytest.mark.parametrize(
    ("head", "place", "issuer", "level"),
    [
        ("CÔNG AN TỈNH BÌNH THUẬN\nHỘI LIÊN HIỆP PHỤ NỮ TỈNH\nSố: 14/KHPH-CAT-HLHPN", "Bình Thuận", "Công an tỉnh Bình Thuận, Hội Liên hiệp Phụ nữ tỉnh Bình Thuận", "province"),
        ("SỞ Y TẾ - SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 14/KHLT-SYT-SGDĐT", "Lào Cai", "Sở Y tế tỉnh Lào Cai, Sở Giáo dục và Đào tạo tỉnh Lào Cai", "province"),
        ("HỘI LHPN TỈNH SÓC TRĂNG\nBAN THƯỜNG VỤ\nSố: 214/KH-BTV", "Sóc Trăng", "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Sóc Trăng", "province"),
        ("ỦY BAN MTTQ VIỆT NAM TỈNH LÀO CAI\nBAN THƯỜNG TRỰC\nSố: 14/KH-MTTQ-BTT", "Lào Cai", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai", "province"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI\nBAN THƯỜNG VỤ\nSố: 14/KH-LĐLĐ", "Lào Cai", "Ban Thường vụ Liên đoàn Lao động tỉnh Lào Cai", "province"),
        ("TRUNG ƯƠNG HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nĐOÀN CHỦ TỊCH\nSố: 14/KH-ĐCT", "Hà Nội", "Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam", "central"),
        ("UBND TỈNH LÀO CAI\nBAN CHỈ ĐẠO PHÒNG, CHỐNG ĐUỐI NƯỚC\nSố: 14/KH-BCĐ", "Lào Cai", "Ban Chỉ đạo phòng, chống đuối nước tỉnh Lào Cai", "province"),
        ("PHÒNG GD&ĐT HUYỆN BẢO YÊN\nTRƯỜNG TIỂU HỌC SỐ 1 PHỐ RÀNG\nSố: 14/KH-THPR", "Phố Ràng", "Trường Tiểu học số 1 Phố Ràng huyện Bảo Yên", "district"),
    ],
)  # fmt: skip
def test_names_of_issuers_are_in_full(head: str, place: str, issuer: str, level: str) -> None:
    document = read(f"{head}\n{_MOTTO}\n{place}, ngày 05 tháng 9 năm 2024\nKẾ HOẠCH\nHè năm 2024\n{_BODY}").document
    assert (document.issuer, document.level, (document.number or "").split("/")[0]) == (
        issuer,
        level,
        head.split("Số: ")[1].split("/")[0],
    )


_RECIPIENTS = "Nơi nhận:\n- UBND tỉnh (b/c);\n- Các phòng, ban;\n- Lưu: VT."


@pytest.mark.parametrize(
    "closing",
    [
        f"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn An\n{_RECIPIENTS}",
        f"{_RECIPIENTS}\n[Quay lại] [Bản in]\nCác tin khác:\n- Kết quả Đại hội (28/03/2023)\nPHÓ CHỦ TỊCH\nNguyễn Văn An",
        "Nơi nhận:\n- UBND tỉnh (b/c);\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n- Các phòng, ban; (Đã ký)\n- Lưu: VT. Nguyễn Văn An",
        "Nơi nhận: UBND tỉnh (b/c); Các phòng, ban; Lưu: VT.\nPHÓ CHỦ TỊCH\nNguyễn Văn An",
        f"{_RECIPIENTS}\nTRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND HUYỆN\nĐại tá Nguyễn Văn An",
    ],
)
def test_who_signs_and_to_whom_it_goes_in_every_layout(closing: str) -> None:
    document = read(
        f"{plan('UBND TỈNH LÀO CAI', 'Số: 2/KH-UBND', 'Lào Cai, ngày 1 tháng 3 năm 2024', 'Hè năm 2024')}{closing}\n"
    ).document
    assert (document.signer, document.signer_title) == ("Nguyễn Văn An", "Phó Chủ tịch")
    assert document.recipients == ("UBND tỉnh (b/c)", "Các phòng, ban", "Lưu: VT")


def test_a_surname_may_be_the_word_for_a_union() -> None:
    document = read(
        f"{plan('UBND TỈNH LÀO CAI', 'Số: 2/KH-UBND', 'Lào Cai, ngày 1 tháng 3 năm 2024', 'Hè năm 2024')}{_RECIPIENTS}\nCHỦ TỊCH\nĐoàn Ngọc Lâm"
    ).document
    assert document.signer == "Đoàn Ngọc Lâm"


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


def fields(text: str, *names: str) -> tuple[Any, ...]:
    document = read(text).document
    return tuple(getattr(document, name) for name in names)


def codes(text: str) -> set[str]:
    return {warning.code for warning in read(text).warnings}


_GROUNDS = "Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân ban hành Kế hoạch như sau:\n"


def test_a_plan_without_a_line_for_its_type_has_a_title_and_a_body() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 57/KH-UBND | Cao Bằng, ngày 14 tháng 6 năm 2021 |\n"
        f"DẠY BƠI CHO TRẺ EM TỈNH CAO BẰNG GIAI ĐOẠN 2021-2030\n{_GROUNDS}1. Mục tiêu cụ thể\n- 70% trẻ em biết bơi vào năm 2025.\n"
    )
    assert fields(text, "doc_type", "title", "issuer", "period_end") == (
        "KH", "Kế hoạch dạy bơi cho trẻ em tỉnh Cao Bằng giai đoạn 2021-2030", "Ủy ban nhân dân tỉnh Cao Bằng", 2030,
    )  # fmt: skip
    assert [target.value for target in read(text).targets] == [70]
    assert [ref.role for ref in read(text).legal_refs] == ["implements"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("V/V PHÊ DUYỆT ĐỀ ÁN DẠY BƠI TỈNH LÀO CAI", "Quyết định về việc phê duyệt Đề án dạy bơi tỉnh Lào Cai"),
        ("Về việc phê duyệt Kế hoạch dạy bơi", "Quyết định về việc phê duyệt Kế hoạch dạy bơi"),
        (
            "BAN HÀNH KẾ HOẠCH TRIỂN KHAI QUYẾT ĐỊNH SỐ 77/QĐ-TTG NGÀY 02/3/2020\nCỦA THỦ TƯỚNG CHÍNH PHỦ",
            "Quyết định ban hành Kế hoạch triển khai Quyết định số 77/QĐ-TTg ngày 02/3/2020 của Thủ tướng Chính phủ",
        ),
    ],
)
def test_titles_of_decisions(title: str, expected: str) -> None:
    text = f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n{_MOTTO}\nSố: 612/QĐ-UBND\nLào Cai, ngày 14 tháng 10 năm 2021\nQUYẾT ĐỊNH\n{title}\n"
    text += (
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCăn cứ Luật Trẻ em ngày 05/4/2016;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt.\n"
    )
    assert fields(text, "title") == (expected,)
    assert [ref.name for ref in read(text).legal_refs] == ["Luật Trẻ em"]


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Bảo vệ trẻ em năm 2024, 2025", (2024, 2025)),
        ("Bảo vệ trẻ em giai đoạn 2021 - 2025, định hướng đến năm 2030", (2021, 2025)),
        ("Thực hiện Chương trình vì trẻ em giai đoạn 2021-2030 trong năm 2024", (2024, 2024)),
        ("Thực hiện Chỉ thị số 20/CT-TTg ngày 12/8/2023 về trẻ em", (None, None)),
        ("Bảo vệ trẻ em đến năm 2030", (None, 2030)),
        ("Bảo vệ trẻ em năm học 2025-2026", (2025, 2026)),
    ],
)
def test_the_years_of_a_title(title: str, years: tuple[int | None, int | None]) -> None:
    text = plan("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Số: 8/KH-UBND", "Lào Cai, ngày 02 tháng 4 năm 2024", title)
    assert fields(text, "period_start", "period_end") == years


def test_a_letter_is_told_by_its_subject_and_whom_it_goes_to() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 210/UBND-VX\nV/v tổ chức Tháng hành động\nvì trẻ em năm 2026\n{_MOTTO}\nLào Cai, ngày 06 tháng 4 năm 2026\n"
        "Kính gửi: Các sở, ban, ngành\nCăn cứ Luật Trẻ em ngày 05/4/2016, đề nghị thực hiện các nội dung sau:\n1. Bảo đảm 100% trẻ em được khám.\n"
    )
    assert fields(text, "genre", "doc_type", "title", "number") == (
        "letter", "CV", "Công văn về việc tổ chức Tháng hành động vì trẻ em năm 2026", "210/UBND-VX",
    )  # fmt: skip


def test_number_and_date_are_never_taken_from_the_body() -> None:
    text = "UBND TỈNH LÀO CAI\nBÀI THAM LUẬN\nvề công tác trẻ em\nThực hiện Chỉ thị số 36-CT/TW ngày 16/8/2019 của Bộ Chính trị, tỉnh đã làm nhiều việc.\n"
    assert fields(text, "number", "issued_on", "doc_type", "issuer") == (
        None,
        None,
        None,
        "Ủy ban nhân dân tỉnh Lào Cai",
    )


def test_a_stamp_of_what_comes_in_is_not_the_documents_own() -> None:
    head = plan("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Số: 8/KH-UBND", "Lào Cai, ngày 02 tháng 4 năm 2024", "Bảo vệ trẻ em")
    text = f"CÔNG VĂN ĐẾN\nSố: 1234\nNgày: 28/5/2024\nChuyển: Phòng LĐTBXH\n{head}"
    assert fields(text, "number", "issued_on", "issuer") == ("8/KH-UBND", "2024-04-02", "Ủy ban nhân dân tỉnh Lào Cai")


@pytest.mark.parametrize(
    ("issuer", "number", "place", "expected"),
    [
        ("HUYỆN CƯ M’GAR", "9/KH-UBND", "Cư M'gar", {"district": "Cư M'gar", "province": "Đắk Lắk"}),
        ("HUYỆN \u00d0ỨC CƠ", "9/KH-UBND", "\u00d0ức Cơ", {"district": "Đức Cơ", "province": "Gia Lai"}),
        ("THÀNH PHỐ HUẾ", "9/KH-UBND", "Huế", {"level": "district", "district": "Huế", "province": "Thừa Thiên Huế"}),
        ("XÃ HỘI SƠN", "9/KH-UBND", "Hội Sơn", {"level": "commune", "commune": "Hội Sơn"}),
        ("XÃ EA BAR", "9/KH-UBND", "Ea Bar", {"district": "Buôn Đôn", "province": "Đắk Lắk"}),
        ("HUYỆN SÔNG HINH\nXÃ EA BAR", "9/KH-UBND", "Ea Bar", {"district": "Sông Hinh", "province": "Phú Yên"}),
    ],
)
def test_places(issuer: str, number: str, place: str, expected: dict[str, Any]) -> None:
    text = plan(f"ỦY BAN NHÂN DÂN\n{issuer}", f"Số: {number}", f"{place}, ngày 15 tháng 3 năm 2022", "Bảo vệ trẻ em")
    document = read(text).document
    assert {name: getattr(document, name) for name in expected} == expected


def test_hue_is_a_city_of_the_centre_since_2025() -> None:
    text = plan("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ", "Số: 9/KH-UBND", "Huế, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em")
    assert fields(text, "level", "province", "district", "doubts") == ("province", "Huế", None, ())


def test_communes_of_one_name_stay_open_with_a_warning() -> None:
    text = plan("ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ", "Số: 9/KH-UBND", "Tân Phú, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em")
    assert fields(text, "commune", "district", "province", "doubts") == ("Tân Phú", None, None, ("province",))
    assert "unit-ambiguous" in codes(text)


def test_a_place_in_no_table_carries_a_doubt() -> None:
    text = plan(
        "ỦY BAN NHÂN DÂN\nXÃ SAO MAI BIẾC", "Số: 9/KH-UBND", "Sao Mai Biếc, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em"
    )
    assert fields(text, "commune", "doubts") == ("Sao Mai Biếc", ("commune",))
    assert "unit-unknown" in codes(text)


@pytest.mark.parametrize("number", ["9/QĐ-UBND", "9/KH-UBNO", "9/2019/KH-UBND"])
def test_a_number_that_does_not_fit_carries_a_doubt(number: str) -> None:
    text = plan("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", f"Số: {number}", "Lào Cai, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em")
    assert fields(text, "number", "doubts") == (number, ("number",))
    assert "number-doubtful" in codes(text)


def test_the_person_of_a_digital_signature_signs_where_nobody_else_does() -> None:
    text = plan("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Số: 9/KH-UBND", "Lào Cai, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em")
    closing = "Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nTUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ Y TẾ\n"
    assert fields(
        f"{text}{closing}Người ký: Lò Thị Hoa\nThời gian ký: 15/3/2026 08:00\n", "signer", "signer_title"
    ) == ("Lò Thị Hoa", "Giám đốc")
    assert fields(f"{text}{closing}Ký bởi: Ủy ban nhân dân\nTrần Văn Páo\n", "signer") == ("Trần Văn Páo",)


def test_recipients_run_together_are_parted_behind_their_purpose() -> None:
    text = plan("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Số: 9/KH-UBND", "Lào Cai, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em")
    closing = "Nơi nhận:\n- Bộ Y tế; (báo cáo) - Thường trực Tỉnh ủy; (báo cáo) - Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHà Thị Lan\n"
    assert fields(text + closing, "recipients") == (
        ("Bộ Y tế; (báo cáo)", "Thường trực Tỉnh ủy; (báo cáo)", "Lưu: VT"),
    )


def test_figures_of_the_date_that_a_format_split_are_whole() -> None:
    text = plan(
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Số: 9 /KH-UBND", "Lào Cai, ngày 1 5 tháng 0 3 năm 20 26", "Bảo vệ trẻ em"
    )
    assert fields(text, "issued_on", "number") == ("2026-03-15", "9/KH-UBND")


def test_recipients_and_signature_in_one_row() -> None:
    text = plan("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Số: 9/KH-UBND", "Lào Cai, ngày 15 tháng 3 năm 2026", "Bảo vệ trẻ em")
    row = (
        "| Nơi nhận: - Bộ Y tế; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hà Thị Lan |\n| --- | --- |\n| 1 | Biểu mẫu |\n"
    )
    assert fields(text + row, "signer", "signer_title", "recipients") == (
        "Hà Thị Lan",
        "Phó Chủ tịch",
        ("Bộ Y tế", "Lưu: VT"),
    )


@pytest.mark.parametrize(
    ("lines", "signer", "office"),
    [
        ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH\nPhạm Văn Phụng", "Phạm Văn Phụng", "Vụ trưởng Vụ Kế hoạch - Tài chính"),
        ("TL. BỘ TRƯỞNG CỤC TRƯỞNG CỤC NGƯỜI CÓ CÔNG Hoàng Văn Thái", "Hoàng Văn Thái", "Cục trưởng Cục Người có công"),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn Dũng", "Lê Văn Dũng", "Thứ trưởng"),
    ],
)  # fmt: skip
def test_a_signer_who_heads_a_department_signs_with_its_name(lines: str, signer: str, office: str) -> None:
    text = plan("BỘ Y TẾ", "Số: 8/KH-BYT", "Hà Nội, ngày 02 tháng 4 năm 2024", "Bảo vệ trẻ em năm 2024")
    letter = (
        f"{text}I. MỤC TIÊU\n1. Giảm tai nạn.\n2. Tổ chức tuyên truyền.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n{lines}"
    )
    assert fields(letter, "signer", "signer_title") == (signer, office)


def test_a_letter_whose_long_subject_stands_behind_its_number_has_a_head() -> None:
    subject = "ban hành Thông tư hướng dẫn quy trình xác định, trình tự, thủ tục hồ sơ xác nhận nạn nhân chất độc hóa học sử dụng trong chiến tranh tại Việt Nam và thân nhân của họ"
    letter = f"VĂN PHÒNG CHÍNH PHỦ\nSố: 3354/VPCP-KGVX V/v {subject}\n\n{_MOTTO}\nHà Nội, ngày 26 tháng 04 năm 2013\n\nKính gửi: Bộ Y tế\n\nYêu cầu Bộ Y tế báo cáo.\n"
    assert fields(letter, "number", "issuer", "title") == (
        "3354/VPCP-KGVX",
        "Văn phòng Chính phủ",
        f"Công văn về việc {subject}",
    )


def test_a_sentence_that_names_the_party_begins_no_head() -> None:
    lines = "IV. MỤC TIÊU\n1. Chỉ tiêu cụ thể\n- 95% trẻ em được khám sức khỏe.\n- Kết nạp 02 đoàn viên vào Đảng Cộng sản Việt Nam.\n"
    assert [one.value for one in read(lines).targets] == [95, 2]


def test_the_session_of_a_council_behind_its_name_ends_the_title() -> None:
    head = "HỘI ĐỒNG NHÂN DÂN\nTỈNH PHÚ YÊN\nSố: 12/NQ-HĐND\nPhú Yên, ngày 05 tháng 01 năm 2024\nNGHỊ QUYẾT\nVề dự toán ngân sách năm 2024\n"
    council = "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN KHÓA VIII, KỲ HỌP THỨ 3\n"
    found = read(f"{head}{council}Căn cứ Luật Ngân sách nhà nước năm 2015;\nQUYẾT NGHỊ:\nĐiều 1. Thông qua dự toán.\n")
    assert found.document.title == "Nghị quyết về dự toán ngân sách năm 2024"


_ALONE = "KẾ HOẠCH\nThực hiện công tác người có công giai đoạn 2024-2025{own}\n{line}\nI. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n"
_COMES = "(Ban hành kèm theo Quyết định số 773/QĐ-{by} ngày 26 tháng 6 năm 2024 của {issuer})"


@pytest.mark.parametrize("on_own_line", [True, False])
@pytest.mark.parametrize(
    ("by", "issuer", "level"),
    [("TTg", "Thủ tướng Chính phủ", "central"), ("UBND", "Ủy ban nhân dân tỉnh Lào Cai", "province")],
)
def test_a_plan_without_a_head_has_the_day_and_issuer_of_the_decision_that_it_comes_with(
    on_own_line: bool, by: str, issuer: str, level: str
) -> None:
    line = _COMES.format(by=by, issuer=issuer)
    words = _ALONE.format(own="" if on_own_line else f" {line}", line=line if on_own_line else "")
    found = read(words).document
    assert (found.issuer, found.level, found.issued_on, found.number) == (issuer, level, "2024-06-26", None)
    assert found.title == "Kế hoạch thực hiện công tác người có công giai đoạn 2024-2025"


def test_a_head_of_its_own_says_more_than_what_the_plan_comes_with() -> None:
    line = _COMES.format(by="TTg", issuer="Thủ tướng Chính phủ")
    head = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/KH-UBND\nLào Cai, ngày 05 tháng 7 năm 2024\n"
    found = read(head + _ALONE.format(own="", line=line)).document
    assert (found.issuer, found.issued_on) == ("Ủy ban nhân dân tỉnh Lào Cai", "2024-07-05")
