"""The head of a plan: type, number, issuer, locality, date, title, period; the signature and the recipients."""

from __future__ import annotations

from tests.plans import HEAD, TAIL, plan, read


def test_the_head_of_nghi_dinh_30() -> None:
    document = plan("I. MỤC TIÊU\n1. Giảm số trẻ em bị tai nạn.").document
    assert (document.doc_type, document.number, document.symbol) == ("KH", "12/KH-UBND", "KH-UBND")
    assert document.issuer == "Ủy ban nhân dân huyện Bình Minh"
    assert (document.level, document.district, document.commune) == ("district", "Bình Minh", None)
    assert document.issued_on == "2024-01-05"
    assert document.title == "Kế hoạch thực hiện công tác trẻ em năm 2024"
    assert (document.period_start, document.period_end, document.plan_kind) == (2024, 2024, "annual")
    assert (document.signer, document.signer_title) == ("Nguyễn Văn An", "Chủ tịch")
    assert document.recipients == ("Như trên", "Lưu: VT")
    assert (document.status, document.issuer_kind) == ("issued", "people_committee")


def test_a_blank_number_and_day_make_a_draft() -> None:
    document = plan(
        "I. MỤC TIÊU\n1. A.", head=HEAD.replace("Số: 12/", "Số:      /").replace("ngày 05 tháng", "ngày     tháng")
    ).document
    assert (document.number, document.symbol, document.issued_on, document.status) == (
        None,
        "KH-UBND",
        "2024-01",
        "draft",
    )


def test_several_years_make_a_programme() -> None:
    head = HEAD.replace(
        "Thực hiện công tác trẻ em năm 2024",
        "Thực hiện Chương trình hành động vì trẻ em giai đoạn 2021-2025, định hướng đến năm 2030",
    )
    document = plan("I. MỤC TIÊU\n1. A.", head=head).document
    assert (document.period_start, document.period_end, document.plan_kind) == (2021, 2025, "multi_year")


def test_the_province_is_completed_only_where_one_fits() -> None:
    """There is one huyện Đức Cơ, and many huyện Châu Thành."""
    one = plan(
        "I. MỤC TIÊU\n1. A.", head=HEAD.replace("BÌNH MINH", "ĐỨC CƠ").replace("Bình Minh, ngày", "Đức Cơ, ngày")
    ).document
    many = plan(
        "I. MỤC TIÊU\n1. A.",
        head=HEAD.replace("BÌNH MINH", "CHÂU THÀNH").replace("Bình Minh, ngày", "Châu Thành, ngày"),
    ).document
    assert (one.district, one.province) == ("Đức Cơ", "Gia Lai")
    assert (many.district, many.province) == ("Châu Thành", None)


def test_the_two_columns_of_a_head_in_text() -> None:
    head = """ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH QUẢNG NINH                       Độc lập - Tự do - Hạnh phúc
Số: 52/KH-UBND                        Quảng Ninh, ngày 08 tháng 3 năm 2021
KẾ HOẠCH
Thực hiện công tác trẻ em năm 2021
"""
    document = read(head + "I. MỤC TIÊU\n1. A." + TAIL).document
    assert (document.number, document.province, document.level, document.issued_on) == (
        "52/KH-UBND",
        "Quảng Ninh",
        "province",
        "2021-03-08",
    )


def test_what_is_missing_in_a_head_is_said() -> None:
    result = read("Mục tiêu là giảm số trẻ em bị tai nạn.\nCác cơ quan thực hiện.")
    assert result.document.number is None
    assert result.document.issuer is None
    assert [warning.code for warning in result.warnings].count("field-missing") == 3


def test_a_signer_whose_name_has_an_apostrophe() -> None:
    words = HEAD + "I. MỤC TIÊU\n- 90% trẻ em được an toàn." + TAIL.replace("Nguyễn Văn An", "Hà Sơn K'Nhin")
    assert read(words).document.signer == "Hà Sơn K'Nhin"


def test_the_title_of_an_annex_opens_no_second_one() -> None:
    tail = "\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ TRỌNG TÂM\n| TT | Nhiệm vụ |\n| --- | --- |\n| 1 | Tập huấn |\nPHỤ LỤC II\nBiểu mẫu báo cáo"
    annexes = [
        section
        for section in plan("I. MỤC TIÊU\n- 90% trẻ em được an toàn.", tail=TAIL + tail).sections
        if section.role == "annex"
    ]
    assert [annex.path for annex in annexes] == ["Phụ lục I", "Phụ lục II"]


def test_a_day_that_does_not_exist_is_reduced_with_a_warning() -> None:
    found = plan("I. NHIỆM VỤ\n1. Tuyên truyền.", head=HEAD.replace("ngày 05 tháng 01", "ngày 31 tháng 02"))
    assert found.document.issued_on == "2024-02"
    (warning,) = (one for one in found.warnings if one.code == "date-does-not-exist")
    assert "31 tháng 02" in found.text[warning.start : warning.end]


def test_a_short_line_of_grounds_that_names_an_article_ends_the_title() -> None:
    head = HEAD.replace("Thực hiện Kế hoạch số 11", "Căn cứ Điều 7 Luật Giáo dục;\nThực hiện Kế hoạch số 11")
    found = plan("I. NHIỆM VỤ\n1. Tuyên truyền.", head=head)
    assert found.document.title == "Kế hoạch thực hiện công tác trẻ em năm 2024"


def test_a_recipient_goes_on_in_the_line_below_it() -> None:
    tail = "\nNơi nhận:\n- Sở Y tế;\n- VP: CVP, các Phòng: TH,\nKGVX, NC;\n- Báo,\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An"
    document = plan("I. NHIỆM VỤ\n1. Tuyên truyền.", tail=tail).document
    assert document.recipients == ("Sở Y tế", "VP: CVP, các Phòng: TH, KGVX, NC", "Báo", "Lưu: VT")
    assert document.signer == "Nguyễn Văn An"
