"""Role, partners, indicators and the subject of a duty, each with what must not be taken for one."""

from __future__ import annotations

import pytest

from patterns import duties, spelling


def both(sentence: str) -> tuple[str, str]:
    view = spelling.view(sentence)
    return view, spelling.lower(view)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Chủ trì, phối hợp với Sở Y tế triển khai.", "lead"),
        ("Hướng dẫn khai sinh; chủ trì, phối hợp với Phòng Dân tộc tuyên truyền.", "lead"),
        ("Là cơ quan thường trực, đôn đốc việc thực hiện.", "lead"),
        ("Triển khai Kế hoạch; là đầu mối tiếp nhận thông tin.", "lead"),
        ("Phối hợp quản lý trẻ em chưa ngoan.", "coordinate"),
        ("Chủ động phối hợp với nhà trường.", "coordinate"),
        ("Phối kết hợp với gia đình.", "coordinate"),
        ("Tăng cường tuần tra, phối hợp với nhà trường.", "implement"),
        ("Phối hợp với cơ quan chủ trì kiểm tra liên ngành.", "coordinate"),
        ("Phân công công chức làm đầu mối theo dõi.", "implement"),
        ("Xây dựng kế hoạch.", "implement"),
        ("Tham gia phối hợp triển khai Kế hoạch.", "coordinate"),
        ("Theo chức năng, nhiệm vụ, phối hợp kiểm tra.", "coordinate"),
        ("Trong phạm vi, lĩnh vực quản lý của mình, chủ động phối hợp với các đơn vị.", "coordinate"),
        ("Theo dõi, phối hợp với nhà trường.", "implement"),
        ("Trong năm 2024, xây dựng kế hoạch, phối hợp kiểm tra.", "implement"),
        ("Theo chức năng, nhiệm vụ, chủ trì thẩm định.", "lead"),
        ("Vận động hội viên; Đoàn Thanh niên chủ trì tổ chức diễn đàn.", "implement"),
        ("Phòng Y tế chủ trì kiểm tra.", "lead"),
        ("Tổng hợp kết quả các dự án do Sở, ngành chủ trì, quản lý.", "implement"),
        ("Báo cáo (UBND tỉnh và các Bộ chủ trì dự án) tình hình thực hiện.", "implement"),
        ("Thực hiện các nhiệm vụ được giao chủ trì.", "implement"),
        ("Rà soát quy hoạch. Hình thành bến cá đồng bộ; là đầu mối thu gom thủy sản.", "implement"),
        ("Tiếp tục đầu tư chợ nông sản làm đầu mối phân phối hàng hóa.", "implement"),
        ("Xây dựng kế hoạch truyền thông; là đầu mối tổng hợp.", "lead"),
        ("Hình thành bến cá. Là đầu mối tổng hợp báo cáo.", "lead"),
    ],
)
def test_role(sentence: str, role: str) -> None:
    view, low = both(sentence)
    assert duties.role(view, low, 0, len(low), ("Phòng Y tế",)) == role


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("Chủ trì, phối hợp với các sở, ngành liên quan và UBND các huyện, thị xã tổ chức thực hiện.", ["các sở, ngành liên quan", "UBND các huyện, thị xã"]),
        ("Phối hợp với Tỉnh đoàn dạy bơi; phối hợp với Hội Nông dân tỉnh vận động.", ["Tỉnh đoàn", "Hội Nông dân tỉnh"]),
        ("Kiểm tra và phối hợp các cơ quan chức năng xử lý.", ["các cơ quan chức năng"]),
        ("Phối hợp chặt chẽ với Sở Y tế; Tỉnh đoàn phối hợp cùng ngành Giáo dục tuyên truyền.", ["Sở Y tế", "ngành Giáo dục"]),
        ("Phối hợp tuyên truyền với Hội Nông dân huyện.", ["Hội Nông dân huyện"]),
        ("Thường xuyên phối hợp, trao đổi thông tin cơ quan Công an trong quản lý.", ["cơ quan Công an"]),
        ("Phối hợp chia sẻ dữ liệu với Sở Tư pháp, các bộ, ngành Trung ương.", ["Sở Tư pháp", "các bộ, ngành Trung ương"]),
        ("Phối hợp rà soát các hộ nghèo.", []),
        ("Phối hợp quản lý giáo dục trẻ em hư.", []),
        ("Phối hợp thực hiện các khảo sát, điều tra.", []),
        ("Hướng dẫn các sở, ngành lập dự toán.", []),
    ],
)  # fmt: skip
def test_partners(sentence: str, partners: list[str]) -> None:
    view, low = both(sentence)
    assert [name.text(sentence) for name in duties.partners(view, low, 0, len(view))] == partners


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("thực hiện các chỉ tiêu 1, 2, từ 8 đến 11, 23 và 24", (1, 2, 8, 9, 10, 11, 23, 24)),
        ("thực hiện các chỉ tiêu từ 16 đến 18 và chỉ tiêu 26", (16, 17, 18, 26)),
        ("các chỉ tiêu số 3; 4", (3, 4)),
        ("các chỉ tiêu 3, 4 (4.1, 4.2), 5", (3, 4, 5)),
        ("chỉ tiêu 09 của Kế hoạch", (9,)),
        ("chỉ tiêu 7-9", (7, 8, 9)),
        ("thực hiện chỉ tiêu (3), (6)", (3, 6)),
        ("chỉ tiêu 4a, 4b và chỉ tiêu số 5", (4, 5)),
        ("các chỉ tiêu từ 3.1 đến 3.6, từ 8a đến 8c", (3, 8)),
        ("đánh giá 13 chỉ tiêu theo quy định", ()),
        ("chỉ tiêu 95% trẻ em đi học", ()),
        ("chỉ tiêu 5 năm", ()),
        ("bộ chỉ tiêu thống kê", ()),
    ],
)
def test_indicators(sentence: str, numbers: tuple[int, ...]) -> None:
    _, low = both(sentence)
    assert duties.indicators(low, 0, len(low)) == numbers


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Trong quá trình thực hiện, nếu có vướng mắc, các sở, ban, ngành phản ánh về Sở Y tế.", ["các sở, ban, ngành"]),
        ("Trên đây là Kế hoạch năm 2023. UBND huyện yêu cầu các phòng, ban, UBND các xã nghiêm túc thực hiện.", ["các phòng, ban", "UBND các xã"]),
        ("Căn cứ chức năng, nhiệm vụ, Thủ trưởng các đơn vị xây dựng kế hoạch.", ["Thủ trưởng các đơn vị"]),
        ("Các phòng, ban và UBND các phường căn cứ Kế hoạch này tổ chức thực hiện.", ["Các phòng, ban", "UBND các phường"]),
        ("Trên đây là Kế hoạch thực hiện công tác trẻ em năm 2023 của huyện.", []),
    ],
)  # fmt: skip
def test_subject_of_a_closing_paragraph(sentence: str, subject: list[str]) -> None:
    view, low = both(sentence)
    assert [name.text(sentence) for name in duties.subject(view, low, 0, len(view))] == subject
