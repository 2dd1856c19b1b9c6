"""Names of bodies behind `của`: where they end, of which no list knows all."""

from __future__ import annotations

import pytest

from patterns import issuing, spelling


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("Thủ tướng Chính phủ", " về việc ban hành"),
        ("Bộ Văn hóa, Thể thao và Du lịch", " quy định"),
        ("Bộ Y tế", ", Bộ Giáo dục và Đào tạo"),
        ("Bộ Khoa học, Công nghệ và Môi trường", " ban hành"),
        ("Sở An toàn thực phẩm", " về kiểm tra"),
        ("Tổng cục Dân số - Kế hoạch hóa gia đình", " hướng dẫn"),
        ("Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh", " ban hành"),
        ("Ban Chỉ đạo Phòng, chống tội phạm tỉnh", "."),
        ("Ban Chỉ đạo về phòng ngừa tai nạn, thương tích và đuối nước tỉnh", " về công tác năm 2030"),
        ("Ban Chỉ đạo 389 tỉnh", " về chống buôn lậu"),
        ("Ban Chỉ đạo", " về việc phân công nhiệm vụ"),
        ("Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh", ";"),
        ("Trung tâm Công tác xã hội và Bảo vệ trẻ em tỉnh Bình Minh", " về"),
        ("Hội Nạn nhân chất độc da cam Việt Nam", " về chăm sóc"),
        ("Ban Chấp hành Trung ương đảng khóa XIII", " về tiếp tục"),
        ("Hội đồng nhân dân tỉnh", " khóa XIX"),
        ("Ban Thường vụ Tỉnh ủy", " và Kế hoạch"),
        ("Cục Trẻ em", ", Bộ Y tế"),
        ("Ban Thường vụ Đảng ủy UBND tỉnh", " thực hiện"),
        ("Đảng ủy các cơ quan Đảng tỉnh Bình Minh", " về"),
        ("Ban Chỉ đạo Trung ương về phòng, chống lãng phí", " ban hành"),
        ("Tổ giúp việc Ban chỉ đạo Quốc gia về biển đảo, nghề cá và du lịch", " thông báo kết luận"),
        ("Ban Chỉ đạo Trung ương về chuyển đổi số", " và Kế hoạch"),
        ("Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số", " về Kế hoạch hành động"),
    ],
)
def test_a_name_ends_where_it_is_written_to(name: str, behind: str) -> None:
    view = spelling.view(name + behind)
    assert issuing.issuer_at(view, 0, len(view)) == len(name)


@pytest.mark.parametrize("words", ["trẻ em", "Luật Trẻ em", "các sở, ngành", "địa phương"])
def test_what_is_no_body(words: str) -> None:
    assert issuing.issuer_at(words, 0, len(words)) is None
