"""Citations: numbers, dates, issuers, provisions, roles; one record a mention."""

from __future__ import annotations

import pytest

from extract.records import LegalRef
from tests.plans import plan, read


def refs(sentence: str) -> list[LegalRef]:
    return list(plan(f"I. NHIỆM VỤ\n1. Truyền thông\n- {sentence}").legal_refs[1:])


@pytest.mark.parametrize(
    ("sentence", "doc_type", "number", "issued_on", "issuer", "provision"),
    [
        ("Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ.", "QĐ", "23/QĐ-TTg", "2021-01-07", "Thủ tướng Chính phủ", None),
        ("Thực hiện Chỉ thị số 20-CT/TW ngày 05 tháng 11 năm 2012 của Bộ Chính trị.", "CT", "20-CT/TW", "2012-11-05", "Bộ Chính trị", None),
        ("Theo khoản 2 Điều 5 Nghị định số 56/2017/NĐ-CP của Chính phủ.", "NĐ", "56/2017/NĐ-CP", None, "Chính phủ", "khoản 2 Điều 5"),
        ("Thực hiện Công văn số 488/UBND-KVGX của UBND tỉnh Gia Lai.", "CV", "488/UBND-KVGX", None, "UBND tỉnh Gia Lai", None),
        ("Theo Luật số 102/2016/QH13.", "L", "102/2016/QH13", None, None, None),
        ("Thực hiện Chỉ thị 18/CT-TTg ngày 16-5-2017 của Thủ tướng.", "CT", "18/CT-TTg", "2017-05-16", "Thủ tướng", None),
        ("Theo Quyết định của Thủ tướng Chính phủ số 1248/QĐ-TTg ngày 19/7/2021.", "QĐ", "1248/QĐ-TTg", "2021-07-19", "Thủ tướng Chính phủ", None),
        ("Theo Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12/5/2016 của Bộ Y tế, Bộ Giáo dục và Đào tạo.", "TTLT", "13/2016/TTLT-BYT-BGDĐT", "2016-05-12", "Bộ Y tế, Bộ Giáo dục và Đào tạo", None),
        ("Tại Điều 52, Điều 53 Nghị định số 56/2017/NĐ-CP.", "NĐ", "56/2017/NĐ-CP", None, None, "Điều 52, Điều 53"),
        ("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 14/TTr-VHXH ngày 29/01/2024.", "TTr", "14/TTr-VHXH", "2024-01-29", "Trưởng phòng Văn hóa - Xã hội", None),
    ],
)  # fmt: skip
def test_citations(
    sentence: str, doc_type: str, number: str, issued_on: str | None, issuer: str | None, provision: str | None
) -> None:
    (ref,) = refs(sentence)
    assert (ref.doc_type, ref.number, ref.issued_on, ref.issuer, ref.provision) == (
        doc_type,
        number,
        issued_on,
        issuer,
        provision,
    )
    assert ref.role == "mention"


def test_numbers_joined_under_one_type_are_a_record_each_with_the_shared_type_word() -> None:
    first, second = refs("Thực hiện các Quyết định số 830/QĐ-TTg và số 1863/QĐ-TTg của Thủ tướng Chính phủ.")
    assert (first.number, second.number) == ("830/QĐ-TTg", "1863/QĐ-TTg")
    assert second.quote.startswith("Quyết định số 830/QĐ-TTg và số 1863/QĐ-TTg")


def test_laws_by_name() -> None:
    (ref,) = refs("Tuyên truyền Luật Trẻ em năm 2016 trong nhà trường.")
    assert (ref.doc_type, ref.name, ref.issued_on, ref.number) == ("L", "Luật Trẻ em", "2016", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "10/10 xã có điểm vui chơi; 550/100.000 trẻ em; ngày 05/4/2016; điện thoại 0912/345.678.",
        "Thực hiện Kế hoạch này và Chương trình hành động quốc gia vì trẻ em.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân huyện.",
        "Luật sư, luật gia tư vấn pháp luật.",
    ],
)
def test_what_is_no_citation(sentence: str) -> None:
    assert refs(sentence) == []


def test_roles_come_from_the_opening() -> None:
    words = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH MINH
Số: 12/KH-UBND
KẾ HOẠCH
Thực hiện công tác trẻ em năm 2024
Căn cứ Luật Trẻ em ngày 05/4/2016;
Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh; theo đề nghị của Phòng Y tế tại Tờ trình số 3/TTr-PYT ngày 03/01/2024, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:
I. MỤC TIÊU
1. Giảm số trẻ em bị tai nạn."""
    assert [(ref.doc_type, ref.role) for ref in read(words).legal_refs] == [
        ("L", "basis"),
        ("KH", "implements"),
        ("TTr", "basis"),
    ]
    assert read(words).legal_refs[2].issuer == "Phòng Y tế"


def test_a_number_in_brackets_is_quoted_with_both_of_them() -> None:
    (ref,) = refs("Tuyên truyền Luật Phòng, chống bạo lực gia đình (Luật số 13/2022/QH15).")
    assert ref.quote == "Luật Phòng, chống bạo lực gia đình (Luật số 13/2022/QH15)"
    assert ref.number == "13/2022/QH15"


@pytest.mark.parametrize(
    ("written", "issued_on"), [("31/9/2021", "2021-09"), ("29 tháng 02 năm 2023", "2023-02"), ("05/13/2021", "2021")]
)
def test_a_date_that_does_not_exist_is_reduced_with_a_warning(written: str, issued_on: str) -> None:
    found = plan(f"I. NHIỆM VỤ\n1. Thực hiện Quyết định số 23/QĐ-BYT ngày {written} của Bộ Y tế.")
    ref = found.legal_refs[-1]
    assert (ref.issued_on, ref.issuer) == (issued_on, "Bộ Y tế")
    (warning,) = (one for one in found.warnings if one.code == "date-does-not-exist")
    assert found.text[warning.start : warning.end] == written
