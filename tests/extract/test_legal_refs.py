"""Citations: numbers, dates, issuers, provisions, roles; one record a mention."""

from __future__ import annotations

import pytest

from extract.records import LegalRef
from tests.plans import HEAD, TAIL, plan, read


def refs(sentence: str) -> list[LegalRef]:
    return list(plan(f"I. NHIỆM VỤ\n1. Truyền thông\n- {sentence}").legal_refs[1:])


@pytest.mark.parametrize(
    ("sentence", "doc_type", "number", "issued_on", "issuer", "provision"),
    [
        ("Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ.", "QĐ", "23/QĐ-TTg", "2021-01-07", "Thủ tướng Chính phủ", None),
        ("Thực hiện Chỉ thị số 20-CT/TW ngày 05 tháng 11 năm 2012 của Bộ Chính trị.", "CT", "20-CT/TW", "2012-11-05", "Bộ Chính trị", None),
        ("Theo Nghị quyết liên tịch số 01/NQLT-HPN-BCA ngày 07/8/2002 giữa Trung ương Hội Liên hiệp Phụ nữ Việt Nam và Bộ Công an.", "NQLT", "01/NQLT-HPN-BCA", "2002-08-07", "Trung ương Hội Liên hiệp Phụ nữ Việt Nam và Bộ Công an", None),
        ("Theo Kế hoạch số 12/KH-SYT ngày 01/3/2023 giữa hai đợt.", "KH", "12/KH-SYT", "2023-03-01", None, None),
        ("Theo Công văn số 1190/BMTE-SKTE ngày 11/6/2024 của Vụ Sức khỏe Bà mẹ - Trẻ em, Bộ Y tế.", "CV", "1190/BMTE-SKTE", "2024-06-11", "Vụ Sức khỏe Bà mẹ - Trẻ em, Bộ Y tế", None),
        ("Theo khoản 2 Điều 5 Nghị định số 56/2017/NĐ-CP của Chính phủ.", "NĐ", "56/2017/NĐ-CP", None, "Chính phủ", "khoản 2 Điều 5"),
        ("Thực hiện Công văn số 488/UBND-KVGX của UBND tỉnh Gia Lai.", "CV", "488/UBND-KVGX", None, "UBND tỉnh Gia Lai", None),
        ("Theo Điều 3, Quyết định số 20/2000/QĐ-TTg ngày 03/02/2000 của Thủ tướng Chính phủ.", "QĐ", "20/2000/QĐ-TTg", "2000-02-03", "Thủ tướng Chính phủ", "Điều 3"),
        ("Theo Công văn số 2906/BYT-KHTC ngày 13/7/2017 của Bộ về việc xây dựng dự toán.", "CV", "2906/BYT-KHTC", "2017-07-13", "Bộ", None),
        ("Ngày 16/8/2018 Bộ Y tế đã có Công văn số 3395/BYT-KHTC gửi các tỉnh.", "CV", "3395/BYT-KHTC", None, "Bộ Y tế", None),
        ("Xét đề nghị của Ủy ban nhân dân tỉnh Nghệ An (Công văn số 5969/UBND-TM ngày 19/8/2014).", "CV", "5969/UBND-TM", "2014-08-19", "Ủy ban nhân dân tỉnh Nghệ An", None),
        ("Hội nghị đã có Công văn số 12/UBND-VX.", "CV", "12/UBND-VX", None, None, None),
        ("Theo Luật số 102/2016/QH13.", "L", "102/2016/QH13", None, None, None),
        ("Thực hiện Chỉ thị 18/CT-TTg ngày 16-5-2017 của Thủ tướng.", "CT", "18/CT-TTg", "2017-05-16", "Thủ tướng", None),
        ("Theo Quyết định của Thủ tướng Chính phủ số 1248/QĐ-TTg ngày 19/7/2021.", "QĐ", "1248/QĐ-TTg", "2021-07-19", "Thủ tướng Chính phủ", None),
        ("Theo Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12/5/2016 của Bộ Y tế, Bộ Giáo dục và Đào tạo.", "TTLT", "13/2016/TTLT-BYT-BGDĐT", "2016-05-12", "Bộ Y tế, Bộ Giáo dục và Đào tạo", None),
        ("Tại Điều 52, Điều 53 Nghị định số 56/2017/NĐ-CP.", "NĐ", "56/2017/NĐ-CP", None, None, "Điều 52, Điều 53"),
        ("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 14/TTr-VHXH ngày 29/01/2024.", "TTr", "14/TTr-VHXH", "2024-01-29", "Trưởng phòng Văn hóa - Xã hội", None),
        ("Theo Kế hoạch số 20-KH/BCĐ57 ngày 05/3/2025 của Ban Chỉ đạo.", "KH", "20-KH/BCĐ57", "2025-03-05", "Ban Chỉ đạo", None),
        ("Theo Nghị quyết số 24/2021/QH15 của Quốc hội.", "NQ", "24/2021/QH15", None, "Quốc hội", None),
        ("Theo Quy định số 41-QĐ/TW ngày 03/3/2022 của Bộ Chính trị.", "QyĐ", "41-QĐ/TW", "2022-03-03", "Bộ Chính trị", None),
        ("Theo Quyết định số 23/QĐ- TTg ngày 07/01/21 của Thủ tướng Chính phủ.", "QĐ", "23/QĐ-TTg", "2021-01-07", "Thủ tướng Chính phủ", None),
        ("Theo Quyết định số: “23/QĐ-TTg” ngày 07/01/2021.", "QĐ", "23/QĐ-TTg", "2021-01-07", None, None),
        ("Theo Quyết định số 23/QĐ-TTg[1] ngày 07/01/2021.", "QĐ", "23/QĐ-TTg", "2021-01-07", None, None),
        ("Theo Chỉ thị 20 CT/TW của Bộ Chính trị.", "CT", "20-CT/TW", None, "Bộ Chính trị", None),
        ("Theo Công văn số 1234 ngày 05/6/2023 của Sở Y tế.", "CV", "1234", "2023-06-05", "Sở Y tế", None),
        ("Theo QĐ 1863/QĐ-TTg của TTg.", "QĐ", "1863/QĐ-TTg", None, "TTg", None),
        ("Theo Thông báo kết luận số 19-TB/TU của Tỉnh ủy.", "TB", "19-TB/TU", None, "Tỉnh ủy", None),
        ("Theo Chương trình công tác toàn khóa số 08-CTr/TU của Thành ủy.", "CTr", "08-CTr/TU", None, "Thành ủy", None),
        ("Tại điểm a, điểm b khoản 2 và khoản 3 Điều 54 Nghị định số 56/2017/NĐ-CP.", "NĐ", "56/2017/NĐ-CP", None, None, "điểm a, điểm b khoản 2 và khoản 3 Điều 54"),
        ("Theo Mục III của Kế hoạch số 77/KH-UBND của UBND tỉnh.", "KH", "77/KH-UBND", None, "UBND tỉnh", "Mục III"),
        ("Theo Quyết định số 03-QĐ/BCĐ của Ban Chỉ đạo về phát triển khoa học, công nghệ và chuyển đổi số tỉnh ban hành Chương trình.", "QĐ", "03-QĐ/BCĐ", None, "Ban Chỉ đạo về phát triển khoa học, công nghệ và chuyển đổi số tỉnh", None),
        ("Theo Nghị quyết số 12/2021/NQ-HĐND của HĐND tỉnh ngày 09/12/2021.", "NQ", "12/2021/NQ-HĐND", "2021-12-09", "HĐND tỉnh", None),
        ("Các đồ án đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 36/QĐ-TTg.", "QĐ", "36/QĐ-TTg", None, "Thủ tướng Chính phủ", None),
        ("Theo Nghị quyết số 66.2/2025/NQ-CP ngày 28/8/2025 của Chính phủ.", "NQ", "66.2/2025/NQ-CP", "2025-08-28", "Chính phủ", None),
        ("Theo Nghị định số 118/2025/NĐCP ngày 09/6/2025 của Chính phủ.", "NĐ", "118/2025/NĐ-CP", "2025-06-09", "Chính phủ", None),
        ("Theo Kế hoạch số 20-KH/BCĐ 57 ngày 19/01/2026 của Ban Chỉ đạo.", "KH", "20-KH/BCĐ57", "2026-01-19", "Ban Chỉ đạo", None),
        ("Theo Thông tư số 02/2017/TT-VPCP của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn.", "TT", "02/2017/TT-VPCP", None, "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", None),
        ("Theo Kế hoạch số 77/KH-UBND của Ủy ban nhân dân tỉnh Bình Minh Thực hiện Chương trình.", "KH", "77/KH-UBND", None, "Ủy ban nhân dân tỉnh Bình Minh", None),
        ("Theo Kết luận liên ngành nội chính tỉnh số 12/KL-LNNC ngày 03/4/2025.", "KL", "12/KL-LNNC", "2025-04-03", "liên ngành nội chính tỉnh", None),
        ("Theo Chỉ thị số 20-CT/TW ngày 05/11/2012 của Ban Bí thư Trung ương Đảng khóa XI về trẻ em.", "CT", "20-CT/TW", "2012-11-05", "Ban Bí thư Trung ương Đảng khóa XI", None),
        ("Theo Quyết định UBND tỉnh số 12/QĐ-UBND ngày 02/3/2025.", "QĐ", "12/QĐ-UBND", "2025-03-02", "UBND tỉnh", None),
        ("Theo Nghị quyết số 20-NQ/TW ngày 25/10/2017, Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII về y tế.", "NQ", "20-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương Đảng khóa XII", None),
        ("Theo Quyết định số 12/QĐ-UBND ngày 02/3/2025, Ủy ban nhân dân tỉnh về phân cấp.", "QĐ", "12/QĐ-UBND", "2025-03-02", "Ủy ban nhân dân tỉnh", None),
        ("Theo Quyết định số 12/QĐ-UBND ngày 02/3/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch.", "QĐ", "12/QĐ-UBND", "2025-03-02", None, None),
        ("Áp dụng Công ước số 182 của Tổ chức Lao động quốc tế.", "CƯ", "182", None, "Tổ chức Lao động quốc tế", None),
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


@pytest.mark.parametrize(
    ("sentence", "numbers", "issuer"),
    [
        ("Thực hiện các Quyết định của Thủ tướng Chính phủ: số 830/QĐ-TTg ngày 01/6/2021; số 1863/QĐ-TTg.", ["830/QĐ-TTg", "1863/QĐ-TTg"], "Thủ tướng Chính phủ"),
        ("Theo các Quyết định: số 36/QĐ-TTg ngày 11/01/2024 về quy hoạch hạ tầng, tầm nhìn đến năm 2050; số 1569/QĐ-TTg ngày 12/12/2024 về quy hoạch vùng và số 1668/QĐ-TTg của Thủ tướng Chính phủ.", ["36/QĐ-TTg", "1569/QĐ-TTg", "1668/QĐ-TTg"], "Thủ tướng Chính phủ"),
        ("Căn cứ các Quyết định của Thủ tướng Chính phủ về quy hoạch, tầm nhìn 2050: Quyết định số 16/QĐ-TTg phê duyệt vùng A; Quyết định số 79/QĐ-TTg.", ["16/QĐ-TTg", "79/QĐ-TTg"], "Thủ tướng Chính phủ"),
        ("Đã có chủ trương của Chính phủ tại văn bản số 26/TTg-KTN ngày 30/12/2014 (đối với phía đông); số 13/TTg-KTN.", ["26/TTg-KTN", "13/TTg-KTN"], "Chính phủ"),
        ("Thực hiện các văn bản của Bộ Y tế: Công văn số 15/BYT-BMTE ngày 02/3/2022, Kế hoạch số 16/KH-BYT.", ["15/BYT-BMTE", "16/KH-BYT"], "Bộ Y tế"),
    ],
)  # fmt: skip
def test_lists_under_one_type_word_or_one_issuer(sentence: str, numbers: list[str], issuer: str) -> None:
    found = refs(sentence)
    assert [ref.number for ref in found] == numbers
    assert {ref.issuer for ref in found} == {issuer}


def test_an_issuer_behind_two_letters_with_their_type_words_is_that_of_both() -> None:
    found = refs(
        "Khắc phục hạn chế nêu tại Công văn số 41/UBND-NC ngày 02/12/2021 và Công văn số 78/UBND-NC của Chủ tịch UBND tỉnh."
    )
    assert {ref.issuer for ref in found} == {"Chủ tịch UBND tỉnh"}
    assert found[0].quote.endswith("02/12/2021")
    other = refs("Theo Công văn số 41/STC-NS và Công văn số 78/UBND-NC của UBND tỉnh; Quyết định số 9/QĐ-UBND.")
    assert [ref.issuer for ref in other] == [None, "UBND tỉnh", None]


def test_an_issuer_after_the_last_holds_only_where_the_symbols_agree() -> None:
    first, second = refs("Thực hiện Quyết định số 830/QĐ-TTg và số 12/QĐ-BYT của Bộ Y tế.")
    assert (first.issuer, second.issuer) == (None, "Bộ Y tế")


@pytest.mark.parametrize(
    ("sentence", "names", "issued_on"),
    [
        ("Tuyên truyền Luật Trẻ em năm 2016 trong nhà trường.", [("L", "Luật Trẻ em")], "2016"),
        ("Theo Luật Thi đua khen thưởng và Luật Ngân sách nhà nước.", [("L", "Luật Thi đua khen thưởng"), ("L", "Luật Ngân sách nhà nước")], None),
        ("Theo Luật Phòng, chống tác hại của thuốc lá, các quy định của tỉnh.", [("L", "Luật Phòng, chống tác hại của thuốc lá")], None),
        ("Theo Luật Ban hành văn bản QPPL, Bộ luật Hình sự.", [("L", "Luật Ban hành văn bản QPPL"), ("BL", "Bộ luật Hình sự")], None),
        ("Theo Pháp lệnh Dân số năm 2003.", [("PL", "Pháp lệnh Dân số")], "2003"),
        ("Theo Hiến pháp năm 2013.", [("HP", "Hiến pháp")], "2013"),
        ("Kế hoạch triển khai thi hành Luật Việc làm; theo quy định Luật Cư trú.", [("L", "Luật Việc làm"), ("L", "Luật Cư trú")], None),
        ("Theo Luật Bảo hiểm xã hội (sửa đổi) năm 2024.", [("L", "Luật Bảo hiểm xã hội")], "2024"),
        ("Căn cứ Luật Bầu cử đại biểu của Viện kiểm sát và Tòa án nhân dân ngày 03/12/2004;", [("L", "Luật Bầu cử đại biểu của Viện kiểm sát và Tòa án nhân dân")], "2004-12-03"),
        ("Theo Luật Trẻ em của Quốc hội ngày 05/4/2016;", [("L", "Luật Trẻ em")], "2016-04-05"),
        ("Theo Công ước của Liên hợp quốc về quyền trẻ em năm 1989.", [("CƯ", "Công ước của Liên hợp quốc về quyền trẻ em")], "1989"),
        ("Theo Luật sửa đổi, bổ sung một số điều của Luật Giáo dục và Luật Giáo dục nghề nghiệp năm 2025.", [("L", "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục và Luật Giáo dục nghề nghiệp")], "2025"),
    ],
)  # fmt: skip
def test_laws_by_name(sentence: str, names: list[tuple[str, str]], issued_on: str | None) -> None:
    found = refs(sentence)
    assert [(ref.doc_type, ref.name) for ref in found] == names
    assert found[-1].issued_on == issued_on
    assert all(ref.number is None for ref in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "10/10 xã có điểm vui chơi; 550/100.000 trẻ em; ngày 05/4/2016; điện thoại 0912/345.678.",
        "Thực hiện Kế hoạch này và Chương trình hành động quốc gia vì trẻ em.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân huyện.",
        "Luật sư, luật gia tư vấn pháp luật.",
        "Hạ tầng 5G/IoT tại các xã; báo cáo theo mẫu số 02/BTXH, biểu số 01/TE-TH.",
        "Thực hiện Đề án 06, Nghị quyết 27 và Chương trình mục tiêu quốc gia.",
        "TRIỂN KHAI CHỈ THỊ SỐ 32/CT-TTG VÀ LUẬT TRẺ EM",
        "Theo trang Luật Việt Nam.",
        "Dự án Luật Việc làm đang được lấy ý kiến.",
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


_OPENING = "Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"


@pytest.mark.parametrize(
    ("opening", "roles"),
    [
        ("Căn cứ Thông tư số 5/2024/TT-BTC sửa đổi một số điều của Thông tư số 7/2023/TT-BTC; Luật Trẻ em;", ["basis", "mention", "basis"]),
        ("Triển khai Nghị quyết số 3/NQ-CP về Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW; Quyết định số 9/QĐ-TTg về việc phê duyệt Chiến lược;", ["implements", "mention", "implements"]),
        ("Thực hiện Thông tri số 02-TTr/TU của Thành ủy và hướng dẫn của Bộ Nội vụ tại Công văn số 8/BNV-CTTN,", ["implements", "implements"]),
        ("Căn cứ Quyết định số 12/QĐ-TTg; theo đề nghị của Sở Y tế tại Tờ trình số 3/TTr-SYT,", ["basis", "basis"]),
        ("Căn cứ Luật Trẻ em;\nỦy ban nhân dân huyện ban hành Kế hoạch triển khai thực hiện Quyết định số 12/QĐ-TTg như sau:", ["basis", "implements"]),
        ("Thực hiện:\n- Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ;\n- Kế hoạch số 13/KH-UBND của Ủy ban nhân dân tỉnh;", ["implements", "implements"]),
        ("Luật Trẻ em ngày 05/4/2016 và Nghị định số 56/2017/NĐ-CP là căn cứ pháp lý của Kế hoạch này. Kế hoạch được lập để cụ thể hóa:\n- Quyết định số 12/QĐ-TTg;", ["basis", "basis", "implements"]),
        ("Để đưa Quyết định số 12/QĐ-TTg về Chiến lược và Kế hoạch số 13/KH-UBND vào cuộc sống, Ủy ban nhân dân huyện ban hành:", ["implements", "implements"]),
        ("Nhằm thay thế Quyết định số 12/QĐ-UBND, Ủy ban nhân dân huyện ban hành:", ["mention"]),
        ("Căn cứ Luật Trẻ em;\nSau 5 năm triển khai thực hiện Nghị quyết số 21-NQ/TW, các cấp đã vào cuộc.", ["basis", "mention"]),
        ("Căn cứ Luật Trẻ em;\nKết quả thực hiện Nghị quyết số 21-NQ/TW chưa đều.", ["basis", "mention"]),
        ("Căn cứ Nghị quyết số 57-NQ/TW của Bộ Chính trị (sau đây gọi tắt là Nghị quyết số 57-NQ/TW);", ["basis"]),
    ],
)  # fmt: skip
def test_what_an_opening_says_of_its_documents(opening: str, roles: list[str]) -> None:
    found = plan("I. NHIỆM VỤ\n1. Tuyên truyền.", head=HEAD.replace(_OPENING, opening)).legal_refs
    assert [ref.role for ref in found] == roles


def test_a_section_of_grounds_says_basis() -> None:
    found = plan(
        "I. CĂN CỨ PHÁP LÝ\n- Luật Trẻ em năm 2016;\n- Nghị định số 56/2017/NĐ-CP của Chính phủ quy định chi tiết Luật Trẻ em.\nII. NHIỆM VỤ\n1. Theo Luật Trẻ em."
    ).legal_refs[1:]
    assert [ref.role for ref in found] == ["basis", "basis", "mention", "mention"]


def test_the_same_number_of_another_day_is_another_document() -> None:
    (ref,) = refs("Theo Kế hoạch số 12/KH-UBND ngày 09/3/2021 của Ủy ban nhân dân tỉnh.")
    assert ref.number == "12/KH-UBND"


def test_a_number_whose_type_only_its_symbol_says_is_less_sure() -> None:
    (said,) = refs("Theo Quyết định số 12/QĐ-UBND ngày 02/3/2022.")
    (bare,) = refs("Theo số 12/QĐ-UBND ngày 02/3/2022.")
    assert (said.doc_type, bare.doc_type) == ("QĐ", "QĐ")
    assert bare.confidence < 0.9 < said.confidence


def test_notes_behind_the_signature_are_read() -> None:
    found = plan(
        "I. NHIỆM VỤ\n1. Tuyên truyền[1].", tail=f"{TAIL}\n[1] Báo cáo số 415/BC-CAT ngày 03/12/2021 của Công an tỉnh."
    )
    assert [ref.number for ref in found.legal_refs[1:]] == ["415/BC-CAT"]


def test_what_a_plan_comes_with_below_its_title_is_part_of_the_title() -> None:
    comes = "(Ban hành kèm theo Nghị quyết số 35-NQ/TU ngày 29/12/2025 của Tỉnh ủy)"
    grounds = "Căn cứ Nghị quyết số 35-NQ/TU ngày 29/12/2025 của Tỉnh ủy về trẻ em;"
    head = HEAD.replace("Thực hiện Kế hoạch số", f"{comes}\n{grounds}\nThực hiện Kế hoạch số", 1)
    assert comes in head
    found = read(head + "I. NHIỆM VỤ\n1. Truyền thông\n- Tuyên truyền." + TAIL).legal_refs
    assert [ref.number for ref in found].count("35-NQ/TU") == 1


def test_a_title_in_capitals_with_what_it_comes_with_in_one_line_cites_nothing() -> None:
    title = "THỰC HIỆN CHỈ THỊ SỐ 14-CT/TW (Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 02/3/2026)"
    assert refs(f"Tuyên truyền.\nPHỤ LỤC\n{title}\n1. Theo Quyết định số 9/QĐ-UBND.")[0].number == "9/QĐ-UBND"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Căn cứ Luật hoạt động giám sát của Quốc hội;", ["Luật hoạt động giám sát của Quốc hội"]),
        ("Căn cứ Luật Tổ chức HĐND và UBND năm 2003;", ["Luật Tổ chức HĐND và UBND"]),
        ("Theo Pháp lệnh ưu đãi người có công đảm bảo nội dung yêu cầu.", ["Pháp lệnh ưu đãi người có công"]),
        ("Thi hành Pháp lệnh sửa đổi, bổ sung một số Điều của Pháp lệnh ưu đãi người có công với cách mạng.",
         ["Pháp lệnh sửa đổi, bổ sung một số Điều của Pháp lệnh ưu đãi người có công với cách mạng"]),
        ("Căn cứ Pháp lệnh phòng chống dịch;", ["Pháp lệnh phòng chống dịch"]),
        ("Căn cứ Luật vệ sinh thực phẩm sạch năm 2013;", ["Luật vệ sinh thực phẩm sạch"]),
        ("Luật và các văn bản hướng dẫn;", []),
        ("Luật có hiệu lực từ năm 2025;", []),
        ("Tuân thủ luật hoạt động của đơn vị;", []),
        ("Theo Luật quy định chi tiết;", []),
    ],
)  # fmt: skip
def test_laws_in_small_letters(sentence: str, names: list[str]) -> None:
    assert [one.name for one in refs(sentence)] == names


def test_a_short_name_that_an_opening_defines_is_no_document_between_two_others() -> None:
    opening = (
        "Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ phê duyệt Chương trình (sau đây gọi tắt là Quyết định số 23/QĐ-TTg) "
        "và Công văn số 375/BYT-TE ngày 23/02/2021 của Bộ Y tế về việc triển khai Chương trình;"
    )
    head = HEAD.replace("Thực hiện Kế hoạch số 11/KH-UBND ngày 02/01/2024 của Ủy ban nhân dân tỉnh,", f"{opening}\n")
    found = plan("I. NHIỆM VỤ\n1. Truyền thông", head=head).legal_refs
    assert [(one.number, one.role) for one in found] == [("23/QĐ-TTg", "implements"), ("375/BYT-TE", "implements")]


def test_conventions_in_general_are_none() -> None:
    found = plan("I. NHIỆM VỤ\n1. Thực hiện các Công ước quốc tế mà Việt Nam là thành viên.").legal_refs
    assert [ref.doc_type for ref in found] == ["KH"]  # the plan's own grounds


@pytest.mark.parametrize(
    "name",
    [
        "Luật sửa đổi một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
        "Luật sửa đổi, bổ sung một số điều của Luật Trẻ em và Luật Giáo dục",
        "Luật sửa đổi Luật Đầu tư công",
        "Luật sửa đổi Điều 6 của Luật Trẻ em",
    ],
)
def test_a_law_that_amends_laws_is_one(name: str) -> None:
    (found,) = refs(f"Căn cứ {name} ngày 22/11/2019.")
    assert (found.name, found.issued_on) == (name, "2019-11-22")


def test_letters_that_were_misread_are_repaired_in_the_fields_and_unsure() -> None:
    law = "Luật sửa đổi, bổ sưng một số điều của Luật Tổ chức chính quyên địa phương"
    first, second, third = refs(
        f"Theo Nghị quyết số 20-NO/TW của Bộ Chính trị; Nghị quyết số 50/NQ-CP của Chính phi; {law} ngày 22/11/2019."
    )
    assert (first.number, second.issuer) == ("20-NQ/TW", "Chính phủ")
    assert third.name == "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức chính quyền địa phương"
    assert second.quote == "Nghị quyết số 50/NQ-CP của Chính phi"
    assert all(one.confidence < 0.8 for one in (first, second, third))


def test_a_number_that_may_have_lost_a_figure_is_doubted() -> None:
    lost, whole = refs("Theo Nghị quyết số ] 39/NQ-CP và Nghị quyết số 40/NQ-CP của Chính phủ.")
    assert (lost.number, lost.confidence < 0.5, whole.confidence > 0.8) == ("39/NQ-CP", True, True)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025-2030.", "Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025-2030"),
        ("Theo Nghị quyết Đại hội đại biểu Phụ nữ tỉnh lần thứ XV, nhiệm kỳ 2021 - 2026 và Kế hoạch năm.", "Nghị quyết Đại hội đại biểu Phụ nữ tỉnh lần thứ XV, nhiệm kỳ 2021 - 2026"),
        ("Tuyên truyền Nghị quyết Đại hội và các văn bản của Đảng.", None),
    ],
)  # fmt: skip
def test_resolutions_of_congresses_are_cited_by_name(sentence: str, name: str | None) -> None:
    found = refs(sentence)
    assert [(r.doc_type, r.name, r.number) for r in found] == ([("NQ", name, None)] if name is not None else [])
