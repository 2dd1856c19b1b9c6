"""Names of agencies: where they end, how lists are split, one name for one agency. Gold stands inline as `⟦name⟧`."""

from __future__ import annotations

import re

import pytest

from patterns import agencies, agency_names, spelling

# A list of agencies at the start of a sentence, each name marked; what follows the last mark goes on with the sentence.
LISTS = [
    # commas and `và` inside a name
    "⟦Sở Văn hóa, Thể thao và Du lịch⟧, ⟦Tỉnh đoàn⟧ và ⟦gia đình học sinh⟧ quản lý trẻ em",
    "⟦Trung tâm Văn hóa, Thông tin và Thể thao huyện⟧ tăng cường tuyên truyền",
    "⟦Phòng Văn hóa và Thông tin⟧, ⟦Trung tâm Truyền thông và Văn hóa⟧: tuyên truyền",
    "⟦Sở Nông nghiệp và Phát triển nông thôn⟧ và ⟦Sở Công Thương⟧ chỉ đạo",
    "⟦Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh⟧ vận động",
    "⟦Văn phòng HĐND và UBND huyện⟧ theo dõi",
    "⟦Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh⟧",
    # abbreviations and dashes
    "⟦Sở LĐTB&XH⟧, ⟦Phòng GD&ĐT⟧ tổ chức thực hiện",
    "⟦Sở Lao động - TB&XH⟧ hướng dẫn",
    "⟦Trung tâm VH-TT&TT⟧",
    "⟦Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên⟧ tư vấn, phân luồng",
    "⟦UBMTTQ Việt Nam xã⟧, ⟦Hội LHPN⟧, ⟦Hội CCB xã⟧: vận động",
    "⟦Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông huyện⟧ mở lớp",
    # places behind a colon say which units are meant; a duty behind one says nothing of them
    "⟦Ủy ban nhân dân các xã: Gò Mây, Tân Lập, Phú Hòa⟧ rà soát",
    "⟦UBND 04 xã: An Bình, Hòa Lộc, Phú Mỹ và Tân Hòa⟧ thành lập",
    "⟦Trạm Y tế các phường: phường Bình Minh, phường Xuân Hòa⟧ tiêm chủng",
    "⟦Sở Y tế⟧ và ⟦các xã: An Bình, Hòa Lộc⟧ tổ chức",
    "⟦UBND các xã⟧: Lập danh sách, rà soát",
    "⟦UBND các xã⟧: An Bình tổ chức trước",
    # unions of those who work in a body, bodies called by their level
    "⟦Hội Phụ nữ Công an tỉnh⟧, ⟦Chi đoàn Quân sự huyện⟧ tuyên truyền",
    "⟦Hội Phụ nữ⟧, ⟦Công an tỉnh⟧ tuyên truyền",
    "⟦Đoàn Thanh niên Công an tỉnh⟧ và ⟦Công đoàn ngành Giáo dục tỉnh⟧ vận động",
    "⟦Công đoàn Viên chức tỉnh⟧, ⟦Công đoàn cơ sở Sở Y tế⟧ vận động",
    "⟦Tỉnh hội Chữ thập đỏ⟧, ⟦Thành hội Phụ nữ⟧ và ⟦Huyện hội Đông y⟧ tham gia",
    # a unit ends a name, whatever verb follows it
    "⟦Bệnh viện Sản - Nhi tỉnh⟧ siêu âm cho phụ nữ mang thai",
    "⟦Câu lạc bộ Bơi lội huyện⟧ treo băng rôn",
    "⟦Ban Quản lý dự án đầu tư xây dựng huyện⟧ nghiệm thu công trình",
    "⟦Đội Thuế liên huyện Hà Trung⟧ tuyên truyền",
    "⟦Trung tâm Thể thao - Truyền thông - Du lịch huyện⟧ mở lớp",
    "⟦Đoàn xã⟧, ⟦Đoàn trường⟧ nhận bàn giao học sinh",
    # one general phrase, and bodies of a kind of their own behind a second `các`
    "⟦các ngành, các cấp⟧ tăng cường tuyên truyền",
    "⟦các ban, đơn vị⟧, ⟦các thôn, bản⟧ nghiêm túc thực hiện",
    "⟦Thủ trưởng các ban, ngành trực thuộc Ủy ban nhân dân huyện⟧; ⟦Chủ tịch Ủy ban nhân dân các xã⟧ tổ chức",
    # the same office in each of several units; several offices behind one head
    "⟦các Phòng Y tế quận - huyện⟧ kiểm tra",
    "⟦các Phòng Giáo dục và Đào tạo huyện, thị xã⟧ kiểm tra",
    # who answers for something is named apart
    "⟦Bí thư chi bộ⟧, ⟦Trưởng thôn⟧ vận động nhân dân",
    "⟦Thành viên Ban Chỉ đạo⟧ gửi báo cáo",
    # a body with its seats
    "⟦Tòa án nhân dân tỉnh và các khu vực⟧ đẩy nhanh tiến độ xét xử",
    "⟦Công an tỉnh⟧, ⟦Viện kiểm sát nhân dân tỉnh và khu vực 2⟧ xử lý",
    # general phrases run to the verb
    "⟦các bộ, ngành Trung ương⟧ xây dựng đề án",
    "⟦các ban, bộ, ngành địa phương⟧ và",
    "⟦doanh nghiệp, viện nghiên cứu, trường đại học⟧ tổ chức đào tạo",
    "⟦các lực lượng cứu nạn, cứu hộ⟧ triển khai",
    "⟦các đơn vị cung cấp dịch vụ viễn thông⟧ triển khai phủ sóng",
    "⟦các cơ sở sản xuất, kinh doanh⟧ thực hiện",
    "⟦các đơn vị⟧ cung cấp nước sạch cho trẻ em",
    "⟦Mặt trận cơ sở⟧ và ⟦các đoàn thể⟧ tuyên truyền",
    "⟦các tổ chức chính trị - xã hội⟧, ⟦các cơ quan báo chí⟧ triển khai",
    "⟦Các phòng, ban liên quan đến việc thực hiện Chương trình này⟧ có trách nhiệm báo cáo",
    # offices of bodies, and what only looks like one
    "⟦Hạt Kiểm lâm huyện⟧, ⟦Văn phòng Huyện ủy⟧ và ⟦Ban Tổ chức Huyện ủy⟧ tuần tra",
    "⟦Văn phòng Sở⟧ trước ngày 14/4",
    "⟦Thanh tra Sở⟧ chậm nhất ngày 14/4",
    "⟦Phòng Tổ chức cán bộ⟧, ⟦Phòng Tổ chức - Hành chính⟧ theo dõi",
    "⟦Thành phố đoàn⟧, ⟦Hội Nông dân⟧ tổ chức",
    # verbs inside a name
    "⟦Trung tâm Trợ giúp pháp lý nhà nước tỉnh⟧ trợ giúp pháp lý cho trẻ em",
    "⟦Vụ Giáo dục Mầm non⟧, ⟦Cục Công nghệ thông tin⟧, ⟦Cục Nhà giáo và Cán bộ quản lý giáo dục⟧: phối hợp",
    "⟦Vụ Giáo dục Thể chất⟧ bồi dưỡng nghiệp vụ",
    "⟦Phòng Giáo dục Mầm non⟧, ⟦Phòng Giáo dục Trung học⟧, ⟦Trung tâm Giáo dục thường xuyên tỉnh⟧ triển khai",
    "⟦Trường Cao đẳng Sư phạm Quảng Ngãi⟧ bồi dưỡng giáo viên",
    "⟦Phòng Kế hoạch - Tài chính⟧ chậm nhất ngày 15/10",
    "⟦Đài Phát thanh và Truyền hình⟧ Duy trì chuyên mục",
    # bodies of bodies, persons, names in quotes
    "⟦Thanh tra Sở⟧, ⟦Văn phòng Hội LHPN tỉnh⟧, ⟦Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh⟧ tổ chức",
    "⟦Ngân hàng Chính sách xã hội - Chi nhánh tỉnh Hà Nam⟧ cho vay",
    "⟦Hội Đoàn kết sư sãi yêu nước tỉnh⟧ vận động",
    "⟦Câu lạc bộ “Tuổi hồng”⟧ tổ chức sinh hoạt",
    "⟦Bộ trưởng⟧ xem xét",
    "⟦Trường Tiểu học Kim Đồng 1⟧, ⟦Trường PTDTBT THCS Kim Đồng⟧",
    # units within a hospital or a centre
    "⟦Khoa Dược - Trang thiết bị⟧ và ⟦Khoa Chăm sóc sức khỏe sinh sản⟧ cấp phát vắc xin",
    "⟦các khoa, phòng thuộc Trung tâm⟧ thực hiện",
    "⟦Sở Nông nghiệp⟧ kết quả rà soát",
    # units and places
    "⟦UBND các xã có hồ, đập⟧ rà soát",
    "⟦chính quyền các xã biên giới⟧ đỡ đầu",
    "⟦Ban Bảo vệ trẻ em các xã, phường⟧ và ⟦Ban tự quản các thôn, bản⟧ rà soát",
    "⟦UBND các huyện, thành phố, thị xã⟧ xây dựng kế hoạch",
    "⟦Ủy ban nhân dân các xã, phường, đặc khu⟧ và ⟦các trường học⟧ phối hợp",
    "⟦UBND phường Tân Lập⟧, ⟦UBND phường Đông Kinh⟧",
    "⟦Công an thị xã⟧, ⟦Đồn Biên phòng Cửa Lạch⟧: kiểm soát",
    "⟦Chi cục Thuế khu vực Bắc Sơn - Hòa Mạc⟧ tham mưu",
    "⟦Huyện đoàn⟧ và ⟦Hội Liên hiệp Phụ nữ huyện⟧, ⟦Thị đoàn⟧",
    "⟦Viện kiểm sát nhân dân huyện⟧, ⟦Tòa án nhân dân huyện⟧ áp dụng các biện pháp",
    "⟦Báo và Phát thanh, truyền hình tỉnh⟧ mở chuyên mục",
    # general phrases stay one, a name of its own ends them
    "⟦các sở, ban, ngành và địa phương⟧ phản ánh",
    "⟦các Sở, Ban ngành, các địa phương và đoàn thể⟧ tuyên truyền",
    "⟦các sở, ban, ngành, đoàn thể⟧ tổ chức thực hiện",
    "⟦các cơ quan, tổ chức, doanh nghiệp⟧ tổ chức thực hiện",
    "⟦các đơn vị, địa phương⟧ tổ chức các hoạt động",
    "⟦các phòng, ban, ngành, đoàn thể huyện⟧ và ⟦UBND các xã, thị trấn⟧ triển khai",
    "⟦Phòng Nội vụ⟧ và ⟦các phòng, ban, ngành liên quan⟧; ⟦UBND các xã, thị trấn⟧ trong việc hỗ trợ",
    "⟦Các phòng, ban⟧; ⟦UBND các phường⟧",
    "⟦cơ quan báo chí, truyền thông⟧ thực hiện công tác tuyên truyền",
    "⟦chính quyền địa phương và cộng đồng⟧ quản lý, giáo dục",
    "⟦Mặt trận Tổ quốc⟧ và ⟦các cơ quan thành viên của Mặt trận Tổ quốc⟧ căn cứ phạm vi",
    "⟦Ủy ban MTTQ⟧ và ⟦các tổ chức chính trị - xã hội⟧.",
    "⟦Các tiểu khu⟧:",
    "⟦các cơ quan, đơn vị⟧ và ⟦các tổ dân phố⟧ nghiêm túc triển khai",
    "⟦các trường học⟧ và ⟦Trưởng các bản⟧ rà soát",
    "⟦các chi bộ, đảng bộ trực thuộc Huyện ủy⟧ phản ánh",
    "⟦Các phòng chức năng Sở Y tế⟧",
    "⟦Các đơn vị thuộc Bộ⟧: lập dự toán",
    "⟦cơ sở giáo dục⟧ cập nhật thông tin",
    # officers
    "⟦Thủ trưởng các sở, ban, ngành⟧; ⟦Chủ tịch UBND các huyện, thị xã, thành phố⟧ căn cứ",
    "⟦Trưởng phòng Nội vụ⟧, ⟦Chánh Văn phòng UBND huyện⟧",
    # capitals
    "⟦SỞ Y TẾ⟧ VÀ ⟦CÔNG AN TỈNH⟧",
    "⟦ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH⟧ VÀ ⟦CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI⟧",
    # old tone marks
    "⟦Uỷ ban nhân dân các xã⟧, ⟦Toà án nhân dân huyện⟧",
]


def parsed(sentence: str) -> list[str]:
    view = spelling.view(sentence)
    return [name.text(sentence) for name in agencies.parse(view, 0, len(view))]


@pytest.mark.parametrize("marked", LISTS)
def test_a_list_is_split_into_its_names(marked: str) -> None:
    assert parsed(marked.replace("⟦", "").replace("⟧", "")) == re.findall("⟦(.*?)⟧", marked)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Các Sở: Y tế, Giáo dục và Đào tạo; Công an tỉnh chủ động",
            ["Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh"],
        ),
        ("các phòng Tư pháp, Nội vụ phối hợp", ["Phòng Tư pháp", "Phòng Nội vụ"]),
        ("Sở Y tế, Giáo dục và Đào tạo, Tư pháp", ["Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tư pháp"]),
        ("các Hội: Phụ nữ, Nông dân", ["Hội Phụ nữ", "Hội Nông dân"]),
    ],
)
def test_a_shared_head_is_put_before_each_name(sentence: str, expected: list[str]) -> None:
    assert parsed(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức tập huấn cho cán bộ", "Tổ chức và duy trì các lớp học", "Báo cáo kết quả", "Cấp phát thẻ bảo hiểm y tế", "Đoàn kết, giúp đỡ",
        "Xã hội hóa công tác chăm sóc", "Trẻ em có hoàn cảnh đặc biệt", "Xây dựng kế hoạch", "Cơ sở vật chất được đầu tư", "quản lý giáo dục trẻ em",
        "Bộ chỉ số theo dõi",
    ],
)  # fmt: skip
def test_no_name_begins_a_duty(sentence: str) -> None:
    assert parsed(sentence) == []


@pytest.mark.parametrize(
    ("level", "names", "expected"),
    [
        (
            "province",
            ["Sở LĐTB&XH", "Sở Lao động - TB&XH", "Sở Lao động-Thương binh và Xã hội", "Sở LĐ-TBXH"],
            "Sở Lao động - Thương binh và Xã hội",
        ),
        (
            "district",
            ["Phòng GD&ĐT", "Phòng Giáo dục - Đào tạo", "phòng giáo dục và đào tạo"],
            "Phòng Giáo dục và Đào tạo",
        ),
        ("district", ["Phòng VH&TT", "Phòng Văn hóa - Thông tin"], "Phòng Văn hóa và Thông tin"),
        ("province", ["Sở VHTT"], "Sở Văn hóa và Thể thao"),
        (
            "province",
            ["UBND các huyện, thị xã, thành phố", "Ủy ban nhân dân các huyện, thành phố", "UBND cấp huyện"],
            "Ủy ban nhân dân cấp huyện",
        ),
        ("district", ["UBND các xã, thị trấn", "Ủy ban nhân dân xã, phường"], "Ủy ban nhân dân cấp xã"),
        (
            "province",
            ["Tỉnh đoàn", "Đoàn TNCS Hồ Chí Minh tỉnh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"],
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh cấp tỉnh",
        ),
        ("district", ["Công an thị xã", "Công an huyện", "Công an"], "Công an cấp huyện"),
        (
            "province",
            ["Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "UBMTTQ tỉnh"],
            "Ủy ban Mặt trận Tổ quốc Việt Nam cấp tỉnh",
        ),
        ("province", ["Các sở, ban, ngành"], "các sở, ban, ngành"),
    ],
)
def test_spellings_of_one_agency_have_one_canonical_name(level: str, names: list[str], expected: str) -> None:
    assert [agency_names.canonical(name, level) for name in names] == [expected] * len(names)


def test_levels_are_kept_apart() -> None:
    assert agency_names.canonical("Công an xã", "district") != agency_names.canonical("Công an huyện", "district")


def test_a_general_phrase_ends_before_a_name_of_its_own() -> None:
    one = ", ".join(["Sở Y tế", "Công an tỉnh", "các sở, ban, ngành"] * 20)
    assert parsed(f"{one}, {one}") == ["Sở Y tế", "Công an tỉnh", "các sở, ban, ngành"] * 40


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("DISTRICTS", ["các huyện, thị xã, thành phố", "Các quận"], ["các xã, phường", "huyện Đức Cơ"]),
        (
            "FORMER_AFTER",
            [" (trước đây)", " (nay là Sở Y tế)", " cũ", " tỉnh cũ", " (cũ)"],
            [" củng cố mạng lưới", " và Sở Y tế (trước đây)", " chủ trì"],
        ),
        (
            "FORMER_BEFORE",
            ["nguyên là ", "trước đây thuộc ", "hợp nhất Sở Nội vụ và ", "tiếp nhận từ "],
            ["phối hợp với ", "hợp nhất hai phòng. "],
        ),
        ("OF_COUNCIL", ["Ban Dân tộc HĐND tỉnh", "Ban Dân tộc của Hội đồng nhân dân"], ["Ban Dân tộc tỉnh"]),
    ],
)
def test_names_of_what_was(name: str, yes: list[str], no: list[str]) -> None:
    pattern = getattr(agency_names, name)
    find = pattern.search if name in ("FORMER_BEFORE", "OF_COUNCIL") else pattern.match
    assert [words for words in yes if find(words) is None] == []
    assert [words for words in no if find(words) is not None] == []
